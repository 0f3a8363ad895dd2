// Any number of small automata over bytes, made one deterministic automaton on demand: a state is a set of places in
// them, made when a text first reaches it (thread-safe). Each of up to 64 patterns owns a bit; a state says which
// patterns it accepts and which may still be accepted. What the places are is the Source's business (match/prefilter.h
// has two).
//
// Why: one table look-up a byte for all patterns of a group together. A row of the table is a whole number of cache
// lines with the two masks in front, since the walk is bound by memory. Rows take up to kMaxBytes; beyond that every
// way leads to a state that accepts everything for ever. Tested by tests/match/regex_test.cc and the twin.
#ifndef MASKE_MATCH_AUTOMATON_H_
#define MASKE_MATCH_AUTOMATON_H_

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <memory>
#include <mutex>
#include <tuple>
#include <vector>

#include "match/byte_set.h"
#include "match/dfa.h"

namespace maske::match {

// Bytes that no set tells apart, under one number.
struct ByteClasses {
  explicit ByteClasses(const std::vector<ByteSet>& sets);
  std::uint8_t of[256] = {};
  std::vector<int> sample;  // a byte of each class
};

class Automaton {
 public:
  using Mask = std::uint64_t;
  using State = std::uint16_t;  // number of its first cache line in the table; 0: not made yet
  static constexpr std::size_t kMaxBytes = std::size_t{2} << 20;
  static constexpr int kEnd = -1;  // the byte behind the text's last one

  // What a state stands for.
  struct Places {
    std::vector<int> list;  // sorted
    Mask accept = 0;        // patterns accepted by the byte that led here
    Mask pending = 0;       // patterns whose acceptance the next byte decides
    bool flag = false;      // the source's own
    Mask live = 0;          // patterns that may be accepted later; follows from the others
    bool operator<(const Places& other) const {
      return std::tie(accept, pending, flag, list) < std::tie(other.accept, other.pending, other.flag, other.list);
    }
  };
  class Source {
   public:
    virtual ~Source() = default;
    // Every set of bytes that the source tells apart.
    [[nodiscard]] virtual std::vector<ByteSet> Sets() const = 0;
    [[nodiscard]] virtual Places Start() = 0;
    // byte: 0 to 255 or kEnd.
    [[nodiscard]] virtual Places Step(const Places& from, int byte) = 0;
  };
  // All states of the source's one pattern, up to kMaxDfaStates; those beyond accept for ever. `once`: what is accepted
  // stays so.
  static constexpr std::size_t kMaxDfaStates = 600;
  static DfaStorage Determine(Source* source, bool once);

  explicit Automaton(std::unique_ptr<Source> source);

  struct Masks {
    Mask accept;
    Mask live;  // none: there is no way on
  };
  // What a walk needs, by value: calls to anything else do not make the compiler fetch it again.
  struct View {
    const Automaton* of;
    unsigned char* table;
    State start;

    [[nodiscard]] const Masks& MasksOf(State state) const { return *reinterpret_cast<const Masks*>(Row(state)); }
    // The state behind a byte.
    [[nodiscard]] State Next(State state, unsigned char byte) const { return NextOf(state, of->classes_[byte]); }
    [[nodiscard]] State NextAtEnd(State state) const { return NextOf(state, of->end_class_); }

   private:
    [[nodiscard]] unsigned char* Row(State state) const { return table + std::size_t{state} * kLine; }
    [[nodiscard]] State NextOf(State state, std::size_t byte_class) const {
      State& step = reinterpret_cast<State*>(Row(state) + sizeof(Masks))[byte_class];
      const State next = std::atomic_ref(step).load(std::memory_order_acquire);
      return next != 0 ? next : of->Make(state, byte_class);
    }
  };
  [[nodiscard]] View view() const { return {this, table_, start_}; }
  [[nodiscard]] std::size_t states() const;
  [[nodiscard]] std::size_t row_bytes() const { return row_lines_ * kLine; }

 private:
  static constexpr std::size_t kLine = 64;

  [[nodiscard]] Masks* Row(State state) const { return reinterpret_cast<Masks*>(table_ + std::size_t{state} * kLine); }
  [[nodiscard]] State* Steps(State state) const { return reinterpret_cast<State*>(Row(state) + 1); }
  State Make(State state, std::size_t byte_class) const;
  State Intern(Places places) const;
  std::unique_ptr<Source> source_;
  std::uint8_t classes_[256] = {};
  std::size_t end_class_ = 0;
  std::vector<int> sample_;    // one byte of each class, then kEnd
  std::size_t row_lines_ = 1;  // of a row
  State start_ = 0;
  State full_ = 0;
  std::unique_ptr<void, decltype(&std::free)> memory_{nullptr, &std::free};
  unsigned char* table_ = nullptr;  // in memory_, aligned

  mutable std::mutex mutex_;  // guards what follows and the writing of rows
  mutable std::map<Places, State> numbers_;
  mutable std::vector<const Places*> places_;  // of a state, by number of its row
};

}  // namespace maske::match

#endif  // MASKE_MATCH_AUTOMATON_H_
