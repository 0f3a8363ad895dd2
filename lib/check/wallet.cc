// Addresses of wallets: Bitcoin in Base58Check (1…, 3…) and Bech32 (bc1…), Ethereum (0x and 40 hexadecimal digits; written
// with capitals, they carry a check). Covered by tests/check/wallet_test.cc.
#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

#include "check/compact.h"
#include "check/digest.h"
#include "check/families.h"

namespace maske::check {
namespace {

// Version, twenty bytes of a key's or script's hash, the first four bytes of its double SHA-256.
bool Base58Check(std::string_view text) {
  constexpr std::string_view kAlphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  constexpr std::size_t kSize = 25;
  if (text.size() < 26 || text.size() > 35 || (text[0] != '1' && text[0] != '3')) return false;
  std::array<char, kSize> bytes{};
  for (const char c : text) {
    const auto digit = kAlphabet.find(c);
    if (digit == std::string_view::npos) return false;
    auto carry = static_cast<unsigned>(digit);
    for (std::size_t n = kSize; n-- > 0;) {
      carry += 58U * static_cast<unsigned char>(bytes[n]);
      bytes[n] = static_cast<char>(carry & 0xFFU);
      carry >>= 8;
    }
    if (carry != 0) return false;
  }
  if (bytes[0] != 0 && bytes[0] != 5) return false;
  const Digest once = Sha256({bytes.data(), 21});
  std::array<char, 32> again{};
  std::transform(once.begin(), once.end(), again.begin(), [](std::uint8_t byte) { return static_cast<char>(byte); });
  const Digest twice = Sha256({again.data(), again.size()});
  return std::equal(bytes.begin() + 21, bytes.end(), twice.begin(),
                    [](char a, std::uint8_t b) { return static_cast<unsigned char>(a) == b; });
}

// BIP 173, and BIP 350 from version 1 on. All capitals or none.
bool Bech32(std::string_view text) {
  constexpr std::string_view kAlphabet = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
  if (text.size() < 14 || text.size() > 74) return false;
  const bool upper = IsCapital(text[0]);
  const auto lower = [](char c) { return IsCapital(c) ? static_cast<char>(c - 'A' + 'a') : c; };
  std::uint32_t check = 1;
  const auto step = [&check](std::uint32_t value) {
    constexpr std::array<std::uint32_t, 5> kGenerator = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};
    const std::uint32_t top = check >> 25;
    check = (check & 0x1FFFFFF) << 5 ^ value;
    for (std::size_t n = 0; n < kGenerator.size(); ++n) {
      if ((top >> n & 1U) != 0) check ^= kGenerator[n];
    }
  };
  for (const char c : text.substr(0, 2)) step(static_cast<std::uint32_t>(lower(c)) >> 5);
  step(0);
  for (const char c : text.substr(0, 2)) step(static_cast<std::uint32_t>(lower(c)) & 31U);
  if (lower(text[0]) != 'b' || lower(text[1]) != 'c' || text[2] != '1') return false;
  for (const char c : text.substr(3)) {
    if (!IsDigit(c) && IsCapital(c) != upper) return false;
    const auto value = kAlphabet.find(lower(c));
    if (value == std::string_view::npos) return false;
    step(static_cast<std::uint32_t>(value));
  }
  return check == (lower(text[3]) == 'q' ? 1U : 0x2bc830a3U);
}

bool Bitcoin(std::string_view text) { return Base58Check(text) || Bech32(text); }

bool IsHex(char c) { return IsDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

// 0x and 40 digits of one case; or with capitals where the Keccak-256 of the digits in lower case says so (EIP-55).
bool Ethereum(std::string_view text, bool with_check) {
  constexpr std::size_t kDigits = 40;
  if (text.size() != kDigits + 2 || text[0] != '0' || (text[1] != 'x' && text[1] != 'X')) return false;
  text.remove_prefix(2);
  if (!std::all_of(text.begin(), text.end(), IsHex)) return false;
  if (text.find_first_not_of('0') == std::string_view::npos) return false;
  std::array<char, kDigits> lower{};
  bool capitals = false;
  bool small = false;
  for (std::size_t n = 0; n < kDigits; ++n) {
    capitals = capitals || IsCapital(text[n]);
    small = small || (text[n] >= 'a' && text[n] <= 'f');
    lower[n] = IsCapital(text[n]) ? static_cast<char>(text[n] - 'A' + 'a') : text[n];
  }
  if (!capitals || !small) return !with_check;
  const Digest digest = Keccak256({lower.data(), lower.size()});
  for (std::size_t n = 0; n < kDigits; ++n) {
    if (IsDigit(text[n])) continue;
    const unsigned nibble = n % 2 == 0 ? digest[n / 2] >> 4U : digest[n / 2] & 15U;
    if ((nibble >= 8) != IsCapital(text[n])) return false;
  }
  return true;
}

bool EthereumChecked(std::string_view text) { return Ethereum(text, true); }
bool EthereumAny(std::string_view text) { return Ethereum(text, false); }

constexpr std::array kRows = {
    Check{"bitcoin", &Bitcoin, "Bitcoin: Base58Check; BIP 173 and BIP 350 (Bech32, Bech32m)"},
    Check{"ethereum", &EthereumChecked, "EIP-55: mixed-case checksum"},
    Check{"ethereum_any", &EthereumAny, "EIP-55, or hexadecimal digits of one case"},
};

}  // namespace

std::span<const Check> WalletChecks() { return kRows; }

}  // namespace maske::check
