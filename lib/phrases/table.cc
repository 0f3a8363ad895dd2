#include "phrases/table.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <optional>

#include "base/mutation.h"
#include "phrases/canonical.h"
#include "text/chars.h"
#include "text/word_hash.h"

namespace maske::phrases {
namespace {

bool SameKind(const Kind& a, const Kind& b) {
  return a.type == b.type && a.rule == b.rule && a.score == b.score && a.capital == b.capital &&
         a.inflected == b.inflected;
}

// What the first eight bytes of a word in lower-case ASCII come to, zeros behind shorter ones.
inline std::uint64_t Head(std::uint64_t first_eight) {
  const std::uint64_t mixed = first_eight * text::kHashMul;
  return mixed ^ mixed >> 32;
}

std::uint64_t HeadOfKey(std::string_view key) {
  std::uint64_t first_eight = 0;
  for (std::size_t i = 0; i < std::min<std::size_t>(8, key.size()); ++i) {
    first_eight |= static_cast<std::uint64_t>(static_cast<unsigned char>(key[i])) << (8 * i);
  }
  return Head(first_eight);
}

std::uint64_t OfTwo(std::uint64_t first, std::uint64_t second) {
  return text::MixHash(first ^ text::kHashSeed, second ^ text::kHashMul);
}

// Begin of the next word behind a word's end; npos when it is too far.
std::size_t NextWord(std::string_view text, std::size_t at) {
  const std::size_t reach = std::min(text.size(), at + kMaxGapBytes);
  while (at < reach) {
    std::size_t next = at;
    if (text::IsWordChar(text::CharAt(text, at, &next))) return at;
    at = next;
  }
  return std::string_view::npos;
}

bool EndsWithS(std::string_view text, std::size_t from, std::size_t to) {
  return to - from > 1 && (text[to - 1] == 's' || text[to - 1] == 'S');
}

}  // namespace

bool Table::Add(std::string_view folded, const Kind& kind) {
  const std::optional<Canonical> canonical = Canonicalise(folded);
  return canonical && Add(*canonical, kind);
}

bool Table::AddJoined(const Canonical& a, std::string_view between, const Canonical& b, const Kind& kind) {
  joined_.form.assign(a.form).append(between).append(b.form);
  joined_.first.assign(a.first);
  joined_.second.assign(a.second.empty() ? b.first : a.second);
  joined_.lead = a.lead;
  return joined_.form.size() <= kMaxCanonicalBytes && Add(joined_, kind);
}

bool Table::Add(const Canonical& canonical, const Kind& kind) {
  recent_.resize(std::size_t{1} << 12);
  auto known = std::find_if(kinds_.begin(), kinds_.end(), [&](const Kind& other) { return SameKind(other, kind); });
  if (known == kinds_.end()) known = kinds_.insert(kinds_.end(), kind);
  Entry entry;
  entry.form = static_cast<std::uint32_t>(forms_.size());
  entry.size = static_cast<std::uint16_t>(canonical.form.size());
  entry.lead = static_cast<std::uint8_t>(canonical.lead);
  entry.kind = static_cast<std::uint8_t>(known - kinds_.begin());
  entry.hash = text::HashKey(canonical.first);
  AddHead(HeadOfKey(canonical.first));
  if (kind.inflected && canonical.first.size() < 8) AddHead(HeadOfKey(canonical.first + "s"));
  if (!canonical.second.empty()) {
    first_of_two_.push_back(entry.hash);
    entry.hash = OfTwo(entry.hash, text::HashKey(canonical.second));
  }
  any_inflected_ = any_inflected_ || kind.inflected;
  forms_.append(canonical.form);
  entries_.push_back(entry);
  return true;
}

// Most heads come again and again: given names, a surname in several phrases.
void Table::AddHead(std::uint64_t head) {
  std::uint64_t& known = recent_[head >> 52];
  if (known == head) return;
  known = head;
  heads_.push_back(head);
}

void Table::Sieve::Resize(std::size_t count) {
  const std::size_t words = std::clamp<std::size_t>(std::bit_ceil(count / 8 + 1), 64, std::size_t{1} << 16);
  bits_.assign(words, 0);
  mask_ = words - 1;
}

void Table::Build() {
  const auto form = [this](const Entry& entry) { return std::string_view(forms_).substr(entry.form, entry.size); };
  std::sort(entries_.begin(), entries_.end(), [&](const Entry& a, const Entry& b) {
    if (a.hash != b.hash) return a.hash < b.hash;
    return a.kind != b.kind ? a.kind < b.kind : form(a) < form(b);
  });
  entries_.erase(std::unique(entries_.begin(), entries_.end(),
                             [&](const Entry& a, const Entry& b) {
                               return a.hash == b.hash && a.kind == b.kind && form(a) == form(b);
                             }),
                 entries_.end());
  may_begin_.Resize(heads_.size());
  for (const std::uint64_t head : heads_) may_begin_.Add(head);
  heads_ = {};
  recent_ = {};
  firsts_.Resize(first_of_two_.size());
  for (const std::uint64_t hash : first_of_two_) firsts_.Add(hash);
  first_of_two_ = {};
  known_.Resize(entries_.size());
  const std::size_t slots = std::bit_ceil(entries_.size() * 2 + 2);
  slots_.assign(slots, {});
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    const std::uint64_t hash = entries_[i].hash;
    if (i > 0 && entries_[i - 1].hash == hash) continue;
    known_.Add(hash);
    std::size_t at = (hash >> 20) & (slots - 1);
    while (slots_[at].first != 0) at = (at + 1) & (slots - 1);
    slots_[at] = {static_cast<std::uint32_t>(hash >> 32), static_cast<std::uint32_t>(i + 1)};
  }
}

