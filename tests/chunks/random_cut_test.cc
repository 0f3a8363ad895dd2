// Law 1 on generated texts: random cuts and single bytes over several segments, and the size of segments itself.
#include <gtest/gtest.h>

#include <initializer_list>
#include <string>

#include "chunks/feed.h"
#include "chunks/letters.h"

namespace maske::chunks {
namespace {

TEST(RandomCut, PiecesOfAnyLengthOverManySegments) {
  for (const std::string_view kind : {"post", "tables", "logs", "chat", "garbage"}) {
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
      const std::string text = Generated(kind, seed, 60'000);
      Policy policy;
      policy.binary = true;
      const Masked whole = MaskWhole(text, kRealSegment, policy);
      ASSERT_EQ(whole.code, ErrorCode::kOk);
      for (const std::size_t longest : std::initializer_list<std::size_t>{5, 100, 5000, 30'000}) {
        ASSERT_EQ(MaskInPieces(text, RandomPieces(seed, text.size(), longest), kRealSegment, policy), whole)
            << kind << " seed " << seed << " pieces up to " << longest;
      }
      ASSERT_EQ(MaskByteByByte(text, kRealSegment, policy), whole) << kind << " seed " << seed;
    }
  }
}

TEST(RandomCut, SmallSegments) {
  for (const std::string_view kind : {"post", "logs", "garbage"}) {
    for (std::uint64_t seed = 11; seed <= 16; ++seed) {
      const std::string text = Generated(kind, seed, 12'000);
      Policy policy;
      policy.binary = true;
      for (const std::size_t segment : std::initializer_list<std::size_t>{64, 100, 333}) {
        const Masked whole = MaskWhole(text, segment, policy);
        ASSERT_EQ(MaskInPieces(text, RandomPieces(seed, text.size(), 600), segment, policy), whole)
            << kind << " seed " << seed << " segment " << segment;
        ASSERT_EQ(MaskByteByByte(text, segment, policy), whole) << kind << " seed " << seed << " segment " << segment;
      }
    }
  }
}

// Natural text: lines and blanks, so that no border falls inside what belongs together. Then not even the size of the
// segments shows: detectors see all they need around a border.
TEST(RandomCut, SegmentSizeDoesNotShowInNaturalText) {
  for (const std::string_view kind : {"post", "tables", "logs", "chat"}) {
    for (std::uint64_t seed = 21; seed <= 26; ++seed) {
      const std::string text = Generated(kind, seed, 30'000);
      const Masked whole = MaskWhole(text);
      for (const std::size_t segment : std::initializer_list<std::size_t>{200, 1000, 4096}) {
        ASSERT_EQ(MaskWhole(text, segment), whole) << kind << " seed " << seed << " segment " << segment;
      }
    }
  }
}

TEST(RandomCut, RestoreInPiecesOverGeneratedText) {
  for (const std::string_view kind : {"post", "garbage"}) {
    const std::string text = Generated(kind, 31, 60'000);
    Policy policy;
    policy.binary = true;
    auto session = Session::Create(SharedFilter(), policy);
    ASSERT_TRUE(session.ok());
    const auto masked = session->Mask(text);
    ASSERT_TRUE(masked.ok()) << masked.status().message();
    for (const std::size_t longest : std::initializer_list<std::size_t>{3, 60, 9000}) {
      ASSERT_EQ(RestoreInPieces(*session, *masked, RandomPieces(longest, masked->size(), longest)), text);
    }
    ASSERT_EQ(RestoreInPieces(*session, *masked, std::vector<std::size_t>(masked->size(), 1)), text);
  }
}

}  // namespace
}  // namespace maske::chunks
