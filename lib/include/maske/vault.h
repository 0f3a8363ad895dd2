// The vault on disk: one file that keeps placeholders and originals of any number of sessions, encrypted. A component of its
// own (maske::vault), so that a program that needs none links neither SQLite nor libsodium.
//
//   auto key   = maske::VaultKey::FromFile("maske.key");
//   auto vault = maske::VaultFile::Open("chats.vault", *key);
//   auto store = vault->OpenSession("support");
//   auto session = maske::Session::Create(filter, policy, std::move(*store));
//
// Several processes and threads may use one file at the same time, each with objects of its own; writers wait for each other
// for up to 30 s. The file must lie on a local disk. What it looks like, and what it tells without the key: docs/vault_format.md.
// Errors: kInvalidArgument for what the caller must change (a wrong key, a vault made by a newer maske, a file that is no
// vault), kVault for what happened to the file (damaged, disk full, busy too long). No message holds an original.
#ifndef MASKE_VAULT_H_
#define MASKE_VAULT_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "maske/operators.h"
#include "maske/status.h"
#include "maske/store.h"

namespace maske {

// What opens a vault: 32 random bytes, or a passphrase. Held in memory that is locked (as far as the system lets it), kept out
// of core dumps, and wiped in the end. Movable, not copyable; const members may be called by several threads.
class VaultKey {
 public:
  // A new random key.
  static Result<VaultKey> Generate();
  // The key of a file: 64 hexadecimal digits, and blanks or a line end around them. Fails with kInvalidArgument when it is no
  // regular file of this user (or of root) that nobody else may read or write: mode 0600 or 0400.
  static Result<VaultKey> FromFile(const std::string& path);
  // The same digits in memory; the caller wipes its own.
  static Result<VaultKey> FromHex(std::string_view digits);
  // Words that somebody remembers, 8 bytes at least. Opening a vault by them costs about a second and 256 MiB (Argon2id).
  static Result<VaultKey> FromPassphrase(std::string_view passphrase);

  // A key that was moved from may only be destroyed or assigned to.
  VaultKey(VaultKey&&) noexcept;
  // Wipes the key it had.
  VaultKey& operator=(VaultKey&&) noexcept;
  ~VaultKey();  // wipes it

  // Writes the key to a file that is not there yet, mode 0600, and to the disk. Not for a passphrase.
  [[nodiscard]] Status WriteFile(const std::string& path) const;
  // True for FromPassphrase.
  [[nodiscard]] bool is_passphrase() const;

  struct Impl;  // the library's own
  // For the library's own use.
  [[nodiscard]] const Impl& impl() const { return *impl_; }

 private:
  explicit VaultKey(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

// What the operators hash, encrypt and dateshift need. Not of a passphrase: kInvalidArgument. The key is copied.
Result<std::shared_ptr<const OperatorKey>> MakeOperatorKey(const VaultKey& key);

// What a vault holds of one session and type.
struct VaultCount {
  std::string session;         // its name
  std::string type;            // "PERSON"
  std::uint64_t entries = 0;   // placeholders
  std::int64_t first_day = 0;  // days since 1970-01-01 (UTC): the oldest use of an entry that is left
  std::int64_t last_day = 0;   // the latest use
};

// An open vault file. One thread at a time; stores that it opened are independent of it.
class VaultFile {
 public:
  // Makes a new vault, mode 0600. Fails with kInvalidArgument when something that is not empty has this name.
  static Status Create(const std::string& path, const VaultKey& key);
  // True when the vault was made with a passphrase; needs no key.
  static Result<bool> AsksForPassphrase(const std::string& path);
  // Fails with kInvalidArgument when there is no vault, the key is another one, or the vault is of a newer version.
  static Result<VaultFile> Open(const std::string& path, const VaultKey& key);

  // One that was moved from may only be destroyed or assigned to.
  VaultFile(VaultFile&&) noexcept;
  // Closes the file it had.
  VaultFile& operator=(VaultFile&&) noexcept;
  ~VaultFile();

  // The placeholders of one session, for Session::Create. A name that is not there begins a new one when something is added.
  // name: 1 to 200 bytes; it is encrypted too. known: fails with kInvalidArgument when it is not there. The store has a
  // connection of its own and may outlive this object.
  [[nodiscard]] Result<std::unique_ptr<VaultStore>> OpenSession(std::string_view name, bool known = false) const;

  // What is there, by session and type. Linear in the file.
  [[nodiscard]] Result<std::vector<VaultCount>> List();
  // Removes all of a session; its numbers are not given again. Returns how many entries there were.
  [[nodiscard]] Result<std::uint64_t> ForgetSession(std::string_view name);
  // Removes one placeholder of a session. Returns how many went, 0 or 1.
  [[nodiscard]] Result<std::uint64_t> ForgetPlaceholder(std::string_view session, std::string_view type,
                                                        StoredNumber placeholder);
  // Removes all of a session whose original is these bytes or the same value written otherwise, whatever their type. Returns
  // how many went.
  [[nodiscard]] Result<std::uint64_t> ForgetOriginal(std::string_view session, std::string_view original);
  // Removes what was last given out more than so many days ago. Returns how many went. days: 0 or more.
  [[nodiscard]] Result<std::uint64_t> Expire(std::int64_t days);
  // Encrypts all anew under fresh keys, which `key` opens from then on; the old key opens nothing any more. One transaction;
  // linear in the file. Processes that have the vault open fail with kVault at their next batch.
  [[nodiscard]] Status Rekey(const VaultKey& key);
  // Reads and authenticates everything. Linear in the file. kVault when something is damaged.
  [[nodiscard]] Status Check();

  struct Impl;  // the library's own

 private:
  explicit VaultFile(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace maske

#endif  // MASKE_VAULT_H_
