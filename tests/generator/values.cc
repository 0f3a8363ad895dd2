// Numbers with check digits, each by the plainest computation of its rule. Sources: IBAN structures: SWIFT IBAN
// Registry; mod 97: ISO 13616; ISO 7064 MOD 11,10: § 139b AO identification number and German VAT number; UID of
// Austria: BMF; UID of Switzerland: eCH-0097; Luhn: ISO/IEC 7812-1. Cost: of no account. Tested by
// tests/generator/values_test.cc.
#include "generator/values.h"

#include <array>

namespace maske::generator {
namespace {

constexpr std::string_view kUpper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
constexpr std::string_view kAlnum = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
constexpr std::string_view kToken = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

// Country and structure of what follows the check digits: n digits, a capitals, c both.
struct IbanRow {
  std::string_view country;
  std::string_view structure;
};
constexpr IbanRow kIbans[] = {
    {"AD", "8n12c"},   {"AE", "19n"},    {"AL", "8n16c"},    {"AT", "16n"},      {"AZ", "4a20c"},    {"BA", "16n"},
    {"BE", "12n"},     {"BG", "4a6n8c"}, {"BH", "4a14c"},    {"BI", "23n"},      {"BR", "23n1a1c"},  {"BY", "4c4n16c"},
    {"CH", "5n12c"},   {"CR", "18n"},    {"CY", "8n16c"},    {"CZ", "20n"},      {"DE", "18n"},      {"DJ", "23n"},
    {"DK", "14n"},     {"DO", "4c20n"},  {"EE", "16n"},      {"EG", "25n"},      {"ES", "20n"},      {"FI", "14n"},
    {"FK", "2a12n"},   {"FO", "14n"},    {"FR", "10n11c2n"}, {"GB", "4a14n"},    {"GE", "2a16n"},    {"GI", "4a15c"},
    {"GL", "14n"},     {"GR", "7n16c"},  {"GT", "24c"},      {"HN", "4a20n"},    {"HR", "17n"},      {"HU", "24n"},
    {"IE", "4a14n"},   {"IL", "19n"},    {"IQ", "4a15n"},    {"IS", "22n"},      {"IT", "1a10n12c"}, {"JO", "4a4n18c"},
    {"KW", "4a22c"},   {"KZ", "3n13c"},  {"LB", "4n20c"},    {"LC", "4a24c"},    {"LI", "5n12c"},    {"LT", "16n"},
    {"LU", "3n13c"},   {"LV", "4a13c"},  {"LY", "21n"},      {"MC", "10n11c2n"}, {"MD", "20c"},      {"ME", "18n"},
    {"MK", "3n10c2n"}, {"MN", "16n"},    {"MR", "23n"},      {"MT", "4a5n18c"},  {"MU", "4a19n3a"},  {"NI", "4a20n"},
    {"NL", "4a10n"},   {"NO", "11n"},    {"OM", "3n16c"},    {"PK", "4a16c"},    {"PL", "24n"},      {"PS", "4a21c"},
    {"PT", "21n"},     {"QA", "4a21c"},  {"RO", "4a16c"},    {"RS", "18n"},      {"RU", "14n15c"},   {"SA", "2n18c"},
    {"SC", "4a20n3a"}, {"SD", "14n"},    {"SE", "20n"},      {"SI", "15n"},      {"SK", "20n"},      {"SM", "1a10n12c"},
    {"SO", "19n"},     {"ST", "21n"},    {"SV", "4a20n"},    {"TL", "19n"},      {"TN", "20n"},      {"TR", "6n16c"},
    {"UA", "6n19c"},   {"VA", "18n"},    {"VG", "4a16n"},    {"XK", "16n"},      {"YE", "4a4n18c"},
};

// Remainder of the decimal number that stands for the characters (A = 10 … Z = 35), digit by digit.
unsigned Mod97(std::string_view text) {
  unsigned rest = 0;
  for (const char c : text) {
    const unsigned value = c >= 'A' ? static_cast<unsigned>(c - 'A') + 10 : static_cast<unsigned>(c - '0');
    if (value >= 10) rest = (rest * 10 + value / 10) % 97;
    rest = (rest * 10 + value % 10) % 97;
  }
  return rest;
}

unsigned DigitAt(std::string_view digits, std::size_t i) { return static_cast<unsigned>(digits[i] - '0'); }

char Iso7064Mod11_10(std::string_view digits) {
  unsigned product = 10;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    unsigned sum = (DigitAt(digits, i) + product) % 10;
    if (sum == 0) sum = 10;
    product = sum * 2 % 11;
  }
  return static_cast<char>('0' + (11 - product) % 10);
}

char Luhn(std::string_view digits) {
  unsigned sum = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    unsigned d = DigitAt(digits, digits.size() - 1 - i);
    if (i % 2 == 0) d = d * 2 > 9 ? d * 2 - 9 : d * 2;
    sum += d;
  }
  return static_cast<char>('0' + (10 - sum % 10) % 10);
}

