// Policy::salutations: what goes with a name is masked with it, in any cutting and segment size, and as widening the
// findings of the same text by hand would have it.
#include <gtest/gtest.h>

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "chunks/feed.h"
#include "chunks/letters.h"
#include "names/address_form.h"

namespace maske {
namespace {

Policy With() {
  Policy policy;
  policy.salutations = true;
  return policy;
}

std::string Mask(std::string_view text) { return chunks::MaskInPieces(text, {}, chunks::kRealSegment, With()).out; }

TEST(Salutations, GoWithTheName) {
  EXPECT_EQ(Mask("Sehr geehrte Frau Dr. Zoekemann,\n"), "Sehr geehrte [PERSON_1],\n");
  EXPECT_EQ(Mask("heute kam Herr Zoekemann mit Frau Zoekemann"), "heute kam [PERSON_1] mit [PERSON_1_2]");
  EXPECT_EQ(Mask("Herr Zoekemann sagt, dass Zoekemann kommt"), "[PERSON_1] sagt, dass [PERSON_1_2] kommt");
  EXPECT_EQ(Mask("die Frau sagt nichts"), "die Frau sagt nichts");
  EXPECT_EQ(Mask("mail@example.org Herr Zoekemann"), "[EMAIL_1] [PERSON_1]");
}

TEST(Salutations, AreRestored) {
  auto session = Session::Create(chunks::SharedFilter(), With());
  ASSERT_TRUE(session.ok());
  const std::string text = "Herr Dr. Zoekemann\tund Frau  Zoekemann, Zoekemanns Hund";
  const auto masked = session->Mask(text);
  ASSERT_TRUE(masked.ok());
  EXPECT_EQ(masked->find("Frau"), std::string::npos) << *masked;
  EXPECT_EQ(*session->Restore(*masked), text);
}

// Line by line, nothing before the line is seen.
TEST(Salutations, LineByLine) {
  Policy policy = With();
  policy.line_by_line = true;
  const std::string text = "an Frau Zoekemann\nFrau Zoekemann\n";
  EXPECT_EQ(chunks::MaskInPieces(text, {3, 5}, chunks::kRealSegment, policy).out, "an [PERSON_1]\n[PERSON_1]\n");
}

struct Span {
  std::size_t begin;
  std::size_t end;
  bool person;
  bool operator==(const Span&) const = default;
};

std::vector<Span> Find(const std::string& text, const Policy& policy) {
  const auto found = chunks::SharedFilter()->Detect(text, policy);
  EXPECT_TRUE(found.ok());
  std::vector<Span> spans;
  for (const Finding& f : *found) spans.push_back({f.begin, f.end, f.type == "PERSON"});
  return spans;
}

TEST(Salutations, AsWidenedByHand) {
  std::size_t widened = 0;
  for (const char* kind : {"post", "lists", "tables"}) {
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
      const std::string text = chunks::Generated(kind, seed, 30'000);
      std::vector<Span> spans = Find(text, {});
      std::size_t last = 0;
      for (Span& span : spans) {
        if (span.person) {
          const std::size_t from = std::max(last, span.begin - std::min<std::size_t>(span.begin, 128));
          const std::string_view left = std::string_view(text).substr(from, span.begin - from);
          const std::size_t form = names::AddressFormBefore(left, span.begin - last > 128);
          widened += form != 0;
          last = span.end;
          span.begin -= form;
        }
        last = std::max(last, span.end);
      }
      ASSERT_EQ(Find(text, With()), spans) << kind << " seed " << seed;
    }
  }
  EXPECT_GT(widened, 100U);
}

TEST(Salutations, AnyCuttingAndSegmentSize) {
  for (std::uint64_t seed = 1; seed <= 4; ++seed) {
    const std::string text = chunks::Generated("post", seed, 30'000) + "\nan Frau Dr. Zoekemann";
    const chunks::Masked whole = chunks::MaskInPieces(text, {}, chunks::kRealSegment, With());
    for (const std::size_t segment : std::initializer_list<std::size_t>{90, 200, 1000, 4096}) {
      EXPECT_EQ(chunks::MaskInPieces(text, {}, segment, With()).trace, whole.trace) << segment;
    }
    EXPECT_EQ(chunks::MaskInPieces(text, std::vector<std::size_t>(text.size(), 1), chunks::kRealSegment, With()),
              whole);
    EXPECT_EQ(chunks::MaskInPieces(text, chunks::RandomPieces(seed, text.size(), 700), chunks::kRealSegment, With()),
              whole);
  }
}

}  // namespace
}  // namespace maske
