// Gold as CoNLL columns: a token a line, the token in the first column and its tag in the last, split by tabs or else by
// blanks. Tags: O, or B-LABEL, I-LABEL (IOB2, and IOB1 where an entity may begin with I), also E-, S-, L-, U- of the BIOES
// and BILOU schemes. A blank line ends a sentence. The text is the tokens joined by blanks; offsets are made here.
//
// A file that begins with -DOCSTART- has a document from each such line to the next, its sentences a line each; in any
// other file each sentence is a document. A line that begins with # and does not end in a tag is a comment.
#include <simdjson.h>

#include <utility>

#include "cli/gold.h"
#include "cli/gold_lines.h"
#include "cli/json.h"
#include "cli/units.h"

namespace maske::cli {
namespace {

constexpr std::string_view kDocumentStart = "-DOCSTART-";

struct Columns {
  std::string_view first;
  std::string_view last;
  bool several = false;
};

Columns Split(std::string_view line) {
  const bool tabs = line.find('\t') != std::string_view::npos;
  const char* blanks = tabs ? "\t" : " ";
  const std::size_t begin = line.find_first_not_of(blanks);
  const std::size_t end = line.find_last_not_of(blanks);
  line = line.substr(begin, end - begin + 1);
  const std::size_t first = line.find_first_of(blanks);
  if (first == std::string_view::npos) return {line, line, false};
  return {line.substr(0, first), line.substr(line.find_last_of(blanks) + 1), true};
}

struct Tag {
  bool sound = false;
  bool begins = false;     // an entity begins here whatever stands before
  bool ends = false;       // it goes on no further
  std::string_view label;  // empty: O
};

Tag ReadTag(std::string_view text) {
  if (text == "O") return {true, false, false, ""};
  if (text.size() < 3 || text[1] != '-') return {};
  const std::string_view label = text.substr(2);
  switch (text[0]) {
    case 'B':
      return {true, true, false, label};
    case 'I':
      return {true, false, false, label};
    case 'E':
    case 'L':
      return {true, false, true, label};
    case 'S':
    case 'U':
      return {true, true, true, label};
    default:
      return {};
  }
}

class Reader {
 public:
  Reader(const std::string& name, const TakeGold& take) : name_(name), take_(take) {}

  ExitCode Take(std::string_view line, std::uint64_t number) {
    if (line.find_first_not_of(" \t") == std::string_view::npos) return EndSentence();
    const Columns columns = Split(line);
    if (columns.first == kDocumentStart) {
      if (tokens_ > 0 && !marked_) {
        return BrokenGold(name_, number, "the first -DOCSTART- comes after text; begin the file with one");
      }
      if (const ExitCode code = EndDocument(); code != kDone) return code;
      marked_ = true;
      document_.line = number;
      started_ = true;
      return kDone;
    }
    const Tag tag = ReadTag(columns.last);
    if (line.starts_with('#') && (!columns.several || !tag.sound)) return kDone;
    if (!columns.several) return BrokenGold(name_, number, "a token without a tag: the tag is the last column");
    if (!tag.sound) {
      return BrokenGold(name_, number, "the last column is no tag; tags are O, B-LABEL and I-LABEL");
    }
    if (!simdjson::validate_utf8(columns.first.data(), columns.first.size())) {
      return BrokenGold(name_, number, "the token is no UTF-8");
    }
    AddToken(columns.first, tag, number);
    return kDone;
  }

  ExitCode EndDocument() {
    if (!started_) return kDone;
    document_.file = name_;
    document_.id = "\"line " + std::to_string(document_.line) + "\"";
    const ExitCode code = take_(document_);
    document_ = {};
    points_ = 0;
    started_ = within_ = false;
    return code;
  }

 private:
  ExitCode EndSentence() {
    within_ = false;
    if (!marked_) return EndDocument();
    new_line_ = !document_.text.empty();
    return kDone;
  }

  void AddToken(std::string_view token, const Tag& tag, std::uint64_t number) {
    if (!started_) document_.line = number;
    started_ = true;
    ++tokens_;
    if (!document_.text.empty()) {
      document_.text.push_back(new_line_ ? '\n' : ' ');
      ++points_;
    }
    new_line_ = false;
    const std::size_t begin = points_;
    document_.text.append(token);
    points_ += CountUnits(token, OffsetUnit::kCodePoint);
    if (tag.label.empty()) {
      within_ = false;
      return;
    }
    if (within_ && !tag.begins && document_.entities.back().label == tag.label) {
      document_.entities.back().end = points_;
    } else {
      document_.entities.push_back({begin, points_, std::string(tag.label), false});
    }
    within_ = !tag.ends;
  }

  const std::string& name_;
  const TakeGold& take_;
  GoldDocument document_;
  std::size_t points_ = 0;    // code points of the document's text
  std::uint64_t tokens_ = 0;  // of the file
  bool marked_ = false;       // -DOCSTART- begins documents
  bool started_ = false;      // there is a document to give
  bool within_ = false;       // the last entity may go on
  bool new_line_ = false;
};

}  // namespace

ExitCode ReadConll(const std::string& name, const TakeGold& take) {
  Reader reader(name, take);
  const ExitCode code =
      ReadLines(name, [&](std::string* line, std::uint64_t number) { return reader.Take(*line, number); });
  return code == kDone ? reader.EndDocument() : code;
}

}  // namespace maske::cli
