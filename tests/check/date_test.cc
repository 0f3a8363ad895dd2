// Dates: the forms, and that they exist.
#include <gtest/gtest.h>

#include <string>

#include "check/probe.h"
#include "reference/reference_check.h"

namespace maske::check {
namespace {

TEST(Date, Forms) {
  ExpectCases({{"date", "3.5.1978", true},       {"date", "03.05.78", true},       {"date", "3. Mai 1978", true},
               {"date", "1. Jänner 1980", true}, {"date", "1. JÄNNER 1980", true}, {"date", "12. März 1999", true},
               {"date", "1978-05-03", true},     {"date", "May 3, 1978", true},    {"date", "3rd of May 1978", true},
               {"date", "05/13/1978", true},     {"date", "13/05/1978", true},     {"date", "13.13.1978", false},
               {"date", "05.13.1978", false},    {"date", "31.4.1978", false},     {"date", "29.2.1979", false},
               {"date", "29.2.1980", true},      {"date", "29.02.00", true},       {"date", "3.5.1878", false},
               {"date", "3.5.2036", false},      {"date", "3.5.197", false},       {"date", "1978", false},
               {"date", "5.1978", false},        {"date", "3. Foo 1978", false},   {"date", "1978-13-03", false},
               {"date", "3.5.1978.1", false},    {"date", "003.5.1978", false},    {"date", "Mai", false}});
}

TEST(Date, EveryDayOfSomeYearsByItsTwin) {
  for (const int year : {1900, 1979, 1980, 2000, 2035}) {
    for (int month = 0; month <= 13; ++month) {
      for (int day = 0; day <= 32; ++day) {
        const bool exists = reference::DateExists(year, month, day);
        const std::string d = std::to_string(day);
        const std::string m = std::to_string(month);
        const std::string y = std::to_string(year);
        ASSERT_EQ(Accepts("date", d + "." + m + "." + y), exists) << d << m << y;
        ASSERT_EQ(Accepts("date", y + "-" + m + "-" + d), exists) << d << m << y;
      }
    }
  }
}

TEST(Date, EveryMonthByNameInBothLanguages) {
  const char* const names[12][4] = {{"Januar", "Jan.", "January", "Jänner"},
                                    {"Februar", "Feb.", "February", "Feber"},
                                    {"März", "Mrz.", "March", "Maerz"},
                                    {"April", "Apr.", "April", "Apr"},
                                    {"Mai", "Mai", "May", "May"},
                                    {"Juni", "Jun.", "June", "Jun"},
                                    {"Juli", "Jul.", "July", "Jul"},
                                    {"August", "Aug.", "August", "Aug"},
                                    {"September", "Sept.", "September", "Sep"},
                                    {"Oktober", "Okt.", "October", "Oct"},
                                    {"November", "Nov.", "November", "Nov"},
                                    {"Dezember", "Dez.", "December", "Dec"}};
  for (int month = 1; month <= 12; ++month) {
    for (const char* name : names[month - 1]) {
      for (int day = 28; day <= 32; ++day) {
        const std::string text = std::to_string(day) + ". " + name + " 1979";
        EXPECT_EQ(Accepts("date", text), reference::DateExists(1979, month, day)) << text;
      }
    }
  }
}

}  // namespace
}  // namespace maske::check
