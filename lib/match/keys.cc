// See keys.h.
#include "match/keys.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <string>
#include <tuple>

#include "text/chars.h"

namespace maske::match {
namespace {

constexpr std::string_view kKeyChars = "0123456789abcdefghijklmnopqrstuvwxyz";
constexpr std::uint64_t kHigh = 0x8080808080808080U;
constexpr std::uint64_t kCapital = 0x2020202020202020U;  // what parts capitals from small letters; digits have it
constexpr std::size_t kBlock = 64;
constexpr std::size_t kFirst = 3;  // letters by which entries are kept
constexpr std::size_t kMost = 8;   // letters that are compared

bool IsAscii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 128; });
}

// Bytes that a word may begin with.
constexpr ByteSet kWordBegins = [] {
  ByteSet set = kAlnumBytes;
  set.AddRange(128, 255);
  return set;
}();

// Whether no context word goes on into what the pattern finds: none does if there is an edge.
bool WordsAreWhole(const Pattern& pattern) {
  if (pattern.group != 0) return false;
  if (pattern.left.kind != EdgeKind::kNone) return true;
  return std::none_of(pattern.starts.begin(), pattern.starts.end(),
                      [](const Start& start) { return !start.first.And(kWordBegins).empty(); });
}

// The first bytes as one number, the first one lowest.
std::uint64_t Letters(const char* data, std::size_t count) {
  std::uint64_t letters = 0;
  for (std::size_t i = 0; i < count; ++i) letters |= std::uint64_t{static_cast<unsigned char>(data[i])} << (8 * i);
  return letters;
}

// Eight bytes of the text from pos on; 0 for what lies beyond its end.
std::uint64_t EightBytes(std::string_view text, std::size_t pos) {
  if (pos + kMost > text.size()) return Letters(text.data() + pos, text.size() - pos);
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, text.data() + pos, sizeof(bytes));
  if constexpr (std::endian::native == std::endian::big) bytes = __builtin_bswap64(bytes);
  return bytes;
}

std::uint32_t FourBytes(const char* p) {
  std::uint32_t bytes = 0;
  std::memcpy(&bytes, p, sizeof(bytes));
  if constexpr (std::endian::native == std::endian::big) bytes = __builtin_bswap32(bytes);
  return bytes;
}

// The lowest `count` bytes, count from 1 to 8.
std::uint64_t Low(std::size_t count) { return ~std::uint64_t{0} >> (64 - 8 * count); }

std::uint32_t Three(std::uint64_t letters) { return static_cast<std::uint32_t>(letters & 0xFFFFFFU); }

}  // namespace

std::uint32_t ContextReachRight(const Pattern& pattern) {
  if (pattern.context_right > 0) return std::uint32_t{pattern.max_bytes} + pattern.context_right;
  return pattern.group != 0 ? pattern.max_bytes : 0;
}

bool AsksForWord(const Pattern& pattern) {
  const Scores& scores = pattern.scores;
  const float alone = pattern.check.empty() ? scores.bare : std::max(scores.check, scores.failed);
  if (alone > 0 || pattern.context.empty()) return false;
  // On the right a word may be cut in front.
  if (pattern.context_right > 0 && (pattern.right.kind == EdgeKind::kNone || pattern.group != 0)) return false;
  // A word that goes on into the finding is cut there: then its letters must tell enough, as those of an open one must.
  const bool whole = WordsAreWhole(pattern);
  return std::none_of(pattern.context.begin(), pattern.context.end(), [&](const ContextEntry& entry) {
    const ContextWord& word = entry.words.front();
    return !entry.veto && (word.open_front || !IsAscii(word.key.substr(0, kFirst)) ||
                           ((!whole || word.open_back) && word.key.size() < kFirst));
  });
}

void Keys::AddContext(const Pattern& pattern, const Owner& owner) {
  const bool whole = WordsAreWhole(pattern);
  for (const ContextEntry& entry : pattern.context) {
    const ContextWord& word = entry.words.front();
    if (!entry.veto) Add(whole ? word.key : word.key.substr(0, kFirst), word.open_back || !whole, owner);
  }
  Track& track = tracks_[owner.track];
  track.left = std::max(track.left, pattern.context_left + owner.reach);
  track.right = std::max(track.right, ContextReachRight(pattern));
  if (ContextReachRight(pattern) > 0) track.behind |= owner.patterns;
}

void Keys::AddBegins(const Pattern& pattern, const Owner& owner) {
  for (const ContextWord& word : pattern.begins) Add(word.key, word.open_back, owner);
  Track& track = tracks_[owner.track];
  track.left = std::max(track.left, owner.reach);
}

