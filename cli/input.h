// Where the command reads from: files and "-", standard input. Reads 64 KiB at a time and gives on what has come, so
// that a pipe flows; memory does not depend on the input. For a vault it reads more of a file at a time, since each chunk
// is a write to the disk. Covered by tests/cli/input_test.cc.
#ifndef MASKE_CLI_INPUT_H_
#define MASKE_CLI_INPUT_H_

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/exit_code.h"

namespace maske::cli {

inline constexpr std::size_t kReadBytes = std::size_t{64} << 10;
inline constexpr std::size_t kReadBytesForVault = std::size_t{512} << 10;

// The operands, or "-" when there are none.
std::vector<std::string> InputNames(const std::vector<std::string>& operands);
// "standard input" for "-".
std::string ShownName(std::string_view name);

// Looks at every input before anything is read or written: is it there, is it a file, may it be read, is it the very
// file that is written (output_fd, or the file at other). Complains and returns kInputFailed or kUsage.
ExitCode CheckInputs(const std::vector<std::string>& names, int output_fd, std::string_view other);

// Takes each chunk; anything but kDone ends the reading and is returned.
using TakeChunk = std::function<ExitCode(std::string_view chunk)>;

// Reads an input to its end. Complains and returns kInputFailed when it cannot be read; says so and waits when the
// input is a terminal. A chunk has at most `most` bytes.
ExitCode ReadInput(const std::string& name, const TakeChunk& take, std::size_t most = kReadBytes);

}  // namespace maske::cli

#endif  // MASKE_CLI_INPUT_H_
