#include "vault/format.h"

#include <sodium.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>

namespace maske::vault {
namespace {

constexpr std::int64_t kApplicationId = 0x4D534B56;  // "MSKV"

// As SQLite keeps them: compared with what a file has.
constexpr std::array<std::string_view, 6> kTables = {
    "CREATE TABLE vault(id INTEGER PRIMARY KEY CHECK(id=1), derivation INTEGER NOT NULL, salt BLOB NOT NULL, "
    "passes INTEGER NOT NULL, memory INTEGER NOT NULL, generation INTEGER NOT NULL, epoch INTEGER NOT NULL, "
    "wrapped BLOB NOT NULL)",
    "CREATE TABLE sessions(id INTEGER PRIMARY KEY, name_hash BLOB NOT NULL UNIQUE, name BLOB)",
    "CREATE TABLE types(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)",
    "CREATE TABLE counters(session INTEGER NOT NULL, type INTEGER NOT NULL, next INTEGER NOT NULL, "
    "PRIMARY KEY(session, type)) WITHOUT ROWID",
    "CREATE TABLE entries(session INTEGER NOT NULL, type INTEGER NOT NULL, number INTEGER NOT NULL, "
    "variant INTEGER NOT NULL, day INTEGER NOT NULL, original_hash BLOB NOT NULL, normal_hash BLOB NOT NULL, "
    "sealed BLOB NOT NULL, PRIMARY KEY(session, type, number, variant)) WITHOUT ROWID",
    "CREATE UNIQUE INDEX by_value ON entries(normal_hash, original_hash)",
};

std::string PlaceOfHead(const Head& head) {
  std::string place = "maske vault";
  for (const std::int64_t number : {kVersion, static_cast<std::int64_t>(head.derivation.kind), head.derivation.passes,
                                    head.derivation.memory, head.generation}) {
    AppendNumber(static_cast<std::uint64_t>(number), &place);
  }
  place.append(head.derivation.salt.begin(), head.derivation.salt.end());
  return place;
}

std::string_view View(const std::array<unsigned char, kSaltBytes>& salt) {
  return {reinterpret_cast<const char*>(salt.data()), salt.size()};
}

void BindHead(const Head& head, Statement* statement) {
  statement->Bind(1, static_cast<std::int64_t>(head.derivation.kind))
      .BindBlob(2, View(head.derivation.salt))
      .Bind(3, head.derivation.passes)
      .Bind(4, head.derivation.memory)
      .Bind(5, head.generation)
      .Bind(6, head.epoch)
      .BindBlob(7, head.wrapped);
}

Status CheckSchema(Database* database) {
  Statement tables;
  Status status = database->Prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid", &tables);
  if (!status.ok()) return status;
  for (const std::string_view expected : kTables) {
    const Result<bool> row = tables.Step();
    if (!row.ok()) return row.status();
    if (!*row || tables.Blob(0) != expected) return Damaged(database->path());
  }
  const Result<bool> more = tables.Step();
  if (!more.ok()) return more.status();
  return *more ? Damaged(database->path()) : Status::Ok();
}

}  // namespace

std::int64_t Today() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::hours>(now).count() / 24;
}

// Asked of SQLite, never read from the file here: closing a file of one's own would drop the locks that this process has on it.
Status CheckVersion(Database* database) {
  for (const char* const what : {"PRAGMA application_id", "PRAGMA user_version"}) {
    Statement pragma;
    if (Status s = database->Prepare(what, &pragma); !s) return s;
    const Result<bool> row = pragma.Step();
    if (!row.ok()) return row.status();
    const std::int64_t value = *row ? pragma.Integer(0) : 0;
    const bool version = what[7] == 'u';
    if (!version && value != kApplicationId) return NoVault(database->path());
    if (version && value != kVersion) {
      return {ErrorCode::kInvalidArgument, "the vault " + database->path() + " has version " + std::to_string(value) +
                                               " and was made by another maske; this one knows version " +
                                               std::to_string(kVersion)};
    }
  }
  return Status::Ok();
}

Status OpenChecked(const std::string& path, Database* database) {
  struct stat state {};
  if (::stat(path.c_str(), &state) != 0) {
    return {ErrorCode::kInvalidArgument, "cannot open the vault " + path + ": " + std::strerror(errno) +
                                             (errno == ENOENT ? "; maske vault init makes one" : "")};
  }
  if (!S_ISREG(state.st_mode)) return NoVault(path);
  if (Status s = database->Open(path, kBusyMilliseconds); !s) return s;
  if (Status s = CheckVersion(database); !s) return s;
  return CheckSchema(database);
}

