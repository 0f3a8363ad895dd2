#include "bench/report.h"

#include <benchmark/benchmark.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cinttypes>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <memory>

#include "bench/contender.h"
#include "bench/corpus.h"
#include "bench/hash.h"
#include "bench/print.h"
#include "maske/maske.h"

namespace maske::bench {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kRuns = 5;
constexpr std::size_t kColdRuns = 9;
constexpr std::size_t kPrompts = 1000;

double Milliseconds(Clock::time_point begin) {
  return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

// Different prompts of one warm session, cut from all over the text at begins of lines.
Latency TimePrompts(const std::shared_ptr<const Filter>& filter, std::string_view text, std::size_t bytes) {
  Latency latency;
  latency.bytes = bytes;
  if (text.size() < 2 * bytes) return latency;
  std::vector<std::string_view> prompts;
  const std::size_t count = std::min(kPrompts, text.size() / bytes);
  for (std::size_t i = 0; i < count; ++i) {
    std::size_t at = (text.size() - bytes) / count * i;
    const std::size_t line = text.find('\n', at);
    if (line != std::string_view::npos && line + 1 + bytes <= text.size()) at = line + 1;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
    prompts.push_back(text.substr(at, bytes));
  }
  Policy policy;
  policy.vault_limit_bytes = 0;
  policy.binary = true;
  auto session = Session::Create(filter, policy);
  if (!session) return latency;
  StreamHash hash;
  std::vector<double> times;
  for (const std::string_view prompt : prompts) {
    const Clock::time_point begin = Clock::now();
    const auto safe = session->Mask(prompt);
    times.push_back(Milliseconds(begin) * 1e3);
    if (safe) hash.Add(*safe);
  }
  benchmark::DoNotOptimize(hash.value());
  std::sort(times.begin(), times.end());
  latency.prompts = times.size();
  latency.median = times[times.size() / 2];
  latency.p99 = times[std::min(times.size() - 1, times.size() * 99 / 100)];
  return latency;
}

// This program anew with the arguments; its output.
std::string RunAgain(const std::string& arguments) {
  std::array<char, 4096> self{};
  if (readlink("/proc/self/exe", self.data(), self.size() - 1) <= 0) return "";
  const std::string command = "'" + std::string(self.data()) + "' " + arguments;
  std::string out;
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> pipe(popen(command.c_str(), "r"), pclose);
  if (!pipe) return "";
  std::array<char, 256> buffer{};
  while (std::fgets(buffer.data(), static_cast<int>(buffer.size()), pipe.get()) != nullptr) out += buffer.data();
  return out;
}

void MeasureCold(std::string_view text, Report* report) {
  std::vector<double> start;
  std::vector<double> prompt;
  std::vector<double> process;
  for (std::size_t run = 0; run < kColdRuns; ++run) {
    const Clock::time_point begin = Clock::now();
    const std::string out = RunAgain("--cold-prompt");
    process.push_back(Milliseconds(begin));
    double a = 0;
    double b = 0;
    if (std::sscanf(out.c_str(), "%lf %lf", &a, &b) != 2) return;
    start.push_back(a);
    prompt.push_back(b);
  }
  report->start_milliseconds = Median(start);
  report->first_prompt_milliseconds = Median(prompt);
  report->process_milliseconds = Median(process);

  std::string name = "/tmp/maske-bench-XXXXXX";
  const int fd = mkstemp(name.data());
  if (fd < 0) return;
  close(fd);
  std::ofstream(name, std::ios::binary).write(text.data(), static_cast<std::streamsize>(text.size()));
  const std::string out = RunAgain("--cold-stream " + name);
  std::remove(name.c_str());
  report->stream_peak_megabytes = std::atof(out.c_str()) * 1024 / 1e6;
}

}  // namespace

Report MakeReport(std::string_view text, std::size_t documents, std::string_view command) {
  Report report;
  report.machine = Machine();
  report.date = Now();
  report.command = command;
  report.documents = documents;
  report.bytes = text.size();
  report.runs = kRuns;
  const auto filter = Filter::Create();
  if (!filter) return report;

  std::map<std::string, std::size_t> found;
  StreamHash hash;
  const FindingObserver count = [&found](const Finding& finding) { ++found[std::string(finding.type)]; };
  if (!MaskAll(*filter, {}, text, kWriteBytes, count, &hash)) return report;
  Policy fast;
  fast.name_model = NameModel::kOff;
  report.speeds = TimeInTurns({CopyBytes(text), FindEmails(text), Mask("maske, fast", *filter, fast, text),
                               Mask("maske, everything on", *filter, {}, text)},
                              text.size(), kRuns);
  // Never the same work twice: shown as a hash of zeros.
  report.hash = report.speeds.back().hash == hash.value() ? hash.value() : 0;
  for (const auto& [type, number] : found) {
    report.findings.emplace_back(type, number);
    report.found += number;
  }
  if (report.found > 0)
    report.nanoseconds_a_finding = report.speeds.back().milliseconds * 1e6 / static_cast<double>(report.found);
  for (const std::size_t bytes : {std::size_t{64}, std::size_t{2048}, std::size_t{65536}})
    report.latencies.push_back(TimePrompts(*filter, text, bytes));
  MeasureCold(text, &report);
  return report;
}

std::string AsText(const Report& report) {
  std::string out;
  Add(&out, "%s, %s\n", report.date.c_str(), report.machine.c_str());
  Add(&out, "%zu documents, %zu bytes; medians of %zu runs; hash of the masked text %016" PRIx64 "\n\n",
      report.documents, report.bytes, report.runs, report.hash);
  for (const Speed& speed : report.speeds)
    Add(&out, "%-28s %10.2f ms %10.1f MB/s\n", speed.name.c_str(), speed.milliseconds, speed.megabytes);
  Add(&out, "\n%zu findings, %.0f ns each\n", report.found, report.nanoseconds_a_finding);
  for (const auto& [type, count] : report.findings) Add(&out, "  %-26s %10zu\n", type.c_str(), count);
  out += "\nprompts of one warm session\n";
  for (const Latency& latency : report.latencies) {
    Add(&out, "  %6zu bytes: median %9.1f us, 99th percentile %9.1f us (%zu different ones)\n", latency.bytes,
        latency.median, latency.p99, latency.prompts);
  }
  Add(&out, "\na process of its own\n  peak memory of the stream %7.1f MB\n  filter ready after %14.2f ms\n",
      report.stream_peak_megabytes, report.start_milliseconds);
  Add(&out, "  first prompt %20.2f ms\n  the whole process %15.2f ms\n", report.first_prompt_milliseconds,
      report.process_milliseconds);
  return out;
}

std::string AsJson(const Report& report) {
  std::string out = "{\"date\":" + Quoted(report.date) + ",\"machine\":" + Quoted(report.machine) +
                    ",\"command\":" + Quoted(report.command);
  Add(&out, ",\"documents\":%zu,\"bytes\":%zu,\"runs\":%zu,\"hash\":\"%016" PRIx64 "\",\"speeds\":[", report.documents,
      report.bytes, report.runs, report.hash);
  for (std::size_t i = 0; i < report.speeds.size(); ++i) {
    const Speed& speed = report.speeds[i];
    Add(&out, "%s{\"name\":%s,\"ms\":%.4f,\"mb_per_s\":%.2f}", i == 0 ? "" : ",", Quoted(speed.name).c_str(),
        speed.milliseconds, speed.megabytes);
  }
  Add(&out, "],\"findings\":{");
  for (std::size_t i = 0; i < report.findings.size(); ++i) {
    Add(&out, "%s%s:%zu", i == 0 ? "" : ",", Quoted(report.findings[i].first).c_str(), report.findings[i].second);
  }
  Add(&out, "},\"ns_a_finding\":%.1f,\"latencies\":[", report.nanoseconds_a_finding);
  for (std::size_t i = 0; i < report.latencies.size(); ++i) {
    const Latency& latency = report.latencies[i];
    Add(&out, "%s{\"bytes\":%zu,\"prompts\":%zu,\"median_us\":%.2f,\"p99_us\":%.2f}", i == 0 ? "" : ",", latency.bytes,
        latency.prompts, latency.median, latency.p99);
  }
  Add(&out, "],\"stream_peak_mb\":%.2f,\"start_ms\":%.3f,\"first_prompt_ms\":%.3f,\"process_ms\":%.3f}\n",
      report.stream_peak_megabytes, report.start_milliseconds, report.first_prompt_milliseconds,
      report.process_milliseconds);
  return out;
}

}  // namespace maske::bench
