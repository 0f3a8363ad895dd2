// What a Session holds; shared by session.cc and spelled.cc.
#ifndef MASKE_SESSION_IMPL_H_
#define MASKE_SESSION_IMPL_H_

#include <cstddef>
#include <memory>
#include <utility>

#include "filter_impl.h"
#include "maske/session.h"
#include "names/memory.h"
#include "redact/vault.h"

namespace maske {

struct Session::Impl {
  Impl(std::shared_ptr<const Filter> f, Plan p, std::size_t vault_limit)
      : filter(std::move(f)), plan(std::move(p)), vault(vault_limit) {}

  // Before placeholders are given out; see Vault::Commit.
  Status Commit() { return batch ? Status::Ok() : vault.Commit(); }

  std::shared_ptr<const Filter> filter;
  Plan plan;
  std::unique_ptr<VaultStore> store;  // may be null
  redact::Vault vault;
  bool batch = false;  // of BeginBatch
  names::NameMemory memory;
};

}  // namespace maske

#endif  // MASKE_SESSION_IMPL_H_
