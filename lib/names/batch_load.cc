// See batch_data.h. This file is compiled once for each target of Highway (foreach_target.h includes it again), for their
// wider vectors and their instructions that shift, multiply and count bits. Each hint names the rule (names/detector.cc) that
// would ask for it. Test: tests/names/sift_test.cc, for each target.
#include <algorithm>
#include <cstring>

#include "names/batch_data.h"
#include "names/bytes16.h"
#include "names/glance.h"
#include "names/word_lane.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "names/batch_load.cc"
#include "hwy/foreach_target.h"  // IWYU pragma: keep
#include "hwy/highway.h"
#include "text/simd.h"

#ifndef MASKE_NAMES_BATCH_TABLES_
#define MASKE_NAMES_BATCH_TABLES_
namespace maske::names {
namespace {

using text::Token;

constexpr std::uint16_t kGermanMask = kAlsoNoun | kAlsoWord | kEveryday;
constexpr std::uint16_t kClearMask = kSurnameMask | kGermanMask | kAlsoPlace | kHasRole;
constexpr std::uint16_t kListedMask = kGivenMask | kSurnameMask | kHasRole;
// What the lists say of a word, for the hints.
enum Own : std::uint8_t {
  kOwnClearGiven = 1,
  kOwnGiven = 2,
  kOwnGoodGiven = 4,  // not a rare one
  kOwnSurname = 8,
  kOwnClearSurname = 16,
  kOwnUnlisted = 32,  // no name, no role
};
constexpr std::array<std::uint8_t, 512> kOwn = [] {
  std::array<std::uint8_t, 512> table{};
  for (unsigned classes = 0; classes < table.size(); ++classes) {
    const unsigned given = classes & kGivenMask;
    const auto bit = [](bool value, Own own) { return value ? static_cast<unsigned>(own) : 0U; };
    table[classes] = static_cast<std::uint8_t>(bit(given == 3 && (classes & kGermanMask) == 0, kOwnClearGiven) |
                                               bit(given != 0, kOwnGiven) | bit(given >= 2, kOwnGoodGiven) |
                                               bit((classes & kSurnameMask) != 0, kOwnSurname) |
                                               bit((classes & kClearMask) == kSurnameMask, kOwnClearSurname) |
                                               bit((classes & kListedMask) == 0, kOwnUnlisted));
  }
  return table;
}();
static_assert(1U << kRoleShift == 512);

inline std::uint8_t Small(std::uint32_t number) { return static_cast<std::uint8_t>(std::min(number, 255U)); }
inline std::uint8_t All(bool value) { return static_cast<std::uint8_t>(-static_cast<int>(value)); }

// A number that does not fit a byte is 255.
inline void Saturate(std::size_t from, std::size_t to, BatchData* batch) {
  BatchData& b = *batch;
  for (std::size_t n = from; n < to; ++n) {
    const Token* token = b.tokens + b.words[n];
    b.size_of[n] = Small(token->end - token->begin);
    b.gap[n] = Small(token->begin - token[-1].end);
    b.after_gap[n] = Small(token[1].begin - token->end);
    b.after_size[n] = Small(token[1].end - token[1].begin);
  }
}

// Does a "lg", "vg" or "mfg" that may be a word end in text[from + 1, to)?
inline bool LowerClosingIn(const char* text, std::size_t from, std::size_t to) {
  for (std::size_t at = from; at + 1 < to; ++at) {
    if (text[at + 1] != 'g') continue;
    const char before = at > 0 ? text[at - 1] : ' ';
    if ((text[at] == 'l' || text[at] == 'v') && (before < 'a' || before > 'z')) return true;
    if (text[at] == 'f' && before == 'm') return true;
  }
  return false;
}

}  // namespace
}  // namespace maske::names
#endif  // MASKE_NAMES_BATCH_TABLES_

