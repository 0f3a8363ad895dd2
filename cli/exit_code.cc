#include "cli/exit_code.h"

#include <unistd.h>

#include <cerrno>
#include <string>

namespace maske::cli {
namespace {

thread_local std::string* held = nullptr;

// One write(2) a message, so that messages of several processes do not interleave. What stderr refuses is lost.
void SayLines(std::string_view rest) {
  while (!rest.empty()) {
    const ssize_t n = ::write(STDERR_FILENO, rest.data(), rest.size());
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return;
    rest.remove_prefix(static_cast<std::size_t>(n));
  }
}

void Say(std::string_view message) {
  std::string line = "maske: ";
  line.append(message).push_back('\n');
  if (held != nullptr) {
    held->append(line);
  } else {
    SayLines(line);
  }
}

}  // namespace

HeldMessages::HeldMessages() { held = &lines_; }
HeldMessages::~HeldMessages() { held = nullptr; }
void HeldMessages::Say() {
  SayLines(lines_);
  lines_.clear();
}

ExitCode Complain(ExitCode code, std::string_view message) {
  Say(message);
  return code;
}

void Remark(std::string_view message) { Say(message); }

ExitCode CodeOf(const Status& status) {
  switch (status.code()) {
    case ErrorCode::kOk:
      return kDone;
    case ErrorCode::kInvalidArgument:
    case ErrorCode::kPattern:
      return kUsage;
    case ErrorCode::kInput:
      return kInputFailed;
    case ErrorCode::kOutput:
    case ErrorCode::kVaultFull:
    case ErrorCode::kVault:
      return kOutputFailed;
    case ErrorCode::kResource:
    case ErrorCode::kState:
      return kInternal;
  }
  return kInternal;
}

ExitCode Complain(const Status& status, std::string_view where) {
  std::string message;
  if (!where.empty()) message.append(where).append(": ");
  message.append(status.message());
  return Complain(CodeOf(status), message);
}

}  // namespace maske::cli
