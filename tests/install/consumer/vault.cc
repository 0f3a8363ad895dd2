// The same with a vault on disk, by the component of its own.
#include <cstdio>
#include <string>
#include <utility>

#include "maske/maske.h"
#include "maske/vault.h"

int main(int argc, char** argv) {
  if (argc != 2) return 1;
  std::remove(argv[1]);
  auto key = maske::VaultKey::Generate();
  if (!key || !maske::VaultFile::Create(argv[1], *key)) return 1;
  auto filter = maske::Filter::Create();
  auto vault = maske::VaultFile::Open(argv[1], *key);
  if (!filter || !vault) return 1;
  for (int run = 0; run < 2; ++run) {
    auto store = vault->OpenSession("consumer");
    if (!store) return 1;
    auto session = maske::Session::Create(*filter, {}, std::move(*store));
    if (!session) return 1;
    if (run == 0 && !session->Mask("an max.muster@example.org")) return 1;
    if (run == 1 && *session->Restore("[EMAIL_1]") != "max.muster@example.org") return 1;
  }
  return 0;
}
