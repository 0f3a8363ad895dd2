// Byte offsets turned into code points or UTF-16 units while a text passes, in bounded memory. A byte that belongs to
// no well-formed UTF-8 sequence (Unicode, table 3-7) counts as one of either. About 1 GB/s on plain ASCII, 300 MB/s
// else. Covered by tests/cli/parts_test.cc (against a decoder written from the table) and detect_test.cc.
#ifndef MASKE_CLI_UNITS_H_
#define MASKE_CLI_UNITS_H_

#include <cstddef>
#include <string>
#include <string_view>

#include "maske/filter.h"

namespace maske::cli {

// Bytes of the well-formed sequence at the begin of text; 0 when there is none.
std::size_t Utf8Length(std::string_view text);

// Units of text. A sequence cut off by its end counts byte by byte.
std::size_t CountUnits(std::string_view text, OffsetUnit unit);

// A window over a text that passes by. Offsets are asked for from left to right.
class PassingText {
 public:
  // What stays in reach behind the end of what was appended: what a MaskStream holds back, and one open span.
  static constexpr std::size_t kReach = std::size_t{64} << 10;

  PassingText(OffsetUnit unit, bool keep_text) : unit_(unit), active_(unit != OffsetUnit::kByte || keep_text) {}

  void Append(std::string_view chunk);
  // Units before the byte at offset. Never less than what was asked before.
  std::size_t Units(std::size_t offset);
  // The bytes of [begin, end) as far as they are in reach.
  [[nodiscard]] std::string_view Text(std::size_t begin, std::size_t end) const;
  // Lets go what no later question can reach.
  void Forget();

 private:
  void CountTo(std::size_t offset);

  OffsetUnit unit_;
  bool active_;
  std::string kept_;
  std::size_t kept_begin_ = 0;  // offset of kept_[0]
  std::size_t counted_ = 0;     // offset up to which units_ counts
  std::size_t units_ = 0;
};

}  // namespace maske::cli

#endif  // MASKE_CLI_UNITS_H_
