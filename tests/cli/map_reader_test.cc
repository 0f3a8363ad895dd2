// The map as a stream: any cutting and any spelling of the JSON gives the same entries, and memory is that of one entry.
#include "cli/map_reader.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "maske/maske.h"

namespace maske::cli {
namespace {

class MapReaderTest : public testing::Test {
 protected:
  MapReaderTest() : filter_(*Filter::Create()) {}

  // "[PERSON_1]=…" of each entry; "error" when the map was refused.
  std::vector<std::string> Read(std::string_view json, std::size_t step) {
    Policy policy;
    policy.vault_limit_bytes = 0;
    auto session = Session::Create(filter_, policy);
    const std::string path = "m.json";
    MapReader reader(path, *filter_, &*session);
    testing::internal::CaptureStderr();
    ExitCode code = kDone;
    for (std::size_t at = 0; at < json.size() && code == kDone; at += step) code = reader.Write(json.substr(at, step));
    if (code == kDone) code = reader.Finish();
    message_ = testing::internal::GetCapturedStderr();
    if (code != kDone) return {"error"};
    std::vector<std::string> entries;
    session->ForEachEntry([&](const VaultEntry& entry) {
      entries.push_back(std::string(entry.placeholder) + "=" + std::string(entry.original));
    });
    return entries;
  }

  std::shared_ptr<const Filter> filter_;
  std::string message_;
};

TEST_F(MapReaderTest, AnySpellingInAnyCutting) {
  const std::vector<std::string> want = {"[PERSON_1]=a \"}]{[,\\ b", "[EMAIL_2]=ä\n", "[PERSON_2_2]="};
  const std::vector<std::string> spellings = {
      R"({"version":1,"entries":[{"placeholder":"[PERSON_1]","type":"PERSON","original":"a \"}]{[,\\ b"},)"
      R"({"placeholder":"[EMAIL_2]","type":"EMAIL","original":"\u00e4\n"},)"
      R"({"placeholder":"[PERSON_2_2]","type":"PERSON","original":""}]})",
      R"( { "entries" : [ { "original" : "a \u0022}]{[,\\ b" , "type" : "PERSON" , "placeholder" : "[PERSON_1]" }  ,)"
      "\r\n\t"
      R"({ "placeholder" : "[EMAIL_2]", "type" : "EMAIL", "original" : "ä\n" },{"placeholder":"[PERSON_2_2]",)"
      R"("type":"PERSON","original":""} ] , "version" : 1 } )"};
  for (const std::string& json : spellings) {
    for (std::size_t step = 1; step <= json.size(); ++step) ASSERT_EQ(Read(json, step), want) << json << message_;
  }
  for (const std::string_view none : {R"({"version":1,"entries":[]})", R"({"entries":[ ],"version":1})"}) {
    EXPECT_EQ(Read(none, 5), std::vector<std::string>{}) << message_;
  }
}

TEST_F(MapReaderTest, WhatIsRefused) {
  const std::string entry = R"({"placeholder":"[PERSON_1]","type":"PERSON","original":"geheim"})";
  const std::vector<std::string> maps = {R"({"version":1,"entries":[)" + entry + R"(],"entries":[)" + entry + "]}",
                                         R"({"version":1,"entries":[)" + entry + R"(],"more":[)" + entry + "]}",
                                         R"({"version":1,"entries":[)" + entry + entry + "]}",
                                         R"({"version":1,"entries":[)" + entry + ",]}",
                                         R"({"version":1,"entries":[)" + entry + ",1]}",
                                         R"({"version":1,"entries":[1,)" + entry + "]}",
                                         R"({"version":1,"entries":[{"placeholder":["[PERSON_1]"}]}]})",
                                         R"({"version":1,"entries":[[)" + entry + "]]}",
                                         R"([{"version":1,"entries":[)" + entry + "]}]"};
  for (const std::string& json : maps) {
    for (const std::size_t step : {std::size_t{1}, json.size()}) {
      EXPECT_EQ(Read(json, step), std::vector<std::string>{"error"}) << json;
      EXPECT_EQ(message_.find("geheim"), std::string::npos) << message_;
      EXPECT_NE(message_.find("maske: map m.json: byte "), std::string::npos) << message_;
    }
  }
}

TEST_F(MapReaderTest, NothingGrowsBesideTheSession) {
  const std::string head = R"({"version":1,"entries":[)";
  const std::string open = head + R"({"placeholder":"[PERSON_1]","type":"PERSON","original":")";
  EXPECT_EQ(Read(open + std::string(MapReader::kMaxEntryBytes, 'x') + "\"}]}", 1 << 16),
            std::vector<std::string>{"error"});
  EXPECT_NE(message_.find("byte " + std::to_string(head.size()) + ": an entry of more than 1 MiB"), std::string::npos)
      << message_;
  EXPECT_EQ(Read(head + std::string(MapReader::kMaxEntryBytes, ' ') + "]}", 1 << 16),
            std::vector<std::string>{"error"});
  EXPECT_EQ(Read(open + std::string(MapReader::kMaxEntryBytes - 100, 'x') + "\"}]}", 1 << 16).size(), 1U) << message_;
}

}  // namespace
}  // namespace maske::cli
