// One conversation: the vault, the names seen, and the two streams. Rewriting is here: findings become placeholders.
#include "maske/session.h"

#include <optional>

#include "base/mutation.h"
#include "engine.h"
#include "filter_impl.h"
#include "redact/restorer.h"
#include "redact/token.h"
#include "redact/vault.h"
#include "session_impl.h"

namespace maske {

// Writes plain bytes as they came and a placeholder for each finding; one call of the sink a flush.
struct MaskStream::Impl final : public Engine::Consumer {
  Impl(Session::Impl* s, Sink k, FindingObserver o, std::size_t segment_bytes)
      : session(s),
        sink(std::move(k)),
        observer(std::move(o)),
        most_out(s->store == nullptr ? kOutBytes : kBatchBytes),
        surrogates(s->last_output),
        engine(&s->filter->impl(), &s->plan, &s->memory, this, segment_bytes) {
    engine.set_text_follows(s->plan.one_output);
  }

  Status OnPlain(std::string_view bytes) override {
    if (!sink) return Status::Ok();  // OpenDetect
    if (MASKE_MUTATION("law3_drop_cr") && !bytes.empty() && bytes.back() == '\r') bytes.remove_suffix(1);
    out.append(bytes);
    return out.size() < most_out ? Status::Ok() : OnFlush();
  }

  Status OnFinding(const resolve::Span& span, std::string_view bytes) override {
    if (!sink) {
      if (observer) observer(ToFinding(session->filter->impl(), span));
      return Status::Ok();
    }
    if (session->Replace(span, bytes, bytes, &out)) {
      if (observer) observer(ToFinding(session->filter->impl(), span));
      return out.size() < most_out ? Status::Ok() : OnFlush();
    }
    const auto placeholder = session->vault.Intern(span.type, bytes);
    if (!placeholder) {
      // What was decided before this finding may go out; the finding itself and all that follows may not.
      if (MASKE_MUTATION("law2_fail_open")) return OnPlain(bytes);
      if (Status s = OnFlush(); !s) return s;
      if (MASKE_MUTATION("law6_original_in_error")) return {ErrorCode::kVaultFull, "no room for " + std::string(bytes)};
      return placeholder.status();
    }
    session->AppendPlaceholder(*placeholder, bytes, surrogates, &out);
    if (observer) observer(ToFinding(session->filter->impl(), span));
    return out.size() < most_out ? Status::Ok() : OnFlush();
  }

  Status OnFlush() override {
    if (out.empty()) return Status::Ok();
    if (Status s = MASKE_MUTATION("law4_given_before_kept") ? Status::Ok() : session->vault.Commit(); !s) {
      out.clear();
      return s;
    }
    if (session->plan.surrogates) {
      surrogates.Note(out);
      if (session->plan.one_output) session->last_output = surrogates.before();
    }
    const bool taken = sink(out);
    out.clear();
    if (taken || MASKE_MUTATION("law2_sink_ignored")) return Status::Ok();
    return {ErrorCode::kOutput, "the sink did not take the masked bytes"};
  }

  // No batch stays open behind an error: others wait for it.
  Status End(Status status) {
    if (!status.ok()) (void)session->vault.Commit();
    return status;
  }

