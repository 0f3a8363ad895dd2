// One session of a vault as a VaultStore: each batch is a transaction, each look-up an index. What SQLite finds is not
// believed: an entry is opened with the key, for the placeholder or original that was asked for, before it is used.
//
// Numbers: the next one of a type is read when a batch first needs it and written at its end. Types are rows that never go.
// A look-up that finds nothing makes the store authenticate all of the session once: a damaged file must not look like one
// that never knew the placeholder.
// One index finds originals and their other spellings (docs/vault_format.md).
// Cost: 20 to 30 microseconds a new entry, most of it for pages of the index, 5 a look-up; a batch that adds costs one write to
// the disk.
// One thread. Tested by tests/vault.
#ifndef MASKE_VAULT_STORE_H_
#define MASKE_VAULT_STORE_H_

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "maske/store.h"
#include "vault/database.h"
#include "vault/format.h"
#include "vault/seal.h"

namespace maske::vault {

class DiskStore : public VaultStore {
 public:
  DiskStore(std::shared_ptr<const Keys> keys, std::int64_t generation, std::string_view session)
      : keys_(std::move(keys)), generation_(generation), name_(session) {}

  // Once, first. known: the session must be there.
  Status Open(const std::string& path, bool known);

  Status Begin(bool* forget) override { return Ended(BeginBatch(forget)); }
  Result<StoredMatch> Look(std::string_view type, std::string_view original, std::string_view normal) override {
    return Ended(LookUpValue(type, original, normal));
  }
  Result<std::uint32_t> TakeNumber(std::string_view type, std::uint32_t least) override {
    return Ended(TakeNext(type, least));
  }
  Status Add(std::string_view type, StoredNumber placeholder, std::string_view original,
             std::string_view normal) override {
    return Ended(Keep(type, placeholder, original, normal));
  }
  Status Commit() override { return Ended(CommitBatch()); }
  Result<bool> Find(std::string_view type, StoredNumber placeholder, std::string* original) override {
    return Ended(LookUp(type, placeholder, original));
  }

 private:
  Status BeginBatch(bool* forget);
  Result<StoredMatch> LookUpValue(std::string_view type, std::string_view original, std::string_view normal);
  Result<StoredNumber> LookUpSame(std::string_view type, std::string_view original, const Hash& by_normal);
  Result<std::uint32_t> TakeNext(std::string_view type, std::uint32_t least);
  Status Keep(std::string_view type, StoredNumber placeholder, std::string_view original, std::string_view normal);
  Status CommitBatch();
  Result<bool> LookUp(std::string_view type, StoredNumber placeholder, std::string* original);
  // An error ends the batch, so that nobody waits for it.
  template <typename Outcome>
  Outcome Ended(Outcome outcome) {
    if (!outcome.ok()) Abandon();
    return outcome;
  }
  void Abandon();
  struct Type {
    std::int64_t id = 0;
    std::int64_t next = 0;  // in a batch; 0: not read
  };
  Status FindSession();
  Status MakeSession();
  // id 0: there is none, and none was made.
  Result<Type*> FindType(std::string_view name, bool make);
  Status CheckKeys(std::int64_t* epoch);
  Status CheckOnce();

  std::shared_ptr<const Keys> keys_;
  std::int64_t generation_;
  std::string name_;
  std::int64_t session_ = 0;  // 0: not there yet
  std::int64_t epoch_ = -1;
  std::int64_t day_ = 0;
  bool open_ = false;
  bool checked_ = false;
  std::map<std::string, Type, std::less<>> types_;
  Database database_;
  Statement begin_, commit_, state_, same_, alike_, latest_, touch_, add_, find_, find_type_, add_type_, find_next_,
      set_next_;
};

// Opens every name of a session; none may be `absent`.
Status CheckNames(Database* database, const Keys& keys, std::string_view absent);
// Opens every entry of a session (0: of all), and every name. kVault when one is not what it says.
Status CheckAll(Database* database, const Keys& keys, std::int64_t session);
// The id of a session; 0 when there is none.
Result<std::int64_t> IdOfSession(Database* database, const Keys& keys, std::string_view name);

}  // namespace maske::vault

#endif  // MASKE_VAULT_STORE_H_
