#include "format/json_chat.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>
#include <vector>

#include "base/mutation.h"
#include "format/json_string.h"

namespace maske::format {
namespace {

using simdjson::ondemand::json_type;

constexpr int kMaxDepth = 200;
constexpr std::size_t kMaxKeyword = 64;

// Members whose values steer a program when they are mere keywords.
constexpr std::array<std::string_view, 7> kKeywords{"role",          "type",        "model",     "object",
                                                    "finish_reason", "stop_reason", "media_type"};

bool IsKeyword(std::string_view name, std::string_view value) {
  if (std::find(kKeywords.begin(), kKeywords.end(), name) == kKeywords.end() || value.size() > kMaxKeyword)
    return false;
  return std::all_of(value.begin(), value.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
           c == '.' || c == ':' || c == '/';
  });
}

// A value gives its token, a document may fail to.
bool Give(std::string_view token, std::string_view* out) {
  *out = token;
  return true;
}
bool Give(simdjson::simdjson_result<std::string_view> token, std::string_view* out) {
  return std::move(token).get(*out) == simdjson::SUCCESS;
}

}  // namespace

struct JsonMasker::Impl {
  Impl(Session* s, FindingObserver o) : session(s), observer(std::move(o)) {}

  // A string of the JSON: what stands between its quotes.
  struct Piece {
    std::size_t begin;
    std::size_t end;
    bool value;  // else the name of a member: only placeholder forms count
  };

  [[nodiscard]] static Status Wrong(std::size_t place) {
    return {ErrorCode::kInput, "this is no sound JSON (near byte " + std::to_string(place) + ")"};
  }

  // token: with its quotes and what blanks follow.
  Status Note(std::string_view token, bool value) {
    const std::size_t close = token.rfind('"');
    if (token.size() < 2 || token.front() != '"' || close == 0) return Wrong(Place(token));
    const std::size_t begin = Place(token) + 1;
    pieces.push_back({begin, Place(token) + close, value});
    return Status::Ok();
  }
  [[nodiscard]] std::size_t Place(std::string_view token) const {
    return static_cast<std::size_t>(token.data() - padded.data());
  }

  template <typename Node>  // a document or a value
  Status Walk(Node&& node, std::string_view name, int depth) {
    json_type type{};
    if (depth > kMaxDepth) return {ErrorCode::kInput, "the JSON is nested too deeply"};
    if (node.type().get(type) != simdjson::SUCCESS) return Wrong(0);
    if (type == json_type::object) {
      simdjson::ondemand::object object;
      if (node.get_object().get(object) != simdjson::SUCCESS) return Wrong(0);
      for (auto field : object) {
        simdjson::ondemand::raw_json_string key;
        if (field.key().get(key) != simdjson::SUCCESS) return Wrong(0);
        const char* from = key.raw();
        const char* to = from;
        while (*to != '"') to += *to == '\\' ? 2 : 1;  // simdjson has seen the closing quote
        const std::string_view member(from, static_cast<std::size_t>(to - from));
        pieces.push_back({Place(member), Place(member) + member.size(), false});
        simdjson::ondemand::value value;
        if (field.value().get(value) != simdjson::SUCCESS) return Wrong(Place(member));
        if (Status s = Walk(value, member, depth + 1); !s) return s;
      }
      return Status::Ok();
    }
    if (type == json_type::array) {
      simdjson::ondemand::array array;
      if (node.get_array().get(array) != simdjson::SUCCESS) return Wrong(0);
      for (auto element : array) {
        simdjson::ondemand::value value;
        if (element.get(value) != simdjson::SUCCESS) return Wrong(0);
        if (Status s = Walk(value, name, depth + 1); !s) return s;
      }
      return Status::Ok();
    }
    std::string_view token;
    if (!Give(node.raw_json_token(), &token)) return Wrong(0);
    if (type != json_type::string) return Status::Ok();
    const std::size_t close = token.rfind('"');
    if (close != 0 && close != std::string_view::npos && IsKeyword(name, token.substr(1, close - 1))) {
      return Status::Ok();
    }
    return Note(token, true);
  }

  Status Parse() {
    pieces.clear();
    // On demand looks at what it is asked for only; what is wrong elsewhere must not pass either.
    simdjson::dom::element whole;
    if (const auto error = checker.parse(padded.data(), json_size, false).get(whole); error != simdjson::SUCCESS) {
      return Wrong(0);
    }
    simdjson::ondemand::document document;
    const simdjson::padded_string_view view(padded.data(), json_size, padded.size());
    if (parser.iterate(view).get(document) != simdjson::SUCCESS) return Wrong(0);
    bool scalar = false;
    if (document.is_scalar().get(scalar) != simdjson::SUCCESS) return Wrong(0);
    return Walk(document, "", 0);
  }

  Status MaskPiece(const Piece& piece, std::string* out) {
    const std::string_view spelled = std::string_view(padded).substr(piece.begin, piece.end - piece.begin);
    if (!DecodeJsonString(spelled, &text, &places)) return Wrong(piece.begin);
    Result<std::string> masked = piece.value ? session->MaskSpelled(text, spelled, places, observer)
                                             : session->MaskForms(text, spelled, places, observer);
    if (!masked.ok()) return masked.status();
    out->append(*masked);
    return Status::Ok();
  }

  Session* session;
  FindingObserver observer;
  simdjson::ondemand::parser parser;
  simdjson::dom::parser checker;
  std::string padded;
  std::size_t json_size = 0;
  std::vector<Piece> pieces;
  std::string text;
  std::vector<std::uint32_t> places;
  bool restorable = true;
};

JsonMasker::JsonMasker(Session* session, FindingObserver observer, bool restorable)
    : impl_(std::make_unique<Impl>(session, std::move(observer))) {
  impl_->restorable = restorable;
}
JsonMasker::~JsonMasker() = default;

Result<std::string> JsonMasker::Mask(std::string_view json) {
  impl_->padded.assign(json);
  impl_->json_size = json.size();
  impl_->padded.append(simdjson::SIMDJSON_PADDING, '\0');
  if (Status s = impl_->Parse(); !s) return s;
  std::string out;
  std::size_t done = 0;
  for (const Impl::Piece& piece : impl_->pieces) {
    out.append(json.substr(done, piece.begin - done));
    if (Status s = impl_->MaskPiece(piece, &out); !s) return s;
    done = piece.end;
  }
  out.append(json.substr(done));
  if (!impl_->restorable) {  // then it must be JSON still
    impl_->padded.assign(out);
    impl_->json_size = out.size();
    impl_->padded.append(simdjson::SIMDJSON_PADDING, '\0');
    if (impl_->Parse().ok()) return out;
    return Status(ErrorCode::kState, "the masked text is no JSON any more; nothing of it was given out");
  }
  const Result<std::string> back = impl_->session->Restore(out);
  if (!back.ok()) return back.status();
  if (*back != json)
    return Status(ErrorCode::kState, "the masked JSON could not be restored; nothing of it was given out");
  return out;
}

}  // namespace maske::format
