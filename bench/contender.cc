#include "bench/contender.h"

#include <re2/re2.h>
#include <time.h>

#include <algorithm>
#include <cstring>
#include <utility>

namespace maske::bench {
namespace {

// Processor time of this thread, in milliseconds.
double Spent() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

}  // namespace

double Median(std::vector<double> values) {
  if (values.empty()) return 0;
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

std::vector<Speed> TimeInTurns(const std::vector<Contender>& contenders, std::size_t bytes, std::size_t runs) {
  std::vector<Speed> speeds;
  for (const Contender& contender : contenders) {
    Speed speed;
    speed.name = contender.name;
    speed.hash = contender.work();
    speeds.push_back(std::move(speed));
  }
  std::vector<std::vector<double>> times(contenders.size());
  for (std::size_t run = 0; run < runs; ++run) {
    for (std::size_t i = 0; i < contenders.size(); ++i) {
      if (!speeds[i].hash.has_value()) continue;
      const double begin = Spent();
      const std::optional<std::uint64_t> hash = contenders[i].work();
      times[i].push_back(Spent() - begin);
      if (hash != speeds[i].hash) speeds[i].hash.reset();
    }
  }
  for (std::size_t i = 0; i < contenders.size(); ++i) {
    Speed& speed = speeds[i];
    if (!speed.hash.has_value() || times[i].empty()) continue;
    speed.milliseconds = Median(times[i]);
    speed.fastest = *std::min_element(times[i].begin(), times[i].end());
    speed.slowest = *std::max_element(times[i].begin(), times[i].end());
    if (speed.milliseconds > 0) speed.megabytes = static_cast<double>(bytes) / 1e3 / speed.milliseconds;
  }
  return speeds;
}

Contender CopyBytes(std::string_view text) {
  return {"memcpy", [text, copy = std::make_shared<std::string>(text.size(), '\0')] {
            std::memcpy(copy->data(), text.data(), text.size());
            // The compiler may not know that only some of the copy is looked at.
            __asm__ volatile("" : : "r"(copy->data()) : "memory");
            StreamHash hash;
            hash.Add(std::string_view(*copy).substr(0, 4096));
            return std::optional(hash.value());
          }};
}

void HashEmails(std::string_view text, StreamHash* hash) {
  static const RE2 pattern{re2::StringPiece(kEmailPattern.data(), kEmailPattern.size())};
  const re2::StringPiece all(text.data(), text.size());
  re2::StringPiece found;
  std::size_t at = 0;
  while (pattern.Match(all, at, all.size(), RE2::UNANCHORED, &found, 1)) {
    hash->Add({found.data(), found.size()});
    at = static_cast<std::size_t>(found.data() - all.data()) + found.size();
  }
}

Contender FindEmails(std::string_view text) {
  return {"RE2, one e-mail pattern", [text] {
            StreamHash hash;
            HashEmails(text, &hash);
            return std::optional(hash.value());
          }};
}

bool MaskAll(const std::shared_ptr<const Filter>& filter, Policy policy, std::string_view text, std::size_t step,
             const FindingObserver& observer, StreamHash* hash) {
  policy.vault_limit_bytes = 0;  // a corpus as one stream has more originals than one conversation
  policy.binary = true;
  auto session = Session::Create(filter, policy);
  if (!session) return false;
  const Sink sink = [hash](std::string_view bytes) {
    hash->Add(bytes);
    return true;
  };
  MaskStream stream = session->OpenMask(sink, observer);
  for (std::size_t at = 0; at < text.size(); at += step) {
    if (!stream.Write(text.substr(at, step))) return false;
  }
  return stream.Finish().ok();
}

Contender Mask(std::string name, std::shared_ptr<const Filter> filter, Policy policy, std::string_view text) {
  return {std::move(name),
          [filter = std::move(filter), policy = std::move(policy), text]() -> std::optional<std::uint64_t> {
            StreamHash hash;
            if (!MaskAll(filter, policy, text, kWriteBytes, {}, &hash)) return std::nullopt;
            return hash.value();
          }};
}

}  // namespace maske::bench
