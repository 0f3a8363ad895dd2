// The bytes and lines of a gold file, unpacked where they are xz (told by the first bytes, not by the name). Concatenated
// streams are read through; a stream that is damaged, cut off or wants more than 128 MiB to unpack is refused. Memory is
// that of one line and the unpacker. Covered by tests/cli/gold_test.cc.
#ifndef MASKE_CLI_GOLD_LINES_H_
#define MASKE_CLI_GOLD_LINES_H_

#include <cstdint>
#include <functional>
#include <string>

#include "cli/exit_code.h"
#include "cli/input.h"

namespace maske::cli {

// Each chunk of the unpacked bytes.
ExitCode ReadUnpacked(const std::string& name, const TakeChunk& take);

// Each line without its newline and a carriage return before it; a byte order mark at the begin is taken off. number
// counts from 1. The line may be changed.
using TakeLine = std::function<ExitCode(std::string* line, std::uint64_t number)>;
ExitCode ReadLines(const std::string& name, const TakeLine& take);

}  // namespace maske::cli

#endif  // MASKE_CLI_GOLD_LINES_H_
