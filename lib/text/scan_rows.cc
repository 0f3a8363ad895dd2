// The constants of the scan's kernel. In a file of their own, so that the compiler loads each with one instruction; where
// it knows them it makes them anew in each block, of three or four.
#include "text/scan_blocks.h"

namespace maske::text {
namespace {

// Bits of the class tables: a class is one bit for each high half in which it has bytes.
constexpr std::uint8_t kMid = 1;         // ' .
constexpr std::uint8_t kMidNumber2 = 2;  // ,
constexpr std::uint8_t kMidNumber3 = 4;  // ;
constexpr std::uint8_t kSpecial2 = 8;    // +
constexpr std::uint8_t kSpecial3 = 16;   // : =
constexpr std::uint8_t kSpecial4 = 32;   // @
constexpr std::uint8_t kSpecial5 = 64;   // [ _
constexpr std::uint8_t kNewline = 128;
constexpr std::uint8_t kSpecial = kSpecial2 | kSpecial3 | kSpecial4 | kSpecial5;
constexpr std::uint8_t kMidNumber = kMidNumber2 | kMidNumber3;

constexpr ScanRow All(int value) {
  ScanRow row{};
  for (std::uint8_t& byte : row.bytes) byte = static_cast<std::uint8_t>(value);
  return row;
}

constexpr ScanRows Make() {
  ScanRows rows{};
  rows.low = {{kSpecial4, 0, 0, 0, 0, 0, 0, kMid, 0, 0, kNewline | kSpecial3, kSpecial2 | kMidNumber3 | kSpecial5,
               kMidNumber2, kSpecial3, kMid, kSpecial5}};
  rows.high = {{kNewline, 0, kMid | kMidNumber2 | kSpecial2, kSpecial3 | kMidNumber3, kSpecial4, kSpecial5, 0, 0, 0, 0,
                0, 0, 0, 0, 0, 0}};
  rows.newline = All(kNewline);
  rows.mid = All(kMid);
  rows.mid_number = All(kMidNumber);
  rows.special = All(kSpecial);
  rows.low_half = All(15);
  rows.bit_lower = All(0x20);
  rows.no_lower = All(0xDF);
  rows.times = All(0x97);
  rows.c3 = All(0xC3);
  rows.underscore = All('_');
  rows.from_0 = All(0x80 - '0');
  rows.from_upper = All(0x80 - 'A');
  rows.from_lower = All(0x80 - 'a');
  rows.ten = All(10 - 0x80);
  rows.letters = All(26 - 0x80);
  rows.one = All(1);
  rows.tails = All(0xC0);
  rows.upper_tails = All(0x9F);
  return rows;
}

}  // namespace

constinit const ScanRows kScanRows = Make();

}  // namespace maske::text
