// The vault on disk that the options name, and the key that opens it: --key-file, else the environment, else a passphrase asked
// for on the terminal without echo. Keys are held in locked memory and wiped; the variable is wiped and removed, so that no
// program that this one starts inherits it. Covered by tests/cli/vault_test.cc.
#ifndef MASKE_CLI_VAULT_ACCESS_H_
#define MASKE_CLI_VAULT_ACCESS_H_

#include <memory>
#include <optional>
#include <string>

#include "cli/arguments.h"
#include "cli/exit_code.h"
#include "cli/settings.h"
#include "maske/vault.h"

namespace maske::cli {

inline constexpr const char* kKeyVariable = "MASKE_VAULT_KEY";

// The name of the session that the options mean.
std::string SessionName(const Arguments& arguments);

// Each complains and returns a status when it cannot.
// A key for a vault that is to be made: that of the file (made, and then *made is true, when it is not there), of the
// environment, or a new passphrase.
ExitCode NewVaultKey(const std::string& key_file, bool environment, std::optional<VaultKey>* key, bool* made);
ExitCode OpenVault(const Arguments& arguments, const std::string& path, std::optional<VaultFile>* vault);
// The session's store in the vault of --vault. known: it must be there.
ExitCode OpenVaultStore(const Arguments& arguments, bool known, std::unique_ptr<VaultStore>* store);
// The operators of --operator, and what they need a key for: that of --key-file, or without --vault of the environment. Of
// restore the surrogates alone.
ExitCode MakeOperators(const Arguments& arguments, const Filter& filter, Policy* policy);
// What may not go together with --vault, or be the same file.
ExitCode CheckVaultUsage(const Arguments& arguments);

}  // namespace maske::cli

#endif  // MASKE_CLI_VAULT_ACCESS_H_
