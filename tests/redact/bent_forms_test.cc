// What models make of placeholders: language x type x number x bending x neighbours x cut. Whether a bending is taken stands in
// the table here, which is that of docs/restoring.md; the expected text is put together from it, never from what the reader says.
// The slow twin has to agree with table and reader, and on forms bent at random.
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "redact/labels.h"
#include "redact/restorer.h"
#include "reference/form_reference.h"

namespace maske::redact {
namespace {

// @L the label as written, @l in lower case, @n the number.
struct Bending {
  const char* form;
  bool taken;
};
constexpr Bending kBendings[] = {
    {"[@L_@n]", true},
    {"<@L_@n>", true},
    {"{{@L_@n}}", true},
    {"[@l_@n]", true},
    {"[@L @n]", true},
    {"[@l-@n]", true},
    {"[@L\u00A0@n]", true},
    {"[@L–@n]", true},
    {"\\[@L\\_@n\\]", true},
    {"[@L\\_@n\\]", true},
    {"[@L\\_@n]", true},
    {"&#91;@L_@n&#93;", true},
    {"&lbrack;@l&lowbar;@n&rbrack;", true},
    {"&lt;@L_@n&gt;", true},
    {"\\u005b@L\\u005f@n\\u005d", true},
    {"\\u003c@L_@n\\u003e", true},
    {"［@L＿@n］", true},
    {"【@L_@n】", true},
    {"„@L_@n“", true},
    {"„@L @n”", true},
    {"“@L_@n”", true},
    {"»@L_@n«", true},
    {"«@l_@n»", true},
    {"‚@L_@n‘", true},
    {"{{ @L_@n }}", true},
    {"[ @L_@n]", true},
    {"[**@L_@n**]", true},
    {"[`@L_@n`]", true},
    {"\\{\\{@L\\_@n\\}\\}", true},
    {"[_@L_@n_]", true},
    // What stays.
    {"@L_@n", false},
    {"(@L_@n)", false},
    {"{@L_@n}", false},
    {"\"@L_@n\"", false},
    {"[@L@n]", false},
    {"[@L__@n]", false},
    {"[@L_0@n]", false},
    {"[@L_@n.]", false},
    {"[@L_@n>", false},
    {"[@L_@n", false},
    {"@L_@n]", false},
    {"[X@L_@n]", false},
    {"[@LX_@n]", false},
    {"[@L]", false},
    {"&lt;@L_@n>", false},
    {"［@L_@n]", false},
    {"„@L_@n«", false},
    {"[*@L_@n**]", false},
    {"[@L\n@n]", false},
    {"[ @L_@n  ]", false},
    {"[@L_@n_1]", false},
    {"[@L_@ns]", false},
};

// What stands around stays: emphasis, brackets, the s of a genitive. The first may not be a part of a form's opening.
constexpr std::pair<const char*, const char*> kNeighbours[] = {{"", ""},       {"**", "**"},  {"Herr ", "s Haus"},
                                                               {"[", "]"},     {"ü", "'"},    {"a\n", "\r\nb"},
                                                               {"\\n", "\\n"}, {"x, ", ", y"}};

std::string Lower(std::string_view label) {
  std::string lower;
  for (std::size_t i = 0; i < label.size(); ++i) {
    if (label[i] == '\xC3' && label[i + 1] == '\x9C') {
      lower += "ü";
      ++i;
    } else {
      lower.push_back(label[i] >= 'A' && label[i] <= 'Z' ? static_cast<char>(label[i] + 32) : label[i]);
    }
  }
  return lower;
}

std::string Bend(std::string_view form, std::string_view label, std::string_view number) {
  std::string out;
  for (std::size_t i = 0; i < form.size(); ++i) {
    if (form[i] != '@') {
      out.push_back(form[i]);
      continue;
    }
    ++i;
    out.append(form[i] == 'n' ? std::string(number) : form[i] == 'L' ? std::string(label) : Lower(label));
  }
  return out;
}

class BentFormsTest : public ::testing::Test {
 protected:
  BentFormsTest() : labels_(AllLabels()), forms_(&labels_, {}, false), vault_(0) {
    for (TypeId type = 0; type < labels_.size(); ++type) {
      for (const std::uint32_t number : {1U, 12U}) {
        EXPECT_TRUE(vault_.Import({type, number, 1}, Original(type, number)).ok());
      }
      for (const bool german : {false, true}) type_labels_.push_back({std::string(labels_.label(type, german)), type});
    }
  }
  static std::string Original(TypeId type, std::uint32_t number) {
    return "{" + std::to_string(type) + "/" + std::to_string(number) + "}";
  }
  std::string Restore(std::string_view text, std::size_t cut, Restorer* restorer) {
    std::string out;
    restorer->Write(text.substr(0, cut), &out);
    restorer->Write(text.substr(cut), &out);
    restorer->Finish(&out);
    return out;
  }
  // As the twin sees the form that begins the text: its length, 0 for none.
  std::size_t Twin(std::string_view text, Placeholder* placeholder) {
    for (std::size_t size = 3; size <= text.size() && size <= kMaxPlaceholderBytes; ++size) {
      if (const auto read = reference::ReadForm(text.substr(0, size), type_labels_)) {
        *placeholder = *read;
        return size;
      }
    }
    return 0;
  }

