#include "cli/line_batches.h"

#include <algorithm>
#include <utility>

namespace maske::cli {

bool LineBatches::Put(std::string_view chunk, bool paused) {
  const std::size_t line_feed = chunk.rfind('\n');
  const std::size_t whole = line_feed == std::string_view::npos ? 0 : open_.size() + line_feed + 1;
  open_.append(chunk);
  if (whole > 0) open_whole_ = whole;
  if (open_whole_ == 0 || (open_whole_ < kBytes && !paused)) {
    const std::lock_guard lock(mutex_);
    return !Stopped();
  }
  return Pass(std::exchange(open_whole_, 0));
}

// Hands on the first bytes of open_.
bool LineBatches::Pass(std::size_t bytes) {
  Batch batch;
  batch.lines_before = lines_;
  std::string rest = open_.substr(bytes);
  open_.resize(bytes);
  batch.text = std::exchange(open_, std::move(rest));
  lines_ += static_cast<std::uint64_t>(std::count(batch.text.begin(), batch.text.end(), '\n'));
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return Stopped() || waiting_.size() < ahead_; });
  if (Stopped()) return false;
  waiting_.emplace_back(std::move(batch));
  changed_.notify_all();
  return true;
}

void LineBatches::End() {
  if (!open_.empty()) (void)Pass(open_.size());
  const std::lock_guard lock(mutex_);
  ended_ = true;
  changed_.notify_all();
}

std::optional<LineBatches::Batch> LineBatches::Take(std::size_t number) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return number >= limit_ || ended_ || number < first_ + waiting_.size(); });
  if (number >= limit_ || number < first_ || number >= first_ + waiting_.size()) return std::nullopt;
  std::optional<Batch> batch = std::exchange(waiting_[number - first_], std::nullopt);
  while (!waiting_.empty() && !waiting_.front().has_value()) {
    waiting_.pop_front();
    ++first_;
  }
  changed_.notify_all();
  return batch;
}

void LineBatches::Stop(std::size_t number) {
  const std::lock_guard lock(mutex_);
  limit_ = std::min(limit_, number);
  changed_.notify_all();
}

}  // namespace maske::cli
