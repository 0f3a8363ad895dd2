// maske detect --documents: one JSON object {"id","text"} a line, one line of findings for each, in order. A line is
// parsed as a whole (simdjson), so memory is that of the longest line; each document is a session of its own. The first
// line that is no such object ends the run: nothing comes out for it or after it. Blank lines are passed over. On several
// threads an input is cut into batches of lines; when one fails while the input pauses, the run ends when it goes on.
#include <simdjson.h>

#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>

#include "base/mutation.h"
#include "cli/detect.h"
#include "cli/finding_writer.h"
#include "cli/input.h"
#include "cli/json.h"
#include "cli/line_batches.h"
#include "cli/units.h"

namespace maske::cli {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

class DocumentReader {
 public:
  // lines_before: lines of the input before what this reader gets.
  DocumentReader(const Detecting& detecting, const std::string& name, std::uint64_t lines_before, Turn* turn,
                 Account* account)
      : detecting_(detecting), name_(name), turn_(*turn), account_(*account), number_(lines_before) {}

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
  std::uint64_t number_;  // of the line
};

// A thread that takes batches until there are no more, and that nobody leaves behind.
class Workshop {
 public:
  Workshop(LineBatches* batches, const std::function<void()>& work)
      : batches_(*batches), thread_([this, work] {
          work();
          batches_.Stop(0);
        }) {}
  Workshop(const Workshop&) = delete;
  Workshop& operator=(const Workshop&) = delete;
  ~Workshop() {
    if (!thread_.joinable()) return;
    batches_.Stop(0);
    thread_.join();
  }
  void Join() { thread_.join(); }

 private:
  LineBatches& batches_;
  std::thread thread_;
};

}  // namespace

ExitCode DetectDocuments(const Detecting& detecting, const std::string& name, Turn* turn, Account* account) {
  DocumentReader reader(detecting, name, 0, turn, account);
  const ExitCode code = ReadInput(name, [&](std::string_view chunk) { return reader.Take(chunk); });
  return code == kDone ? reader.Finish() : code;
}

ExitCode DetectDocumentsOnThreads(const Detecting& detecting, const std::string& name, unsigned threads, Output* output,
                                  Account* account) {
  LineBatches batches(2 * std::size_t{threads});
  std::mutex mutex;
  const Work work = [&](std::size_t piece, Turn* turn) -> std::optional<ExitCode> {
    const std::optional<LineBatches::Batch> batch = batches.Take(piece);
    if (!batch.has_value()) return std::nullopt;
    Account own;
    DocumentReader reader(detecting, name, batch->lines_before, turn, &own);
    ExitCode code = reader.Take(batch->text);
    if (code == kDone) code = reader.Finish();
    if (code != kDone) batches.Stop(piece + 1);
    const std::lock_guard lock(mutex);
    account->Add(own);
    return code;
  };
  ExitCode done = kInternal;
  Workshop workshop(&batches, [&] { done = DoInOrder(kAsManyAsThereAre, threads, output, work); });
  HeldMessages messages;  // a failure to read comes behind those of the lines before
  // The main thread reads: it is the one that signals reach.
  const ExitCode read = ReadInput(
      name, [&](std::string_view chunk) { return batches.Put(chunk, chunk.size() < kReadBytes) ? kDone : kInternal; });
  batches.End();
  workshop.Join();
  if (done != kDone) return done;
  messages.Say();
  return read;
}

}  // namespace maske::cli
