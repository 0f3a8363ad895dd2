// Many listed phrases found at once: phrases that must always be masked, and people known to the house. A hash of each
// word of the text is asked whether a phrase begins with it; where one may, the hash of it and the next word leads to the
// phrases that begin with both (thousands of people share a surname), and these are compared (canonical.h).
//
// Most words end earlier, at a bit that their first eight bytes choose when these are ASCII.
//
// Immutable after Build, shared by threads. Cost: about 1 ns a word of the text, 20 ns where it may begin a phrase, and a
// comparison where it does; Add about 0.3 us a phrase, memory about 60 bytes a phrase. Does not find a phrase inside of a longer word.
// Slow twin: tests/reference/phrase_reference.h; test: tests/phrases/table_test.cc.
#ifndef MASKE_PHRASES_TABLE_H_
#define MASKE_PHRASES_TABLE_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/candidate.h"
#include "phrases/canonical.h"
#include "text/prepared.h"

namespace maske::phrases {

struct Kind {
  TypeId type = 0;
  RuleId rule = 0;
  float score = 0;
  bool capital = false;    // counts only where its first word has a capital letter
  bool inflected = false;  // its last word may have an s more, which the span does not cover
};

class Table {
 public:
  // folded: the phrase as a prepared text has it. False when it cannot be listed: no letter or digit, control
  // characters, longer than 240 bytes, or more than 16 bytes before its first word.
  bool Add(std::string_view folded, const Kind& kind);
  // The phrase of two with `between`, blanks and punctuation in canonical form, in the middle; false when it is too long.
  bool AddJoined(const Canonical& a, std::string_view between, const Canonical& b, const Kind& kind);
  void Reserve(std::size_t phrases) { entries_.reserve(entries_.size() + phrases); }
  void Build();
  [[nodiscard]] std::size_t size() const { return entries_.size(); }

  // Appends a candidate for each phrase that begins in [begin, end) of the text. Looks from there to its end, at most
  // kMaxSpanBytes, and one character on either side.
  void Find(const text::Prepared& slice, std::uint32_t begin, std::uint32_t end, std::vector<Candidate>* out) const;

 private:
  struct Entry {
    std::uint32_t form = 0;  // where in forms_
    std::uint16_t size = 0;
    std::uint8_t lead = 0;
    std::uint8_t kind = 0;
    std::uint64_t hash = 0;  // of its first word, or of its first two
  };
  struct Slot {
    std::uint32_t tag = 0;
    std::uint32_t first = 0;  // entries_[first - 1] is the first of its hash; 0: free
  };

  // A set of hashes that may hold strangers too: two bits of one word of 64 each, eight hashes a word, so that 100,000
  // fit a quarter of a second-level cache; one stranger in about 40 passes.
  class Sieve {
   public:
    void Resize(std::size_t count);
    void Add(std::uint64_t hash) {
      bits_[(hash >> 6) & mask_] |= std::uint64_t{1} << (hash & 63) | std::uint64_t{1} << (hash >> 58);
    }
    [[nodiscard]] bool MayHave(std::uint64_t hash) const {
      const std::uint64_t bits = bits_[(hash >> 6) & mask_];
      return (bits >> (hash & 63) & bits >> (hash >> 58) & 1) != 0;
    }

   private:
    std::vector<std::uint64_t> bits_;
    std::uint64_t mask_ = 0;
  };
  // Where in the text one call of Find looks.
  struct Place {
    std::string_view text;
    std::uint32_t begin;
    std::uint32_t end;
    std::vector<Candidate>* out;
  };
  bool Add(const Canonical& canonical, const Kind& kind);
  void AddHead(std::uint64_t head);
  [[nodiscard]] std::size_t FirstOf(std::uint64_t hash) const;
  // A word whose ASCII bytes are letters and digits; eight bytes can be read.
  [[nodiscard]] bool MayBeginAt(const char* word, std::size_t size) const;
  void Ask(const Place& place, std::size_t from, std::size_t to) const;
  void AskTwo(const Place& place, std::size_t word, std::size_t word_end, std::uint64_t first) const;
  void Compare(const Place& place, std::size_t word, std::uint64_t hash, bool cut) const;

  std::string forms_;
  Canonical joined_;  // scratch of AddJoined
  std::vector<Kind> kinds_;
  std::vector<Entry> entries_;  // by hash once built
  std::vector<Slot> slots_;
  std::vector<std::uint64_t> heads_;         // of first words in ASCII, until Build
  std::vector<std::uint64_t> recent_;        // some of heads_, until Build
  Sieve may_begin_;                          // the same
  std::vector<std::uint64_t> first_of_two_;  // hashes of first words with another behind them, until Build
  Sieve firsts_;                             // the same
  Sieve known_;                              // the hashes of entries_
  bool any_inflected_ = false;
};

}  // namespace maske::phrases

#endif  // MASKE_PHRASES_TABLE_H_
