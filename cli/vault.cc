// maske vault: makes, lists, empties and checks the vault on disk. What it prints holds names of sessions and types, no
// original. Covered by tests/cli/vault_test.cc.
#include <unistd.h>

#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/input.h"
#include "cli/output.h"
#include "cli/run.h"
#include "cli/settings.h"
#include "cli/suggest.h"
#include "cli/vault_access.h"
#include "redact/forms.h"

namespace maske::cli {
namespace {

constexpr std::size_t kMostOriginals = std::size_t{16} << 20;  // bytes of --originals in memory

ExitCode Show(std::string_view text) {
  Output output;
  if (const ExitCode code = output.Open(""); code != kDone) return code;
  (void)output.Write(text);
  if (const ExitCode code = output.Finish(); code != kDone) return code;
  return output.Commit();
}

ExitCode ShowCount(const Result<std::uint64_t>& removed) {
  if (!removed.ok()) return Complain(removed.status(), "");
  return Show("removed: " + std::to_string(*removed) + "\n");
}

// "2026-11-23": the civil date of a day since 1970 (days_from_civil backwards, H. Hinnant, "chrono-compatible low-level date
// algorithms").
std::string DateOf(std::int64_t day) {
  const std::int64_t z = day + 719468;
  const std::int64_t era = z / 146097;
  const std::int64_t doe = z - era * 146097;
  const std::int64_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
  const std::int64_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
  const std::int64_t mp = (5 * doy + 2) / 153;
  const std::int64_t month = mp < 10 ? mp + 3 : mp - 9;
  const auto two = [](std::int64_t value) { return (value < 10 ? "0" : "") + std::to_string(value); };
  const std::int64_t year = yoe + era * 400 + (month <= 2 ? 1 : 0);
  return std::to_string(year) + "-" + two(month) + "-" + two(doy - (153 * mp + 2) / 5 + 1);
}

class VaultCommand {
 public:
  explicit VaultCommand(const Arguments& arguments) : arguments_(arguments) {}

  ExitCode Run() {
    static constexpr std::array<std::string_view, 6> kActions = {"init", "list", "forget", "expire", "rekey", "check"};
    operands_ = arguments_.operands();
    if (operands_.empty()) return Wrong("say what to do: maske vault init, list, forget, expire, rekey or check");
    const std::string action = operands_.front();
    operands_.erase(operands_.begin());
    path_ = arguments_.Value(FlagId::kVault);
    if (!arguments_.Given(FlagId::kVault) && !operands_.empty() && action != "forget") {
      path_ = operands_.front();
      operands_.erase(operands_.begin());
    }
    const std::vector<std::string_view> actions(kActions.begin(), kActions.end());
    if (path_.empty()) return Wrong("name the vault: --vault FILE");
    if (!operands_.empty() && action != "forget") return Wrong("vault " + action + " takes one file");
    if (action == "init") return Init();
    if (action == "list") return List();
    if (action == "forget") return Forget();
    if (action == "expire") return Expire();
    if (action == "rekey") return Rekey();
    if (action == "check") return Check();
    return Wrong("vault can init, list, forget, expire, rekey and check, not \"" + action + "\"" +
                 DidYouMean(action, actions));
  }

 private:
  static ExitCode Wrong(const std::string& message) { return WrongUsage(kVault, message); }
  ExitCode Open() { return OpenVault(arguments_, path_, &vault_); }

  ExitCode Init() {
    const std::string key_file(arguments_.Value(FlagId::kKeyFile));
    std::optional<VaultKey> key;
    bool made = false;
    if (const ExitCode code = NewVaultKey(key_file, true, &key, &made); code != kDone) return code;
    if (const Status s = VaultFile::Create(path_, *key); !s.ok()) {
      if (made) ::unlink(key_file.c_str());
      return Complain(s, "");
    }
    if (made) {
      Remark("the key of the vault is in " + key_file +
             " (mode 0600); without it nothing can be restored: keep a copy, and not beside the vault");
    }
    return kDone;
  }

  ExitCode List() {
    if (const ExitCode code = Open(); code != kDone) return code;
    const Result<std::vector<VaultCount>> counts = vault_->List();
    if (!counts.ok()) return Complain(counts.status(), "");
    std::string text = "session\ttype\tentries\toldest\tlatest\n";
    for (const VaultCount& count : *counts) {
      for (const char c : count.session) text.push_back(static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? '?' : c);
      text.append("\t").append(count.type).append("\t").append(std::to_string(count.entries));
      text.append("\t").append(DateOf(count.first_day)).append("\t").append(DateOf(count.last_day)).append("\n");
    }
    return Show(text);
  }

