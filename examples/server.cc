// The core of a server: one Filter for all threads, a Session for each request, no lock around either. Requests are lines of
// standard input; answers come out in their order. Real servers keep a Session as long as its conversation and drop it then,
// which forgets the originals.
//
//   $ printf 'Frau Zoekemann\nHerr Boeck\n' | build/release/examples/server 4
#include <maske/maske.h>

#include <atomic>
#include <cstdlib>
#include <iostream>
#include <string>
#include <thread>
#include <vector>

namespace {

// A request that fails is answered by an error, never by the text that could not be masked.
std::string Serve(const std::shared_ptr<const maske::Filter>& filter, const std::string& request) {
  auto session = maske::Session::Create(filter);
  if (!session) return "error: " + session.status().message();
  const auto safe = session->Mask(request);
  return safe ? *safe : "error: " + safe.status().message();
}

}  // namespace

int main(int argc, char** argv) {
  const int threads = argc > 1 ? std::atoi(argv[1]) : 4;
  if (threads < 1 || threads > 256) {
    std::cerr << "server: give a number of threads from 1 to 256\n";
    return 2;
  }
  const auto filter = maske::Filter::Create();
  if (!filter) {
    std::cerr << "server: " << filter.status().message() << '\n';
    return 1;
  }
  std::vector<std::string> requests;
  for (std::string line; std::getline(std::cin, line);) requests.push_back(line);

  std::vector<std::string> answers(requests.size());
  std::atomic<std::size_t> next{0};
  std::vector<std::thread> workers;
  for (int i = 0; i < threads; ++i) {
    workers.emplace_back([&] {
      for (std::size_t at = next++; at < requests.size(); at = next++) answers[at] = Serve(*filter, requests[at]);
    });
  }
  for (std::thread& worker : workers) worker.join();
  for (const std::string& answer : answers) std::cout << answer << '\n';
}
