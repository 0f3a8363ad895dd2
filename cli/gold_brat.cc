// Gold as BRAT standoff: NAME.txt holds the text, NAME.ann beside it "T1<TAB>LABEL BEGIN END<TAB>TEXT" a line, offsets in
// code points, half open. Of an annotation in pieces ("0 5;16 23") each piece is an entity: what lies between them is not
// marked. Lines of other kinds (relations, events, attributes, notes) say nothing about spans and are passed over. A folder is read
// with those below it, sorted by name; a .txt without .ann is no document, an .ann without .txt an error.
#include <simdjson.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <system_error>
#include <utility>

#include "cli/gold.h"
#include "cli/gold_lines.h"
#include "cli/json.h"
#include "cli/units.h"

namespace maske::cli {
namespace {

namespace fs = std::filesystem;

// Byte offset of each code point, and of the end.
std::vector<std::size_t> Starts(std::string_view text) {
  std::vector<std::size_t> starts;
  starts.reserve(text.size() + 1);
  for (std::size_t byte = 0; byte < text.size(); byte += Utf8Length(text.substr(byte, 4))) starts.push_back(byte);
  starts.push_back(text.size());
  return starts;
}

bool TakeNumber(std::string_view* rest, std::size_t* number) {
  const auto [end, error] = std::from_chars(rest->data(), rest->data() + rest->size(), *number);
  if (error != std::errc()) return false;
  rest->remove_prefix(static_cast<std::size_t>(end - rest->data()));
  return true;
}

bool TakeChar(std::string_view* rest, char c) {
  if (!rest->starts_with(c)) return false;
  rest->remove_prefix(1);
  return true;
}

// brat shows a newline inside an annotation as a blank.
bool SameText(std::string_view shown, std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return shown == text;
}

class Pair {
 public:
  // folder: what the id leaves out of the path.
  Pair(std::string annotations, const fs::path& folder, const TakeGold& take)
      : annotations_(std::move(annotations)), folder_(folder), take_(take) {}

  ExitCode Read() {
    const std::string stem = annotations_.substr(0, annotations_.size() - 4);
    const std::string text_name = stem + ".txt";
    std::error_code error;
    if (!fs::exists(text_name, error)) {
      return Complain(kInputFailed, annotations_ + ": there is no text beside it; put " + text_name + " there");
    }
    const ExitCode read = ReadUnpacked(text_name, [&](std::string_view chunk) {
      document_.text.append(chunk);
      return kDone;
    });
    if (read != kDone) return read;
    if (!simdjson::validate_utf8(document_.text.data(), document_.text.size())) {
      return Complain(kInputFailed, text_name + ": this is no UTF-8");
    }
    starts_ = Starts(document_.text);
    const ExitCode code = ReadLines(annotations_, [&](std::string* line, std::uint64_t number) {
      const std::string_view why = Take(*line);
      return why.empty() ? kDone : BrokenGold(annotations_, number, why);
    });
    if (code != kDone) return code;
    AppendJsonName(fs::path(stem).lexically_relative(folder_).string(), &document_.id);
    document_.file = text_name;
    return take_(document_);
  }

 private:
  std::string_view Take(std::string_view line) {
    constexpr std::string_view kForm = "an annotation of text has the form T1<TAB>LABEL BEGIN END<TAB>TEXT";
    if (line.find_first_not_of(" \t") == std::string_view::npos) return "";
    constexpr std::string_view kOtherKinds = "REAMN*#";
    if (kOtherKinds.find(line.front()) != std::string_view::npos) return "";
    if (line.front() != 'T') return "a line begins with none of the letters of brat: T R E A M N * #";
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos) return kForm;
    std::string_view rest = line.substr(tab + 1);
    const std::size_t blank = rest.find(' ');
    if (blank == std::string_view::npos || blank == 0) return kForm;
    const std::string label(rest.substr(0, blank));
    rest.remove_prefix(blank);
    std::string text;
    do {
      std::size_t begin = 0;
      std::size_t end = 0;
      if (text.empty() && !TakeChar(&rest, ' ')) return kForm;
      if (!TakeNumber(&rest, &begin) || !TakeChar(&rest, ' ') || !TakeNumber(&rest, &end)) return kForm;
      if (begin >= end) return "an annotation ends where it begins or before";
      if (end >= starts_.size()) return "an annotation lies outside of the text (are the offsets code points?)";
      if (!text.empty()) text.push_back(' ');
      text.append(document_.text, starts_[begin], starts_[end] - starts_[begin]);
      document_.entities.push_back({begin, end, label, false});
    } while (TakeChar(&rest, ';'));
    if (!TakeChar(&rest, '\t')) return rest.empty() ? "" : kForm;
    return SameText(rest, std::move(text)) ? "" : "an annotation's text is not what stands at its offsets";
  }

  std::string annotations_;
  fs::path folder_;
  const TakeGold& take_;
  GoldDocument document_;
  std::vector<std::size_t> starts_;
};

}  // namespace

ExitCode ReadBrat(const std::string& name, const TakeGold& take) {
  std::error_code error;
  if (!fs::is_directory(name, error)) {
    std::string annotations = name;
    if (name.ends_with(".txt")) annotations.replace(name.size() - 4, 4, ".ann");
    if (!annotations.ends_with(".ann")) {
      return Complain(kInputFailed, name + ": brat gold is a folder, or a file NAME.ann with NAME.txt beside it");
    }
    return Pair(annotations, fs::path(annotations).parent_path(), take).Read();
  }
  std::vector<std::string> files;
  for (fs::recursive_directory_iterator entry(name, error), end; !error && entry != end; entry.increment(error)) {
    if (entry->path().extension() == ".ann") files.push_back(entry->path().string());
  }
  if (error) return Complain(kInputFailed, "cannot read " + name + ": " + error.message());
  if (files.empty()) return Complain(kInputFailed, name + ": there is no .ann file in this folder");
  std::sort(files.begin(), files.end());
  for (const std::string& file : files) {
    if (const ExitCode code = Pair(file, name, take).Read(); code != kDone) return code;
  }
  return kDone;
}

}  // namespace maske::cli
