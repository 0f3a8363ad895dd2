#include "cli/lists.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <vector>

namespace maske::cli {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::size_t kMostShown = 20;

ExitCode ReadFile(const std::string& path, std::string* text) {
  std::error_code error;
  int why = 0;
  if (std::filesystem::is_directory(path, error)) {
    why = EISDIR;
  } else {
    std::ifstream file(path, std::ios::binary);
    if (!file) {
      why = errno;
    } else {
      text->assign(std::istreambuf_iterator<char>(file), {});
      if (file.bad()) why = EIO;
    }
  }
  if (why != 0) return Complain(kUsage, "cannot read the list " + path + ": " + std::strerror(why));
  if (text->starts_with(kByteOrderMark)) text->erase(0, kByteOrderMark.size());
  return kDone;
}

// Calls take(line, number) for each line that says something.
template <typename Take>
void ForEachLine(std::string_view text, const Take& take) {
  for (std::size_t number = 1; !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    const bool empty = line.find_first_not_of(" \t") == std::string_view::npos;
    if (!empty && !line.starts_with("# ") && line != "#") take(line, number);
  }
}

// --- people ---

enum class Column : unsigned char { kOther, kGiven, kSurname, kName, kOrganization };

Column ColumnOf(std::string_view head) {
  std::string name;
  for (const char c : head) {
    if (c >= 'A' && c <= 'Z') name.push_back(static_cast<char>(c + 32));
    if ((c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80) name.push_back(c);
  }
  struct Known {
    std::string_view name;
    Column column;
  };
  constexpr std::array kKnown{
      Known{"given", Column::kGiven},
      Known{"givenname", Column::kGiven},
      Known{"firstname", Column::kGiven},
      Known{"vorname", Column::kGiven},
      Known{"vornamen", Column::kGiven},
      Known{"surname", Column::kSurname},
      Known{"lastname", Column::kSurname},
      Known{"familyname", Column::kSurname},
      Known{"nachname", Column::kSurname},
      Known{"familienname", Column::kSurname},
      Known{"name", Column::kName},
      Known{"fullname", Column::kName},
      Known{"organization", Column::kOrganization},
      Known{"organisation", Column::kOrganization},
      Known{"company", Column::kOrganization},
      Known{"firma", Column::kOrganization},
      Known{"customer", Column::kOrganization},
      Known{"kunde", Column::kOrganization},
  };
  for (const Known& known : kKnown) {
    if (known.name == name) return known.column;
  }
  return Column::kOther;
}

std::string_view Trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

class Csv {
 public:
  explicit Csv(std::string_view text) : text_(text) {
    const std::string_view head = text.substr(0, text.find('\n'));
    const auto count = [&](char c) { return std::count(head.begin(), head.end(), c); };
    separator_ = ',';
    for (const char other : {';', '\t'}) {
      if (count(other) > count(separator_)) separator_ = other;
    }
    stops_[0] = separator_;
  }

  [[nodiscard]] std::size_t line() const { return line_; }  // that the last row began in
  [[nodiscard]] bool broken() const { return broken_; }

  // The fields of the next row; false at the end, or when a quote is never closed. They live until the next call.
  bool Next(std::vector<std::string_view>* fields) {
    fields->clear();
    unquoted_.clear();
    if (text_.empty()) return false;
    line_ = next_line_;
    while (true) {
      if (text_.starts_with('"')) {
        if (!Quoted(fields)) return false;
      } else {
        const std::size_t end = std::min(text_.find_first_of(Stops()), text_.size());
        std::string_view field = text_.substr(0, end);
        if (field.ends_with('\r')) field.remove_suffix(1);
        fields->push_back(field);
        text_.remove_prefix(end);
      }
      const bool more = text_.starts_with(separator_);
      if (text_.starts_with('\n')) ++next_line_;
      if (!text_.empty()) text_.remove_prefix(1);
      if (!more) return true;
      if (text_.empty()) {
        fields->push_back({});
        return true;
      }
    }
  }

 private:
  [[nodiscard]] std::string_view Stops() const { return {stops_.data(), stops_.size()}; }

  bool Quoted(std::vector<std::string_view>* fields) {
    std::string field;
    text_.remove_prefix(1);
    while (true) {
      const std::size_t quote = text_.find('"');
      if (quote == std::string_view::npos) {
        broken_ = true;
        return false;
      }
      field.append(text_.substr(0, quote));
      next_line_ +=
          static_cast<std::size_t>(std::count(text_.begin(), text_.begin() + static_cast<std::ptrdiff_t>(quote), '\n'));
      text_.remove_prefix(quote + 1);
      if (!text_.starts_with('"')) break;
      field.push_back('"');
      text_.remove_prefix(1);
    }
    const std::size_t end = std::min(text_.find_first_of(Stops()), text_.size());  // what follows the quote is dropped
    text_.remove_prefix(end);
    unquoted_.push_back(std::make_unique<std::string>(std::move(field)));
    fields->push_back(*unquoted_.back());
    return true;
  }

  std::string_view text_;
  char separator_ = ',';
  std::array<char, 2> stops_{',', '\n'};
  std::vector<std::unique_ptr<std::string>> unquoted_;
  std::size_t line_ = 1;
  std::size_t next_line_ = 1;
  bool broken_ = false;
};

// "Anna Müller" or "Müller, Anna".
void SplitName(std::string_view name, KnownPerson* person) {
  if (const std::size_t comma = name.find(','); comma != std::string_view::npos) {
    person->surname = Trimmed(name.substr(0, comma));
    person->given = Trimmed(name.substr(comma + 1));
    return;
  }
  const std::size_t blank = name.rfind(' ');
  person->surname = name.substr(blank == std::string_view::npos ? 0 : blank + 1);
  person->given = blank == std::string_view::npos ? std::string_view() : Trimmed(name.substr(0, blank));
}

}  // namespace

std::string ParsePeople(std::string_view csv, std::vector<KnownPerson>* people) {
  Csv reader(csv);
  std::vector<std::string_view> fields;
  std::vector<Column> columns;
  if (reader.Next(&fields)) {
    for (const std::string_view head : fields) columns.push_back(ColumnOf(head));
  }
  if (std::all_of(columns.begin(), columns.end(), [](Column column) { return column == Column::kOther; })) {
    return "1: the first line names no column that is known; it needs surname (nachname), and given (vorname), or "
           "name, or "
           "organization (firma)";
  }
  while (reader.Next(&fields)) {
    KnownPerson person;
    for (std::size_t i = 0; i < std::min(fields.size(), columns.size()); ++i) {
      const std::string_view field = Trimmed(fields[i]);
      if (columns[i] == Column::kGiven) person.given = field;
      if (columns[i] == Column::kSurname) person.surname = field;
      if (columns[i] == Column::kOrganization) person.organization = field;
      if (columns[i] == Column::kName && !field.empty()) SplitName(field, &person);
    }
    if (!person.surname.empty() || !person.organization.empty()) people->push_back(std::move(person));
  }
  if (reader.broken()) return std::to_string(reader.line()) + ": a quote is never closed";
  return {};
}

ExitCode ReadLists(const Arguments& arguments, FilterOptions* options) {
  std::string text;
  for (const std::string& path : arguments.Values(FlagId::kAllow)) {
    if (const ExitCode code = ReadFile(path, &text); code != kDone) return code;
    ForEachLine(text, [&](std::string_view line, std::size_t) { options->allow.emplace_back(line); });
  }
  for (const std::string& path : arguments.Values(FlagId::kDeny)) {
    if (const ExitCode code = ReadFile(path, &text); code != kDone) return code;
    ForEachLine(text, [&](std::string_view line, std::size_t number) {
      DenyPhrase phrase;
      phrase.origin = path + ":" + std::to_string(number);
      const std::size_t tab = line.find('\t');
      if (tab != std::string_view::npos) phrase.type = line.substr(0, tab);
      phrase.text = tab == std::string_view::npos ? line : line.substr(tab + 1);
      options->deny.push_back(std::move(phrase));
    });
  }
  for (const std::string& path : arguments.Values(FlagId::kPeople)) {
    if (const ExitCode code = ReadFile(path, &text); code != kDone) return code;
    const std::string wrong = ParsePeople(text, &options->people);
    if (!wrong.empty()) return Complain(kUsage, path + ":" + wrong);
  }
  return kDone;
}

void RemarkEverydayNames(const Arguments& arguments, const Filter& filter) {
  const std::vector<std::string>& words = filter.EverydayNames();
  if (words.empty() || arguments.Values(FlagId::kPeople).empty()) return;
  std::string message = arguments.Values(FlagId::kPeople).front() + ": ";
  message.append(words.size() == 1 ? "a surname is an everyday word and does" : "surnames that are everyday words do");
  message.append(" not count alone in lower case: ");
  for (std::size_t i = 0; i < std::min(words.size(), kMostShown); ++i) {
    message.append(i == 0 ? "" : ", ").append(words[i]);
  }
  if (words.size() > kMostShown)
    message.append(" and ").append(std::to_string(words.size() - kMostShown)).append(" more");
  Remark(message);
}

}  // namespace maske::cli
