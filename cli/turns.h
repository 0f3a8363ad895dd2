// Many files, or parts of one, on several threads, and one output that is the same as with one: pieces of work run side
// by side, what they write and complain comes out in their order, and the first that fails ends all. A piece whose turn it
// is writes directly; the others gather kHeldBytes each and wait then, so memory is threads times that. With one thread
// nothing is gathered and no thread is made. Covered by tests/cli/files_test.cc and documents_jobs_test.cc.
#ifndef MASKE_CLI_TURNS_H_
#define MASKE_CLI_TURNS_H_

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "cli/exit_code.h"
#include "cli/output.h"

namespace maske::cli {

// Where one piece writes.
class Turn {
 public:
  static constexpr std::size_t kHeldBytes = std::size_t{1} << 20;
  struct Shared;

  // Of a piece that is alone.
  explicit Turn(Output* output) : Turn(output, nullptr, 0) {}
  Turn(Output* output, Shared* shared, std::size_t piece) : output_(output), shared_(shared), piece_(piece) {}

  // False when the bytes could not be taken, or need not be: Report says why.
  bool Write(std::string_view bytes);
  // Delivers what is gathered, if it is this piece's turn.
  bool Flush();
  [[nodiscard]] bool failed() const { return failed_; }
  [[nodiscard]] ExitCode Report() const;

 private:
  friend class Workers;
  bool Deliver(std::string_view bytes);

  Output* output_;
  Shared* shared_;  // null with one thread
  std::size_t piece_;
  std::string held_;
  bool failed_ = false;
};

// Nothing: there is no such piece, and none behind it.
using Work = std::function<std::optional<ExitCode>(std::size_t piece, Turn* turn)>;

// Of DoInOrder, when only the work knows how many pieces there are.
inline constexpr std::size_t kAsManyAsThereAre = static_cast<std::size_t>(-1);

// Does pieces 0 to count - 1; output may be null when the work writes elsewhere. Returns the status of the first piece in
// order that did not end with kDone.
ExitCode DoInOrder(std::size_t count, unsigned threads, Output* output, const Work& work);

}  // namespace maske::cli

#endif  // MASKE_CLI_TURNS_H_
