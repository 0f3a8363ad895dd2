// Telephone numbers: what may be one by its code, its length and its groups. No register of numbers in use stands
// behind.
//
//   phone_international  +49 30 1234567, 0049…: an assigned country code, a length that country uses
//   phone_national       030/1234567, (089) 12 34, 0664 1234567: the first group is an area or mobile code of Germany,
//                        Austria or Switzerland, and the length fits
//   phone_mobile_de      01712895587: a German mobile number in one piece
//   phone_nanp           (212) 555-0123, 212-555-0123: North America
//   phone_loose          anything that stands behind "Tel.": 4 to 15 digits that are no date, year, amount or version
//
// Dates and ISBNs are refused by all of them. Cost: one pass and a few binary searches.
// Covered by tests/check/phone_test.cc.
#include "check/phone.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "check/algorithms.h"
#include "check/area_codes.h"
#include "check/compact.h"
#include "check/families.h"

namespace maske::check {
namespace {

struct CountryCode {
  int code;
  std::size_t shortest;
  std::size_t longest;
};

constexpr auto kCountryCodes = std::to_array<CountryCode>({
#include "check/country_codes.inc"
});

// Day, month and year (or the other way round) joined by one kind of point, hyphen or slash.
bool LooksLikeDate(const PhoneParts& parts) {
  if (parts.groups() != 3 || parts.plus() || parts.parenthesised()) return false;
  const char separator = parts.separator(0);
  if (separator != parts.separator(1) || separator == ')') return false;
  const auto value = [&parts](std::size_t i) { return static_cast<int>(ToNumber(parts.group(i))); };
  if (parts.group_size(0) == 4) {
    return parts.group_size(1) <= 2 && parts.group_size(2) <= 2 && value(0) >= 1900 && value(0) <= 2099 &&
           value(1) >= 1 && value(1) <= 12 && value(2) >= 1 && value(2) <= 31;
  }
  if (parts.group_size(0) > 2 || parts.group_size(1) > 2) return false;
  if (parts.group_size(2) != 4 && (parts.group_size(2) != 2 || separator == ' ')) return false;
  const int low = std::min(value(0), value(1));
  const int high = std::max(value(0), value(1));
  return low >= 1 && low <= 12 && high <= 31;
}

// A date with a year of four digits and a time behind it: "04/21/2020 12".
bool BeginsWithDate(const PhoneParts& parts) {
  if (parts.groups() < 4 || parts.plus() || parts.parenthesised() || parts.separator(0) != parts.separator(1))
    return false;
  const bool year_last = parts.group_size(0) <= 2 && parts.group_size(1) <= 2 && parts.group_size(2) == 4;
  const bool year_first = parts.group_size(0) == 4 && parts.group_size(1) == 2 && parts.group_size(2) == 2;
  if (!year_last && !year_first) return false;
  const long long year = ToNumber(parts.group(year_last ? 2 : 0));
  return year >= 1900 && year <= 2099 && parts.separator(0) != ' ';
}

// ISBN-10 as it is printed: four groups, the last of one character; or 978/979 and 13 digits.
bool LooksLikeIsbn(const PhoneParts& parts) {
  const std::string_view digits = parts.digits();
  if (parts.plus()) return false;
  if (digits.size() == 13 && (digits.starts_with("978") || digits.starts_with("979"))) return Ean13Valid(digits);
  if (digits.size() != 10 || parts.groups() != 4 || parts.group_size(3) != 1) return false;
  int sum = 0;
  for (std::size_t i = 0; i < 10; ++i) sum += DigitValue(digits[i]) * (10 - static_cast<int>(i));
  return sum % 11 == 0;
}

bool AllSame(std::string_view digits) {
  return std::all_of(digits.begin(), digits.end(), [digits](char c) { return c == digits[0]; });
}

bool Refused(const PhoneParts& parts) {
  return !parts.ok() || LooksLikeDate(parts) || BeginsWithDate(parts) || LooksLikeIsbn(parts) ||
         AllSame(parts.digits());
}

bool IsMobileDe(std::string_view digits) {  // with the trunk 0
  return digits.size() >= 3 && digits[0] == '0' && digits[1] == '1' && digits[2] >= '5' && digits[2] <= '7';
}

// "00" is no sign as plain as "+" (hex dumps, times of day): when such a number is grouped, its first group must be the
// prefix, the prefix with the country code, or with a German area or mobile code too.
bool PrefixStandsApart(const PhoneParts& parts, std::size_t code_length, bool german) {
  if (parts.groups() == 1) return true;
  const std::string_view first = parts.group(0);
  if (first.size() == 2 || first.size() == 2 + code_length) return true;
  if (!german || first.size() <= 4) return false;
  std::array<char, 8> area{'0'};
  const std::string_view rest = first.substr(4);
  if (rest.size() >= area.size()) return false;
  std::copy(rest.begin(), rest.end(), area.begin() + 1);
  const std::string_view code(area.data(), rest.size() + 1);
  return IsAreaCodeDe(code) || IsMobileDe(code);
}

bool International(std::string_view text) {
  const PhoneParts parts(text);
  if (Refused(parts)) return false;
  std::string_view digits = parts.digits();
  if (!parts.plus()) {
    if (!digits.starts_with("00")) return false;
    digits.remove_prefix(2);
  }
  for (const CountryCode& country : kCountryCodes) {
    const std::size_t length = country.code < 10 ? 1U : country.code < 100 ? 2U : 3U;
    if (digits.size() <= length || ToNumber(digits.substr(0, length)) != country.code) continue;
    if (!parts.plus() && !PrefixStandsApart(parts, length, country.code == 49)) return false;
    std::string_view national = digits.substr(length);
    // The trunk 0 that many leave in place; Italian and some African numbers begin with 0 by right.
    if (national[0] == '0' && national.size() > country.shortest) national.remove_prefix(1);
    if (national[0] == '0' && country.code != 39 && country.code != 225 && country.code != 242) return false;
    return national.size() >= std::max<std::size_t>(country.shortest, 5) && national.size() <= country.longest;
  }
  return false;
}

// Codes of services, not of places: free, shared cost, premium, personal and nationwide numbers.
bool IsServiceDe(std::string_view code) {
  constexpr auto kCodes = std::to_array<std::string_view>(
      {"032",   "0137", "0138", "0180", "01801", "01802", "01803", "01804", "01805", "01806",
       "01807", "0181", "0185", "0188", "01888", "0190",  "0191",  "0192",  "0193",  "0194",
       "0198",  "0199", "0700", "0701", "0800",  "0801",  "0900",  "09001", "09003", "09005"});
  return std::find(kCodes.begin(), kCodes.end(), code) != kCodes.end();
}

bool GermanFits(std::string_view code, std::string_view digits) {
  if (IsMobileDe(code)) return code.size() >= 4 && code.size() <= 5 && digits.size() >= 10 && digits.size() <= 13;
  if (IsServiceDe(code)) return digits.size() >= 7 && digits.size() <= 16;
  return IsAreaCodeDe(code) && digits.size() >= 7 && digits.size() <= 16 && digits.size() - code.size() >= 3;
}

bool AustrianFits(std::string_view code, std::string_view digits) {
  const bool mobile = code.size() == 4 && code.starts_with("06") && code[2] >= '5' && code != "0662";
  const bool service = code == "0720" || code == "0780" || code == "0810" || code == "0820" || code == "0821" ||
                       code == "0930" || code == "0800";
  if (mobile || service) return digits.size() >= 10 && digits.size() <= 14;
  if (code == "01" && digits[2] < '2') return false;  // no subscriber of Vienna begins with 0 or 1
  return IsAreaCodeAt(code) && digits.size() >= 7 && digits.size() <= 14 && digits.size() - code.size() >= 3;
}

bool SwissFits(std::string_view code, std::string_view digits) {
  constexpr std::string_view kCodes =
      "021022024026027031032033034041043044051052055056058061062071074075076077078079081091";
  if (digits.size() != 10) return false;
  if (code == "0800" || code == "0840" || code == "0842" || code == "0844" || code == "0848" || code == "0900")
    return true;
  if (code.size() != 3) return false;
  for (std::size_t i = 0; i < kCodes.size(); i += 3) {
    if (kCodes.substr(i, 3) == code) return true;
  }
  return false;
}

bool National(std::string_view text) {
  const PhoneParts parts(text);
  if (Refused(parts) || parts.plus()) return false;
  const std::string_view digits = parts.digits();
  if (digits.size() < 6 || digits[0] != '0' || digits[1] == '0') return false;
  if (parts.separator(0) == '.' && (parts.group_size(0) < 3 || parts.groups() > 4)) return false;  // dates, versions
  std::size_t slashes = 0;
  for (std::size_t i = 0; i < parts.groups(); ++i) slashes += parts.separator(i) == '/' ? 1 : 0;
  if (slashes > 2) return false;  // rows of drawn numbers
  for (std::size_t i = 0; i + 1 < parts.groups() && parts.boundary(i) <= 6; ++i) {
    const std::string_view code = digits.substr(0, parts.boundary(i));
    // "0 71 31/6 20-0": a code may itself be grouped when a sign other than a blank ends it, or its trunk 0 stands
    // alone.
    const char separator = parts.separator(i);
    const bool ends_here =
        i == 0 || separator == '/' || separator == '-' || separator == ')' || parts.group_size(0) == 1;
    if (!ends_here) continue;
    if (GermanFits(code, digits) || AustrianFits(code, digits) || SwissFits(code, digits)) return true;
    if (i == 0 && parts.parenthesised() && parts.separator(0) == ')' && code.size() >= 3) return digits.size() >= 7;
  }
  return false;
}

bool MobileDe(std::string_view text) {
  const PhoneParts parts(text);
  return !Refused(parts) && !parts.plus() && IsMobileDe(parts.digits()) && parts.digits().size() >= 11 &&
         parts.digits().size() <= 12;
}

bool Nanp(std::string_view text) {
  const PhoneParts parts(text.substr(0, text.find_first_of("exX,")));  // an extension may follow
  if (Refused(parts)) return false;
  std::string_view digits = parts.digits();
  if (digits.size() == 11 && digits[0] == '1') digits.remove_prefix(1);
  return digits.size() == 10 && digits[0] >= '2' && digits[3] >= '2' && !(digits[1] == '1' && digits[2] == '1');
}

bool Loose(std::string_view text) {
  const PhoneParts parts(text);
  if (Refused(parts)) return false;
  const std::string_view digits = parts.digits();
  // Extensions that companies append make numbers longer than E.164 allows.
  if (digits.size() < 4 || digits.size() > (digits.starts_with("0") || parts.plus() ? 17U : 15U)) return false;
  if (parts.groups() == 1 && digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20"))) return false;
  if (parts.plus() || digits.starts_with("0")) return digits.size() >= 5;
  for (std::size_t i = 0; i + 1 < parts.groups(); ++i) {
    if (parts.separator(i) != '.') return true;
  }
  // Points alone: versions (1.2.3), amounts (1.234.567 and 12.50) and dates; numbers are grouped by two or more.
  return parts.groups() == 1 || (digits.size() >= 7 && parts.groups() >= 3 && parts.group_size(0) >= 2);
}

constexpr std::array kRows = {
    Check{"phone_international", &International, "ITU-T E.164 and its list of assigned country codes"},
    Check{"phone_loose", &Loose, "ITU-T E.164 (at most 15 digits)"},
    Check{"phone_mobile_de", &MobileDe, "Bundesnetzagentur, Rufnummernplan Mobile Dienste"},
    Check{"phone_nanp", &Nanp, "North American Numbering Plan (ATIS-0300051)"},
    Check{"phone_national", &National, "Bundesnetzagentur, Ortsnetzkennzahlen; RTR, KEM-V; BAKOM, SR 784.101.113/2.2"},
};

}  // namespace

std::span<const Check> PhoneChecks() { return kRows; }

}  // namespace maske::check
