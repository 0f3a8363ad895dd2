// The walk over a slice's digit runs: each is looked at once for a postcode, a house number and a box's number, and most
// are dismissed by their neighbours. A postcode with a place gathers its address around it (block.h); a strong street with
// a number that no such address holds is one by itself.
//
// The result for an address depends on kMargin bytes around it only. Cost: about 20 ns a digit run that is dismissed.
// Tested by tests/address/: forms, negatives, locality, generator.
#include "address/detector.h"

#include <algorithm>
#include <array>
#include <utility>

#include "address/block.h"
#include "address/cursor.h"
#include "address/english.h"
#include "address/gazetteer.h"
#include "address/place.h"
#include "address/postbox.h"
#include "address/street.h"
#include "base/mutation.h"

namespace maske::address {
namespace {

constexpr std::uint32_t kMargin = 640;  // > kBlockBytes + what a block reaches to the right of its place
static_assert(kMargin <= kLookBehindBytes && kMargin <= kLookAheadBytes);

enum Rule : RuleId { kRuleFull, kRulePlace, kRuleStreet, kRulePostbox, kRuleEnglish, kRuleEnglishStreet };

struct Piece {
  std::uint32_t begin;
  std::uint32_t end;
  float score;
  Rule rule;
};

// What stands before the digits at d, one look each: may they be a house number or the number of a box?
struct Before {
  bool street = false;
  bool box = false;
  std::uint32_t labelled = 0;  // begin of the one word between a label and the digits: "Straße: Hülshof 24"
};
// Does a label end at i: "Anschrift:", "wohnhaft"?
bool LabelEndsAt(const Cursor& c, std::uint32_t i, std::uint32_t limit, std::uint32_t mask) {
  if (i <= limit + 2) return false;
  const bool colon = c[i - 1] == ':';
  const Word w = c.WordBefore(colon ? i - 1 : i, limit);
  return w.Is(mask) && (colon || w.size() > 6 || (mask & kPostcodeLabel) != 0);
}
// May the word be a compound like "Hauptstraße"? One that begins small must end in the word for street itself.
bool MayEndStreet(const Cursor& c, const Word& w) {
  if (w.size() < 4) return false;
  const std::string_view t = c.Text(w);
  if (!c.IsCapital(w) && !t.ends_with("str") && !t.ends_with("sse") &&
      !t.ends_with("\xC3\x9F"
                   "e") &&
      c[w.end] != '.') {
    return false;
  }
  return MayEnd(static_cast<unsigned char>(t[t.size() - 2]), static_cast<unsigned char>(t.back()));
}
Before LookBefore(const Cursor& c, std::uint32_t d, std::uint32_t limit) {
  Before b;
  const std::uint32_t blank = c.BlankBefore(d);
  const std::uint32_t end = d - blank;
  if (end <= limit + 1) return b;  // and two blanks are a table
  const char ch = c[end - 1];
  if (blank == 0) {  // "Str.5"
    b.street = ch == '.' && c.IsLetter(end - 2);
    return b;
  }
  if (ch == '.') {
    if (!c.IsLetter(end - 2)) return b;
    const Word w = c.WordBefore(end - 1, limit);  // "Str. 5", "Hauptstr. 5", "Nr. 5", "Postf. 5"
    b.box = w.Is(kPostbox | kNumberWord);
    b.street = w.Is(kAbbrev | kNumberWord) || MayEndStreet(c, w);
    return b;
  }
  if (ch == ':') {
    b.box = c.IsLetter(end - 2);
    return b;
  }
  if (ch == ',') {  // "Hauptstraße, 5"
    if (!c.IsLetter(end - 2)) return b;
    const Word w = c.WordBefore(end - 1, limit);
    b.street = c.IsCapital(w) || w.Is(kStreetWord) || MayEndStreet(c, w);
    return b;
  }
  if (!c.IsLetter(end - 1)) return b;
  const Word w = c.WordBefore(end, limit);
  if (w.size() < 2) return b;
  b.box = w.Is(kPostbox | kNumberWord);
  if (w.Is(kNumberWord | kStreetWord)) {
    b.street = true;
    return b;
  }
  if (c.IsCapital(w) && w.begin > limit + 4 && c[w.begin - 1] == ' ' &&
      (c[w.begin - 2] == ':' || c[w.begin - 2] == 't') && LabelEndsAt(c, w.begin - 1, limit, kLabel)) {
    b.labelled = w.begin;
  }
  if (w.size() > 4 && MayEndStreet(c, w)) {
    b.street = true;
    return b;
  }
  // "Platz der Einheit 5": an article in front of a capital word.
  if (c.IsCapital(w) && w.begin > limit + 3 && c[w.begin - 1] == ' ') {
    const char e = static_cast<char>(c[w.begin - 2]);
    b.street = (c.IsLetter(w.begin - 2) && !c.IsUpper(w.begin - 2) &&
                (c.WordBefore(w.begin - 1, limit).Is(kArticle | kFirst | kLead))) ||
               e == '.';
  }
  return b;
}

// What the bytes beside a digit run allow, one look each; most runs (times, dates, numbers in numbers) end here.
enum Beside : std::uint8_t { kBlankByte = 1, kStopByte = 2, kDashByte = 4 };
constexpr std::array<std::uint8_t, 256> kBefore = [] {
  std::array<std::uint8_t, 256> classes{};
  for (const std::size_t c : {0x20, 0x09, 0xA0, 0xAF}) classes[c] = kBlankByte;  // the last bytes of blanks
  classes['.'] = kStopByte;
  return classes;
}();
constexpr std::array<std::uint8_t, 256> kBehind = [] {
  std::array<std::uint8_t, 256> classes{};
  for (const std::size_t c : {0x20, 0x09, 0xC2, 0xE2}) classes[c] = kBlankByte;  // the first bytes
  classes['-'] = kDashByte;
  return classes;
}();

// "GL1 1AU": a letter before the digits, and a blank or capital soon behind them.
bool MayBeLetterCode(const Cursor& c, std::uint32_t d, std::uint32_t digits_end) {
  if (digits_end - d > 2 || d == 0) return false;
  if (c[d - 1] == ' ' && d > 6 && c[d - 2] == 'n') return c.StartsWith(d - 7, "Dublin");
  return c.IsUpper(d - 1) && (c[digits_end] == ' ' || c.IsUpper(digits_end));
}

}  // namespace

std::vector<std::string_view> Rules() {
  return {"address.full",    "address.place",   "address.street",
          "address.postbox", "address.english", "address.english_street"};
}

void Find(const text::Prepared& slice, std::uint32_t begin, std::uint32_t end, RuleId first_rule,
          std::vector<Candidate>* out) {
  const Cursor c(slice);
  end = std::min(end, c.size());
  if (begin >= end) return;
  const std::uint32_t from = begin > kMargin ? begin - kMargin : 0;
  const std::uint32_t to = MASKE_MUTATION("law1_address_margin") ? end : std::min(c.size(), end + kMargin);
  std::vector<Piece> blocks;
  std::vector<Piece> singles;
  for (std::uint32_t d = c.NextDigitRun(from, to); d < to;) {
    const std::uint32_t digits_end = c.DigitsEnd(d);
    const std::uint32_t digits = digits_end - d;
    const std::uint8_t before_class = d == 0 ? std::uint8_t{0} : kBefore[static_cast<unsigned char>(c[d - 1])];
    const std::uint8_t behind_class = kBehind[static_cast<unsigned char>(c[digits_end])];
    const bool letter = behind_class == 0 && c.IsLetter(digits_end);
    const bool may_place = (digits == 4 || digits == 5) && behind_class != 0;
    const bool may_code =
        digits == 5 ? (before_class & kBlankByte) != 0 && !letter : digits <= 2 && MayBeLetterCode(c, d, digits_end);
    const bool may_name = digits <= 5 && c.IsUpper(digits_end + (letter ? 2 : 1));
    const bool may_stand = digits <= 8 && before_class != 0;
    if (!may_place && !may_code && !may_name && !may_stand) {
      d = c.NextDigitRun(digits_end, to);
      continue;
    }
    if (may_place) {
      if (const Place place = PlaceAt(c, d, digits_end); place.any()) {
        const Block b = BlockAround(c, place);
        const Rule rule = b.has_street || b.has_postbox ? kRuleFull : kRulePlace;
        if (b.score >= 0.4F) blocks.push_back({b.begin, b.end, b.score, rule});
      }
    }
    if (may_code) {
      if (const English e = EnglishByPostcode(c, d, digits_end); e.ok()) {
        if (e.score >= 0.4F) blocks.push_back({e.begin, e.end, e.score, kRuleEnglish});
      }
    }
    if (may_name) {
      if (const English e = EnglishByNumber(c, d, digits_end); e.ok()) {
        singles.push_back({e.begin, e.end, e.score, kRuleEnglishStreet});
      }
    }
    const std::uint32_t limit = d > 160 ? d - 160 : 0;
    const Before before = may_stand ? LookBefore(c, d, limit) : Before{};
    if (digits == 5 && may_stand && d > 3 && c.BlankBefore(d) == 1 && !c.IsWord(digits_end) &&
        IsPostcode(kDe, c.Value(d, digits_end)) && LabelEndsAt(c, d - 1, limit, kPostcodeLabel)) {  // "PLZ: 10115"
      singles.push_back({d, digits_end, 0.6F, kRulePlace});
    }
    if (before.street || before.box || before.labelled != 0) {
      if (digits <= 4 && (before.street || before.labelled != 0)) {
        const std::uint32_t name_end = NameEnd(c, d, limit);
        const Street street = name_end > limit ? StreetBefore(c, name_end, limit, false) : Street{};
        if (street.strong()) {
          const HouseNumber n = HouseNumberAt(c, d);
          if (n.ok())
            singles.push_back({street.begin, n.end,
                               n.like_year         ? 0.45F
                               : street.lower_case ? 0.7F
                                                   : 0.8F,
                               kRuleStreet});
        } else if (name_end > limit) {
          const HouseNumber n = HouseNumberAt(c, d);
          const Street lead = n.ok() && digits <= 3 ? LeadStreetBefore(c, name_end, limit, n.end) : Street{};
          if (lead.any()) {
            singles.push_back({lead.begin, n.end, 0.55F, kRuleStreet});
          } else if (n.ok() && before.labelled != 0) {
            singles.push_back({before.labelled, n.end, 0.7F, kRuleStreet});
          }
        }
      }
      if (const Postbox box = before.box ? PostboxAt(c, d, limit) : Postbox{}; box.ok()) {
        singles.push_back({box.begin, box.end, box.sure ? 0.8F : 0.4F, kRulePostbox});
      }
    }
    d = c.NextDigitRun(digits_end, to);
  }
  const auto by_begin = [](const Piece& x, const Piece& y) {
    return std::pair(x.begin, x.end) < std::pair(y.begin, y.end);
  };
  std::sort(blocks.begin(), blocks.end(), by_begin);
  std::vector<Piece> pieces = blocks;
  for (const Piece& s : singles) {
    // Blocks that may overlap it: none is longer than kMargin.
    auto b = std::lower_bound(blocks.begin(), blocks.end(), s.begin > kMargin ? s.begin - kMargin : 0,
                              [](const Piece& x, std::uint32_t at) { return x.begin < at; });
    bool covered = false;
    for (; b != blocks.end() && b->begin < s.end && !covered; ++b) covered = s.begin < b->end && b->score >= 0.5F;
    if (!covered) pieces.push_back(s);
  }
  std::sort(pieces.begin(), pieces.end(), by_begin);
  for (const Piece& p : pieces) {
    if (p.begin < begin || p.begin >= end) continue;
    if (p.end - p.begin > kMargin) continue;  // no form of address is that long
    out->push_back({.begin = p.begin,
                    .end = p.end,
                    .type = kAddress,
                    .rule = static_cast<RuleId>(first_rule + p.rule),
                    .score = p.score});
  }
}

}  // namespace maske::address
