// The walk over a slice's digit runs: the bytes beside each say whether it may be a postcode, a house number or a box's
// number, and dismiss most. A postcode with a place gathers its address around it (block.h); a strong street with
// a number that no such address holds is one by itself.
//
// The result for an address depends on kMargin bytes around it only. Cost: about 5 ns a digit run that is dismissed,
// 50 to 100 ns one that is read.
// Tested by tests/address/: forms, negatives, locality, generator.
#include "address/detector.h"

#include <algorithm>
#include <array>
#include <bit>
#include <tuple>
#include <utility>

#include "address/below.h"
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
  bool flat = false;
  std::uint32_t labelled = 0;  // begin of the one word between a label and the digits: "Straße: Hülshof 24"
};
// Does a label end at i: "Anschrift:", "wohnhaft"?
bool LabelEndsAt(const Cursor& c, std::uint32_t i, std::uint32_t limit, std::uint32_t mask) {
  if (i <= limit + 2) return false;
  const bool colon = c[i - 1] == ':' || c[i - 1] == '.';
  Word w = c.WordBefore(colon ? i - 1 : i, limit);
  if (c[i - 1] == '.')
    return mask == kLabel && w.Is(kLabel) && w.size() <= 6 && !w.Is(kLast | kStreetWord);  // "wohnh."
  if (!colon && w.size() == 2 && w.begin > limit + 3 && c[w.begin - 1] == ' ') {           // "lives at", "wohnhaft in"
    const std::string_view t = c.Text(w);
    if (t != "at" && t != "in" && t != "is") return false;
    w = c.WordBefore(w.begin - 1, limit);
    return w.Is(mask) && w.size() > 3;
  }
  return w.Is(mask) && (colon || w.size() > 6);
}
// "PLZ: 10115", "PLZ 10115", `"zip": "10115"` with the digits at d.
bool PostcodeLabelBefore(const Cursor& c, std::uint32_t d, std::uint32_t limit) {
  const auto quote = [&](std::uint32_t i) { return i > limit && (c[i - 1] == '"' || c[i - 1] == '\'') ? i - 1 : i; };
  const std::uint32_t value = quote(d);
  std::uint32_t i = c.SkipBlanksBack(value, limit);
  if (i > limit && (c[i - 1] == ':' || c[i - 1] == '=')) {
    i = quote(c.SkipBlanksBack(i - 1, limit));
  } else if (i == value || value != d) {
    return false;
  }
  return c.WordBefore(i, limit).Is(kPostcodeLabel);
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
    b.box = w.Is(kPostbox | kNumberWord) || (w.size() == 1 && c[w.begin] == 'P');
    b.flat = w.Is(kFlat);
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
  b.box = w.Is(kPostbox | kNumberWord | kBoxTail);
  b.flat = w.Is(kFlat);
  if (w.Is(kNumberWord | kStreetWord)) {
    b.street = true;
    return b;
  }
  if (c.IsCapital(w) && w.begin > limit + 4 && c[w.begin - 1] == ' ' &&
      (c[w.begin - 2] == ':' || c[w.begin - 2] == 't' || c[w.begin - 2] == '.' || c[w.begin - 2] == 'n') &&
      LabelEndsAt(c, w.begin - 1, limit, kLabel)) {
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

// "9931 14 Sample Street", "at 760 Sample Road 33", "45818 P.O. Box 242": another number right in front of an address, of a
// building or a postcode. Taken in where the address begins with a number or a box itself, or behind a word that leads to
// a place. Returns its begin, or `begin`.
std::uint32_t WithNumberBefore(const Cursor& c, std::uint32_t begin, bool box) {
  if (begin < 3 || c[begin - 1] != ' ' || !c.IsDigit(begin - 2)) return begin;
  std::uint32_t d = begin - 2;
  while (d > 0 && begin - d <= 6 && c.IsDigit(d - 1)) --d;
  const std::uint32_t digits = begin - 1 - d;
  if (digits < 2 || digits > 5) return begin;
  if (c.AtLineBegin(d)) return c.IsDigit(begin) || box ? d : begin;
  if (c[d - 1] != ' ') return begin;
  if (c.IsDigit(begin) || box) return d;
  const std::uint32_t limit = d > 24 ? d - 24 : 0;
  const std::string_view t = c.Text(c.WordBefore(d - 1, limit));
  return t == "at" || t == "to" || t == "is" || t == "near" ? d : begin;
}

// What the bytes beside a digit run allow, a bit a reader. Most runs (times, dates, numbers in numbers) are dismissed here
// by five looks at tables, without a jump that the processor could guess wrong. May say yes too often, never no.
enum May : std::uint8_t {
  kPlace = 1,        // PlaceAt
  kZip = 2,          // EnglishByPostcode: "10011"
  kLetters = 4,      // EnglishByPostcode: "GL1 1AU"; "Dublin 2"
  kName = 8,         // EnglishByNumber
  kStandBlank = 16,  // LookBefore, behind a blank of one byte,
  kStandWide = 32,   // a wider blank,
  kStandStop = 64,   // a full stop
  kSplit = 128,      // SplitPlaceAt
};
constexpr std::uint8_t kStand = kStandBlank | kStandWide | kStandStop;
using MayTable = std::array<std::uint8_t, 256>;
constexpr bool IsSmall(std::size_t c) { return c >= 'a' && c <= 'z'; }
constexpr bool IsGreat(std::size_t c) { return c >= 'A' && c <= 'Z'; }
constexpr bool IsDigit(std::size_t c) { return c >= '0' && c <= '9'; }
constexpr bool IsOther(std::size_t c) { return c >= 0x80; }
template <typename Rule>
constexpr MayTable MakeTable(Rule rule) {
  MayTable table{};
  for (std::size_t c = 0; c < 256; ++c) table[c] = static_cast<std::uint8_t>(rule(c));
  return table;
}
constexpr bool In(std::string_view list, std::size_t c) {
  return c < 0x80 && list.find(static_cast<char>(c)) != list.npos;
}
// The byte before the digits.
constexpr MayTable kBefore = MakeTable([](std::size_t c) {
  const bool letter = IsSmall(c) || IsGreat(c) || c == '_';
  return ((letter && c != 'D') || In("/+#$=&%", c) ? 0 : kPlace) | (In(" \t", c) || IsOther(c) ? kZip : 0) |
         (IsGreat(c) || IsOther(c) || c == ' ' ? kLetters : 0) | (letter || In("-./:$", c) ? 0 : kName) |
         (In(" \t", c) ? kStandBlank : 0) | (IsOther(c) || In(";\"'", c) ? kStandWide : 0) |
         (c == '.' ? kStandStop : 0) | (In(" -", c) ? kSplit : 0);
});
// The byte before that.
constexpr MayTable kSecondBefore = MakeTable([](std::size_t c) {
  const bool letter = IsSmall(c) || IsGreat(c) || IsOther(c);
  return kPlace | kZip | kLetters | kName | kStandWide | (letter || In(".:,", c) ? kStandBlank : 0) |
         (letter ? kStandStop : 0) | (IsDigit(c) ? kSplit : 0);
});
// By the number of digits.
constexpr std::array<std::uint8_t, 10> kDigits = {0,
                                                  kLetters | kName | kStand,
                                                  kLetters | kName | kStand | kSplit,
                                                  kName | kStand | kSplit,
                                                  kPlace | kName | kStand,
                                                  kPlace | kZip | kName | kStand,
                                                  kStand,
                                                  kStand,
                                                  kStand,
                                                  0};
// The byte behind the digits.
constexpr MayTable kBehind = MakeTable([](std::size_t c) {
  const bool letter = IsSmall(c) || IsGreat(c) || IsOther(c);
  return kStand | (In(" \t-&\n\r;,|\"<", c) || IsGreat(c) || IsOther(c) ? kPlace : 0) | (c == ' ' ? kSplit : 0) |
         (IsSmall(c) || IsGreat(c) || c == '_' ? 0 : kZip) |
         (IsGreat(c) || IsOther(c) || In(" \n,", c) ? kLetters : 0) | (letter || In(" ,", c) ? kName : 0);
});
// The byte behind that.
constexpr MayTable kSecondBehind = MakeTable([](std::size_t c) {
  const bool letter = IsSmall(c) || IsGreat(c) || IsOther(c);
  return kStand | kZip | kLetters | (letter || In(" \t-|\n\">;,/", c) ? kPlace : 0) |
         (IsGreat(c) || IsOther(c) ? kSplit : 0) | (letter || c == ' ' ? kName : 0);
});

// A digit run that may be read, and by whom.
struct Run {
  std::uint32_t begin;
  std::uint8_t may;
};
constexpr std::size_t kHeap = 256;  // runs that are read together
constexpr std::size_t kMostInBlock = 32;
using Runs = std::array<Run, kHeap + kMostInBlock + 1>;

// Adds the digit runs of the bits of a block that are worth reading; returns how many there are then.
std::size_t AddRuns(const Cursor& c, std::uint32_t block, std::uint64_t bits, Runs* runs, std::size_t size) {
  const bool at_border = block == 0 || (block + 3) * 64 > c.size();  // looks over the border
  for (; bits != 0; bits &= bits - 1) {
    const std::uint32_t d = block * 64 + static_cast<std::uint32_t>(std::countr_zero(bits));
    if (at_border) {
      (*runs)[size++] = {d, 0xFF};
      continue;
    }
    const std::uint32_t digits = c.DigitsSoon(d);
    const auto* at = reinterpret_cast<const unsigned char*>(c.Text(d, d).data());
    const unsigned may = kBefore[at[-1]] & kSecondBefore[at[-2]] & kDigits[std::min(digits, 9U)] & kBehind[at[digits]] &
                         kSecondBehind[at[digits + 1]];
    (*runs)[size] = {d, static_cast<std::uint8_t>(may)};
    size += may != 0 ? 1 : 0;
  }
  return size;
}

// "GL1 1AU": a letter before the digits, and a blank or capital soon behind them.
bool MayBeLetterCode(const Cursor& c, std::uint32_t d, std::uint32_t digits_end) {
  if (digits_end - d > 2 || d == 0) return false;
  if (c[d - 1] == ' ' && d > 6 && c[d - 2] == 'n') return c.StartsWith(d - 7, "Dublin");
  return c.IsUpper(d - 1) && (c[digits_end] == ' ' || c.IsUpper(digits_end));
}

// Reads digit runs, a heap at a time: a postcode, a house number, the number of a box? Each question is put to all runs of
// the heap to which the bytes beside them leave it, before the next one is.
class Reader {
 public:
  explicit Reader(const Cursor& cursor) : c_(cursor) {}

  void Read(const Runs& runs, std::size_t size) {
    const auto each = [&](std::uint8_t asked, const auto& read) {
      std::array<std::uint32_t, std::tuple_size_v<Runs>> begins;
      std::size_t count = 0;
      for (std::size_t i = 0; i < size; ++i) {
        begins[count] = runs[i].begin;
        count += (runs[i].may & asked) != 0 ? 1 : 0;
      }
      for (std::size_t i = 0; i < count; ++i) read(begins[i], c_.DigitsEnd(begins[i]));
    };
    each(kPlace, [&](std::uint32_t d, std::uint32_t digits_end) { ReadPlace(d, digits_end); });
    each(kSplit, [&](std::uint32_t d, std::uint32_t digits_end) { ReadSplitPlace(d, digits_end); });
    each(kZip | kLetters, [&](std::uint32_t d, std::uint32_t digits_end) { ReadEnglishPostcode(d, digits_end); });
    each(kName, [&](std::uint32_t d, std::uint32_t digits_end) { ReadEnglishNumber(d, digits_end); });
    each(kStand, [&](std::uint32_t d, std::uint32_t digits_end) { ReadNumber(d, digits_end); });
  }

  // The blocks, and the singles that no sure block covers, sorted.
  std::vector<Piece> Pieces() {
    const auto by_begin = [](const Piece& x, const Piece& y) {
      return std::tuple(x.begin, x.end, y.score, x.rule) < std::tuple(y.begin, y.end, x.score, y.rule);  // total
    };
    std::sort(blocks_.begin(), blocks_.end(), by_begin);
    std::vector<Piece> pieces = blocks_;
    for (const Piece& s : singles_) {
      // Blocks that may overlap it: none is longer than kMargin.
      auto b = std::lower_bound(blocks_.begin(), blocks_.end(), s.begin > kMargin ? s.begin - kMargin : 0,
                                [](const Piece& x, std::uint32_t at) { return x.begin < at; });
      bool covered = false;
      for (; b != blocks_.end() && b->begin < s.end && !covered; ++b) covered = s.begin < b->end && b->score >= 0.5F;
      if (!covered) pieces.push_back(s);
    }
    std::sort(pieces.begin(), pieces.end(), by_begin);
    return pieces;
  }

 private:
  void ReadPlace(std::uint32_t d, std::uint32_t digits_end) {
    if (digits_end - d != 4 && digits_end - d != 5) return;
    const char behind = c_[digits_end];
    if (static_cast<signed char>(behind) > ' ' && behind != '-' && behind != '&' && c_.IsUpper(digits_end)) {
      if (digits_end - d != 4 || !c_.IsUpper(digits_end + 1) || c_.BlankAt(digits_end + 2) == 0)
        return;  // "1015CJ Amsterdam"
    } else if (behind != ' ' && behind != '\t' && behind != '-' && static_cast<signed char>(behind) >= 0) {
      // The place is in the next cell or line: only one that belongs to the postcode counts.
      const std::uint32_t code = c_.Value(d, digits_end);
      if (digits_end - d == 5 ? !IsPostcode(kDe, code)
                              : !IsPostcode(kAt, code) && !IsPostcode(kCh, code) && !IsPostcode(kLu, code))
        return;
    }
    AddPlace(PlaceAt(c_, d, digits_end));
  }

  void ReadSplitPlace(std::uint32_t d, std::uint32_t digits_end) {
    if (digits_end - d == 2 || digits_end - d == 3) AddPlace(SplitPlaceAt(c_, d, digits_end));
  }

  void AddPlace(const Place& place) {
    if (!place.any()) return;
    const Block b = BlockAround(c_, place);
    const Rule rule = b.has_street || b.has_postbox ? kRuleFull : kRulePlace;
    if (b.score >= 0.4F) blocks_.push_back({b.begin, b.end, b.score, rule});
  }

  void ReadEnglishPostcode(std::uint32_t d, std::uint32_t digits_end) {
    const bool zip = digits_end - d == 5 && !c_.IsLetter(digits_end);
    if (!zip && !MayBeLetterCode(c_, d, digits_end)) return;
    const English e = EnglishByPostcode(c_, d, digits_end);
    if (e.ok() && e.score >= 0.4F) blocks_.push_back({e.begin, e.end, e.score, kRuleEnglish});
  }

  void ReadEnglishNumber(std::uint32_t d, std::uint32_t digits_end) {
    const std::uint32_t blank =
        digits_end + (c_.IsLetter(digits_end) ? 1 : 0);  // "10 Downing Street", "10c Downing Street"
    if (digits_end - d > 5) return;
    if (c_[digits_end] == ',' || !c_.IsUpper(blank + 1)) {
      if (const NumberFirst street = NumberFirstAt(c_, d); street.sure && street.ok()) {
        singles_.push_back({d, street.end, 0.7F, kRuleStreet});
        return;
      }
    }
    if (c_[blank] != ' ' || (!c_.IsUpper(blank + 1) && !c_.IsDigit(blank + 1))) return;
    if (c_[d - (d > 0 ? 1 : 0)] == ' ' && d > 4 && (c_[d - 2] == ':' || c_[d - 2] == 't' || c_[d - 2] == 's') &&
        LabelEndsAt(c_, d - 1, d > 160 ? d - 160 : 0, kLabel)) {
      if (const std::uint32_t end = LabelledEnd(c_, d); end > d) singles_.push_back({d, end, 0.85F, kRuleStreet});
    }
    const English e = EnglishByNumber(c_, d, digits_end);
    if (e.ok()) singles_.push_back({e.begin, e.end, e.score, kRuleEnglishStreet});
  }

  // The number of a house or of a box.
  void ReadNumber(std::uint32_t d, std::uint32_t digits_end) {
    const std::uint32_t digits = digits_end - d;
    const std::uint32_t limit = d > 160 ? d - 160 : 0;
    const Before before = digits <= 8 ? LookBefore(c_, d, limit) : Before{};
    if (digits == 5 && d > 3 && !c_.IsWord(digits_end) && IsPostcode(kDe, c_.Value(d, digits_end)) &&
        PostcodeLabelBefore(c_, d, limit)) {
      singles_.push_back({d, digits_end, 0.6F, kRulePlace});
    }
    if (before.flat && digits <= 5) {
      if (const FlatAddress flat = FlatAt(c_, d, digits_end, limit); flat.ok()) {
        blocks_.push_back({flat.begin, flat.end, 0.85F, kRuleEnglish});
      }
    }
    if (before.street || before.box || before.labelled != 0) {
      if (digits <= 4 && (before.street || before.labelled != 0)) {
        const std::uint32_t name_end = NameEnd(c_, d, limit);
        const Street street = name_end > limit ? StreetBefore(c_, name_end, limit, false) : Street{};
        if (street.strong()) {
          const HouseNumber n = HouseNumberAt(c_, d);
          if (n.ok())
            singles_.push_back({street.begin, n.end,
                                n.like_year         ? 0.45F
                                : street.lower_case ? 0.7F
                                                    : 0.8F,
                                kRuleStreet});
        } else if (name_end > limit && (before.labelled != 0 || c_.IsCapital(c_.SpanBefore(name_end, limit)))) {
          const HouseNumber n = HouseNumberAt(c_, d);
          const Street lead = n.ok() && digits <= 3 ? LeadStreetBefore(c_, name_end, limit, n.end) : Street{};
          if (lead.any()) {
            singles_.push_back({lead.begin, n.end, 0.55F, kRuleStreet});
          } else if (n.ok() && before.labelled != 0) {
            singles_.push_back({before.labelled, n.end, 0.7F, kRuleStreet});
          }
        }
      }
      if (const Postbox box = before.box ? PostboxAt(c_, d, limit) : Postbox{}; box.ok()) {
        singles_.push_back({box.begin, box.end, box.sure ? 0.8F : 0.4F, kRulePostbox});
      }
    }
  }

  const Cursor& c_;
  std::vector<Piece> blocks_;
  std::vector<Piece> singles_;
};

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
  Reader reader(c);
  Runs runs;
  std::size_t size = 0;
  for (std::uint32_t block = from / 64; block * 64 < to; ++block) {
    std::uint64_t bits = c.DigitRuns(block);
    if (block == from / 64) bits &= ~std::uint64_t{0} << (from % 64);
    if (to - block * 64 < 64) bits &= (std::uint64_t{1} << (to % 64)) - 1;
    size = AddRuns(c, block, bits, &runs, size);
    if (size < kHeap) continue;
    reader.Read(runs, size);
    size = 0;
  }
  reader.Read(runs, size);
  for (const Piece& p : reader.Pieces()) {
    if (p.end - p.begin > kMargin) continue;  // no form of address is that long
    std::uint32_t first = WithNumberBefore(c, p.begin, p.rule == kRulePostbox);
    if (p.end - first > kMargin) first = p.begin;  // it would not be seen whole in every cutting
    if (first < begin || first >= end) continue;
    out->push_back({.begin = first,
                    .end = p.end,
                    .type = kAddress,
                    .rule = static_cast<RuleId>(first_rule + p.rule),
                    .score = p.score});
  }
}

}  // namespace maske::address
