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

// What kind of error: decides what a caller can do about it.
enum class ErrorCode : std::uint8_t {
  kOk = 0,
  kInvalidArgument,  // an option or argument has no meaning: the caller must change it
  kPattern,          // a pattern file is unreadable or unsound; the message names file, line and reason
  kInput,            // the input is refused (binary text without permission, damaged)
  kOutput,           // the sink refused bytes
  kVaultFull,        // the limit of remembered originals is reached; nothing unmasked went out
  kResource,         // an automaton or buffer ran out of its budget; the undecided bytes did not go out
  kVault,  // the vault on disk could not be read or written (damaged, disk full, busy); nothing of the batch went out
  kState,  // the object is finished or in error already; the first error is repeated in the message
};

// Success, or an error with its message. Copying one with a message allocates.
class [[nodiscard]] Status {
 public:
  // Success.
  Status() = default;
  // An error; code is not kOk.
  Status(ErrorCode code, std::string message) : code_(code), message_(std::move(message)) {}
  // Success, by name.
  static Status Ok() { return {}; }

  // True when there is no error.
  [[nodiscard]] bool ok() const { return code_ == ErrorCode::kOk; }
  // The same, for `if (!status)`.
  explicit operator bool() const { return ok(); }
  // kOk when there is no error.
  [[nodiscard]] ErrorCode code() const { return code_; }
  // What happened, where, and what to do; empty when there is no error. Holds no text of an input.
  [[nodiscard]] const std::string& message() const { return message_; }

 private:
  ErrorCode code_ = ErrorCode::kOk;
  std::string message_;
};

// Either a value or the Status that says why there is none. value() may only be called when ok().
template <typename T>
class [[nodiscard]] Result {
 public:
  // A value; implicit, so that functions return one plainly.
  Result(T value) : value_(std::move(value)) {}  // NOLINT(google-explicit-constructor)
  // An error; status is not Ok.
  Result(Status status) : status_(std::move(status)) {}  // NOLINT(google-explicit-constructor)

  // True when there is a value.
  [[nodiscard]] bool ok() const { return value_.has_value(); }
  // The same, for `if (!result)`.
  explicit operator bool() const { return ok(); }
  // Why there is no value; Ok when there is one.
  [[nodiscard]] const Status& status() const { return status_; }
  // The value, which the Result goes on to own. Only when ok().
  [[nodiscard]] T& value() & { return *value_; }
  // The same of a constant Result.
  [[nodiscard]] const T& value() const& { return *value_; }
  // The value, moved out of a Result that is not needed any more.
  [[nodiscard]] T&& value() && { return *std::move(value_); }
  // As value().
  T& operator*() & { return *value_; }
  // As value().
  const T& operator*() const& { return *value_; }
  // As value().
  T&& operator*() && { return *std::move(value_); }
  // A member of the value. Only when ok().
  T* operator->() { return &*value_; }
  // A member of the value. Only when ok().
  const T* operator->() const { return &*value_; }

 private:
  std::optional<T> value_;
  Status status_;
};

}  // namespace maske

#endif  // MASKE_STATUS_H_
