// What corpora call the things that are looked for. A label that is no type of ours, and is not mapped to one, marks
// something that is no personal data in our sense (a place, a company): it is no gold. docs/evaluation.md says so to
// users. Covered by tests/cli/eval_test.cc.
#ifndef MASKE_CLI_EVAL_LABELS_H_
#define MASKE_CLI_EVAL_LABELS_H_

#include <map>
#include <string>
#include <string_view>

namespace maske::cli {

class Labels {
 public:
  // Labels called from mean to from now on; an empty to: they are ignored. Wins over the table.
  void Map(std::string_view from, std::string_view to) { own_.insert_or_assign(std::string(from), std::string(to)); }

  // The type that a label means in a corpus; empty: none. The view lives as long as this object and does not change.
  [[nodiscard]] std::string_view TypeOf(std::string_view label, std::string_view source) const;

 private:
  std::map<std::string, std::string, std::less<>> own_;
};

}  // namespace maske::cli

#endif  // MASKE_CLI_EVAL_LABELS_H_
