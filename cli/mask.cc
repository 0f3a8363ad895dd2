// maske mask: each input is a stream of its own, of one session for all or (--scope document) of one each. What is decided
// goes out with every read, but for --in-place, where every file is masked beside itself before the first is replaced.
// Memory: the session's vault and 64 KiB buffers.
#include <sys/stat.h>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/mutation.h"
#include "cli/input.h"
#include "cli/json_input.h"
#include "cli/map_file.h"
#include "cli/output.h"
#include "cli/replaced_file.h"
#include "cli/run.h"
#include "cli/settings.h"
#include "cli/stats.h"
#include "cli/turns.h"
#include "cli/vault_access.h"
#include "maske/session.h"

namespace maske::cli {
namespace {

class Masking {
 public:
  explicit Masking(const Arguments& arguments) : arguments_(arguments) {}

  ExitCode Run();

 private:
  ExitCode CheckUsage() const;
  ExitCode CheckInPlace() const;
  ExitCode Open();
  ExitCode MaskInput(const std::string& name, Session* session, Turn* turn);
  ExitCode MaskFile(std::size_t piece, Turn* turn);
  ExitCode MaskAll();
  ExitCode Commit();

  const Arguments& arguments_;
  bool in_place_ = arguments_.Has(FlagId::kInPlace);
  std::string suffix_{arguments_.Value(FlagId::kInPlace)};
  std::string map_name_{arguments_.Value(FlagId::kMap)};
  std::string vault_name_{arguments_.Value(FlagId::kVault)};
  std::string output_name_{arguments_.Value(FlagId::kOutput)};
  std::vector<std::string> names_ = InputNames(arguments_.operands());
  unsigned threads_ = 1;
  FilterPointer filter_;
  Policy policy_;
  std::optional<Session> session_;  // of all files; none with --scope document
  Output output_;
  std::vector<std::unique_ptr<Output>> replaced_;  // of the files, with --in-place
  MapFile map_;
  std::mutex mutex_;  // of stats_
  Stats stats_;
};

ExitCode Masking::CheckUsage() const {
  if (arguments_.Value(FlagId::kFormat).starts_with("sse-")) {
    return WrongUsage(kMask, "--format " + std::string(arguments_.Value(FlagId::kFormat)) +
                                 " is for restore; mask takes text, jsonl or json");
  }
  if (const ExitCode code = CheckVaultUsage(arguments_); code != kDone) return code;
  if (arguments_.Has(FlagId::kVault) && FilesApart(arguments_)) {
    return WrongUsage(
        kMask,
        "--scope document gives one placeholder to several originals, which one session of a vault cannot "
        "hold; leave out --vault or --scope document, or mask file by file with a --session each");
  }
  if (!map_name_.empty() && FilesApart(arguments_)) {
    return WrongUsage(kMask,
                      "--scope document gives one placeholder to several originals, which no map can hold; leave "
                      "out --map or --scope document");
  }
  if (!in_place_ && FilesApart(arguments_) && names_.size() > 1) {
    return WrongUsage(
        kMask,
        "--scope document gives one placeholder to several originals, which one output cannot tell apart; "
        "add --in-place, or mask the files one by one");
  }
  if (!in_place_) {
    if (!map_name_.empty() && !output_name_.empty() && SameFile(map_name_, output_name_)) {
      return WrongUsage(kMask, "--map and -o name the same file; name two");
    }
    return kDone;
  }
  if (!output_name_.empty()) return WrongUsage(kMask, "--in-place writes to the files themselves; leave out -o");
  if (arguments_.operands().empty()) return WrongUsage(kMask, "--in-place needs the files that it replaces");
  if (suffix_.find('/') != std::string::npos) {
    return WrongUsage(kMask, "--in-place takes a suffix of a file's name such as .bak, not a path");
  }
  return kDone;
}

// Each input is a regular file of its own.
ExitCode Masking::CheckInPlace() const {
  std::set<std::pair<dev_t, ino_t>> seen;
  for (const std::string& name : names_) {
    struct stat file {};
    if (name == "-" || ::stat(name.c_str(), &file) != 0 || !S_ISREG(file.st_mode)) {
      return Complain(kUsage, ShownName(name) + " is no regular file and cannot be replaced; leave out --in-place");
    }
    if (seen.emplace(file.st_dev, file.st_ino).second) continue;
    return Complain(kUsage, name + " is named twice, and would be masked twice in place; name it once");
  }
  return kDone;
}

ExitCode Masking::Open() {
  if (const ExitCode code = MakeThreads(arguments_, FilesApart(arguments_), &threads_); code != kDone) return code;
  if (const ExitCode code = MakeFilter(arguments_, {}, &filter_); code != kDone) return code;
  if (const ExitCode code = MakePolicy(arguments_, *filter_, &policy_); code != kDone) return code;
  if (const ExitCode code = MakeOperators(arguments_, *filter_, &policy_); code != kDone) return code;
  policy_.one_output = !in_place_ && names_.size() > 1;
  if (!FilesApart(arguments_)) {
    std::unique_ptr<VaultStore> store;
    if (arguments_.Has(FlagId::kVault)) {
      if (const ExitCode code = OpenVaultStore(arguments_, false, &store); code != kDone) return code;
    }
    Result<Session> session = Session::Create(filter_, policy_, std::move(store));
    if (!session.ok()) return Complain(session.status(), "");
    session_ = std::move(session).value();
  }
  if (!in_place_) {
    if (const ExitCode code = output_.Open(output_name_); code != kDone) return code;
  }
  const int written = in_place_ || output_.replaces() ? -1 : output_.fd();
  if (const ExitCode code = CheckInputs(names_, written, map_name_.empty() ? vault_name_ : map_name_); code != kDone)
    return code;
  if (in_place_) {
    if (const ExitCode code = CheckInPlace(); code != kDone) return code;
    replaced_.resize(names_.size());
  }
  if (map_name_.empty()) return kDone;
  return map_.Open(map_name_, *filter_, &*session_);
}

ExitCode Masking::MaskInput(const std::string& name, Session* session, Turn* turn) {
  Stats stats;
  if (const std::string_view format = arguments_.Value(FlagId::kFormat, "text"); format != "text") {
    const bool restorable =
        std::all_of(policy_.operators.begin(), policy_.operators.end(), [](const TypeOperator& each) {
          return each.op.kind == OperatorKind::kPlaceholder || each.op.kind == OperatorKind::kKeep ||
                 each.op.kind == OperatorKind::kEncrypt || each.op.kind == OperatorKind::kSurrogate;
        });
    const auto count = [&](const Finding& finding) { stats.Add(finding.type); };
    const ExitCode code = MaskJsonInput(name, format == "jsonl", session, count, restorable, turn);
    const std::lock_guard lock(mutex_);
    stats_.Add(stats);
    return code;
  }
  MaskStream stream = session->OpenMask([&](std::string_view bytes) { return turn->Write(bytes); },
                                        [&](const Finding& finding) { stats.Add(finding.type); });
  const auto check = [&](const Status& status) {
    if (turn->failed()) return turn->Report();
    if (!status.ok()) return Complain(status, ShownName(name));
    return turn->Flush() ? kDone : turn->Report();
  };
  ExitCode code = ReadInput(
      name, [&](std::string_view chunk) { return check(stream.Write(chunk)); },
      vault_name_.empty() ? kReadBytes : kReadBytesForVault);
  if (code == kDone) code = check(stream.Finish());
  const std::lock_guard lock(mutex_);
  stats_.Add(stats);
  return code;
}

ExitCode Masking::MaskFile(std::size_t piece, Turn* turn) {
  const std::string& name = names_[piece];
  std::optional<Session> own;
  if (!session_.has_value()) {
    Result<Session> made = Session::Create(filter_, policy_);
    if (!made.ok()) return Complain(made.status(), "");
    own = std::move(made).value();
  }
  Session* session = own.has_value() ? &*own : &*session_;
  if (!in_place_) return MaskInput(name, session, turn);
  replaced_[piece] = std::make_unique<Output>();
  Output& output = *replaced_[piece];
  if (const ExitCode code = output.Open(name); code != kDone) return code;
  Turn direct(&output);
  if (const ExitCode code = MaskInput(name, session, &direct); code != kDone) return code;
  if (const ExitCode code = output.Finish(); code != kDone) return code;
  return output.Rest();
}

ExitCode Masking::MaskAll() {
  const ExitCode code = DoInOrder(names_.size(), threads_, in_place_ ? nullptr : &output_,
                                  [this](std::size_t piece, Turn* turn) { return MaskFile(piece, turn); });
  return code != kDone || in_place_ ? code : output_.Finish();
}

ExitCode Masking::Commit() {
  if (!in_place_) return output_.Commit();
  for (const std::unique_ptr<Output>& output : replaced_) {
    if (const ExitCode code = output->Commit(suffix_); code != kDone) return code;
  }
  return kDone;
}

ExitCode Masking::Run() {
  if (const ExitCode code = CheckUsage(); code != kDone) return code;
  if (const ExitCode code = Open(); code != kDone) return code;
  ExitCode code = MaskAll();
  // The map comes to the disk before what it restores is seen; what already went out must be restorable after a failure
  // too.
  if (MASKE_MUTATION("law2_output_before_map") && code == kDone) code = Commit();
  const bool replaces = in_place_ || output_.replaces();
  const bool went_out = code == kDone || (!replaces && !MASKE_MUTATION("law4_map_lost"));
  if (map_.is_open() && went_out) {
    const ExitCode saved = map_.Save(*session_);
    if (code == kDone) code = saved;
  }
  if (code == kDone) code = Commit();
  if (code != kDone && MASKE_MUTATION("law2_replaced_anyway")) (void)Commit();
  if (code == kDone && arguments_.Has(FlagId::kStats)) stats_.Say("findings");
  return code;
}

}  // namespace

ExitCode RunMask(const Arguments& arguments) { return Masking(arguments).Run(); }

}  // namespace maske::cli
