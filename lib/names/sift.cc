// See sift.h. Each condition names the rule (names/detector.cc) that would ask it.
#include "names/sift.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <utility>

#include "names/evidence.h"
#include "text/word_hash.h"

namespace maske::names {
namespace {

using text::Token;

constexpr std::uint16_t kGermanMask = kAlsoNoun | kAlsoWord | kEveryday;
constexpr std::uint16_t kClearMask = kSurnameMask | kGermanMask | kAlsoPlace | kHasRole;
constexpr std::uint16_t kListedMask = kGivenMask | kSurnameMask | kHasRole;
constexpr std::uint32_t kMailReach = 44;  // bytes behind a word in which the bracket of its mail address may stand
constexpr Index kSignatureReach = 4;      // tokens of the line above that may close a letter (signature.cc)

// What a word is, and what stands behind it, as bits: a word is looked at when a bit is in both.
enum Bits : std::uint8_t {
  kAlways = 1,     // a clear given name, a clear surname / anything
  kGivenNext = 2,  // a given name / a blank or hyphen
  kEndsWithS = 4,  // in no list / the word's last letter is an s
  kShort = 8,      // - / a dot
  kBlank = 16,     // - / a blank
  kLineMark = 32,  // - / a comma, colon or hyphen: behind the first word of a line
};
constexpr std::array<std::uint8_t, 512> kOwn = [] {
  std::array<std::uint8_t, 512> table{};
  for (unsigned classes = 0; classes < table.size(); ++classes) {
    const bool given = (classes & kGivenMask) != 0;
    const bool clear =
        ((classes & kGivenMask) == 3 && (classes & kGermanMask) == 0) || (classes & kClearMask) == kSurnameMask;
    table[classes] = static_cast<std::uint8_t>((clear ? kAlways : 0) | (given ? kGivenNext : 0) |
                                               ((classes & kListedMask) == 0 ? kEndsWithS : 0));
  }
  return table;
}();
static_assert(1U << kRoleShift == 512);

template <typename... Entries>
constexpr std::array<std::uint8_t, 256> ByteTable(std::uint8_t others, Entries... entries) {
  std::array<std::uint8_t, 256> table{};
  table.fill(others);
  for (const auto& [byte, value] : {entries...}) table[static_cast<unsigned char>(byte)] |= value;
  return table;
}
using Entry = std::pair<char, std::uint8_t>;
constexpr auto kNext = ByteTable(kAlways, Entry{' ', kGivenNext | kBlank}, Entry{'-', kGivenNext | kLineMark},
                                 Entry{'.', kShort}, Entry{',', kLineMark}, Entry{':', kLineMark});
constexpr auto kSignLetter = ByteTable(0, Entry{'A', 0xFF}, Entry{'V', 0xFF}, Entry{'H', 0xFF});

// The byte before a word, and the one before that.
enum Left : std::uint8_t { kLeftBlank = 1, kLeftFeed = 2, kLeftQuote = 4, kLeftHyphen = 8 };
constexpr auto kLeft =
    ByteTable(0, Entry{' ', kLeftBlank}, Entry{'\n', kLeftFeed}, Entry{'"', kLeftQuote}, Entry{'-', kLeftHyphen});
enum Left2 : std::uint8_t { kLeft2Item = 1, kLeft2Feed = 2, kLeft2Bullet = 4 };
constexpr auto kLeft2 = ByteTable(0, Entry{',', kLeft2Item}, Entry{';', kLeft2Item}, Entry{'\n', kLeft2Feed},
                                  Entry{'-', kLeft2Bullet}, Entry{'*', kLeft2Bullet}, Entry{'\xA2', kLeft2Bullet});
// The byte behind the word before: what may end a line above an item.
constexpr auto kItemEnd = ByteTable(0, Entry{',', 0xFF}, Entry{';', 0xFF}, Entry{':', 0xFF}, Entry{')', 0xFF});

std::uint8_t Small(std::uint32_t number) { return static_cast<std::uint8_t>(std::min(number, 255U)); }

std::uint8_t All(bool value) { return static_cast<std::uint8_t>(-static_cast<int>(value)); }

// Sixteen truth values or small numbers at once (a vector type of GCC and Clang).
using Bytes = std::uint8_t __attribute__((vector_size(16)));
Bytes Splat(std::uint8_t value) {
  return Bytes{value, value, value, value, value, value, value, value,
               value, value, value, value, value, value, value, value};
}
Bytes Load16(const std::uint8_t* from) {
  Bytes bytes;
  std::memcpy(&bytes, from, sizeof bytes);
  return bytes;
}
Bytes Has(Bytes bytes, std::uint8_t bits) { return reinterpret_cast<Bytes>((bytes & Splat(bits)) != Splat(0)); }
Bytes Is(Bytes bytes, std::uint8_t value) { return reinterpret_cast<Bytes>(bytes == Splat(value)); }
Bytes Below(Bytes bytes, std::uint8_t bound) { return reinterpret_cast<Bytes>(bytes < Splat(bound)); }

bool Any(Bytes bytes) {
  std::array<std::uint64_t, 2> halves;
  std::memcpy(halves.data(), &bytes, sizeof bytes);
  return (halves[0] | halves[1]) != 0;
}

// Bit n: the lowest bit of byte n.
std::uint64_t Pack(const std::uint8_t* bytes) {
  std::uint64_t mask = 0;
  for (unsigned group = 0; group < 8; ++group) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, bytes + 8 * group, sizeof eight);
    if constexpr (std::endian::native == std::endian::big) eight = __builtin_bswap64(eight);
    mask |= (((eight & 0x0101010101010101U) * 0x0102040810204080U) >> 56) << (8 * group);
  }
  return mask;
}

