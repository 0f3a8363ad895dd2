// maske through -- COMMAND: masks standard input into a command and restores what it answers, as it streams. Placeholders and
// originals are in memory alone and end with the process.
//
// One loop waits for all three: input is read only when the command has taken what was masked before, its answer is read
// whenever there is some. So nothing waits for each other in a circle, and a command that never reads its input holds only the
// input up. When masking fails the command gets no further byte and is ended before its input is, since it would take
// half of a text for the whole. Memory: the session's vault and 64 KiB each way. Covered by tests/cli/through_test.cc.
#include <poll.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <memory>
#include <optional>
#include <string>

#include "base/mutation.h"
#include "cli/child.h"
#include "cli/input.h"
#include "cli/output.h"
#include "cli/run.h"
#include "cli/settings.h"
#include "cli/signals.h"
#include "cli/stats.h"
#include "cli/vault_access.h"
#include "maske/session.h"

namespace maske::cli {
namespace {

class Through {
 public:
  explicit Through(const Arguments& arguments) : arguments_(arguments) {}

  ExitCode Run();

 private:
  ExitCode Open();
  ExitCode Flow();
  ExitCode Feed();
  ExitCode ReadMore();
  ExitCode ReadAnswer();
  ExitCode Check(const Status& status, std::string_view where);
  ExitCode DeliverAnswer(const Status& status);

  const Arguments& arguments_;
  FilterPointer filter_;
  std::optional<Session> session_;
  std::optional<MaskStream> masked_;
  std::optional<RestoreStream> answer_;
  std::string pending_;  // masked, for the command
  bool input_open_ = true;
  Child child_;
  Output output_;
  Stats stats_;
  std::unique_ptr<char[]> buffer_ = std::make_unique<char[]>(kReadBytes);
};

ExitCode Through::Open() {
  if (arguments_.operands().empty()) {
    return WrongUsage(kThrough, "through needs the command that gets the masked text: maske through -- COMMAND");
  }
  Policy policy;
  if (const ExitCode code = MakeFilter(arguments_, {}, &filter_); code != kDone) return code;
  if (const ExitCode code = MakePolicy(arguments_, *filter_, &policy); code != kDone) return code;
  if (const ExitCode code = MakeOperators(arguments_, *filter_, &policy); code != kDone) return code;
  Result<Session> session = Session::Create(filter_, policy);
  if (!session.ok()) return Complain(session.status(), "");
  session_ = std::move(session).value();
  if (const ExitCode code = output_.Open(""); code != kDone) return code;
  masked_ = session_->OpenMask(
      [this](std::string_view bytes) {
        pending_.append(bytes);
        return true;
      },
      [this](const Finding& finding) { stats_.Add(finding.type); });
  answer_ = session_->OpenRestore([this](std::string_view bytes) { return output_.Write(bytes); });
  if (::isatty(STDIN_FILENO) != 0) Remark("reading from the terminal; end with Ctrl-D on a line of its own");
  return child_.Start(arguments_.operands());
}

// What an error of masking means: nothing of what was masked in this step goes to the command.
ExitCode Through::Check(const Status& status, std::string_view where) {
  if (status.ok()) return kDone;
  if (!MASKE_MUTATION("law2_through_goes_on")) pending_.clear();
  return Complain(status, where);
}

ExitCode Through::ReadMore() {
  const ssize_t n = ::read(STDIN_FILENO, buffer_.get(), kReadBytes);
  if (n < 0) {
    if (errno == EINTR || errno == EAGAIN) return kDone;
    return Complain(kInputFailed, std::string("cannot read standard input: ") + std::strerror(errno));
  }
  if (n > 0) return Check(masked_->Write({buffer_.get(), static_cast<std::size_t>(n)}), "standard input");
  input_open_ = false;
  return Check(masked_->Finish(), "standard input");
}

// Gives the command what it takes. One that has closed its input wants no more of it, which is its own affair.
ExitCode Through::Feed() {
  while (!pending_.empty()) {
    const ssize_t n = ::write(child_.in(), pending_.data(), pending_.size());
    if (n >= 0) {
      pending_.erase(0, static_cast<std::size_t>(n));
      continue;
    }
    if (errno == EINTR) continue;
    if (errno == EAGAIN || errno == EWOULDBLOCK) return kDone;
    pending_.clear();
    input_open_ = false;
    child_.CloseIn();
    return kDone;
  }
  if (!input_open_) child_.CloseIn();
  return kDone;
}

ExitCode Through::DeliverAnswer(const Status& status) {
  if (output_.failed()) return output_.Report();
  if (!status.ok()) return Complain(status, "");
  return output_.Flush() ? kDone : output_.Report();
}

ExitCode Through::ReadAnswer() {
  const ssize_t n = ::read(child_.out(), buffer_.get(), kReadBytes);
  if (n < 0) return errno == EINTR ? kDone : Complain(kInternal, "cannot read what the command wrote");
  if (n > 0) return DeliverAnswer(answer_->Write({buffer_.get(), static_cast<std::size_t>(n)}));
  child_.CloseOut();
  return DeliverAnswer(answer_->Finish());
}

ExitCode Through::Flow() {
  while (child_.in() >= 0 || child_.out() >= 0) {
    if (Interrupted()) return kInputFailed;
    // The command's input is watched also when there is nothing for it: that it was closed is told always.
    const bool read = input_open_ && pending_.empty();
    std::array<pollfd, 3> ready{{{read ? STDIN_FILENO : -1, POLLIN, 0},
                                 {child_.in(), static_cast<short>(pending_.empty() ? 0 : POLLOUT), 0},
                                 {child_.out(), POLLIN, 0}}};
    if (::poll(ready.data(), ready.size(), -1) < 0) {
      if (errno == EINTR) continue;
      return Complain(kInternal, std::string("cannot wait for input: ") + std::strerror(errno));
    }
    ExitCode code = kDone;
    if (ready[2].revents != 0) code = ReadAnswer();
    if (code == kDone && (ready[1].revents & POLLERR) != 0) {
      pending_.clear();
      input_open_ = false;
      child_.CloseIn();
    }
    if (code == kDone && ready[0].revents != 0 && input_open_) code = ReadMore();
    if (code != kDone && !MASKE_MUTATION("law2_through_goes_on")) return code;
    if (child_.in() >= 0) code = Feed();
    if (code != kDone) return code;
  }
  return kDone;
}

ExitCode Through::Run() {
  if (const ExitCode code = Open(); code != kDone) return code;
  ExitCode code = Flow();
  if (code != kDone) {
    child_.Kill();
    return code;
  }
  const int status = child_.Wait();
  if (code = output_.Finish(); code != kDone) return code;
  if (code = output_.Commit(); code != kDone) return code;
  if (arguments_.Has(FlagId::kStats)) {
    stats_.Add("restored", answer_->restored());
    stats_.Add("unknown", answer_->unknown());
    stats_.Say("findings and placeholders");
  }
  return static_cast<ExitCode>(status);
}

}  // namespace

ExitCode RunThrough(const Arguments& arguments) { return Through(arguments).Run(); }

}  // namespace maske::cli
