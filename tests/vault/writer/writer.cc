// Adds values to a session of a vault, and writes what a sink would get: a line "NUMBER value" for each, after its batch. The
// kill test ends it at random moments; how many it added in a second it says at its end.
// maske_vault_writer VAULT KEYFILE SESSION NAME COUNT BATCH
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "maske/vault.h"

namespace {

int Fail(const maske::Status& status) {
  std::fprintf(stderr, "%s\n", status.message().c_str());
  return 1;
}

int Write(const maske::VaultFile& vault, const char* session, const std::string& name, long count, long batch) {
  auto store = vault.OpenSession(session);
  if (!store.ok()) return Fail(store.status());
  for (long next = 0; next < count;) {
    bool forget = false;
    std::string lines;
    if (auto s = (*store)->Begin(&forget); !s) return Fail(s);
    for (long i = 0; i < batch && next < count; ++i, ++next) {
      // Every third value is one that the other writers have too.
      std::string value = next % 3 == 0 ? "shared" : name;
      value += std::to_string(next) + "@example.org";
      const auto known = (*store)->Look("EMAIL", value, value);
      if (!known.ok()) return Fail(known.status());
      maske::StoredNumber number = known->same;
      if (number.number == 0) {
        const auto taken = (*store)->TakeNumber("EMAIL", 1);
        if (!taken.ok()) return Fail(taken.status());
        number.number = *taken;
        if (auto s = (*store)->Add("EMAIL", number, value, value); !s) return Fail(s);
      }
      lines += std::to_string(number.number) + " " + value + "\n";
    }
    if (auto s = (*store)->Commit(); !s) return Fail(s);
    if (::write(STDOUT_FILENO, lines.data(), lines.size()) != static_cast<ssize_t>(lines.size())) return 1;
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 7) return 2;
  const auto key = maske::VaultKey::FromFile(argv[2]);
  if (!key.ok()) return Fail(key.status());
  const auto vault = maske::VaultFile::Open(argv[1], *key);
  if (!vault.ok()) return Fail(vault.status());
  const auto begin = std::chrono::steady_clock::now();
  const long count = std::atol(argv[5]);
  const int status = Write(*vault, argv[3], argv[4], count, std::atol(argv[6]));
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
  std::fprintf(stderr, "%.0f a second\n", static_cast<double>(count) / took.count());
  return status;
}
