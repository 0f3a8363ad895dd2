// maske-stream-check FILE...: law 1 at full size. Masks each file whole, byte by byte and in random pieces, and compares the
// hashes of the outputs; then restores the output and compares with the file. Prints MB/s of each way and the peak memory
// of the process. Exit status 1 when anything differs. The vault has no limit here; text with NUL bytes is accepted.
// Cost: three passes a file; the file and its masked form are held in memory.
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <string_view>

#include "bench/hash.h"
#include "maske/maske.h"

namespace {

using Clock = std::chrono::steady_clock;

struct Run {
  std::uint64_t hash = 0;
  double megabytes_a_second = 0;
  bool ok = false;
};

enum class Cut { kWhole, kBytes, kRandom };

Run MaskOnce(std::string_view text, Cut cut, std::string* masked, maske::Session* session) {
  Run run;
  maske::bench::StreamHash hash;
  maske::MaskStream stream = session->OpenMask([&](std::string_view bytes) {
    hash.Add(bytes);
    if (masked != nullptr) masked->append(bytes);
    return true;
  });
  std::mt19937 random(1);
  const auto begin = Clock::now();
  maske::Status status;
  for (std::size_t at = 0; at < text.size() && status.ok();) {
    std::size_t piece = text.size();
    if (cut == Cut::kBytes) piece = 1;
    if (cut == Cut::kRandom) piece = random() % 16 == 0 ? random() % 40000 : random() % 100;
    status = stream.Write(text.substr(at, piece));
    at += std::min(piece, text.size() - at);
  }
  if (status.ok()) status = stream.Finish();
  const std::chrono::duration<double> seconds = Clock::now() - begin;
  if (!status.ok()) std::fprintf(stderr, "maske-stream-check: %s\n", status.message().c_str());
  run.ok = status.ok();
  run.hash = hash.value();
  run.megabytes_a_second = static_cast<double>(text.size()) / 1e6 / seconds.count();
  return run;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: maske-stream-check FILE...\n");
    return 2;
  }
  auto filter = maske::Filter::Create();
  if (!filter) {
    std::fprintf(stderr, "maske-stream-check: %s\n", filter.status().message().c_str());
    return 2;
  }
  maske::Policy policy;
  policy.vault_limit_bytes = 0;
  policy.binary = true;
  bool good = true;
  for (int i = 1; i < argc; ++i) {
    std::ifstream file(argv[i], std::ios::binary);
    if (!file) {
      std::fprintf(stderr, "maske-stream-check: cannot read %s\n", argv[i]);
      return 2;
    }
    const std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    std::string masked;
    Run runs[3];
    bool restored = false;
    for (const Cut cut : {Cut::kWhole, Cut::kBytes, Cut::kRandom}) {
      auto session = maske::Session::Create(*filter, policy);
      if (!session) return 2;
      runs[static_cast<int>(cut)] = MaskOnce(text, cut, cut == Cut::kWhole ? &masked : nullptr, &*session);
      if (cut == Cut::kWhole) {
        const auto back = session->Restore(masked);
        restored = back.ok() && *back == text;
      }
    }
    const bool equal =
        runs[0].ok && runs[1].ok && runs[2].ok && runs[0].hash == runs[1].hash && runs[0].hash == runs[2].hash;
    good = good && equal && restored;
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    std::printf("%s: %s, %s; hash %016llx; MB/s whole %.0f, byte by byte %.0f, random pieces %.0f; peak %ld MiB\n",
                argv[i], equal ? "every cut equal" : "CUTS DIFFER", restored ? "restored" : "NOT RESTORED",
                static_cast<unsigned long long>(runs[0].hash), runs[0].megabytes_a_second, runs[1].megabytes_a_second,
                runs[2].megabytes_a_second, usage.ru_maxrss / 1024);
  }
  return good ? 0 : 1;
}
