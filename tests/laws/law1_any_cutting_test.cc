// Law 1: the output is a function of the input's bytes and the options, not of how the input was cut into writes.
// The short form that the mutations run; tests/chunks goes through every cut of every short text.
#include <gtest/gtest.h>

#include <initializer_list>
#include <string>

#include "chunks/feed.h"
#include "chunks/letters.h"
#include "generator/nasty.h"
#include "own_folder.h"

namespace maske {
namespace {

using chunks::Generated;
using chunks::MaskByteByByte;
using chunks::Masked;
using chunks::MaskInPieces;
using chunks::MaskWhole;
using chunks::Printable;
using chunks::RandomPieces;

Policy Binary() {
  Policy policy;
  policy.binary = true;
  return policy;
}

std::string Repeated(std::string_view piece, std::size_t size) {
  std::string out;
  while (out.size() < size) out += piece;
  return out;
}

TEST(Law1AnyCutting, LettersInAnyPieces) {
  for (std::uint64_t seed = 1; seed <= 3; ++seed) {
    const std::string text = Generated("post", seed, 40'000);
    const Masked whole = MaskWhole(text);
    EXPECT_EQ(MaskByteByByte(text), whole);
    EXPECT_EQ(MaskInPieces(text, RandomPieces(seed, text.size(), 3000)), whole);
  }
}

TEST(Law1AnyCutting, GarbageInAnyPiecesAndSmallSegments) {
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    const std::string text = Generated("garbage", seed, 9000);
    for (const std::size_t segment : {std::size_t{80}, std::size_t{500}, chunks::kRealSegment}) {
      const Masked whole = MaskWhole(text, segment, Binary());
      EXPECT_EQ(MaskByteByByte(text, segment, Binary()), whole) << "seed " << seed << " segment " << segment;
      EXPECT_EQ(MaskInPieces(text, RandomPieces(seed, text.size(), 900), segment, Binary()), whole);
    }
  }
}

TEST(Law1AnyCutting, LineByLine) {
  Policy lines = Binary();
  lines.line_by_line = true;
  for (const char* kind : {"post", "garbage"}) {
    for (std::uint64_t seed = 1; seed <= 3; ++seed) {
      const std::string text = Generated(kind, seed, 9000);
      for (const std::size_t segment : {std::size_t{80}, chunks::kRealSegment}) {
        const Masked whole = MaskWhole(text, segment, lines);
        EXPECT_EQ(MaskByteByByte(text, segment, lines), whole) << kind << " seed " << seed << " segment " << segment;
        EXPECT_EQ(MaskInPieces(text, RandomPieces(seed, text.size(), 900), segment, lines), whole);
      }
    }
  }
}

// A listed phrase may begin with signs that stand before its first word, on the other side of a border.
TEST(Law1AnyCutting, ListedPhrases) {
  FilterOptions options;
  options.deny = {{"@max_m", "", ""}, {"Projekt Apfel", "", ""}};
  options.people = {{"Anna", "Muster", ""}};
  const auto filter = Filter::Create(options);
  ASSERT_TRUE(filter.ok());
  const std::string text = Repeated("..,@max_m;Projekt\tApfel-Muster,Anna;", 2000);
  const Masked whole = MaskInPieces(text, {}, chunks::kRealSegment, {}, *filter);
  for (std::size_t segment = 90; segment < 140; ++segment) {
    EXPECT_EQ(MaskInPieces(text, {}, segment, {}, *filter), whole) << segment;
  }
  EXPECT_EQ(MaskInPieces(text, RandomPieces(3, text.size(), 50), chunks::kRealSegment, {}, *filter), whole);
}

// A finding that begins before a border and ends behind it is found as it would be found in the middle.
TEST(Law1AnyCutting, FindingAcrossTheBorderOfSegments) {
  const std::string finding = "DE89 3704 0044 0532 0130 00";
  for (std::size_t lead = 10'240 - 40; lead < 10'240 + 10; ++lead) {
    const std::string text = std::string(lead - 1, '.') + " " + finding + " " + std::string(4000, '.');
    const Masked masked = MaskWhole(text);
    ASSERT_NE(masked.out.find("[IBAN_1]"), std::string::npos) << lead;
    ASSERT_EQ(masked.out.find("3704"), std::string::npos) << lead;
    ASSERT_EQ(MaskInPieces(text, {lead + 5}), masked);
  }
}

// The border of segments is no cut: with segments of another size natural text comes out the same.
TEST(Law1AnyCutting, SegmentSizeDoesNotShow) {
  const std::string text = Generated("post", 5, 30'000);
  const Masked whole = MaskWhole(text);
  for (const std::size_t segment : std::initializer_list<std::size_t>{256, 1500})
    EXPECT_EQ(MaskWhole(text, segment), whole) << segment;
}

// Long lists of names that no lexicon knows: how far back the word at the head of the list counts is a matter of bytes, not
// of where a segment happens to begin.
TEST(Law1AnyCutting, SegmentSizeDoesNotShowInLongLists) {
  const auto word = [](std::size_t n) {
    std::string out;
    for (int i = 0; i < 20; ++i, n = n / 3 + 1) {
      out += "bdgklmnrtz"[(n * 7 + static_cast<std::size_t>(i)) % 10];
      out += "aeiou"[n % 5];
    }
    out[0] = static_cast<char>(out[0] - 32);
    return out;
  };
  for (const std::string_view join : {", ", "\n- ", "; ", "\n"}) {
    std::string text = "Teilnehmer:" + std::string(join.substr(join.size() > 2 ? 0 : 1));
    for (std::size_t n = 0; text.size() < 9000; ++n) text += word(n * 3) + " " + word(n * 5 + 1) + std::string(join);
    const Masked whole = MaskWhole(text);
    for (const std::size_t segment : std::initializer_list<std::size_t>{100, 256, 1000, 1500, 3000}) {
      EXPECT_EQ(MaskWhole(text, segment).trace, whole.trace) << "segment " << segment << Printable(join);
    }
  }
}

// At most 1 KiB right of a span's end may count, and a chain of overlaps is cut: bytes far behind change nothing
// before.
TEST(Law1AnyCutting, TheFarRightDoesNotCount) {
  for (const std::string_view nasty : generator::NastyTexts()) {
    const std::string head = std::string(nasty) + "\n" + std::string(5000, '-') + "\n";
    const std::string one = MaskWhole(head + "Ende", chunks::kRealSegment, Binary()).out;
    const std::string two = MaskWhole(head + "max.muster@example.org Frau Muster", chunks::kRealSegment, Binary()).out;
    const std::size_t same = one.size() - 1000;
    EXPECT_EQ(one.substr(0, same), two.substr(0, same)) << Printable(nasty);
  }
}

// An open span of any length is one function of the bytes, too.
TEST(Law1AnyCutting, OpenSpans) {
  std::string key = "vor -----BEGIN PRIVATE KEY-----\n";
  for (int line = 0; line < 200; ++line) key += "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7MIIEvQIBADAN\n";
  key += "-----END PRIVATE KEY-----\nmax@example.org danach\n";
  const std::string run = "Passwort: " + Repeated("hT7!q", 9000) + " dann max@example.org\n";
  for (const std::string& text : {key, run, run + key}) {
    const Masked whole = MaskWhole(text);
    EXPECT_EQ(MaskByteByByte(text), whole);
    EXPECT_EQ(MaskInPieces(text, RandomPieces(7, text.size(), 2000)), whole);
    EXPECT_EQ(MaskByteByByte(text, 300), MaskWhole(text, 300));
    EXPECT_EQ(whole.out.find("MIIE"), std::string::npos) << Printable(whole.out);
    EXPECT_EQ(whole.out.find("hT7!"), std::string::npos) << Printable(whole.out);
    EXPECT_NE(whole.out.find("[EMAIL_1]"), std::string::npos) << Printable(whole.out);
  }
}

// Chains of overlapping candidates longer than a cluster, over many borders.
TEST(Law1AnyCutting, LongChains) {
  std::string digits, dots, emails;
  for (int i = 0; i < 3000; ++i)
    digits += std::to_string(i * 7919 % 10'000) + (i % 3 == 0 ? "-" : i % 3 == 1 ? " " : "/");
  for (int i = 0; i < 2000; ++i) dots += "a.b@c" + std::to_string(i % 10) + ".de.";
  for (int i = 0; i < 1500; ++i) emails += "+49 30 2312" + std::to_string(5000 + i) + "0171";
  for (const std::string& text : {digits, dots, emails}) {
    for (const std::size_t segment : {std::size_t{64}, std::size_t{700}, chunks::kRealSegment}) {
      EXPECT_EQ(MaskInPieces(text, RandomPieces(3, text.size(), 500), segment), MaskWhole(text, segment)) << segment;
    }
  }
}

// A chain in which each candidate overlaps the next and loses to it: what wins at its end would decide its head, link by
// link, if a cluster had no end. Here one more link far behind changes nothing within the first KiB, and the borders of
// segments do not cut a cluster.
TEST(Law1AnyCutting, TheTailOfAChainDoesNotDecideItsHead) {
  const OwnFolder own("law1");
  const std::string folder = own.path().string();
  chunks::WritePattern(folder, "P", "xa+x", "xaax");
  FilterOptions options;
  options.builtin_patterns = false;
  options.pattern_dirs = {folder};
  const auto filter = Filter::Create(options);
  ASSERT_TRUE(filter.ok()) << filter.status().message();
  const auto mask = [&](const std::string& text, std::size_t segment) {
    return MaskInPieces(text, {}, segment, {}, *filter);
  };
  std::string chain = "x";
  for (std::size_t link = 1; link < 90; ++link) chain += std::string(link, 'a') + "x";
  const std::string longer = chain + std::string(90, 'a') + "x";
  const Masked one = mask(chain, chunks::kRealSegment);
  const Masked two = mask(longer, chunks::kRealSegment);
  ASSERT_NE(one.out, chain);
  // The sizes of findings within the first 900 bytes.
  EXPECT_EQ(one.trace.substr(0, 200), two.trace.substr(0, 200));
  for (const std::size_t segment : std::initializer_list<std::size_t>{50, 64, 333, 1000})
    EXPECT_EQ(mask(longer, segment), two) << segment;
}

// What was seen to the left counts, however far: a name that was introduced is known in every later segment.
TEST(Law1AnyCutting, MemoryOfNamesReachesOverSegments) {
  const std::string lines = Repeated("Der Zug fährt um zehn ab, und es regnet.\n", 25'000);
  const std::string text = "Sehr geehrte Frau Brandauer,\n\n" + lines + "mit Brandauer ist das so abgestimmt.\n";
  const Masked whole = MaskWhole(text);
  EXPECT_EQ(whole.out.find("Brandauer"), std::string::npos) << whole.trace;
  EXPECT_EQ(MaskByteByByte(text), whole);
}

TEST(Law1AnyCutting, RestoreInAnyPieces) {
  const std::string text = Generated("post", 9, 20'000);
  auto session = Session::Create(chunks::SharedFilter());
  ASSERT_TRUE(session.ok());
  const auto masked = session->Mask(text);
  ASSERT_TRUE(masked.ok());
  EXPECT_EQ(chunks::RestoreInPieces(*session, *masked, std::vector<std::size_t>(masked->size(), 1)), text);
  EXPECT_EQ(chunks::RestoreInPieces(*session, *masked, RandomPieces(1, masked->size(), 40)), text);
}

}  // namespace
}  // namespace maske
