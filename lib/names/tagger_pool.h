// Taggers (names/model/tagger.h) that wait for their next stream: making one costs some megabytes of memory to be touched,
// and one that was used knows the words of the language already. Threads share the pool; who holds a lease has the tagger
// to himself. At most kKept wait. Tested by tests/names/tagged_test.cc.
#ifndef MASKE_NAMES_TAGGER_POOL_H_
#define MASKE_NAMES_TAGGER_POOL_H_

#include <cstddef>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "names/model/tagger.h"

namespace maske::names {

class TaggerPool {
 public:
  static constexpr std::size_t kKept = 16;

  // The model outlives the pool, the pool its leases.
  explicit TaggerPool(const model::Model* model) : model_(model) {}

  class Lease {
   public:
    Lease() = default;
    Lease(TaggerPool* pool, std::unique_ptr<model::Tagger> tagger) : pool_(pool), tagger_(std::move(tagger)) {}
    Lease(Lease&&) noexcept = default;
    Lease& operator=(Lease&& other) noexcept {
      std::swap(pool_, other.pool_);
      std::swap(tagger_, other.tagger_);
      return *this;
    }
    ~Lease() {
      if (tagger_ != nullptr) pool_->Give(std::move(tagger_));
    }
    [[nodiscard]] model::Tagger* get() const { return tagger_.get(); }

   private:
    TaggerPool* pool_ = nullptr;
    std::unique_ptr<model::Tagger> tagger_;
  };

  [[nodiscard]] const model::Model& model() const { return *model_; }
  Lease Take() {
    {
      const std::lock_guard lock(mutex_);
      if (!waiting_.empty()) {
        std::unique_ptr<model::Tagger> tagger = std::move(waiting_.back());
        waiting_.pop_back();
        return {this, std::move(tagger)};
      }
    }
    return {this, std::make_unique<model::Tagger>(model_)};
  }

 private:
  void Give(std::unique_ptr<model::Tagger> tagger) {
    const std::lock_guard lock(mutex_);
    if (waiting_.size() < kKept) waiting_.push_back(std::move(tagger));
  }

  const model::Model* model_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<model::Tagger>> waiting_;
};

}  // namespace maske::names

#endif  // MASKE_NAMES_TAGGER_POOL_H_
