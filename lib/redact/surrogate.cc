#include "redact/surrogate.h"

#include <algorithm>
#include <bitset>

#include "names/address_form.h"
#include "redact/compound.h"
#include "redact/pool_reader.h"
#include "redact/surrogate_words.h"
#include "text/chars.h"

namespace maske::redact {
namespace {

using pool::AppendDigits;
using pool::Case;
using pool::Compound;
using pool::PoolReader;
using pool::Words;

constexpr Compound kSurnames(pool::kBegins, pool::kMiddles, pool::kSurnameEnds);
constexpr Compound kLoneNames(pool::kBegins, pool::kMiddles, pool::kLoneEnds);
constexpr Compound kStreets(pool::kBegins, pool::kMiddles, pool::kStreetEnds);
constexpr Compound kFemaleNames(pool::kGivenBegins, pool::kGivenMiddles, pool::kFemaleEnds);
constexpr Compound kMaleNames(pool::kGivenBegins, pool::kGivenMiddles, pool::kMaleEnds);
constexpr Compound kEitherNames(pool::kGivenBegins, pool::kGivenMiddles, pool::kEitherEnds);
constexpr auto kGiven = static_cast<std::uint32_t>(pool::kFemale.size());
constexpr auto kPlaces = static_cast<std::uint32_t>(pool::kPlaces.size());
constexpr std::uint32_t kHouses = 90;  // 10 to 99
constexpr std::uint32_t kMailNumbers = 100;
constexpr std::uint32_t kInitials = 26;
constexpr std::uint32_t kTurn = 5;  // neighbours get other words than their neighbours
constexpr std::uint32_t kFarTurn = 7;
static_assert(kLoneNames.count() == kSurnames.count() && kMaleNames.count() == kFemaleNames.count());
static_assert(pool::kMale.size() == kGiven && pool::kEither.size() == kGiven);
static_assert(kEitherNames.count() == kFemaleNames.count());

constexpr std::string_view kTopLevels[] = {"org", "com", "net"};
constexpr std::string_view kStreetWords[] = {"weg", "pfad"};  // with a place behind it, and without

// One of `count` for the q-th time that r comes; and back.
constexpr std::uint32_t TurnOf(std::uint32_t r, std::uint32_t q, std::uint32_t count) {
  return (q + kFarTurn * r) % count;
}
constexpr std::uint32_t TimeOf(std::uint32_t r, std::uint32_t turn, std::uint32_t count) {
  return (turn + count - kFarTurn * r % count) % count;
}

enum class Gender : std::uint8_t { kFemale, kMale, kEither };

bool Has(Words words, std::string_view word) { return std::find(words.begin(), words.end(), word) != words.end(); }
// Of a list in one string, each between blanks.
bool Knows(std::string_view words, std::string_view word) {
  return words.find(std::string(" ").append(word).append(" ")) != std::string_view::npos;
}

// What an original tells: a salutation, or the first word that a list knows; of others that end in -a it is a woman's.
Gender GenderOf(std::string_view original) {
  bool ends_in_a = false;
  bool first = true;
  while (!original.empty()) {
    const std::size_t end = original.find_first_of(" ,-\t\r\n");
    std::string_view word = original.substr(0, end);
    original.remove_prefix(end == std::string_view::npos ? original.size() : end + 1);
    if (word.empty()) continue;
    if (word == "Frau" || word == "Mrs" || word == "Mrs." || word == "Ms" || word == "Ms.") return Gender::kFemale;
    if (word == "Herr" || word == "Herrn" || word == "Mr" || word == "Mr.") return Gender::kMale;
    if (Has(pool::kFemale, word) || Knows(pool::kKnownFemale, word)) return Gender::kFemale;
    if (Has(pool::kMale, word) || Knows(pool::kKnownMale, word)) return Gender::kMale;
    if (Has(pool::kEither, word)) return Gender::kEither;
    ends_in_a = ends_in_a || (first && word.size() > 2 && word.back() == 'a');
    first = false;
  }
  return ends_in_a ? Gender::kFemale : Gender::kEither;
}

template <typename List>
const List& Of(Gender gender, const List& female, const List& male, const List& either) {
  return gender == Gender::kFemale ? female : gender == Gender::kMale ? male : either;
}

bool AppendPerson(const Placeholder& placeholder, std::string_view original, std::string* out) {
  const std::uint32_t n = placeholder.number - 1;
  const std::uint32_t v = placeholder.variant - 1;
  if (placeholder.part == Part::kSurname) {
    if (n >= kSurnames.count() || v > 1) return false;
    kSurnames.Append(n, v == 0 ? Case::kAsIs : Case::kUpper, out);
    return true;
  }
  const Gender gender = GenderOf(original);
  if (placeholder.part == Part::kGiven) {
    if (n >= kFemaleNames.count() || v > 0) return false;
    Of(gender, kFemaleNames, kMaleNames, kEitherNames).Append(n, Case::kAsIs, out);
    return true;
  }
  const std::string_view name = original.substr(names::AddressFormOf(original));
  const bool alone = name.find_first_of(" ,\t\r\n") == std::string_view::npos;
  if (v > kInitials || n >= kSurnames.count() * (alone ? 1 : kGiven)) return false;
  if (!alone) {
    const auto& given = Of(gender, pool::kFemale, pool::kMale, pool::kEither);
    out->append(given[TurnOf(n % kSurnames.count(), n / kSurnames.count(), kGiven)]).push_back(' ');
  }
  if (v > 0) {
    out->push_back(static_cast<char>('A' + v - 1));
    out->append(". ");
  }
  (alone ? kLoneNames : kSurnames).Append(n % kSurnames.count(), Case::kAsIs, out);
  return true;
}

bool TakeInitial(PoolReader* text, std::uint32_t* variant) {
  const char c = text->Next();
  if (c < 'A' || c > 'Z') return false;
  text->Skip();
  *variant = static_cast<std::uint32_t>(c - 'A') + 2;
  return text->Take(". ");
}

bool ReadFullName(PoolReader* text, Placeholder* placeholder) {
  std::uint32_t given = 0;
  std::uint32_t r = 0;
  if ((!text->TakeWord(pool::kFemale, &given) && !text->TakeWord(pool::kMale, &given) &&
       !text->TakeWord(pool::kEither, &given)) ||
      !text->Take(" ")) {
    return false;
  }
  *placeholder = {kPerson, 0, 1};
  PoolReader initial = *text;
  if (TakeInitial(&initial, &placeholder->variant)) {
    *text = initial;
  } else {
    placeholder->variant = 1;
  }
  text->NoteCut(initial.cut());
  if (!kSurnames.Take(text, Case::kAsIs, &r)) return false;
  placeholder->number = TimeOf(r, given, kGiven) * kSurnames.count() + r + 1;
  return true;
}

bool ReadLoneName(PoolReader* text, Placeholder* placeholder) {
  std::uint32_t r = 0;
  *placeholder = {kPerson, 0, 1};
  if (!TakeInitial(text, &placeholder->variant) || !kLoneNames.Take(text, Case::kAsIs, &r)) return false;
  placeholder->number = r + 1;
  return true;
}

bool ReadCapitals(PoolReader* text, Placeholder* placeholder) {
  std::uint32_t r = 0;
  if (!kSurnames.Take(text, Case::kUpper, &r)) return false;
  *placeholder = {kPerson, r + 1, 2, Part::kSurname};
  return true;
}

bool ReadGivenName(PoolReader* text, Placeholder* placeholder) {
  for (const Compound* const names : {&kFemaleNames, &kMaleNames, &kEitherNames}) {
    PoolReader copy = *text;
    std::uint32_t r = 0;
    const bool taken = names->Take(&copy, Case::kAsIs, &r);
    text->NoteCut(copy.cut());
    if (!taken) continue;
    *text = copy;
    *placeholder = {kPerson, r + 1, 1, Part::kGiven};
    return true;
  }
  return false;
}

// Three digits or more in a row and letters before them: a postcode behind a street.
bool HasPlace(std::string_view address) {
  std::size_t run = 0;
  for (const char c : address) {
    run = c >= '0' && c <= '9' ? run + 1 : 0;
    if (run == 4) return true;
  }
  return false;
}

bool AppendAddress(std::uint32_t n, std::uint32_t v, std::string_view original, std::string* out) {
  if (original.empty() || (original[0] >= '0' && original[0] <= '9')) return false;  // a place alone, or an English one
  const bool place = HasPlace(original);
  if (n >= kStreets.count() * kHouses || v >= (place ? kPlaces : 1)) return false;
  const std::uint32_t r = n % kStreets.count();
  kStreets.Append(r, Case::kAsIs, out);
  out->append(kStreetWords[place ? 0 : 1]).push_back(' ');
  AppendDigits(10 + TurnOf(r, n / kStreets.count(), kHouses), 2, out);
  if (!place) return true;
  out->append(original.find_first_of(",\n") == std::string_view::npos ? " " : ", ");
  out->append(pool::kPlaces[(kTurn * r + v) % kPlaces]);
  return true;
}

bool ReadAddress(PoolReader* text, Placeholder* placeholder) {
  std::uint32_t r = 0;
  std::uint32_t word = 0;
  std::uint32_t house = 0;
  if (!kStreets.Take(text, Case::kAsIs, &r) || !text->TakeWord(kStreetWords, &word) || !text->Take(" ") ||
      !text->TakeDigits(2, &house) || house < 10) {
    return false;
  }
  *placeholder = {kAddress, TimeOf(r, house - 10, kHouses) * kStreets.count() + r + 1, 1};
  if (word == 1) return true;
  std::uint32_t place = 0;
  if (text->Next() == ',') text->Skip();
  if (!text->Take(" ") || !text->TakeWord(pool::kPlaces, &place)) return false;
  placeholder->variant = (place + kPlaces * kTurn - kTurn * r % kPlaces) % kPlaces + 1;
  return true;
}

bool AppendEmail(std::uint32_t n, std::uint32_t v, std::string* out) {
  if (n >= kSurnames.count() * kMailNumbers || v >= std::size(kTopLevels)) return false;
  const std::uint32_t r = n % kSurnames.count();
  kSurnames.Append(r, Case::kLower, out);
  AppendDigits(TurnOf(r, n / kSurnames.count(), kMailNumbers), 2, out);
  out->append("@example.").append(kTopLevels[v]);
  return true;
}

bool ReadEmail(PoolReader* text, Placeholder* placeholder) {
  std::uint32_t r = 0;
  std::uint32_t turn = 0;
  std::uint32_t top = 0;
  if (!kSurnames.Take(text, Case::kLower, &r) || !text->TakeDigits(2, &turn) || !text->Take("@example.") ||
      !text->TakeWord(kTopLevels, &top)) {
    return false;
  }
  *placeholder = {kEmail, TimeOf(r, turn, kMailNumbers) * kSurnames.count() + r + 1, top + 1};
  return true;
}

bool ReadSurname(PoolReader* text, Placeholder* placeholder) {
  std::uint32_t r = 0;
  if (!kSurnames.Take(text, Case::kAsIs, &r)) return false;
  *placeholder = {kPerson, r + 1, 1, Part::kSurname};
  return true;
}

bool ReadLoneSurname(PoolReader* text, Placeholder* placeholder) {
  std::uint32_t r = 0;
  if (!kLoneNames.Take(text, Case::kAsIs, &r)) return false;
  *placeholder = {kPerson, r + 1, 1};
  return true;
}

constexpr pool::Read kOfCapitals[] = {ReadFullName, ReadSurname,  ReadLoneSurname, ReadAddress,
                                      ReadLoneName, ReadCapitals, ReadGivenName,   pool::ReadIban};
constexpr pool::Read kOfSmallLetters[] = {ReadEmail};
constexpr pool::Read kOfDigits[] = {pool::ReadPhone, pool::ReadCard, pool::ReadIp, pool::ReadIp6, pool::ReadMac};

std::span<const pool::Read> ReadersOf(char first) {
  if (first >= 'A' && first <= 'Z') return kOfCapitals;
  if (first >= 'a' && first <= 'z') return kOfSmallLetters;
  return kOfDigits;  // and those that begin with '+'
}

// Every two and every three bytes that begin a surrogate; all are ASCII.
struct Prefixes {
  static constexpr unsigned kBits = 7;
  std::bitset<std::size_t{1} << (2 * kBits)> two;
  std::bitset<std::size_t{1} << (3 * kBits)> three;

