// Surrogates of accounts, telephones, cards and network addresses, of numbers that nobody has:
// - IBAN: bank part and begin of the account are nines, TEST where letters are asked for. The first digit of a German bank code
//   is its clearing area, 1 to 8 (Deutsche Bundesbank); of other countries no bank of nines is known. Check digits by ISO 13616.
// - telephones: Bundesnetzagentur, "Rufnummern für Medienproduktionen", Mitteilung 148/2021, Amtsblatt 7/2021: five areas of
//   1000 numbers; Ofcom, "Telephone numbers for use in TV and radio drama programmes"; NANP: 555-0100 to 555-0199 (ATIS-0300048).
// - cards: 4242 4242 4242 4242 and 5555 5555 5555 4444 are test numbers of payment services; prefix of eight digits, Luhn.
// - network: RFC 5737, RFC 3849, RFC 7042 (documentation); RFC 2544 (198.18.0.0/15, measuring), never on the Internet either.
#include <algorithm>

#include "check/algorithms.h"
#include "redact/pool_reader.h"

namespace maske::redact::pool {
namespace {

constexpr std::uint32_t kMostCounted = 1'000'000;  // of six digits
constexpr std::uint32_t kMostVariants = 10;        // of one

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

struct Country {
  std::string_view code;
  std::string_view structure;
};
constexpr auto kIbans = std::to_array<Country>({
#include "check/iban_registry.inc"
});
constexpr std::size_t kCounted = 7;  // digits at the end of an account: variant and number

// The national part up to the digits that count; empty when the structure has no place for these.
std::string BankPart(std::string_view structure) {
  constexpr std::string_view kTest = "TEST";
  std::string part;
  std::size_t letters = 0;
  for (std::size_t i = 0; i < structure.size(); ++i) {
    std::size_t count = 0;
    while (IsDigit(structure[i])) count = count * 10 + static_cast<std::size_t>(structure[i++] - '0');
    for (; count > 0; --count) part.push_back(structure[i] == 'a' ? kTest[letters++ % kTest.size()] : '9');
  }
  const std::size_t bank = part.size() - std::min(part.size(), kCounted);
  const bool countable = part.find_first_not_of('9', bank) == std::string::npos;
  part.resize(countable ? bank : 0);
  return part;
}

const Country* CountryOf(std::string_view code) {
  const auto* const row = std::lower_bound(kIbans.begin(), kIbans.end(), code,
                                           [](const Country& c, std::string_view wanted) { return c.code < wanted; });
  return row != kIbans.end() && row->code == code ? row : nullptr;
}

struct Area {
  std::string_view code;
  std::string_view exchange;
};
constexpr Area kGermanyLines[] = {{"30", "23125"}, {"69", "90009"}, {"40", "66969"}, {"221", "4710"}, {"89", "99998"}};
constexpr Area kBritainLines[] = {{"20", "7946 0"}, {"113", "496 0"}, {"114", "496 0"}, {"115", "496 0"},
                                  {"116", "496 0"}, {"117", "496 0"}, {"118", "496 0"}, {"121", "496 0"},
                                  {"131", "496 0"}, {"141", "496 0"}, {"151", "496 0"}, {"161", "496 0"},
                                  {"191", "498 0"}, {"1632", "960"},  {"7700", "900"}};
constexpr std::string_view kAmericaLines[] = {"212", "213", "312", "305", "415", "202", "206", "214", "303", "404",
                                              "512", "602", "617", "702", "713", "718", "808", "816", "901", "916"};
// What stands before the exchange and, in Germany, within the number; by variant.
struct Separators {
  char first;
  bool blank;
};
constexpr Separators kGermanVariants[] = {{' ', true}, {' ', false}, {'/', false}, {'-', false}};
constexpr char kOtherVariants[] = {' ', '-', '.'};

enum class Plan : std::uint8_t { kNational, kGermany, kBritain, kAmerica, kOther };

Plan PlanOf(std::string_view original) {
  std::string begin;
  for (const char c : original) {
    if (IsDigit(c) || (c == '+' && begin.empty())) begin.push_back(c);
    if (begin.size() == 4) break;
  }
  if (begin.starts_with("00")) begin = "+" + begin.substr(2);
  if (!begin.starts_with('+')) return Plan::kNational;
  if (begin.starts_with("+49")) return Plan::kGermany;
  if (begin.starts_with("+44")) return Plan::kBritain;
  return begin.starts_with("+1") ? Plan::kAmerica : Plan::kOther;
}

bool TakeArea(std::span<const Area> areas, PoolReader* text, std::uint32_t* area) {
  for (*area = 0; *area < areas.size(); ++*area) {
    if (text->Take(areas[*area].code)) return true;
  }
  return false;
}

bool ReadGerman(PoolReader* text, Placeholder* placeholder) {
  std::uint32_t area = 0;
  std::uint32_t line = 0;
  if (!TakeArea(kGermanyLines, text, &area)) return false;
  const char first = text->Next();
  if (first != ' ' && first != '/' && first != '-') return false;
  text->Skip();
  if (!text->Take(kGermanyLines[area].exchange)) return false;
  const bool blank = text->Next() == ' ';
  if (blank) text->Skip();
  if (!text->TakeDigits(3, &line)) return false;
  for (std::uint32_t v = 0; v < std::size(kGermanVariants); ++v) {
    if (kGermanVariants[v].first != first || kGermanVariants[v].blank != blank) continue;
    *placeholder = {kPhone, line * static_cast<std::uint32_t>(std::size(kGermanyLines)) + area + 1, v + 1};
    return true;
  }
  return false;
}

bool TakeVariant(PoolReader* text, std::uint32_t* variant) {
  const char* const at = std::find(std::begin(kOtherVariants), std::end(kOtherVariants), text->Next());
  if (at == std::end(kOtherVariants)) return false;
  text->Skip();
  *variant = static_cast<std::uint32_t>(at - std::begin(kOtherVariants)) + 1;
  return true;
}

bool ReadBritish(PoolReader* text, Placeholder* placeholder) {
  std::uint32_t area = 0;
  std::uint32_t variant = 0;
  std::uint32_t line = 0;
  if (!TakeArea(kBritainLines, text, &area) || !TakeVariant(text, &variant) ||
      !text->Take(kBritainLines[area].exchange) || !text->TakeDigits(3, &line)) {
    return false;
  }
  *placeholder = {kPhone, line * static_cast<std::uint32_t>(std::size(kBritainLines)) + area + 1, variant};
  return true;
}

bool ReadAmerican(PoolReader* text, Placeholder* placeholder) {
  std::uint32_t area = 0;
  std::uint32_t variant = 0;
  std::uint32_t line = 0;
  if (!text->TakeWord(kAmericaLines, &area) || !TakeVariant(text, &variant) || !text->Take("555") ||
      !text->Take({&kOtherVariants[variant - 1], 1}) || !text->Take("01") || !text->TakeDigits(2, &line)) {
    return false;
  }
  *placeholder = {kPhone, line * static_cast<std::uint32_t>(std::size(kAmericaLines)) + area + 1, variant};
  return true;
}

char LuhnDigit(const std::string& digits) {
  for (char c = '0'; c < '9'; ++c) {
    if (check::LuhnValid(digits + c)) return c;
  }
  return '9';
}

constexpr std::string_view kCards[] = {"42424242", "55555555"};
constexpr std::string_view kNetworks[] = {"192.0.2.", "198.51.100.", "203.0.113."};
constexpr std::uint32_t kFirstHost = 100;  // hosts of three digits: none begins another
constexpr std::uint32_t kHosts = 155;
constexpr std::string_view kMeasuring[] = {"198.18.", "198.19."};  // from there on two numbers of three digits
constexpr auto kDocumented = static_cast<std::uint32_t>(std::size(kNetworks)) * kHosts;
constexpr auto kIp4 = kDocumented + static_cast<std::uint32_t>(std::size(kMeasuring)) * kHosts * kHosts;
constexpr std::string_view kNetwork6 = "2001:db8::";
constexpr std::string_view kHex = "0123456789abcdef";
constexpr std::string_view kMacDigits = "0123456789ABCDEF";
constexpr std::string_view kMacBytes[] = {"00", "00", "5E", "00", "53"};

}  // namespace

bool AppendIban(std::uint32_t n, std::uint32_t v, std::string_view original, std::string* out) {
  if (n >= kMostCounted || v >= kMostVariants || original.size() < 2) return false;
  const std::string code = {InCase(original[0], Case::kUpper), InCase(original[1], Case::kUpper)};
  const Country* const country = CountryOf(code);
  std::string number = country != nullptr ? BankPart(country->structure) : "";
  if (number.empty()) return false;
  AppendDigits(v, 1, &number);
  AppendDigits(n, 6, &number);
  std::string iban = code;
  AppendDigits(static_cast<std::uint32_t>(98 - check::Mod97(number + code + "00")), 2, &iban);
  iban.append(number);
  const bool grouped = original.find(' ') != std::string_view::npos;
  for (std::size_t i = 0; i < iban.size(); ++i) {
    if (grouped && i > 0 && i % 4 == 0) out->push_back(' ');
    out->push_back(iban[i]);
  }
  return true;
}

bool ReadIban(PoolReader* text, Placeholder* placeholder) {
  std::string iban;
  for (int i = 0; i < 4; ++i, text->Skip()) {
    const char c = text->Next();
    if (i < 2 ? c < 'A' || c > 'Z' : !IsDigit(c)) return false;
    iban.push_back(c);
    if (i == 1 && CountryOf(iban) == nullptr) return false;
  }
  const Country* const country = CountryOf(iban.substr(0, 2));
  const std::string bank = country != nullptr ? BankPart(country->structure) : "";
  if (bank.empty()) return false;
  const bool grouped = text->Next() == ' ';
  for (std::size_t i = 0; i < bank.size() + kCounted; ++i, text->Skip()) {
    if (grouped && i % 4 == 0 && !text->Take(" ")) return false;
    const char c = text->Next();
    if (i < bank.size() ? c != bank[i] : !IsDigit(c)) return false;
    iban.push_back(c);
  }
  if (check::Mod97(iban.substr(4) + iban.substr(0, 4)) != 1) return false;
  std::uint32_t counted = 0;
  if (!PoolReader(std::string_view(iban).substr(iban.size() - kCounted)).TakeDigits(kCounted, &counted)) return false;
  *placeholder = {kIban, counted % kMostCounted + 1, counted / kMostCounted + 1};
  return true;
}

bool AppendPhone(std::uint32_t n, std::uint32_t v, std::string_view original, std::string* out) {
  const Plan plan = PlanOf(original);
  const auto number = [&](std::span<const Area> areas, char first, std::string_view within) {
    const auto count = static_cast<std::uint32_t>(areas.size());
    out->append(areas[n % count].code).push_back(first);
    out->append(areas[n % count].exchange).append(within);
    AppendDigits(n / count, 3, out);
  };
  if (plan == Plan::kOther) return false;
  if (plan == Plan::kAmerica) {
    if (n >= std::size(kAmericaLines) * 100 || v >= std::size(kOtherVariants)) return false;
    const char separator = kOtherVariants[v];
    out->append("+1 ").append(kAmericaLines[n % std::size(kAmericaLines)]).push_back(separator);
    out->append("555").push_back(separator);
    out->append("01");
    AppendDigits(n / static_cast<std::uint32_t>(std::size(kAmericaLines)), 2, out);
    return true;
  }
  if (plan == Plan::kBritain) {
    if (n >= std::size(kBritainLines) * 1000 || v >= std::size(kOtherVariants)) return false;
    out->append("+44 ");
    number(kBritainLines, kOtherVariants[v], "");
    return true;
  }
  if (n >= std::size(kGermanyLines) * 1000 || v >= std::size(kGermanVariants)) return false;
  out->append(plan == Plan::kGermany ? "+49 " : "0");
  number(kGermanyLines, kGermanVariants[v].first, kGermanVariants[v].blank ? " " : "");
  return true;
}

bool ReadPhone(PoolReader* text, Placeholder* placeholder) {
  if (text->Take("+49 ")) return ReadGerman(text, placeholder);
  if (text->Take("+44 ")) return ReadBritish(text, placeholder);
  if (text->Take("+1 ")) return ReadAmerican(text, placeholder);
  return text->Take("0") && ReadGerman(text, placeholder);
}

bool AppendCard(std::uint32_t n, std::uint32_t v, std::string_view original, std::string* out) {
  if (n >= kMostCounted || v >= kMostVariants) return false;
  const bool second = original.starts_with('5') || original.starts_with('2');
  std::string digits(kCards[second ? 1 : 0]);
  AppendDigits(v, 1, &digits);
  AppendDigits(n, 6, &digits);
  digits.push_back(LuhnDigit(digits));
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && i % 4 == 0) out->push_back(original.find('-') == std::string_view::npos ? ' ' : '-');
    out->push_back(digits[i]);
  }
  return true;
}

