// How far an open span goes: key blocks in their usual shapes, and texts that only mention one.
#include "redact/open_span.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace maske::redact {
namespace {

// What the span takes of text, which begins behind the match that opened it.
std::string Taken(OpenSpan kind, std::string_view text) {
  OpenSpanMachine machine(kind);
  std::size_t taken = 0;
  while (taken < text.size() && machine.Take(text[taken])) ++taken;
  EXPECT_EQ(machine.open(), taken == text.size());
  return std::string(text.substr(0, taken));
}

const std::string kLine(64, 'A');

TEST(OpenSpanTest, RunEndsAtBlankOrQuote) {
  EXPECT_EQ(Taken(OpenSpan::kRun, "abc;def x"), "abc;def");
  EXPECT_EQ(Taken(OpenSpan::kRun, "abc\"x"), "abc");
  EXPECT_EQ(Taken(OpenSpan::kRun, "abc\r\n"), "abc");
  EXPECT_EQ(Taken(OpenSpan::kRun, std::string(100000, 'x')).size(), 100000U);
}

TEST(OpenSpanTest, PemEndsBehindItsEndLine) {
  const std::string body = "\n" + kLine + "\n" + kLine + "\nQUI=\n-----END PRIVATE KEY-----";
  EXPECT_EQ(Taken(OpenSpan::kPem, body + "\nHallo"), body);
  EXPECT_EQ(Taken(OpenSpan::kPem, body), body);
  const std::string crlf = "\r\n" + kLine + "\r\n-----END RSA PRIVATE KEY-----";
  EXPECT_EQ(Taken(OpenSpan::kPem, crlf + "\r\n\r\nHallo"), crlf);
}

TEST(OpenSpanTest, PemWithHeadersAndIndent) {
  const std::string headers =
      "\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00FF\n\n" + kLine + "\n-----END KEY-----";
  EXPECT_EQ(Taken(OpenSpan::kPem, headers + " x"), headers);
  const std::string indented = "\n    " + kLine + "\n    " + kLine + "\n    -----END PRIVATE KEY-----";
  EXPECT_EQ(Taken(OpenSpan::kPem, indented + "\nx: y"), indented);
}

TEST(OpenSpanTest, PemThatLostItsLineBreaks) {
  const std::string flat = " " + kLine + " " + kLine + " -----END PRIVATE KEY-----";
  EXPECT_EQ(Taken(OpenSpan::kPem, flat + " und"), flat);
}

TEST(OpenSpanTest, AMentionDoesNotMaskTheRest) {
  EXPECT_LE(Taken(OpenSpan::kPem, " steht am Anfang der Datei.\nWeiter").size(), 8U);
  EXPECT_LE(Taken(OpenSpan::kPem, "\n\n\n\nEin Text").size(), 3U);
}

TEST(OpenSpanTest, PemWithoutAnEndGoesOnAsLongAsItLooksLikeOne) {
  std::string body;
  for (int i = 0; i < 1000; ++i) body += "\n" + kLine;
  EXPECT_EQ(Taken(OpenSpan::kPem, body + "\nMit freundlichen"), body + "\nMit");
}

}  // namespace
}  // namespace maske::redact
