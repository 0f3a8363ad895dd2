// What a Session holds; shared by session.cc and spelled.cc.
#ifndef MASKE_SESSION_IMPL_H_
#define MASKE_SESSION_IMPL_H_

#include <cstddef>
#include <memory>
#include <utility>

#include "filter_impl.h"
#include "maske/session.h"
#include "names/memory.h"
#include "redact/operators.h"
#include "redact/surrogate_writer.h"
#include "redact/vault.h"

namespace maske {

struct Session::Impl {
  Impl(std::shared_ptr<const Filter> f, Plan p, std::size_t vault_limit)
      : filter(std::move(f)), plan(std::move(p)), vault(vault_limit) {}

  // Appends what stands for a finding when that is no placeholder; false when it is one. spelled: how the document spells the
  // bytes. Of a spelling with escapes no end is kept, which might cut one.
  bool Replace(const resolve::Span& span, std::string_view bytes, std::string_view spelled, std::string* out) const {
    if (plan.operators.empty()) return false;
    const Operator& op = plan.operators[span.type];
    const bool meant = op.kind == OperatorKind::kHash || op.kind == OperatorKind::kDateShift;
    const bool piece = span.open != OpenSpan::kNone || bytes != spelled;
    return redact::ApplyOperator(op, span.type, filter->impl().type_names[span.type], meant ? bytes : spelled, piece,
                                 plan.operator_key.get(), out);
  }

  // Appends the placeholder of a finding, or the surrogate that stands for it; out has what the writer was not yet told.
  void AppendPlaceholder(const redact::Placeholder& placeholder, std::string_view bytes,
                         const redact::SurrogateWriter& surrogates, std::string* out) const {
    const bool wanted = !plan.operators.empty() && plan.operators[placeholder.type].kind == OperatorKind::kSurrogate;
    if (wanted && surrogates.Append(plan.forms, placeholder, bytes, out)) return;
    plan.forms.Append(placeholder, out);
  }

  // Before placeholders are given out; see Vault::Commit.
  Status Commit() { return batch ? Status::Ok() : vault.Commit(); }

  std::shared_ptr<const Filter> filter;
  Plan plan;
  std::unique_ptr<VaultStore> store;  // may be null
  redact::Vault vault;
  bool batch = false;       // of BeginBatch
  std::string last_output;  // with one_output: what the last stream ended with
  names::NameMemory memory;
};

}  // namespace maske

#endif  // MASKE_SESSION_IMPL_H_