std::string Grouped(std::string_view text, std::size_t group, std::string_view separator) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i != 0 && i % group == 0) out += separator;
    out += text[i];
  }
  return out;
}

std::string Two(std::size_t n) { return n < 10 ? "0" + std::to_string(n) : std::to_string(n); }

std::string NonZeroDigits(Random* random, std::size_t n) {
  return random->Letters(1, "23456789") + (n > 1 ? random->Digits(n - 1) : "");
}

// Replaces every '#' by a digit and '9' stays.
std::string Fill(Random* random, std::string_view form) {
  std::string out;
  for (const char c : form) out += c == '#' ? random->Digits(1)[0] : c == '%' ? random->Letters(1, "23456789")[0] : c;
  return out;
}

}  // namespace

std::size_t IbanCountryCount() { return std::size(kIbans); }

std::string CompactIban(Random* random, std::size_t row) {
  const IbanRow& country = kIbans[row];
  std::string bban;
  std::size_t count = 0;
  for (const char c : country.structure) {
    if (c >= '0' && c <= '9') {
      count = count * 10 + static_cast<std::size_t>(c - '0');
      continue;
    }
    bban += c == 'n' ? random->Digits(count) : random->Letters(count, c == 'a' ? kUpper : kAlnum);
    count = 0;
  }
  const std::size_t check = 98 - Mod97(bban + std::string(country.country) + "00");
  return std::string(country.country) + Two(check) + bban;
}

std::string WrittenIban(Random* random, std::string_view compact) {
  std::string lower(compact);
  switch (random->Below(10)) {
    case 0:
    case 1:
      return std::string(compact);
    case 2:
      return Grouped(compact, 4, "\u00A0");
    case 3:
      return Grouped(compact, 4, "-");
    case 4:
      for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
      return random->Chance(50) ? lower : Grouped(lower, 4, " ");
    case 5:
      return Grouped(compact, 4, random->Chance(50) ? "\u202F" : " ");
    default:
      return Grouped(compact, 4, " ");
  }
}

std::string Iban(Random* random) {
  std::size_t row = random->Below(IbanCountryCount());
  if (random->Chance(60)) {
    const std::string_view want = random->Chance(80) ? "DE" : random->Chance(50) ? "AT" : "CH";
    for (row = 0; kIbans[row].country != want;) ++row;
  }
  return WrittenIban(random, CompactIban(random, row));
}

