// VaultFile: making, opening, listing, forgetting, new keys.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "base/mutation.h"
#include "base/types.h"
#include "maske/vault.h"
#include "redact/normalise.h"
#include "vault/store.h"

namespace maske {
namespace vault {
namespace {

constexpr std::size_t kMostNameBytes = 200;
constexpr std::int64_t kRowsAtOnce = 512;  // of a new key: rows in memory

// As redact::Vault does it; types of users' patterns have no other spellings.
std::string NormalForm(std::string_view type, std::string_view original) {
  TypeId id = kBuiltinTypeCount;
  for (TypeId i = 0; i < kBuiltinTypeCount; ++i) {
    if (BuiltinTypes()[i].name == type) id = i;
  }
  std::string normal;
  redact::Normalise(id, original, &normal);
  return normal;
}

// A file that nobody else may read, made here or empty. One that is there is not opened: closing it would drop the locks that
// this process may have on it as a vault.
Status MakeEmpty(const std::string& path) {
  struct stat there {};
  if (::stat(path.c_str(), &there) == 0 && (!S_ISREG(there.st_mode) || there.st_size != 0)) {
    return {ErrorCode::kInvalidArgument, "there is a file " + path + " already"};
  }
  const int fd = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  struct stat state {};
  if (fd < 0 || ::fstat(fd, &state) != 0) {
    const int error = errno;
    if (fd >= 0) ::close(fd);
    return {ErrorCode::kVault, "cannot make the vault " + path + ": " + std::strerror(error)};
  }
  const bool empty = S_ISREG(state.st_mode) && state.st_size == 0;
  const int changed = empty ? ::fchmod(fd, 0600) : 0;
  ::close(fd);
  if (!empty) return {ErrorCode::kInvalidArgument, "there is a file " + path + " already"};
  return changed == 0 ? Status::Ok() : Status(ErrorCode::kVault, "cannot make the vault " + path);
}

}  // namespace
}  // namespace vault

using vault::AppendNumber;
using vault::Head;
using vault::Keys;
using vault::Secret;
using vault::Statement;

struct VaultFile::Impl {
  vault::Database database;
  std::shared_ptr<const Keys> keys;
  Head head;

