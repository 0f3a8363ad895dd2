// See batch.h.
#include "names/batch.h"

#include <algorithm>
#include <bit>

#include "names/glance.h"
#include "names/lexicon.h"
#include "text/word_hash.h"

namespace maske::names {
namespace {

using text::Token;

constexpr Index kFunctionReach = 6;  // tokens from the begin of a line to the function under it

std::uint8_t Small(std::uint32_t number) { return static_cast<std::uint8_t>(std::min(number, 255U)); }

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
    : count_(static_cast<Index>(tokens.size())), next_(first), stop_(stop) {
  b_.text = view->text().data();
  b_.size = static_cast<std::uint32_t>(view->text().size());
  b_.tokens = tokens.data();
  b_.view = view;
  b_.memory = memory;
}

bool Batch::AtEdge(Index i) const {
  return i < 3 || i + 1 >= count_ || b_.tokens[i].begin < 4 || b_.tokens[i + 1].begin + 8 > b_.size;
}

// The indices of the next capitalised tokens, one more than a batch holds if there is one.
bool Batch::Pick() {
  constexpr Index kStep = 8;
  static_assert(Token::kUpperFirst == 1);
  std::size_t count = 0;
  Index i = next_;
  const auto pick = [&] {
    b_.words[count] = i;
    count += b_.tokens[i++].flags & Token::kUpperFirst;
  };
  while (stop_ - i >= kStep && count <= kWords) {
    for (Index k = 0; k < kStep; ++k) pick();
  }
  while (i < stop_ && count <= kWords) pick();
  if (count == 0) return false;
  b_.says[0] = b_.says[b_.taken];
  b_.all = std::min(count, kWords + 1);
  b_.taken = std::min(count, kWords);
  next_ = count > kWords ? b_.words[kWords] : i;
  return true;
}

bool Batch::Next(Index closing) {
  if (!Pick()) return false;
  // The words at the slice's ends are the first ones and the last ones.
  std::size_t from = 0;
  std::size_t to = b_.all;
  edge_ = 0;
  while (from < to && AtEdge(b_.words[from])) GatherEdge(from++);
  while (to > from && AtEdge(b_.words[to - 1])) GatherEdge(--to);
  LoadBatch(from, to, &b_);
  Combine(closing);
  return true;
}

// What stands beside word n at the slice's ends; all rules will look at it, so that only what its neighbours ask for counts.
void Batch::GatherEdge(std::size_t n) {
  const Index i = b_.words[n];
  const Token& token = b_.tokens[i];
  edge_ |= n < kWords ? Mask{1} << n : 0;
  for (std::uint32_t k = 0; k < 4; ++k) {
    const std::uint32_t at = token.end + k - 2;  // wraps around to far behind the text
    b_.tail[4 * n + k] = at < b_.size ? static_cast<std::uint8_t>(b_.text[at]) : 0;
    b_.head[4 * n + k] = ' ';
  }
  b_.size_of[n] = Small(token.end - token.begin);
  b_.gap[n] = b_.after_gap[n] = 1;
  b_.flags[n] = static_cast<std::uint8_t>(token.flags);
  b_.before_flags[n] = i > 0 ? static_cast<std::uint8_t>(b_.tokens[i - 1].flags) : 0;
  b_.after_flags[n] = i + 1 < count_ ? static_cast<std::uint8_t>(b_.tokens[i + 1].flags) : 0;
  b_.after_size[n] = i + 1 < count_ ? Small(b_.tokens[i + 1].end - b_.tokens[i + 1].begin) : 0;
  b_.before_speaks[n] = b_.after_speaks[n] = 0;
  b_.dot2[n] = i >= 2 ? static_cast<std::uint8_t>(b_.text[b_.tokens[i - 2].end]) : 0;
  b_.dot3[n] = i >= 3 ? static_cast<std::uint8_t>(b_.text[b_.tokens[i - 3].end]) : 0;
}

// The masks of words that the kernel's masks make together.
void Batch::Combine(Index closing) {
  const Mask taken = b_.taken == kWords ? ~Mask{0} : (Mask{1} << b_.taken) - 1;
  edge_ &= taken;
  b_.open &= taken;
  const Mask begins = b_.begins & taken;
  b_.ends &= taken;
  b_.particle_before &= taken;
  b_.particle_behind &= taken;

  Mask near = b_.lower_closing ? ~Mask{0} : Behind12(b_.ends);
  if (closing != View::kNone) {
    for (std::size_t n = 0; n < b_.taken && b_.words[n] - closing <= kClosingReach; ++n) near |= Mask{1} << n;
  }
  closing_ = begins & near;
  // Behind the last words the batch does not know what follows.
  const Mask last = b_.taken <= kFunctionReach ? ~Mask{0} : ~Mask{0} << (b_.taken - kFunctionReach);
  function_ = begins & (Before6(b_.functions | (b_.function_words & edge_)) | last);
  const Mask asks = closing_ | (function_ & b_.short_lines);
  hinted_ = ((b_.hinted | asks) & taken) | edge_;
  stem_words_ = b_.stems & taken;
  stems_.fill(0);
  AskStems(edge_ | asks);
  for (Mask rest = b_.hyphens & taken; rest != 0; rest &= rest - 1) {
    const auto n = static_cast<std::size_t>(std::countr_zero(rest));
    if (b_.memory->MayKnow(b_.hashes[n] ^ kHyphenated)) Give(n, kHintKnown);
  }
}

// Words that end in an s: the lists and the memory are asked for them without it, together for the waits' sake. asked:
// words that are looked at in any case.
void Batch::AskStems(Mask asked) {
  for (Mask rest = stem_words_; rest != 0; rest &= rest - 1) {
    const auto n = static_cast<std::size_t>(std::countr_zero(rest));
    const Token& token = b_.tokens[b_.words[n]];
    stems_[n] = text::HashWordAt(b_.text + token.begin, token.end - 1 - token.begin, b_.size - token.begin);
    PrefetchName(stems_[n]);
  }
  for (Mask rest = stem_words_; rest != 0; rest &= rest - 1) {
    const auto n = static_cast<std::size_t>(std::countr_zero(rest));
    if (GivenRarity(FindName(stems_[n])) < 2) {
      b_.hints[n] &= static_cast<std::uint8_t>(~kHintStem);
      const bool other = b_.hints[n] != 0 || (b_.lines[n] & kLineAsks) != 0;
      if (!other) hinted_ &= ~(Mask{1} << n) | asked;
    }
    if (b_.memory->MayKnow(stems_[n])) Give(n, kHintKnown);
  }
}

Batch::Mask Batch::Remember(std::size_t n, std::uint64_t since) {
  Mask known = 0;
  for (; since < b_.memory->taught(); ++since) {
    const std::uint64_t name = b_.memory->Taught(since);
    for (std::size_t k = n; k < b_.taken; ++k) {
      const bool same = b_.hashes[k] == name || b_.hashes[k] == (name ^ kHyphenated) || stems_[k] == name;
      known |= static_cast<Mask>(same) << k;
    }
  }
  known &= b_.open;
  for (Mask rest = known; rest != 0; rest &= rest - 1) {
    Give(static_cast<std::size_t>(std::countr_zero(rest)), kHintKnown);
  }
  return known;
}

}  // namespace maske::names
