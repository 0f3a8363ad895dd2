// End to end over the given text, as a user of the library or of the command meets it: throughput, cost of a finding,
// findings a type, memory of the stream, latency of prompts, start-up and the first prompt of a cold process; beside memcpy
// and RE2 with one e-mail pattern, in the same run. Every figure comes with its number of runs; medians, because machines
// are noisy. What is made is hashed, so that no work can be skipped.
#ifndef MASKE_BENCH_REPORT_H_
#define MASKE_BENCH_REPORT_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "bench/contender.h"

namespace maske::bench {

struct Latency {
  std::size_t bytes = 0;  // of a prompt
  std::size_t prompts = 0;
  double median = 0;  // microseconds
  double p99 = 0;
};

struct Report {
  std::string machine;  // processor, number of processors
  std::string date;     // UTC
  std::string command;
  std::size_t documents = 0;
  std::size_t bytes = 0;
  std::size_t runs = 0;
  std::uint64_t hash = 0;  // of the masked text
  std::vector<Speed> speeds;
  std::vector<Latency> latencies;
  std::vector<std::pair<std::string, std::size_t>> findings;  // by type
  std::size_t found = 0;
  double nanoseconds_a_finding = 0;  // time of the whole filter by its findings
  // Of processes of their own; 0 where they could not be run.
  double stream_peak_megabytes = 0;      // masking the text from a file, in pieces of 64 KiB
  double start_milliseconds = 0;         // from the process's begin to a filter that is ready
  double first_prompt_milliseconds = 0;  // from there to the first masked prompt with mail, IBAN, phone, name, address
  double process_milliseconds = 0;       // the whole process that does both, seen from outside
};

// text joins the documents. Takes some seconds for each 8 MB.
Report MakeReport(std::string_view text, std::size_t documents, std::string_view command);

std::string AsText(const Report& report);
std::string AsJson(const Report& report);
// One page with its charts inside, no script, nothing loaded.
std::string AsHtml(const Report& report);

// The part of a process of its own: `maske-bench --cold-stream FILE` and `--cold-prompt` (cold.cc). Prints figures for the
// parent; the exit status.
int ColdStream(const std::string& path);
int ColdPrompt();

}  // namespace maske::bench

#endif  // MASKE_BENCH_REPORT_H_