std::string Phone(Random* random, PhoneKind kind) {
  static constexpr std::string_view kAreas[] = {"30",  "40",   "69",   "89",   "221",  "211",  "711",  "351",  "341",
                                                "911", "6221", "7531", "4421", "8321", "2871", "3641", "9971", "5251"};
  static constexpr std::string_view kMobiles[] = {"151", "152", "157", "159", "160", "162", "170", "171",
                                                  "172", "173", "174", "175", "176", "177", "178", "179"};
  static constexpr std::string_view kForeign[] = {
      "+43 1 %## ####",   "+43 (0)1 %##-####", "+43 664 %######",   "0664/%######",      "0043 316 %#####",
      "+41 44 %## ## ##", "044 %## ## ##",     "+41 (0)44 %######", "0041 79 %## ## ##", "079 %## ## ##",
      "+1 212-555-01##",  "+1 (415) 555-01##", "+44 20 7946 0###",  "+33 1 %# ## ## ##", "+39 06 %### ####",
      "+31 20 %## ####",  "+48 22 %## ## ##",  "+43 664 %## ## ##", "+41 79 %## ## ##",  "+352 26 ## ## ##"};
  if (kind == PhoneKind::kAny && random->Chance(25)) return Fill(random, random->Pick(kForeign));
  const bool mobile = kind == PhoneKind::kMobile || (kind == PhoneKind::kAny && random->Chance(40));
  const std::string area(mobile ? random->Pick(kMobiles) : random->Pick(kAreas));
  const std::size_t length = mobile ? random->Between(7, 8) : random->Between(5, 10 - area.size());
  const std::string local = NonZeroDigits(random, length);
  const std::string tail = random->Chance(30) && !mobile ? "-" + random->Digits(random->Between(1, 3)) : "";
  std::string grouped;  // "123 45 67"
  for (std::size_t i = 0; i < local.size(); ++i) {
    if (i != 0 && (local.size() - i) % 2 == 0 && i >= local.size() % 2 + 1) grouped += ' ';
    grouped += local[i];
  }
  switch (random->Below(20)) {
    case 12:
      return "+49(0)" + area + "/" + local + tail;
    case 13:
      return "0" + area + "." + local;
    case 14:
      return "0" + area + " - " + local;
    case 15:
      return "0049-" + area + "-" + local;
    case 16:
      return "0" + area + "\u00A0" + local;
    case 17:
      return "(+49) " + area + " " + local;
    case 18:
      return "0" + area + "–" + local;
    case 0:
      return "0" + area + "/" + local + tail;
    case 1:
      return "(0" + area + ") " + local + tail;
    case 2:
      return "+49 " + area + " " + local + tail;
    case 3:
      return "+49 (0)" + area + " " + local + tail;
    case 4:
      return "+49 (0) " + area + " / " + local;
    case 5:
      return "0049 " + area + " " + local;
    case 6:
      return "+49" + area + local;
    case 7:
      return "0" + area + "-" + local;
    case 8:
      return "0" + area + " " + grouped;
    case 9:
      return "+49 " + area + " " + grouped;
    case 10:
      return "+49-" + area + "-" + local;
    case 11:
      return mobile ? "0" + area + local : "0" + area + " / " + grouped;
    default:
      return "0" + area + " " + local + tail;
  }
}

std::string Domain(Random* random) {
  static constexpr std::string_view kHead[] = {"nord",  "alpen", "bau",  "kauf",  "licht",
                                               "stadt", "tech",  "wald", "garten"};
  static constexpr std::string_view kTail[] = {"werk",  "haus",   "kontor", "dienst",
                                               "markt", "verlag", "praxis", "online"};
  static constexpr std::string_view kTop[] = {"de",  "de", "de",   "at",      "ch",   "com",
                                              "org", "eu", "info", "example", "co.uk"};
  if (random->Chance(15)) return std::string(random->Chance(50) ? "example.com" : "mail.example.org");
  std::string out(random->Pick(kHead));
  if (random->Chance(30)) out += "-";
  out += random->Pick(kTail);
  if (random->Chance(10)) out += random->Digits(2);
  return out + "." + std::string(random->Pick(kTop));
}

std::string EmailFor(Random* random, std::string_view given, std::string_view surname, std::string_view domain) {
  const auto plain = [](std::string_view name) {
    static constexpr std::pair<std::string_view, std::string_view> kLetters[] = {
        {"ä", "ae"}, {"ö", "oe"}, {"ü", "ue"}, {"ß", "ss"}, {"Ä", "ae"}, {"Ö", "oe"}, {"Ü", "ue"}, {"é", "e"}};
    std::string out;
    for (std::size_t i = 0; i < name.size();) {
      bool done = false;
      for (const auto& [from, to] : kLetters) {
        if (name.substr(i, from.size()) == from) {
          out += to;
          i += from.size();
          done = true;
          break;
        }
      }
      if (done) continue;
      const char c = name[i++];
      if (c >= 'A' && c <= 'Z') out += static_cast<char>(c + 32);
      if ((c >= 'a' && c <= 'z') || c == '-') out += c;
    }
    while (!out.empty() && out.front() == '-') out.erase(0, 1);
    while (!out.empty() && out.back() == '-') out.pop_back();
    return out.empty() ? std::string("kontakt") : out;
  };
  const std::string first = plain(given), last = plain(surname);
  const std::string at = "@" + std::string(domain);
  switch (random->Below(9)) {
    case 0:
      return first.substr(0, 1) + "." + last + at;
    case 1:
      return last + at;
    case 2:
      return first + "_" + last + std::to_string(random->Between(1, 99)) + at;
    case 3:
      return first + "." + last + "+rechnung" + at;
    case 4:
      if (random->Chance(20)) return "jörg.größe@bücher.example";
      if (random->Chance(30) && (std::string(given) + std::string(surname)).find(' ') == std::string::npos) {
        return std::string(given) + "." + std::string(surname) + "@Example.COM";
      }
      return first + "-" + last + at;
    default:
      return first + "." + last + at;
  }
}