  // False for a byte that is no ASCII.
  static bool Key(std::string_view bytes, std::size_t* key) {
    *key = 0;
    for (const char c : bytes) {
      const auto byte = static_cast<unsigned char>(c);
      if (byte >= 0x80) return false;
      *key = *key << kBits | byte;
    }
    return true;
  }
  [[nodiscard]] bool Has(std::string_view text) const {
    std::size_t key = 0;
    if (text.size() < 2) return true;
    if (!Key(text.substr(0, 2), &key) || !two[key]) return false;
    return text.size() < 3 || (Key(text.substr(0, 3), &key) && three[key]);
  }

  Prefixes() {
    std::string prefix;
    Fill(&prefix);
  }
  void Fill(std::string* prefix) {
    for (char c = ' '; c < 0x7F; ++c) {
      prefix->push_back(c);
      Placeholder placeholder;
      std::size_t length = 0;
      std::size_t key = 0;
      if (ReadSurrogate(*prefix, &placeholder, &length) != Reading::kNone && Key(*prefix, &key)) {
        if (prefix->size() == 2) two.set(key);
        if (prefix->size() == 3) three.set(key);
        if (prefix->size() < 3) Fill(prefix);
      }
      prefix->pop_back();
    }
  }
};

}  // namespace

bool AppendSurrogate(const Placeholder& placeholder, std::string_view original, std::string* out) {
  const std::uint32_t n = placeholder.number - 1;
  const std::uint32_t v = placeholder.variant - 1;
  switch (placeholder.type) {
    case kPerson:
      return AppendPerson(placeholder, original, out);
    case kEmail:
      return AppendEmail(n, v, out);
    case kAddress:
      return AppendAddress(n, v, original, out);
    case kIban:
      return pool::AppendIban(n, v, original, out);
    case kPhone:
      return pool::AppendPhone(n, v, original, out);
    case kCard:
      return pool::AppendCard(n, v, original, out);
    case kIp:
      return pool::AppendIp(n, v, original, out);
    case kMac:
      return pool::AppendMac(n, v, original, out);
    default:
      return false;
  }
}

Reading ReadSurrogate(std::string_view text, Placeholder* placeholder, std::size_t* length) {
  text = text.substr(0, kMostSurrogateBytes);
  if (text.empty()) return Reading::kMore;
  bool cut = false;
  for (const pool::Read read : ReadersOf(text.front())) {
    PoolReader reader(text);
    if (read(&reader, placeholder)) {
      *length = reader.at();
      return Reading::kForm;
    }
    cut = cut || reader.cut();
  }
  return cut && text.size() < kMostSurrogateBytes ? Reading::kMore : Reading::kNone;
}

bool MayStandBehind(std::string_view before) {
  if (before.empty()) return true;
  const auto last = static_cast<unsigned char>(before.back());
  const bool escaped = before.size() > 1 && before[before.size() - 2] == '\\';
  if (escaped && (last == 'n' || last == 'r' || last == 't')) return true;
  return last >= 0x80 || (last != '\\' && !text::IsWordChar(last));
}

std::size_t FindSurrogate(std::string_view text, std::size_t from) {
  static const Prefixes prefixes;
  for (; from < text.size(); ++from) {
    if (prefixes.Has(text.substr(from, 3))) return from;
  }
  return std::string_view::npos;
}

}  // namespace maske::redact
