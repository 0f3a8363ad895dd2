// A log on its way out of the house: every line is masked as it comes and goes on at once, in bounded memory, for as long as
// the log runs. Line by line, since a log's reader does not wait; a span never crosses a line.
//
//   $ tail -f app.log | build/release/examples/log_tail | ship-it-out
#include <maske/maske.h>

#include <array>
#include <cstdio>
#include <iostream>

int main() {
  const auto filter = maske::Filter::Create();
  maske::Policy policy;
  policy.line_by_line = true;
  // A log has no end, and nobody restores it: after so many different originals, masking stops rather than leak.
  policy.vault_limit_bytes = std::size_t{64} << 20;
  auto session = filter ? maske::Session::Create(*filter, policy) : filter.status();
  if (!session) {
    std::cerr << "log_tail: " << session.status().message() << '\n';
    return 1;
  }
  maske::MaskStream out = session->OpenMask([](std::string_view bytes) {
    return std::fwrite(bytes.data(), 1, bytes.size(), stdout) == bytes.size() && std::fflush(stdout) == 0;
  });
  maske::Status status;
  std::array<char, 4096> line{};
  while (status.ok() && std::fgets(line.data(), line.size(), stdin) != nullptr) status = out.Write(line.data());
  if (status.ok()) status = out.Finish();
  if (!status) {
    std::cerr << "log_tail: " << status.message() << '\n';
    return 1;
  }
}
