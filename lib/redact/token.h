// What the operator encrypt writes, and how it is read back from text that comes in pieces.
//
//   token := "maske~" type "~" body "~"      type := [A-Z0-9_]{1,40}      body := [A-Za-z0-9_-]{54,5515}  (base64url)
//
// Text of the input that begins like one ("maske~") is a finding itself (LITERAL) where tokens are written, so that restoring
// is exact. A token that the key does not open stays as it is. Held back is only what may still become a token.
// Cost: linear; the mark is searched, and bytes behind it are looked at twice at most. Tested by tests/redact/token_test.cc.
#ifndef MASKE_REDACT_TOKEN_H_
#define MASKE_REDACT_TOKEN_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "maske/operators.h"

namespace maske::redact {

inline constexpr std::string_view kTokenMark = "maske~";
inline constexpr std::size_t kMostEncrypted = 4096;  // bytes of an original
inline constexpr std::size_t kMostTokenBytes = 6 + 41 + 5516;

void AppendToken(std::string_view type, std::string_view sealed, std::string* out);

class TokenReader {
 public:
  // Gets text that is no token, in pieces, and originals, each whole; in order.
  using Take = std::function<void(std::string_view bytes)>;

  // key must outlive the reader.
  TokenReader(const OperatorKey* key, Take plain, Take original)
      : key_(key), plain_(std::move(plain)), original_(std::move(original)) {}

  void Write(std::string_view chunk);
  void Finish();
  [[nodiscard]] std::uint64_t restored() const { return restored_; }
  [[nodiscard]] std::size_t held_back() const { return held_.size(); }

 private:
  enum class State : std::uint8_t { kPlain, kType, kBody };
  std::size_t FindMark(std::string_view chunk);
  void Fail();
  void End();

  const OperatorKey* key_;
  Take plain_;
  Take original_;
  State state_ = State::kPlain;
  std::string held_;          // a prefix of the mark, or a token so far
  std::size_t type_end_ = 0;  // in held_: of the '~' behind the type
  std::uint64_t restored_ = 0;
};

}  // namespace maske::redact

#endif  // MASKE_REDACT_TOKEN_H_