  ExitCode Forget() {
    const bool all = arguments_.Has(FlagId::kAllEntries);
    const bool originals = arguments_.Has(FlagId::kOriginals);
    if (static_cast<int>(all) + static_cast<int>(originals) + static_cast<int>(!operands_.empty()) != 1) {
      return Wrong("say what to forget: placeholders such as [PERSON_1], --originals, or --all of a session");
    }
    std::vector<std::string> lines;
    std::vector<std::pair<std::string, StoredNumber>> placeholders;
    if (const ExitCode code = ReadPlaceholders(&placeholders); code != kDone) return code;
    if (originals) {
      if (const ExitCode code = ReadOriginals(&lines); code != kDone) return code;
    }
    if (const ExitCode code = Open(); code != kDone) return code;
    const std::string session = SessionName(arguments_);
    if (const auto known = vault_->OpenSession(session, true); !known.ok()) return Complain(known.status(), "");
    if (all) return ShowCount(vault_->ForgetSession(session));
    std::uint64_t sum = 0;
    for (const auto& [type, number] : placeholders) {
      const Result<std::uint64_t> removed = vault_->ForgetPlaceholder(session, type, number);
      if (!removed.ok()) return ShowCount(removed);
      sum += *removed;
    }
    for (const std::string& line : lines) {
      const Result<std::uint64_t> removed = vault_->ForgetOriginal(session, line);
      if (!removed.ok()) return ShowCount(removed);
      sum += *removed;
    }
    return ShowCount(sum);
  }

  ExitCode ReadPlaceholders(std::vector<std::pair<std::string, StoredNumber>>* placeholders) {
    if (operands_.empty()) return kDone;
    FilterPointer filter;
    if (const ExitCode code = MakeFilter(arguments_, {}, &filter); code != kDone) return code;
    redact::LabelTable labels;
    const std::vector<TypeDescription> types = filter->Types();
    for (const TypeDescription& type : types) {
      if (labels.Add(type.name, type.label_en, type.label_de)) return Complain(kInternal, "labels of types disagree");
    }
    const redact::Forms forms(&labels, {}, false);
    for (const std::string& operand : operands_) {
      std::size_t length = 0;
      redact::Placeholder parsed;
      if (forms.Read(operand, &parsed, &length) != redact::Reading::kForm || length != operand.size()) {
        return Wrong(
            "forget takes placeholders such as [PERSON_1]; what is given is none (originals are read from standard "
            "input with --originals)");
      }
      placeholders->emplace_back(types[parsed.type].name, StoredNumber{parsed.number, redact::StoredVariant(parsed)});
    }
    return kDone;
  }

  static ExitCode ReadOriginals(std::vector<std::string>* lines) {
    std::string text;
    const ExitCode code = ReadInput("-", [&](std::string_view chunk) {
      text.append(chunk);
      return text.size() <= kMostOriginals ? kDone : Complain(kInputFailed, "standard input: more than 16 MiB");
    });
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find('\n', at), text.size());
      std::string line = text.substr(at, end - at);
      if (!line.empty() && line.back() == '\r') line.pop_back();
      if (!line.empty()) lines->push_back(std::move(line));
      at = end + 1;
    }
    return code;
  }

  ExitCode Expire() {
    const std::string_view text = arguments_.Value(FlagId::kOlderThan);
    std::int64_t days = -1;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), days);
    if (error != std::errc() || end != text.data() + text.size() || days < 0) {
      return Wrong("vault expire needs a number of days: --older-than 90");
    }
    if (const ExitCode code = Open(); code != kDone) return code;
    return ShowCount(vault_->Expire(days));
  }

  ExitCode Rekey() {
    if (const ExitCode code = Open(); code != kDone) return code;
    const std::string key_file(arguments_.Value(FlagId::kNewKeyFile));
    std::optional<VaultKey> key;
    bool made = false;
    if (const ExitCode code = NewVaultKey(key_file, false, &key, &made); code != kDone) return code;
    if (const Status s = vault_->Rekey(*key); !s.ok()) {
      if (made) ::unlink(key_file.c_str());
      return Complain(s, "");
    }
    if (made) Remark("the key of the vault is now in " + key_file + "; the old one opens copies of the old file alone");
    return kDone;
  }

  ExitCode Check() {
    if (const ExitCode code = Open(); code != kDone) return code;
    const Status sound = vault_->Check();
    return sound.ok() ? Show("sound\n") : Complain(sound, "");
  }

  const Arguments& arguments_;
  std::vector<std::string> operands_;
  std::string path_;
  std::optional<VaultFile> vault_;
};

}  // namespace

ExitCode RunVault(const Arguments& arguments) { return VaultCommand(arguments).Run(); }

}  // namespace maske::cli
