// Puts originals back into text that comes in pieces. Holds back only a proper prefix of what may still become a
// placeholder, at most kMaxPlaceholderBytes; so a stream of tokens flows through. Forms that stand for nothing known stay
// as they are and are counted.
// Surrogates (surrogate.h) are read too where there are any; what stood before a write decides whether one may begin there.
// Linear time: what is held back is read anew with each write, so a byte is looked at kMaxPlaceholderBytes times at most, and
// once where no form begins. Text without delimiters runs at the speed of Forms::Find.
// Tested by tests/redact/restorer_test.cc, bent_forms_test.cc and law 4.
#ifndef MASKE_REDACT_RESTORER_H_
#define MASKE_REDACT_RESTORER_H_

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "redact/forms.h"
#include "redact/vault.h"

namespace maske::redact {

enum class Tolerance : std::uint8_t {
  kStrict,  // forms exactly as they are written
  kBent,    // what Forms::Read takes
  kLoose,   // those without delimiters too, where no word goes on before or behind them
};

class Restorer {
 public:
  // Both must outlive the restorer; the vault may grow meanwhile, on the same thread.
  using Spelling = std::function<void(std::string_view original, std::string* out)>;
  // spelling: how originals are written; null: as they are.
  Restorer(const Vault* vault, const Forms* forms, Tolerance tolerance, const Spelling* spelling = nullptr,
           bool surrogates = false)
      : vault_(vault), forms_(forms), tolerance_(tolerance), spelling_(spelling), surrogates_(surrogates) {}

  // Appends to *out what is decided.
  void Write(std::string_view chunk, std::string* out);
  // Delivers the rest. What is written then begins anew.
  void Finish(std::string* out);

  [[nodiscard]] std::uint64_t restored() const { return restored_; }
  [[nodiscard]] std::uint64_t unknown() const { return unknown_; }
  [[nodiscard]] std::size_t held_back() const { return held_.size(); }

 private:
  // Restores what is decided in text and returns how much of it was used up.
  std::size_t Consume(std::string_view text, bool final, std::string* out);
  Reading Read(std::string_view text, std::size_t at, bool final, Placeholder* placeholder, std::size_t* length) const;
  void Replace(std::string_view form, const Placeholder& placeholder, std::string* out);
  [[nodiscard]] std::size_t FindForm(std::string_view text, std::size_t from) const;
  [[nodiscard]] std::string Before(std::string_view text, std::size_t at) const;
  [[nodiscard]] bool InWord(std::string_view text, std::size_t at) const;

  const Vault* vault_;
  const Forms* forms_;
  Tolerance tolerance_;
  const Spelling* spelling_;
  std::string held_;
  bool surrogates_;
  std::string before_;  // the last bytes that were used up, at most kBefore
  std::uint64_t restored_ = 0;
  std::uint64_t unknown_ = 0;
};

}  // namespace maske::redact

#endif  // MASKE_REDACT_RESTORER_H_
