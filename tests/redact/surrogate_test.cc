// Surrogates: what they look like, that none begins another, that they are read back whatever follows, and where the writer takes
// a placeholder instead. The slow twin has to agree on all that is written and on what is bent at random.
#include "redact/surrogate.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "check/check.h"
#include "redact/labels.h"
#include "redact/surrogate_words.h"
#include "redact/surrogate_writer.h"
#include "reference/surrogate_reference.h"

namespace maske::redact {
namespace {

struct Kind {
  TypeId type;
  Part part;
  const char* original;
  std::uint32_t numbers;  // that the pool has
  std::uint32_t variants;
};
constexpr Kind kKinds[] = {
    {kPerson, Part::kWhole, "Erika Muster", 43'370'496, 27},
    {kPerson, Part::kWhole, "Thomas Muster", 43'370'496, 27},
    {kPerson, Part::kWhole, "X. Muster", 43'370'496, 27},
    {kPerson, Part::kWhole, "Muster", 1'355'328, 27},
    {kPerson, Part::kSurname, "Muster", 1'355'328, 2},
    {kPerson, Part::kGiven, "Erika", 38'464, 1},
    {kPerson, Part::kGiven, "Thomas", 38'464, 1},
    {kEmail, Part::kWhole, "a@b.de", 135'532'800, 3},
    {kAddress, Part::kWhole, "Am Weg 1, 12345 Ort", 60'989'760, 16},
    {kAddress, Part::kWhole, "Am Weg 1 12345 Ort", 60'989'760, 16},
    {kAddress, Part::kWhole, "Am Weg 1", 60'989'760, 1},
    {kIban, Part::kWhole, "DE89 3704 0044 0532 0130 00", 1'000'000, 10},
    {kIban, Part::kWhole, "DE89370400440532013000", 1'000'000, 10},
    {kIban, Part::kWhole, "GB29NWBK60161331926819", 1'000'000, 10},
    {kIban, Part::kWhole, "no93 8601 1117 947", 1'000'000, 10},
    {kPhone, Part::kWhole, "030 901820", 5000, 4},
    {kPhone, Part::kWhole, "(0049) 30 901820", 5000, 4},
    {kPhone, Part::kWhole, "+44 20 7123 4567", 15'000, 3},
    {kPhone, Part::kWhole, "+1 (212) 736-5000", 2000, 3},
    {kCard, Part::kWhole, "4111 1111 1111 1111", 1'000'000, 10},
    {kCard, Part::kWhole, "5105-1051-0510-5100", 1'000'000, 10},
    {kIp, Part::kWhole, "93.184.216.34", 48'515, 1},
    {kIp, Part::kWhole, "2a00::1", 65'535, 1},
    {kMac, Part::kWhole, "00:1b:44:11:3a:b7", 256, 1},
    {kMac, Part::kWhole, "00-1B-44-11-3A-B7", 256, 1},
};

std::string Written(const Kind& kind, std::uint32_t number, std::uint32_t variant) {
  std::string out;
  return AppendSurrogate({kind.type, number, variant, kind.part}, kind.original, &out) ? out : "";
}

// Some of every kind, the first and the last of each with them.
std::vector<std::pair<std::string, Placeholder>> Samples(std::uint32_t count) {
  std::vector<std::pair<std::string, Placeholder>> samples;
  std::mt19937 engine(3);
  const auto random = [&engine](std::uint32_t limit) { return 1 + static_cast<std::uint32_t>(engine()) % limit; };
  for (const Kind& kind : kKinds) {
    for (std::uint32_t i = 0; i < count; ++i) {
      const std::uint32_t number = i == 0 ? 1 : i == 1 ? kind.numbers : random(kind.numbers);
      const std::uint32_t variant = i < 2 ? 1 : random(kind.variants);
      samples.push_back({Written(kind, number, variant), {kind.type, number, variant, kind.part}});
    }
  }
  return samples;
}

TEST(Surrogate, WhatTheyLookLike) {
  EXPECT_EQ(Written(kKinds[0], 1, 1), "Anna Ahrenbrinkner");
  EXPECT_EQ(Written(kKinds[1], 1, 2), "Anton A. Ahrenbrinkner");
  EXPECT_EQ(Written(kKinds[3], 2, 1), "Birkenhauth");
  EXPECT_EQ(Written(kKinds[4], 1, 2), "AHRENBRINKNER");
  EXPECT_EQ(Written(kKinds[5], 65, 1), "Aldabelinde");
  EXPECT_EQ(Written(kKinds[7], 577, 3), "ahrenangerbrinkner32@example.net");
  EXPECT_EQ(Written(kKinds[8], 1, 1), "Ahrenlohrweg 10, 34117 Kassel");
  EXPECT_EQ(Written(kKinds[10], 1, 1), "Ahrenlohrpfad 10");
  EXPECT_EQ(Written(kKinds[13], 5, 1).substr(4), "TEST99999990000004");
  EXPECT_EQ(Written(kKinds[15], 7, 3), "069/90009001");
  EXPECT_EQ(Written(kKinds[16], 1, 1), "+49 30 23125 000");
  EXPECT_EQ(Written(kKinds[17], 1, 1), "+44 20 7946 0000");
  EXPECT_EQ(Written(kKinds[18], 21, 2), "+1 212-555-0101");
  EXPECT_EQ(Written(kKinds[20], 1, 1).substr(0, 10), "5555-5555-");
  EXPECT_EQ(Written(kKinds[22], 255, 1), "2001:db8::00ff");
}

TEST(Surrogate, NumbersHaveTheirCheckDigits) {
  for (const auto& [text, placeholder] : Samples(200)) {
    if (placeholder.type == kIban) {
      EXPECT_TRUE(check::Find("iban")->function(text)) << text;
    } else if (placeholder.type == kCard) {
      EXPECT_TRUE(check::Find("luhn")->function(text)) << text;
    }
  }
}

TEST(Surrogate, WhereThereIsNone) {
  for (const Kind& kind : kKinds) {
    EXPECT_NE(Written(kind, kind.numbers, kind.variants), "") << kind.original;
    EXPECT_EQ(Written(kind, kind.numbers + 1, 1), "") << kind.original;
    EXPECT_EQ(Written(kind, 1, kind.variants + 1), "") << kind.original;
  }
  for (const Kind& kind :
       {Kind{kPhone, Part::kWhole, "+43 1 58858", 0, 0}, Kind{kIban, Part::kWhole, "XX12 3456", 0, 0},
        Kind{kAddress, Part::kWhole, "12345 Ort", 0, 0}, Kind{kTaxId, Part::kWhole, "1", 0, 0},
        Kind{kIp, Part::kWhole, "1.2.3.4", 0, 0}}) {
    EXPECT_EQ(Written(kind, kind.type == kIp ? 48'516 : 1, 1), "") << kind.original;
  }
}

// With this whatever follows a surrogate changes nothing; and different placeholders have different ones.
TEST(Surrogate, NoneBeginsAnother) {
  auto samples = Samples(1500);
  std::sort(samples.begin(), samples.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  for (std::size_t i = 0; i + 1 < samples.size(); ++i) {
    ASSERT_NE(samples[i].first, "");
    ASSERT_LE(samples[i].first.size(), kMostSurrogateBytes);
    if (samples[i].first == samples[i + 1].first) {
      ASSERT_EQ(samples[i].second, samples[i + 1].second) << samples[i].first << " stands for two";
    } else {
      ASSERT_FALSE(samples[i + 1].first.starts_with(samples[i].first))
          << samples[i].first << " begins " << samples[i + 1].first;
    }
  }
  const auto ends = [](auto... lists) {
    std::vector<std::string_view> all;
    (all.insert(all.end(), lists.begin(), lists.end()), ...);
    std::sort(all.begin(), all.end());
    for (std::size_t i = 0; i + 1 < all.size(); ++i) EXPECT_FALSE(all[i + 1].starts_with(all[i])) << all[i];
  };
  ends(pool::kBegins);
  ends(pool::kSurnameEnds, pool::kLoneEnds, pool::kStreetEnds, pool::kMiddles);
  ends(pool::kFemale, pool::kMale, pool::kEither, pool::kGivenBegins);
  ends(pool::kFemaleEnds, pool::kMaleEnds, pool::kEitherEnds, pool::kGivenMiddles);
}

TEST(Surrogate, ReadBackWhateverFollows) {
  for (const auto& [text, expected] : Samples(120)) {
    for (const char* behind :
         {"", "s", "0", " ", ". ", "weg 12", " Ahrenbrinkner", "\xC3\xBC", "@example.org", " 1234"}) {
      Placeholder placeholder;
      std::size_t length = 0;
      ASSERT_EQ(ReadSurrogate(text + behind, &placeholder, &length), Reading::kForm) << text << behind;
      ASSERT_EQ(length, text.size()) << text << behind;
      ASSERT_EQ(placeholder, expected) << text;
    }
    ASSERT_EQ(FindSurrogate(". " + text, 0), 2U) << text;
    for (std::size_t cut = 0; cut < text.size(); ++cut) {
      Placeholder placeholder;
      std::size_t length = 0;
      ASSERT_EQ(ReadSurrogate(std::string_view(text).substr(0, cut), &placeholder, &length), Reading::kMore)
          << text << " cut at " << cut;
    }
  }
}

TEST(Surrogate, TheTwinReadsTheSame) {
  for (const auto& [text, expected] : Samples(12)) {
    const auto read = reference::ReadSurrogate(text);
    ASSERT_TRUE(read) << text;
    ASSERT_EQ(*read, expected) << text;
  }
}

// Two halves of surrogates, or one with a character more, less or another.
TEST(Surrogate, TheTwinAgreesOnWhatIsBent) {
  std::mt19937 random(9);
  const auto samples = Samples(40);
  std::size_t read = 0;
  for (int round = 0; round < 300; ++round) {
    std::string text = samples[random() % samples.size()].first;
    const std::size_t at = random() % text.size();
    const std::string& other = samples[random() % samples.size()].first;
    if (round % 3 == 0) {
      text = text.substr(0, at) + other.substr(std::min(at, other.size()));
    } else if (round % 3 == 1) {
      text[at] = other[random() % other.size()];
    } else {
      text.erase(at, random() % 2);
    }
    std::size_t expected = 0;
    Placeholder wanted;
    for (std::size_t size = 1; size <= text.size() && expected == 0; ++size) {
      const auto twin = reference::ReadSurrogate(text.substr(0, size));
      if (!twin) continue;
      expected = size;
      wanted = *twin;
    }
    Placeholder placeholder;
    std::size_t length = 0;
    const bool form = ReadSurrogate(text, &placeholder, &length) == Reading::kForm;
    ASSERT_EQ(form ? length : 0, expected) << text;
    if (!form) continue;
    ASSERT_EQ(placeholder, wanted) << text;
    ++read;
  }
  EXPECT_GT(read, 60U);
}

TEST(Surrogate, WhereOneMayStand) {
  for (const char* before : {"", " ", "\n", "\"", "(", "„", "ü", "\\n", "x\\t", "_", "-", "\\\\n"}) {
    EXPECT_TRUE(MayStandBehind(before)) << before;
  }
  for (const char* before : {"a", "7", "\\", "\\u", "\\b", "xn", "u000A"})
    EXPECT_FALSE(MayStandBehind(before)) << before;
}

TEST(Surrogate, ThePlaceholderStandsWhereItWouldBeReadOtherwise) {
  const LabelTable labels = AllLabels();
  const Forms forms(&labels, {}, false);
  const Placeholder surname = {kPerson, 1, 1, Part::kSurname};
  struct Case {
    const char* noted;    // what went out before
    const char* written;  // and what did not yet
    bool taken;
  };
  for (const Case& c : {Case{"", "", true}, Case{"Anna, ", "", true}, Case{"Anna ", "", false},
                        Case{"An", "na ", false}, Case{"Anna B. ", "", false}, Case{"Anna ", ". ", true},
                        Case{"x", "", false}, Case{"Bertha ", "", true}, Case{"[", "", true}, Case{"C", ". ", true}}) {
    SurrogateWriter writer("");
    writer.Note(c.noted);
    std::string out = c.written;
    EXPECT_EQ(writer.Append(forms, surname, "Muster", &out), c.taken) << c.noted << c.written;
    EXPECT_EQ(out, std::string(c.written) + (c.taken ? "Ahrenbrinkner" : ""));
  }
  SurrogateWriter far("Anna ");
  far.Note(std::string(200, '.'));
  std::string out;
  EXPECT_TRUE(far.Append(forms, surname, "Muster", &out));
}

}  // namespace
}  // namespace maske::redact
