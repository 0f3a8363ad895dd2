#include "redact/token.h"

#include <algorithm>
#include <array>

namespace maske::redact {
namespace {

constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr std::size_t kMostTypeBytes = 40;
constexpr std::size_t kMostBodyBytes = 5515;
constexpr std::uint8_t kNoDigit = 0xFF;

constexpr std::array<std::uint8_t, 256> MakeValues() {
  std::array<std::uint8_t, 256> values{};
  values.fill(kNoDigit);
  for (std::size_t i = 0; i < kDigits.size(); ++i) {
    values[static_cast<unsigned char>(kDigits[i])] = static_cast<std::uint8_t>(i);
  }
  return values;
}
constexpr std::array<std::uint8_t, 256> kValues = MakeValues();

bool IsTypeChar(char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'; }
bool IsDigit(char c) { return kValues[static_cast<unsigned char>(c)] != kNoDigit; }

void AppendBase64(std::string_view bytes, std::string* out) {
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : bytes) {
    bits = bits << 8U | static_cast<unsigned char>(c);
    for (count += 8; count >= 6; count -= 6) out->push_back(kDigits[bits >> (count - 6) & 63U]);
  }
  if (count > 0) out->push_back(kDigits[bits << (6 - count) & 63U]);
}

// False for a length that no bytes have, and for bits left over that are not 0: there is one spelling.
bool ReadBase64(std::string_view digits, std::string* bytes) {
  if (digits.size() % 4 == 1) return false;
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : digits) {
    bits = bits << 6U | kValues[static_cast<unsigned char>(c)];
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes->push_back(static_cast<char>(bits >> count));
  }
  return (bits & ((1U << count) - 1)) == 0;
}

}  // namespace

void AppendToken(std::string_view type, std::string_view sealed, std::string* out) {
  out->append(kTokenMark).append(type).push_back('~');
  AppendBase64(sealed, out);
  out->push_back('~');
}

// Gives on what stands before a mark, and returns what of the chunk is used up; holds the mark, or what may become one.
std::size_t TokenReader::FindMark(std::string_view chunk) {
  const std::size_t at = chunk.find(kTokenMark);
  if (at != std::string_view::npos) {
    if (at > 0) plain_(chunk.substr(0, at));
    held_ = kTokenMark;
    state_ = State::kType;
    return at + kTokenMark.size();
  }
  std::size_t tail = std::min(chunk.size(), kTokenMark.size() - 1);
  while (tail > 0 && chunk.substr(chunk.size() - tail) != kTokenMark.substr(0, tail)) --tail;
  if (chunk.size() > tail) plain_(chunk.substr(0, chunk.size() - tail));
  held_ = chunk.substr(chunk.size() - tail);
  return chunk.size();
}

// What is held is no token: its mark is plain, the rest is looked at anew.
void TokenReader::Fail() {
  const std::string rest = held_.substr(kTokenMark.size());
  held_.clear();
  state_ = State::kPlain;
  plain_(kTokenMark);
  Write(rest);
}

void TokenReader::End() {
  const std::string_view token = held_;
  const std::string_view type = token.substr(kTokenMark.size(), type_end_ - kTokenMark.size());
  const std::string_view body = token.substr(type_end_ + 1, token.size() - type_end_ - 2);
  std::string sealed;
  std::string text;
  if (!ReadBase64(body, &sealed) || !key_->Decrypt(type, sealed, &text)) return Fail();
  held_.clear();
  state_ = State::kPlain;
  ++restored_;
  original_(text);
}

void TokenReader::Write(std::string_view chunk) {
  while (!chunk.empty()) {
    if (state_ == State::kPlain) {
      if (held_.empty()) {
        chunk.remove_prefix(FindMark(chunk));
      } else {
        // A prefix of the mark and what follows, as far as the mark can go.
        const std::size_t take = std::min(chunk.size(), kTokenMark.size());
        const std::string both = held_ + std::string(chunk.substr(0, take));
        held_.clear();
        chunk.remove_prefix(take);
        const std::size_t used = FindMark(both);
        if (used < both.size()) Write(std::string_view(both).substr(used));
      }
      continue;
    }
    const char c = chunk.front();
    held_.push_back(c);
    chunk.remove_prefix(1);
    if (state_ == State::kType) {
      const std::size_t size = held_.size() - 1 - kTokenMark.size();
      if (c == '~' && size > 0) {
        type_end_ = held_.size() - 1;
        state_ = State::kBody;
      } else if (!IsTypeChar(c) || size >= kMostTypeBytes) {
        Fail();
      }
    } else if (c == '~') {
      End();
    } else if (!IsDigit(c) || held_.size() - 1 - type_end_ > kMostBodyBytes) {
      Fail();
    }
  }
}

void TokenReader::Finish() {
  while (!held_.empty()) {
    if (state_ == State::kPlain) {
      const std::string rest = std::move(held_);
      held_.clear();
      plain_(rest);
    } else {
      Fail();
    }
  }
}

}  // namespace maske::redact
