#include "vault/key.h"

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace maske {
namespace vault {
namespace {

constexpr std::size_t kLeastPassphrase = 8;
constexpr std::size_t kMostPassphrase = 4096;
constexpr std::size_t kMostFileBytes = 4096;
constexpr std::int64_t kMostPasses = 64;
constexpr std::int64_t kMostMemory = std::int64_t{4} << 30;

Status NoMemory() { return {ErrorCode::kResource, "no memory for a key"}; }
Status NoKey(const std::string& what) { return {ErrorCode::kInvalidArgument, what}; }

bool IsBlank(unsigned char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// 64 digits with blanks around them.
bool ReadDigits(const unsigned char* text, std::size_t size, Secret* key) {
  while (size > 0 && IsBlank(text[size - 1])) --size;
  while (size > 0 && IsBlank(*text)) {
    ++text;
    --size;
  }
  if (size != 2 * kKeyBytes) return false;
  std::size_t written = 0;
  return sodium_hex2bin(key->data(), key->size(), reinterpret_cast<const char*>(text), size, nullptr, &written,
                        nullptr) == 0 &&
         written == kKeyBytes;
}

class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  [[nodiscard]] int get() const { return fd_; }

 private:
  int fd_;
};

std::string Reason() { return std::strerror(errno); }

// Nothing when the file is one that a key may be in.
std::string WhatIsWrongWith(int fd) {
  struct stat state {};
  if (::fstat(fd, &state) != 0) return Reason();
  if (!S_ISREG(state.st_mode)) return "it is no regular file";
  if (state.st_uid != ::geteuid() && state.st_uid != 0) return "it belongs to somebody else";
  if ((state.st_mode & 0177U) != 0) return "others may read or change it; say chmod 600";
  if (static_cast<std::size_t>(state.st_size) > kMostFileBytes) return "it is too long to be a key";
  return {};
}

}  // namespace

DerivationOptions NewDerivation(bool passphrase) {
  DerivationOptions options;
  randombytes_buf(options.salt.data(), options.salt.size());
  if (passphrase) {
    options.kind = Derivation::kArgon2id;
    options.passes = crypto_pwhash_OPSLIMIT_MODERATE;
    options.memory = crypto_pwhash_MEMLIMIT_MODERATE;
  }
  return options;
}

bool IsSane(const DerivationOptions& options) {
  if (options.kind == Derivation::kRandomKey) return true;
  return options.kind == Derivation::kArgon2id && options.passes >= 1 && options.passes <= kMostPasses &&
         options.memory >= static_cast<std::int64_t>(crypto_pwhash_MEMLIMIT_MIN) && options.memory <= kMostMemory;
}

}  // namespace vault

using vault::kKeyBytes;
using vault::Secret;

Result<Secret> VaultKey::Impl::Derive(const vault::DerivationOptions& options) const {
  const bool wants_passphrase = options.kind == vault::Derivation::kArgon2id;
  if (wants_passphrase != passphrase) {
    return vault::NoKey(wants_passphrase ? "this vault was made with a passphrase, and a key was given"
                                         : "this vault was made with a key file, and a passphrase was given");
  }
  Secret key(kKeyBytes);
  if (key.empty()) return vault::NoMemory();
  if (!passphrase) {
    std::memcpy(key.data(), bytes.data(), kKeyBytes);
  } else if (crypto_pwhash(key.data(), key.size(), reinterpret_cast<const char*>(bytes.data()), bytes.size(),
                           options.salt.data(), static_cast<unsigned long long>(options.passes),
                           static_cast<std::size_t>(options.memory), crypto_pwhash_ALG_ARGON2ID13) != 0) {
    return Status(ErrorCode::kResource, "not enough memory to make a key of the passphrase");
  }
  return key;
}

VaultKey::VaultKey(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
VaultKey::VaultKey(VaultKey&&) noexcept = default;
VaultKey& VaultKey::operator=(VaultKey&&) noexcept = default;
VaultKey::~VaultKey() = default;
bool VaultKey::is_passphrase() const { return impl_->passphrase; }

Result<VaultKey> VaultKey::Generate() {
  auto impl = std::make_unique<Impl>();
  impl->bytes = Secret(kKeyBytes);
  if (impl->bytes.empty()) return vault::NoMemory();
  randombytes_buf(impl->bytes.data(), kKeyBytes);
  return VaultKey(std::move(impl));
}

Result<VaultKey> VaultKey::FromHex(std::string_view digits) {
  auto impl = std::make_unique<Impl>();
  impl->bytes = Secret(kKeyBytes);
  if (impl->bytes.empty()) return vault::NoMemory();
  if (!vault::ReadDigits(reinterpret_cast<const unsigned char*>(digits.data()), digits.size(), &impl->bytes)) {
    return vault::NoKey("a key is 64 hexadecimal digits");
  }
  return VaultKey(std::move(impl));
}

Result<VaultKey> VaultKey::FromPassphrase(std::string_view passphrase) {
  if (passphrase.size() < vault::kLeastPassphrase || passphrase.size() > vault::kMostPassphrase) {
    return vault::NoKey("a passphrase has 8 bytes at least, and 4096 at most");
  }
  auto impl = std::make_unique<Impl>();
  impl->passphrase = true;
  impl->bytes = Secret(passphrase.size());
  if (impl->bytes.empty()) return vault::NoMemory();
  std::memcpy(impl->bytes.data(), passphrase.data(), passphrase.size());
  return VaultKey(std::move(impl));
}

Result<VaultKey> VaultKey::FromFile(const std::string& path) {
  const vault::Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
  if (file.get() < 0) return vault::NoKey("cannot read the key file " + path + ": " + vault::Reason());
  if (const std::string wrong = vault::WhatIsWrongWith(file.get()); !wrong.empty()) {
    return vault::NoKey("the key file " + path + " is not used: " + wrong);
  }
  Secret text(vault::kMostFileBytes);
  auto impl = std::make_unique<Impl>();
  impl->bytes = Secret(kKeyBytes);
  if (text.empty() || impl->bytes.empty()) return vault::NoMemory();
  std::size_t size = 0;
  while (size < text.size()) {
    const ssize_t n = ::read(file.get(), text.data() + size, text.size() - size);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return vault::NoKey("cannot read the key file " + path + ": " + vault::Reason());
    if (n == 0) break;
    size += static_cast<std::size_t>(n);
  }
  if (!vault::ReadDigits(text.data(), size, &impl->bytes)) {
    return vault::NoKey("the key file " + path + " does not hold 64 hexadecimal digits");
  }
  return VaultKey(std::move(impl));
}

Status VaultKey::WriteFile(const std::string& path) const {
  if (impl_->passphrase) return vault::NoKey("a passphrase is not written to a file");
  Secret digits(2 * kKeyBytes + 1);
  if (digits.empty()) return vault::NoMemory();
  sodium_bin2hex(reinterpret_cast<char*>(digits.data()), digits.size(), impl_->bytes.data(), kKeyBytes);
  digits.data()[2 * kKeyBytes] = '\n';
  const vault::Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
  if (file.get() < 0 && errno == EEXIST) return vault::NoKey("there is a file " + path + " already");
  int error = file.get() < 0 ? errno : 0;
  for (std::size_t at = 0; error == 0 && at < digits.size();) {
    const ssize_t n = ::write(file.get(), digits.data() + at, digits.size() - at);
    if (n > 0) {
      at += static_cast<std::size_t>(n);
    } else if (n == 0 || errno != EINTR) {
      error = n == 0 ? EIO : errno;
    }
  }
  if (error == 0 && ::fsync(file.get()) != 0 && errno != EINVAL) error = errno;
  if (error == 0) return Status::Ok();
  if (file.get() >= 0) ::unlink(path.c_str());
  return {ErrorCode::kOutput, "cannot write the key file " + path + ": " + std::strerror(error)};
}

}  // namespace maske
