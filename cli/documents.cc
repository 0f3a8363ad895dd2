// maske detect --documents: one JSON object {"id","text"} a line, one line of findings for each, in order. A line is
// parsed as a whole (simdjson), so memory is that of the longest line; each document is a session of its own. The first
// line that is no such object ends the run: nothing comes out for it or after it. Blank lines are passed over.
#include <simdjson.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/mutation.h"
#include "cli/detect.h"
#include "cli/finding_writer.h"
#include "cli/input.h"
#include "cli/json.h"
#include "cli/units.h"

namespace maske::cli {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

class DocumentReader {
 public:
  DocumentReader(const Detecting& detecting, const std::string& name, Turn* turn, Account* account)
      : detecting_(detecting), name_(name), turn_(*turn), account_(*account) {}

  ExitCode Take(std::string_view chunk) {
    while (true) {
      const std::size_t newline = chunk.find('\n');
      line_.append(chunk.substr(0, newline));
      if (newline == std::string_view::npos && MASKE_MUTATION("law1_line_by_read")) return EndLine();
      if (newline == std::string_view::npos) break;
      if (const ExitCode code = EndLine(); code != kDone) return code;
      chunk.remove_prefix(newline + 1);
    }
    return turn_.Flush() ? kDone : turn_.Report();
  }

  ExitCode Finish() {
    if (const ExitCode code = EndLine(); code != kDone) return code;
    return turn_.Flush() ? kDone : turn_.Report();
  }

 private:
  ExitCode Wrong(std::string_view why) {
    (void)turn_.Flush();  // the documents before were decided
    std::string message = ShownName(name_) + ": line " + std::to_string(number_) + ": ";
    if (MASKE_MUTATION("law6_line_in_error")) message.append(line_);
    return Complain(kInputFailed, message.append(why));
  }

  ExitCode EndLine() {
    ++number_;
    if (number_ == 1 && line_.starts_with(kByteOrderMark)) line_.erase(0, kByteOrderMark.size());
    if (line_.find_first_not_of(" \t\r") == std::string::npos) {
      line_.clear();
      return kDone;
    }
    const ExitCode code = Document();
    line_.clear();
    return code;
  }

  ExitCode Document() {
    line_.reserve(line_.size() + simdjson::SIMDJSON_PADDING);
    simdjson::dom::element top;
    if (const auto error = parser_.parse(line_.data(), line_.size(), false).get(top); error != simdjson::SUCCESS) {
      return Wrong("this is no sound JSON; give one object {\"id\",\"text\"} a line");
    }
    simdjson::dom::object object;
    std::string_view text;
    if (top.get_object().get(object) != simdjson::SUCCESS) return Wrong("this is no JSON object {\"id\",\"text\"}");
    if (object["text"].get_string().get(text) != simdjson::SUCCESS) return Wrong("the object has no string \"text\"");
    Result<std::vector<Finding>> found = detecting_.filter->Detect(text, detecting_.policy, OffsetUnit::kByte);
    if (!found.ok()) {
      (void)turn_.Flush();
      return Complain(found.status(), ShownName(name_) + ": line " + std::to_string(number_));
    }
    out_ = "{\"id\":";
    AppendId(object);
    out_.append(",\"entities\":[");
    AppendFindings(text, *found);
    out_.append("]}\n");
    return turn_.Write(out_) ? kDone : turn_.Report();
  }

  // As it was spelled; null when the document has none.
  void AppendId(const simdjson::dom::object& object) {
    simdjson::dom::element id;
    if (object["id"].get(id) != simdjson::SUCCESS) {
      out_.append("null");
    } else if (const std::optional<std::string_view> raw = RawMember(line_, "id"); raw.has_value()) {
      out_.append(*raw);
    } else {
      out_.append(simdjson::minify(id));
    }
  }

  void AppendFindings(std::string_view text, const std::vector<Finding>& findings) {
    std::size_t byte = 0;
    std::size_t units = 0;
    const auto units_at = [&](std::size_t offset) {
      units += CountUnits(text.substr(byte, offset - byte), detecting_.unit);
      byte = offset;
      return units;
    };
    bool first = true;
    for (const Finding& finding : findings) {
      if (!account_.Take(finding, detecting_)) continue;
      Finding shown = finding;
      shown.begin = units_at(finding.begin);
      shown.end = units_at(finding.end);
      out_.append(first ? "{" : ",{");
      first = false;
      AppendFinding(shown, detecting_.with_text, text.substr(finding.begin, finding.end - finding.begin), &out_);
    }
  }

  const Detecting& detecting_;
  const std::string& name_;
  Turn& turn_;
  Account& account_;
  simdjson::dom::parser parser_;
  std::string line_;
  std::string out_;
  std::uint64_t number_ = 0;
};

}  // namespace

ExitCode DetectDocuments(const Detecting& detecting, const std::string& name, Turn* turn, Account* account) {
  DocumentReader reader(detecting, name, turn, account);
  const ExitCode code = ReadInput(name, [&](std::string_view chunk) { return reader.Take(chunk); });
  return code == kDone ? reader.Finish() : code;
}

}  // namespace maske::cli
