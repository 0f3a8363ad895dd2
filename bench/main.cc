// maske-bench [OPTIONS] [PATH...]: what maske costs on the text of files or folders.
//
// First the report (report.h): end to end, beside memcpy and RE2 with one e-mail pattern in the same run; --json and --html
// write it to files too. Then every stage alone, by Google Benchmark, in MB/s (million bytes a second). --report and
// --stages give one of both; options of Google Benchmark (--benchmark_filter=names) mean the stages.
//
// --compare takes each PATH for a text of its own and times beside each other, in turns, memcpy, RE2, maske's fast profile,
// everything on, and each group of types off (compare.h). --hostile does so on texts that are bad for a detector
// (hostile.h), --megabytes of each, and says what is slower than 50 MB/s; --only NAME takes those whose name holds NAME.
// --runs N turns; --json works for both. tools/picture/speeds_svg.py draws what --json wrote.
//
// Everything hashes what it makes; two runs with the same hash did the same work. --dump writes the text instead (with
// --hostile: those texts), --hash reads standard input and prints its hash: the hash of `maske mask` over the dumped text
// must be that of the report. Without a path the sample letter, many times over, is measured, which says little about real
// text.
#include <benchmark/benchmark.h>

#include <array>
#include <charconv>
#include <cinttypes>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "bench/compare.h"
#include "bench/corpus.h"
#include "bench/hash.h"
#include "bench/hostile.h"
#include "bench/print.h"
#include "bench/report.h"
#include "bench/stages.h"

namespace {

// One line a stage: name, milliseconds of processor time a run, MB/s, hash. --benchmark_out still writes everything.
class Table : public benchmark::BenchmarkReporter {
 public:
  bool ReportContext(const Context&) override {
    std::printf("%-20s %12s %12s  %s\n", "stage", "ms", "MB/s", "hash of the result");
    return true;
  }
  void ReportRuns(const std::vector<Run>& runs) override {
    for (const Run& run : runs) {
      const auto speed = run.counters.find("MB/s");
      std::printf("%-20s %12.3f %12.1f  %s\n", run.benchmark_name().c_str(), run.GetAdjustedCPUTime(),
                  speed == run.counters.end() ? 0.0 : speed->second.value,
                  run.error_occurred ? run.error_message.c_str() : run.report_label.c_str());
    }
    std::fflush(stdout);
  }
};

int PrintHash() {
  maske::bench::StreamHash hash;
  std::array<char, 65536> buffer{};
  std::size_t got = 0;
  while ((got = std::fread(buffer.data(), 1, buffer.size(), stdin)) > 0) hash.Add({buffer.data(), got});
  std::printf("%016" PRIx64 "\n", hash.value());
  return 0;
}

bool WriteFile(const std::string& name, const std::string& text) {
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(name.c_str(), "wb"), std::fclose);
  if (file && std::fwrite(text.data(), 1, text.size(), file.get()) == text.size()) return true;
  std::fprintf(stderr, "maske-bench: %s: cannot be written\n", name.c_str());
  return false;
}

constexpr std::string_view kUsage =
    "maske-bench [--report | --stages | --dump | --hash] [--json FILE] [--html FILE] [--benchmark_...] [PATH...]\n"
    "maske-bench --compare [--runs N] [--json FILE] [PATH...]\n"
    "maske-bench --hostile [--megabytes N] [--only NAME] [--runs N] [--json FILE] [--dump]\n";

constexpr double kFloor = 50;  // MB/s that no text may fall below

struct Wanted {
  bool report = true;
  bool stages = true;
  bool dump = false;
  bool compare = false;
  bool hostile = false;
  std::size_t runs = 5;
  std::size_t megabytes = 8;
  std::string only;
  std::string json;
  std::string html;
  std::string command = "maske-bench";
  std::vector<std::string> paths;
};

bool Print(const std::string& text) {
  const bool whole = std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
  return std::fflush(stdout) == 0 && whole;
}

// The sample letter, over and over.
bool ReadSample(maske::bench::Corpus* corpus) {
  maske::bench::Corpus sample;
  if (!maske::bench::Read(MASKE_BENCH_SAMPLE, &sample)) return false;
  while (corpus->text.size() < (std::size_t{4} << 20)) {
    corpus->text += sample.text;
    ++corpus->documents;
  }
  return true;
}

// What a path is called in a table: the name of the file up to its first dot.
std::string NameOf(const std::string& path) {
  const std::filesystem::path file = std::filesystem::path(path).filename();
  const std::string name = file.string().substr(0, file.string().find('.'));
  return name.empty() ? path : name;
}

maske::bench::Comparison Begin(const Wanted& wanted) {
  maske::bench::Comparison comparison;
  comparison.machine = maske::bench::Machine();
  comparison.date = maske::bench::Now();
  comparison.command = wanted.command;
  comparison.runs = wanted.runs;
  Print(comparison.date + ", " + comparison.machine + "; medians of " + std::to_string(wanted.runs) +
        " runs, taken in turns; processor time\n");
  return comparison;
}

int End(const Wanted& wanted, const maske::bench::Comparison& comparison) {
  return wanted.json.empty() || WriteFile(wanted.json, AsJson(comparison)) ? 0 : 4;
}

