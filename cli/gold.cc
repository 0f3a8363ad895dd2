#include "cli/gold.h"

#include <filesystem>
#include <system_error>

#include "cli/input.h"

namespace maske::cli {

std::optional<GoldFormat> GoldFormatOf(const std::string& name) {
  if (name == "-") return GoldFormat::kJsonLines;
  std::error_code ignored;
  if (std::filesystem::is_directory(name, ignored)) return GoldFormat::kBrat;
  std::string_view stem = name;
  if (stem.ends_with(".xz")) stem.remove_suffix(3);
  for (const std::string_view ending : {".jsonl", ".ndjson", ".json"}) {
    if (stem.ends_with(ending)) return GoldFormat::kJsonLines;
  }
  for (const std::string_view ending : {".conll", ".bio", ".iob", ".iob2", ".tsv"}) {
    if (stem.ends_with(ending)) return GoldFormat::kConll;
  }
  if (stem.ends_with(".ann")) return GoldFormat::kBrat;
  return std::nullopt;
}

ExitCode ReadGold(const std::string& name, GoldFormat format, const TakeGold& take) {
  switch (format) {
    case GoldFormat::kJsonLines:
      return ReadJsonLines(name, take);
    case GoldFormat::kConll:
      return ReadConll(name, take);
    case GoldFormat::kBrat:
      return ReadBrat(name, take);
  }
  return kInternal;
}

ExitCode BrokenGold(const std::string& name, std::uint64_t line, std::string_view why) {
  std::string message = ShownName(name);
  message.append(": line ").append(std::to_string(line)).append(": ").append(why);
  return Complain(kInputFailed, message);
}

}  // namespace maske::cli