// A key whose first three bytes, or all, are ASCII letters and digits. One that is open may go on; it has three of them.
void Keys::Add(std::string_view key, bool open, const Owner& owner) {
  if (tracks_.size() <= owner.track) tracks_.resize(owner.track + 1);
  std::size_t size = std::min(key.size(), kMost);
  Entry entry;
  entry.letters = Letters(key.data(), size);
  if ((entry.letters & kHigh) != 0) {  // of letters outside ASCII only those before them count
    size = static_cast<std::size_t>(std::countr_zero(entry.letters & kHigh)) / 8;
    open = true;
    entry.letters &= Low(size);
  }
  entry.care = !open && size < kMost ? Low(size + 1) : Low(size);
  entry.track = owner.track;
  entry.patterns = owner.patterns;
  digits_ = digits_ || key.front() <= '9';
  const auto letters = static_cast<std::uint32_t>(entry.letters);
  table_->fours.Add(letters);
  if (open && size == kFirst) {
    for (char c : kKeyChars) table_->fours.Add(letters | std::uint32_t{static_cast<unsigned char>(c)} << (8 * kFirst));
  }
  table_->threes.Add(Three(letters));
  entries_.push_back(entry);
}

void Keys::Build() {
  const auto key = [](const Entry& e) { return std::tuple(Slots::Slot(Three(e.letters)), e.letters, e.care, e.track); };
  std::sort(entries_.begin(), entries_.end(), [&](const Entry& a, const Entry& b) { return key(a) < key(b); });
  std::size_t size = 0;
  for (const Entry& entry : entries_) {  // the same word of several patterns is one
    if (size > 0 && key(entries_[size - 1]) == key(entry)) {
      entries_[size - 1].patterns |= entry.patterns;
    } else {
      entries_[size++] = entry;
    }
  }
  entries_.resize(size);
  for (const Entry& entry : entries_) ++table_->begin[Slots::Slot(Three(entry.letters)) + 1];
  for (std::size_t i = 1; i < table_->begin.size(); ++i)
    table_->begin[i] = static_cast<std::uint16_t>(table_->begin[i] + table_->begin[i - 1]);
  for (std::size_t i = 0; i < 64; ++i) {
    const char letter[2] = {'\xC3', static_cast<char>(0x80 + i)};
    text::WordKey({letter, 2}, table_->latin[i].data(), 2);
  }
}

// Whether a word that begins with these bytes, some of them not ASCII, may have the first letters of a key.
bool Keys::MayFitWide(std::uint64_t letters) const {
  std::uint64_t key = 0;
  for (unsigned count = 0; count < kFirst && letters != 0;) {
    const auto byte = static_cast<unsigned char>(letters & 0xFF);
    const auto tail = static_cast<unsigned char>((letters >> 8) & 0xFF);
    letters >>= byte < 0x80 ? 8 : 16;
    if (byte < 0x80) {
      key |= std::uint64_t{byte} << (8 * count++);
    } else if (byte == 0xC3 && (tail & 0xC0) == 0x80) {
      for (const char c : table_->latin[tail & 0x3F]) {
        if (c != 0) key |= std::uint64_t{static_cast<unsigned char>(c)} << (8 * count++);
      }
    } else {
      return true;
    }
  }
  return table_->threes.Has(Three(key));
}

// Compares the word at pos, of which `size` of the first eight bytes are known to belong to it.
template <typename Visit>
void Keys::LookUp(std::string_view text, std::size_t pos, std::size_t size, const Visit& visit) const {
  std::uint64_t letters = (EightBytes(text, pos) | kCapital) & Low(size);
  if ((letters & kHigh) != 0) {
    if (!MayFitWide(letters)) return;
    std::size_t end = pos;
    std::size_t next = 0;
    while (end < text.size() && text::IsWordChar(text::CharAt(text, end, &next))) end = next;
    char key[kMaxContextKey];
    letters = Letters(key, std::min(kMost, text::WordKey(text.substr(pos, end - pos), key, sizeof(key))));
  }
  const std::uint32_t slot = Slots::Slot(Three(letters));
  for (std::size_t e = table_->begin[slot]; e < table_->begin[slot + 1]; ++e) {
    if (((letters ^ entries_[e].letters) & entries_[e].care) == 0) visit(entries_[e]);
  }
}

