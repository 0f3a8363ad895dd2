#include "cli/vault_access.h"

#include <fcntl.h>
#include <sodium.h>
#include <termios.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <string_view>
#include <utility>

#include "cli/output.h"
#include "cli/replaced_file.h"
#include "cli/signals.h"
#include "cli/suggest.h"
#include "vault/secret.h"

namespace maske::cli {
namespace {

constexpr std::size_t kMostPassphrase = 4096;
constexpr std::string_view kDefaultSession = "default";

// The terminal of the user, with echo off while one lives.
class Terminal {
 public:
  Terminal() : fd_(::open("/dev/tty", O_RDWR | O_CLOEXEC)) {
    if (fd_ < 0 || ::tcgetattr(fd_, &before_) != 0) return;
    termios silent = before_;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    silent.c_lflag |= static_cast<tcflag_t>(ECHONL);
    silent_ = ::tcsetattr(fd_, TCSAFLUSH, &silent) == 0;
  }
  Terminal(const Terminal&) = delete;
  Terminal& operator=(const Terminal&) = delete;
  ~Terminal() {
    if (silent_) ::tcsetattr(fd_, TCSAFLUSH, &before_);
    if (fd_ >= 0) ::close(fd_);
  }

  [[nodiscard]] bool ready() const { return silent_; }

  // A line without its end. False: none came, or it was too long.
  bool Ask(std::string_view question, vault::Secret* answer, std::size_t* size) {
    if (WriteAll(fd_, question) != 0) return false;
    for (*size = 0; *size < answer->size();) {
      const ssize_t n = ::read(fd_, answer->data() + *size, 1);
      if (n < 0 && errno == EINTR && !Interrupted()) continue;
      if (n <= 0) return false;
      if (answer->data()[*size] == '\n') return true;
      ++*size;
    }
    return false;
  }

