// See sift.h. Each condition names the rule (names/detector.cc) that would ask it.
#include "names/sift.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "names/bytes16.h"
#include "names/evidence.h"
#include "names/glance.h"

namespace maske::names {
namespace {

using text::Token;

constexpr Index kSignatureReach = 4;  // tokens of the line above that may close a letter (signature.cc)

constexpr std::uint16_t kNear = 1 << 13;  // a closing or dash above: Before() looks if another rule does

constexpr bool IsOpening(char c) { return c == '(' || c == '[' || c == '<'; }

bool NoLower(const Token& token) {
  return (token.flags & Token::kHasLower) == 0 || (token.flags & Token::kHasUpperInside) != 0;
}

}  // namespace

Sift::Sift(View* view, const std::vector<Token>& tokens, const NameMemory* memory, Index first, Index last)
    : text_(view->text().data()),
      size_(static_cast<std::uint32_t>(view->text().size())),
      tokens_(tokens.data()),
      count_(static_cast<Index>(tokens.size())),
      view_(view),
      memory_(memory),
      // Two tokens behind the range may tell of particles in it.
      batch_(view, tokens, memory, first > 0 ? first - 1 : 0, std::min(last + 2, static_cast<Index>(tokens.size()))) {
  if (first < count_) end_ = ClosingBefore(*view, first);
}

bool Sift::Next() {
  const Mask ends = batch_.hints().ends;
  if (ends != 0) end_ = batch_.word(static_cast<std::size_t>(63 - std::countl_zero(ends)));
  return batch_.Next(end_);
}

std::uint16_t Sift::At(std::size_t n, bool* newline) {
  *newline = false;
  const Mask bit = Mask{1} << n;
  if ((batch_.edge() & bit) != 0) return kAskAll;
  const Hints& hints = batch_.hints();
  const Index i = batch_.word(n);
  const Token token = tokens_[i];
  const char next = text_[token.end];
  unsigned ask = 0;
  if (((hints.feed | hints.wide) & bit) != 0) {
    *newline = (hints.feed & bit) != 0 || NewlineIn(*view_, tokens_[i - 1].end, token.begin);
    if (*newline) ask |= Line(n, token, next);
  }
  if ((batch_.mail() & bit) != 0) {
    const char* head = text_ + token.begin;
    const bool item = head[-1] == ' ' && (head[-2] == ',' || head[-2] == ';');
    if ((*newline || item || head[-1] == '"') && MailSoon(i)) ask |= kAskMail;
  }
  if ((hints.item & bit) != 0 && ItemSoon(i)) ask |= kAskItem;
  if ((hints.before & bit) != 0) ask |= Before(n, *newline);
  if ((hints.lexicon & bit) != 0 && WorthTrying(*view_, i, batch_.classes(n), next, *newline)) ask |= kAskLexicon;
  if ((hints.stem & bit) != 0) ask |= kAskLexicon;
  if ((hints.known & bit) != 0 && Known(n, next)) ask |= kAskMemory;
  if ((hints.behind & bit) != 0 && Behind(i, token, next, *newline)) ask |= kAskBehind;
  if ((hints.weak & bit) != 0) ask |= kAskWeak;
  if (*newline && Capital(i - 1) && Size(i - 1) <= 2) ask |= kAskSignature;  // "LG", "cu, WE"
  if (ask == 0 || ask == kNear) return 0;
  if (*newline) {
    if ((batch_.function() & bit) != 0 && FunctionUnder(i)) ask |= kAskLine;
    if ((ask & kNear) != 0) ask |= kAskBefore;
  }
  return static_cast<std::uint16_t>(ask);
}

bool Sift::Known(std::size_t n, char next) const {
  return memory_->Knows(batch_.hash(n)) || (next == '-' && memory_->Knows(batch_.hash(n) ^ kHyphenated)) ||
         (batch_.HasStem(n) && memory_->Knows(batch_.stem(n)));
}

// Before(): which of its four rules the word before speaks for. Each asks for a role of that word first.
std::uint16_t Sift::Before(std::size_t n, bool newline) {
  const Index i = batch_.word(n);
  const Token& before = tokens_[i - 1];
  const Info& info = view_->info(i - 1);
  const std::uint32_t roles = info.roles;
  const bool capital = (before.flags & Token::kUpperFirst) != 0;
  if ((roles & kSpeaksBefore) == 0) {
    if (!capital) return HonoraryLetter(*view_, i - 1) ? kAskTitle : 0;
    const std::uint32_t length = before.end - before.begin;
    if (length <= 2) return text_[before.end] == '.' ? kAskTitle | kAskField : 0;  // "i. A.", "i. V.", "z. Hd."
    const bool by_ending = length >= kRoleWord && !newline && roles == 0 &&
                           (info.classes & (kGivenMask | kSurnameMask)) == 0 &&
                           RoleByEnding({text_ + before.begin, length});
    return by_ending ? kAskTitle : 0;
  }
  const std::uint32_t gap = view_->gap(i - 1);
  unsigned ask = newline ? kAskSignature : 0;
  if ((roles & (kTitle | kFunction | kSalutation | kSign | kBirth)) != 0) ask |= kAskTitle;
  if (gap != kGapBlank || (roles & kSay) != 0 || before.end - before.begin <= 2) ask |= kAskField;
  if ((roles & kGreeting) != 0) ask |= kAskGreeting;
  if ((roles & kClosing) != 0) ask |= kAskSignature;
  if ((roles & kFormOfAddress) != 0 && gap == kGapBlank && ClosingSoon(n)) ask |= kAskSignature;
  return static_cast<std::uint16_t>(ask);
}

// The last word before word n that closes a letter.
Index Sift::Closing(std::size_t n) const {
  const Mask above = batch_.hints().ends & ((Mask{1} << n) - 1);
  return above != 0 ? batch_.word(static_cast<std::size_t>(63 - std::countl_zero(above))) : end_;
}

// A closing among the tokens before the one before word n.
bool Sift::ClosingSoon(std::size_t n) {
  const Index i = batch_.word(n);
  const Index end = Closing(n);
  if (end != View::kNone && i - end <= kSignatureReach + 1) return true;
  for (Index k = 2; k <= kSignatureReach + 1 && k <= i; ++k) {
    const Token& token = tokens_[i - k];
    if ((token.flags & Token::kUpperFirst) == 0 && Speaks(token) && (view_->roles(i - k) & kClosing) != 0) return true;
  }
  return false;
}

// Nothing between a closing and word i begins a line.
bool Sift::OnItsLine(Index closing, Index i) const {
  for (Index j = i - 1; j > closing; --j) {
    if (view_->AtLineBegin(j)) return false;
  }
  return true;
}

// A role by its ending, or a word of closing in lower case, above: they count where the rules look at all.
bool Sift::RoleOverLine(Index i, const Token& before) {
  if ((before.flags & Token::kUpperFirst) != 0 && before.end - before.begin >= kRoleWord &&
      MayEndAsRole(text_ + before.end - 4) && view_->roles(i - 1) == 0 &&
      RoleByEnding({text_ + before.begin, before.end - before.begin})) {
    return true;
  }
  for (Index n = 1; n <= kSignatureReach && n <= i; ++n) {
    const Token& token = tokens_[i - n];
    if ((token.flags & Token::kUpperFirst) == 0 && Speaks(token) && (view_->roles(i - n) & kClosing) != 0) return true;
  }
  return false;
}

// SignatureBefore(), TitleBefore(): a closing above, or the delimiter "-- ".
std::uint16_t Sift::Closed(std::size_t n, const Token& before) {
  const Index i = batch_.word(n);
  const Index end = Closing(n);
  if (end != View::kNone && i - end <= kSignatureReach && OnItsLine(end, i)) return kAskSignature | kAskTitle;
  bool closed = end != View::kNone && i - end <= kClosingReach;
  for (Index k = 1; batch_.lower_closing() && k <= kClosingReach && k <= i; ++k) {
    if (!LowerClosing(*view_, i - k)) continue;
    if (k <= kSignatureReach) return kAskSignature | kAskTitle;
    closed = true;
  }
  const char* head = text_ + tokens_[i].begin;
  if (!closed && head[-4] != '-' && head[-3] != '-') return 0;
  return RoleOverLine(i, before) ? kAskSignature | kAskTitle : kNear;
}

// The word begins a line.
std::uint16_t Sift::Line(std::size_t n, const Token& token, char next) {
  const Index i = batch_.word(n);
  const Mask bit = Mask{1} << n;
  const Hints& hints = batch_.hints();
  unsigned ask = 0;
  if ((hints.delimiter & bit) != 0) ask |= kAskSignature | kAskTitle;
  if (((hints.dashed | batch_.closing()) & bit) != 0) ask |= Closed(n, tokens_[i - 1]);
  if ((hints.hyphen & bit) != 0 && BehindHyphen(i)) ask |= kAskBehind;
  if ((hints.bracket & bit) != 0 && next == ' ' && Behind(i, token, next, true)) ask |= kAskBehind;
  if ((hints.comma & bit) != 0) {
    if (WorthTrying(*view_, i, batch_.classes(n), next, true)) ask |= kAskLexicon;
    if (Capital(i + 1) && (view_->roles(i + 1) & kFunction) != 0) ask |= kAskBehind;
  }
  if ((hints.speaker & bit) != 0) ask |= kAskSpeaker;
  if ((hints.list & bit) != 0 && ListLine(*view_, i) && ItemSoon(i)) ask |= kAskItem;
  if ((hints.short_line & batch_.function() & bit) != 0 && FunctionUnder(i)) ask |= kAskLine;
  return static_cast<std::uint16_t>(ask);
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
  const std::uint32_t at = tokens_[i].end;
  std::array<char, 48> ahead{};
  static_assert(kMailReach <= 48);
  const std::uint32_t size = std::min(size_ - at, kMailReach);
  std::uint64_t opens = 0;
  if (size_ - at < 48) {
    std::memcpy(ahead.data(), text_ + at, size);
  } else {
    std::memcpy(ahead.data(), text_ + at, 48);
  }
  for (unsigned n = 0; n < 48; n += 16) {
    const Bytes16 bytes = Load16(&ahead[n]);
    opens |= Bits16(Is(bytes, '<') | Is(bytes, '[')) << n;
  }
  opens &= (std::uint64_t{1} << kMailReach) - 1;
  if (opens == 0) return false;
  const std::uint32_t limit = at + static_cast<std::uint32_t>(std::countr_zero(opens));
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
  if ((no_lower || newline) && SpaceAngleSoon(*view_, token.end)) return true;
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
