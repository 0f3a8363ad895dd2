#include "cli/turns.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

namespace maske::cli {

struct Turn::Shared {
  std::mutex mutex;
  std::condition_variable changed;
  std::size_t next = 0;  // piece that nobody has taken
  std::size_t turn = 0;  // piece that may write
  bool stop = false;
  ExitCode code = kDone;
};

bool Turn::Deliver(std::string_view bytes) {
  failed_ = output_ != nullptr && !(output_->Write(held_) && output_->Write(bytes));
  held_.clear();
  return !failed_;
}

bool Turn::Write(std::string_view bytes) {
  if (shared_ == nullptr) return Deliver(bytes);
  std::unique_lock lock(shared_->mutex);
  shared_->changed.wait(
      lock, [&] { return shared_->stop || shared_->turn == piece_ || held_.size() + bytes.size() <= kHeldBytes; });
  if (shared_->stop) failed_ = true;
  if (failed_) return false;
  if (shared_->turn == piece_) return Deliver(bytes);
  held_.append(bytes);
  return true;
}

bool Turn::Flush() {
  if (shared_ == nullptr) {
    failed_ = output_ != nullptr && !output_->Flush();
    return !failed_;
  }
  const std::unique_lock lock(shared_->mutex);
  if (shared_->stop) failed_ = true;
  if (failed_) return false;
  if (shared_->turn != piece_) return true;
  return Deliver({}) && (output_ == nullptr || (failed_ = !output_->Flush(), !failed_));
}

ExitCode Turn::Report() const {
  return output_ != nullptr && output_->failed() ? output_->Report() : kInternal;  // of a piece that is dropped
}

// One thread's share.
class Workers {
 public:
  Workers(std::size_t count, Output* output, const Work& work) : count_(count), output_(output), work_(work) {}

  ExitCode Run(unsigned threads) {
    std::vector<std::thread> others;
    for (unsigned i = 1; i < threads; ++i) others.emplace_back([this] { Share(); });
    Share();
    for (std::thread& other : others) other.join();
    return shared_.code;
  }

 private:
  void Share() {
    while (true) {
      std::size_t piece = 0;
      {
        const std::lock_guard lock(shared_.mutex);
        if (shared_.stop || shared_.next == count_) return;
        piece = shared_.next++;
      }
      HeldMessages messages;
      Turn turn(output_, &shared_, piece);
      std::optional<ExitCode> done = kInternal;
      try {
        done = work_(piece, &turn);
      } catch (...) {
        done = Complain(kInternal, "out of memory or an internal failure; nothing undecided was written");
      }
      std::unique_lock lock(shared_.mutex);
      shared_.changed.wait(lock, [&] { return shared_.stop || shared_.turn == piece; });
      if (shared_.stop) return;
      if (!done.has_value()) {
        shared_.stop = true;
        shared_.changed.notify_all();
        return;
      }
      ExitCode code = *done;
      const bool taken = turn.Deliver({}) && (output_ == nullptr || output_->Flush());
      if (!taken && code == kDone) code = output_->Report();
      messages.Say();
      ++shared_.turn;
      shared_.stop = code != kDone;
      shared_.code = code;
      shared_.changed.notify_all();
    }
  }

  std::size_t count_;
  Output* output_;
  const Work& work_;
  Turn::Shared shared_;
};

ExitCode DoInOrder(std::size_t count, unsigned threads, Output* output, const Work& work) {
  threads = static_cast<unsigned>(std::min<std::size_t>(threads, count));
  if (threads > 1) return Workers(count, output, work).Run(threads);
  for (std::size_t piece = 0; piece < count; ++piece) {
    Turn turn(output, nullptr, piece);
    const std::optional<ExitCode> code = work(piece, &turn);
    if (!code.has_value()) return kDone;
    if (*code == kDone) continue;
    (void)turn.Flush();  // what was decided before the failure, as with several threads
    return *code;
  }
  return kDone;
}

}  // namespace maske::cli
