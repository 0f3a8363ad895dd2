// FilterOptions: what is always masked, what never, and the people of the house. In any cutting and segment size.
#include <gtest/gtest.h>

#include <chrono>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>

#include "chunks/feed.h"
#include "sanitized.h"

namespace maske {
namespace {

using FilterPointer = std::shared_ptr<const Filter>;

FilterPointer Make(const FilterOptions& options) {
  Result<FilterPointer> filter = Filter::Create(options);
  EXPECT_TRUE(filter.ok()) << filter.status().message();
  return filter.ok() ? *filter : nullptr;
}

// Without the name model, which may know more than the lists.
Policy ListsAlone() {
  Policy policy;
  policy.name_model = NameModel::kOff;
  return policy;
}

std::string Mask(const FilterPointer& filter, std::string_view text, const Policy& policy = ListsAlone()) {
  return chunks::MaskInPieces(text, {}, chunks::kRealSegment, policy, filter).out;
}

TEST(Deny, IsMaskedWhateverTypesAreLookedFor) {
  FilterOptions options;
  options.deny = {{"Projekt Apfel", "", ""}, {"ACME GmbH", "ORGANIZATION", ""}};
  const FilterPointer filter = Make(options);
  const std::string text = "Das PROJEKT  Apfel der Acme GmbH, nicht der Projekt-Apfel.";
  EXPECT_EQ(Mask(filter, text), "Das [SECRET_1] der [ORGANIZATION_1], nicht der Projekt-Apfel.");
  Policy iban;
  iban.types = {"IBAN"};
  EXPECT_EQ(Mask(filter, text, iban), "Das [SECRET_1] der [ORGANIZATION_1], nicht der Projekt-Apfel.");
  Policy never;
  never.threshold = 1;
  never.exclude_types = {"SECRET", "ORGANIZATION"};
  EXPECT_EQ(Mask(filter, text, never), "Das [SECRET_1] der [ORGANIZATION_1], nicht der Projekt-Apfel.");
}

TEST(Deny, LosesNothingThatIsFoundAround) {
  FilterOptions options;
  options.deny = {{"example", "", ""}, {"Boeck nach Bonn", "", ""}};
  const FilterPointer filter = Make(options);
  EXPECT_EQ(Mask(filter, "an anna@example.org und example"), "an [EMAIL_1] und [SECRET_1]");
  EXPECT_EQ(Mask(filter, "Frau Dr. Zwetschkenboeck und Frau Dr. Boeck nach Bonn"),
            "Frau Dr. [PERSON_1] und Frau Dr. [PERSON_2][SECRET_1]");
  Policy iban;
  iban.types = {"IBAN"};
  EXPECT_EQ(Mask(filter, "an anna@example.org", iban), "an anna@[SECRET_1].org");
}

TEST(Deny, SaysWhichPhraseIsWrong) {
  FilterOptions options;
  options.deny = {{"gut", "", "d.txt:1"}, {"--", "", "d.txt:2"}};
  Result<FilterPointer> filter = Filter::Create(options);
  ASSERT_FALSE(filter.ok());
  EXPECT_EQ(filter.status().code(), ErrorCode::kInvalidArgument);
  EXPECT_TRUE(filter.status().message().starts_with("d.txt:2: ")) << filter.status().message();
  options.deny = {{"gut", "PERSONN", "d.txt:7"}};
  filter = Filter::Create(options);
  ASSERT_FALSE(filter.ok());
  EXPECT_TRUE(filter.status().message().starts_with("d.txt:7: there is no entity type 'PERSONN'"));
}

TEST(Allow, LeavesAFindingOfThatText) {
  FilterOptions options;
  options.allow = {"info@example.org", "Frau nicht"};
  options.deny = {{"info@example.org", "", ""}};
  const FilterPointer both = Make(options);
  options.deny.clear();
  const FilterPointer filter = Make(options);
  EXPECT_EQ(Mask(filter, "an Info@Example.org, nicht xinfo@example.org"), "an Info@Example.org, nicht [EMAIL_1]");
  EXPECT_EQ(Mask(filter, "in\u200Bfo@example.org"), "in\u200Bfo@example.org") << "of the folded text";
  EXPECT_EQ(Mask(both, "an info@example.org"), "an [SECRET_1]") << "what must be masked is";
}

TEST(Allow, LeavesNoPlaceholderFormAndNoKey) {
  FilterOptions options;
  options.allow = {"[PERSON_1]"};
  EXPECT_EQ(Mask(Make(options), "[PERSON_1]"), "[LITERAL_1]");
}

FilterPointer House() {
  FilterOptions options;
  options.people = {{"Anna Maria", "Zwetschkenmüller", ""},
                    {"Bernd", "Koch", ""},
                    {"", "", "Blumen Sommer KG"},
                    {"Zoë", "Ångströmeder", ""}};
  return Make(options);
}

TEST(People, AreFoundInEveryForm) {
  const FilterPointer filter = House();
  for (const std::string_view form :
       {"Anna Maria Zwetschkenmüller", "Anna Zwetschkenmüller", "Zwetschkenmüller, Anna Maria",
        "zwetschkenmüller, anna", "anna zwetschkenmüller", "ANNA ZWETSCHKENMÜLLER", "Anna Zwetschkenmuller",
        "anna zwetschkenmueller", "Zwetschkenmüller", "zwetschkenmüller", "Bernd Koch", "Koch, Bernd", "bernd koch",
        "zoe angstromeder"}) {
    const std::string text = "gestern hat " + std::string(form) + " angerufen";
    EXPECT_EQ(Mask(filter, text), "gestern hat [PERSON_1] angerufen") << form;
  }
  EXPECT_EQ(Mask(filter, "die Sache Zwetschkenmüllers und anna zwetschkenmüllers hund"),
            "die Sache [PERSON_1]s und [PERSON_2]s hund");
  EXPECT_EQ(Mask(filter, "die Rechnung von Blumen Sommer KG"), "die Rechnung von [ORGANIZATION_1]");
}

TEST(People, EverydayWordsNeedACapital) {
  const FilterPointer filter = House();
  EXPECT_EQ(filter->EverydayNames(), std::vector<std::string>{"Koch"});
  EXPECT_EQ(Mask(filter, "ein koch kocht"), "ein koch kocht");
  EXPECT_EQ(Mask(filter, "da hat Koch gesagt"), "da hat [PERSON_1] gesagt");
  EXPECT_EQ(Mask(filter, "eine Zwetschkenmüllerin"), "eine Zwetschkenmüllerin");
}

TEST(People, AGivenNameAloneNeedsACapitalAndNoOtherMeaning) {
  FilterOptions options;
  options.people = {{"Quendolinde", "Zwetschkenmüller", ""}, {"Rose", "Angstromeder", ""}};
  const FilterPointer filter = Make(options);
  EXPECT_EQ(Mask(filter, "das sagt Quendolinde"), "das sagt [PERSON_1]");
  EXPECT_EQ(Mask(filter, "das sagt Quendolindes Hund"), "das sagt [PERSON_1]s Hund");
  EXPECT_EQ(Mask(filter, "das sagt quendolinde"), "das sagt quendolinde");
  EXPECT_EQ(Mask(filter, "das sagt die Rose"), "das sagt die Rose");
  EXPECT_EQ(Mask(filter, "das sagt Rose Angstromeder"), "das sagt [PERSON_1]");
}

TEST(People, AHundredThousandLoadFast) {
  FilterOptions options;
  for (int i = 0; i < 100'000; ++i) {
    options.people.push_back({"Vor" + std::to_string(i % 997), "Nach" + std::to_string(i % 39'983), ""});
  }
  const auto begin = std::chrono::steady_clock::now();
  const FilterPointer filter = Make(options);
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
  if (!kSanitized) {
    EXPECT_LT(seconds.count(), 2.0) << "ten times what it takes on a quiet machine";
  }
  EXPECT_EQ(Mask(filter, "hier ist vor1 nach1."), "hier ist [PERSON_1].");
}

TEST(Lists, AnyCuttingAndSegmentSize) {
  FilterOptions options;
  options.deny = {{"@max_m", "", ""}, {"Projekt Apfel", "", ""}, {"x y", "", ""}};
  options.people = {{"Anna", "Zwetschkenmüller", ""}};
  options.allow = {"a@example.org"};
  const FilterPointer filter = Make(options);
  std::string text;
  for (int i = 0; i < 60; ++i) {
    text += std::string(static_cast<std::size_t>(i % 7), '.') + "@max_m,x\ty;Projekt\nApfel.";
    if (i % 3 == 0) text += " an a@example.org und b@example.org, Zwetschkenmüller, Anna\n";
  }
  const chunks::Masked whole = chunks::MaskInPieces(text, {}, chunks::kRealSegment, {}, filter);
  for (const std::size_t segment : std::initializer_list<std::size_t>{64, 81, 200, 1000}) {
    EXPECT_EQ(chunks::MaskInPieces(text, {}, segment, {}, filter).trace, whole.trace) << segment;
  }
  const std::vector<std::size_t> bytes(text.size(), 1);
  EXPECT_EQ(chunks::MaskInPieces(text, bytes, chunks::kRealSegment, {}, filter), whole);
  EXPECT_EQ(whole.out.find("max_m"), std::string::npos) << whole.out;
  EXPECT_EQ(whole.out.find("Apfel"), std::string::npos) << whole.out;
}

}  // namespace
}  // namespace maske