  Status Open(const std::string& path, const VaultKey& key);
  // Runs change in a transaction that removes something, and leaves nothing of it in the file and its journal. next: the head
  // from then on, but for its epoch.
  template <typename Change>
  Result<std::uint64_t> Remove(const Change& change, const Head* next = nullptr);
  Result<std::uint64_t> Delete(Statement* statement);
  Status Reseal(const Keys& fresh);
  Status ResealSessions(const Keys& fresh);
};

Status VaultFile::Impl::Open(const std::string& path, const VaultKey& key) {
  if (Status s = vault::OpenChecked(path, &database); !s) return s;
  if (Status s = vault::ReadHead(&database, &head); !s) return s;
  const Result<Secret> data = vault::Unwrap(key, head, path);
  if (!data.ok()) return data.status();
  auto derived = std::make_shared<Keys>();
  if (!derived->Derive(*data)) return {ErrorCode::kResource, "no memory for a key"};
  keys = std::move(derived);
  return Status::Ok();
}

template <typename Change>
Result<std::uint64_t> VaultFile::Impl::Remove(const Change& change, const Head* next) {
  if (Status s = database.Run("BEGIN IMMEDIATE"); !s) return s;
  Head now;
  Status status = vault::ReadHead(&database, &now);
  if (status.ok() && now.generation != head.generation) {
    status = {ErrorCode::kVault, "the key of the vault " + database.path() + " was changed meanwhile; open it again"};
  }
  Result<std::uint64_t> removed = status.ok() ? change() : Result<std::uint64_t>(status);
  if (removed.ok()) {
    const std::int64_t epoch = now.epoch + 1;
    if (next != nullptr) now = *next;
    now.epoch = epoch;
    status = vault::WriteHead(&database, now);
    if (status.ok()) status = database.Run("COMMIT");
    if (!status.ok()) removed = status;
  }
  if (!removed.ok()) {
    (void)database.Run("ROLLBACK");
    return removed;
  }
  // Others that are reading keep the journal; the last one to close the vault folds it then.
  if (const Status folded = database.Fold(); !folded.ok() && folded.code() != ErrorCode::kVault) return folded;
  return removed;
}

Result<std::uint64_t> VaultFile::Impl::Delete(Statement* statement) {
  if (Status s = statement->Run(); !s) return s;
  return static_cast<std::uint64_t>(database.changes());
}

VaultFile::VaultFile(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
VaultFile::VaultFile(VaultFile&&) noexcept = default;
VaultFile& VaultFile::operator=(VaultFile&&) noexcept = default;
VaultFile::~VaultFile() = default;

Status VaultFile::Create(const std::string& path, const VaultKey& key) {
  Head head;
  const Result<Secret> data = vault::NewDataKey(key, &head);
  if (!data.ok()) return data.status();
  if (Status s = vault::MakeEmpty(path); !s) return s;
  vault::Database database;
  Status status = database.Open(path, vault::kBusyMilliseconds);
  if (status.ok()) status = vault::MakeTables(&database, head);
  if (!status.ok()) ::unlink(path.c_str());
  return status;
}

Result<bool> VaultFile::AsksForPassphrase(const std::string& path) {
  vault::Database database;
  Head head;
  if (Status s = vault::OpenChecked(path, &database); !s) return s;
  if (Status s = vault::ReadHead(&database, &head); !s) return s;
  return head.derivation.kind == vault::Derivation::kArgon2id;
}

Result<VaultFile> VaultFile::Open(const std::string& path, const VaultKey& key) {
  auto impl = std::make_unique<Impl>();
  if (Status s = impl->Open(path, key); !s) return s;
  return VaultFile(std::move(impl));
}

Result<std::unique_ptr<VaultStore>> VaultFile::OpenSession(std::string_view name, bool known) const {
  if (name.empty() || name.size() > vault::kMostNameBytes) {
    return Status(ErrorCode::kInvalidArgument, "the name of a session has 1 to 200 bytes");
  }
  auto store = std::make_unique<vault::DiskStore>(impl_->keys, impl_->head.generation, name);
  if (Status s = store->Open(impl_->database.path(), known); !s) return s;
  return std::unique_ptr<VaultStore>(std::move(store));
}

Result<std::vector<VaultCount>> VaultFile::List() {
  Statement select;
  Status status = impl_->database.Prepare(
      "SELECT sessions.id, sessions.name, types.name, count(*), min(day), max(day) FROM entries JOIN sessions ON "
      "sessions.id=entries.session JOIN types ON types.id=entries.type GROUP BY entries.session, entries.type ORDER BY "
      "entries.session, types.name",
      &select);
  if (!status.ok()) return status;
  std::vector<VaultCount> counts;
  while (true) {
    const Result<bool> row = select.Step();
    if (!row.ok()) return row.status();
    if (!*row) return counts;
    VaultCount& count = counts.emplace_back();
    if (!impl_->keys->Open(vault::PlaceOfSession(select.Integer(0)), select.Blob(1), &count.session)) {
      return vault::Damaged(impl_->database.path());
    }
    count.type = select.Blob(2);
    count.entries = static_cast<std::uint64_t>(select.Integer(3));
    count.first_day = select.Integer(4);
    count.last_day = select.Integer(5);
  }
}

Result<std::uint64_t> VaultFile::ForgetSession(std::string_view name) {
  return impl_->Remove([&]() -> Result<std::uint64_t> {
    const Result<std::int64_t> id = vault::IdOfSession(&impl_->database, *impl_->keys, name);
    if (!id.ok()) return id.status();
    Statement remove;
    if (Status s = impl_->database.Prepare("UPDATE sessions SET name=NULL WHERE id=?", &remove); !s) return s;
    if (Status s = remove.Bind(1, *id).Run(); !s) return s;
    if (Status s = impl_->database.Prepare("DELETE FROM entries WHERE session=?", &remove); !s) return s;
    return impl_->Delete(&remove.Bind(1, *id));
  });
}

Result<std::uint64_t> VaultFile::ForgetPlaceholder(std::string_view session, std::string_view type,
                                                   StoredNumber placeholder) {
  return impl_->Remove([&]() -> Result<std::uint64_t> {
    const Result<std::int64_t> id = vault::IdOfSession(&impl_->database, *impl_->keys, session);
    if (!id.ok()) return id.status();
    Statement remove;
    Status status = impl_->database.Prepare(
        "DELETE FROM entries WHERE session=? AND type=(SELECT id FROM types WHERE name=?) AND number=? AND variant=?",
        &remove);
    if (!status.ok()) return status;
    remove.Bind(1, *id).BindText(2, type).Bind(3, placeholder.number).Bind(4, placeholder.variant);
    return impl_->Delete(&remove);
  });
}

Result<std::uint64_t> VaultFile::ForgetOriginal(std::string_view session, std::string_view original) {
  return impl_->Remove([&]() -> Result<std::uint64_t> {
    const Result<std::int64_t> id = vault::IdOfSession(&impl_->database, *impl_->keys, session);
    if (!id.ok()) return id.status();
    Statement types;
    Statement remove;
    Status status = impl_->database.Prepare("SELECT name FROM types", &types);
    if (!status.ok()) return status;
    status = impl_->database.Prepare("DELETE FROM entries WHERE normal_hash=?", &remove);
    if (!status.ok()) return status;
    std::uint64_t removed = 0;
    while (true) {
      const Result<bool> row = types.Step();
      if (!row.ok()) return row.status();
      if (!*row) return removed;
      const std::string_view type = types.Blob(0);
      const vault::Hash alike = impl_->keys->HashOf('n', *id, type, vault::NormalForm(type, original));
      const Result<std::uint64_t> gone = impl_->Delete(&remove.BindBlob(1, vault::View(alike)));
      if (!gone.ok()) return gone;
      removed += *gone;
    }
  });
}

Result<std::uint64_t> VaultFile::Expire(std::int64_t days) {
  if (days < 0) return Status(ErrorCode::kInvalidArgument, "days are 0 or more");
  return impl_->Remove([&]() -> Result<std::uint64_t> {
    Statement remove;
    if (Status s = impl_->database.Prepare("DELETE FROM entries WHERE day<?", &remove); !s) return s;
    const std::int64_t today = vault::Today();
    const Result<std::uint64_t> gone = impl_->Delete(&remove.Bind(1, today - std::min(days, today)));
    if (!gone.ok()) return gone;
    const Status names = impl_->database.Run(
        "UPDATE sessions SET name=NULL WHERE NOT EXISTS (SELECT 1 FROM entries WHERE session=sessions.id)");
    return names.ok() ? gone : Result<std::uint64_t>(names);
  });
}

Status VaultFile::Impl::ResealSessions(const Keys& fresh) {
  Statement select;
  Statement update;
  // A forgotten session is known by the old key's hash alone: what cannot be hashed anew goes.
  Status status = database.Run(
      "DELETE FROM counters WHERE session IN (SELECT id FROM sessions WHERE name IS NULL); DELETE FROM sessions WHERE "
      "name IS NULL");
  if (status.ok()) status = database.Prepare("SELECT id, name FROM sessions", &select);
  if (status.ok()) status = database.Prepare("UPDATE sessions SET name_hash=?, name=? WHERE id=?", &update);
  std::vector<std::pair<std::int64_t, std::string>> names;
  while (status.ok()) {
    const Result<bool> row = select.Step();
    if (!row.ok()) return row.status();
    if (!*row) break;
    auto& [id, name] = names.emplace_back(select.Integer(0), "");
    if (!keys->Open(vault::PlaceOfSession(id), select.Blob(1), &name)) return vault::Damaged(database.path());
  }
  for (const auto& [id, name] : names) {
    const vault::Hash hash = fresh.HashOf('s', 0, "", name);
    const std::string sealed = fresh.Seal(vault::PlaceOfSession(id), name);
    if (status.ok()) status = update.BindBlob(1, vault::View(hash)).BindBlob(2, sealed).Bind(3, id).Run();
  }
  return status;
}

// Every entry by the fresh keys, some hundred in memory at a time, in the order of the table.
Status VaultFile::Impl::Reseal(const Keys& fresh) {
  struct Row {
    std::int64_t session, type, number, variant;
    std::string name, sealed;
  };
  Statement select;
  Statement update;
  Status status = database.Prepare(
      "SELECT session, type, number, variant, types.name, sealed FROM entries JOIN types ON types.id=type WHERE "
      "(session, type, number, variant)>(?, ?, ?, ?) ORDER BY session, type, number, variant LIMIT ?",
      &select);
  if (status.ok()) {
    status = database.Prepare(
        "UPDATE entries SET original_hash=?, normal_hash=?, sealed=? WHERE session=? AND type=? AND number=? AND "
        "variant=?",
        &update);
  }
  Row last{-1, -1, -1, -1, "", ""};
  std::string original;
  while (status.ok()) {
    std::vector<Row> rows;
    select.Bind(1, last.session).Bind(2, last.type).Bind(3, last.number).Bind(4, last.variant);
    select.Bind(5, vault::kRowsAtOnce);
    while (true) {
      const Result<bool> row = select.Step();
      if (!row.ok()) return row.status();
      if (!*row) break;
      rows.push_back({select.Integer(0), select.Integer(1), select.Integer(2), select.Integer(3),
                      std::string(select.Blob(4)), std::string(select.Blob(5))});
    }
    if (rows.empty()) return Status::Ok();
    for (const Row& row : rows) {
      const std::string place = vault::PlaceOfEntry(row.session, row.name, row.number, row.variant);
      if (!keys->Open(place, row.sealed, &original)) return vault::Damaged(database.path());
      const vault::Hash same = fresh.HashOf('o', row.session, row.name, original);
      const vault::Hash alike = fresh.HashOf('n', row.session, row.name, vault::NormalForm(row.name, original));
      const std::string sealed = fresh.Seal(place, original);
      update.BindBlob(1, vault::Short(same)).BindBlob(2, vault::View(alike)).BindBlob(3, sealed);
      update.Bind(4, row.session).Bind(5, row.type).Bind(6, row.number).Bind(7, row.variant);
      if (status = update.Run(); !status) return status;
    }
    last = std::move(rows.back());
  }
  return status;
}

Status VaultFile::Rekey(const VaultKey& key) {
  auto fresh = std::make_shared<Keys>();
  Head next;
  const Result<std::uint64_t> done = impl_->Remove(
      [&]() -> Result<std::uint64_t> {
        if (Status s = vault::CheckAll(&impl_->database, *impl_->keys, 0); !s) return s;
        next.generation = impl_->head.generation + 1;
        const Result<Secret> data = vault::NewDataKey(key, &next);
        if (!data.ok()) return data.status();
        if (!fresh->Derive(*data)) return Status(ErrorCode::kResource, "no memory for a key");
        if (Status s = impl_->ResealSessions(*fresh); !s) return s;
        if (Status s = impl_->Reseal(*fresh); !s) return s;
        return std::uint64_t{0};
      },
      &next);
  if (!done.ok()) return done.status();
  impl_->keys = std::move(fresh);
  impl_->head = std::move(next);
  return Status::Ok();
}

Status VaultFile::Check() { return vault::CheckAll(&impl_->database, *impl_->keys, 0); }

}  // namespace maske
