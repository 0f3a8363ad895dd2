// Restores the answer of a model as it streams over HTTP: server-sent events (WHATWG HTML, section 9.2) whose data are JSON, in
// the form of OpenAI (chat completions, also as other providers speak it) or of Anthropic (messages); the two are told apart by
// the events themselves.
//
// Events are taken whole, a blank line ends one; lines and events may be split anywhere. In each, the strings in which text
// comes piece by piece (content, refusal, arguments of a tool call, text, thinking, partial_json) belong to a channel: the
// choice, the tool call, the block that they stand in. A placeholder that spans events of its channel is held back until it is
// whole, whatever other channels say meanwhile, and what is held when its channel ends goes out in an event that repeats the
// channel's last one. Every other string is restored by itself. All other bytes stay as they are.
// The result is valid JSON: originals are spelled as strings of JSON need it, twice in arguments and partial_json, which are JSON
// themselves. An original that JSON masking kept with its escapes ("M\u00fcller") is decoded first.
// Data that are no JSON, such as [DONE], and events of several data lines pass as they are.
// Cost: each event is parsed once; memory: an event (at most kMaxEventBytes), and for at most kMaxChannels channels an event each. One thread.
// Tested by tests/format/sse_test.cc.
#ifndef MASKE_FORMAT_SSE_RESTORER_H_
#define MASKE_FORMAT_SSE_RESTORER_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

#include "maske/session.h"

namespace maske::format {

class SseRestorer {
 public:
  static constexpr std::size_t kMaxEventBytes = std::size_t{4} << 20;
  static constexpr std::size_t kMaxChannels = 256;  // those that open later are restored string by string

  // The session must outlive it.
  SseRestorer(const Session* session, Sink sink);
  SseRestorer(const SseRestorer&) = delete;
  SseRestorer& operator=(const SseRestorer&) = delete;
  ~SseRestorer();

  // Takes the next bytes, any number; calls the sink with the events that they complete. kInput when an event is longer than
  // kMaxEventBytes, kOutput when the sink refuses, or what the session's store says. After an error nothing goes out any more.
  Status Write(std::string_view chunk);
  // Delivers the rest. Call once.
  Status Finish();
  [[nodiscard]] std::uint64_t restored() const;  // placeholders replaced so far
  [[nodiscard]] std::uint64_t unknown() const;   // placeholder forms that stand for nothing known

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace maske::format

#endif  // MASKE_FORMAT_SSE_RESTORER_H_
