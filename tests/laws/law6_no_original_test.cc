// Law 6: no original in anything but the output and its vault. Here: every error value, and what the library might
// print.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "chunks/feed.h"

namespace maske {
namespace {

// Words that stand in every input here and may stand in no message.
constexpr const char* kOriginals[] = {"Quastenflosser",
                                      "quastenflosser",
                                      "DE89 3704",
                                      "89370400",
                                      "geheimnis77",
                                      ("Z\xC3\xBC"
                                       "ckert")};

std::string Input() {
  return "Frau Quastenflosser Z\xC3\xBC"
         "ckert, quastenflosser@example.org, IBAN DE89 3704 0044 0532 0130 00, Passwort: geheimnis77\n";
}

void ExpectSilentAbout(const Status& status, ErrorCode code) {
  EXPECT_EQ(status.code(), code) << status.message();
  EXPECT_FALSE(status.message().empty()) << "an error that says nothing";
  for (const char* original : kOriginals) {
    EXPECT_EQ(status.message().find(original), std::string::npos) << status.message();
  }
}

TEST(Law6NoOriginal, ErrorsOfStreams) {
  const auto filter = chunks::SharedFilter();
  Policy full;
  full.vault_limit_bytes = 1;
  auto session = Session::Create(filter, full);
  ASSERT_TRUE(session.ok());
  ExpectSilentAbout(session->Mask(Input()).status(), ErrorCode::kVaultFull);

  session = Session::Create(filter);
  ExpectSilentAbout(session->Mask(Input() + '\0' + Input()).status(), ErrorCode::kInput);
  ExpectSilentAbout(session->Mask("\xFF\xFE" + Input()).status(), ErrorCode::kInput);

  MaskStream stream = session->OpenMask([](std::string_view) { return false; });
  Status status = stream.Write(Input());
  if (status.ok()) status = stream.Finish();
  ExpectSilentAbout(status, ErrorCode::kOutput);
  ExpectSilentAbout(stream.Write(Input()), ErrorCode::kState);
  ExpectSilentAbout(stream.Finish(), ErrorCode::kState);

  RestoreStream back = session->OpenRestore([](std::string_view) { return false; });
  ExpectSilentAbout(back.Write(Input() + "[EMAIL_1]"), ErrorCode::kOutput);
  ExpectSilentAbout(back.Write(Input()), ErrorCode::kState);
}

TEST(Law6NoOriginal, ErrorsOfTheVault) {
  auto session = Session::Create(chunks::SharedFilter());
  ASSERT_TRUE(session.ok());
  ASSERT_TRUE(session->Mask(Input()).ok());
  ExpectSilentAbout(session->Import({"[EMAIL_1]", "EMAIL", "Quastenflosser"}), ErrorCode::kInvalidArgument);
  ExpectSilentAbout(session->Import({"Quastenflosser", "EMAIL", "geheimnis77"}), ErrorCode::kInvalidArgument);
}

// Rules and types name what was found, never the text of it.
TEST(Law6NoOriginal, FindingsHoldNoText) {
  const auto findings = chunks::SharedFilter()->Detect(Input());
  ASSERT_TRUE(findings.ok());
  ASSERT_FALSE(findings->empty());
  for (const Finding& finding : *findings) {
    for (const char* original : kOriginals) {
      EXPECT_EQ(finding.rule.find(original), std::string_view::npos);
      EXPECT_EQ(finding.type.find(original), std::string_view::npos);
    }
  }
}

TEST(Law6NoOriginal, NothingIsPrinted) {
  testing::internal::CaptureStdout();
  testing::internal::CaptureStderr();
  Policy full;
  full.vault_limit_bytes = 100'000;
  auto session = Session::Create(chunks::SharedFilter(), full);
  bool failed = false;
  for (int i = 0; session.ok() && i < 4000 && !failed; ++i)
    failed = !session->Mask(Input() + std::to_string(i) + "@example.org\n").ok();
  const std::string out = testing::internal::GetCapturedStdout() + testing::internal::GetCapturedStderr();
  EXPECT_TRUE(failed);
  EXPECT_EQ(out, "");
}

}  // namespace
}  // namespace maske
