// See context_filter.h.
#include "match/context_filter.h"

#include <algorithm>
#include <bit>

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

constexpr bool IsAsciiWord(unsigned char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
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
}

void ContextFilter::AddKey(std::string_view key, bool open, Mask bit) {
  (*table_)[Slot(Letters(key))] |= bit;
  if (!open || key.size() >= kLetters) return;
  for (char c : kKeyChars) AddKey(std::string(key) + c, true, bit);
}

ContextFilter::Mask ContextFilter::WordAt(std::string_view text, std::size_t pos) const {
  std::uint32_t letters = 0;
  for (std::size_t i = 0; i < 3 && pos + i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[pos + i]);
    if (byte >= 128) {  // its key has to be made
      std::size_t end = pos;
      std::size_t next = 0;
      while (end < text.size() && text::IsWordChar(text::CharAt(text, end, &next))) end = next;
      char key[kMaxContextKey];
      return (*table_)[Slot(Letters({key, text::WordKey(text.substr(pos, end - pos), key, sizeof(key))}))];
    }
    if (!IsAsciiWord(byte)) break;
    letters |= std::uint32_t{byte | 0x20U} << (8 * i);
  }
  return (*table_)[Slot(letters)];
}

ContextFilter::Mask ContextFilter::Words(std::string_view text, const text::ClassMaps& maps, std::size_t from,
                                         std::size_t to) const {
  Mask found = 0;
  if (from >= to) return found;
  const std::size_t last = (to - 1) / 64;
  for (std::size_t word = from / 64; word <= last; ++word) {
    const std::uint64_t here = maps.word[word] & ~maps.special[word];  // without '_', which parts words
    const std::uint64_t before = word > 0 ? maps.word[word - 1] & ~maps.special[word - 1] : 0;
    std::uint64_t begins = here & ~((here << 1) | (before >> 63));
    if (word == from / 64) begins &= ~std::uint64_t{0} << (from % 64);
    if (word == last && to % 64 != 0) begins &= ~std::uint64_t{0} >> (64 - to % 64);
    const std::uint64_t thirds = begins & (here >> 1) & (here >> 2);  // words of at least three bytes within these 64
    for (; begins != 0; begins &= begins - 1) {
      const auto bit = static_cast<unsigned>(std::countr_zero(begins));
      const std::size_t pos = word * 64 + bit;
      const std::uint32_t letters =
          static_cast<unsigned char>(text[pos]) |
          std::uint32_t{static_cast<unsigned char>(text[pos + 1 < text.size() ? pos + 1 : pos])} << 8 |
          std::uint32_t{static_cast<unsigned char>(text[pos + 2 < text.size() ? pos + 2 : pos])} << 16;
      const bool plain = ((thirds >> bit) & 1) != 0 && (letters & 0x808080U) == 0;
      found |= plain ? (*table_)[Slot(letters | 0x202020U)] : WordAt(text, pos);
    }
  }
  return found;
}

ContextFilter::Mask ContextFilter::Near(std::string_view text, const text::ClassMaps& maps, std::size_t first,
                                        std::size_t last, Memory* memory) const {
  const std::size_t from = first > reach_left_ ? first - reach_left_ : 0;
  const std::size_t to = std::min(text.size(), last + reach_right_);
  if (memory->of != this) {
    memory->of = this;
    memory->block.fill(0);
  }
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
