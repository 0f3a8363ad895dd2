// The tables of a vault file, its head, and its version; docs/vault_format.md describes them. A file of another schema is
// damaged, one of a later version is refused. Tested by tests/vault/file_test.cc and damage_test.cc.
#ifndef MASKE_VAULT_FORMAT_H_
#define MASKE_VAULT_FORMAT_H_

#include <cstdint>
#include <string>

#include "vault/database.h"
#include "vault/key.h"
#include "vault/seal.h"

namespace maske::vault {

inline constexpr std::int64_t kVersion = 2;
inline constexpr int kBusyMilliseconds = 30'000;

struct Head {
  DerivationOptions derivation;
  std::int64_t generation = 1;  // of the keys
  std::int64_t epoch = 0;       // counts removals of entries
  std::string wrapped;          // the data key, sealed by the user's
};

// Days since 1970-01-01, UTC.
std::int64_t Today();

// Opens the file and checks version and schema. kInvalidArgument when there is no vault of a version that is known.
Status OpenChecked(const std::string& path, Database* database);
// Makes tables and head; in a transaction of its own.
Status MakeTables(Database* database, const Head& head);
Status ReadHead(Database* database, Head* head);
Status WriteHead(Database* database, const Head& head);

// A fresh data key wrapped into head by the user's.
Result<Secret> NewDataKey(const VaultKey& key, Head* head);
// The data key of a head; kInvalidArgument when it is another key's.
Result<Secret> Unwrap(const VaultKey& key, const Head& head, const std::string& path);

// The places that values are bound to.
std::string PlaceOfSession(std::int64_t session);
std::string PlaceOfEntry(std::int64_t session, std::string_view type, std::int64_t number, std::int64_t variant);

}  // namespace maske::vault

#endif  // MASKE_VAULT_FORMAT_H_