std::string BirthDate(Random* random) {
  static constexpr std::string_view kMonths[] = {"Januar", "Februar", "März",      "April",   "Mai",      "Juni",
                                                 "Juli",   "August",  "September", "Oktober", "November", "Dezember"};
  const std::size_t day = random->Between(1, 28), month = random->Between(1, 12), year = random->Between(1935, 2009);
  switch (random->Below(5)) {
    case 0:
      return std::to_string(day) + "." + std::to_string(month) + "." + std::to_string(year);
    case 1:
      return std::to_string(day) + ". " + std::string(kMonths[month - 1]) + " " + std::to_string(year);
    case 2:
      return std::to_string(year) + "-" + Two(month) + "-" + Two(day);
    default:
      return Two(day) + "." + Two(month) + "." + std::to_string(year);
  }
}

std::string TaxId(Random* random) {
  // Ten digits, of which exactly one stands twice and no first zero; then the check digit.
  std::string digits = "0123456789";
  const auto shuffle = [&] {
    for (std::size_t i = digits.size(); i > 1; --i) std::swap(digits[i - 1], digits[random->Below(i)]);
  };
  shuffle();
  digits[9] = digits[random->Below(9)];
  do shuffle();
  while (digits[0] == '0');
  const std::string all = digits + Iso7064Mod11_10(digits);
  if (random->Chance(50)) return all;
  return all.substr(0, 2) + " " + all.substr(2, 3) + " " + all.substr(5, 3) + " " + all.substr(8);
}

std::string TaxNumber(Random* random) {
  return random->Chance(50) ? Fill(random, "1#/%##/#####") : Fill(random, "1##/%##/#####");
}

std::string VatId(Random* random) {
  const std::size_t which = random->Below(10);
  if (which < 7) {
    const std::string digits = NonZeroDigits(random, 8);
    return (random->Chance(20) ? "DE " : "DE") + digits + Iso7064Mod11_10(digits);
  }
  if (which < 9) {
    const std::string digits = random->Digits(7);
    unsigned sum = 4;
    for (std::size_t i = 0; i < 7; ++i) {
      const unsigned d = DigitAt(digits, i) * (i % 2 == 0 ? 1 : 2);
      sum += d > 9 ? d - 9 : d;
    }
    return "ATU" + digits + static_cast<char>('0' + (10 - sum % 10) % 10);
  }
  static constexpr unsigned kWeights[] = {5, 4, 3, 2, 7, 6, 5, 4};
  while (true) {
    const std::string digits = random->Digits(8);
    unsigned sum = 0;
    for (std::size_t i = 0; i < 8; ++i) sum += DigitAt(digits, i) * kWeights[i];
    const unsigned check = (11 - sum % 11) % 11;
    if (check == 10) continue;  // never given out
    return "CHE-" + Grouped(digits + static_cast<char>('0' + check), 3, ".") + (random->Chance(50) ? " MWST" : "");
  }
}

std::string Card(Random* random) {
  static constexpr std::string_view kPrefix[] = {"4", "51", "52", "55", "2221", "37"};
  std::string digits(random->Pick(kPrefix));
  const std::size_t length = digits == "37" ? 15 : 16;
  digits += random->Digits(length - 1 - digits.size());
  digits += Luhn(digits);
  if (length == 15) return digits.substr(0, 4) + " " + digits.substr(4, 6) + " " + digits.substr(10);
  return random->Chance(25) ? digits : Grouped(digits, 4, random->Chance(70) ? " " : "-");
}

std::string IpAddress(Random* random) {
  if (random->Chance(80)) {
    const std::size_t first = random->Between(11, 222);  // loopback is nobody's
    return std::to_string(first < 127 ? first : first + 1) + "." + std::to_string(random->Below(256)) + "." +
           std::to_string(random->Below(256)) + "." + std::to_string(random->Between(1, 254));
  }
  static constexpr std::string_view kHex = "0123456789abcdef";
  return "2001:db8:" + random->Letters(4, kHex.substr(1)) + "::" + random->Letters(4, kHex.substr(1)) + ":" +
         random->Letters(2, kHex.substr(1));
}

std::string Bic(Random* random) {
  static constexpr std::string_view kCountries[] = {"DE", "AT", "CH"};
  return random->Letters(4, kUpper) + std::string(random->Pick(kCountries)) + random->Letters(2, "FMHBKLS2345") +
         (random->Chance(60) ? (random->Chance(60) ? "XXX" : random->Digits(3)) : "");
}