bool ReadCard(PoolReader* text, Placeholder* placeholder) {
  std::string digits;
  char separator = '\0';
  for (std::size_t i = 0; i < 16; ++i, text->Skip()) {
    if (i > 0 && i % 4 == 0) {
      if (separator == '\0') separator = text->Next() == '-' ? '-' : ' ';
      if (!text->Take({&separator, 1})) return false;
    }
    const char c = text->Next();
    if (!IsDigit(c)) return false;
    digits.push_back(c);
    if (digits.size() <= 8 && !kCards[0].starts_with(digits) && !kCards[1].starts_with(digits)) return false;
  }
  if (!check::LuhnValid(digits)) return false;
  std::uint32_t counted = 0;
  if (!PoolReader(std::string_view(digits).substr(8)).TakeDigits(kCounted, &counted)) return false;
  *placeholder = {kCard, counted % kMostCounted + 1, counted / kMostCounted + 1};
  return true;
}

bool AppendIp(std::uint32_t n, std::uint32_t v, std::string_view original, std::string* out) {
  const bool six = original.find(':') != std::string_view::npos;
  const auto networks = static_cast<std::uint32_t>(std::size(kNetworks));
  const auto measuring = static_cast<std::uint32_t>(std::size(kMeasuring));
  if (v > 0 || n >= (six ? 0xFFFF : kIp4)) return false;
  if (!six && n >= kDocumented) {
    n -= kDocumented;
    out->append(kMeasuring[n % measuring]);
    AppendDigits(kFirstHost + n / measuring / kHosts, 3, out);
    out->push_back('.');
    AppendDigits(kFirstHost + n / measuring % kHosts, 3, out);
    return true;
  }
  if (!six) {
    out->append(kNetworks[n % networks]);
    AppendDigits(kFirstHost + n / networks, 3, out);
    return true;
  }
  out->append(kNetwork6);
  for (unsigned shift = 16; shift > 0; shift -= 4) out->push_back(kHex[(n + 1) >> (shift - 4) & 15U]);
  return true;
}

