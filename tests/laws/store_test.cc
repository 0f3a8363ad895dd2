// Laws 2, 4 and 5 for a session with a store: what a sink got can be put back from what is committed then; what a failed
// store told goes nowhere; memory is bounded and ends nothing. tests/vault has the same for the vault on disk.
#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "chunks/feed.h"
#include "chunks/letters.h"
#include "laws/memory_store.h"

namespace maske {
namespace {

using laws::MemoryStore;
using Disk = MemoryStore::Disk;

Session Open(const std::shared_ptr<Disk>& disk, std::size_t limit = std::size_t{12} << 20) {
  Policy policy;
  policy.binary = true;
  policy.vault_limit_bytes = limit;
  auto session = Session::Create(chunks::SharedFilter(), policy, std::make_unique<MemoryStore>(disk));
  EXPECT_TRUE(session.ok());
  return std::move(session).value();
}

std::string Mails(int from, int count) {
  std::string text;
  for (int i = from; i < from + count; ++i) text += "an n" + std::to_string(i) + "@example.org\n";
  return text;
}

TEST(Law4Store, WhatTheSinkGotCanBeRestoredFromThenOn) {
  const std::string text = chunks::Generated("post", 3, 30'000) + Mails(0, 1'500);
  const auto disk = std::make_shared<Disk>();
  std::string masked;
  std::size_t calls = 0;
  Session session = Open(disk);
  MaskStream stream = session.OpenMask([&](std::string_view bytes) {
    masked.append(bytes);
    if (++calls % 3 != 1) return true;
    auto back = Open(std::make_shared<Disk>(*disk)).Restore(masked);
    EXPECT_TRUE(back.ok());
    EXPECT_EQ(*back, text.substr(0, back->size())) << "call " << calls;
    EXPECT_LT(masked.size(), back->size() + 64) << "call " << calls;
    return true;
  });
  for (std::size_t at = 0; at < text.size(); at += 7'001) ASSERT_TRUE(stream.Write(text.substr(at, 7'001)));
  ASSERT_TRUE(stream.Finish());
  EXPECT_GT(calls, 5U);
  EXPECT_EQ(*Open(disk).Restore(masked), text);
}

