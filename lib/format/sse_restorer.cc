#include "format/sse_restorer.h"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "format/json_string.h"
#include "format/sse_event.h"
#include "text/utf8.h"

namespace maske::format {
namespace {

// Text as the inside of a JSON string. Bytes that are no UTF-8 are read as Windows-1252, as detection reads them.
void AppendEscaped(std::string_view text, std::string* out) {
  static constexpr char kHex[] = "0123456789abcdef";
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte >= 0x80) {
      const text::Decoded decoded = text::DecodeAt(text, at);
      text::AppendUtf8(decoded.c, out);
      at += decoded.size;
      continue;
    }
    ++at;
    if (byte == '"' || byte == '\\') {
      out->append({'\\', static_cast<char>(byte)});
    } else if (byte == '\n') {
      out->append("\\n");
    } else if (byte == '\r') {
      out->append("\\r");
    } else if (byte == '\t') {
      out->append("\\t");
    } else if (byte < 0x20) {
      out->append({'\\', 'u', '0', '0', kHex[byte >> 4U], kHex[byte & 15U]});
    } else {
      out->push_back(static_cast<char>(byte));
    }
  }
}

// An original as text: one that was kept as a JSON string spells it loses its escapes.
std::string PlainOriginal(std::string_view original) {
  std::string text;
  std::vector<std::uint32_t> places;
  if (original.find('\\') == std::string_view::npos || !DecodeJsonString(original, &text, &places)) text = original;
  return text;
}

void SpellText(std::string_view original, std::string* out) { out->append(PlainOriginal(original)); }
void SpellJson(std::string_view original, std::string* out) { AppendEscaped(PlainOriginal(original), out); }

std::size_t LineEnd(std::string_view text, std::size_t from) {
  const std::size_t end = text.find('\n', from);
  return end == std::string_view::npos ? text.size() : end + 1;
}

// Where the JSON of an event stands: behind "data:" and a blank of its only data line. Empty when there is none or more.
std::pair<std::size_t, std::size_t> DataOf(std::string_view event) {
  std::pair<std::size_t, std::size_t> data{0, 0};
  for (std::size_t at = 0; at < event.size();) {
    const std::size_t end = LineEnd(event, at);
    if (event.substr(at).starts_with("data:")) {
      if (data.second != 0) return {0, 0};
      std::size_t last = end;
      while (last > at && (event[last - 1] == '\n' || event[last - 1] == '\r')) --last;
      const std::size_t first = at + 5;
      data = {first < last && event[first] == ' ' ? first + 1 : first, last};
    }
    at = end;
  }
  return data;
}

}  // namespace

struct SseRestorer::Impl {
  struct Channel {
    explicit Channel(const Session& session, bool json)
        : stream(std::make_unique<RestoreStream>(session.OpenRestore(
              [this](std::string_view bytes) {
                text.append(bytes);
                return true;
              },
              json ? SpellJson : SpellText))) {}
    std::string text;  // what the stream gave and no event has yet
    std::unique_ptr<RestoreStream> stream;
    std::string head;  // the channel's last event around its string, while something is held back
    std::string tail;
  };
  using Channels = std::map<std::string, std::unique_ptr<Channel>, std::less<>>;

  Impl(const Session* s, Sink k) : session(*s), sink(std::move(k)) {}

  Status Send() {
    if (out.empty()) return Status::Ok();
    const bool taken = sink(out);
    out.clear();
    return taken ? Status::Ok() : Status(ErrorCode::kOutput, "the sink did not take the restored bytes");
  }

  Status End(Channel* channel) {
    Status status = channel->stream->Finish();
    restored += channel->stream->restored();
    unknown += channel->stream->unknown();
    return status;
  }

  // What the channels hold that begin with prefix goes out in events of their own; they are closed.
  Status EndChannels(std::string_view prefix) {
    for (auto row = channels.lower_bound(prefix); row != channels.end() && row->first.starts_with(prefix);) {
      Channel& channel = *row->second;
      if (Status s = End(&channel); !s) return s;
      if (!channel.text.empty()) {
        out.append(channel.head);
        AppendEscaped(channel.text, &out);
        out.append(channel.tail);
      }
      row = channels.erase(row);
    }
    return Status::Ok();
  }

  // A string of the event, restored: as far as its channel lets go of it.
  Status Restore(const SseString& string, std::string_view spelled, std::string* escaped) {
    if (!DecodeJsonString(spelled, &text, &places)) return Status::Ok();
    const bool in_channel = !string.channel.empty();
    auto row = in_channel ? channels.find(string.channel) : channels.end();
    if (in_channel && row == channels.end() && channels.size() < kMaxChannels) {
      row = channels.emplace(string.channel, std::make_unique<Channel>(session, string.is_json)).first;
    }
    if (row != channels.end()) {
      if (Status s = row->second->stream->Write(text); !s) return s;
      AppendEscaped(row->second->text, escaped);
      row->second->text.clear();
      return Status::Ok();
    }
    Channel alone(session, string.is_json);
    if (Status s = alone.stream->Write(text); !s) return s;
    if (Status s = End(&alone); !s) return s;
    AppendEscaped(alone.text, escaped);
    return Status::Ok();
  }

