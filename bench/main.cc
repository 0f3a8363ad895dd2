// maske-bench [--dump | --hash] [--benchmark_...] [PATH...]: what each stage costs on the text of files or folders, in
// MB/s (million bytes a second), beside memcpy and RE2 with one e-mail pattern in the same run.
//
// Every stage hashes what it makes; the hash is the label of its line, so two runs can be told to have done the same
// work.
// --dump writes the text instead, --hash reads standard input and prints its hash: the hash of `maske mask` over the
// dumped text must be that of the stage "filter". Without a path the sample letter, many times over, is measured, which
// says little about real text.
#include <benchmark/benchmark.h>

#include <array>
#include <cinttypes>
#include <cstdio>
#include <string_view>
#include <vector>

#include "bench/corpus.h"
#include "bench/hash.h"
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

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  bool dump = false;
  maske::bench::Corpus corpus;
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    if (argument == "--hash") return PrintHash();
    if (argument == "--dump") {
      dump = true;
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
  if (dump) return std::fwrite(corpus.text.data(), 1, corpus.text.size(), stdout) == corpus.text.size() ? 0 : 4;
  std::printf("%zu documents, %zu bytes\n", corpus.documents, corpus.text.size());
  maske::bench::RegisterStages(corpus.text);
  Table table;
  benchmark::RunSpecifiedBenchmarks(&table);
  return 0;
}
