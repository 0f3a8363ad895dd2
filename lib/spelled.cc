// Session::MaskSpelled and MaskForms: findings of a text, replaced in another spelling of it.
#include "base/mutation.h"
#include "engine.h"
#include "redact/forms.h"
#include "redact/token.h"
#include "session_impl.h"

namespace maske {
namespace {

// Copies what is plain and keeps what is found as it is spelled.
class SpelledConsumer : public Engine::Consumer {
 public:
  SpelledConsumer(Session::Impl* session, std::string_view spelled, const std::vector<std::uint32_t>& places,
                  const FindingObserver& observer)
      : session_(*session), spelled_(spelled), places_(places), observer_(observer) {}

  Status OnPlain(std::string_view bytes) override {
    out.append(Next(bytes.size()));
    return Status::Ok();
  }
  Status OnFinding(const resolve::Span& span, std::string_view bytes) override {
    const std::string_view spelled = Next(bytes.size());
    if (session_.Replace(span, bytes, spelled, &out)) {
      if (observer_) observer_(ToFinding(session_.filter->impl(), span));
      return Status::Ok();
    }
    const auto placeholder = session_.vault.Intern(span.type, MASKE_MUTATION("law4_spelling_lost") ? bytes : spelled);
    if (!placeholder) return placeholder.status();
    session_.AppendPlaceholder(*placeholder, spelled, surrogates_, &out);
    if (observer_) observer_(ToFinding(session_.filter->impl(), span));
    return Status::Ok();
  }
  Status OnFlush() override { return Status::Ok(); }

  std::string out;

 private:
  // The spelling of the next bytes of the text.
  std::string_view Next(std::size_t size) {
    const std::uint32_t begin = places_[at_];
    at_ += size;
    return spelled_.substr(begin, places_[at_] - begin);
  }

  Session::Impl& session_;
  std::string_view spelled_;
  const std::vector<std::uint32_t>& places_;
  const FindingObserver& observer_;
  std::size_t at_ = 0;
  redact::SurrogateWriter surrogates_{"\""};  // a string of a document
};

Result<std::string> MaskBy(const Plan& plan, Session::Impl* session, std::string_view text, std::string_view spelled,
                           const std::vector<std::uint32_t>& places, const FindingObserver& observer) {
  if (places.size() != text.size() + 1 || places.back() != spelled.size()) {
    return Status(ErrorCode::kInvalidArgument, "a place for each byte of the text and for its end is needed");
  }
  SpelledConsumer consumer(session, spelled, places, observer);
  Engine engine(&session->filter->impl(), &plan, &session->memory, &consumer);
  Status status = engine.Write(text);
  if (status.ok()) status = engine.Finish();
  const Status kept = session->Commit();
  if (!status.ok()) return status;
  if (!kept.ok()) return kept;
  return std::move(consumer.out);
}

}  // namespace

Result<std::string> Session::MaskSpelled(std::string_view text, std::string_view spelled,
                                         const std::vector<std::uint32_t>& places, const FindingObserver& observer) {
  return MaskBy(impl_->plan, impl_.get(), text, spelled, places, observer);
}

Result<std::string> Session::MaskForms(std::string_view text, std::string_view spelled,
                                       const std::vector<std::uint32_t>& places, const FindingObserver& observer) {
  const bool tokens = impl_->plan.operator_key != nullptr && text.find(redact::kTokenMark) != std::string_view::npos;
  if (!tokens && impl_->plan.forms.Find(text, 0) == std::string_view::npos && !impl_->plan.surrogates)
    return std::string(spelled);
  Plan forms = impl_->plan;
  forms.forms_only = true;
  return MaskBy(forms, impl_.get(), text, spelled, places, observer);
}

}  // namespace maske
