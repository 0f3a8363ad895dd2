#include "engine.h"

#include <algorithm>

#include "address/detector.h"
#include "base/mutation.h"
#include "match/matcher.h"
#include "names/address_form.h"
#include "names/detector.h"
#include "redact/surrogate.h"
#include "redact/token.h"

namespace maske {

// An open span is cut into pieces of this size, each with a placeholder of its own. Well under kMaxOpenBytes, so that all
// that is held back stays under MaskStream::kMaxHeldBack.
constexpr std::uint64_t kOpenPieceBytes = 4096;

static_assert(kOpenPieceBytes <= kMaxOpenBytes);
static_assert(text::kSegmentBytes + text::kAheadBytes + kClusterBytes + kOpenPieceBytes + names::kAddressFormReach <=
              MaskStream::kMaxHeldBack);
static_assert(text::kAheadBytes >= kMaxSpanBytes + kLookAheadBytes);
static_assert(text::kBehindBytes >= kLookBehindBytes + 256);

Engine::Engine(const Filter::Impl* filter, const Plan* plan, names::NameMemory* memory, Consumer* consumer,
               std::size_t segment_bytes)
    : filter_(filter), plan_(plan), memory_(memory), consumer_(consumer), segment_bytes_(segment_bytes) {
  resolver_.SetReported(&plan->report);
}

Status Engine::Fail(Status status) {
  error_ = status;
  finished_ = !MASKE_MUTATION("law7_error_forgotten");
  MakeRoom();
  return status;
}

// Room up to the bytes that the next segment wants. The buffer grows with an open span's piece or an open cluster alone.
void Engine::MakeRoom() {
  full_ = next_;
  if (finished_) return;
  const std::size_t wanted = static_cast<std::size_t>(analysed_ - base_) + segment_bytes_ + text::kAheadBytes;
  if (wanted > capacity_) {
    const std::size_t size = kept();
    capacity_ = wanted + text::kBehindBytes + kClusterBytes;
    auto grown = std::make_unique_for_overwrite<char[]>(capacity_);
    std::copy(buffer_.get(), next_, grown.get());
    buffer_ = std::move(grown);
    next_ = buffer_.get() + size;
  }
  full_ = buffer_.get() + wanted;
}

// Appends bytes and analyses every segment that they complete.
Status Engine::Take(std::string_view bytes) {
  while (!bytes.empty()) {
    MakeRoom();
    const std::size_t take = std::min(room(), bytes.size());
    next_ = std::copy_n(bytes.data(), take, next_);
    bytes.remove_prefix(take);
    if (room() == 0) {
      if (Status s = AnalyseSegment(false); !s) return s;
    } else if (MASKE_MUTATION("law1_segment_by_write")) {
      if (Status s = AnalyseSegment(true); !s) return s;
    }
  }
  return Status::Ok();
}

Status Engine::WriteSegments(std::string_view chunk) {
  if (finished_) {
    return {ErrorCode::kState, error_.ok() ? "the stream is finished" : "the stream is in error: " + error_.message()};
  }
  while (!chunk.empty()) {
    const std::size_t newline = plan_->lines ? chunk.find('\n') : std::string_view::npos;
    const std::string_view line = chunk.substr(0, newline == std::string_view::npos ? newline : newline + 1);
    chunk.remove_prefix(line.size());
    if (Status s = Take(line); !s) return Fail(std::move(s));
    if (newline == std::string_view::npos && !(plan_->lines && MASKE_MUTATION("law1_line_by_write"))) break;
    if (Status s = Settle(); !s) return Fail(std::move(s));
    StartAfresh();
  }
  MakeRoom();
  if (plan_->lines) full_ = next_;  // every write is looked through for line feeds
  if (Status s = consumer_->OnFlush(); !s) return Fail(std::move(s));
  return Status::Ok();
}

// Decides and delivers all that was taken.
Status Engine::Settle() {
  while (analysed_ < end()) {
    if (Status s = AnalyseSegment(true); !s) return s;
  }
  const std::size_t taken = findings_.size();
  resolver_.Finish(&findings_);
  Widen(taken);
  TraceTaken(taken);
  if (Status s = Deliver(end()); !s) return s;
  if (open_piece_.end == open_piece_.begin) return Status::Ok();
  const resolve::Span piece = open_piece_;  // it ends inside an open span
  sent_ = piece.end;
  open_piece_.begin = piece.end;
  return consumer_->OnFinding(piece, Bytes(piece.begin, piece.end));
}

// Nothing that was delivered is seen any more.
void Engine::StartAfresh() {
  base_ = end();
  next_ = buffer_.get();
}

Status Engine::Finish() {
  if (finished_) {
    return {ErrorCode::kState, error_.ok() ? "the stream is finished" : "the stream is in error: " + error_.message()};
  }
  if (Status s = Settle(); !s) return Fail(std::move(s));
  if (Status s = consumer_->OnFlush(); !s) return Fail(std::move(s));
  finished_ = true;
  MakeRoom();
  return Status::Ok();
}

Status Engine::CheckIsText(std::string_view bytes, std::uint64_t offset) const {
  if (plan_->binary || MASKE_MUTATION("law2_binary_accepted")) return Status::Ok();
  if (offset == 0 && bytes.size() >= 2 && (bytes.substr(0, 2) == "\xFF\xFE" || bytes.substr(0, 2) == "\xFE\xFF")) {
    return {ErrorCode::kInput,
            "the input is UTF-16 (byte order mark at byte 0): convert it to UTF-8, or ask for binary input"};
  }
  const std::size_t nul = bytes.find('\0');
  if (nul != std::string_view::npos) {
    return {ErrorCode::kInput, "a NUL byte at byte " + std::to_string(offset + nul) +
                                   ": the input is no text; extract its text first, or ask for binary input"};
  }
  return Status::Ok();
}

// All that begins in [begin, end) of the prepared text.
Status Engine::FindCandidates(std::uint32_t begin, std::uint32_t end) {
  if (plan_->forms_only) return Status::Ok();
  if (Status s = match::FindCandidates(*filter_->patterns, prepared_, begin, end, ContextHint{}, &candidates_); !s) {
    return s;
  }
  if (filter_->detectors) {
    if (plan_->name_model && !tagged_) {
      tagger_ = filter_->taggers->Take();
      tagged_.emplace(tagger_.get(), plan_->name_point);
    }
    names::Find(prepared_, begin, end, filter_->first_name_rule, memory_, &candidates_, tagged_ ? &*tagged_ : nullptr);
    address::Find(prepared_, begin, end, filter_->first_address_rule, &candidates_);
  }
  filter_->phrases.Find(prepared_, begin, end, &candidates_);
  return Status::Ok();
}

Status Engine::AnalyseSegment(bool final) {
  const auto begin = static_cast<std::size_t>(analysed_ - base_);
  const std::string_view kept = Bytes(base_, end());
  const std::size_t length = text::SegmentLength(kept.substr(begin), final, segment_bytes_);
  const std::size_t slice_begin = text::SliceBegin(kept, begin);
  const std::size_t slice_end = std::min(kept.size(), begin + length + text::kAheadBytes);
  const std::string_view slice = kept.substr(slice_begin, slice_end - slice_begin);
  if (Status s = CheckIsText(kept.substr(begin, length), analysed_); !s) return s;

  const std::uint64_t slice_offset = base_ + slice_begin;
  if (slice_begin > 0 && (kept[slice_begin - 1] == ' ' || kept[slice_begin - 1] == '\n')) {
    prepared_.AssignNext(slice, static_cast<std::size_t>(slice_offset - slice_offset_));
  } else {
    prepared_.Assign(slice);
  }
  slice_offset_ = slice_offset;
  const std::uint32_t text_begin = prepared_.TextOffset(static_cast<std::uint32_t>(begin - slice_begin));
  const std::uint32_t text_end = prepared_.TextOffset(static_cast<std::uint32_t>(begin + length - slice_begin));
  candidates_.clear();
  if (Status s = FindCandidates(text_begin, text_end); !s) return s;
  const auto span_of = [&](const Candidate& c) {
    return resolve::Span{slice_offset + prepared_.RawBegin(c.begin),
                         slice_offset + prepared_.RawEnd(c.end),
                         c.type,
                         c.rule,
                         c.score,
                         c.open,
                         c.rule == filter_->deny_rule};
  };
  for (const Candidate& c : candidates_) {
    if (trace_ != nullptr) trace_->OnCandidate(span_of(c));
    const bool always = c.rule == filter_->deny_rule;
    if (!always && (c.score < plan_->threshold || !plan_->compete[c.type])) continue;
    if (!plan_->rule_off.empty() && plan_->rule_off[c.rule]) continue;
    resolve::Span span = span_of(c);
    if (!filter_->allow.empty() && !always && c.open == OpenSpan::kNone) {
      span.allowed = filter_->allow.Has(Bytes(span.begin, span.end));
    }
    resolver_.Add(span);
  }
  const Slice part = {slice, begin - slice_begin, begin + length - slice_begin, slice_offset,
                      text_follows_ && final && slice_end == kept.size()};
  AddLiterals(part);
  if (plan_->surrogates) AddSurrogates(part);
  if (plan_->operator_key != nullptr) AddTokenMarks(part);

  analysed_ += length;
  const std::size_t taken = findings_.size();
  resolver_.Advance(analysed_, &findings_);
  Widen(taken);
  TraceTaken(taken);
  // What stands right before a finding to come may be masked with it.
  const std::uint64_t decided = resolver_.decided();
  const std::uint64_t back = plan_->salutations ? names::kAddressFormReach : 0;
  if (Status s = Deliver(decided - std::min(decided, back)); !s) return s;

  // Keep what is undelivered, and what the next slice sees to its left.
  const std::uint64_t behind = analysed_ > text::kBehindBytes + 4 ? analysed_ - text::kBehindBytes - 4 : 0;
  const std::uint64_t keep = std::min(sent_, behind);
  if (keep > base_ && !MASKE_MUTATION("law5_keep_everything")) {
    next_ = std::copy(buffer_.get() + (keep - base_), next_, buffer_.get());
    base_ = keep;
  }
  return Status::Ok();
}

bool Engine::IsMasked(const resolve::Span& finding) const {
  return finding.always || (plan_->report[finding.type] && !finding.allowed);
}

// Findings from `first` on take the salutations and titles before them, as far as no other finding has them.
void Engine::Widen(std::size_t first) {
  if (!plan_->salutations) return;
  std::uint64_t low = std::max(base_, masked_end_);
  for (; first < findings_.size(); ++first) {
    resolve::Span& finding = findings_[first];
    if (!IsMasked(finding)) continue;
    if (finding.type == kPerson && finding.begin > low) {
      const bool cut = finding.begin - low > names::kAddressFormReach;
      const std::uint64_t from = cut ? finding.begin - names::kAddressFormReach : low;
      finding.before = static_cast<std::uint32_t>(names::AddressFormBefore(Bytes(from, finding.begin), cut));
    }
    low = std::max(low, finding.end);
  }
  masked_end_ = std::max(masked_end_, low);
}

void Engine::TraceTaken(std::size_t first) const {
  if (trace_ == nullptr) return;
  for (; first < findings_.size(); ++first) trace_->OnTaken(findings_[first]);
}

// Of the text from `at` on, what restoring would take for a form; 0 for nothing. What may become one is one where another text
// follows, which restoring cannot tell from this one.
std::size_t Engine::LengthOfForm(const Slice& slice, std::size_t at, redact::Reading reading,
                                 std::size_t length) const {
  if (reading == redact::Reading::kForm) return length;
  const bool goes_on = slice.text_follows && reading == redact::Reading::kMore;
  return goes_on && !MASKE_MUTATION("law4_form_over_two_texts") ? slice.bytes.size() - at : 0;
}

void Engine::AddLiteral(const Slice& slice, std::size_t at, std::size_t length, bool always) {
  resolve::Span literal = {slice.offset + at, slice.offset + at + length, kLiteral, filter_->literal_rule, 2.0F,
                           OpenSpan::kNone};
  literal.always = always;
  if (trace_ != nullptr) trace_->OnCandidate(literal);
  resolver_.Add(literal);
}

// Text that restoring would take for a placeholder (law 4). On the bytes as they are, not on the folded text: restoring
// looks at bytes too.
void Engine::AddLiterals(const Slice& slice) {
  const redact::Forms& forms = plan_->forms;
  for (std::size_t at = forms.Find(slice.bytes, slice.begin); at < slice.end; at = forms.Find(slice.bytes, at + 1)) {
    redact::Placeholder placeholder;
    std::size_t length = 0;
    const redact::Reading reading = forms.Read(slice.bytes.substr(at), &placeholder, &length);
    length = LengthOfForm(slice, at, reading, length);
    if (length > 0 && !MASKE_MUTATION("law4_no_literal")) AddLiteral(slice, at, length, false);
  }
}

// Text that restoring would take for a surrogate, wherever it stands: what comes out before it may differ from what came in.
// Masked with whatever covers a part of it, so that no name is torn by the surname in it.
void Engine::AddSurrogates(const Slice& slice) {
  if (MASKE_MUTATION("law4_no_surrogate_literal")) return;
  for (std::size_t at = redact::FindSurrogate(slice.bytes, slice.begin); at < slice.end;
       at = redact::FindSurrogate(slice.bytes, at + 1)) {
    redact::Placeholder placeholder;
    std::size_t length = 0;
    const redact::Reading reading = redact::ReadSurrogate(slice.bytes.substr(at), &placeholder, &length);
    length = LengthOfForm(slice, at, reading, length);
    if (length > 0) AddLiteral(slice, at, length, true);
  }
}

// Text that restoring would take for the begin of an encrypted original: without its mark the rest is none.
void Engine::AddTokenMarks(const Slice& slice) {
  if (MASKE_MUTATION("law4_no_token_literal")) return;
  const std::string_view mark = redact::kTokenMark;
  for (std::size_t at = slice.bytes.find(mark, slice.begin); at < slice.end; at = slice.bytes.find(mark, at + 1)) {
    AddLiteral(slice, at, mark.size(), false);
  }
  for (std::size_t size = 1; size < mark.size() && slice.text_follows; ++size) {
    const std::size_t at = slice.bytes.size() - std::min(slice.bytes.size(), size);
    if (at >= slice.begin && at < slice.end && slice.bytes.ends_with(mark.substr(0, size))) {
      AddLiteral(slice, at, size, false);
    }
  }
}

Status Engine::DeliverPlain(std::uint64_t limit) {
  if (limit <= sent_) return Status::Ok();
  const std::string_view bytes = Bytes(sent_, limit);
  sent_ = limit;
  return consumer_->OnPlain(bytes);
}

// Feeds the open span the bytes up to limit; hands over full pieces, and the last one when the span ends.
Status Engine::DeliverOpen(std::uint64_t limit) {
  while (open_.open() && open_piece_.end < limit) {
    if (!open_.Take(buffer_[static_cast<std::size_t>(open_piece_.end - base_)])) break;
    ++open_piece_.end;
    if (open_piece_.end - open_piece_.begin < kOpenPieceBytes) continue;
    const resolve::Span piece = open_piece_;
    sent_ = piece.end;
    open_piece_.begin = piece.end;
    if (Status s = consumer_->OnFinding(piece, Bytes(piece.begin, piece.end)); !s) return s;
  }
  if (open_.open()) return Status::Ok();
  const resolve::Span piece = open_piece_;
  open_piece_ = {};
  if (piece.end == piece.begin) return Status::Ok();
  sent_ = piece.end;
  return consumer_->OnFinding(piece, Bytes(piece.begin, piece.end));
}

Status Engine::Deliver(std::uint64_t limit) {
  limit = std::min(limit, end());
  std::size_t next = 0;
  Status status;
  while (status.ok()) {
    if (open_.open()) {
      status = DeliverOpen(limit);
      if (!status.ok() || open_.open()) break;
    }
    if (next == findings_.size()) break;
    resolve::Span finding = findings_[next];
    if (finding.begin - finding.before >= limit) break;
    ++next;
    if (finding.end <= sent_) continue;                               // inside an open span
    finding.begin = std::max(finding.begin - finding.before, sent_);  // its head lies inside an open span
    if (!IsMasked(finding)) continue;
    status = DeliverPlain(finding.begin);
    if (!status.ok()) break;
    if (finding.open != OpenSpan::kNone) {
      open_ = redact::OpenSpanMachine(finding.open);
      open_piece_ = finding;
      continue;
    }
    const std::string_view bytes = Bytes(finding.begin, finding.end);
    sent_ = finding.end;
    status = consumer_->OnFinding(finding, bytes);
  }
  // Findings behind the point that an open span has reached wait for its end; those behind the limit for what may be
  // masked with a finding behind it.
  findings_.erase(findings_.begin(), findings_.begin() + static_cast<std::ptrdiff_t>(next));
  if (!status.ok() || open_.open()) return status;
  return DeliverPlain(limit);
}

}  // namespace maske