HWY_BEFORE_NAMESPACE();
namespace maske::names {
namespace HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

// Where the batch's text holds brackets; does it hold what may be a closing in lower case ("mfg", "lg", "vg")?
HWY_INLINE void Survey(BatchData& b) {
  const hn::CappedTag<std::uint8_t, 32> d;
  const std::size_t lanes = hn::Lanes(d);
  const Index first = b.words[0] > kClosingReach ? b.words[0] - kClosingReach : 0;
  std::size_t at = b.tokens[first].begin;
  const std::size_t to = std::min<std::size_t>(b.size, b.tokens[b.words[b.taken - 1]].end + kMailReach);
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(b.text);
  const auto set = [d](char c) HWY_ATTR { return hn::Set(d, static_cast<std::uint8_t>(c)); };
  const auto is = [d](auto vector, auto value) HWY_ATTR { return hn::VecFromMask(d, hn::Eq(vector, value)); };
  const auto round = set('<'), square = set('['), f = set('f'), l = set('l'), v = set('v'), g = set('g'), a = set('a');
  const auto z = hn::Set(d, std::uint8_t{'z' - 'a'});
  const auto zero = hn::Zero(d);
  b.lower_closing = false;
  Hints::Mask near = 0;
  std::size_t n = 0;  // the first word whose reach is not over
  const auto look = [&](const std::uint8_t* p, std::size_t place) HWY_ATTR {
    const auto here = hn::LoadU(d, p);
    const auto behind = hn::Sub(hn::LoadU(d, p + 2), a);
    const auto pair = hn::And(is(hn::LoadU(d, p + 1), g), hn::Or(is(here, f), hn::Or(is(here, l), is(here, v))));
    const auto closing = hn::AndNot(is(hn::Min(behind, z), behind), pair);  // no letter behind
    const auto bracket = hn::Or(is(here, round), is(here, square));
    if (hn::AllTrue(d, hn::Eq(hn::Or(closing, bracket), zero))) return;
    if (!b.lower_closing && !hn::AllTrue(d, hn::Eq(closing, zero))) {
      b.lower_closing = LowerClosingIn(b.text, place, std::min(place + lanes + 1, to));
    }
    if (hn::AllTrue(d, hn::Eq(bracket, zero))) return;
    const auto end = [&b](std::size_t k) HWY_ATTR { return std::size_t{b.tokens[b.words[k]].end}; };
    while (n < b.taken && end(n) + kMailReach <= place) ++n;
    for (std::size_t k = n; k < b.taken && end(k) < place + lanes; ++k) near |= Hints::Mask{1} << k;
  };
  for (; at + lanes + 2 <= to; at += lanes) look(bytes + at, at);
  std::array<std::uint8_t, 2 * 34 + 2> rest{};
  std::memcpy(rest.data(), bytes + at, to - at);
  for (std::size_t k = 0; k < to - at; k += lanes) look(rest.data() + k, at + k);
  b.hints.bracket = near;
}

HWY_INLINE void Hash(BatchData& b) {
  const char* const text = b.text;
  const Token* const tokens = b.tokens;
  const std::uint32_t text_size = b.size;
  for (std::size_t n = 0; n < b.all; ++n) {
    const Token& token = tokens[b.words[n]];
    const std::size_t size = token.end - token.begin;
    std::uint64_t hash = 0;
    if (size > 16 || (token.flags & Token::kHasMid) != 0) {
      hash = b.view->HashOf(b.words[n]);
    } else {
      hash = HashLetters(text + token.begin, size, text_size - token.begin);
    }
    b.hashes[n] = hash;
    PrefetchName(hash);
  }
}

// What stands beside the words [from, to), none of which is at the slice's ends.
HWY_INLINE void Gather(std::size_t from, std::size_t to, BatchData& b) {
  const char* const text = b.text;
  const Token* const tokens = b.tokens;
  std::uint32_t largest = 0;
  for (std::size_t n = from; n < to; ++n) {
    const Token* token = tokens + b.words[n];
    const Token& before = token[-1];
    const Token& after = token[1];
    const std::uint32_t begin = token->begin;
    const std::uint32_t end = token->end;
    std::memcpy(&b.head[4 * n], text + begin - 4, 4);
    std::memcpy(&b.tail[4 * n], text + end - 2, 4);
    const std::uint32_t size = end - begin;
    const std::uint32_t gap = begin - before.end;
    const std::uint32_t after_gap = after.begin - end;
    const std::uint32_t after_size = after.end - after.begin;
    largest |= size | gap | after_gap | after_size;
    b.size_of[n] = static_cast<std::uint8_t>(size);
    b.gap[n] = static_cast<std::uint8_t>(gap);
    b.after_gap[n] = static_cast<std::uint8_t>(after_gap);
    b.after_size[n] = static_cast<std::uint8_t>(after_size);
    b.flags[n] = static_cast<std::uint8_t>(token->flags);
    b.before_flags[n] = static_cast<std::uint8_t>(before.flags);
    b.after_flags[n] = static_cast<std::uint8_t>(after.flags);
    b.before_speaks[n] = SieveAt(text + before.begin, before.end - before.begin);
    b.after_speaks[n] = SieveAt(text + after.begin, after_size);
    b.dot2[n] = static_cast<std::uint8_t>(text[token[-2].end]);
    b.dot3[n] = static_cast<std::uint8_t>(text[token[-3].end]);
  }
  if (largest > 255) Saturate(from, to, &b);
}

HWY_INLINE void LookUp(BatchData& b) {
  View& view = *b.view;
  const NameMemory& memory = *b.memory;
  const Token* const tokens = b.tokens;
  for (std::size_t n = 0; n < b.all; ++n) {
    const Index i = b.words[n];
    const std::uint64_t hash = b.hashes[n];
    const bool mid = (tokens[i].flags & Token::kHasMid) != 0;
    const std::uint16_t classes = FindName(hash);
    b.classes[n] = classes;
    view.Keep(i, hash, classes, mid);
    b.own[n] = kOwn[classes & 511U];
    b.role[n] = RoleSays()[classes >> kRoleShift];
    b.known[n] = All(memory.MayKnow(hash));
    if (mid) {  // "Dr.med.univ" is in no list, its parts are (View::Classify)
      b.role[n] |= kSaysBehind | kSaysTitle;
    }
  }
}

// What each word says of its neighbours, whose turn is next.
HWY_INLINE void Prepare(BatchData& b) {
  for (std::size_t n = 0; n < BatchData::kRoom; n += 16) {
    const Four tail = Deal(&b.tail[4 * n]);
    const Bytes16 size = Load16(&b.size_of[n]);
    const Bytes16 role = Load16(&b.role[n]);
    const Bytes16 own = Load16(&b.own[n]);
    const Bytes16 one = Is(size, std::uint8_t{1});
    const Bytes16 dot = Is(tail.byte[2], '.');
    const Bytes16 by_name = (one & (Is(tail.byte[1], 'A') | Is(tail.byte[1], 'V'))) |
                            (Is(size, std::uint8_t{2}) & Is(tail.byte[0], 'H'));  // "i. A.", "z. Hd."
    const Bytes16 by_ending = ~Below(size, kRoleWord) & Has(role, kSaysNothing);
    Store16(role | (by_name & Splat(kSaysBehind)) | (by_ending & Splat(kSaysEnding)) | (one & dot & Splat(kSaysBefore)),
            &b.says[n + 1]);
    Store16(Has(own, kOwnGiven | kOwnSurname) | Below(size, 3) | Is(tail.byte[2], '-') | Is(tail.byte[1], 's'),
            &b.worth[n]);
    Store16(tail.byte[1], &b.last[n]);
    Store16(tail.byte[2], &b.next_byte[n]);
    Store16(tail.byte[3], &b.second[n]);
  }
}

// The hints, from what was gathered: sixteen words at once.
HWY_INLINE void Weigh(BatchData& b) {
  Hints h;
  h.bracket = b.hints.bracket;
  for (std::size_t n = 0; n < BatchData::kWords; n += 16) {
    const Four head = Deal(&b.head[4 * n]);
    const Bytes16 h1 = head.byte[3];
    const Bytes16 h2 = head.byte[2];
    const Bytes16 h3 = head.byte[1];
    const Bytes16 h4 = head.byte[0];
    const Bytes16 size = Load16(&b.size_of[n]);
    const Bytes16 gap = Load16(&b.gap[n]);
    const Bytes16 flags = Load16(&b.flags[n]);
    const Bytes16 own = Load16(&b.own[n]);
    const Bytes16 next = Load16(&b.next_byte[n]);
    const Bytes16 before_says = Load16(&b.says[n]);
    const Bytes16 word_says = Load16(&b.says[n + 1]);
    const Bytes16 after_says = Load16(&b.says[n + 2]);
    const Bytes16 after = Load16(&b.after_flags[n]);
    const Bytes16 after_size = Load16(&b.after_size[n]);
    const Bytes16 after_gap = Load16(&b.after_gap[n]);
    const Bytes16 capital = Has(after, Token::kUpperFirst);
    const Bytes16 no_lower = ~Has(after, Token::kHasLower) | Has(after, Token::kHasUpperInside);
    const Bytes16 before_capital = Has(Load16(&b.before_flags[n]), Token::kUpperFirst);
    const Bytes16 blank_before = Is(h1, ' ');
    const Bytes16 blank = Is(next, ' ');
    const Bytes16 hyphen = Is(next, '-');
    const Bytes16 dot = Is(next, '.');
    const Bytes16 follows = blank & Is(after_gap, std::uint8_t{1});
    const Bytes16 given = Has(own, kOwnGiven);
    const Bytes16 compound = Is(gap, std::uint8_t{1}) & Is(h1, '-');
    const Bytes16 open = ~compound & ~Has(flags, Token::kHasDigit);

    // Words that begin a line: a feed among the bytes of the gap, as far as they were gathered.
    const Bytes16 gap2 = ~Below(gap, 2);
    const Bytes16 gap3 = ~Below(gap, 3);
    const Bytes16 gap4 = ~Below(gap, 4);
    const Bytes16 gap5 = ~Below(gap, 5);
    const Bytes16 feed = Is(h1, '\n') | (gap2 & Is(h2, '\n')) | (gap3 & Is(h3, '\n')) | (gap4 & Is(h4, '\n'));
    const Bytes16 wide = gap5 & ~feed;
    const Bytes16 line = (feed | wide) & open;

    // Anywhere.
    const auto put = [n](Bytes16 bytes, Hints::Mask* mask) HWY_ATTR { *mask |= Bits16(bytes) << n; };
    put(open, &h.open);
    put(open & before_capital & Has(before_says, kSaysBehind), &h.before);
    put(open & before_capital & Has(before_says, kSaysEnding) & ~feed, &h.before_ending);
    put(open & ~before_capital & Has(Load16(&b.before_speaks[n]), 1), &h.before_lower);
    put(open & blank_before & (Is(h2, ',') | Is(h2, ';')), &h.item);
    put(open & Is(h1, '"'), &h.quote);
    const Bytes16 pair = follows & capital & (Has(own, kOwnGoodGiven) | Load16(&b.worth[n + 1]));
    put(open & ((Has(own, kOwnClearGiven) & ~dot) | Has(flags, Token::kHasMid) | (dot & Below(size, 3)) |
                (given & (hyphen | pair))),
        &h.lexicon);
    put(open & given & follows & ~capital & Below(after_size, 6), &h.with_particle);
    put(open & Load16(&b.known[n]), &h.known);
    put(open & Has(own, kOwnUnlisted) & Is(Load16(&b.last[n]), 's') & ~Below(size, 5), &h.stem);
    const Bytes16 second = Load16(&b.second[n]);
    put(open & ((blank & ~follows & (Is(second, '(') | Is(second, '[') | Is(second, '<'))) |
                (follows & capital & Has(after_says, kSaysBefore))),
        &h.behind);
    put(open & follows & capital & no_lower, &h.behind_capitals);
    put(open & follows & ~capital & Has(Load16(&b.after_speaks[n]), 1), &h.behind_lower);
    put(open & Has(own, kOwnClearSurname) & ~hyphen, &h.weak);
    put(open & hyphen, &h.hyphen);

    // At the begin of a line.
    put(open & feed, &h.feed);
    put(open & wide, &h.wide);
    const Bytes16 dash3 = Is(h3, '-');
    const Bytes16 dash4 = Is(h4, '-');
    put(line & Is(h1, '\n') & ((Is(h2, '-') & dash3) | (Is(h2, '\r') & dash4) | (Is(h2, ' ') & dash3 & dash4)),
        &h.delimiter);
    put(line & (dash3 | dash4), &h.dashed);
    put(line & Is(next, ',') &
            (Has(own, kOwnSurname) |
             (capital & (Has(Load16(&b.own[n + 1]), kOwnGoodGiven) | Has(after_says, kSaysFunction)))),
        &h.comma);
    put(line & Is(next, ':') & given, &h.speaker);
    // The byte behind the word before.
    const Bytes16 end = (h1 & ~gap2) | (h2 & gap2 & ~gap3) | (h3 & gap3 & ~gap4) | (h4 & gap4);
    const Bytes16 ended = Is(end, ',') | Is(end, ';') | Is(end, ':') | Is(end, ')') | gap5;
    const Bytes16 bullet = blank_before & (Is(h2, '-') | Is(h2, '*') | Is(h2, std::uint8_t{0xA2}));
    put(line & (ended | bullet), &h.list);
    put(line & blank & (capital | Below(after_size, 4)), &h.short_line);

    put(Has(word_says, kSaysEnd), &h.ends);
    put(Has(word_says, kSaysLabel) & (Is(next, ':') | ~Below(after_gap, 2)), &h.labels);
    put(Has(word_says, kSaysFunction), &h.function_words);
    put(Has(word_says, kSaysFunction) & (feed | wide), &h.functions);
    const Bytes16 short_behind = ~capital & Below(after_size, 4);
    put(Has(word_says, kSaysTitle) & short_behind, &h.particle_behind);
    put(Has(word_says, kSaysEnding) & short_behind, &h.particle_ending);
    put(~before_capital & (Is(Load16(&b.dot2[n]), '.') | Is(Load16(&b.dot3[n]), '.')), &h.particle_before);
  }
  b.hints = h;
}

void LoadBatchOnTarget(std::size_t from, std::size_t to, BatchData* batch) {
  BatchData& b = *batch;
  Survey(b);
  Hash(b);
  Gather(from, to, b);
  LookUp(b);
  Prepare(b);
  Weigh(b);
}

}  // namespace HWY_NAMESPACE
}  // namespace maske::names
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace maske::names {
namespace {
constexpr decltype(&HWY_STATIC_DISPATCH(LoadBatchOnTarget)) kLoadBatch[] = MASKE_SIMD_TABLE(LoadBatchOnTarget);
}  // namespace

void LoadBatch(std::size_t from, std::size_t to, BatchData* batch) {
  kLoadBatch[text::SimdIndex(HWY_TARGETS)](from, to, batch);
}

}  // namespace maske::names
#endif  // HWY_ONCE