  LabelTable labels_;
  Forms forms_;
  Vault vault_;
  std::vector<reference::TypeLabel> type_labels_;
};

TEST_F(BentFormsTest, TheWholeTable) {
  std::size_t cases = 0;
  std::size_t untouched = 0;
  for (TypeId type = 0; type < labels_.size(); ++type) {
    for (const bool german : {false, true}) {
      for (const std::uint32_t number : {1U, 12U, 7U}) {
        for (const Bending& bending : kBendings) {
          const std::string bent = Bend(bending.form, labels_.label(type, german), std::to_string(number));
          const bool known = number != 7;
          std::size_t neighbour = 0;
          for (const auto& [left, right] : kNeighbours) {
            const bool closes = !bending.taken && right[0] == ']';  // half forms: the neighbour would make them whole
            if (closes || (!bending.taken && left[0] == '[')) continue;
            const std::string text = left + bent + right;
            const std::string expected = left + (bending.taken && known ? Original(type, number) : bent) + right;
            ++cases;
            untouched += expected == text ? 1 : 0;
            for (const std::size_t cut : {std::size_t{0}, text.size() / 2, (neighbour++ * 5 + number) % text.size()}) {
              Restorer restorer(&vault_, &forms_, Tolerance::kBent);
              ASSERT_EQ(Restore(text, cut, &restorer), expected) << text << " cut at " << cut;
              ASSERT_EQ(restorer.restored(), bending.taken && known ? 1U : 0U) << text;
              ASSERT_EQ(restorer.unknown(), bending.taken && !known ? 1U : 0U) << text;
            }
          }
        }
      }
    }
  }
  EXPECT_GE(cases, 2000U);
  EXPECT_GE(untouched * 4, cases);
}

TEST_F(BentFormsTest, EveryCutOfEveryBending) {
  for (const Bending& bending : kBendings) {
    const std::string bent = Bend(bending.form, "FÜHRERSCHEIN", "12");
    const std::string text = "Der " + bent + "s.";
    const std::string expected = "Der " + (bending.taken ? Original(kDrivingLicence, 12) : bent) + "s.";
    for (std::size_t cut = 0; cut <= text.size(); ++cut) {
      Restorer restorer(&vault_, &forms_, Tolerance::kBent);
      ASSERT_EQ(Restore(text, cut, &restorer), expected) << text << " cut at " << cut;
    }
    Restorer restorer(&vault_, &forms_, Tolerance::kBent);
    std::string out;
    for (const char byte : text) restorer.Write({&byte, 1}, &out);
    restorer.Finish(&out);
    ASSERT_EQ(out, expected) << text;
  }
}

TEST_F(BentFormsTest, StrictTakesWhatWasWrittenAlone) {
  for (const Bending& bending : kBendings) {
    const std::string_view form = bending.form;
    const bool exact = form == "[@L_@n]" || form == "<@L_@n>" || form == "{{@L_@n}}";
    for (const bool german : {false, true}) {
      const std::string text = "a " + Bend(form, labels_.label(kAddress, german), "1") + " b";
      Restorer restorer(&vault_, &forms_, Tolerance::kStrict);
      EXPECT_EQ(Restore(text, 4, &restorer), exact ? "a " + Original(kAddress, 1) + " b" : text);
    }
  }
}

TEST_F(BentFormsTest, LooseTakesThoseWithoutDelimitersToo) {
  const std::string one = Original(kPerson, 1);
  const std::pair<std::string, std::string> rows[] = {
      {"PERSON_1", one},
      {"Frau PERSON_1s Haus", "Frau PERSON_1s Haus"},
      {"Frau PERSON_1's Haus", "Frau " + one + "'s Haus"},
      {"(person-1), „Person_1", "(" + one + "), „" + one},
      {"X_PERSON_1 XPERSON_1 üPERSON_1 1PERSON_1", "X_PERSON_1 XPERSON_1 üPERSON_1 1PERSON_1"},
      {"PERSON 1 und Person 1", one + " und Person 1"},
      {"PERSON_1 hat 2", one + " hat 2"},
      {"[PERSON_1]PERSON_1", one + one},
      {"PERSON_7 PERSON_1", "PERSON_7 " + one},
      {"PERSON_1_2024", "PERSON_1_2024"},
  };
  for (const auto& [text, expected] : rows) {
    for (std::size_t cut = 0; cut <= text.size(); ++cut) {
      Restorer restorer(&vault_, &forms_, Tolerance::kLoose);
      EXPECT_EQ(Restore(text, cut, &restorer), expected) << text << " cut at " << cut;
    }
  }
}

TEST_F(BentFormsTest, TheTwinAgreesWithTheTable) {
  for (const Bending& bending : kBendings) {
    for (const TypeId type : {kPerson, kDrivingLicence, kTaxId}) {
      const std::string bent = Bend(bending.form, labels_.label(type, true), "12");
      Placeholder placeholder;
      const std::size_t size = Twin(bent, &placeholder);
      EXPECT_EQ(size, bending.taken ? bent.size() : 0) << bent;
      if (size == 0) continue;
      EXPECT_EQ(placeholder, (Placeholder{type, 12, 1})) << bent;
    }
  }
}

TEST_F(BentFormsTest, TheTwinAgreesOnFormsBentAtRandom) {
  std::mt19937 random(7);
  const std::vector<std::string> pieces = {
      "[",   "]",      "<",      ">",     "{{",      "}}",    "_",       "-",        " ",       "\\",
      "\\_", "\\[",    "\\]",    "&#91;", "&#93;",   "&lt;",  "&gt;",    "\\u005b",  "\\u005d", "［",
      "］",  "„",      "“",      "»",     "«",       "*",     "**",      "1",        "2",       "10",
      "0",   "PERSON", "person", "Iban",  "SURNAME", "GIVEN", "VORNAME", "ORT",      "＿",      "Ａ",
      "TAX", "ID",     "a",      "s",     "\n",      "&",     "\\u",     "\xE2\x80", "\u00A0"};
  const std::string seeds[] = {"[PERSON_1]",       "<IBAN_2_3>",           "{{ORT_10}}",
                               "\\[PERSON\\_1\\]", "[PERSON_1_SURNAME_2]", "„TAX_ID_4“",
                               "[**PERSON_1**]",   "&lt;PERSON_1&gt;",     "[ PERSON_2_VORNAME ]"};
  std::size_t read = 0;
  for (int round = 0; round < 12000; ++round) {
    std::string text = seeds[random() % std::size(seeds)];
    for (unsigned edits = random() % 4; edits > 0; --edits) {
      const std::size_t at = random() % (text.size() + 1);
      const std::size_t gone = random() % 3 == 0 ? 0 : random() % 2 + 1;
      text = text.substr(0, at) + (random() % 4 == 0 ? "" : pieces[random() % pieces.size()]) +
             text.substr(std::min(text.size(), at + gone));
    }
    Placeholder expected;
    Placeholder placeholder;
    std::size_t length = 0;
    const std::size_t size = Twin(text, &expected);
    const Reading reading = forms_.Read(text, &placeholder, &length);
    ASSERT_EQ(reading == Reading::kForm ? length : 0, size) << text;
    if (size == 0) continue;
    ++read;
    ASSERT_EQ(placeholder, expected) << text;
    for (std::size_t cut = 0; cut < size; ++cut) {
      ASSERT_EQ(forms_.Read(std::string_view(text).substr(0, cut), &placeholder, &length), Reading::kMore)
          << text << cut;
    }
  }
  EXPECT_GT(read, 2000U);
}

}  // namespace
}  // namespace maske::redact
