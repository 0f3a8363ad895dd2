// Law 4: restore(mask(x)) == x for every x; equal bytes get the same placeholder, equal values the same number.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "chunks/feed.h"
#include "chunks/letters.h"
#include "generator/nasty.h"

namespace maske {
namespace {

using chunks::Printable;

Session NewSession(LabelLanguage labels = LabelLanguage::kEnglish) {
  Policy policy;
  policy.binary = true;
  policy.labels = labels;
  policy.vault_limit_bytes = 0;
  auto session = Session::Create(chunks::SharedFilter(), policy);
  EXPECT_TRUE(session.ok());
  return std::move(session).value();
}

void ExpectRoundTrip(Session* session, std::string_view text) {
  const auto masked = session->Mask(text);
  ASSERT_TRUE(masked.ok()) << masked.status().message();
  const auto back = session->Restore(*masked);
  ASSERT_TRUE(back.ok());
  ASSERT_EQ(*back, text) << Printable(*masked);
}

TEST(Law4Restore, ShortNastyTextsEachAloneAndAllInOneSession) {
  Session together = NewSession();
  Session german = NewSession(LabelLanguage::kGerman);
  for (const std::string_view text : generator::NastyTexts()) {
    Session alone = NewSession();
    ExpectRoundTrip(&alone, text);
    ExpectRoundTrip(&together, text);
    ExpectRoundTrip(&german, text);
  }
}

TEST(Law4Restore, MaskedTextMaskedAgain) {
  Session session = NewSession();
  for (const std::string_view text : generator::NastyTexts()) {
    const auto once = session.Mask(text);
    ASSERT_TRUE(once.ok());
    ExpectRoundTrip(&session, *once);
  }
}

TEST(Law4Restore, EveryKindOfText) {
  for (const std::string_view kind : {"post", "tables", "logs", "chat", "garbage"}) {
    Session session = NewSession();
    for (std::uint64_t seed = 1; seed <= 5; ++seed) ExpectRoundTrip(&session, chunks::Generated(kind, seed, 20'000));
  }
}

// What looks like a placeholder in the input must not be taken for one in the output, however it is bent.
TEST(Law4Restore, PlaceholderFormsOfTheInput) {
  for (const char* form :
       {"[EMAIL_1]", "[email_1]", "[E-Mail 1]", "[EMAIL-1]", "\\[EMAIL\\_1\\]", "[EMAIL_1\\]", "[EMAIL_1_2]",
        "[LITERAL_1]", "[literal 1]", "[[EMAIL_1]]", "[EMAIL_1][EMAIL_1]", "\\[EMAIL_1]", "\\\\[EMAIL_1\\]"}) {
    for (const char* around : {"max@example.org %", "% max@example.org", "x%x", "max@example.org%[EMAIL_1]", "%%"}) {
      std::string text;
      for (const char c : std::string_view(around)) text += c == '%' ? std::string(form) : std::string(1, c);
      Session session = NewSession();
      ExpectRoundTrip(&session, text);
    }
  }
}

// Every string over the alphabet up to a length, with a filter whose only pattern makes [P_n] of every x.
void EveryString(std::size_t longest) {
  const std::string folder = testing::TempDir() + "/maske_law4_patterns";
  chunks::WritePattern(folder, "P", "x", "x");
  FilterOptions options;
  options.builtin_patterns = false;
  options.pattern_dirs = {folder};
  const auto filter = Filter::Create(options);
  ASSERT_TRUE(filter.ok()) << filter.status().message();
  constexpr std::string_view kAlphabet = "[P_1]x";
  for (std::size_t length = 0; length <= longest; ++length) {
    std::size_t count = 1;
    for (std::size_t i = 0; i < length; ++i) count *= kAlphabet.size();
    std::string text(length, ' ');
    for (std::size_t n = 0; n < count; ++n) {
      for (std::size_t i = 0, rest = n; i < length; ++i, rest /= kAlphabet.size())
        text[i] = kAlphabet[rest % kAlphabet.size()];
      auto session = Session::Create(*filter);
      ASSERT_TRUE(session.ok());
      const auto masked = session->Mask(text);
      ASSERT_TRUE(masked.ok());
      const auto back = session->Restore(*masked);
      ASSERT_TRUE(back.ok());
      ASSERT_EQ(*back, text) << *masked;
      if (n % 17 == 0) {
        for (std::size_t cut = 1; cut < masked->size(); ++cut) {
          ASSERT_EQ(chunks::RestoreInPieces(*session, *masked, {cut}), text) << *masked << " cut at " << cut;
        }
      }
    }
  }
}

TEST(Law4Restore, EveryStringOverANastyAlphabet) { EveryString(6); }
TEST(Law4RestoreSlow, EveryLongerStringOverANastyAlphabet) { EveryString(8); }

TEST(Law4Restore, EqualBytesGetTheSamePlaceholder) {
  Session session = NewSession();
  const auto one = session.Mask("a@example.org b@example.org a@example.org");
  const auto two = session.Mask("b@example.org c@example.org a@example.org");
  ASSERT_TRUE(one.ok() && two.ok());
  EXPECT_EQ(*one, "[EMAIL_1] [EMAIL_2] [EMAIL_1]");
  EXPECT_EQ(*two, "[EMAIL_2] [EMAIL_3] [EMAIL_1]");
}

TEST(Law4Restore, EqualValuesShareTheNumber) {
  Session session = NewSession();
  const std::string text =
      "DE89370400440532013000; DE89 3704 0044 0532 0130 00; de89370400440532013000; DE02120300000000202051";
  const auto masked = session.Mask(text);
  ASSERT_TRUE(masked.ok());
  EXPECT_EQ(*masked, "[IBAN_1]; [IBAN_1_2]; [IBAN_1_3]; [IBAN_2]");
  EXPECT_EQ(*session.Restore(*masked), text);
  EXPECT_EQ(*session.Restore("[iban 1 3], [IBAN-2]"), "de89370400440532013000, DE02120300000000202051");
}

TEST(Law4Restore, ImportedEntriesAreRestoredAndNumberedOn) {
  Session first = NewSession();
  const std::string text = "a@example.org, DE89 3704 0044 0532 0130 00";
  const auto masked = first.Mask(text);
  ASSERT_TRUE(masked.ok());
  Session second = NewSession();
  first.ForEachEntry([&](const VaultEntry& entry) { EXPECT_TRUE(second.Import(entry).ok()); });
  EXPECT_EQ(*second.Restore(*masked), text);
  EXPECT_EQ(*second.Mask("b@example.org"), "[EMAIL_2]");
  EXPECT_EQ(*second.Mask(text), *masked);
  EXPECT_EQ(second.Import({"[EMAIL_1]", "EMAIL", "anders@example.org"}).code(), ErrorCode::kInvalidArgument);
  EXPECT_EQ(second.Import({"EMAIL_1", "EMAIL", "x"}).code(), ErrorCode::kInvalidArgument);
}

TEST(Law4Restore, UnknownPlaceholdersStayAsTheyAre) {
  Session session = NewSession();
  ASSERT_TRUE(session.Mask("a@example.org").ok());
  EXPECT_EQ(*session.Restore("[EMAIL_2] [EMAIL_1] [PERSON_1] [XYZ_1]"), "[EMAIL_2] a@example.org [PERSON_1] [XYZ_1]");
}

// A text in another spelling: what is put back are the bytes of the spelling.
TEST(Law4Restore, AnotherSpelling) {
  Result<Session> session = Session::Create(chunks::SharedFilter());
  ASSERT_TRUE(session.ok());
  const std::string text = "an anna@example.org und [EMAIL_1]";
  const std::string spelled = "an anna%40example.org und %5BEMAIL_1]";
  std::vector<std::uint32_t> places;
  for (std::uint32_t at = 0; at < spelled.size(); at += spelled[at] == '%' ? 3 : 1) places.push_back(at);
  places.push_back(static_cast<std::uint32_t>(spelled.size()));
  const Result<std::string> masked = session->MaskSpelled(text, spelled, places);
  ASSERT_TRUE(masked.ok()) << masked.status().message();
  EXPECT_EQ(*masked, "an [EMAIL_1] und [LITERAL_1]");
  EXPECT_EQ(*session->Restore(*masked), spelled);
  places.pop_back();
  EXPECT_EQ(session->MaskSpelled(text, spelled, places).status().code(), ErrorCode::kInvalidArgument);
}

}  // namespace
}  // namespace maske
