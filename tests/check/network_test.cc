// IPv4, IPv6 and MAC addresses; IPv6 against a twin that writes every address out in full.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>

#include "check/probe.h"
#include "reference/reference_check.h"

namespace maske::check {
namespace {

TEST(Ipv4, OctetsAndWhatIsNobodysAddress) {
  ExpectCases({{"ipv4", "192.0.2.1", true},
               {"ipv4", "255.255.255.0", false},
               {"ipv4", "256.0.0.1", false},
               {"ipv4", "1.2.3", false},
               {"ipv4", "1.2.3.4.5", false},
               {"ipv4", "1.2.3.04", false},
               {"ipv4", "1.2..4", false},
               {"ipv4", "0.0.0.0", false},
               {"ipv4", "127.0.0.1", false},
               {"ipv4", "10.0.0.1", true},
               {"ipv4", "8.8.8.8", true},
               {"ipv4", "192.0.2.1 ", false},
               {"ipv4", "192.0.2.1000", false},
               {"ipv4", "a.b.c.d", false}});
  for (int octet = 0; octet < 1000; ++octet) {
    EXPECT_EQ(Accepts("ipv4", "198.51.100." + std::to_string(octet)), octet < 256) << octet;
    EXPECT_EQ(Accepts("ipv4", "198." + std::to_string(octet) + ".100.1"), octet < 256) << octet;
  }
}

TEST(Ipv4, PlainOnesDoNotLookLikeVersions) {
  ExpectCases({{"ipv4_plain", "192.0.2.1", true},
               {"ipv4_plain", "10.0.0.1", true},
               {"ipv4_plain", "62.99.64.82", true},
               {"ipv4_plain", "5.7.0.10", false},
               {"ipv4_plain", "8.8.8.8", false},
               {"ipv4_plain", "127.0.0.1", false},
               {"ipv4_plain", "192.0.2", false}});
}

TEST(Ipv6, EqualsItsTwinOverRandomTexts) {
  const std::string_view pieces[] = {":",    "::", "0",    "1",         "2001",  "db8",
                                     "fe80", "a",  "ffff", "192.0.2.1", "12345", "g"};
  std::mt19937 random(31);
  int valid = 0;
  for (int i = 0; i < 200000; ++i) {
    std::string text;
    const std::size_t length = 1 + random() % 17;
    for (std::size_t k = 0; k < length; ++k) {
      text += k % 2 == 1 && random() % 8 != 0 ? std::string_view(":") : pieces[random() % std::size(pieces)];
    }
    const std::string expanded = reference::ExpandIpv6(text);
    bool expected = !expanded.empty() && expanded != std::string(32, '0') && expanded != std::string(31, '0') + "1";
    if (expected) {  // names of C++ and bets have few and short groups
      std::size_t groups = 0;
      std::size_t longest = 0;
      std::size_t length_of_group = 0;
      for (const char c : text) {
        length_of_group = c == ':' ? 0 : length_of_group + 1;
        groups += length_of_group == 1 ? 1 : 0;
        longest = std::max(longest, length_of_group);
      }
      expected = groups >= 4 || (longest >= 3 && text.find_first_of("0123456789") != std::string::npos);
    }
    valid += expected ? 1 : 0;
    ASSERT_EQ(Accepts("ipv6", text), expected) << text;
  }
  EXPECT_GT(valid, 1000);
}

TEST(Ipv6, PublishedForms) {
  ExpectCases({{"ipv6", "2001:db8::8a2e:370:7334", true},
               {"ipv6", "2001:DB8:0:0:8:800:200C:417A", true},
               {"ipv6", "::ffff:192.0.2.128", true},
               {"ipv6", "fe80::1%eth0", true},
               {"ipv6", "fe80::1%", false},
               {"ipv6", "2001:db8::", true},
               {"ipv6", "::1", false},
               {"ipv6", "::", false},
               {"ipv6", "0:0:0:0:0:0:0:1", false},
               {"ipv6", "abc::def", false},
               {"ipv6", "12:34:56", false},
               {"ipv6", "50::50", false},
               {"ipv6", "1:2:3:4:5:6:7:8:9", false},
               {"ipv6", "1::2::3", false},
               {"ipv6", "1:2:3:4:5:6:7:", false}});
}

TEST(Mac, FormsAndNobodysAddresses) {
  ExpectCases({{"mac", "00:53:00:1a:2B:3c", true},
               {"mac", "00-53-00-1a-2b-3c", true},
               {"mac", "0053.001a.2b3c", true},
               {"mac", "00:00:00:00:00:00", false},
               {"mac", "FF:ff:FF:ff:FF:ff", false},
               {"mac", "00:53:00:1a:2b", false},
               {"mac", "11-30-33-29-34-15", false},
               {"mac", "00:53:00:1a:2b:3g", false}});
}

}  // namespace
}  // namespace maske::check
