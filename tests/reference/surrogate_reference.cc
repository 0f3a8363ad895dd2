#include "reference/surrogate_reference.h"

#include <re2/re2.h>

#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "check/check.h"
#include "redact/surrogate_words.h"

namespace maske::reference {
namespace {

namespace pool = redact::pool;
using redact::Part;
using redact::Placeholder;
using Found = std::optional<Placeholder>;
using Groups = std::vector<std::string>;

std::string AnyOf(std::span<const std::string_view> words) {
  std::string out = "(?:";
  for (const std::string_view& word : words) out.append(&word == words.data() ? "" : "|").append(word);
  return out + ")";
}

std::string Changed(std::string text, int (*change)(int)) {
  for (char& c : text) c = static_cast<char>(change(static_cast<unsigned char>(c)));
  return text;
}

// What the groups of an expression over the whole candidate are; empty when it does not match.
Groups Match(const std::string& candidate, const std::string& expression) {
  static std::map<std::string, std::unique_ptr<RE2>> known;
  std::unique_ptr<RE2>& kept = known[expression];
  if (kept == nullptr) kept = std::make_unique<RE2>(expression);
  const RE2& re = *kept;
  if (!re.ok() || re.NumberOfCapturingGroups() > 4) return {};
  std::string a, b, c, d;
  RE2::Arg args[] = {RE2::Arg(&a), RE2::Arg(&b), RE2::Arg(&c), RE2::Arg(&d)};
  const RE2::Arg* pointers[] = {&args[0], &args[1], &args[2], &args[3]};
  if (!RE2::FullMatchN(candidate, re, pointers, re.NumberOfCapturingGroups())) return {};
  return {a, b, c, d};
}

// The first number, from 0, whose words are these.
std::optional<std::uint32_t> Count(std::uint32_t limit, const std::function<std::string(std::uint32_t)>& words,
                                   const std::string& wanted) {
  for (std::uint32_t n = 0; n < limit; ++n) {
    if (words(n) == wanted) return n;
  }
  return std::nullopt;
}

using Words = std::span<const std::string_view>;

// The r-th compound: those without a middle, those with one, those with two.
std::string Word(std::size_t r, Words begins, Words middles, Words ends) {
  const std::size_t none = begins.size() * ends.size();
  const std::size_t one = none * middles.size();
  const std::size_t begin = r < none ? r % begins.size() : (r - none) % begins.size();
  std::string word(begins[begin]);
  if (r < none) return word.append(ends[(r / begins.size() + 5 * begin) % ends.size()]);
  if (r < none + one) {
    const std::size_t rest = (r - none) / begins.size();
    const std::size_t middle = (rest + 5 * begin) % middles.size();
    return word.append(middles[middle]).append(ends[(rest / middles.size() + 5 * (begin + middle)) % ends.size()]);
  }
  const std::size_t rest = (r - none - one) / begins.size();
  const std::size_t first = (rest + 5 * ((r - none - one) % begins.size())) % middles.size();
  word = begins[(r - none - one) % begins.size()];
  const std::size_t turn = (r - none - one) % begins.size() + first;
  const std::size_t second = (rest / middles.size() + 5 * turn) % middles.size();
  const std::size_t end = (rest / middles.size() / middles.size() + 5 * (turn + second)) % ends.size();
  return word.append(middles[first]).append(middles[second]).append(ends[end]);
}

constexpr std::uint32_t kSurnames = 576 * (1 + 48 + 48 * 48);
constexpr std::uint32_t kStreets = 288 * (1 + 48 + 48 * 48);
constexpr std::uint32_t kGivenNames = 64 * (1 + 24 + 24 * 24);

// Which compound a word is: those of its begin are counted up.
std::optional<std::uint32_t> Compound(const std::string& word, std::uint32_t limit, Words begins, Words middles,
                                      Words ends) {
  const Groups groups = Match(word, "(" + AnyOf(begins) + ")" + AnyOf(middles) + "{0,2}" + AnyOf(ends));
  if (groups.empty()) return std::nullopt;
  const auto step = static_cast<std::uint32_t>(begins.size());
  const auto begin = static_cast<std::uint32_t>(std::find(begins.begin(), begins.end(), groups[0]) - begins.begin());
  const auto which = Count(
      limit / step, [&](std::uint32_t n) { return Word(begin + step * n, begins, middles, ends); }, word);
  return which ? std::optional(begin + step * *which) : std::nullopt;
}
std::optional<std::uint32_t> SurnameOf(const std::string& word, Words ends) {
  return Compound(word, ends.size() == pool::kStreetEnds.size() ? kStreets : kSurnames, pool::kBegins, pool::kMiddles,
                  ends);
}
// The word as it is written in the list.
std::string Capitalised(std::string word) {
  word = Changed(word, std::tolower);
  if (!word.empty()) word[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(word[0])));
  return word;
}

Found Person(const std::string& candidate) {
  const auto variant = [](const std::string& initial) {
    return initial.empty() ? 1U : static_cast<std::uint32_t>(initial[0] - 'A') + 2;
  };
  for (const Words given : {Words(pool::kFemale), Words(pool::kMale), Words(pool::kEither)}) {
    const Groups groups = Match(candidate, "(" + AnyOf(given) + ") (?:([A-Z])\\. )?([A-Za-z]+)");
    if (groups.empty()) continue;
    const auto r = SurnameOf(groups[2], pool::kSurnameEnds);
    if (!r) continue;
    const auto time = Count(
        32, [&](std::uint32_t q) { return std::string(given[(q + 7 * *r) % 32]); }, groups[0]);
    return Placeholder{kPerson, *time * kSurnames + *r + 1, variant(groups[1])};
  }
  if (const Groups groups = Match(candidate, "(?:([A-Z])\\. )?([A-Za-z]+)"); !groups.empty()) {
    if (const auto r = SurnameOf(groups[1], pool::kLoneEnds)) return Placeholder{kPerson, *r + 1, variant(groups[0])};
  }
  if (const auto r = SurnameOf(candidate, pool::kSurnameEnds)) return Placeholder{kPerson, *r + 1, 1, Part::kSurname};
  if (candidate == Changed(candidate, std::toupper)) {
    if (const auto r = SurnameOf(Capitalised(candidate), pool::kSurnameEnds)) {
      return Placeholder{kPerson, *r + 1, 2, Part::kSurname};
    }
  }
  for (const Words ends : {Words(pool::kFemaleEnds), Words(pool::kMaleEnds), Words(pool::kEitherEnds)}) {
    if (const auto r = Compound(candidate, kGivenNames, pool::kGivenBegins, pool::kGivenMiddles, ends)) {
      return Placeholder{kPerson, *r + 1, 1, Part::kGiven};
    }
  }
  return std::nullopt;
}

Found Email(const std::string& candidate) {
  const Groups groups = Match(candidate, "([a-z]+)(\\d\\d)@example\\.(org|com|net)");
  if (groups.empty()) return std::nullopt;
  const auto r = SurnameOf(Capitalised(groups[0]), pool::kSurnameEnds);
  if (!r) return std::nullopt;
  const auto time = Count(
      100, [&](std::uint32_t q) { return std::to_string((q + 7 * *r) % 100); }, std::to_string(std::stoul(groups[1])));
  return Placeholder{kEmail, *time * kSurnames + *r + 1, groups[2] == "org" ? 1U : groups[2] == "com" ? 2U : 3U};
}

Found Address(const std::string& candidate) {
  const Groups groups = Match(candidate, "([A-Za-z]+)(weg|pfad) ([1-9]\\d)(,? \\d{5} [A-Za-z]+)?");
  if (groups.empty() || (groups[1] == "pfad") != groups[3].empty()) return std::nullopt;
  const auto r = SurnameOf(groups[0], pool::kStreetEnds);
  if (!r) return std::nullopt;
  const auto time = Count(
      90, [&](std::uint32_t q) { return std::to_string(10 + (q + 7 * *r) % 90); }, groups[2]);
  const std::uint32_t number = *time * kStreets + *r + 1;
  if (groups[3].empty()) return Placeholder{kAddress, number, 1};
  const std::string place = groups[3].substr(groups[3][0] == ',' ? 2 : 1);
  for (std::uint32_t v = 0; v < 16; ++v) {  // counted from that of the first variant
    if (pool::kPlaces[(5 * *r + v) % 16] == place) return Placeholder{kAddress, number, v + 1};
  }
  return std::nullopt;
}

std::string Digits(const std::string& text) {
  std::string digits;
  for (const char c : text) {
    if (c >= '0' && c <= '9') digits.push_back(c);
  }
  return digits;
}

// The seven digits at the end of a number: variant and number, both from 0.
Placeholder Counted(TypeId type, const std::string& digits) {
  return {type, static_cast<std::uint32_t>(std::stoul(digits.substr(1))) + 1,
          static_cast<std::uint32_t>(digits[0] - '0') + 1};
}

Found IbanOrCard(const std::string& candidate) {
  const std::string compact = [&] {
    std::string all;
    for (const char c : candidate) all.append(c == ' ' ? 0 : 1, c);
    return all;
  }();
  const bool grouped = !Match(candidate, "(?:[A-Z0-9]{4} )+[A-Z0-9]{1,4}").empty();
  const bool bank = !Match(compact, "[A-Z]{2}\\d\\d[9TES]*\\d{7}").empty() && (grouped || compact == candidate);
  if (bank && check::Find("iban")->function(compact)) {
    const std::string part = compact.substr(4, compact.size() - 11);
    for (std::size_t i = 0, letters = 0; i < part.size(); ++i) {
      const char c = part[i];
      if (c != '9' && c != "TEST"[letters++ % 4]) return std::nullopt;
    }
    return Counted(kIban, compact.substr(compact.size() - 7));
  }
  if (Match(candidate, "(?:4242([ -])4242|5555([ -])5555)[ -]\\d{4}[ -]\\d{4}").empty()) return std::nullopt;
  if (candidate[4] != candidate[9] || candidate[9] != candidate[14]) return std::nullopt;
  if (!check::Find("luhn")->function(candidate)) return std::nullopt;
  return Counted(kCard, Digits(candidate).substr(8, 7));
}

Found Phone(const std::string& candidate) {
  const auto number = [](const std::string& digits, std::span<const char* const> lines, std::size_t last) -> Found {
    for (std::uint32_t i = 0; i < lines.size(); ++i) {
      const std::string line = lines[i];
      if (digits.substr(0, line.size()) != line || digits.size() != line.size() + last) continue;
      const auto rest = static_cast<std::uint32_t>(std::stoul(digits.substr(line.size())));
      return Placeholder{kPhone, rest * static_cast<std::uint32_t>(lines.size()) + i + 1, 1};
    }
    return std::nullopt;
  };
  static constexpr const char* kGerman[] = {"3023125", "6990009", "4066969", "2214710", "8999998"};
  static constexpr const char* kBritish[] = {"2079460", "1134960", "1144960", "1154960", "1164960",
                                             "1174960", "1184960", "1214960", "1314960", "1414960",
                                             "1514960", "1614960", "1914980", "1632960", "7700900"};
  static constexpr const char* kAreas[] = {"212", "213", "312", "305", "415", "202", "206", "214", "303", "404",
                                           "512", "602", "617", "702", "713", "718", "808", "816", "901", "916"};
  std::vector<std::string> american;
  std::vector<const char*> lines;
  for (const char* area : kAreas) american.push_back(std::string(area) + "55501");
  for (const std::string& line : american) lines.push_back(line.c_str());
  Found found;
  const std::string german = "(?:\\+49 |0)(30|69|40|221|89)";
  const auto variant = [&](std::uint32_t v) {
    if (found) found->variant = v;
    return found;
  };
  if (candidate.size() < 3) return std::nullopt;
  const std::string rest = Digits(candidate.substr(candidate[0] == '+' ? 3 : 0));
  const std::string behind = candidate.starts_with('0') ? rest.substr(1) : rest;
  for (std::uint32_t v = 1; v <= 4; ++v) {
    static constexpr const char* kShapes[] = {" (\\d{4,5}) \\d{3}", " (\\d{4,5})\\d{3}", "/(\\d{4,5})\\d{3}",
                                              "-(\\d{4,5})\\d{3}"};
    if (Match(candidate, german + kShapes[v - 1]).empty()) continue;
    found = number(behind, kGerman, 3);
    if (found) return variant(v);
  }
  static constexpr const char* kSeparators[] = {" ", "-", "\\."};
  for (std::uint32_t v = 1; v <= 3; ++v) {
    const std::string separator = kSeparators[v - 1];
    if (!Match(candidate, "\\+44 (\\d+)" + separator + "(?:7946 0|49[68] 0|960|900)\\d{3}").empty()) {
      found = number(rest, kBritish, 3);
      return variant(v);
    }
    if (!Match(candidate, "\\+1 (\\d{3})" + separator + "555" + separator + "01\\d\\d").empty()) {
      found = number(Digits(candidate.substr(3)), lines, 2);
      return variant(v);
    }
  }
  return std::nullopt;
}

Found Network(const std::string& candidate) {
  static constexpr const char* kNets[] = {"192.0.2.", "198.51.100.", "203.0.113."};
  for (std::uint32_t n = 0; n < 465; ++n) {
    if (candidate == kNets[n % 3] + std::to_string(100 + n / 3)) return Placeholder{kIp, n + 1, 1};
  }
  if (const Groups groups = Match(candidate, "198\\.1([89])\\.(\\d{3})\\.(\\d{3})"); !groups.empty()) {
    const auto third = static_cast<std::uint32_t>(std::stoul(groups[1]));
    const auto fourth = static_cast<std::uint32_t>(std::stoul(groups[2]));
    if (third < 100 || third > 254 || fourth < 100 || fourth > 254) return std::nullopt;
    const std::uint32_t counted = 2 * (155 * (third - 100) + fourth - 100) + (groups[0] == "9" ? 1 : 0);
    return Placeholder{kIp, 466 + counted, 1};
  }
  if (const Groups groups = Match(candidate, "2001:db8::([0-9a-f]{4})"); !groups.empty()) {
    const auto number = static_cast<std::uint32_t>(std::stoul(groups[0], nullptr, 16));
    return number == 0 ? Found() : Found({kIp, number, 1});
  }
  Groups groups = Match(candidate, "00-00-5E-00-53-([0-9A-F]{2})");
  if (groups.empty()) groups = Match(candidate, "00:00:5E:00:53:([0-9A-F]{2})");
  if (groups.empty()) return std::nullopt;
  return Placeholder{kMac, static_cast<std::uint32_t>(std::stoul(groups[0], nullptr, 16)) + 1, 1};
}

}  // namespace

Found ReadSurrogate(const std::string& candidate) {
  for (Found (*family)(const std::string&) : {Person, Email, Address, IbanOrCard, Phone, Network}) {
    if (Found found = family(candidate)) return found;
  }
  return std::nullopt;
}

}  // namespace maske::reference
