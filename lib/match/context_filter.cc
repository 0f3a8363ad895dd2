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

std::uint32_t Letters(std::string_view key) {
  std::uint32_t letters = 0;
  for (std::size_t i = 0; i < key.size() && i < 3; ++i)
    letters |= std::uint32_t{static_cast<unsigned char>(key[i])} << (8 * i);
  return letters;
}

constexpr bool IsAsciiWord(unsigned char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

}  // namespace

void ContextFilter::Add(const Pattern& pattern, Mask bit) {
  const Scores& scores = pattern.scores;
  const float alone = pattern.check.empty() ? scores.bare : std::max(scores.check, scores.failed);
  // A word must end before the match begins, and begin behind its end: else it is cut there and its letters differ.
  const bool cut = pattern.group != 0 || pattern.left.kind == EdgeKind::kNone ||
                   (pattern.context_right > 0 && pattern.right.kind == EdgeKind::kNone);
  if (alone > 0 || cut) return;
  for (const ContextEntry& entry : pattern.context) {
    const ContextWord& word = entry.words.front();
    if (!entry.veto && (word.open_front || !IsAscii(word.key.substr(0, 3)))) return;
  }
  if (table_ == nullptr) table_ = std::make_unique<Table>();
  for (const ContextEntry& entry : pattern.context) {
    if (!entry.veto) AddKey(entry.words.front().key, entry.words.front().open_back, bit);
  }
  reach_left_ = std::max<std::uint32_t>(reach_left_, pattern.context_left);
  if (pattern.context_right == 0) {
    left_ |= bit;
  } else {
    both_ |= bit;
    reach_right_ = std::max<std::uint32_t>(reach_right_, std::uint32_t{pattern.max_bytes} + pattern.context_right);
  }
}

void ContextFilter::AddKey(std::string_view key, bool open, Mask bit) {
  (*table_)[Slot(Letters(key))] |= bit;
  if (!open || key.size() >= 3) return;
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

ContextFilter::Mask ContextFilter::May(Mask alive, std::string_view text, const text::ClassMaps& maps,
                                       std::size_t pos) const {
  const Mask asked = alive & (left_ | both_);
  if (asked == 0) return alive;
  Mask found = Words(text, maps, pos > reach_left_ ? pos - reach_left_ : 0, pos);
  if ((asked & both_ & ~found) != 0) found |= both_ & Words(text, maps, pos, std::min(text.size(), pos + reach_right_));
  return alive & (~asked | found);
}

}  // namespace maske::match
