// SQLite as this folder needs it: a connection, statements, and errors as Status. Nothing of a value is in a message; SQLite is
// asked for the code alone, never for its text. One thread a connection. Tested by tests/vault.
#ifndef MASKE_VAULT_DATABASE_H_
#define MASKE_VAULT_DATABASE_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "maske/status.h"

struct sqlite3;
struct sqlite3_stmt;

namespace maske::vault {

// One prepared statement. Values are bound by place from 1 and copied by nobody: they live until the next Reset.
class Statement {
 public:
  Statement() = default;
  Statement(Statement&& other) noexcept;
  Statement& operator=(Statement&& other) noexcept;
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;
  ~Statement();

  Statement& Bind(int place, std::int64_t value);
  Statement& BindText(int place, std::string_view value);
  Statement& BindBlob(int place, std::string_view value);
  Statement& BindNull(int place);
  // True: there is a row. False: done. The statement is then reset.
  Result<bool> Step();
  // Runs to the end, drops rows, and is reset.
  Status Run();
  // Lets go of the row and of what was bound.
  void Reset();

  // Of the row; views live until the next call of Step or Reset.
  [[nodiscard]] std::int64_t Integer(int column) const;
  [[nodiscard]] std::string_view Blob(int column) const;

 private:
  friend class Database;
  explicit Statement(sqlite3_stmt* statement, const std::string* path) : statement_(statement), path_(path) {}
  sqlite3_stmt* statement_ = nullptr;
  const std::string* path_ = nullptr;
};

class Database {
 public:
  Database() = default;
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  ~Database();

  // The file must exist. Waits up to busy_ms for other processes, at every call.
  Status Open(const std::string& path, int busy_ms);
  Status Run(const char* sql);
  // The database must outlive the statement and stay in its place.
  Status Prepare(const char* sql, Statement* statement);
  // True: there is nothing after the call that is not on the disk, and no journal is left.
  Status Fold();
  [[nodiscard]] std::int64_t changes() const;
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  sqlite3* handle_ = nullptr;
  std::string path_;
};

// What SQLite's code means for a user of the vault.
Status Meaning(int code, const std::string& path);
// The file is something else.
Status NoVault(const std::string& path);
// For what SQLite did not notice.
Status Damaged(const std::string& path);

}  // namespace maske::vault

#endif  // MASKE_VAULT_DATABASE_H_
