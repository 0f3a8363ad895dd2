// Log-in names and coordinates behind their labels.
#include <gtest/gtest.h>

#include "check/probe.h"

namespace maske::check {
namespace {

TEST(Labelled, Usernames) {
  ExpectCases({{"username", "mmuster", true},
               {"username", "m.muster", true},
               {"username", "Root", false},
               {"username", "BENUTZER", false},
               {"username", "session", false},
               {"username", "www-data", false},
               {"username", "1234", false},
               {"username", "ab", false},
               {"username", "a..b", false},
               {"username", "name.", false},
               {"username_handle", "@max_m", true},
               {"username_handle", "@param", false},
               {"username_handle", "@ab", false},
               {"username_handle", "max_m", false}});
}

TEST(Labelled, Coordinates) {
  ExpectCases({{"geo", "48.137154, 11.576124", true},
               {"geo", "-33.8568,151.2153", true},
               {"geo", "0.1234, 0.5678", false},
               {"geo", "91.000, 11.000", false},
               {"geo", "48.137, 181.000", false},
               {"geo", "48.137", false},
               {"geo", "48.1.7, 11.5", false},
               {"geo", "-, 11.576", false}});
}

}  // namespace
}  // namespace maske::check
