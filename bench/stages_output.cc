// The stages behind the detectors: overlaps resolved, findings rewritten to placeholders, placeholders restored. What they
// work on is made when the first of them runs, before its clock starts.
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "address/detector.h"
#include "bench/corpus.h"
#include "bench/hash.h"
#include "bench/measure.h"
#include "bench/stages.h"
#include "maske/maske.h"
#include "match/matcher.h"
#include "match/pattern_set.h"
#include "names/detector.h"
#include "redact/forms.h"
#include "redact/label_table.h"
#include "redact/vault.h"
#include "resolve/resolver.h"
#include "text/prepared.h"

namespace maske::bench {
namespace {

constexpr std::size_t kSlice = std::size_t{12} << 10;

// Candidates slice by slice, findings of the whole, and the masked text with the session that knows its originals.
class Decided {
 public:
  explicit Decided(std::string_view text) : text_(text) {}

  const std::vector<std::vector<resolve::Span>>& candidates() {
    if (!candidates_.empty()) return candidates_;
    std::vector<std::string> types;
    const auto patterns = match::PatternSet::Create(true, {}, &types);
    names::NameMemory memory;
    text::Prepared slice;
    std::uint64_t offset = 0;
    for (const std::string_view piece : Pieces(text_, kSlice)) {
      slice.Assign(piece);
      const auto size = static_cast<std::uint32_t>(slice.text().size());
      std::vector<Candidate> found;
      if (patterns.ok()) (void)match::FindCandidates(**patterns, slice, 0, size, {}, &found).ok();
      names::Find(slice, 0, size, 1000, &memory, &found);
      address::Find(slice, 0, size, 1100, &found);
      candidates_.emplace_back();
      for (const Candidate& c : found) {
        if (c.score < 0.5F) continue;
        candidates_.back().push_back(
            {offset + slice.RawBegin(c.begin), offset + slice.RawEnd(c.end), c.type, c.rule, c.score, c.open});
      }
      offset += piece.size();
      limits_.push_back(offset);
    }
    return candidates_;
  }
  const std::vector<std::uint64_t>& limits() const { return limits_; }

  const std::vector<Finding>& findings() {
    if (!findings_.empty()) return findings_;
    filter_ = Filter::Create().value();
    findings_ = filter_->Detect(text_).value();
    return findings_;
  }

  Session& session() {
    if (session_) return *session_;
    if (!filter_) filter_ = Filter::Create().value();
    Policy policy;
    policy.vault_limit_bytes = 0;
    session_ = std::make_unique<Session>(Session::Create(filter_, policy).value());
    masked_ = session_->Mask(text_).value();
    return *session_;
  }
  [[nodiscard]] std::string_view masked() const { return masked_; }

 private:
  std::string_view text_;
  std::vector<std::vector<resolve::Span>> candidates_;
  std::vector<std::uint64_t> limits_;
  std::shared_ptr<const Filter> filter_;
  std::vector<Finding> findings_;
  std::unique_ptr<Session> session_;
  std::string masked_;
};

}  // namespace

void RegisterOutput(std::string_view text) {
  const auto decided = std::make_shared<Decided>(text);
  Measure(
      "resolve", text.size(),
      [decided](StreamHash* hash) {
        resolve::Resolver resolver;
        std::vector<resolve::Span> findings;
        const auto& slices = decided->candidates();
        for (std::size_t i = 0; i < slices.size(); ++i) {
          for (const resolve::Span& span : slices[i]) resolver.Add(span);
          findings.clear();
          resolver.Advance(decided->limits()[i], &findings);
          for (const resolve::Span& span : findings) hash->AddWord(span.begin << 20U ^ span.end);
        }
        return true;
      },
      [decided] { decided->candidates(); });
  Measure(
      "rewrite", text.size(),
      [decided, text, out = std::string()](StreamHash* hash) mutable {
        redact::LabelTable labels;
        const redact::Forms forms(&labels, {}, false);
        std::map<std::string_view, TypeId> types;
        redact::Vault vault(0);
        std::size_t at = 0;
        out.clear();
        for (const Finding& finding : decided->findings()) {
          const auto [type, fresh] = types.try_emplace(finding.type, static_cast<TypeId>(types.size()));
          if (fresh && labels.Add(std::string(finding.type), finding.type, finding.type)) return false;
          out.append(text.substr(at, finding.begin - at));
          const auto placeholder = vault.Intern(type->second, text.substr(finding.begin, finding.end - finding.begin));
          if (!placeholder.ok()) return false;
          forms.Append(*placeholder, &out);
          at = finding.end;
          if (out.size() < (std::size_t{64} << 10)) continue;
          hash->Add(out);
          out.clear();
        }
        hash->Add(out.append(text.substr(at)));
        return true;
      },
      [decided] { decided->findings(); });
  Measure(
      "restore", text.size(),
      [decided](StreamHash* hash) {
        Session& session = decided->session();
        RestoreStream stream = session.OpenRestore([hash](std::string_view bytes) {
          hash->Add(bytes);
          return true;
        });
        return stream.Write(decided->masked()).ok() && stream.Finish().ok();
      },
      [decided] { decided->session(); });
}

}  // namespace maske::bench
