// The detecting half of a stream: bytes in, findings out, in order, independent of how the bytes were cut.
//
//   Write -> buffer -> segments (text/window) -> prepare -> match, names, address, literal -> resolve -> Consumer
//
// A Consumer gets findings and the plain bytes between them exactly once, in order of the stream. Bytes are held back
// until they are decided: at most kSegmentBytes + kAheadBytes + kClusterBytes + one piece of an open span.
// Line by line (Plan::lines) every line feed decides all that is there, and what follows is analysed as if nothing had
// stood before: spans end with their line, the names seen and an open key block go on. Tested by tests/filter/lines_test.cc.
// One thread. After an error nothing more is delivered and every call repeats the error as kState.
#ifndef MASKE_ENGINE_H_
#define MASKE_ENGINE_H_

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "base/candidate.h"
#include "base/mutation.h"
#include "filter_impl.h"
#include "maske/status.h"
#include "names/memory.h"
#include "names/tagged.h"
#include "names/tagger_pool.h"
#include "redact/open_span.h"
#include "resolve/resolver.h"
#include "text/prepared.h"
#include "text/window.h"

namespace maske {

class Engine {
 public:
  class Consumer {
   public:
    virtual ~Consumer() = default;
    virtual Status OnPlain(std::string_view bytes) = 0;
    // span is in bytes of the stream; bytes are the ones it covers.
    virtual Status OnFinding(const resolve::Span& span, std::string_view bytes) = 0;
    // All that a call of Write or Finish decided has been delivered.
    virtual Status OnFlush() = 0;
  };

  // Sees what becomes of candidates, for explain.cc: every candidate as the detectors gave it, in no order, and every
  // one that was taken, reported or not. In bytes of the stream.
  class Trace {
   public:
    virtual ~Trace() = default;
    virtual void OnCandidate(const resolve::Span& span) = 0;
    virtual void OnTaken(const resolve::Span& span) = 0;
  };

  // All pointers must outlive the engine. segment_bytes differs from kSegmentBytes in tests only.
  Engine(const Filter::Impl* filter, const Plan* plan, names::NameMemory* memory, Consumer* consumer,
         std::size_t segment_bytes = text::kSegmentBytes);

  void set_trace(Trace* trace) { trace_ = trace; }  // before the first write
  // Another text follows this one in the same output: what may become a form in it is masked at the end of this one. Before
  // the first write.
  void set_text_follows(bool follows) { text_follows_ = follows; }

  // A write that completes no segment decides nothing: it costs the copying of its bytes.
  Status Write(std::string_view chunk) {
    if (chunk.size() >= room() || MASKE_MUTATION("law1_segment_by_write")) return WriteSegments(chunk);
    if (chunk.size() == 1) {
      *next_++ = chunk[0];
    } else {
      next_ = std::copy(chunk.begin(), chunk.end(), next_);
    }
    return Status::Ok();
  }
  Status Finish();

 private:
  Status WriteSegments(std::string_view chunk);
  Status Take(std::string_view bytes);
  Status Settle();
  void StartAfresh();
  Status Fail(Status status);
  void MakeRoom();
  Status FindCandidates(std::uint32_t begin, std::uint32_t end);
  Status AnalyseSegment(bool final);
  Status CheckIsText(std::string_view bytes, std::uint64_t offset) const;
  [[nodiscard]] bool IsMasked(const resolve::Span& finding) const;
  void Widen(std::size_t first);
  void TraceTaken(std::size_t first) const;
  // What begins in [begin, end) of the bytes is looked for; they begin at offset of the stream.
  struct Slice {
    std::string_view bytes;
    std::size_t begin;
    std::size_t end;
    std::uint64_t offset;
    bool text_follows;  // and they are the last of this one
  };
  [[nodiscard]] std::size_t LengthOfForm(const Slice& slice, std::size_t at, redact::Reading reading,
                                         std::size_t length) const;
  void AddLiteral(const Slice& slice, std::size_t at, std::size_t length, bool always);
  void AddLiterals(const Slice& slice);
  void AddSurrogates(const Slice& slice);
  void AddTokenMarks(const Slice& slice);
  Status Deliver(std::uint64_t limit);
  Status DeliverOpen(std::uint64_t limit);
  Status DeliverPlain(std::uint64_t limit);
  [[nodiscard]] std::string_view Bytes(std::uint64_t begin, std::uint64_t end) const {
    return {buffer_.get() + (begin - base_), static_cast<std::size_t>(end - begin)};
  }
  [[nodiscard]] std::uint64_t end() const { return base_ + kept(); }
  [[nodiscard]] std::size_t kept() const { return static_cast<std::size_t>(next_ - buffer_.get()); }
  [[nodiscard]] std::size_t room() const { return static_cast<std::size_t>(full_ - next_); }

  const Filter::Impl* filter_;
  const Plan* plan_;
  names::NameMemory* memory_;
  Consumer* consumer_;
  Trace* trace_ = nullptr;
  bool text_follows_ = false;
  std::size_t segment_bytes_;

  std::unique_ptr<char[]> buffer_;  // bytes [base_, end()) of the stream
  std::size_t capacity_ = 0;
  char* next_ = nullptr;  // behind the last byte kept
  char* full_ = nullptr;  // where next_ is when the next segment can be cut; next_ when no write is taken
  std::uint64_t base_ = 0;
  std::uint64_t analysed_ = 0;    // begin of the next segment
  std::uint64_t sent_ = 0;        // everything before was delivered
  std::uint64_t masked_end_ = 0;  // of the last finding that Widen saw
  resolve::Resolver resolver_;
  std::vector<resolve::Span> findings_;
  redact::OpenSpanMachine open_;
  resolve::Span open_piece_;  // the piece of an open span that is gathered: begins at sent_
  text::Prepared prepared_;
  std::uint64_t slice_offset_ = 0;  // of prepared_ in the stream
  std::vector<Candidate> candidates_;
  names::TaggerPool::Lease tagger_;
  std::optional<names::TaggedNames> tagged_;
  Status error_;
  bool finished_ = false;
};

}  // namespace maske

#endif  // MASKE_ENGINE_H_
