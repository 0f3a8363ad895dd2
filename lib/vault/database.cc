#include "vault/database.h"

#include <sqlite3.h>

#include <utility>

namespace maske::vault {

Status Damaged(const std::string& path) {
  return {ErrorCode::kVault,
          "the vault " + path + " is damaged; take it from a backup, with its -wal file if there is one"};
}

Status NoVault(const std::string& path) {
  return {ErrorCode::kInvalidArgument, path + " is no vault of maske, or its first bytes are damaged"};
}

Status Meaning(int code, const std::string& path) {
  const auto fault = [&](const char* what) { return Status(ErrorCode::kVault, "the vault " + path + what); };
  switch (code & 0xFF) {
    case SQLITE_OK:
    case SQLITE_ROW:
    case SQLITE_DONE:
      return Status::Ok();
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return fault(" is busy: another process has been writing to it for too long; try again");
    case SQLITE_FULL:
      return fault(" cannot grow: the disk is full");
    case SQLITE_IOERR:
      return fault(code == SQLITE_IOERR_NOMEM
                       ? " cannot be used: out of memory"
                       : " cannot be read or written: the disk is full or failing, or a limit on "
                         "the size of files is reached");
    case SQLITE_CANTOPEN:
      return fault(" cannot be opened; its folder must allow files beside it, and it must lie on a local disk");
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return fault(" may not be written");
    case SQLITE_NOMEM:
      return {ErrorCode::kResource, "out of memory for the vault " + path};
    case SQLITE_NOTADB:
      return NoVault(path);
    case SQLITE_CORRUPT:
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
    case SQLITE_TOOBIG:
    case SQLITE_ERROR:  // a table that is not there
    case SQLITE_SCHEMA:
    case SQLITE_FORMAT:
      return Damaged(path);
    default:
      return {ErrorCode::kVault, "the vault " + path + " cannot be used: SQLite reports error " + std::to_string(code)};
  }
}

Statement::Statement(Statement&& other) noexcept
    : statement_(std::exchange(other.statement_, nullptr)), path_(other.path_) {}
Statement& Statement::operator=(Statement&& other) noexcept {
  std::swap(statement_, other.statement_);
  std::swap(path_, other.path_);
  return *this;
}
Statement::~Statement() { sqlite3_finalize(statement_); }

Statement& Statement::Bind(int place, std::int64_t value) {
  sqlite3_bind_int64(statement_, place, value);
  return *this;
}
Statement& Statement::BindText(int place, std::string_view value) {
  sqlite3_bind_text(statement_, place, value.data(), static_cast<int>(value.size()), SQLITE_STATIC);
  return *this;
}
Statement& Statement::BindBlob(int place, std::string_view value) {
  sqlite3_bind_blob(statement_, place, value.data(), static_cast<int>(value.size()), SQLITE_STATIC);
  return *this;
}
Statement& Statement::BindNull(int place) {
  sqlite3_bind_null(statement_, place);
  return *this;
}

Result<bool> Statement::Step() {
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  Reset();
  if (code == SQLITE_DONE) return false;
  return Meaning(code, *path_);
}

Status Statement::Run() {
  while (true) {
    const Result<bool> row = Step();
    if (!row.ok()) return row.status();
    if (!*row) return Status::Ok();
  }
}

void Statement::Reset() {
  sqlite3_reset(statement_);
  sqlite3_clear_bindings(statement_);
}

std::int64_t Statement::Integer(int column) const { return sqlite3_column_int64(statement_, column); }

std::string_view Statement::Blob(int column) const {
  const void* const bytes = sqlite3_column_blob(statement_, column);
  const int size = sqlite3_column_bytes(statement_, column);
  return bytes == nullptr ? std::string_view{}
                          : std::string_view{static_cast<const char*>(bytes), static_cast<std::size_t>(size)};
}

Database::~Database() { sqlite3_close(handle_); }

Status Database::Open(const std::string& path, int busy_ms) {
  path_ = path;
  const int code = sqlite3_open_v2(path.c_str(), &handle_, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
  if (code != SQLITE_OK) return Meaning(code, path_);
  sqlite3_extended_result_codes(handle_, 1);
  sqlite3_busy_timeout(handle_, busy_ms);
  sqlite3_db_config(handle_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(handle_, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  // What is deleted is overwritten; nothing goes to temporary files; every commit is on the disk. The journal grows to 16 MiB
  // before it is folded: a page that many batches touch is then written to the file once.
  return Run(
      "PRAGMA secure_delete=ON; PRAGMA temp_store=MEMORY; PRAGMA cell_size_check=ON; PRAGMA synchronous=FULL; "
      "PRAGMA cache_size=-16384; PRAGMA wal_autocheckpoint=4000; PRAGMA mmap_size=0;");
}

Status Database::Run(const char* sql) { return Meaning(sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr), path_); }

Status Database::Prepare(const char* sql, Statement* statement) {
  sqlite3_stmt* made = nullptr;
  const int code = sqlite3_prepare_v3(handle_, sql, -1, SQLITE_PREPARE_PERSISTENT, &made, nullptr);
  if (code != SQLITE_OK) return Meaning(code, path_);
  *statement = Statement(made, &path_);
  return Status::Ok();
}

Status Database::Fold() {
  const int code = sqlite3_wal_checkpoint_v2(handle_, nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
  return Meaning(code, path_);
}

std::int64_t Database::changes() const { return sqlite3_changes64(handle_); }

}  // namespace maske::vault
