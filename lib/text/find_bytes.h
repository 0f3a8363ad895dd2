// Finds the next byte of a small set, by SIMD (Google Highway, dispatched at run time): what memchr is for one byte. A byte
// is looked up by its two halves in two tables of 16 bytes whose common bits say whether it belongs to the set.
// Cost: some 10 GB/s between hits and about 5 ns a hit. Thread-safe. Tested by tests/text/find_bytes_test.cc.
#ifndef MASKE_TEXT_FIND_BYTES_H_
#define MASKE_TEXT_FIND_BYTES_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace maske::text {

class ByteSet {
 public:
  // The bytes may have at most eight different high halves (bytes / 16); those of more are left out.
  explicit ByteSet(std::string_view bytes);

  [[nodiscard]] bool Has(char byte) const {
    const auto b = static_cast<unsigned char>(byte);
    return (low_[b & 15U] & high_[b >> 4U]) != 0;
  }
  [[nodiscard]] const std::uint8_t* low() const { return low_.data(); }
  [[nodiscard]] const std::uint8_t* high() const { return high_.data(); }

 private:
  alignas(16) std::array<std::uint8_t, 16> low_{};   // by the low half: the classes of high halves that have it
  alignas(16) std::array<std::uint8_t, 16> high_{};  // by the high half: its class
};

// Where the first byte of the set stands at or behind `from` (at most text.size()); npos: nowhere.
std::size_t FindAnyOf(std::string_view text, std::size_t from, const ByteSet& set);

}  // namespace maske::text

#endif  // MASKE_TEXT_FIND_BYTES_H_
