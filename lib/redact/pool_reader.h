// Reads a surrogate from the begin of a text, piece by piece; cut() says that the text ended where more would have had to be
// seen. And the families of surrogates, each a function that writes and one that reads. Used by surrogate*.cc alone.
#ifndef MASKE_REDACT_POOL_READER_H_
#define MASKE_REDACT_POOL_READER_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "redact/placeholder.h"

namespace maske::redact::pool {

using Words = std::span<const std::string_view>;
enum class Case : std::uint8_t { kAsIs, kLower, kUpper };

inline char InCase(char c, Case spelling) {
  if (spelling == Case::kLower && c >= 'A' && c <= 'Z') return static_cast<char>(c + 32);
  if (spelling == Case::kUpper && c >= 'a' && c <= 'z') return static_cast<char>(c - 32);
  return c;
}

class PoolReader {
 public:
  explicit PoolReader(std::string_view text) : text_(text) {}

  bool Take(std::string_view literal, Case spelling = Case::kAsIs) {
    const std::string_view rest = text_.substr(at_);
    std::size_t i = 0;
    while (i < literal.size() && i < rest.size() && rest[i] == InCase(literal[i], spelling)) ++i;
    if (i == literal.size()) {
      at_ += i;
      return true;
    }
    cut_ = cut_ || i == rest.size();
    return false;
  }

  // The word of the list that stands there; none begins another.
  bool TakeWord(Words words, std::uint32_t* index, Case spelling = Case::kAsIs) {
    if (at_ == text_.size()) {
      cut_ = true;
      return false;
    }
    for (std::uint32_t i = 0; i < words.size(); ++i) {
      if (text_[at_] != InCase(words[i][0], spelling) || !Take(words[i], spelling)) continue;
      *index = i;
      return true;
    }
    return false;
  }

  bool TakeDigits(unsigned count, std::uint32_t* value) {
    *value = 0;
    for (; count > 0; --count) {
      const char c = Next();
      if (c < '0' || c > '9') return false;
      *value = *value * 10 + static_cast<std::uint32_t>(c - '0');
      ++at_;
    }
    return true;
  }

  // The character there, NUL at the end of the text.
  char Next() {
    if (at_ < text_.size()) return text_[at_];
    cut_ = true;
    return '\0';
  }
  void Skip() { ++at_; }
  // Another reading of this text saw its end.
  void NoteCut(bool cut) { cut_ = cut_ || cut; }

  [[nodiscard]] std::size_t at() const { return at_; }
  [[nodiscard]] bool cut() const { return cut_; }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  bool cut_ = false;
};

inline void AppendDigits(std::uint32_t value, unsigned count, std::string* out) {
  std::array<char, 10> digits{};
  for (unsigned i = count; i > 0; value /= 10) digits[--i] = static_cast<char>('0' + value % 10);
  out->append(digits.data(), count);
}

// Of one family: writes what stands for (number - 1, variant - 1), false when there is none; and reads.
bool AppendIban(std::uint32_t n, std::uint32_t v, std::string_view original, std::string* out);
bool AppendPhone(std::uint32_t n, std::uint32_t v, std::string_view original, std::string* out);
bool AppendCard(std::uint32_t n, std::uint32_t v, std::string_view original, std::string* out);
bool AppendIp(std::uint32_t n, std::uint32_t v, std::string_view original, std::string* out);
bool AppendMac(std::uint32_t n, std::uint32_t v, std::string_view original, std::string* out);

using Read = bool (*)(PoolReader*, Placeholder*);
bool ReadIban(PoolReader* text, Placeholder* placeholder);
bool ReadPhone(PoolReader* text, Placeholder* placeholder);
bool ReadCard(PoolReader* text, Placeholder* placeholder);
bool ReadIp(PoolReader* text, Placeholder* placeholder);
bool ReadIp6(PoolReader* text, Placeholder* placeholder);
bool ReadMac(PoolReader* text, Placeholder* placeholder);

}  // namespace maske::redact::pool

#endif  // MASKE_REDACT_POOL_READER_H_
