#include "bench/compare.h"

#include <cinttypes>
#include <utility>

#include "bench/groups.h"
#include "bench/print.h"

namespace maske::bench {
namespace {

constexpr std::string_view kPattern = "RE2, one e-mail pattern";
constexpr std::string_view kFast = "maske, fast";
constexpr std::string_view kAll = "maske, everything on";

const Speed* Find(const ComparedText& text, std::string_view name) {
  for (const Speed& speed : text.speeds) {
    if (speed.name == name) return &speed;
  }
  return nullptr;
}

double Megabytes(const ComparedText& text, std::string_view name) {
  const Speed* speed = Find(text, name);
  return speed == nullptr ? 0 : speed->megabytes;
}

std::string Hash(const Speed& speed) {
  std::string out;
  if (!speed.hash.has_value()) return "failed";
  Add(&out, "%016" PRIx64, *speed.hash);
  return out;
}

}  // namespace

bool Compare(std::string_view name, std::string_view text, bool groups, Comparison* comparison) {
  const auto filter = Filter::Create();
  if (!filter) return false;
  Policy fast;
  fast.name_model = NameModel::kOff;
  std::vector<Contender> contenders{CopyBytes(text), FindEmails(text), Mask(std::string(kFast), *filter, fast, text),
                                    Mask(std::string(kAll), *filter, {}, text)};
  if (groups) {
    for (const TypeGroup& group : TypeGroups()) {
      contenders.push_back(Mask("  without " + std::string(group.name), *filter, Without(group), text));
    }
    Policy every;
    for (const TypeGroup& group : TypeGroups())
      every.types.insert(every.types.end(), group.types.begin(), group.types.end());
    contenders.push_back(Mask("  and what is off by default", *filter, every, text));
  }
  comparison->texts.push_back({std::string(name), text.size(), TimeInTurns(contenders, text.size(), comparison->runs)});
  return true;
}

std::string AsText(const ComparedText& text) {
  std::string out;
  Add(&out, "%s, %zu bytes\n", text.name.c_str(), text.bytes);
  Add(&out, "  %-36s %10s %10s %10s %10s %8s  %s\n", "", "ms", "fastest", "slowest", "MB/s", "to RE2",
      "hash of the result");
  const double pattern = Megabytes(text, kPattern);
  for (const Speed& speed : text.speeds) {
    Add(&out, "  %-36s %10.2f %10.2f %10.2f %10.1f %8.3f  %s\n", speed.name.c_str(), speed.milliseconds, speed.fastest,
        speed.slowest, speed.megabytes, pattern > 0 ? speed.megabytes / pattern : 0, Hash(speed).c_str());
  }
  return out;
}

std::string ShortHead() {
  std::string out;
  Add(&out, "%-28s %10s %10s %10s %10s %10s   %-16s  %s\n", "MB/s", "bytes", "memcpy", "RE2", "fast", "all on",
      "hash, fast", "hash, all on");
  return out;
}

std::string AsShortLine(const ComparedText& text) {
  std::string out;
  const Speed* fast = Find(text, kFast);
  const Speed* all = Find(text, kAll);
  Add(&out, "%-28s %10zu %10.0f %10.1f %10.1f %10.1f   %s  %s\n", text.name.c_str(), text.bytes,
      Megabytes(text, "memcpy"), Megabytes(text, kPattern), Megabytes(text, kFast), Megabytes(text, kAll),
      fast == nullptr ? "" : Hash(*fast).c_str(), all == nullptr ? "" : Hash(*all).c_str());
  return out;
}

std::string Below(const Comparison& comparison, double least) {
  std::string out;
  for (const ComparedText& text : comparison.texts) {
    for (const std::string_view name : {kFast, kAll}) {
      const double reached = Megabytes(text, name);
      if (reached >= least) continue;
      Add(&out, "below %.0f MB/s: %s, %s: %.1f MB/s, %.0f %% of it\n", least, text.name.c_str(),
          std::string(name).c_str(), reached, 100 * reached / least);
    }
  }
  return out;
}

std::string AsJson(const Comparison& comparison) {
  std::string out = "{\"date\":" + Quoted(comparison.date) + ",\"machine\":" + Quoted(comparison.machine) +
                    ",\"command\":" + Quoted(comparison.command);
  Add(&out, ",\"runs\":%zu,\"texts\":[", comparison.runs);
  bool first = true;
  for (const ComparedText& text : comparison.texts) {
    Add(&out, "%s\n{\"name\":%s,\"bytes\":%zu,\"speeds\":[", std::exchange(first, false) ? "" : ",",
        Quoted(text.name).c_str(), text.bytes);
    bool first_speed = true;
    for (const Speed& speed : text.speeds) {
      Add(&out, "%s\n {\"name\":%s,\"ms\":%.4f,\"fastest_ms\":%.4f,\"slowest_ms\":%.4f,\"mb_per_s\":%.2f,\"hash\":%s}",
          std::exchange(first_speed, false) ? "" : ",", Quoted(speed.name).c_str(), speed.milliseconds, speed.fastest,
          speed.slowest, speed.megabytes, speed.hash.has_value() ? Quoted(Hash(speed)).c_str() : "null");
    }
    out += "]}";
  }
  return out + "]}\n";
}

}  // namespace maske::bench