constexpr bool IsOpening(char c) { return c == '(' || c == '[' || c == '<'; }

bool NoLower(const Token& token) {
  return (token.flags & Token::kHasLower) == 0 || (token.flags & Token::kHasUpperInside) != 0;
}

unsigned char Byte(char c) { return static_cast<unsigned char>(c); }

}  // namespace

Sift::Sift(View* view, const std::vector<Token>& tokens, const NameMemory* memory, Index first, Index last)
    : text_(view->text().data()),
      size_(static_cast<std::uint32_t>(view->text().size())),
      tokens_(tokens.data()),
      count_(static_cast<Index>(tokens.size())),
      view_(view),
      memory_(memory),
      next_(first > 0 ? first - 1 : 0),
      last_(last) {
  if (first < count_) end_ = ClosingBefore(*view, first);
}

bool Sift::Next() {
  // Two tokens behind the range may tell of particles in it.
  const Index stop = std::min(last_ + 2, count_);
  std::size_t count = 0;
  Index i = next_;
  for (; i < stop && count <= kBatch; ++i) {
    words_[count] = i;
    static_assert(Token::kUpperFirst == 1);
    count += tokens_[i].flags & Token::kUpperFirst;
  }
  if (count == 0) return false;
  taken_ = count;
  if (count > kBatch) {
    taken_ = kBatch;
    i = words_[kBatch];
  }
  next_ = i;

  Survey();
  view_->Load(words_.data(), count, hashes_.data(), classes_.data());
  for (std::size_t n = 0; n < count; ++n) Gather(n);
  // A closing near: in this batch, or not long before it.
  closing_ = lower_closing_ || (end_ != View::kNone && words_[0] - end_ <= kClosingReach);
  for (std::size_t n = 0; n < taken_; ++n) closing_ = closing_ || (seen_.role[n] & kSaysEnd) != 0;
  Weigh();

  for (Mask rest = odd_ | ends_; rest != 0; rest &= rest - 1) {
    const auto n = static_cast<std::size_t>(std::countr_zero(rest));
    const Mask bit = Mask{1} << n;
    if ((odd_ & bit) != 0 && BeginsLine(n)) look_ |= bit;
    if ((ends_ & bit) != 0) end_ = words_[n];
  }
  before_ = words_[taken_ - 1];
  seen_.says[0] = seen_.says[taken_];
  return true;
}

