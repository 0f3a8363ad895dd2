// See context_filter.h.
#include "match/context_filter.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <string>

#include "text/chars.h"

namespace maske::match {
namespace {

constexpr std::string_view kKeyChars = "0123456789abcdefghijklmnopqrstuvwxyz";

bool IsAscii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 128; });
}

constexpr std::size_t kLetters = 3;  // of a word, that are looked at
// Bytes that a word may begin with.
constexpr ByteSet kWordBegins = [] {
  ByteSet set = ByteSet::Of(kKeyChars);
  set.AddRange('A', 'Z');
  set.AddRange(128, 255);
  return set;
}();

// Bytes behind a match's begin in which a word may begin that counts.
std::uint32_t ReachRight(const Pattern& pattern) {
  if (pattern.context_right > 0) return std::uint32_t{pattern.max_bytes} + pattern.context_right;
  return pattern.group != 0 ? pattern.max_bytes : 0;
}

std::uint32_t Letters(std::string_view key) {
  std::uint32_t letters = 0;
  for (std::size_t i = 0; i < key.size() && i < kLetters; ++i)
    letters |= std::uint32_t{static_cast<unsigned char>(key[i])} << (8 * i);
  return letters;
}

// text[pos] and the two bytes behind it; what lies beyond the end is anything.
std::uint32_t ThreeBytes(std::string_view text, std::size_t pos) {
  std::uint32_t bytes = 0;
  if (pos + sizeof(bytes) <= text.size()) {
    std::memcpy(&bytes, text.data() + pos, sizeof(bytes));
    if constexpr (std::endian::native == std::endian::big) bytes = __builtin_bswap32(bytes);
    return bytes;
  }
  for (std::size_t i = 0; i < 3 && pos + i < text.size(); ++i)
    bytes |= std::uint32_t{static_cast<unsigned char>(text[pos + i])} << (8 * i);
  return bytes;
}

}  // namespace

bool ContextFilter::Asks(const Pattern& pattern) {
  const Scores& scores = pattern.scores;
  const float alone = pattern.check.empty() ? scores.bare : std::max(scores.check, scores.failed);
  if (alone > 0 || pattern.context.empty()) return false;
  // On the right a word may be cut in front.
  if (pattern.context_right > 0 && (pattern.right.kind == EdgeKind::kNone || pattern.group != 0)) return false;
  // A word that goes on into the finding is cut there. It does not if there is an edge; else its letters must tell
  // enough.
  bool whole = pattern.group == 0 && pattern.left.kind != EdgeKind::kNone;
  if (!whole && pattern.group == 0) {
    whole = std::none_of(pattern.starts.begin(), pattern.starts.end(),
                         [](const Start& start) { return !start.first.And(kWordBegins).empty(); });
  }
  return std::none_of(pattern.context.begin(), pattern.context.end(), [&](const ContextEntry& entry) {
    const ContextWord& word = entry.words.front();
    return !entry.veto &&
           (word.open_front || !IsAscii(word.key.substr(0, 3)) || (!whole && word.key.size() < kLetters));
  });
}

void ContextFilter::Add(const Pattern& pattern, Mask bit) {
  if (table_ == nullptr) table_ = std::make_unique<Table>();
  for (const ContextEntry& entry : pattern.context) {
    if (!entry.veto) AddKey(entry.words.front().key, entry.words.front().open_back, bit);
  }
  reach_left_ = std::max<std::uint32_t>(reach_left_, pattern.context_left);
  reach_right_ = std::max(reach_right_, ReachRight(pattern));
  if (ReachRight(pattern) > 0) right_ |= bit;
}

void ContextFilter::AddKey(std::string_view key, bool open, Mask bit) {
  const std::uint32_t slot = Slot(Letters(key));
  table_->masks[slot] |= bit;
  table_->used[slot / 64] |= std::uint64_t{1} << (slot % 64);
  if (!open || key.size() >= kLetters) return;
  for (char c : kKeyChars) AddKey(std::string(key) + c, true, bit);
}

// The word's key has to be made: it holds letters outside ASCII.
ContextFilter::Mask ContextFilter::WordAt(std::string_view text, std::size_t pos) const {
  std::size_t end = pos;
  std::size_t next = 0;
  while (end < text.size() && text::IsWordChar(text::CharAt(text, end, &next))) end = next;
  char key[kMaxContextKey];
  return table_->masks[Slot(Letters({key, text::WordKey(text.substr(pos, end - pos), key, sizeof(key))}))];
}

