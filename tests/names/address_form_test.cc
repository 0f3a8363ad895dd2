// Which words before a name are its salutation and titles.
#include "names/address_form.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace maske::names {
namespace {

// The text before the name has a | where the form of address begins.
void Expect(std::string_view marked) {
  const std::size_t bar = marked.find('|');
  std::string left(marked.substr(0, bar));
  const std::size_t begin = left.size();
  left.append(marked.substr(bar + 1));
  EXPECT_EQ(left.size() - AddressFormBefore(left, false), begin) << marked;
}

TEST(AddressForm, StandsBeforeTheName) {
  Expect("an |Herrn ");
  Expect("an |Frau Dr. ");
  Expect("liebe |Frau Prof. Dr. med. ");
  Expect("der |Dipl.-Ing. ");
  Expect("|Mrs. ");
  Expect("(|Hr. ");
  Expect("\"|Prof. Dr. h. c. ");
  Expect("\n|Herr ");
  Expect("an |Herr\xC2\xA0");
  Expect("an |frau ");
  Expect("bei |dr. ");
}

TEST(AddressForm, IsNothingElse) {
  Expect("der Kunde |");
  Expect("sagte der Herr. |");  // ends a sentence
  Expect("Herr|");              // no blank behind it
  Expect("an Herrn\n|");        // on another line
  Expect("h. c. |");            // only behind a title
  Expect("ing. |");             // lower-case abbreviations too
  Expect("Herr, |");
  Expect("Bauherr |");
  Expect("|");
  Expect(" |");
}

TEST(AddressForm, AWordThatIsCutDoesNotCount) {
  const std::string left = "Frau Dr. ";
  EXPECT_EQ(AddressFormBefore(left, true), 4U);
  EXPECT_EQ(AddressFormBefore(left, false), left.size());
}

TEST(AddressForm, AtTheBeginOfAName) {
  EXPECT_EQ(AddressFormOf("Herr Muster"), 5U);
  EXPECT_EQ(AddressFormOf("Frau Dr. h. c. Anna Muster"), 15U);
  EXPECT_EQ(AddressFormOf("Anna Muster"), 0U);
  EXPECT_EQ(AddressFormOf("Frau"), 0U);
  EXPECT_EQ(AddressFormOf("Frau Dr."), 0U);
  EXPECT_EQ(AddressFormOf(""), 0U);
  EXPECT_EQ(AddressFormOf("h. c. Muster"), 0U);
}

}  // namespace
}  // namespace maske::names
