#include "cli/replaced_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <system_error>

namespace maske::cli {
namespace {

std::string Folder(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

mode_t Umask() {
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return mask;
}

}  // namespace

bool SameFile(const std::string& a, const std::string& b) {
  std::error_code error;
  if (std::filesystem::equivalent(a, b, error)) return true;
  const auto whole = [&](const std::string& name) {
    return std::filesystem::weakly_canonical(std::filesystem::absolute(name, error), error);
  };
  return whole(a) == whole(b);
}

ReplacedFile::~ReplacedFile() {
  if (fd_ >= 0) ::close(fd_);
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

int ReplacedFile::Create(const std::string& path, bool owner_only) {
  struct stat old {};
  const bool exists = ::stat(path.c_str(), &old) == 0;
  if (exists) {
    char* resolved = ::realpath(path.c_str(), nullptr);
    if (resolved == nullptr) return errno;
    target_ = resolved;
    ::free(resolved);  // NOLINT(cppcoreguidelines-no-malloc): realpath gives it
    if (S_ISDIR(old.st_mode)) return EISDIR;
    if (::access(target_.c_str(), W_OK) != 0) return errno;  // a rename would pass over a file that forbids writing
  } else {
    if (errno != ENOENT) return errno;
    struct stat link {};
    if (::lstat(path.c_str(), &link) == 0) return ENOENT;  // a link to nothing
    target_ = path;
  }
  std::string name = Folder(target_).append("/.maske-XXXXXX");
  fd_ = ::mkostemp(name.data(), O_CLOEXEC);
  if (fd_ < 0) return errno;
  temporary_ = name;
  if (owner_only) return 0;  // mkostemp made it 0600
  if (exists && (old.st_uid != ::geteuid() || old.st_gid != ::getegid())) {
    if (::fchown(fd_, old.st_uid, old.st_gid) != 0) {
      // Not ours to give away: the new file stays the user's own, as with any editor that renames.
    }
  }
  const mode_t mode = exists ? (old.st_mode & 0777U) : (0666U & ~Umask());
  return ::fchmod(fd_, mode) == 0 ? 0 : errno;
}

int ReplacedFile::Sync() {
  if (::fsync(fd_) == 0 || errno == EINVAL || errno == EROFS) return 0;
  return errno;
}

int ReplacedFile::Close() {
  if (fd_ < 0) return 0;
  const int closed = ::close(fd_);
  fd_ = -1;
  return closed != 0 && errno != EINTR ? errno : 0;
}

// The old file gets a second name, so that there is no moment without it; where links are not known, it is moved.
int ReplacedFile::KeepOld(const std::string& suffix) const {
  const std::string kept = target_ + suffix;
  const std::string link = temporary_ + ".old";
  if (::link(target_.c_str(), link.c_str()) != 0) {
    if (errno != EPERM && errno != ENOTSUP && errno != ENOSYS && errno != EMLINK) return errno;
    return std::rename(target_.c_str(), kept.c_str()) == 0 ? 0 : errno;
  }
  if (std::rename(link.c_str(), kept.c_str()) == 0) return 0;
  const int error = errno;
  ::unlink(link.c_str());
  return error;
}

int ReplacedFile::Commit(const std::string& suffix) {
  if (const int error = Close(); error != 0) return error;
  if (!suffix.empty()) {
    if (const int error = KeepOld(suffix); error != 0) return error;
  }
  if (std::rename(temporary_.c_str(), target_.c_str()) != 0) return errno;
  temporary_.clear();
  const int folder = ::open(Folder(target_).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder >= 0) {
    (void)::fsync(folder);  // not every file system can; the rename itself stands
    ::close(folder);
  }
  return 0;
}

}  // namespace maske::cli
