// See batch.h.
#include "names/batch.h"

#include <algorithm>
#include <bit>

#include "names/evidence.h"
#include "names/glance.h"
#include "names/lexicon.h"
#include "text/word_hash.h"

namespace maske::names {
namespace {

using text::Token;

constexpr Index kFunctionReach = 6;  // tokens from the begin of a line to the function under it

constexpr Index kListTokens = 41;  // from a label to an item of its list (field.cc)

std::size_t First(std::uint64_t mask) { return static_cast<std::size_t>(std::countr_zero(mask)); }
std::size_t Last(std::uint64_t mask) { return static_cast<std::size_t>(63 - std::countl_zero(mask)); }
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
    : count_(static_cast<Index>(tokens.size())), next_(first), stop_(stop), label_(first) {
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
  b_.gap[n] = 1;
  b_.after_gap[n] = 2;  // perhaps a colon
  b_.flags[n] = static_cast<std::uint8_t>(token.flags);
  b_.before_flags[n] = i > 0 ? static_cast<std::uint8_t>(b_.tokens[i - 1].flags) : 0;
  b_.after_flags[n] = i + 1 < count_ ? static_cast<std::uint8_t>(b_.tokens[i + 1].flags) : 0;
  b_.after_size[n] = i + 1 < count_ ? Small(b_.tokens[i + 1].end - b_.tokens[i + 1].begin) : 0;
  b_.before_speaks[n] = b_.after_speaks[n] = 0;
  b_.dot2[n] = i >= 2 ? static_cast<std::uint8_t>(b_.text[b_.tokens[i - 2].end]) : 0;
  b_.dot3[n] = i >= 3 ? static_cast<std::uint8_t>(b_.text[b_.tokens[i - 3].end]) : 0;
}

// What the hints come to, and the questions that need a look at a neighbour: one kind of question after the other, because
// a loop that asks the same of one word after the other is well foretold.
void Batch::Combine(Index closing) {
  Hints& h = b_.hints;
  const Mask taken = b_.taken == kWords ? ~Mask{0} : (Mask{1} << b_.taken) - 1;
  edge_ &= taken;
  h.open &= taken;
  h.ends &= taken;
  h.labels &= taken;
  h.particle_before &= taken;
  const Mask inner = taken & ~edge_;
  const Mask begins = (h.feed | h.wide) & inner;

  Mask near = b_.lower_closing ? ~Mask{0} : Behind12(h.ends);
  if (closing != View::kNone) {
    for (std::size_t n = 0; n < b_.taken && b_.words[n] - closing <= kClosingReach; ++n) near |= Mask{1} << n;
  }
  closing_ = begins & near;
  // Behind the last words the batch does not know what follows.
  const Mask last = b_.taken <= kFunctionReach ? ~Mask{0} : ~Mask{0} << (b_.taken - kFunctionReach);
  function_ = begins & (Before6((h.functions & taken) | (h.function_words & edge_)) | last);

  h.before |= WithRole(h.before_lower & inner, -1, kSpeaksBefore) | WithEnding(h.before_ending & inner, -1);
  h.behind |= WithRole(h.behind_lower & inner, 1, kSay) | (h.behind_capitals & h.bracket);
  h.lexicon |= WithRole(h.with_particle & inner & ~h.lexicon, 1, kParticle);
  h.particle_behind = (h.particle_behind & taken) | WithEnding(h.particle_ending & taken, 0);
  mail_ = (h.item | h.quote | begins) & h.bracket & inner;
  const Mask labelled = BehindLabel((h.item | h.list) & inner);
  h.item &= labelled;
  h.list &= labelled;
  AskStems(h.stem & inner);
  for (Mask rest = h.hyphen & inner; rest != 0; rest &= rest - 1) {
    const auto n = First(rest);
    if (b_.memory->MayKnow(b_.hashes[n] ^ kHyphenated)) h.known |= Mask{1} << n;
  }
  const Mask lines = ShortBefore(begins) | h.delimiter | h.dashed | h.comma | h.speaker | h.list | (begins & h.hyphen) |
                     closing_ | (function_ & h.short_line);
  hinted_ = ((h.before | h.item | h.lexicon | h.known | h.stem | h.behind | h.weak | mail_ | lines) & inner) | edge_;
}

// Of these words: those beside which, so many tokens on, stands a word with one of the roles.
Batch::Mask Batch::WithRole(Mask words, int offset, std::uint32_t roles) {
  std::array<std::uint64_t, kWords> hashes;
  std::size_t count = 0;
  for (Mask rest = words; rest != 0; rest &= rest - 1) {
    hashes[count] = b_.view->HashOf(b_.words[First(rest)] + static_cast<Index>(offset));
    PrefetchName(hashes[count++]);
  }
  count = 0;
  Mask with = 0;
  for (Mask rest = words; rest != 0; rest &= rest - 1) {
    const Index i = b_.words[First(rest)] + static_cast<Index>(offset);
    b_.view->Keep(i, hashes[count], FindName(hashes[count]), b_.view->Is(i, Token::kHasMid));
    ++count;
    const bool speaks = (b_.view->roles(i) & roles) != 0 || (offset < 0 && HonoraryLetter(*b_.view, i));
    with |= speaks ? rest & (~rest + 1) : 0;
  }
  return with;
}

// Those behind a capital word of one or two letters: it may close a letter.
Batch::Mask Batch::ShortBefore(Mask words) const {
  Mask with = 0;
  for (Mask rest = words; rest != 0; rest &= rest - 1) {
    const Token& before = b_.tokens[b_.words[First(rest)] - 1];
    const bool is = (before.flags & Token::kUpperFirst) != 0 && before.end - before.begin <= 2;
    with |= is ? rest & (~rest + 1) : 0;
  }
  return with;
}

// Those beside which stands a role by its ending.
Batch::Mask Batch::WithEnding(Mask words, int offset) const {
  Mask with = 0;
  for (Mask rest = words; rest != 0; rest &= rest - 1) {
    const Token& token = b_.tokens[b_.words[First(rest)] + static_cast<Index>(offset)];
    if (!MayEndAsRole(b_.text + token.end - 4)) continue;
    if (RoleByEnding({b_.text + token.begin, token.end - token.begin})) with |= rest & (~rest + 1);
  }
  return with;
}

// Those that may be items behind a label.
Batch::Mask Batch::BehindLabel(Mask words) {
  Mask with = 0;
  for (Mask rest = words; rest != 0; rest &= rest - 1) {
    const Mask bit = rest & (~rest + 1);
    const Mask before = b_.hints.labels & (bit - 1);
    const Index label = before != 0 ? b_.words[Last(before)] : label_;
    if (b_.words[First(rest)] - label <= kListTokens) with |= bit;
  }
  if (b_.hints.labels != 0) label_ = b_.words[Last(b_.hints.labels)];
  return with;
}

// Words that end in an s: the lists and the memory are asked for them without it, together for the waits' sake.
void Batch::AskStems(Mask words) {
  stem_words_ = words;
  stems_.fill(0);
  for (Mask rest = words; rest != 0; rest &= rest - 1) {
    const auto n = First(rest);
    const Token& token = b_.tokens[b_.words[n]];
    stems_[n] = text::HashWordAt(b_.text + token.begin, token.end - 1 - token.begin, b_.size - token.begin);
    PrefetchName(stems_[n]);
  }
  b_.hints.stem = 0;
  for (Mask rest = words; rest != 0; rest &= rest - 1) {
    const auto n = First(rest);
    const Mask bit = Mask{1} << n;
    if (GivenRarity(FindName(stems_[n])) >= 2) b_.hints.stem |= bit;
    if (b_.memory->MayKnow(stems_[n])) b_.hints.known |= bit;
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
  known &= b_.hints.open;
  b_.hints.known |= known;
  return known;
}

}  // namespace maske::names
