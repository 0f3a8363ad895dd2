// Law 4 for surrogates: they are put back byte for byte, also where the text holds some itself, or halves of some, and however the
// answer is cut; equal bytes have the same one, others never.
#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "generator/nasty.h"
#include "generator/random.h"
#include "laws/with_operators.h"

namespace maske {
namespace {

using laws::ExpectRoundTrip;

Session Open(const std::vector<std::string>& types = {""}, bool encrypt = false, bool one_output = false) {
  std::vector<TypeOperator> operators;
  if (encrypt) operators.push_back({"", *ParseOperator("encrypt")});
  for (const std::string& type : types) operators.push_back({type, *ParseOperator("surrogate")});
  return laws::OpenWith(std::move(operators), one_output);
}

constexpr std::string_view kLetter =
    "Frau Erika Zoekemann und Herr Thomas Böck, Frau Zoekemann hat Konto: DE89 3704 0044 0532 0130 00.\n"
    "erika.zoekemann@firma.example, Tel. 030 901820, Karte 4111 1111 1111 1111, Lindenallee 12, 34117 Kassel\n";

TEST(Law4Surrogates, TheFormIsThatOfTheOriginal) {
  Session session = Open();
  EXPECT_EQ(
      *session.Mask(kLetter),
      "Frau Anna Ahrenbrinkner und Herr Holger Birkenkampmer, Frau Ahrenbrinkner hat Konto: DE73 9999 9999 9990 0000 "
      "00.\nahrenbrinkner00@example.org, Tel. 030 23125 000, Karte 4242 4242 0000 0000, Ahrenlohrweg 10, 34117 "
      "Kassel\n");
  EXPECT_EQ(*session.Restore("Liebe Frau Ahrenbrinkner, Holger Birkenkampmers Haus, Zarkenhubner."),
            "Liebe Frau Zoekemann, Thomas Böcks Haus, Zarkenhubner.")
      << "a surname that was not given out stays";
}

TEST(Law4Surrogates, EqualBytesHaveTheSameAndOthersNever) {
  Session session = Open();
  std::map<std::string, std::string> given;
  for (int i = 0; i < 3000; ++i) {
    const std::string mail = "x" + std::to_string(i) + "@firma.de";
    const std::string masked = *session.Mask(mail);
    EXPECT_NE(masked.find("@example."), std::string::npos) << masked;
    EXPECT_TRUE(given.emplace(masked, mail).second) << masked << " stands for two";
    EXPECT_EQ(*session.Mask(mail), masked);
  }
  for (const auto& [masked, mail] : given) ASSERT_EQ(*session.Restore(masked), mail);
}

// An exhausted pool gives placeholders: of the addresses of network cards there are 256.
TEST(Law4Surrogates, WhereThePoolEndsAPlaceholderStands) {
  Session session = Open();
  std::string text;
  for (int i = 100; i < 400; ++i) {
    const std::string digits = std::to_string(i);
    text += "MAC 00:1b:44:1" + digits.substr(0, 1) + ":" + digits.substr(1) + ":b7 antwortet.\n";
  }
  const std::string masked = *session.Mask(text);
  EXPECT_NE(masked.find("00:00:5E:00:53:FF"), std::string::npos);
  EXPECT_NE(masked.find("[MAC_257]"), std::string::npos);
  EXPECT_EQ(*session.Restore(masked), text);
}

TEST(Law4Surrogates, EveryKindOfText) {
  Session all = Open();
  Session some = Open({"PERSON", "PHONE"});
  Session mixed = Open({"PERSON", "IBAN"}, true);
  std::uint64_t seed = 0;
  for (const std::string_view text : generator::NastyTexts()) {
    for (Session* session : {&all, &some, &mixed}) ExpectRoundTrip(session, std::string(text), ++seed);
  }
  for (const std::string_view kind : {"post", "tables", "logs", "chat", "garbage"}) {
    const std::string text = chunks::Generated(kind, ++seed, 12'000);
    for (Session* session : {&all, &some, &mixed}) {
      ExpectRoundTrip(session, text, seed);
      ExpectRoundTrip(session, *session->Mask(text), seed);
    }
  }
}

// Texts put together from surrogates, their halves, originals and what stands between, without blanks where it hurts.
TEST(Law4Surrogates, TextsFullOfThem) {
  Session giver = Open();
  std::vector<std::string> members;
  for (const char* original :
       {"Frau Erika Zoekemann", "Zoekemann", "Herr Thomas Böck", "a@firma.de", "b@firma.de",
        "DE89 3704 0044 0532 0130 00", "GB29NWBK60161331926819", "Tel. 030 901820", "Tel. +44 20 7123 4567",
        "4111 1111 1111 1111", "93.184.216.34", "Lindenallee 12, 34117 Kassel", "Anschrift: Lindenallee 12",
        "Erika Zoekemann, hallo Erika", "00:1b:44:11:3a:b7"}) {
    members.push_back(*giver.Mask(original));
  }
  std::vector<std::string> pieces = {" ",
                                     "\n",
                                     ", ",
                                     "x",
                                     "5",
                                     "\\n",
                                     "\\",
                                     "\"",
                                     "[",
                                     "[PERSON_",
                                     "]",
                                     "Anna ",
                                     "B. ",
                                     "maske~",
                                     "a@firma.de",
                                     "Frau Erika Zoekemann",
                                     "Herr Böck",
                                     "[EMAIL_1]",
                                     "DE89 3704 0044 0532 0130 00",
                                     "Tel. 030 901820",
                                     "93.184.216.34",
                                     "„",
                                     "0",
                                     "+49 "};
  for (const std::string& member : members) {
    pieces.push_back(member);
    for (const std::size_t cut : {member.size() / 3, member.size() / 2, member.size() - 1}) {
      pieces.push_back(member.substr(0, cut));
      pieces.push_back(member.substr(cut));
    }
  }
  generator::Random random(11);
  for (int round = 0; round < 1500; ++round) {
    Session session = Open(round % 2 == 0 ? std::vector<std::string>{""} : std::vector<std::string>{"PERSON", "EMAIL"},
                           round % 5 == 0);
    std::string text;
    for (std::size_t count = random.Between(2, 9); count > 0; --count) text += pieces[random.Below(pieces.size())];
    ASSERT_NO_FATAL_FAILURE(ExpectRoundTrip(&session, text, 1)) << text;
    ASSERT_NO_FATAL_FAILURE(ExpectRoundTrip(&session, text, 1)) << text;
  }
}

TEST(Law4Surrogates, EveryCutOfAnAnswer) {
  Session session = Open();
  const std::string text = std::string(kLetter) + "Anna Ahrenbrinkner, Anna B. Zarkenhubner, 030 23125 001";
  const std::string masked = *session.Mask(text);
  for (std::size_t cut = 0; cut <= masked.size(); ++cut) {
    ASSERT_EQ(chunks::RestoreInPieces(session, masked, {cut}), text) << "cut at " << cut;
  }
  EXPECT_EQ(chunks::RestoreInPieces(session, masked, std::vector<std::size_t>(masked.size(), 1)), text);
}

TEST(Law1Surrogates, AnyCuttingOfTheInput) {
  Policy policy;
  policy.binary = true;
  policy.operators = {{"", *ParseOperator("surrogate")}};
  std::string text;
  for (const std::string_view nasty : generator::NastyTexts()) {
    text.append(nasty).append("Anna Erika Zoekemann, Anna a@firma.de, Zarkenhubner");
  }
  for (std::uint64_t seed = 1; seed <= 3; ++seed) {
    text += chunks::Generated("post", seed, 15'000);
    const chunks::Masked whole = chunks::MaskWhole(text, chunks::kRealSegment, policy);
    EXPECT_NE(whole.out.find("Ahrenbrinkner"), std::string::npos);
    EXPECT_EQ(chunks::MaskInPieces(text, chunks::RandomPieces(seed, text.size(), 500), chunks::kRealSegment, policy),
              whole);
    EXPECT_EQ(chunks::MaskByteByByte(text, 700, policy).out, whole.out);
  }
}

// A surname of the pool within a name of the input: the name is masked as a whole, not torn.
TEST(Law4Surrogates, WhatTheInputHasOfThePoolTearsNoName) {
  Session session = Open();
  const std::string masked = *session.Mask("Frau Katharina Ahrenbrinkner-Ypsilon wohnt hier.");
  EXPECT_EQ(masked.find("Katharina"), std::string::npos) << masked;
  EXPECT_EQ(masked.find("Ypsilon"), std::string::npos) << masked;
  EXPECT_EQ(*session.Mask("zzZarkenhubnerzz"), "zz[LITERAL_1]zz");
}

// Several texts of a session, one behind the other.
TEST(Law4Surrogates, TextsThatFollowEachOther) {
  Session session = Open({""}, false, true);
  std::string all;
  std::string masked;
  for (const std::string& text : {std::string("endet ohne Punkt"), std::string("a@firma.de schreibt Anna "),
                                  std::string("Erika Zoekemann"), std::string(kLetter)}) {
    all += text;
    masked += *session.Mask(text);
  }
  EXPECT_EQ(*session.Restore(masked), all) << masked;
}

// What one text begins, the next one makes whole: a placeholder, a surrogate, an encrypted value that nobody wrote.
TEST(Law4Surrogates, FormsOverTwoTexts) {
  const auto open = [](const std::string& op) {
    if (op == "surrogate") return Open({""}, false, true);
    if (op == "encrypt") return Open({}, true, true);
    Policy policy;
    policy.one_output = true;
    return *Session::Create(chunks::SharedFilter(), policy);
  };
  const std::string letter = std::string(kLetter) + " [PERSON_1] ";
  for (const std::string op : {"placeholder", "encrypt", "surrogate"}) {
    const std::string given = *open(op).Mask(letter);
    for (const std::string& form :
         {std::string("[PERSON_1]"), std::string("&lt;Person 1&gt;"),
          given.substr(op == "encrypt" ? given.find("maske~") : 0, 120), std::string("Anna Ahrenbrinkner"),
          std::string("030 23125 000"), std::string("Ahrenlohrweg 10, 34117 Kassel"),
          std::string("DE73999999999990000000")}) {
      for (std::size_t cut = 1; cut < form.size(); ++cut) {
        Session session = open(op);
        std::string masked = *session.Mask(letter);
        masked += *session.Mask("wie " + form.substr(0, cut));
        masked += *session.Mask(form.substr(cut));
        ASSERT_EQ(*session.Restore(masked), letter + "wie " + form) << form << " cut at " << cut << ": " << masked;
      }
    }
  }
}

// Restoring looks at the bytes of a document with its escapes, masking at the text of its strings.
TEST(Law4Surrogates, InStringsWithEscapes) {
  generator::Random random(5);
  const std::vector<std::string> pieces = {"\\n",
                                           "\\t",
                                           "\\\\",
                                           "\\\"",
                                           "\\u0041",
                                           "\\u4242",
                                           "ahrenbrinkner00@example.org",
                                           "hrenbrinkner00@example.org",
                                           "4242 4242 0000 0000",
                                           " 4242 0000 0000",
                                           "Anna Ahrenbrinkner",
                                           "a@firma.de",
                                           "Frau Erika Zoekemann",
                                           " ",
                                           ", ",
                                           "x"};
  for (int round = 0; round < 2000; ++round) {
    std::string spelled;
    for (std::size_t count = random.Between(1, 7); count > 0; --count) spelled += pieces[random.Below(pieces.size())];
    std::string text;
    std::vector<std::uint32_t> places;
    for (std::uint32_t at = 0; at < spelled.size();) {
      places.push_back(at);
      const bool escape = spelled[at] == '\\';
      const char kind = escape ? spelled[at + 1] : '\0';
      if (kind == 'u' && spelled[at + 2] == '4') {  // three bytes
        text += "\u4242";
        places.insert(places.end(), 2, at);
      } else {
        text.push_back(kind == 'u' ? 'A' : kind == 'n' ? '\n' : kind == 't' ? '\t' : escape ? kind : spelled[at]);
      }
      at += kind == 'u' ? 6 : escape ? 2 : 1;
    }
    places.push_back(static_cast<std::uint32_t>(spelled.size()));
    Session session = Open();
    const auto masked = session.MaskSpelled(text, spelled, places);
    ASSERT_TRUE(masked.ok()) << masked.status().message();
    ASSERT_EQ(*session.Restore("{\"" + *masked + "\"}"), "{\"" + spelled + "\"}") << *masked;
  }
}

TEST(Law4Surrogates, AStyleThatCannotBeToldFromThemIsRefused) {
  Policy policy;
  policy.operators = {{"EMAIL", *ParseOperator("surrogate")}};
  policy.style = "+PERSON_1!";
  EXPECT_EQ(Session::Create(chunks::SharedFilter(), policy).status().code(), ErrorCode::kInvalidArgument);
  policy.style = "((PERSON_1))";
  EXPECT_TRUE(Session::Create(chunks::SharedFilter(), policy).ok());
}

}  // namespace
}  // namespace maske
