// Puts originals back into text that comes in pieces. Holds back only a proper prefix of what may still become a
// placeholder, at most kMaxPlaceholderBytes; so a stream of tokens flows through. Forms that stand for nothing known stay
// as they are and are counted. Linear time: no byte is looked at more than twice.
// Tested by tests/redact/restorer_test.cc and law 4.
#ifndef MASKE_REDACT_RESTORER_H_
#define MASKE_REDACT_RESTORER_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "redact/vault.h"

namespace maske::redact {

class Restorer {
 public:
  // Both must outlive the restorer; the vault may grow meanwhile, on the same thread.
  Restorer(const Vault* vault, const LabelTable* labels) : vault_(vault), labels_(labels) {}

  // Appends to *out what is decided.
  void Write(std::string_view chunk, std::string* out);
  void Finish(std::string* out);

  [[nodiscard]] std::uint64_t restored() const { return restored_; }
  [[nodiscard]] std::uint64_t unknown() const { return unknown_; }

 private:
  // Restores what is decided in text and returns how much of it was used up.
  std::size_t Consume(std::string_view text, bool final, std::string* out);

  const Vault* vault_;
  const LabelTable* labels_;
  std::string held_;
  std::uint64_t restored_ = 0;
  std::uint64_t unknown_ = 0;
};

}  // namespace maske::redact

#endif  // MASKE_REDACT_RESTORER_H_