TEST(Law4Store, NumbersAreThoseOfMemoryAndGoOn) {
  const std::string text = chunks::Generated("post", 5, 30'000);
  Session plain = *Session::Create(chunks::SharedFilter(), {});
  const auto disk = std::make_shared<Disk>();
  EXPECT_EQ(*Open(disk).Mask(text), *plain.Mask(text));
  EXPECT_EQ(*Open(disk).Mask(Mails(0, 3)), *plain.Mask(Mails(0, 3)));
  EXPECT_EQ(*Open(disk).Mask("DE89370400440532013000, DE89 3704 0044 0532 0130 00"),
            *plain.Mask("DE89370400440532013000, DE89 3704 0044 0532 0130 00"));
}

TEST(Law4Store, SessionsOfOneStoreAgree) {
  const auto disk = std::make_shared<Disk>();
  Session a = Open(disk);
  Session b = Open(disk);
  EXPECT_EQ(*a.Mask("an x@example.org"), "an [EMAIL_1]");
  EXPECT_EQ(*b.Mask("an y@example.org"), "an [EMAIL_2]");
  EXPECT_EQ(*a.Mask("an y@example.org"), "an [EMAIL_2]");
  EXPECT_EQ(*a.Restore("[EMAIL_2] [EMAIL_3]"), "y@example.org [EMAIL_3]");
}

TEST(Law4Store, WhatWasRemovedGetsANewNumber) {
  const auto disk = std::make_shared<Disk>();
  Session session = Open(disk);
  EXPECT_EQ(*session.Mask("an x@example.org"), "an [EMAIL_1]");
  disk->state.entries.clear();
  disk->forget = true;
  EXPECT_EQ(*session.Mask("an x@example.org"), "an [EMAIL_2]");
}

TEST(Law4Store, ABatchOfSpelledTexts) {
  const auto disk = std::make_shared<Disk>();
  Session session = Open(disk);
  const std::string text = "x@example.org";
  std::vector<std::uint32_t> places;
  for (std::uint32_t i = 0; i <= text.size(); ++i) places.push_back(i);
  EXPECT_EQ(*session.MaskSpelled(text, text, places), "[EMAIL_1]");
  EXPECT_EQ(disk->state.entries.size(), 1U);
  ASSERT_TRUE(session.BeginBatch());
  EXPECT_EQ(*session.MaskSpelled("y@example.org", "y@example.org", places), "[EMAIL_2]");
  EXPECT_EQ(disk->state.entries.size(), 1U);
  ASSERT_TRUE(session.EndBatch());
  EXPECT_EQ(disk->state.entries.size(), 2U);
}

TEST(Law2Store, AFullDiskLetsNothingOfTheBatchOut) {
  const auto disk = std::make_shared<Disk>();
  Session session = Open(disk);
  std::string masked;
  MaskStream stream = session.OpenMask([&](std::string_view bytes) {
    masked.append(bytes);
    return true;
  });
  ASSERT_TRUE(stream.Write(Mails(0, 300)));
  const std::string before = masked;
  disk->full = true;
  Status status = stream.Write(Mails(300, 900));
  EXPECT_EQ(status.code(), ErrorCode::kVault);
  EXPECT_EQ(masked, before);
  disk->full = false;
  EXPECT_EQ(stream.Finish().code(), ErrorCode::kState);
  EXPECT_EQ(session.Mask("x@example.org").status().code(), ErrorCode::kVault) << "its numbers are not the store's";
  EXPECT_EQ(masked, before);
}

TEST(Law2Store, ADamagedStoreLetsNothingOut) {
  const auto disk = std::make_shared<Disk>();
  const std::string masked = *Open(disk).Mask("an x@example.org");
  disk->damaged = true;
  EXPECT_EQ(Open(disk).Restore(masked).status().code(), ErrorCode::kVault);
  std::string out;
  Session session = Open(disk);
  RestoreStream stream = session.OpenRestore([&](std::string_view bytes) {
    out.append(bytes);
    return true;
  });
  EXPECT_EQ(stream.Write(masked).code(), ErrorCode::kVault);
  EXPECT_EQ(stream.Finish().code(), ErrorCode::kState);
  EXPECT_EQ(out, "");
}

// A surname alone has its person's number for whoever opens the store later, too.
TEST(Law4Store, PartsOfNames) {
  const auto disk = std::make_shared<Disk>();
  const std::string text = "Frau Erika Zoekemann kommt. Frau Zoekemann geht.";
  const std::string masked = *Open(disk).Mask(text);
  EXPECT_EQ(masked, "Frau [PERSON_1] kommt. Frau [PERSON_1_SURNAME] geht.");
  Session second = Open(disk);
  EXPECT_EQ(*second.Restore(masked), text);
  const std::string more = "Frau Zoekemann, Frau ZOEKEMANN";
  EXPECT_EQ(*second.Mask(more), "Frau [PERSON_1_SURNAME], Frau [PERSON_1_SURNAME_2]");
  EXPECT_EQ(*Open(disk).Restore("[PERSON_1_SURNAME], [PERSON_1_NACHNAME_2] [PERSON_1_GIVEN]"),
            "Zoekemann, ZOEKEMANN [PERSON_1_GIVEN]");
}

TEST(Law5Store, MemoryIsBoundedAndEndsNothing) {
  const auto disk = std::make_shared<Disk>();
  constexpr std::size_t kLimit = 75'000;
  Session session = Open(disk, kLimit);
  std::string all;
  for (int i = 0; i < 10; ++i) {
    const auto masked = session.Mask(Mails(i * 250, 250));
    ASSERT_TRUE(masked.ok()) << masked.status().message();
    all += *masked;
    EXPECT_LE(session.vault_bytes(), kLimit);
  }
  EXPECT_EQ(*session.Mask(Mails(0, 250)), all.substr(0, session.Mask(Mails(0, 250))->size())) << "after forgetting";
  EXPECT_EQ(*session.Restore(all), Mails(0, 2'500));
}

}  // namespace
}  // namespace maske
