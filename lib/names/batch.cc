// See batch.h. Each hint names the rule (names/detector.cc) that would ask for it.
#include "names/batch.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "names/bytes16.h"
#include "names/evidence.h"
#include "names/glance.h"
#include "names/word_lane.h"

namespace maske::names {
namespace {

using text::Token;

constexpr std::uint16_t kGermanMask = kAlsoNoun | kAlsoWord | kEveryday;
constexpr std::uint16_t kClearMask = kSurnameMask | kGermanMask | kAlsoPlace | kHasRole;
constexpr std::uint16_t kListedMask = kGivenMask | kSurnameMask | kHasRole;
constexpr Index kFunctionReach = 6;  // tokens from the begin of a line to the function under it

// Hints that make a line's first word be looked at, by themselves.
constexpr std::uint8_t kLineAsks = kLineDelimiter | kLineComma | kLineSpeaker | kLineItem | kLineOther;

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

std::uint8_t All(bool value) { return static_cast<std::uint8_t>(-static_cast<int>(value)); }
std::uint8_t Small(std::uint32_t number) { return static_cast<std::uint8_t>(std::min(number, 255U)); }

bool Any(Bytes16 bytes) { return Bits16(bytes) != 0; }

// The bit of each word that lies 1 to 12 words behind one of these.
static_assert(kClosingReach == 12);
std::uint64_t Behind12(std::uint64_t words) {
  const std::uint64_t two = words | words << 1;
  const std::uint64_t four = two | two << 2;
  return (four | four << 4 | four << 8) << 1;
}
// 1 to 6 words before.
static_assert(kFunctionReach == 6);
std::uint64_t Before6(std::uint64_t words) {
  const std::uint64_t two = words | words >> 1;
  return (two | two >> 2 | two >> 4) >> 1;
}

}  // namespace

Batch::Batch(View* view, const std::vector<Token>& tokens, const NameMemory* memory, Index first, Index stop)
    : text_(view->text().data()),
      size_(static_cast<std::uint32_t>(view->text().size())),
      tokens_(tokens.data()),
      count_(static_cast<Index>(tokens.size())),
      view_(view),
      memory_(memory),
      next_(first),
      stop_(stop) {}

bool Batch::AtEdge(Index i) const {
  return i < 3 || i + 1 >= count_ || tokens_[i].begin < 4 || tokens_[i + 1].begin + 8 > size_;
}

bool Batch::Next(Index closing) {
  std::size_t count = 0;
  Index i = next_;
  for (; i < stop_ && count <= kWords; ++i) {
    words_[count] = i;
    static_assert(Token::kUpperFirst == 1);
    count += tokens_[i].flags & Token::kUpperFirst;
  }
  if (count == 0) return false;
  says_[0] = says_[taken_];
  all_ = count;
  taken_ = std::min(count, kWords);
  next_ = count > kWords ? words_[kWords] : i;

  Survey();
  Hash();
  // The words at the slice's ends are the first ones and the last ones.
  std::size_t from = 0;
  std::size_t to = count;
  edge_ = 0;
  while (from < count && AtEdge(words_[from])) GatherEdge(from++);
  while (to > from && AtEdge(words_[to - 1])) GatherEdge(--to);
  Gather(from, to);
  LookUp();
  Prepare();
  Weigh(closing);
  return true;
}

// What the batch's text holds anywhere: brackets, and what may be a closing in lower case ("mfg", "lg", "vg").
void Batch::Survey() {
  const Index first = words_[0] > kClosingReach ? words_[0] - kClosingReach : 0;
  std::uint32_t at = tokens_[first].begin;
  const std::uint32_t to = std::min(size_, tokens_[words_[taken_ - 1]].end + kMailReach);
  Bytes16 bracket = Splat(0);
  Bytes16 closing = Splat(0);
  const auto look = [&](const std::uint8_t* bytes) {
    const Bytes16 here = Load16(bytes);
    const Bytes16 next = Load16(bytes + 1);
    bracket |= Is(here, '<') | Is(here, '[');
    closing |=
        Is(next, 'g') & (Is(here, 'f') | Is(here, 'l') | Is(here, 'v')) & ~Below(Load16(bytes + 2) - Splat('a'), 26);
  };
  for (; at + 18 <= to; at += 16) look(reinterpret_cast<const std::uint8_t*>(text_) + at);
  std::array<std::uint8_t, 18 + 17> rest{};
  std::memcpy(rest.data(), text_ + at, to - at);
  look(rest.data());
  look(rest.data() + 16);
  brackets_ = Any(bracket);
  lower_closing_ = Any(closing);
}

void Batch::Hash() {
  for (std::size_t n = 0; n < all_; ++n) {
    const Token& token = tokens_[words_[n]];
    const std::size_t length = std::min<std::size_t>(token.end - token.begin, View::kLongWord);
    const char* data = text_ + token.begin;
    hashes_[n] = (token.flags & Token::kHasMid) != 0 ? text::HashWordAt(data, length, size_ - token.begin)
                                                     : HashLetters(data, length, size_ - token.begin);
    PrefetchName(hashes_[n]);
  }
}

// What stands beside the words [from, to), none of which is at the slice's ends.
void Batch::Gather(std::size_t from, std::size_t to) {
  std::uint32_t largest = 0;
  for (std::size_t n = from; n < to; ++n) {
    const Token* token = tokens_ + words_[n];
    const Token& before = token[-1];
    const Token& after = token[1];
    const std::uint32_t begin = token->begin;
    const std::uint32_t end = token->end;
    std::memcpy(&head_.bytes[4 * n], text_ + begin - 4, 4);
    std::memcpy(&tail_.bytes[4 * n], text_ + end - 2, 4);
    const std::uint32_t size = end - begin;
    const std::uint32_t gap = begin - before.end;
    const std::uint32_t after_gap = after.begin - end;
    const std::uint32_t after_size = after.end - after.begin;
    largest |= size | gap | after_gap | after_size;
    size_of_[n] = static_cast<std::uint8_t>(size);
    gap_[n] = static_cast<std::uint8_t>(gap);
    after_gap_[n] = static_cast<std::uint8_t>(after_gap);
    after_size_[n] = static_cast<std::uint8_t>(after_size);
    flags_[n] = static_cast<std::uint8_t>(token->flags);
    before_flags_[n] = static_cast<std::uint8_t>(before.flags);
    after_flags_[n] = static_cast<std::uint8_t>(after.flags);
    before_speaks_[n] = SieveAt(text_ + before.begin, before.end - before.begin);
    after_speaks_[n] = SieveAt(text_ + after.begin, after_size);
    dot2_[n] = static_cast<std::uint8_t>(text_[token[-2].end]);
    dot3_[n] = static_cast<std::uint8_t>(text_[token[-3].end]);
  }
  if (largest > 255) Saturate(from, to);
}

// A number that does not fit a byte is 255.
void Batch::Saturate(std::size_t from, std::size_t to) {
  for (std::size_t n = from; n < to; ++n) {
    const Token* token = tokens_ + words_[n];
    size_of_[n] = Small(token->end - token->begin);
    gap_[n] = Small(token->begin - token[-1].end);
    after_gap_[n] = Small(token[1].begin - token->end);
    after_size_[n] = Small(token[1].end - token[1].begin);
  }
}

// The same for word n at the slice's ends; all rules will look at it, so that only what its neighbours ask for counts.
void Batch::GatherEdge(std::size_t n) {
  const Index i = words_[n];
  const Token& token = tokens_[i];
  edge_ |= n < kWords ? Mask{1} << n : 0;
  for (std::uint32_t k = 0; k < 4; ++k) {
    const std::uint32_t at = token.end + k - 2;  // wraps around to far behind the text
    tail_.bytes[4 * n + k] = at < size_ ? static_cast<std::uint8_t>(text_[at]) : 0;
    head_.bytes[4 * n + k] = ' ';
  }
  size_of_[n] = Small(token.end - token.begin);
  gap_[n] = after_gap_[n] = 1;
  flags_[n] = static_cast<std::uint8_t>(token.flags);
  before_flags_[n] = i > 0 ? static_cast<std::uint8_t>(tokens_[i - 1].flags) : 0;
  after_flags_[n] = i + 1 < count_ ? static_cast<std::uint8_t>(tokens_[i + 1].flags) : 0;
  after_size_[n] = i + 1 < count_ ? Small(tokens_[i + 1].end - tokens_[i + 1].begin) : 0;
  before_speaks_[n] = after_speaks_[n] = 0;
  dot2_[n] = i >= 2 ? static_cast<std::uint8_t>(text_[tokens_[i - 2].end]) : 0;
  dot3_[n] = i >= 3 ? static_cast<std::uint8_t>(text_[tokens_[i - 3].end]) : 0;
}

void Batch::LookUp() {
  for (std::size_t n = 0; n < all_; ++n) {
    const Index i = words_[n];
    const std::uint64_t hash = hashes_[n];
    const bool mid = view_->Is(i, Token::kHasMid);
    const std::uint16_t classes = FindName(hash);
    classes_[n] = classes;
    view_->Keep(i, hash, classes);
    own_[n] = kOwn[classes & 511U];
    role_[n] = RoleSays()[classes >> kRoleShift];
    known_[n] = All(memory_->MayKnow(hash));
    if (mid) {  // "Dr.med.univ" is in no list, its parts are (View::Classify)
      role_[n] |= kSaysBehind;
    }
  }
}

// What each word says of its neighbours, whose turn is next.
void Batch::Prepare() {
  for (std::size_t n = 0; n < kRoom; n += 16) {
    const Four tail = Deal(&tail_.bytes[4 * n]);
    const Bytes16 size = Load16(&size_of_[n]);
    const Bytes16 role = Load16(&role_[n]);
    const Bytes16 own = Load16(&own_[n]);
    const Bytes16 one = Is(size, std::uint8_t{1});
    const Bytes16 dot = Is(tail.byte[2], '.');
    const Bytes16 by_name = (one & (Is(tail.byte[1], 'A') | Is(tail.byte[1], 'V'))) |
                            (Is(size, std::uint8_t{2}) & Is(tail.byte[0], 'H'));  // "i. A.", "z. Hd."
    const Bytes16 by_ending = ~Below(size, kRoleWord) & Has(role, kSaysNothing);
    Store16(role | ((by_name | by_ending) & Splat(kSaysBehind)) | (one & dot & Splat(kSaysBefore)), &says_[n + 1]);
    Store16(Has(own, kOwnGiven | kOwnSurname) | Below(size, 3) | Is(tail.byte[2], '-') | Is(tail.byte[1], 's'),
            &worth_[n]);
    Store16(tail.byte[1], &last_[n]);
    Store16(tail.byte[2], &next_byte_[n]);
    Store16(tail.byte[3], &second_[n]);
  }
}

// The hints, from what was gathered: sixteen words at once.
void Batch::Weigh(Index closing) {
  const Bytes16 brackets = Splat(All(brackets_));
  Mask open_words = 0, hinted = 0, begins = 0, stems = 0, hyphens = 0, functions = 0, function_words = 0,
       short_lines = 0;
  ends_ = particle_before_ = particle_behind_ = 0;
  for (std::size_t n = 0; n < kWords; n += 16) {
    const Four head = Deal(&head_.bytes[4 * n]);
    const Bytes16 h1 = head.byte[3];
    const Bytes16 h2 = head.byte[2];
    const Bytes16 h3 = head.byte[1];
    const Bytes16 h4 = head.byte[0];
    const Bytes16 size = Load16(&size_of_[n]);
    const Bytes16 gap = Load16(&gap_[n]);
    const Bytes16 flags = Load16(&flags_[n]);
    const Bytes16 own = Load16(&own_[n]);
    const Bytes16 next = Load16(&next_byte_[n]);
    const Bytes16 before_says = Load16(&says_[n]);
    const Bytes16 word_says = Load16(&says_[n + 1]);
    const Bytes16 after_says = Load16(&says_[n + 2]);
    const Bytes16 after = Load16(&after_flags_[n]);
    const Bytes16 after_size = Load16(&after_size_[n]);
    const Bytes16 capital = Has(after, Token::kUpperFirst);
    const Bytes16 no_lower = ~Has(after, Token::kHasLower) | Has(after, Token::kHasUpperInside);
    const Bytes16 before_capital = Has(Load16(&before_flags_[n]), Token::kUpperFirst);
    const Bytes16 blank_before = Is(h1, ' ');
    const Bytes16 blank = Is(next, ' ');
    const Bytes16 comma = Is(next, ',');
    const Bytes16 hyphen = Is(next, '-');
    const Bytes16 dot = Is(next, '.');
    const Bytes16 follows = blank & Is(Load16(&after_gap_[n]), std::uint8_t{1});
    const Bytes16 given = Has(own, kOwnGiven);
    const Bytes16 compound = Is(gap, std::uint8_t{1}) & Is(h1, '-');
    const Bytes16 open = ~compound & ~Has(flags, Token::kHasDigit);

    // Anywhere.
    const Bytes16 left = (before_capital & Has(before_says, kSaysBehind)) |
                         (~before_capital & Is(Load16(&before_speaks_[n]), std::uint8_t{1}));
    const Bytes16 item = (blank_before & (Is(h2, ',') | Is(h2, ';'))) | (brackets & Is(h1, '"'));
    const Bytes16 pair =
        follows & ((capital & (Has(own, kOwnGoodGiven) | Load16(&worth_[n + 1]))) | (~capital & Below(after_size, 6)));
    const Bytes16 lexicon = (Has(own, kOwnClearGiven) & ~dot) | Has(flags, Token::kHasMid) | (dot & Below(size, 3)) |
                            (given & (hyphen | pair));
    const Bytes16 known = Load16(&known_[n]);
    const Bytes16 stem = Has(own, kOwnUnlisted) & Is(Load16(&last_[n]), 's') & ~Below(size, 5);
    const Bytes16 second = Load16(&second_[n]);
    const Bytes16 opens = blank & ~follows & (Is(second, '(') | Is(second, '[') | Is(second, '<'));
    const Bytes16 behind = opens | (follows & ((capital & (Has(after_says, kSaysBefore) | (brackets & no_lower))) |
                                               (~capital & Is(Load16(&after_speaks_[n]), std::uint8_t{1}))));
    const Bytes16 weak = Has(own, kOwnClearSurname) & ~hyphen;
    const Bytes16 hints =
        open & ((left & Splat(kHintBefore)) | (item & Splat(kHintItem)) | (lexicon & Splat(kHintLexicon)) |
                (known & Splat(kHintKnown)) | (stem & Splat(kHintStem)) | (behind & Splat(kHintBehind)) |
                (weak & Splat(kHintWeak)));
    Store16(hints, &hints_[n]);

    // Words that begin a line: a feed among the bytes of the gap, as far as they were gathered.
    const Bytes16 gap2 = ~Below(gap, 2);
    const Bytes16 gap3 = ~Below(gap, 3);
    const Bytes16 gap4 = ~Below(gap, 4);
    const Bytes16 feed = Is(h1, '\n') | (gap2 & Is(h2, '\n')) | (gap3 & Is(h3, '\n')) | (gap4 & Is(h4, '\n'));
    const Bytes16 gap5 = ~Below(gap, 5);
    const Bytes16 wide = gap5 & ~feed;
    const Bytes16 line = (feed | wide) & open;
    const Bytes16 dash3 = Is(h3, '-');
    const Bytes16 dash4 = Is(h4, '-');
    const Bytes16 dashed = dash3 | dash4;
    const Bytes16 delimiter =
        Is(h1, '\n') & ((Is(h2, '-') & dash3) | (Is(h2, '\r') & dash4) | (Is(h2, ' ') & dash3 & dash4));
    const Bytes16 commas =
        comma & (Has(own, kOwnSurname) |
                 (capital & (Has(Load16(&own_[n + 1]), kOwnGoodGiven) | Has(after_says, kSaysFunction))));
    const Bytes16 speaker = Is(next, ':') & given;
    // The byte behind the word before.
    const Bytes16 end = (h1 & ~gap2) | (h2 & gap2 & ~gap3) | (h3 & gap3 & ~gap4) | (h4 & gap4);
    const Bytes16 ended = Is(end, ',') | Is(end, ';') | Is(end, ':') | Is(end, ')') | gap5;
    const Bytes16 bullet = blank_before & (Is(h2, '-') | Is(h2, '*') | Is(h2, std::uint8_t{0xA2}));
    const Bytes16 other = hyphen | brackets | dashed;
    const Bytes16 short_line = blank & (capital | Below(after_size, 4));
    const Bytes16 lines =
        line & ((feed & Splat(kLineBegins)) | (wide & Splat(kLineMay)) | (delimiter & Splat(kLineDelimiter)) |
                (commas & Splat(kLineComma)) | (speaker & Splat(kLineSpeaker)) | ((ended | bullet) & Splat(kLineItem)) |
                (other & Splat(kLineOther)) | (short_line & Splat(kLineFunction)));
    Store16(lines, &lines_[n]);

    hinted |= Bits16(~Is(hints | (lines & Splat(kLineAsks)), std::uint8_t{0})) << n;
    open_words |= Bits16(open) << n;
    begins |= Bits16(line) << n;
    stems |= Bits16(Has(hints, kHintStem)) << n;
    functions |= Bits16((feed | wide) & Has(word_says, kSaysFunction)) << n;
    function_words |= Bits16(Has(word_says, kSaysFunction)) << n;
    hyphens |= Bits16(hyphen & open) << n;
    short_lines |= Bits16(line & short_line) << n;
    ends_ |= Bits16(Has(word_says, kSaysEnd)) << n;
    particle_behind_ |= Bits16(Has(word_says, kSaysBehind) & ~capital & Below(after_size, 4)) << n;
    particle_before_ |= Bits16(~before_capital & (Is(Load16(&dot2_[n]), '.') | Is(Load16(&dot3_[n]), '.'))) << n;
  }
  const Mask taken = taken_ == kWords ? ~Mask{0} : (Mask{1} << taken_) - 1;
  edge_ &= taken;
  begins &= taken;
  open_ = open_words & taken;
  ends_ &= taken;
  particle_before_ &= taken;
  particle_behind_ &= taken;

  Mask near = lower_closing_ ? ~Mask{0} : Behind12(ends_);
  if (closing != View::kNone) {
    for (std::size_t n = 0; n < taken_ && words_[n] - closing <= kClosingReach; ++n) near |= Mask{1} << n;
  }
  closing_ = begins & near;
  // Behind the last words the batch does not know what follows.
  const Mask last = taken_ <= kFunctionReach ? ~Mask{0} : ~Mask{0} << (taken_ - kFunctionReach);
  function_ = begins & (Before6(functions | (function_words & edge_)) | last);
  const Mask asks = closing_ | (function_ & short_lines);
  hinted_ = ((hinted | asks) & taken) | edge_;
  stem_words_ = stems & taken;
  AskStems(edge_ | asks);
  for (Mask rest = hyphens & taken; rest != 0; rest &= rest - 1) {
    const auto n = static_cast<std::size_t>(std::countr_zero(rest));
    if (memory_->MayKnow(hashes_[n] ^ kHyphenated)) Give(n, kHintKnown);
  }
}

// Words that end in an s: the lists and the memory are asked for them without it, together for the waits' sake. asked:
// words that are looked at in any case.
void Batch::AskStems(Mask asked) {
  for (Mask rest = stem_words_; rest != 0; rest &= rest - 1) {
    const auto n = static_cast<std::size_t>(std::countr_zero(rest));
    const Token& token = tokens_[words_[n]];
    stems_[n] = text::HashWordAt(text_ + token.begin, token.end - 1 - token.begin, size_ - token.begin);
    PrefetchName(stems_[n]);
  }
  for (Mask rest = stem_words_; rest != 0; rest &= rest - 1) {
    const auto n = static_cast<std::size_t>(std::countr_zero(rest));
    if (GivenRarity(FindName(stems_[n])) < 2) {
      hints_[n] &= static_cast<std::uint8_t>(~kHintStem);
      const bool other = hints_[n] != 0 || (lines_[n] & kLineAsks) != 0;
      if (!other) hinted_ &= ~(Mask{1} << n) | asked;
    }
    if (memory_->MayKnow(stems_[n])) Give(n, kHintKnown);
  }
}

Batch::Mask Batch::Remember(std::size_t n) {
  Mask known = 0;
  for (; n < taken_; ++n) {
    const Mask bit = Mask{1} << n;
    if ((open_ & bit) == 0) continue;
    if (memory_->MayKnow(hashes_[n]) || memory_->MayKnow(hashes_[n] ^ kHyphenated) ||
        ((stem_words_ & bit) != 0 && memory_->MayKnow(stems_[n]))) {
      Give(n, kHintKnown);
      known |= bit;
    }
  }
  return known;
}

}  // namespace maske::names
