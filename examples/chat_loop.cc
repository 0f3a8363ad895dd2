// A chat whose service never sees a person: each line that the user types is masked, the answer streams back token by
// token and is restored on its way to the screen. One Session for the whole conversation, so that [PERSON_1] stays the same
// person. The service here is a stand-in that repeats what it was told; its line on standard error shows all that left
// the house.
//
//   $ echo 'Schreib bitte Frau Zoekemann, zoekemann@example.org' | build/release/examples/chat_loop
#include <maske/maske.h>

#include <iostream>
#include <string>

namespace {

// Stands for the call of an AI service that answers in small pieces.
template <typename Token>
bool AskService(const std::string& prompt, Token&& on_token) {
  std::cerr << "to the service: " << prompt << '\n';
  const std::string answer = "Gern. Du schriebst: \"" + prompt + "\"";
  for (std::size_t at = 0; at < answer.size(); at += 3) {
    if (!on_token(std::string_view(answer).substr(at, 3))) return false;
  }
  return true;
}

int Fail(const maske::Status& status) {
  std::cerr << "chat_loop: " << status.message() << '\n';  // holds no text of the conversation
  return 1;
}

}  // namespace

int main() {
  const auto filter = maske::Filter::Create();
  if (!filter) return Fail(filter.status());
  auto session = maske::Session::Create(*filter);
  if (!session) return Fail(session.status());

  for (std::string line; std::getline(std::cin, line);) {
    const auto safe = session->Mask(line);
    if (!safe) return Fail(safe.status());  // nothing goes out that was not masked
    maske::RestoreStream answer = session->OpenRestore([](std::string_view bytes) {
      std::cout << bytes << std::flush;
      return std::cout.good();
    });
    if (!AskService(*safe, [&](std::string_view token) { return answer.Write(token).ok(); })) return 1;
    if (const maske::Status status = answer.Finish(); !status) return Fail(status);
    std::cout << '\n';
  }
}