// Of 100 to 254.
bool TakeHost(PoolReader* text, std::uint32_t* host) {
  if (!text->TakeDigits(3, host) || *host < kFirstHost || *host >= kFirstHost + kHosts) return false;
  *host -= kFirstHost;
  return true;
}

bool ReadIp(PoolReader* text, Placeholder* placeholder) {
  std::uint32_t network = 0;
  std::uint32_t subnet = 0;
  std::uint32_t host = 0;
  if (text->TakeWord(kNetworks, &network)) {
    if (!TakeHost(text, &host)) return false;
    *placeholder = {kIp, host * static_cast<std::uint32_t>(std::size(kNetworks)) + network + 1, 1};
    return true;
  }
  if (!text->TakeWord(kMeasuring, &network) || !TakeHost(text, &subnet) || !text->Take(".") || !TakeHost(text, &host)) {
    return false;
  }
  const std::uint32_t counted = (subnet * kHosts + host) * static_cast<std::uint32_t>(std::size(kMeasuring)) + network;
  *placeholder = {kIp, kDocumented + counted + 1, 1};
  return true;
}

bool ReadIp6(PoolReader* text, Placeholder* placeholder) {
  if (!text->Take(kNetwork6)) return false;
  std::uint32_t number = 0;
  for (int i = 0; i < 4; ++i, text->Skip()) {
    const std::size_t digit = kHex.find(text->Next());
    if (digit == std::string_view::npos) return false;
    number = number * 16 + static_cast<std::uint32_t>(digit);
  }
  *placeholder = {kIp, number, 1};
  return number > 0;
}

bool AppendMac(std::uint32_t n, std::uint32_t v, std::string_view original, std::string* out) {
  if (n > 0xFF || v > 0) return false;
  const char separator = original.find('-') == std::string_view::npos ? ':' : '-';
  for (const std::string_view byte : kMacBytes) out->append(byte).push_back(separator);
  out->push_back(kMacDigits[n >> 4U]);
  out->push_back(kMacDigits[n & 15U]);
  return true;
}

bool ReadMac(PoolReader* text, Placeholder* placeholder) {
  char separator = '\0';
  for (const std::string_view byte : kMacBytes) {
    if (!text->Take(byte)) return false;
    if (separator == '\0') separator = text->Next() == '-' ? '-' : ':';
    if (!text->Take({&separator, 1})) return false;
  }
  std::uint32_t number = 0;
  for (int i = 0; i < 2; ++i, text->Skip()) {
    const std::size_t digit = kMacDigits.find(text->Next());
    if (digit == std::string_view::npos) return false;
    number = number * 16 + static_cast<std::uint32_t>(digit);
  }
  *placeholder = {kMac, number + 1, 1};
  return true;
}

}  // namespace maske::redact::pool