std::string Secret(Random* random) {
  switch (random->Below(5)) {
    case 0:
      return "ghp_" + random->Letters(36, kToken);
    case 1:
      return "AKIA" + random->Letters(16, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567");
    case 2:
      return "glpat-" + random->Letters(20, kToken);
    case 3:
      return "xoxb-" + random->Digits(12) + "-" + random->Digits(12) + "-" + random->Letters(24, kToken);
    default:
      return "sk_live_" + random->Letters(24, kToken);
  }
}

Address PostalAddress(Random* random, const Lexicon& lexicon) {
  Address out;
  const Place& place = random->Pick(lexicon.places);
  if (random->Chance(4)) {
    out.street = "Postfach " + Fill(random, random->Chance(50) ? "%# ## ##" : "%####");
  } else {
    std::string number = std::to_string(random->Between(1, 180));
    const std::size_t form = random->Below(100);
    if (form < 12) {
      number += random->Letters(1, "abcde");
    } else if (form < 16) {
      number += "-" + std::to_string(random->Between(181, 199));
    } else if (form < 18) {
      number += " a";
    } else if (form < 20 || (place.country == "AT" && form < 45)) {
      number += "/" + std::to_string(random->Between(1, 30));
    }
    std::string street = random->Pick(lexicon.streets);
    if (random->Chance(12)) {  // called after a person
      static constexpr std::string_view kEnds[] = {"-Straße", "-Str.", "-Weg", "-Allee", "-Platz"};
      street = lexicon.given.Pick(random) + "-" + lexicon.surnames.Pick(random) + std::string(random->Pick(kEnds));
    } else if (random->Chance(12)) {
      static constexpr std::string_view kEnds[] = {"straße", "str.", "weg", "gasse"};
      street = lexicon.surnames.Pick(random) + std::string(random->Pick(kEnds));
    }
    out.street = street + " " + number;
  }
  std::string postcode = place.postcode;
  if (random->Chance(6)) postcode = (place.country == "DE" ? "D-" : place.country == "AT" ? "A-" : "CH-") + postcode;
  out.place = postcode + " " + place.name;
  if (random->Chance(2)) {  // in capitals, as forms are filled in
    for (std::string* part : {&out.street, &out.place}) {
      for (char& c : *part) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    }
  }
  return out;
}

std::string Amount(Random* random) {
  const std::string cents = "," + random->Digits(2);
  switch (random->Below(4)) {
    case 0:
      return std::to_string(random->Between(1, 999)) + cents + " EUR";
    case 1:
      return std::to_string(random->Between(1, 99)) + "." + random->Digits(3) + cents + " €";
    case 2:
      return std::to_string(random->Between(1, 9)) + "." + random->Digits(3) + "." + random->Digits(3) + " Euro";
    default:
      return "CHF " + std::to_string(random->Between(1, 9)) + "'" + random->Digits(3) + "." + random->Digits(2);
  }
}

std::string Date(Random* random) {
  const std::size_t day = random->Between(1, 28), month = random->Between(1, 12), year = random->Between(2015, 2026);
  static constexpr std::string_view kMonths[] = {"Januar", "März", "Mai", "Juli", "Oktober", "Dezember"};
  switch (random->Below(4)) {
    case 0:
      return std::to_string(day) + ". " + std::string(random->Pick(kMonths)) + " " + std::to_string(year);
    case 1:
      return std::to_string(year) + "-" + Two(month) + "-" + Two(day);
    default:
      return Two(day) + "." + Two(month) + "." + std::to_string(year);
  }
}

std::string Isbn(Random* random) {
  const std::string digits = "9783" + random->Digits(8);
  unsigned sum = 0;
  for (std::size_t i = 0; i < 12; ++i) sum += DigitAt(digits, i) * (i % 2 == 0 ? 1 : 3);
  const std::string all = digits + static_cast<char>('0' + (10 - sum % 10) % 10);
  return all.substr(0, 3) + "-3-" + all.substr(4, 3) + "-" + all.substr(7, 5) + "-" + all.substr(12);
}

std::string ArticleNumber(Random* random) {
  static constexpr std::string_view kForms[] = {"%###-##-#", "%#.###.####", "A%##-####/B", "%######", "K-%#-####"};
  return Fill(random, random->Pick(kForms));
}

std::string Version(Random* random) {
  return std::to_string(random->Below(12)) + "." + std::to_string(random->Below(30)) + "." +
         std::to_string(random->Below(100)) + (random->Chance(30) ? "-rc" + random->Digits(1) : "");
}

}  // namespace maske::generator
