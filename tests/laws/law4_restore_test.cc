// Law 4: restore(mask(x)) == x for every x; equal bytes get the same placeholder, equal values the same number.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "chunks/feed.h"
#include "chunks/letters.h"
#include "generator/nasty.h"
#include "own_folder.h"

namespace maske {
namespace {

using chunks::Printable;

Session NewSession(LabelLanguage labels = LabelLanguage::kEnglish, std::string_view style = "") {
  Policy policy;
  policy.binary = true;
  policy.labels = labels;
  policy.style = style;
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

// Styles, each whole and in cuts, over texts with forms of every style in them.
TEST(Law4Restore, EveryStyle) {
  for (const char* style : {"brackets", "angles", "braces", "((PERSON_1))", "#{PERSON_1}", "⟦PERSON_1⟧"}) {
    const std::string example = *StyleExample(style);
    Session session = NewSession(LabelLanguage::kGerman, style);
    EXPECT_EQ(*session.Mask("an max@example.org"), "an " + example.substr(0, example.find("PERSON_1")) + "E-MAIL_1" +
                                                       example.substr(example.find("PERSON_1") + 8));
    for (const std::string_view text : generator::NastyTexts()) ExpectRoundTrip(&session, text);
    for (const std::string_view kind : {"post", "chat", "garbage"}) {
      ExpectRoundTrip(&session, chunks::Generated(kind, 3, 10'000));
    }
    const std::string text =
        "x " + example + " [PERSON_1] <PERSON_1> {{PERSON_1}} {" + example + "} max@example.org" + example +
        "max@example.org [[max@example.org]] {max@example.org} <max@example.org> ((max@example.org))";
    ExpectRoundTrip(&session, text);
    const auto masked = session.Mask(text);
    for (std::size_t cut = 1; cut < masked->size(); ++cut) {
      ASSERT_EQ(chunks::RestoreInPieces(session, *masked, {cut}), text) << *masked << " cut at " << cut;
    }
  }
  Policy policy;
  policy.style = "%PERSON_1%";
  EXPECT_EQ(Session::Create(chunks::SharedFilter(), policy).status().code(), ErrorCode::kInvalidArgument);
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
  for (const char* form : {"[EMAIL_1]",         "[email_1]",
                           "[E-Mail 1]",        "[EMAIL-1]",
                           "\\[EMAIL\\_1\\]",   "[EMAIL_1\\]",
                           "[EMAIL_1_2]",       "[LITERAL_1]",
                           "[literal 1]",       "[[EMAIL_1]]",
                           "<EMAIL_1>",         "{{ E-MAIL_1 }}",
                           "&lt;EMAIL_1&gt;",   "\\u005bEMAIL_1\\u005d",
                           "［EMAIL＿1］",      "„EMAIL_1“",
                           "»EMAIL_1«",         "[**EMAIL_1**]",
                           "„EMAIL_1“EMAIL_1”", "[EMAIL_1][EMAIL_1]",
                           "\\[EMAIL_1]",       "\\\\[EMAIL_1\\]"}) {
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
  const OwnFolder own("law4");
  const std::string folder = own.path().string();
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

TEST(Law4Restore, ANameAloneHasItsPersonsNumber) {
  const std::string text =
      "Frau Erika Zoekemann schreibt. Frau Zoekemann ist Herrn Böcks Chefin, Zoekemanns Haus.\n"
      "Herr Anton Böck kommt, Herr Böck geht, Herr Ben Böck bleibt; Herr BÖCK.\n";
  Session session = NewSession();
  ExpectRoundTrip(&session, text);
  EXPECT_NE(session.Mask(text)->find("Frau [PERSON_1] schreibt. Frau [PERSON_1_SURNAME] ist"), std::string::npos);
  EXPECT_NE(session.Mask(text)->find("[PERSON_1_SURNAME]s Haus"), std::string::npos) << *session.Mask(text);
  Session german = NewSession(LabelLanguage::kGerman);
  ExpectRoundTrip(&german, text);
  EXPECT_NE(german.Mask(text)->find("[PERSON_1_NACHNAME]"), std::string::npos);
  EXPECT_EQ(*session.Restore("[Person 1 Nachname]"), "Zoekemann");
  ExpectRoundTrip(&session, "[PERSON_1_SURNAME] [PERSON_1_NACHNAME]");
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
