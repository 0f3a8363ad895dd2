// One input of lines cut into batches, so that several threads can work on it: one thread reads and puts, the others take
// the batches by their number. A batch is whole lines, of about kBytes, less when the input pauses (a pipe flows on). At
// most `ahead` batches wait, then Put waits, so memory is that many times kBytes and the longest line; a line is copied
// once. Covered by tests/cli/documents_jobs_test.cc.
#ifndef MASKE_CLI_LINE_BATCHES_H_
#define MASKE_CLI_LINE_BATCHES_H_

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace maske::cli {

class LineBatches {
 public:
  static constexpr std::size_t kBytes = std::size_t{256} << 10;

  struct Batch {
    std::string text;                // whole lines; only the last of all may lack its line feed
    std::uint64_t lines_before = 0;  // lines of the input before this batch
  };

  explicit LineBatches(std::size_t ahead) : ahead_(ahead) {}

  // A chunk of the input, as it was read; paused: nothing more was there to be read. False after a Stop. One thread.
  bool Put(std::string_view chunk, bool paused);
  // The input is at its end. Same thread as Put.
  void End();
  // Batch `number` (each is taken once, in any order); waits for it. Nothing when the input has no such batch, or it was
  // stopped before.
  std::optional<Batch> Take(std::size_t number);
  // Nobody needs batch `number` or one behind it: nobody waits for them any longer. Those before it that were put are
  // still to be taken. Any thread.
  void Stop(std::size_t number);

 private:
  bool Pass(std::size_t bytes);
  [[nodiscard]] bool Stopped() const { return limit_ != static_cast<std::size_t>(-1); }

  const std::size_t ahead_;
  // Of the thread that puts.
  std::string open_;            // read, not handed on
  std::size_t open_whole_ = 0;  // bytes of it up to its last line feed
  std::uint64_t lines_ = 0;

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::optional<Batch>> waiting_;  // the first has number first_; taken ones are empty
  std::size_t first_ = 0;
  bool ended_ = false;
  std::size_t limit_ = static_cast<std::size_t>(-1);  // number of the first batch that nobody needs
};

}  // namespace maske::cli

#endif  // MASKE_CLI_LINE_BATCHES_H_