// Calls visit with every entry of the words that begin in [from, to) of a block.
template <typename Visit>
void Keys::EachWord(std::string_view text, const text::ClassMaps& maps, std::size_t from, std::size_t to,
                    const Visit& visit) const {
  const std::uint64_t* const word = maps.word.data();
  const std::uint64_t* const special = maps.special.data();
  const std::size_t block = from / kBlock;
  const std::uint64_t here = word[block] & ~special[block];  // '_' parts words
  const std::uint64_t before = block > 0 ? word[block - 1] & ~special[block - 1] : 0;
  const std::uint64_t behind = word[block + 1] & ~special[block + 1];  // the maps go one word beyond the text
  std::uint64_t begins = here & ~((here << 1) | (before >> 63)) & (~std::uint64_t{0} << (from % kBlock));
  if (!digits_) begins &= ~maps.digit[block];
  if (to % kBlock != 0) begins &= ~std::uint64_t{0} >> (kBlock - to % kBlock);
  const std::uint64_t second = (here >> 1) | (behind << 63);
  const std::uint64_t third = second & ((here >> 2) | (behind << 62));
  const std::uint64_t fourth = third & ((here >> 3) | (behind << 61));
  const auto look_up = [&](std::size_t shift) {
    const std::uint64_t rest = (here >> shift) | (behind << 1 << (kBlock - 1 - shift));
    LookUp(text, block * kBlock + shift, static_cast<std::size_t>(std::countr_one(rest & 0xFF)), visit);
  };
  if ((block + 1) * kBlock + sizeof(std::uint32_t) > text.size()) {  // its last words may end with the text
    for (; begins != 0; begins &= begins - 1) look_up(static_cast<std::size_t>(std::countr_zero(begins)));
    return;
  }
  const Bits<15>& fours = table_->fours;
  const char* const bytes = text.data() + block * kBlock;
  for (std::uint64_t bits = begins & fourth; bits != 0; bits &= bits - 1) {
    const auto shift = static_cast<std::size_t>(std::countr_zero(bits));
    const std::uint32_t letters = FourBytes(bytes + shift) | static_cast<std::uint32_t>(kCapital);
    if (fours.Has(letters) || (letters & kHigh) != 0) look_up(shift);
  }
  for (std::uint64_t bits = begins & ~fourth; bits != 0; bits &= bits - 1) {
    const auto shift = static_cast<std::size_t>(std::countr_zero(bits));
    const auto kept =
        static_cast<std::uint32_t>(0xFF | (((second >> shift) & 1) * 0xFF00) | (((third >> shift) & 1) * 0xFF0000));
    const std::uint32_t letters = (FourBytes(bytes + shift) | static_cast<std::uint32_t>(kCapital)) & kept;
    if (fours.Has(letters) || (letters & kHigh) != 0) look_up(shift);
  }
}

Keys::Walk::Walk(const Keys& keys, std::string_view text, const text::ClassMaps& maps)
    : keys_(keys),
      text_(text),
      maps_(maps),
      known_(maps.word.size() / kBlock + 1),
      found_(std::make_unique_for_overwrite<Mask[]>(maps.word.size() * keys.tracks_.size())) {}

Keys::Mask Keys::Walk::Blocks(std::size_t track, std::size_t from, std::size_t to) {
  const std::size_t tracks = keys_.tracks_.size();
  Mask found = 0;
  for (std::size_t block = from / kBlock; block * kBlock < to; ++block) {
    Mask* const row = found_.get() + block * tracks;
    if (((known_[block / 64] >> (block % 64)) & 1) == 0) {
      known_[block / 64] |= std::uint64_t{1} << (block % 64);
      for (std::size_t i = 0; i < tracks; ++i) row[i] = 0;
      keys_.EachWord(text_, maps_, block * kBlock, std::min(text_.size(), (block + 1) * kBlock),
                     [row](const Entry& entry) { row[entry.track] |= entry.patterns; });
    }
    found |= row[track];
  }
  return found;
}

Keys::Mask Keys::Walk::Near(std::size_t track, Mask asked, std::size_t pos) {
  const Track& its = keys_.tracks_[track];
  Mask found = asked & Blocks(track, pos > its.left ? pos - its.left : 0, pos + 1);
  const Mask rest = asked & its.behind & ~found;
  if (rest != 0) found |= rest & Blocks(track, pos, std::min(text_.size(), pos + its.right));
  return found;
}

bool Keys::Walk::Holds(std::size_t track, Mask asked, std::size_t from, std::size_t to) const {
  Mask found = 0;
  to = std::min(text_.size(), to);
  while (from < to) {
    const std::size_t end = std::min(to, (from / kBlock + 1) * kBlock);
    keys_.EachWord(text_, maps_, from, end, [&](const Entry& entry) {
      if (entry.track == track) found |= entry.patterns;
    });
    from = end;
  }
  return (found & asked) != 0;
}

}  // namespace maske::match
