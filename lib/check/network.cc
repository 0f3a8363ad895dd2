// Addresses of machines. Loopback, unspecified, "this network" and masks are nobody's address and are refused.
// IPv6 after RFC 4291, with zone ("%eth0") and a dotted IPv4 tail; since C++ and Rust write "::" too, an address needs
// a digit or four groups ("abc::def" is a name). Cost: one pass. Covered by tests/check/network_test.cc.
#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

#include "check/compact.h"
#include "check/families.h"

namespace maske::check {
namespace {

bool ParseIpv4(std::string_view text, std::array<int, 4>* octets) {
  std::size_t pos = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    if (i > 0 && (pos == text.size() || text[pos++] != '.')) return false;
    const std::size_t begin = pos;
    while (pos < text.size() && IsDigit(text[pos]) && pos - begin < 3) ++pos;
    if (pos == begin || (pos - begin > 1 && text[begin] == '0')) return false;
    (*octets)[i] = static_cast<int>(ToNumber(text.substr(begin, pos - begin)));
    if ((*octets)[i] > 255) return false;
  }
  return pos == text.size();
}

bool Ipv4(std::string_view text) {
  std::array<int, 4> octets{};
  return ParseIpv4(text, &octets) && octets[0] != 0 && octets[0] != 127 && octets[0] != 255;
}

// Versions and section numbers have small parts ("5.7.0.10"); an address that looks like one needs a word beside it.
bool Ipv4Plain(std::string_view text) {
  std::array<int, 4> octets{};
  if (!Ipv4(text) || !ParseIpv4(text, &octets)) return false;
  const auto at_least = [&octets](int bound) {
    return std::count_if(octets.begin(), octets.end(), [bound](int octet) { return octet >= bound; });
  };
  return octets[0] == 10 || at_least(100) >= 1 || at_least(20) >= 3;
}

bool IsHex(char c) { return IsDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

// What the groups of an address held, besides being well formed.
struct Ipv6Groups {
  int before = 0;  // groups before "::"
  int after = 0;
  bool compressed = false;
  bool any_digit = false;
  bool long_group = false;   // three or four characters
  bool any_nonzero = false;  // in a group other than the last
  std::uint32_t last = 0;
};

bool ParseIpv6(std::string_view text, Ipv6Groups* out) {
  std::size_t pos = 0;
  if (text.starts_with("::")) {
    out->compressed = true;
    pos = 2;
  }
  while (pos < text.size()) {
    const std::size_t end = std::min(text.find(':', pos), text.size());
    const std::string_view group = text.substr(pos, end - pos);
    int& count = out->compressed ? out->after : out->before;
    if (out->last != 0) out->any_nonzero = true;
    if (std::array<int, 4> octets{}; end == text.size() && ParseIpv4(group, &octets)) {
      count += 2;
      out->any_digit = true;
      out->long_group = true;
      out->any_nonzero = true;
      return true;
    }
    if (group.empty() || group.size() > 4 || !std::all_of(group.begin(), group.end(), IsHex)) return false;
    ++count;
    out->long_group |= group.size() >= 3;
    out->last = 0;
    for (const char c : group) {
      out->any_digit |= IsDigit(c);
      out->last = out->last * 16 + static_cast<std::uint32_t>(IsDigit(c) ? c - '0' : (c | 0x20) - 'a' + 10);
    }
    if (end == text.size()) return true;
    pos = end + 1;
    if (pos == text.size()) return false;  // one colon at the end
    if (text[pos] == ':') {
      if (out->compressed) return false;
      out->compressed = true;
      out->any_nonzero |= out->last != 0;
      out->last = 0;
      ++pos;
    }
  }
  return true;
}

bool Ipv6(std::string_view text) {
  if (const std::size_t zone = text.find('%'); zone != std::string_view::npos) {
    if (zone + 1 == text.size()) return false;
    text = text.substr(0, zone);
  }
  Ipv6Groups groups;
  if (!ParseIpv6(text, &groups)) return false;
  const int count = groups.before + groups.after;
  if (groups.compressed ? count > 7 : count != 8) return false;
  if (!groups.any_nonzero && groups.last <= 1) return false;  // "::" and "::1", however written
  return (groups.any_digit && groups.long_group) || count >= 4;
}

bool Mac(std::string_view text) {
  int digits = 0;
  bool all_zero = true;
  bool all_ones = true;
  bool letter = false;
  for (const char c : text) {
    if (c == ':' || c == '-' || c == '.') continue;
    if (!IsHex(c)) return false;
    ++digits;
    letter |= !IsDigit(c);
    all_zero &= c == '0';
    all_ones &= c == 'f' || c == 'F';
  }
  return digits == 12 && letter && !all_zero && !all_ones;
}

constexpr std::array kRows = {
    Check{"ipv4", &Ipv4, "RFC 791; RFC 6890 for loopback, unspecified and broadcast"},
    Check{"ipv4_plain", &Ipv4Plain, "RFC 791; parts as large as those of versions are not"},
    Check{"ipv6", &Ipv6, "RFC 4291; RFC 4007 for zones"},
    Check{"mac", &Mac, "IEEE 802, EUI-48"},
};

}  // namespace

std::span<const Check> NetworkChecks() { return kRows; }

}  // namespace maske::check