Status MakeTables(Database* database, const Head& head) {
  const std::string marks = "PRAGMA application_id=" + std::to_string(kApplicationId) +
                            "; PRAGMA user_version=" + std::to_string(kVersion) + ";";
  Status status = database->Run("BEGIN EXCLUSIVE");
  if (status.ok()) status = database->Run(marks.c_str());
  for (const std::string_view table : kTables) {
    if (status.ok()) status = database->Run(std::string(table).c_str());
  }
  Statement insert;
  if (status.ok()) status = database->Prepare("INSERT INTO vault VALUES(1, ?, ?, ?, ?, ?, ?, ?)", &insert);
  if (!status.ok()) return status;
  BindHead(head, &insert);
  status = insert.Run();
  if (status.ok()) status = database->Run("COMMIT");
  // One write to the disk a batch instead of three, and readers and a writer side by side.
  if (status.ok()) status = database->Run("PRAGMA journal_mode=WAL");
  return status;
}

Status ReadHead(Database* database, Head* head) {
  Statement select;
  Status status = database->Prepare(
      "SELECT derivation, salt, passes, memory, generation, epoch, wrapped FROM vault WHERE id=1", &select);
  if (!status.ok()) return status;
  const Result<bool> row = select.Step();
  if (!row.ok()) return row.status();
  if (!*row || select.Blob(1).size() != kSaltBytes) return Damaged(database->path());
  head->derivation.kind = static_cast<Derivation>(select.Integer(0));
  const std::string_view salt = select.Blob(1);
  std::copy(salt.begin(), salt.end(), head->derivation.salt.begin());
  head->derivation.passes = select.Integer(2);
  head->derivation.memory = select.Integer(3);
  head->generation = select.Integer(4);
  head->epoch = select.Integer(5);
  head->wrapped = select.Blob(6);
  return IsSane(head->derivation) ? Status::Ok() : Damaged(database->path());
}

Status WriteHead(Database* database, const Head& head) {
  Statement update;
  Status status = database->Prepare(
      "UPDATE vault SET derivation=?, salt=?, passes=?, memory=?, generation=?, epoch=?, wrapped=? WHERE id=1",
      &update);
  if (!status.ok()) return status;
  BindHead(head, &update);
  return update.Run();
}

Result<Secret> NewDataKey(const VaultKey& key, Head* head) {
  head->derivation = NewDerivation(key.is_passphrase());
  Result<Secret> wrapping = key.impl().Derive(head->derivation);
  if (!wrapping.ok()) return wrapping.status();
  Secret data(kKeyBytes);
  if (data.empty()) return Status(ErrorCode::kResource, "no memory for a key");
  randombytes_buf(data.data(), data.size());
  head->wrapped = SealBytes(*wrapping, PlaceOfHead(*head), {reinterpret_cast<const char*>(data.data()), data.size()});
  return data;
}

Result<Secret> Unwrap(const VaultKey& key, const Head& head, const std::string& path) {
  Result<Secret> wrapping = key.impl().Derive(head.derivation);
  if (!wrapping.ok()) return wrapping.status();
  Secret data(kKeyBytes);
  if (data.empty()) return Status(ErrorCode::kResource, "no memory for a key");
  if (head.wrapped.size() != kNonceBytes + kKeyBytes + kTagBytes ||
      !OpenBytes(*wrapping, PlaceOfHead(head), head.wrapped, data.data())) {
    return Status(ErrorCode::kInvalidArgument, std::string(key.is_passphrase() ? "the passphrase" : "the key") +
                                                   " does not open the vault " + path +
                                                   "; it is another one's, or the head of the vault is damaged");
  }
  return data;
}

std::string PlaceOfSession(std::int64_t session) {
  std::string place = "session";
  AppendNumber(static_cast<std::uint64_t>(session), &place);
  return place;
}

std::string PlaceOfEntry(std::int64_t session, std::string_view type, std::int64_t number, std::int64_t variant) {
  std::string place = "entry";
  for (const std::int64_t value : {session, number, variant}) AppendNumber(static_cast<std::uint64_t>(value), &place);
  place.append(type);
  return place;
}

}  // namespace maske::vault
