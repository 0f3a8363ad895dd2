// The figures of `maske eval`: which counts each is a ratio of, and with how many digits it is shown.
// docs/evaluation.md defines them for users. Covered by tests/cli/eval_test.cc.
#ifndef MASKE_CLI_EVAL_FIGURES_H_
#define MASKE_CLI_EVAL_FIGURES_H_

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/eval_score.h"
#include "cli/eval_statistics.h"

namespace maske::cli {

struct Figure {
  std::string_view name;
  int digits;           // behind the point
  double scale;         // the figure is so many times its ratio
  bool zero_when_none;  // 0 when there is nothing to divide by; otherwise it is not given
  bool more_is_better;
};

// Of a type: masked, typed, exact, chars, prec, over. Of a file: documents_clean, overmasked, false_per_10k_words.
std::span<const Figure> TypeFigures();
std::span<const Figure> FileFigures();

// index: into TypeFigures() and FileFigures(). annotated: AnnotatedTypes() of the file.
Ratio TypeRatio(const std::vector<DocumentTally>& documents, std::string_view type, std::size_t index);
Ratio FileRatio(const std::vector<DocumentTally>& documents, const std::vector<std::string>& annotated,
                std::size_t index);

struct Value {
  std::optional<double> value;
  std::optional<Interval> interval;
};
// The value of a ratio as its figure is given, with its scale.
std::optional<double> Scaled(const Figure& figure, const Ratio& ratio);

struct TypeReport {
  std::string type;
  std::uint64_t gold = 0;
  std::uint64_t found = 0;
  std::vector<Value> values;  // as TypeFigures()
};

struct FileReport {
  std::string file;
  std::size_t documents = 0;
  std::size_t with_gold = 0;
  std::vector<Value> values;  // as FileFigures()
  std::vector<TypeReport> types;
};

FileReport MakeReport(const FileTally& file);

// "0.8123" with so many digits; JSON spells it without the zeros at its end.
std::string ShownNumber(double value, int digits);

}  // namespace maske::cli

#endif  // MASKE_CLI_EVAL_FIGURES_H_
