// Errors as values. The library never throws across its interface, never prints and never ends the process.
//
// A Status is either OK or carries a code and a message that says what happened, where, and what to do. No message holds
// text of an input (law 6); places are given as byte offsets of the input or as file:line of a pattern file.
// Thread-safe as far as any value type is: const members may be called concurrently.
#ifndef MASKE_STATUS_H_
#define MASKE_STATUS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <utility>

namespace maske {

enum class ErrorCode : std::uint8_t {
  kOk = 0,
  kInvalidArgument,  // an option or argument has no meaning: the caller must change it
  kPattern,          // a pattern file is unreadable or unsound; the message names file, line and reason
  kInput,            // the input is refused (binary text without permission, damaged)
  kOutput,           // the sink refused bytes
  kVaultFull,        // the limit of remembered originals is reached; nothing unmasked went out
  kResource,         // an automaton or buffer ran out of its budget; the undecided bytes did not go out
  kState,            // the object is finished or in error already; the first error is repeated in the message
};

class [[nodiscard]] Status {
 public:
  Status() = default;
  Status(ErrorCode code, std::string message) : code_(code), message_(std::move(message)) {}
  static Status Ok() { return {}; }

  [[nodiscard]] bool ok() const { return code_ == ErrorCode::kOk; }
  explicit operator bool() const { return ok(); }
  [[nodiscard]] ErrorCode code() const { return code_; }
  [[nodiscard]] const std::string& message() const { return message_; }

 private:
  ErrorCode code_ = ErrorCode::kOk;
  std::string message_;
};

// Either a value or the Status that says why there is none. value() may only be called when ok().
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : value_(std::move(value)) {}                  // NOLINT(google-explicit-constructor)
  Result(Status status) : status_(std::move(status)) {}          // NOLINT(google-explicit-constructor)

  [[nodiscard]] bool ok() const { return value_.has_value(); }
  explicit operator bool() const { return ok(); }
  [[nodiscard]] const Status& status() const { return status_; }
  [[nodiscard]] T& value() & { return *value_; }
  [[nodiscard]] const T& value() const& { return *value_; }
  [[nodiscard]] T&& value() && { return *std::move(value_); }
  T& operator*() & { return *value_; }
  const T& operator*() const& { return *value_; }
  T&& operator*() && { return *std::move(value_); }
  T* operator->() { return &*value_; }
  const T* operator->() const { return &*value_; }

 private:
  std::optional<T> value_;
  Status status_;
};

}  // namespace maske

#endif  // MASKE_STATUS_H_
