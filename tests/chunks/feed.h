// Feeds a text to a stream in pieces, for the tests of law 1. Every function makes a fresh session of its own, so that
// results compare. Segment sizes other than the real one come in by Session::OpenMaskForTest.
#ifndef MASKE_TESTS_CHUNKS_FEED_H_
#define MASKE_TESTS_CHUNKS_FEED_H_

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "maske/maske.h"

namespace maske::chunks {

inline constexpr std::size_t kRealSegment = 0;  // OpenMask as users call it

// The filter that the tests share (built-in patterns, names, addresses).
std::shared_ptr<const Filter> SharedFilter();

// The built-in patterns alone, without names and addresses: what the slow filter can do.
std::shared_ptr<const Filter> PatternsOnly();

struct Masked {
  std::string out;    // what the sink got
  std::string trace;  // findings in order: "begin-end TYPE rule;"
  ErrorCode code = ErrorCode::kOk;
  bool operator==(const Masked&) const = default;
};
std::ostream& operator<<(std::ostream& out, const Masked& masked);

// Lengths of the pieces; what is left over is one more piece. Zero lengths are writes of nothing.
Masked MaskInPieces(std::string_view text, const std::vector<std::size_t>& pieces, std::size_t segment = kRealSegment,
                    const Policy& policy = {}, const std::shared_ptr<const Filter>& filter = SharedFilter());
Masked MaskWhole(std::string_view text, std::size_t segment = kRealSegment, const Policy& policy = {});
Masked MaskByteByByte(std::string_view text, std::size_t segment = kRealSegment, const Policy& policy = {});

// Restores `masked` by the session in pieces.
std::string RestoreInPieces(const Session& session, std::string_view masked, const std::vector<std::size_t>& pieces);

// Cuts for a text of the size: short and long pieces mixed, seeded.
std::vector<std::size_t> RandomPieces(std::uint64_t seed, std::size_t size, std::size_t longest);

// Writes a folder with one pattern file whose only pattern finds every match of an expression as the type given; example
// is one match. What is in the folder already goes.
void WritePattern(const std::string& folder, const std::string& type, const std::string& expression,
                  const std::string& example);

// Text between escapes, for messages of failing tests.
std::string Printable(std::string_view text);

}  // namespace maske::chunks

#endif  // MASKE_TESTS_CHUNKS_FEED_H_