  Status TakeEvent(std::string_view event) {
    const auto [begin, end] = DataOf(event);
    const std::string_view json = event.substr(begin, end - begin);
    if (end == 0 || !reader.Read(json)) {
      if (json == "[DONE]") {
        if (Status s = EndChannels("/"); !s) return s;
      }
      out.append(event);
      return Status::Ok();
    }
    std::vector<std::string> restored_strings(reader.strings.size());
    for (std::size_t i = 0; i < reader.strings.size(); ++i) {
      const SseString& string = reader.strings[i];
      const std::string_view spelled = json.substr(string.begin, string.end - string.begin);
      if (Status s = Restore(string, spelled, &restored_strings[i]); !s) return s;
    }
    // A channel that ends here and has a string here lets go into it; the others that end go out before.
    for (std::size_t i = 0; i < reader.strings.size(); ++i) {
      const auto row = channels.find(reader.strings[i].channel);
      if (row == channels.end() || !Ends(row->first)) continue;
      if (Status s = End(row->second.get()); !s) return s;
      AppendEscaped(row->second->text, &restored_strings[i]);
      channels.erase(row);
    }
    for (const std::string& prefix : reader.ended) {
      if (Status s = EndChannels(prefix); !s) return s;
    }
    std::size_t done = 0;
    out.append(event.substr(0, begin));
    for (std::size_t i = 0; i < reader.strings.size(); ++i) {
      out.append(json.substr(done, reader.strings[i].begin - done)).append(restored_strings[i]);
      done = reader.strings[i].end;
    }
    out.append(json.substr(done)).append(event.substr(end));
    KeepAround(event, begin, end, restored_strings);
    return Status::Ok();
  }

  [[nodiscard]] bool Ends(std::string_view channel) const {
    for (const std::string& prefix : reader.ended) {
      if (channel.starts_with(prefix)) return true;
    }
    return false;
  }

  // For each string whose channel holds something back: the event around it, strings of channels emptied.
  // Costs the event once for each of them.
  void KeepAround(std::string_view event, std::size_t begin, std::size_t end,
                  const std::vector<std::string>& restored_strings) {
    const std::string_view json = event.substr(begin, end - begin);
    for (std::size_t i = 0; i < reader.strings.size(); ++i) {
      const auto row = channels.find(reader.strings[i].channel);
      if (row == channels.end() || row->second->stream->held_back() == 0) continue;
      Channel& channel = *row->second;
      channel.head = event.substr(0, begin);
      channel.tail.clear();
      std::size_t done = 0;
      for (std::size_t j = 0; j < reader.strings.size(); ++j) {
        std::string& part = j <= i ? channel.head : channel.tail;
        part.append(json.substr(done, reader.strings[j].begin - done));
        if (reader.strings[j].channel.empty()) part.append(restored_strings[j]);
        done = reader.strings[j].end;
      }
      channel.tail.append(json.substr(done)).append(event.substr(end));
    }
  }

  Status Take(std::string_view chunk) {
    while (!chunk.empty()) {
      const std::size_t line = LineEnd(chunk, 0);
      held.append(chunk.substr(0, line));
      chunk.remove_prefix(line);
      if (held.size() > kMaxEventBytes) return {ErrorCode::kInput, "an event of more than 4 MiB"};
      if (held.back() != '\n') break;
      const std::string_view last = std::string_view(held).substr(line_begin);
      const bool blank = last == "\n" || last == "\r\n";
      line_begin = held.size();
      if (!blank) continue;
      if (Status s = TakeEvent(held); !s) return s;
      held.clear();
      line_begin = 0;
    }
    return Send();
  }

  const Session& session;
  Sink sink;
  SseEventReader reader;
  Channels channels;
  std::string held;            // of the event that is not whole
  std::size_t line_begin = 0;  // of its last line
  std::string out;
  std::string text;
  std::vector<std::uint32_t> places;
  std::uint64_t restored = 0;
  std::uint64_t unknown = 0;
  Status error;
  bool finished = false;
};

SseRestorer::SseRestorer(const Session* session, Sink sink) : impl_(std::make_unique<Impl>(session, std::move(sink))) {}
SseRestorer::~SseRestorer() = default;

Status SseRestorer::Write(std::string_view chunk) {
  if (impl_->finished) return {ErrorCode::kState, "the stream is finished or in error"};
  Status status = impl_->Take(chunk);
  impl_->finished = !status.ok();
  return status;
}

Status SseRestorer::Finish() {
  if (impl_->finished) return {ErrorCode::kState, "the stream is finished or in error"};
  impl_->finished = true;
  if (!impl_->held.empty()) {
    if (Status s = impl_->TakeEvent(std::exchange(impl_->held, {})); !s) return s;
  }
  if (Status s = impl_->EndChannels("/"); !s) return s;
  return impl_->Send();
}

std::uint64_t SseRestorer::restored() const {
  std::uint64_t sum = impl_->restored;
  for (const auto& [name, channel] : impl_->channels) sum += channel->stream->restored();
  return sum;
}
std::uint64_t SseRestorer::unknown() const {
  std::uint64_t sum = impl_->unknown;
  for (const auto& [name, channel] : impl_->channels) sum += channel->stream->unknown();
  return sum;
}

}  // namespace maske::format
