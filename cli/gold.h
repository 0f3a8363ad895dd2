// Gold: documents in which people have marked what is there, read one at a time from JSON Lines, CoNLL columns or BRAT
// folders (docs/evaluation.md says how each looks), plain or xz. What is broken ends the reading with file, line and
// reason, so that a figure is never computed over half a file; messages hold no text of the gold. Memory is that of the
// longest document. Covered by tests/cli/gold_test.cc.
#ifndef MASKE_CLI_GOLD_H_
#define MASKE_CLI_GOLD_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/exit_code.h"

namespace maske::cli {

struct GoldEntity {
  std::size_t begin = 0;  // code points; begin < end <= the text's
  std::size_t end = 0;
  std::string label;    // as the corpus calls it
  bool nested = false;  // a part of another entity, not counted on its own
};

struct GoldDocument {
  std::string id;      // a JSON value as it is spelled
  std::string source;  // which corpus, where the gold says so
  std::string text;    // UTF-8
  std::vector<GoldEntity> entities;
  std::string file;        // where it begins
  std::uint64_t line = 1;  // from 1
};

enum class GoldFormat : unsigned char { kJsonLines, kConll, kBrat };

// By the extension (a .xz at its end aside) or because it is a folder; JSON Lines for standard input. Nothing when the
// name does not say.
std::optional<GoldFormat> GoldFormatOf(const std::string& name);

// Anything but kDone ends the reading and is returned.
using TakeGold = std::function<ExitCode(const GoldDocument& document)>;

// Reads every document of a file or, with kBrat, of a folder and those below it. Complains and returns kInputFailed when
// the gold is broken or cannot be read.
ExitCode ReadGold(const std::string& name, GoldFormat format, const TakeGold& take);

// The readers behind it, one a format.
ExitCode ReadJsonLines(const std::string& name, const TakeGold& take);
ExitCode ReadConll(const std::string& name, const TakeGold& take);
ExitCode ReadBrat(const std::string& name, const TakeGold& take);

// "FILE: line N: why" with kInputFailed.
ExitCode BrokenGold(const std::string& name, std::uint64_t line, std::string_view why);

}  // namespace maske::cli

#endif  // MASKE_CLI_GOLD_H_