// As the functions below: 0, or the exit status.
int CompareTexts(const Wanted& wanted) {
  maske::bench::Comparison comparison = Begin(wanted);
  std::vector<std::string> paths = wanted.paths;
  if (paths.empty()) paths.emplace_back();
  for (const std::string& path : paths) {
    maske::bench::Corpus corpus;
    if (path.empty() ? !ReadSample(&corpus) : !maske::bench::Read(path, &corpus)) return 3;
    if (!maske::bench::Compare(path.empty() ? "sample" : NameOf(path), corpus.text, true, &comparison)) return 5;
    if (!Print("\n" + AsText(comparison.texts.back()))) return 4;
  }
  return End(wanted, comparison);
}

int TryHostile(const Wanted& wanted) {
  maske::bench::Comparison comparison;
  if (!wanted.dump) {
    comparison = Begin(wanted);
    Print(maske::bench::ShortHead());
  }
  bool any = false;
  for (const maske::bench::HostileText& hostile : maske::bench::HostileTexts()) {
    if (hostile.name.find(wanted.only) == std::string_view::npos) continue;
    any = true;
    const std::string text = hostile.make(wanted.megabytes * 1000000);
    if (wanted.dump) {
      if (!Print(text)) return 4;
      continue;
    }
    if (!maske::bench::Compare(hostile.name, text, false, &comparison)) return 5;
    if (!Print(maske::bench::AsShortLine(comparison.texts.back()))) return 4;
  }
  if (!any) {
    std::fprintf(stderr, "maske-bench: no hostile text has \"%s\" in its name\n", wanted.only.c_str());
    return 2;
  }
  if (wanted.dump) return 0;
  return Print(Below(comparison, kFloor)) ? End(wanted, comparison) : 4;
}

// 0, or the exit status.
int Measure(const Wanted& wanted, const maske::bench::Corpus& corpus) {
  if (wanted.report) {
    const auto report = maske::bench::MakeReport(corpus.text, corpus.documents, wanted.command);
    std::printf("%s\n", maske::bench::AsText(report).c_str());
    std::fflush(stdout);
    if (!wanted.json.empty() && !WriteFile(wanted.json, maske::bench::AsJson(report))) return 4;
    if (!wanted.html.empty() && !WriteFile(wanted.html, maske::bench::AsHtml(report))) return 4;
  }
  if (wanted.stages) {
    std::printf("%zu documents, %zu bytes\n", corpus.documents, corpus.text.size());
    maske::bench::RegisterStages(corpus.text);
    Table table;
    benchmark::RunSpecifiedBenchmarks(&table);
  }
  return 0;
}

// The value of an option that takes a number from 1 on; 0 when it is none.
std::size_t Number(const char* text) {
  std::size_t value = 0;
  const std::string_view all = text;
  const auto end = std::from_chars(all.data(), all.data() + all.size(), value).ptr;
  return end == all.data() + all.size() ? value : 0;
}

int Usage(bool asked) {
  std::fprintf(asked ? stdout : stderr, "%s", kUsage.data());
  return asked ? 0 : 2;
}

}  // namespace

int main(int argc, char** argv) {
  Wanted wanted;
  for (int i = 1; i < argc; ++i) {
    wanted.command += std::string(" ") + argv[i];
    if (std::string_view(argv[i]).starts_with("--benchmark_")) wanted.report = false;
  }
  benchmark::Initialize(&argc, argv);
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    const bool more = i + 1 < argc;
    if (argument == "--hash") return PrintHash();
    if (argument == "--cold-prompt") return maske::bench::ColdPrompt();
    if (argument == "--cold-stream" && more) return maske::bench::ColdStream(argv[i + 1]);
    if (argument == "--dump") {
      wanted.dump = true;
    } else if (argument == "--stages") {
      wanted.report = false;
    } else if (argument == "--report") {
      wanted.stages = false;
    } else if (argument == "--compare") {
      wanted.compare = true;
    } else if (argument == "--hostile") {
      wanted.hostile = true;
    } else if ((argument == "--json" || argument == "--html") && more) {
      (argument == "--json" ? wanted.json : wanted.html) = argv[++i];
    } else if (argument == "--only" && more) {
      wanted.only = argv[++i];
    } else if ((argument == "--runs" || argument == "--megabytes") && more) {
      const std::size_t value = Number(argv[++i]);
      if (value == 0) return Usage(false);
      (argument == "--runs" ? wanted.runs : wanted.megabytes) = value;
    } else if (argument.starts_with("-")) {
      return Usage(argument == "--help" || argument == "-h");
    } else {
      wanted.paths.emplace_back(argument);
    }
  }
  if (wanted.hostile) return wanted.paths.empty() && !wanted.compare ? TryHostile(wanted) : Usage(false);
  if (wanted.compare) return CompareTexts(wanted);
  maske::bench::Corpus corpus;
  for (const std::string& path : wanted.paths) {
    if (!maske::bench::Read(path, &corpus)) return 3;
  }
  if (corpus.text.empty() && !ReadSample(&corpus)) return 3;
  if (wanted.dump) return Print(corpus.text) ? 0 : 4;
  return Measure(wanted, corpus);
}