// What the batch's text holds anywhere: brackets, and what may be a closing in lower case ("mfg", "lg", "vg").
void Sift::Survey() {
  const Index first = words_[0] > kClosingReach ? words_[0] - kClosingReach : 0;
  std::uint32_t at = tokens_[first].begin;
  const std::uint32_t to = std::min(size_, tokens_[words_[taken_ - 1]].end + kMailReach);
  Bytes bracket = Splat(0);
  Bytes closing = Splat(0);
  const auto look = [&](const std::uint8_t* bytes) {
    const Bytes here = Load16(bytes);
    const Bytes next = Load16(bytes + 1);
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

// What stands beside the batch's word n, for Weigh(); what is true or false is all ones or all zeros.
void Sift::Gather(std::size_t n) {
  const Index i = words_[n];
  const Token* token = tokens_ + i;
  const std::uint32_t begin = token->begin;
  const std::uint32_t end = token->end;
  const std::uint16_t classes = classes_[n];
  const char* head = text_ + begin;
  const char* tail = text_ + end;
  Seen& s = seen_;
  // At the slice's ends: the rules shall look.
  const bool edge = i < 3 || i + 1 >= count_ || begin < 4 || token[1].begin + 8 > size_;
  s.edge[n] = All(edge);
  s.size[n] = Small(end - begin);
  s.own[n] = kOwn[classes & 511U];
  // "Dr.med.univ" is in no list, its parts are (View::Classify).
  s.role[n] = RoleSays()[classes >> kRoleShift];
  if ((token->flags & Token::kHasMid) != 0) s.role[n] |= kSaysBehind;
  s.flags[n] = static_cast<std::uint8_t>(token->flags);
  s.sign[n] = kSignLetter[Byte(head[0])];
  if (edge) {
    s.next[n] = end < size_ ? kNext[Byte(tail[0])] : 0;
    s.ending[n] = All(end >= 2 && MayEndAsRole(tail[-2], tail[-1]));
    s.after_flags[n] = i + 1 < count_ ? static_cast<std::uint8_t>(token[1].flags) : 0;
    s.after_size[n] = i + 1 < count_ ? Small(token[1].end - token[1].begin) : 0;
    bool dotted = false;
    for (Index k = 2; k <= 3 && k <= i; ++k) dotted = dotted || text_[tokens_[i - k].end] == '.';
    s.dotted[n] = All(dotted && !Capital(i - 1));
    return;
  }
  const Token& before = token[-1];
  const Token& after = token[1];
  s.left[n] = kLeft[Byte(head[-1])];
  s.left2[n] = kLeft2[Byte(head[-2])];
  s.gap[n] = Small(begin - before.end);
  s.line[n] = kItemEnd[Byte(text_[before.end])] | All((head[-3] == '-') | (head[-4] == '-'));
  s.next[n] = static_cast<std::uint8_t>(kNext[Byte(tail[0])] | (tail[-1] == 's' ? kEndsWithS : 0));
  s.opening[n] = All(IsOpening(tail[1]));
  s.ending[n] = All(MayEndAsRole(tail[-2], tail[-1]));
  s.follows[n] = All(after.begin == end + 1);
  s.after_flags[n] = static_cast<std::uint8_t>(after.flags);
  s.after_size[n] = Small(after.end - after.begin);
  s.after_speaks[n] = All(SpeaksAt(text_ + after.begin, after.end - after.begin));
  s.before_speaks[n] = All(SpeaksAt(text_ + before.begin, before.end - before.begin));
  s.behind_word[n] = All((n > 0 ? words_[n - 1] : before_) == i - 1);
  s.dotted[n] =
      All(((before.flags & Token::kUpperFirst) == 0) & ((text_[token[-2].end] == '.') | (text_[token[-3].end] == '.')));
  s.known[n] = All(memory_->MayKnow(hashes_[n]));
  if (tail[0] == '-') s.known[n] |= All(memory_->MayKnow(hashes_[n] ^ kHyphenated));
}

// The batch's masks, from what was gathered: sixteen words at once, each comparison all ones or all zeros.
void Sift::Weigh() {
  Seen& s = seen_;
  const Bytes brackets = Splat(All(brackets_));
  const Bytes closing = Splat(All(closing_));
  for (std::size_t n = 0; n < kRoom; n += 16) {
    const Bytes role = Load16(&s.role[n]);
    const Bytes size = Load16(&s.size[n]);
    const Bytes by_name = Below(size, 3) & Load16(&s.sign[n]);  // "i. A.", "z. Hd."
    const Bytes by_ending = ~Below(size, kRoleWord) & Has(role, kSaysNothing) & Load16(&s.ending[n]);
    const Bytes initial = Is(size, 1) & Has(Load16(&s.next[n]), kShort);
    const Bytes says = role | ((by_name | by_ending) & Splat(kSaysBehind)) | (initial & Splat(kSaysBefore));
    std::memcpy(&s.says[n + 1], &says, sizeof says);
  }
  std::array<std::uint8_t, kBatch> look;
  std::array<std::uint8_t, kBatch> odd;
  std::array<std::uint8_t, kBatch> ends;
  std::array<std::uint8_t, kBatch> title;
  for (std::size_t n = 0; n < kBatch; n += 16) {
    const Bytes left = Load16(&s.left[n]);
    const Bytes left2 = Load16(&s.left2[n]);
    const Bytes gap = Load16(&s.gap[n]);
    const Bytes next = Load16(&s.next[n]);
    const Bytes size = Load16(&s.size[n]);
    const Bytes own = Load16(&s.own[n]);
    const Bytes after = Load16(&s.after_flags[n]);
    const Bytes before_says = Load16(&s.says[n]);
    const Bytes word_says = Load16(&s.says[n + 1]);
    const Bytes follows = Load16(&s.follows[n]);
    const Bytes edge = Load16(&s.edge[n]);
    // One blank, or one character and a blank, that are no line feed, or one character that is none: no new line.
    const Bytes blank = Has(left, kLeftBlank);
    const Bytes one = Is(gap, 1);
    const Bytes same_line = (blank & (one | (Is(gap, 2) & ~Has(left2, kLeft2Feed)))) | (one & ~Has(left, kLeftFeed));
    const Bytes capital = Has(after, Token::kUpperFirst);
    const Bytes no_lower = ~Has(after, Token::kHasLower) | Has(after, Token::kHasUpperInside);
    const Bytes says = (capital & Has(Load16(&s.says[n + 2]), kSaysBefore)) | Load16(&s.after_speaks[n]) |
                       (brackets & capital & no_lower);
    const Bytes has_blank = Has(next, kBlank);
    const Bytes after_size = Load16(&s.after_size[n]);
    const Bytes behind = has_blank & ((follows & says) | (~follows & Load16(&s.opening[n])));
    const Bytes listed = Has(own & next, kAlways | kGivenNext) | (Has(own & next, kEndsWithS) & ~Below(size, 5)) |
                         (Has(next, kShort) & Below(size, 3)) | Has(Load16(&s.flags[n]), Token::kHasMid);
    const Bytes spoken_of = Load16(&s.before_speaks[n]) | (Load16(&s.behind_word[n]) & Has(before_says, kSaysBehind)) |
                            (blank & Has(left2, kLeft2Item)) | (brackets & Has(left, kLeftQuote));
    const Bytes compound = one & Has(left, kLeftHyphen);
    const Bytes looks = ((listed | spoken_of | behind | Load16(&s.known[n])) & ~compound) | edge;
    const Bytes short_line = has_blank & (capital | Below(after_size, 4));
    const Bytes odds = ~same_line & ~edge &
                       (brackets | closing | short_line | Has(next, kLineMark) | Load16(&s.line[n]) |
                        (blank & Has(left2, kLeft2Bullet)));
    const Bytes closes = Has(word_says, kSaysEnd);
    const Bytes titles = Has(word_says, kSaysBehind) & ~capital & Below(after_size, 4);
    std::memcpy(&look[n], &looks, sizeof looks);
    std::memcpy(&odd[n], &odds, sizeof odds);
    std::memcpy(&ends[n], &closes, sizeof closes);
    std::memcpy(&title[n], &titles, sizeof titles);
  }
  const Mask taken = taken_ == kBatch ? ~Mask{0} : (Mask{1} << taken_) - 1;
  lines_ = Pack(s.edge.data()) & taken;
  look_ = Pack(look.data()) & taken;
  odd_ = Pack(odd.data()) & taken;
  ends_ = Pack(ends.data()) & taken;
  particle_behind_ = Pack(title.data()) & taken;
  particle_before_ = Pack(s.dotted.data()) & taken;
}

// A word that may begin a line: do the rules ask about it for that?
bool Sift::BeginsLine(std::size_t n) {
  const Index i = words_[n];
  const Token token = tokens_[i];
  const Token before = tokens_[i - 1];
  if (!NewlineIn(*view_, before.end, token.begin)) return false;
  if (NewLine(n, token, before)) {
    lines_ |= Mask{1} << n;
    return true;
  }
  return text_[token.end] == '-' || (brackets_ && Capital(i + 1));  // Behind()
}

Sift::Mask Sift::Remembered(std::size_t n) const {
  Mask known = 0;
  for (++n; n < taken_; ++n) {
    if (memory_->MayKnow(hashes_[n]) || memory_->MayKnow(hashes_[n] ^ kHyphenated)) known |= Mask{1} << n;
  }
  return known;
}

Look Sift::At(std::size_t n) {
  const Index i = words_[n];
  if ((lines_ >> n & 1) != 0) return Look::kRules;
  const Token token = tokens_[i];
  const Info info = view_->info(i);
  const Token before = tokens_[i - 1];
  const std::uint32_t gap = token.begin - before.end;
  const char left = text_[token.begin - 1];
  const char next = text_[token.end];
  const std::uint16_t classes = info.classes;
  if (gap == 1 && left == '-') return Look::kNothing;  // later part of a compound
  if ((token.flags & Token::kHasMid) != 0) return Look::kRules;

  const unsigned given = classes & kGivenMask;
  if (given == 3 && (classes & kGermanMask) == 0) return Look::kRules;
  if (next == '.' && token.end - token.begin <= 2) return Look::kRules;
  if (given != 0 && next == '-') return Look::kRules;
  const bool followed = next == ' ' && i + 1 < count_ && tokens_[i + 1].begin == token.end + 1;
  if (given != 0 && followed && WorthTrying(*view_, i, classes, next, false)) return Look::kRules;

  // Before the word.
  bool newline = false;
  if (gap != 1 || left != ' ') {
    newline = NewlineIn(*view_, before.end, token.begin);
    if (left == '"' && MailSoon(i)) return Look::kRules;
  }
  if (left == ' ' && (text_[token.begin - 2] == ',' || text_[token.begin - 2] == ';') && (MailSoon(i) || ItemSoon(i))) {
    return Look::kRules;
  }
  if (SpeaksBefore(i, before, newline)) return Look::kRules;

  // The session.
  if (!memory_->empty()) {
    if (memory_->Knows(info.hash)) return Look::kRules;
    if (next == '-' && memory_->Knows(info.hash ^ kHyphenated)) return Look::kRules;
  }
  if (text_[token.end - 1] == 's' && token.end - token.begin > 4 &&
      (classes & (kGivenMask | kSurnameMask | kHasRole)) == 0) {
    const std::uint64_t stem = text::HashWordAt(text_ + token.begin, token.end - 1 - token.begin, size_ - token.begin);
    if ((FindName(stem) & kGivenMask) >= 2 || memory_->Knows(stem)) return Look::kRules;
  }
  if (Behind(i, token, next, newline)) return Look::kRules;
  return (classes & kClearMask) == kSurnameMask && next != '-' ? Look::kWeak : Look::kNothing;
}

// Before(): title, field, greeting or form of address directly before the word.
bool Sift::SpeaksBefore(Index i, const Token& before, bool newline) {
  const std::uint32_t length = before.end - before.begin;
  if ((before.flags & Token::kUpperFirst) == 0) {
    return MaySpeak(text_ + before.begin, length, size_ - before.begin) && (view_->roles(i - 1) & kSpeaksBefore) != 0;
  }
  const Info& info = view_->info(i - 1);
  if ((info.roles & kSpeaksBefore) != 0) return true;
  if (length <= 2) {  // "i. A.", "i. V.", "z. Hd."
    const char c = text_[before.begin];
    return length == 1 ? c == 'A' || c == 'V' : c == 'H';
  }
  return length >= 9 && !newline && info.roles == 0 && (info.classes & (kGivenMask | kSurnameMask)) == 0 &&
         RoleByEnding({text_ + before.begin, length});
}

// A role by its ending, or a word of closing in lower case, above: they count where the rules look at all.
bool Sift::RoleOverLine(Index i, const Token& before) {
  if ((before.flags & Token::kUpperFirst) != 0 && before.end - before.begin >= kRoleWord &&
      MayEndAsRole(text_[before.end - 2], text_[before.end - 1]) && view_->roles(i - 1) == 0 &&
      RoleByEnding({text_ + before.begin, before.end - before.begin})) {
    return true;
  }
  for (Index n = 1; n <= kSignatureReach && n <= i; ++n) {
    const Token& token = tokens_[i - n];
    if ((token.flags & Token::kUpperFirst) == 0 && Speaks(token) && (view_->roles(i - n) & kClosing) != 0) return true;
  }
  return false;
}

// The word begins a line.
bool Sift::NewLine(std::size_t n, const Token& token, const Token& before) {
  const Index i = words_[n];
  const char next = text_[token.end];
  // SignatureBefore(): a closing above, or the delimiter "-- ".
  if (end_ != View::kNone && i - end_ <= kSignatureReach) return true;
  bool closed = end_ != View::kNone && i - end_ <= kClosingReach;
  for (Index k = 1; lower_closing_ && k <= kClosingReach && k <= i; ++k) {
    if (!LowerClosing(*view_, i - k)) continue;
    if (k <= kSignatureReach) return true;
    closed = true;
  }
  const char* head = text_ + token.begin;
  const bool dashed = head[-4] == '-' || head[-3] == '-';
  if (dashed) {
    const bool ends = std::memcmp(head - 3, "--\n", 3) == 0 || std::memcmp(head - 4, "--\r\n", 4) == 0 ||
                      std::memcmp(head - 4, "-- \n", 4) == 0 || std::memcmp(head - 3, " \r\n", 3) == 0;
    if (ends) return true;
  }
  if ((closed || dashed) && RoleOverLine(i, before)) return true;
  const std::uint16_t classes = classes_[n];
  if (next == ',') {  // WorthTrying(), and a function behind the comma
    if ((classes & kSurnameMask) != 0) return true;
    if (Capital(i + 1)) {
      const Info& behind = view_->info(i + 1);
      if ((behind.classes & kGivenMask) >= 2 || (behind.roles & kFunction) != 0) return true;
    }
  }
  if (next == ':' && (classes & kGivenMask) != 0) return true;  // Speaker()
  return MailSoon(i) || (ListLine(*view_, i) && ItemSoon(i)) || (next == ' ' && FunctionUnder(i));
}

// LineOfName(): a short line of capitalised words over a line that begins with a function.
bool Sift::FunctionUnder(Index i) {
  Index j = i;
  do {
    if (!Capital(j) && Size(j) > 3) return false;
    if (++j > i + 6 || j >= count_) return false;
  } while (!NewlineIn(*view_, tokens_[j - 1].end, tokens_[j].begin));
  return j >= i + 2 && Capital(j) && (view_->roles(j) & kFunction) != 0;
}

// MailName(): nothing but words that may be names up to the bracket of a mail address.
bool Sift::MailSoon(Index i) const {
  if (!brackets_) return false;
  const std::uint32_t at = tokens_[i].end;
  const char* begin = text_ + at;
  const char* end = begin + std::min(size_ - at, kMailReach);
  const auto opens = [](char c) { return c == '<' || c == '['; };
  const char* bracket = std::find_if(begin, end, opens);
  if (bracket == end) return false;
  const auto limit = static_cast<std::uint32_t>(bracket - text_);
  for (Index j = i; j < count_ && tokens_[j].begin < limit; ++j) {
    if ((!Capital(j) && Size(j) > 5) || (tokens_[j].flags & Token::kHasDigit) != 0) return false;
  }
  return true;
}

// ItemBefore(): nothing but words of names between here and a label's colon.
bool Sift::ItemSoon(Index i) {
  for (Index n = 0; n < 40 && i > n; ++n) {
    const Index p = i - n - 1;
    const std::uint32_t from = tokens_[p].end;
    const std::uint32_t to = tokens_[p + 1].begin;
    if (to - from > 48) return false;
    bool colon = false;
    for (std::uint32_t at = from; at < to; ++at) {
      if (text_[at] == '!' || text_[at] == '?') return false;
      colon = colon || text_[at] == ':';
    }
    if (colon) return Capital(p) && (view_->roles(p) & (kLabel | kFunction | kMailHeader)) != 0;
    if (!Capital(p) && Size(p) > 3) return false;
  }
  return false;
}

// Behind(): a party, function, verb or address behind the word.
bool Sift::Behind(Index i, const Token& token, char next, bool newline) {
  if (next == '-') return newline && BehindHyphen(i);
  if (next != ' ' || i + 1 >= count_) return false;  // a comma: NewLine()
  const char second = text_[token.end + 1];
  if (second == '<') return true;
  if (IsOpening(second)) {
    if (!Capital(i + 1)) return false;
    return ((view_->roles(i + 1) | (i + 2 < count_ ? view_->roles(i + 2) : 0)) & kParty) != 0;
  }
  const Token after = tokens_[i + 1];
  if (after.begin != token.end + 1) return false;
  if ((after.flags & Token::kUpperFirst) == 0) {
    return MaySpeak(text_ + after.begin, after.end - after.begin, size_ - after.begin) &&
           (view_->roles(i + 1) & kSay) != 0;
  }
  const bool no_lower = NoLower(after);
  if ((no_lower || newline) && brackets_ && SpaceAngleSoon(*view_, token.end)) return true;
  if (!no_lower) return false;
  return (view_->info(i + 1).roles & (kDegree | kParty)) != 0 ||
         (after.end - after.begin == 1 && view_->ByteAt(after.end) == '.');
}

// The same behind a hyphenated word, which begins a line.
bool Sift::BehindHyphen(Index i) {
  Index j = i;
  while (j + 1 < count_ && j < i + 4 && tokens_[j + 1].begin == tokens_[j].end + 1 && text_[tokens_[j].end] == '-') ++j;
  if (j == i || j + 1 >= count_ || !Capital(j)) return false;
  const std::uint32_t end = tokens_[j].end;
  const char c = view_->ByteAt(end);
  if (c == ',') return Capital(j + 1) && (view_->roles(j + 1) & kFunction) != 0;
  if (c != ' ') return false;
  if (IsOpening(view_->ByteAt(end + 1)) || Capital(j + 1)) return true;
  return (view_->roles(j + 1) & kSay) != 0;
}

}  // namespace maske::names
