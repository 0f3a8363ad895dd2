// See context.h. The stretch is cut into words from left to right; at each word that an entry may begin with, the
// entry's words are compared one after the other.
#include "match/context.h"

#include <algorithm>
#include <cstring>

#include "text/chars.h"

namespace maske::match {
namespace {

constexpr std::uint32_t kFar = ~std::uint32_t{0};
constexpr std::uint32_t kLabelDistance = 1U << 20;  // farther than any word of the text

bool IsWordAt(std::string_view text, std::size_t pos, std::size_t* next) {
  if (const auto byte = static_cast<unsigned char>(text[pos]); byte < 128) {
    *next = pos + 1;
    return kAlnumBytes.Has(byte);
  }
  return text::IsWordChar(text::CharAt(text, pos, next));
}

// The end of the word that begins at pos.
std::size_t WordEnd(std::string_view text, std::size_t pos) {
  while (pos < text.size()) {
    std::size_t next = 0;
    if (!IsWordAt(text, pos, &next)) break;
    pos = next;
  }
  return pos;
}

bool WordFits(const ContextWord& word, std::string_view key) {
  if (key.size() < word.key.size()) return false;
  if (word.open_front && word.open_back) return key.find(word.key) != std::string_view::npos;
  if (word.open_front) return key.substr(key.size() - word.key.size()) == word.key;
  if (word.open_back) return key.substr(0, word.key.size()) == word.key;
  return key == word.key;
}

std::string_view KeyOf(std::string_view word, char* buffer) {
  return {buffer, text::WordKey(word, buffer, kMaxContextKey)};
}

// Whether the entry's words stand in stretch from the word [begin, end) on; *last is the end of the last one.
bool EntryFits(const ContextEntry& entry, std::string_view stretch, std::string_view first_key, std::size_t end,
               std::size_t* last) {
  if (!WordFits(entry.words[0], first_key)) return false;
  char buffer[kMaxContextKey];
  for (const ContextWord& word : entry.words.subspan(1)) {
    std::size_t at = end;
    std::size_t next = 0;
    while (at < stretch.size() && at - end <= kContextGap && !IsWordAt(stretch, at, &next)) at = next;
    if (at >= stretch.size() || at - end > kContextGap) return false;
    end = WordEnd(stretch, at);
    if (!WordFits(word, KeyOf(stretch.substr(at, end - at), buffer))) return false;
  }
  *last = end;
  return true;
}

}  // namespace

Context::Context(const Pattern& pattern) : pattern_(&pattern) {
  for (const ContextEntry& entry : pattern.context) {
    const ContextWord& word = entry.words.front();
    if (word.open_front) {
      first_ = ByteSet::All();
    } else {
      const auto c = static_cast<unsigned char>(word.key.front());
      first_.Add(c);
      if (c >= 'a' && c <= 'z') first_.Add(static_cast<unsigned char>(c - 32));
    }
  }
  first_.AddRange(128, 255);  // their key may begin with any letter
  const auto add = [&](const auto& wanted) {
    for (const ContextEntry& entry : pattern.context) {
      if (wanted(entry.words.front())) entries_.push_back(&entry);
    }
  };
  add([](const ContextWord& word) { return word.open_front; });
  for (unsigned byte = 0; byte < 256; ++byte) {
    begin_[byte] = static_cast<std::uint16_t>(entries_.size());
    add([&](const ContextWord& word) {
      return !word.open_front && static_cast<unsigned char>(word.key.front()) == byte;
    });
  }
  begin_[256] = static_cast<std::uint16_t>(entries_.size());
}

void Context::Match(std::string_view stretch, bool left, std::uint32_t base, Nearest* nearest) const {
  char buffer[kMaxContextKey];
  for (std::size_t pos = 0; pos < stretch.size();) {
    std::size_t next = 0;
    if (!IsWordAt(stretch, pos, &next)) {
      pos = next;
      continue;
    }
    const std::size_t end = WordEnd(stretch, next);
    if (first_.Has(static_cast<unsigned char>(stretch[pos]))) {
      const std::string_view key = KeyOf(stretch.substr(pos, end - pos), buffer);
      const auto try_all = [&](std::size_t from, std::size_t to) {
        for (; from < to; ++from) {
          const ContextEntry& entry = *entries_[from];
          std::size_t last = 0;
          if (!EntryFits(entry, stretch, key, end, &last)) continue;
          const auto distance = base + static_cast<std::uint32_t>(left ? stretch.size() - last : pos);
          std::uint32_t& best = entry.veto ? nearest->veto : nearest->word;
          best = std::min(best, distance);
          if (nearest->hits != nullptr) {
            const bool label = base == kLabelDistance;
            nearest->hits->push_back({&entry, label ? 0 : distance, left, label});
          }
        }
      };
      const auto letter = key.empty() ? std::size_t{0} : static_cast<unsigned char>(key.front());
      try_all(0, begin_[0]);
      try_all(begin_[letter], begin_[letter + 1]);
    }
    pos = end;
  }
}

void Context::LookLeft(std::string_view text, std::size_t begin, Nearest* nearest) const {
  std::size_t from = begin > pattern_->context_left ? begin - pattern_->context_left : 0;
  std::uint32_t lines = 0;
  for (std::size_t at = begin; at > from; --at) {
    if (text[at - 1] == '\n' && ++lines > pattern_->context_lines) {
      from = at;
      break;
    }
  }
  while (from < begin && (static_cast<unsigned char>(text[from]) & 0xC0) == 0x80) ++from;
  if (from > 0 && from < begin) {  // a word that goes on to the left of the stretch does not count
    std::size_t before = 0;
    if (text::IsWordChar(text::CharBefore(text, from, &before)))
      from = std::min(begin, WordEnd(text.substr(0, begin), from));
  }
  Match(text.substr(from, begin - from), true, 0, nearest);
}

void Context::LookRight(std::string_view text, std::size_t end, Nearest* nearest) const {
  std::size_t to = std::min<std::size_t>(text.size(), end + pattern_->context_right);
  std::uint32_t lines = 0;
  for (std::size_t at = end; at < to; ++at) {
    if (text[at] == '\n' && ++lines > pattern_->context_lines) {
      to = at;
      break;
    }
  }
  while (to > end && to < text.size() && (static_cast<unsigned char>(text[to]) & 0xC0) == 0x80) --to;
  std::size_t next = 0;
  if (to < text.size() && IsWordAt(text, to, &next)) {  // a word that goes on behind the stretch does not count
    while (to > end) {
      std::size_t begin = 0;
      if (!text::IsWordChar(text::CharBefore(text, to, &begin)) || begin < end) break;
      to = begin;
    }
  }
  Match(text.substr(end, to - end), false, 0, nearest);
}

std::vector<Context::Hit> Context::Hits(std::string_view text, std::size_t begin, std::size_t end,
                                        std::string_view label) const {
  std::vector<Hit> hits;
  if (empty()) return hits;
  Nearest nearest = {kFar, kFar, &hits};
  LookLeft(text, begin, &nearest);
  LookRight(text, end, &nearest);
  if (hits.empty()) Match(label.substr(0, kMaxContextReach), false, kLabelDistance, &nearest);
  std::stable_sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) { return a.distance < b.distance; });
  return hits;
}

ContextResult Context::Look(std::string_view text, std::size_t begin, std::size_t end, std::string_view label) const {
  if (empty()) return ContextResult::kNone;
  Nearest nearest = {kFar, kFar, nullptr};
  LookLeft(text, begin, &nearest);
  LookRight(text, end, &nearest);
  if (nearest.word == kFar && nearest.veto == kFar && !label.empty()) {
    Match(label.substr(0, kMaxContextReach), false, kLabelDistance, &nearest);
    if (nearest.veto != kFar) return ContextResult::kVeto;
  }
  if (nearest.veto != kFar && nearest.veto <= nearest.word) return ContextResult::kVeto;
  return nearest.word == kFar ? ContextResult::kNone : ContextResult::kFound;
}

}  // namespace maske::match
