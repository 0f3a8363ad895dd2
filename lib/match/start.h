// What leads to a pattern: the event of the text that every match holds, how far behind the match's begin it stands,
// and the bytes around it. Derived from the expression, so that a trigger reports too much, never too little.
// The dispatch tables (match/dispatch.h) are made of this. Tested by tests/match/regex_test.cc and the twin.
#ifndef MASKE_MATCH_START_H_
#define MASKE_MATCH_START_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "match/byte_set.h"
#include "match/dfa.h"
#include "match/regex.h"

namespace maske::match {

// In the order in which they are tried; that of kEventNames.
enum class Event : std::uint8_t {
  kAt,
  kBracket,
  kPlus,
  kUnderscore,
  kEquals,
  kColon,
  kKeyword,  // ':' or '='
  kCapital,  // a capital letter behind a letter, digit or '_'
  kDigit,    // the first digit of a run
  kWord,     // the begin of a word, which is the match's begin
  kByte,     // one of kEventBytes
  kUpper,    // a capital letter
  kScan,     // no event: the automaton over the whole text
};
inline constexpr std::size_t kEventCount = 13;
inline constexpr std::string_view kEventNames[kEventCount] = {"at",    "bracket", "plus",    "underscore", "equals",
                                                              "colon", "keyword", "capital", "digit",      "word",
                                                              "byte",  "upper",   "scan"};
// What kByte may be, rarest first.
inline constexpr std::string_view kEventBytes = "~^\\]{}|`$#%&!?;<>\"*()/,-.";

inline constexpr std::size_t kLeftBytes = 2;
inline constexpr std::size_t kRightBytes = 8;

struct Start {
  Event event = Event::kScan;
  char byte = '\0';            // kByte
  std::uint16_t reach = 0;     // bytes from the match's begin to the event, at most
  bool at_event = false;       // a match may begin with its event
  ByteSet first;               // bytes at the match's begin
  ByteSet left[kLeftBytes];    // of matches that begin farther left: bytes before the event, the nearest first
  ByteSet right[kRightBytes];  // bytes from the event on (kWord: from the match's begin on)
  // Where a match may have begun (left) or ended (right) before that byte: all bytes.
  // From the event on to the right, the event included; and to the left, where the states of begins accept. Not of kWord
  // and kScan. Views; filled in when the pattern is loaded (match/prefilter.h).
  Dfa ahead;
  Dfa back;
};

struct StartQuery {
  std::uint32_t max_bytes = 200;
  bool left_open = false;      // a match may begin behind a digit (no left edge)
  bool left_word = true;       // a match does not begin inside a word
  std::optional<Event> event;  // take this one or none
};

// The bytes that an event of the kind may be; empty for kWord and kScan.
ByteSet EventBytesOf(Event event, char byte);
// True when the graph accepts the empty string.
bool MatchesEmpty(const Graph& graph);
// One start for the whole expression; where it has no event of its own but each of its alternatives has, one for each.
// Empty when query.event is given and the expression does not imply it. At most kMaxStarts.
inline constexpr std::size_t kMaxStarts = 8;
std::vector<Start> DeriveStarts(const Graph& graph, const StartQuery& query);

}  // namespace maske::match

#endif  // MASKE_MATCH_START_H_
