#include "cli/json_input.h"

#include <string_view>

#include "cli/input.h"
#include "format/json_chat.h"

namespace maske::cli {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kBlanks = " \t\r\n";

class JsonReader {
 public:
  JsonReader(const std::string& name, bool lines, Session* session, const FindingObserver& observer, bool restorable,
             Turn* turn)
      : name_(name), lines_(lines), session_(*session), masker_(session, observer, restorable), turn_(*turn) {}

  ExitCode Take(std::string_view chunk) {
    while (lines_) {
      const std::size_t newline = chunk.find('\n');
      if (newline == std::string_view::npos) break;
      text_.append(chunk.substr(0, newline + 1));
      chunk.remove_prefix(newline + 1);
      if (const ExitCode code = EndValue(); code != kDone) return code;
    }
    text_.append(chunk);
    return Deliver();
  }

  ExitCode Finish() {
    if (const ExitCode code = EndValue(); code != kDone) return code;
    return Deliver();
  }

 private:
  // What was masked goes out when its placeholders are kept; one write to a vault's disk for many values.
  ExitCode Deliver() {
    if (const Status kept = session_.EndBatch(); !kept.ok()) return Complain(kept, ShownName(name_));
    const bool taken = turn_.Write(masked_) && turn_.Flush();
    masked_.clear();
    return taken ? kDone : turn_.Report();
  }

  // What is gathered is one value, and blanks around it; or blanks alone.
  ExitCode EndValue() {
    ++line_;
    std::string_view value = text_;
    std::string_view before;
    if (line_ == 1 && value.starts_with(kByteOrderMark)) {
      before = value.substr(0, kByteOrderMark.size());
      value.remove_prefix(before.size());
    }
    masked_.append(before);
    if (value.find_first_not_of(kBlanks) == std::string_view::npos) {
      masked_.append(value);
    } else {
      if (const Status open = session_.BeginBatch(); !open.ok()) return Complain(open, ShownName(name_));
      Result<std::string> masked = masker_.Mask(value);
      if (!masked.ok()) {
        const std::string where = lines_ ? ShownName(name_) + ": line " + std::to_string(line_) : ShownName(name_);
        const ExitCode code = Complain(masked.status(), where);
        (void)Deliver();
        return code;
      }
      masked_.append(*masked);
    }
    text_.clear();
    return masked_.size() < kReadBytes ? kDone : Deliver();
  }

  const std::string& name_;
  bool lines_;
  Session& session_;
  format::JsonMasker masker_;
  Turn& turn_;
  std::string text_;
  std::string masked_;  // and not yet kept
  std::size_t line_ = 0;
};

}  // namespace

ExitCode MaskJsonInput(const std::string& name, bool lines, Session* session, const FindingObserver& observer,
                       bool restorable, Turn* turn) {
  JsonReader reader(name, lines, session, observer, restorable, turn);
  const ExitCode code = ReadInput(name, [&](std::string_view chunk) { return reader.Take(chunk); });
  return code == kDone ? reader.Finish() : code;
}

}  // namespace maske::cli
