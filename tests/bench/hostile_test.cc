// The hostile texts are what their names say, of the size that was asked for, and the same each time.
#include "bench/hostile.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

namespace maske::bench {
namespace {

// The table 3-7 of Unicode, as far as these texts go: no surrogates, no overlong forms of three bytes or more.
bool IsUtf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t length = lead < 0x80 ? 1 : lead >= 0xC2 && lead < 0xE0 ? 2 : lead >= 0xE0 && lead < 0xF0 ? 3 : 0;
    if (length == 0 || at + length > text.size()) return false;
    for (std::size_t i = 1; i < length; ++i) {
      if ((static_cast<unsigned char>(text[at + i]) & 0xC0U) != 0x80U) return false;
    }
    at += length;
  }
  return true;
}

std::string Make(std::string_view name, std::size_t bytes) {
  for (const HostileText& text : HostileTexts()) {
    if (text.name == name) return text.make(bytes);
  }
  ADD_FAILURE() << "no hostile text " << name;
  return "";
}

std::size_t Lines(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

TEST(Hostile, HasTheSizeThatWasAskedFor) {
  for (const HostileText& text : HostileTexts()) {
    for (const std::size_t bytes : {0U, 999U, 10000U, 10001U, 10002U, 10003U}) {
      const std::string made = text.make(bytes);
      EXPECT_LE(made.size(), bytes) << text.name;
      EXPECT_GE(made.size() + 2, bytes) << text.name;  // no character of theirs has four bytes
      EXPECT_EQ(IsUtf8(made), text.utf8 || bytes < 999) << text.name << ", " << bytes;
    }
  }
}

TEST(Hostile, IsTheSameEachTimeAndUnlikeTheOthers) {
  std::set<std::string> seen;
  std::set<std::string_view> names;
  for (const HostileText& text : HostileTexts()) {
    EXPECT_EQ(text.make(5000), text.make(5000)) << text.name;
    EXPECT_TRUE(seen.insert(text.make(5000)).second) << text.name;
    EXPECT_TRUE(names.insert(text.name).second) << text.name;
  }
}

TEST(Hostile, IsWhatItsNameSays) {
  EXPECT_EQ(Make("digits", 10000).find_first_not_of("0123456789"), std::string::npos);
  EXPECT_EQ(Make("at signs", 10000), std::string(10000, '@'));
  EXPECT_EQ(Make("capitals", 10000).find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), std::string::npos);
  EXPECT_EQ(Make("one long line", 100000).find('\n'), std::string::npos);
  EXPECT_EQ(Make("base64 in one line", 100000).find('\n'), std::string::npos);
  EXPECT_EQ(Lines(Make("base64 in lines", 77000)), 1000U);
  const std::string marks = Make("combining marks", 22500);
  EXPECT_EQ(std::count(marks.begin(), marks.end(), 'a'), 100);
  const std::string mails = Make("e-mail addresses", 100000);
  EXPECT_NEAR(static_cast<double>(std::count(mails.begin(), mails.end(), '@')), 100000.0 / 24, 600);
  std::set<std::string> different;
  for (std::size_t at = 0, end = 0; (end = mails.find('\n', at)) != std::string::npos; at = end + 1) {
    EXPECT_TRUE(different.insert(mails.substr(at, end - at)).second) << mails.substr(at, end - at);
  }
  const std::string random = Make("any bytes", 100000);
  EXPECT_EQ((std::set<char>(random.begin(), random.end()).size()), 256U);
}

TEST(Hostile, AScriptIsMostlyItsOwn) {
  // Leading bytes of the script's letters in UTF-8.
  const auto share = [](std::string_view name, std::string_view leads) {
    const std::string text = Make(name, 50000);
    std::size_t letters = 0;
    std::size_t own = 0;
    for (const char byte : text) {
      if ((static_cast<unsigned char>(byte) & 0xC0U) == 0x80U || static_cast<unsigned char>(byte) <= ' ') continue;
      ++letters;
      if (leads.find(byte) != std::string_view::npos) ++own;
    }
    return static_cast<double>(own) / static_cast<double>(letters);
  };
  EXPECT_GT(share("Greek", "\xCE\xCF"), 0.9);
  EXPECT_GT(share("Russian", "\xD0\xD1"), 0.9);
  EXPECT_GT(share("Chinese", "\xE4\xE5\xE6\xE7\xE8\xE9\xE3"), 0.9);
  EXPECT_GT(share("Arabic", "\xD8\xD9"), 0.9);
  EXPECT_GT(share("Hindi", "\xE0"), 0.9);
}

}  // namespace
}  // namespace maske::bench