ContextFilter::Mask ContextFilter::Words(std::string_view text, const text::ClassMaps& maps, std::size_t from,
                                         std::size_t to) const {
  Mask found = 0;
  if (from >= to) return found;
  const Table& table = *table_;
  const auto bits = [&](std::size_t word) { return maps.word[word] & ~maps.special[word]; };  // '_' parts words
  const std::size_t last = (to - 1) / 64;
  for (std::size_t word = from / 64; word <= last; ++word) {
    const std::uint64_t here = bits(word);
    const std::uint64_t before = word > 0 ? bits(word - 1) : 0;
    const std::uint64_t behind = (word + 1) * 64 < text.size() ? bits(word + 1) : 0;
    const std::uint64_t second = (here >> 1) | (behind << 63);
    const std::uint64_t third = second & ((here >> 2) | (behind << 62));
    std::uint64_t begins = here & ~((here << 1) | (before >> 63));
    if (word == from / 64) begins &= ~std::uint64_t{0} << (from % 64);
    if (word == last && to % 64 != 0) begins &= ~std::uint64_t{0} >> (64 - to % 64);
    for (; begins != 0; begins &= begins - 1) {
      const auto bit = static_cast<unsigned>(std::countr_zero(begins));
      const std::size_t pos = word * 64 + bit;
      // The bytes of the word among the first three.
      const std::uint32_t kept =
          0xFFU | (((second >> bit) & 1) != 0 ? 0xFF00U : 0) | (((third >> bit) & 1) != 0 ? 0xFF0000U : 0);
      const std::uint32_t letters = ThreeBytes(text, pos) & kept;
      if ((letters & 0x808080U) != 0) {
        found |= WordAt(text, pos);
        continue;
      }
      const std::uint32_t slot = Slot(letters | (0x202020U & kept));
      if (((table.used[slot / 64] >> (slot % 64)) & 1) != 0) found |= table.masks[slot];
    }
  }
  return found;
}

ContextFilter::Mask ContextFilter::Blocks(std::string_view text, const text::ClassMaps& maps, std::size_t from,
                                          std::size_t to, Memory* memory) const {
  Mask found = 0;
  for (std::size_t block = from / 64; block * 64 < to; ++block) {
    const std::size_t slot = block % Memory::kBlocks;
    if (memory->block[slot] != block + 1) {
      memory->block[slot] = static_cast<std::uint32_t>(block + 1);
      memory->found[slot] = Words(text, maps, block * 64, std::min(text.size(), block * 64 + 64));
    }
    found |= memory->found[slot];
  }
  return found;
}

ContextFilter::Mask ContextFilter::Near(Mask asked, std::string_view text, const text::ClassMaps& maps,
                                        std::size_t first, std::size_t last, Memory* memory) const {
  if (memory->of != this) {
    memory->of = this;
    memory->block.fill(0);
  }
  Mask found = Blocks(text, maps, first > reach_left_ ? first - reach_left_ : 0, last, memory);
  if ((asked & right_ & ~found) != 0)
    found |= right_ & Blocks(text, maps, last, std::min(text.size(), last + reach_right_), memory);
  return asked & found;
}

bool ContextFilter::NearOne(const Pattern& pattern, Mask bit, std::string_view text, const text::ClassMaps& maps,
                            std::size_t pos) const {
  std::size_t from = pos > pattern.context_left ? pos - pattern.context_left : 0;
  if (pattern.group == 0) {  // else it is not known where the finding begins
    std::uint32_t lines = 0;
    for (std::size_t at = pos; at > from;) {
      const std::size_t word = (at - 1) / 64;
      const std::uint64_t feeds = maps.newline[word] & (~std::uint64_t{0} >> (63 - (at - 1) % 64));
      if (feeds == 0) {
        at = word * 64;
        continue;
      }
      at = word * 64 + 63 - static_cast<unsigned>(std::countl_zero(feeds));
      if (at < from || ++lines <= pattern.context_lines) continue;
      from = at + 1;
      break;
    }
  }
  if ((Words(text, maps, from, pos) & bit) != 0) return true;
  return (Words(text, maps, pos, std::min(text.size(), pos + ReachRight(pattern))) & bit) != 0;
}

}  // namespace maske::match