  static constexpr std::size_t kOutBytes = std::size_t{64} << 10;
  static constexpr std::size_t kBatchBytes = std::size_t{512} << 10;  // a flush is a write to the disk of a store
  Session::Impl* session;
  Sink sink;
  FindingObserver observer;
  std::size_t most_out;
  std::string out;
  redact::SurrogateWriter surrogates;
  Engine engine;
};

MaskStream::MaskStream(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
MaskStream::MaskStream(MaskStream&&) noexcept = default;
MaskStream& MaskStream::operator=(MaskStream&&) noexcept = default;
MaskStream::~MaskStream() = default;
Status MaskStream::Write(std::string_view chunk) { return impl_->End(impl_->engine.Write(chunk)); }
Status MaskStream::Finish() { return impl_->End(impl_->engine.Finish()); }

struct RestoreStream::Impl {
  Impl(const Session::Impl* session, Sink k, Spelling s)
      : sink(std::move(k)),
        vault(session->vault),
        spelling(std::move(s)),
        restorer(&session->vault, &session->plan.forms, session->plan.tolerance, spelling ? &spelling : nullptr,
                 session->plan.surrogates) {
    const OperatorKey* const key = session->plan.operator_key.get();
    if (key == nullptr) return;
    tokens.emplace(
        key, [this](std::string_view bytes) { restorer.Write(bytes, &out); },
        [this](std::string_view original) {
          restorer.Finish(&out);  // no placeholder goes on in a token
          if (spelling) {
            spelling(original, &out);
          } else {
            out.append(original);
          }
        });
  }

  void Take(std::string_view piece) {
    if (tokens.has_value()) {
      tokens->Write(piece);
    } else {
      restorer.Write(piece, &out);
    }
  }

  Status Flush() {
    if (out.empty()) return Status::Ok();
    if (!vault.status().ok() && !MASKE_MUTATION("law2_store_failure_ignored")) {
      out.clear();
      error = vault.status();
      finished = true;
      return error;
    }
    const bool taken = sink(out);
    out.clear();
    if (taken) return Status::Ok();
    error = {ErrorCode::kOutput, "the sink did not take the restored bytes"};
    finished = true;
    return error;
  }
  [[nodiscard]] Status StateError() const {
    return {ErrorCode::kState, error.ok() ? "the stream is finished" : "the stream is in error: " + error.message()};
  }

  Sink sink;
  const redact::Vault& vault;
  Spelling spelling;
  redact::Restorer restorer;
  std::optional<redact::TokenReader> tokens;  // where there is a key
  std::string out;
  Status error;
  bool finished = false;
};

RestoreStream::RestoreStream(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
RestoreStream::RestoreStream(RestoreStream&&) noexcept = default;
RestoreStream& RestoreStream::operator=(RestoreStream&&) noexcept = default;
RestoreStream::~RestoreStream() = default;

Status RestoreStream::Write(std::string_view chunk) {
  if (impl_->finished) return impl_->StateError();
  constexpr std::size_t kPiece = std::size_t{64} << 10;
  for (std::size_t at = 0; at < chunk.size(); at += kPiece) {
    impl_->Take(chunk.substr(at, kPiece));
    if (Status s = impl_->Flush(); !s) return s;
  }
  return Status::Ok();
}

Status RestoreStream::Finish() {
  if (impl_->finished) return impl_->StateError();
  if (impl_->tokens.has_value()) impl_->tokens->Finish();
  impl_->restorer.Finish(&impl_->out);
  if (Status s = impl_->Flush(); !s) return s;
  impl_->finished = true;
  return Status::Ok();
}

std::uint64_t RestoreStream::restored() const {
  return impl_->restorer.restored() + (impl_->tokens.has_value() ? impl_->tokens->restored() : 0);
}
std::uint64_t RestoreStream::unknown() const { return impl_->restorer.unknown(); }

std::size_t RestoreStream::held_back() const {
  return impl_->restorer.held_back() + (impl_->tokens.has_value() ? impl_->tokens->held_back() : 0);
}

Result<std::string> StyleExample(std::string_view style) {
  const Result<redact::Style> made = redact::Style::Create(style);
  if (!made.ok()) return made.status();
  return made->open + "PERSON_1" + made->close;
}

Result<Session> Session::Create(std::shared_ptr<const Filter> filter, const Policy& policy) {
  auto plan = MakePlan(filter->impl(), policy);
  if (!plan) return plan.status();
  return Session(std::make_unique<Impl>(std::move(filter), std::move(plan).value(), policy.vault_limit_bytes));
}

Result<Session> Session::Create(std::shared_ptr<const Filter> filter, const Policy& policy,
                                std::unique_ptr<VaultStore> store) {
  Result<Session> session = Create(std::move(filter), policy);
  if (!session.ok() || store == nullptr) return session;
  Impl& impl = *session->impl_;
  impl.store = std::move(store);
  impl.vault.UseStore(impl.store.get(), &impl.filter->impl().type_names);
  return session;
}

Status Session::BeginBatch() {
  impl_->batch = true;
  return impl_->vault.status();
}

Status Session::EndBatch() {
  impl_->batch = false;
  return impl_->vault.Commit();
}

Session::Session(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Session::Session(Session&&) noexcept = default;
Session& Session::operator=(Session&&) noexcept = default;
Session::~Session() = default;

MaskStream Session::OpenMask(Sink sink, FindingObserver observer) {
  return OpenMaskForTest(std::move(sink), std::move(observer), text::kSegmentBytes);
}

MaskStream Session::OpenMaskForTest(Sink sink, FindingObserver observer, std::size_t segment_bytes) {
  return MaskStream(
      std::make_unique<MaskStream::Impl>(impl_.get(), std::move(sink), std::move(observer), segment_bytes));
}

MaskStream Session::OpenDetect(FindingObserver observer) { return OpenMask(nullptr, std::move(observer)); }

RestoreStream Session::OpenRestore(Sink sink, Spelling spelling) const {
  return RestoreStream(std::make_unique<RestoreStream::Impl>(impl_.get(), std::move(sink), std::move(spelling)));
}

Result<std::string> Session::Mask(std::string_view text) {
  std::string out;
  MaskStream stream = OpenMask([&out](std::string_view bytes) {
    out.append(bytes);
    return true;
  });
  if (Status s = stream.Write(text); !s) return s;
  if (Status s = stream.Finish(); !s) return s;
  return out;
}

Result<std::string> Session::Restore(std::string_view text) const {
  std::string out;
  RestoreStream stream = OpenRestore([&out](std::string_view bytes) {
    out.append(bytes);
    return true;
  });
  if (Status s = stream.Write(text); !s) return s;
  if (Status s = stream.Finish(); !s) return s;
  return out;
}

void Session::ForEachEntry(const std::function<void(const VaultEntry&)>& visit) const {
  const Filter::Impl& filter = impl_->filter->impl();
  for (std::size_t i = 0; i < impl_->vault.size(); ++i) {
    const redact::Placeholder& placeholder = impl_->vault.placeholder(i);
    const std::string text = impl_->plan.forms.Written(placeholder);
    visit({text, filter.type_names[placeholder.type], impl_->vault.original(i)});
  }
}

Status Session::Import(const VaultEntry& entry) {
  std::size_t length = 0;
  redact::Placeholder placeholder;
  if (impl_->plan.forms.Read(entry.placeholder, &placeholder, &length) != redact::Reading::kForm ||
      length != entry.placeholder.size()) {
    return {ErrorCode::kInvalidArgument, "an entry's placeholder has not the form of one"};
  }
  return impl_->vault.Import(placeholder, entry.original);
}

std::size_t Session::vault_bytes() const { return impl_->vault.bytes(); }

}  // namespace maske
