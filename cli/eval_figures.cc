#include "cli/eval_figures.h"

#include <algorithm>
#include <charconv>

namespace maske::cli {
namespace {

constexpr std::array kTypeFigures{
    Figure{"masked", 4, 1, false, true}, Figure{"typed", 4, 1, false, true}, Figure{"exact", 4, 1, false, true},
    Figure{"chars", 4, 1, false, true},  Figure{"prec", 4, 1, false, true},  Figure{"over", 5, 1, true, false},
};
// Part and whole of each; the whole of over is the letters and digits outside of gold.
struct Counts {
  Count part;
  Count whole;
};
constexpr std::array kCountsOf{Counts{kMaskedGold, kGold},  Counts{kTypedGold, kGold},
                               Counts{kExactGold, kGold},   Counts{kLettersHit, kLetters},
                               Counts{kRight, kFoundCount}, Counts{kLettersOver, kCounts}};
static_assert(kTypeFigures.size() == kCountsOf.size());

constexpr std::array kFileFigures{
    Figure{"documents_clean", 4, 1, false, true},
    Figure{"overmasked", 5, 1, true, false},
    Figure{"false_per_10k_words", 2, 1e4, true, false},
};

void Add(std::size_t document, std::uint64_t part, std::uint64_t whole, Ratio* ratio) {
  if (part != 0 || whole != 0) ratio->push_back({static_cast<std::uint32_t>(document), part, whole});
}

std::uint64_t Wrong(const DocumentTally& document, const std::vector<std::string>& annotated) {
  std::uint64_t wrong = 0;
  for (const auto& [type, tally] : document.types) {
    if (std::binary_search(annotated.begin(), annotated.end(), type)) wrong += tally[kFoundCount] - tally[kRight];
  }
  return wrong;
}

}  // namespace

std::span<const Figure> TypeFigures() { return kTypeFigures; }
std::span<const Figure> FileFigures() { return kFileFigures; }

Ratio TypeRatio(const std::vector<DocumentTally>& documents, std::string_view type, std::size_t index) {
  const Counts counts = kCountsOf[index];
  Ratio ratio;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    const auto found = documents[i].types.find(type);
    const Tally tally = found != documents[i].types.end() ? found->second : Tally{};
    Add(i, tally[counts.part], counts.whole == kCounts ? documents[i].outside : tally[counts.whole], &ratio);
  }
  return ratio;
}

Ratio FileRatio(const std::vector<DocumentTally>& documents, const std::vector<std::string>& annotated,
                std::size_t index) {
  Ratio ratio;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    const DocumentTally& document = documents[i];
    if (index == 0) Add(i, document.clean ? 1 : 0, document.has_gold ? 1 : 0, &ratio);
    if (index == 1) Add(i, document.over, document.outside, &ratio);
    if (index == 2) Add(i, Wrong(document, annotated), document.words, &ratio);
  }
  return ratio;
}

std::optional<double> Scaled(const Figure& figure, const Ratio& ratio) {
  const std::optional<double> value = ValueOf(ratio);
  if (!value.has_value()) return figure.zero_when_none ? std::optional<double>(0) : std::nullopt;
  return *value * figure.scale;
}

FileReport MakeReport(const FileTally& file) {
  FileReport report;
  report.file = file.file;
  report.documents = file.documents.size();
  const std::vector<std::string> annotated = file.AnnotatedTypes();
  std::vector<Ratio> ratios;
  for (std::size_t i = 0; i < kFileFigures.size(); ++i) ratios.push_back(FileRatio(file.documents, annotated, i));
  for (const std::string& type : annotated) {
    for (std::size_t i = 0; i < kTypeFigures.size(); ++i) ratios.push_back(TypeRatio(file.documents, type, i));
  }
  const std::vector<std::optional<Interval>> intervals = Intervals(file.documents.size(), ratios);
  std::size_t next = 0;
  const auto value = [&](const Figure& figure) {
    Value made{Scaled(figure, ratios[next]), intervals[next]};
    if (made.interval.has_value()) {
      made.interval->low *= figure.scale;
      made.interval->high *= figure.scale;
    }
    ++next;
    return made;
  };
  for (const Figure& figure : kFileFigures) report.values.push_back(value(figure));
  for (const std::string& type : annotated) {
    TypeReport row;
    row.type = type;
    for (const Figure& figure : kTypeFigures) row.values.push_back(value(figure));
    for (const DocumentTally& document : file.documents) {
      const auto found = document.types.find(type);
      if (found == document.types.end()) continue;
      row.gold += found->second[kGold];
      row.found += found->second[kFoundCount];
    }
    report.types.push_back(std::move(row));
  }
  for (const DocumentTally& document : file.documents) report.with_gold += document.has_gold ? 1 : 0;
  return report;
}

std::string ShownNumber(double value, int digits) {
  std::array<char, 64> spelled{};
  const auto [end, error] =
      std::to_chars(spelled.data(), spelled.data() + spelled.size(), value, std::chars_format::fixed, digits);
  return error == std::errc() ? std::string(spelled.data(), end) : std::string("?");
}

}  // namespace maske::cli
