// maske-bench [OPTIONS] [PATH...]: what maske costs on the text of files or folders.
//
// First the report (report.h): end to end, beside memcpy and RE2 with one e-mail pattern in the same run; --json and --html
// write it to files too. Then every stage alone, by Google Benchmark, in MB/s (million bytes a second). --report and
// --stages give one of both; options of Google Benchmark (--benchmark_filter=names) mean the stages.
//
// Everything hashes what it makes; two runs with the same hash did the same work. --dump writes the text instead, --hash
// reads standard input and prints its hash: the hash of `maske mask` over the dumped text must be that of the report.
// Without a path the sample letter, many times over, is measured, which says little about real text.
#include <benchmark/benchmark.h>

#include <array>
#include <cinttypes>
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "bench/corpus.h"
#include "bench/hash.h"
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
    "maske-bench [--report | --stages | --dump | --hash] [--json FILE] [--html FILE] [--benchmark_...] [PATH...]\n";

struct Wanted {
  bool report = true;
  bool stages = true;
  bool dump = false;
  std::string json;
  std::string html;
  std::string command = "maske-bench";
};

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

}  // namespace

int main(int argc, char** argv) {
  Wanted wanted;
  for (int i = 1; i < argc; ++i) {
    wanted.command += std::string(" ") + argv[i];
    if (std::string_view(argv[i]).starts_with("--benchmark_")) wanted.report = false;
  }
  benchmark::Initialize(&argc, argv);
  maske::bench::Corpus corpus;
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    if (argument == "--hash") return PrintHash();
    if (argument == "--cold-prompt") return maske::bench::ColdPrompt();
    if (argument == "--cold-stream" && i + 1 < argc) return maske::bench::ColdStream(argv[i + 1]);
    if (argument == "--dump") {
      wanted.dump = true;
    } else if (argument == "--stages") {
      wanted.report = false;
    } else if (argument == "--report") {
      wanted.stages = false;
    } else if ((argument == "--json" || argument == "--html") && i + 1 < argc) {
      (argument == "--json" ? wanted.json : wanted.html) = argv[++i];
    } else if (argument.starts_with("-")) {
      const bool help = argument == "--help" || argument == "-h";
      std::fprintf(help ? stdout : stderr, "%s", kUsage.data());
      return help ? 0 : 2;
    } else if (!maske::bench::Read(argv[i], &corpus)) {
      return 3;
    }
  }
  if (corpus.text.empty()) {
    maske::bench::Corpus sample;
    if (!maske::bench::Read(MASKE_BENCH_SAMPLE, &sample)) return 3;
    while (corpus.text.size() < (std::size_t{4} << 20)) {
      corpus.text += sample.text;
      ++corpus.documents;
    }
  }
  if (wanted.dump) return std::fwrite(corpus.text.data(), 1, corpus.text.size(), stdout) == corpus.text.size() ? 0 : 4;
  return Measure(wanted, corpus);
}
