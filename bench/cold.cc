// What only a fresh process can tell: peak memory of the stream, start-up, the first prompt. The benchmark starts itself
// anew with --cold-stream or --cold-prompt and reads the figures from its output.
#include <sys/resource.h>

#include <array>
#include <chrono>
#include <cinttypes>
#include <cstdio>
#include <memory>
#include <string>

#include "bench/hash.h"
#include "bench/report.h"
#include "maske/maske.h"

namespace maske::bench {
namespace {

using Clock = std::chrono::steady_clock;

double Since(Clock::time_point begin) {
  return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

constexpr std::string_view kPrompt =
    "Sehr geehrter Herr Dr. Albrecht,\nmeine IBAN ist DE89 3704 0044 0532 0130 00, meine neue Anschrift Lindenstraße "
    "14,\n"
    "50667 Köln. Tagsüber bin ich unter +49 151 23456789 zu erreichen oder unter sabine.thiemann@example.org.\n"
    "Mit freundlichen Grüßen\nSabine Thiemann\n";

}  // namespace

int ColdStream(const std::string& path) {
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"), std::fclose);
  const auto filter = Filter::Create();
  if (!file || !filter) return 3;
  Policy policy;
  policy.binary = true;
  auto session = Session::Create(*filter, policy);
  if (!session) return 3;
  StreamHash hash;
  MaskStream stream = session->OpenMask([&hash](std::string_view bytes) {
    hash.Add(bytes);
    return true;
  });
  std::array<char, 65536> buffer;
  std::size_t got = 0;
  bool whole = true;  // a full vault ends the stream: the memory up to there counts
  while (whole && (got = std::fread(buffer.data(), 1, buffer.size(), file.get())) > 0)
    whole = stream.Write({buffer.data(), got}).ok();
  if (whole) whole = stream.Finish().ok();
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  std::printf("%ld %016" PRIx64 " %d\n", usage.ru_maxrss, hash.value(), whole ? 1 : 0);
  return 0;
}

int ColdPrompt() {
  const Clock::time_point begin = Clock::now();
  const auto filter = Filter::Create();
  if (!filter) return 3;
  const double start = Since(begin);
  auto session = Session::Create(*filter);
  if (!session) return 3;
  const auto safe = session->Mask(kPrompt);
  if (!safe) return 3;
  StreamHash hash;
  hash.Add(*safe);
  std::printf("%.6f %.6f %016" PRIx64 "\n", start, Since(begin) - start, hash.value());
  return 0;
}

}  // namespace maske::bench