 private:
  int fd_;
  termios before_{};
  bool silent_ = false;
};

ExitCode AskPassphrase(const std::string& path, bool twice, std::optional<VaultKey>* key) {
  Terminal terminal;
  vault::Secret words(kMostPassphrase);
  vault::Secret again(kMostPassphrase);
  if (words.empty() || again.empty()) return Complain(kInternal, "out of memory");
  if (!terminal.ready()) {
    return Complain(kUsage, "there is no terminal to ask for the passphrase" +
                                std::string(path.empty() ? "" : " of " + path) + "; name a --key-file, or set " +
                                kKeyVariable);
  }
  std::size_t size = 0;
  std::size_t again_size = 0;
  const std::string question = path.empty() ? "new passphrase: " : "passphrase of " + path + ": ";
  if (!terminal.Ask(question, &words, &size)) return Complain(kUsage, "no passphrase was given");
  if (twice) {
    if (!terminal.Ask("once more: ", &again, &again_size)) return Complain(kUsage, "no passphrase was given");
    if (size != again_size || sodium_memcmp(words.data(), again.data(), size) != 0) {
      return Complain(kUsage, "the two passphrases differ");
    }
  }
  Result<VaultKey> made = VaultKey::FromPassphrase({reinterpret_cast<const char*>(words.data()), size});
  if (!made.ok()) return Complain(made.status(), "");
  *key = std::move(made).value();
  return kDone;
}

// Nothing when the variable is not set.
ExitCode KeyOfEnvironment(std::optional<VaultKey>* key) {
  char* const value = std::getenv(kKeyVariable);
  if (value == nullptr) return kDone;
  Result<VaultKey> read = VaultKey::FromHex(value);
  sodium_memzero(value, std::strlen(value));
  ::unsetenv(kKeyVariable);
  if (!read.ok()) return Complain(read.status(), kKeyVariable);
  *key = std::move(read).value();
  return kDone;
}

ExitCode KeyOfFile(const std::string& path, std::optional<VaultKey>* key) {
  Result<VaultKey> read = VaultKey::FromFile(path);
  if (!read.ok()) return Complain(read.status(), "");
  *key = std::move(read).value();
  return kDone;
}

}  // namespace

std::string SessionName(const Arguments& arguments) {
  return std::string(arguments.Value(FlagId::kSession, kDefaultSession));
}

ExitCode NewVaultKey(const std::string& key_file, bool environment, std::optional<VaultKey>* key, bool* made) {
  *made = false;
  std::error_code error;
  if (!key_file.empty() && std::filesystem::exists(key_file, error)) return KeyOfFile(key_file, key);
  if (!key_file.empty()) {
    Result<VaultKey> fresh = VaultKey::Generate();
    if (!fresh.ok()) return Complain(fresh.status(), "");
    if (const Status s = fresh->WriteFile(key_file); !s.ok()) return Complain(s, "");
    *made = true;
    *key = std::move(fresh).value();
    return kDone;
  }
  if (environment) {
    if (const ExitCode code = KeyOfEnvironment(key); code != kDone || key->has_value()) return code;
  }
  return AskPassphrase("", true, key);
}

ExitCode OpenVault(const Arguments& arguments, const std::string& path, std::optional<VaultFile>* vault) {
  std::optional<VaultKey> key;
  const Result<bool> words = VaultFile::AsksForPassphrase(path);
  if (!words.ok()) return Complain(words.status(), "");
  const std::string key_file(arguments.Value(FlagId::kKeyFile));
  ExitCode code = kDone;
  if (!key_file.empty()) {
    code = KeyOfFile(key_file, &key);
  } else if (*words) {
    code = AskPassphrase(path, false, &key);
  } else {
    code = KeyOfEnvironment(&key);
    if (code == kDone && !key.has_value()) {
      code = Complain(kUsage, "the vault " + path + " needs its key: --key-file FILE, or the variable " + kKeyVariable);
    }
  }
  if (code != kDone) return code;
  Result<VaultFile> opened = VaultFile::Open(path, *key);
  if (!opened.ok()) return Complain(opened.status(), "");
  *vault = std::move(opened).value();
  return kDone;
}

ExitCode OpenVaultStore(const Arguments& arguments, bool known, std::unique_ptr<VaultStore>* store) {
  std::optional<VaultFile> vault;
  if (const ExitCode code = OpenVault(arguments, std::string(arguments.Value(FlagId::kVault)), &vault); code != kDone) {
    return code;
  }
  Result<std::unique_ptr<VaultStore>> opened = vault->OpenSession(SessionName(arguments), known);
  if (!opened.ok()) return Complain(opened.status(), "");
  *store = std::move(opened).value();
  return kDone;
}

ExitCode MakeOperators(const Arguments& arguments, const Filter& filter, Policy* policy) {
  const bool restores = arguments.command() == kRestore;  // which asks for surrogates alone
  bool needs_key = false;
  std::vector<std::string_view> known;
  for (const TypeDescription& type : filter.Types()) known.push_back(type.name);
  for (const std::string& word : arguments.Values(FlagId::kOperator)) {
    const std::size_t equals = word.find('=');
    const std::string type = equals == std::string::npos ? "" : word.substr(0, equals);
    Result<Operator> op = ParseOperator(equals == std::string::npos ? word : word.substr(equals + 1));
    if (!op.ok()) return WrongUsage(arguments.command(), "--operator " + word + ": " + op.status().message());
    if (!type.empty() && std::find(known.begin(), known.end(), type) == known.end()) {
      return Complain(kUsage, "--operator: there is no type \"" + type + "\"" + DidYouMean(type, known) +
                                  "; maske patterns list shows them");
    }
    if (restores && op->kind != OperatorKind::kSurrogate) continue;
    needs_key = needs_key || NeedsKey(op->kind);
    policy->operators.push_back({type, std::move(op).value()});
  }
  const std::string key_file(arguments.Value(FlagId::kKeyFile));
  std::optional<VaultKey> key;
  ExitCode code = kDone;
  if (!key_file.empty()) {
    code = KeyOfFile(key_file, &key);
  } else if (!arguments.Has(FlagId::kVault)) {
    code = KeyOfEnvironment(&key);
  }
  if (code != kDone) return code;
  if (needs_key && !key.has_value()) {
    return WrongUsage(arguments.command(), "the operators hash, encrypt and dateshift need a key: --key-file FILE");
  }
  if (!key.has_value()) return kDone;
  Result<std::shared_ptr<const OperatorKey>> made = MakeOperatorKey(*key);
  if (!made.ok()) return Complain(made.status(), "");
  policy->operator_key = std::move(made).value();
  return kDone;
}

ExitCode CheckVaultUsage(const Arguments& arguments) {
  if (!arguments.Has(FlagId::kVault)) {
    if (arguments.Given(FlagId::kSession)) return WrongUsage(arguments.command(), "--session goes with --vault");
    return kDone;
  }
  if (arguments.Has(FlagId::kMap)) {
    return WrongUsage(arguments.command(), "--vault and --map both keep the originals; leave out one");
  }
  const std::string output(arguments.Value(FlagId::kOutput));
  for (const FlagId file : {FlagId::kVault, FlagId::kKeyFile}) {
    const std::string name(arguments.Value(file));
    if (!output.empty() && !name.empty() && SameFile(name, output)) {
      return WrongUsage(arguments.command(),
                        "--" + std::string(FlagOf(file).name) + " and -o name the same file; name two");
    }
  }
  return kDone;
}

}  // namespace maske::cli
