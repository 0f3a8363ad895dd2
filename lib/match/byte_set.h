// A set of bytes in four words. Constant expressions throughout, so that tables made at build time can hold it.
// Tested by tests/match/regex_test.cc.
#ifndef MASKE_MATCH_BYTE_SET_H_
#define MASKE_MATCH_BYTE_SET_H_

#include <cstdint>
#include <string_view>

namespace maske::match {

struct ByteSet {
  std::uint64_t bits[4] = {0, 0, 0, 0};

  [[nodiscard]] constexpr bool Has(unsigned char byte) const { return ((bits[byte >> 6] >> (byte & 63)) & 1) != 0; }
  constexpr void Add(unsigned char byte) { bits[byte >> 6] |= std::uint64_t{1} << (byte & 63); }
  constexpr void AddRange(unsigned first, unsigned last) {
    for (unsigned byte = first; byte <= last; ++byte) Add(static_cast<unsigned char>(byte));
  }
  constexpr void AddAll(const ByteSet& other) {
    for (int i = 0; i < 4; ++i) bits[i] |= other.bits[i];
  }
  [[nodiscard]] constexpr bool empty() const { return (bits[0] | bits[1] | bits[2] | bits[3]) == 0; }
  // Every byte of this set is in other.
  [[nodiscard]] constexpr bool Within(const ByteSet& other) const {
    for (int i = 0; i < 4; ++i) {
      if ((bits[i] & ~other.bits[i]) != 0) return false;
    }
    return true;
  }
  [[nodiscard]] constexpr ByteSet Without(const ByteSet& other) const {
    ByteSet left;
    for (int i = 0; i < 4; ++i) left.bits[i] = bits[i] & ~other.bits[i];
    return left;
  }
  [[nodiscard]] constexpr ByteSet And(const ByteSet& other) const {
    ByteSet both;
    for (int i = 0; i < 4; ++i) both.bits[i] = bits[i] & other.bits[i];
    return both;
  }
  constexpr bool operator==(const ByteSet&) const = default;

  static constexpr ByteSet All() {
    ByteSet set;
    for (auto& word : set.bits) word = ~std::uint64_t{0};
    return set;
  }
  static constexpr ByteSet Of(std::string_view chars) {
    ByteSet set;
    for (char c : chars) set.Add(static_cast<unsigned char>(c));
    return set;
  }
  static constexpr ByteSet Range(unsigned first, unsigned last) {
    ByteSet set;
    set.AddRange(first, last);
    return set;
  }
};

// Letters and digits of ASCII.
inline constexpr ByteSet kAlnumBytes = [] {
  ByteSet set = ByteSet::Range('0', '9');
  set.AddRange('A', 'Z');
  set.AddRange('a', 'z');
  return set;
}();

}  // namespace maske::match

#endif  // MASKE_MATCH_BYTE_SET_H_