std::size_t Table::FirstOf(std::uint64_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = (hash >> 20) & mask; slots_[at].first != 0; at = (at + 1) & mask) {
    const std::size_t first = slots_[at].first - 1;
    if (slots_[at].tag == static_cast<std::uint32_t>(hash >> 32) && entries_[first].hash == hash) return first;
  }
  return entries_.size();
}

// The phrases of this hash, at the word that begins at `word`. cut: a word of it has an s more in the text.
void Table::Compare(const Place& place, std::size_t word, std::uint64_t hash, bool cut) const {
  for (std::size_t i = FirstOf(hash); i < entries_.size() && entries_[i].hash == hash; ++i) {
    const Entry& entry = entries_[i];
    const Kind& kind = kinds_[entry.kind];
    if ((cut && !kind.inflected) || word < entry.lead) continue;
    const std::size_t from = word - entry.lead;
    if (from < place.begin || from >= place.end) continue;
    const std::string_view form = std::string_view(forms_).substr(entry.form, entry.size);
    if (place.text.substr(from, entry.lead) != form.substr(0, entry.lead)) continue;
    std::size_t behind = word;
    if (kind.capital && !text::IsUpper(text::CharAt(place.text, word, &behind))) continue;
    const std::optional<std::size_t> to = EndOfPhrase(place.text, word, form.substr(entry.lead), kind.inflected);
    if (!to) continue;
    place.out->push_back({static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(*to), kind.type, kind.rule,
                          kind.score, OpenSpan::kNone});
  }
}

// The phrases that begin with the word of this hash and the next one.
void Table::AskTwo(const Place& place, std::size_t word, std::size_t word_end, std::uint64_t first) const {
  const std::size_t from = NextWord(place.text, word_end);
  if (from == std::string_view::npos) return;
  const std::size_t to = WordEnd(place.text, from);
  const std::size_t readable = place.text.size() - from;
  const std::uint64_t two = OfTwo(first, text::HashWordAt(place.text.data() + from, to - from, readable));
  if (known_.MayHave(two)) Compare(place, word, two, false);
  if (!any_inflected_ || !EndsWithS(place.text, from, to)) return;
  const std::uint64_t bare = OfTwo(first, text::HashWordAt(place.text.data() + from, to - from - 1, readable));
  if (known_.MayHave(bare)) Compare(place, word, bare, true);
}

void Table::Ask(const Place& place, std::size_t from, std::size_t to) const {
  const std::size_t readable = place.text.size() - from;
  const std::uint64_t hash = text::HashWordAt(place.text.data() + from, to - from, readable);
  if (known_.MayHave(hash)) Compare(place, from, hash, false);
  if (firsts_.MayHave(hash)) AskTwo(place, from, to, hash);
  if (!any_inflected_ || !EndsWithS(place.text, from, to)) return;
  const std::uint64_t bare = text::HashWordAt(place.text.data() + from, to - from - 1, readable);
  if (known_.MayHave(bare)) Compare(place, from, bare, true);
}

inline bool Table::MayBeginAt(const char* word, std::size_t size) const {
  std::uint64_t first_eight = 0;
  std::memcpy(&first_eight, word, 8);
  first_eight &= text::kLowBytes[size < 8 ? size : 8];
  if ((first_eight & 0x8080808080808080U) != 0) return true;
  const std::uint64_t case_bits = 0x2020202020202020U & text::kLowBytes[size < 8 ? size : 8];
  return may_begin_.MayHave(Head(first_eight | case_bits));
}

void Table::Find(const text::Prepared& slice, std::uint32_t begin, std::uint32_t end,
                 std::vector<Candidate>* out) const {
  const std::string_view text = slice.text();
  const std::vector<text::Token>& tokens = slice.tokens();
  if (entries_.empty() || tokens.empty()) return;
  const Place place{text, begin, end, out};
  const std::size_t reach = end + (MASKE_MUTATION("law1_phrase_lead") ? 0 : kMaxLeadBytes);
  const auto from_byte = [&](std::size_t byte) {
    return tokens.data() + (std::partition_point(tokens.begin(), tokens.end(),
                                                 [&](const text::Token& token) { return token.begin < byte; }) -
                            tokens.begin());
  };
  const std::size_t readable = std::endian::native == std::endian::little && text.size() > 8 ? text.size() - 8 : 0;
  const text::Token* token =
      tokens.data() + (std::partition_point(tokens.begin(), tokens.end(),
                                            [&](const text::Token& other) { return other.end <= begin; }) -
                       tokens.begin());
  const text::Token* const stop = from_byte(reach);
  // Of those, the ones that MayBeginAt can read, and that have another token behind them.
  const text::Token* const plain = std::min({stop, from_byte(readable), tokens.data() + tokens.size() - 1});
  while (token < stop) {
    while (token < plain && (token->flags & text::Token::kHasMid) == 0 && token[1].begin != token->end &&
           !MayBeginAt(text.data() + token->begin, token->end - token->begin)) {
      ++token;
    }
    if (token == stop) break;
    const std::size_t token_begin = token->begin;
    const text::Token* const last = tokens.data() + tokens.size() - 1;
    while (token < last && token[1].begin == token->end) ++token;
    const std::size_t token_end = token->end;
    ++token;
    for (std::size_t from = token_begin; from < token_end;) {
      const std::size_t to = std::min(WordEnd(text, from), token_end);
      if (to > from) {
        if (from >= readable || MayBeginAt(text.data() + from, to - from)) Ask(place, from, to);
        from = to;
      } else {
        (void)text::CharAt(text, from, &from);
      }
    }
  }
}

}  // namespace maske::phrases
