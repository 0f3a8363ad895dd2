// A program of somebody else: masks a prompt, restores the answer. Status 1 when the library did not do its work.
#include <cstdio>
#include <string>
#include <string_view>

#include "maske/maske.h"

int main() {
  auto filter = maske::Filter::Create();
  if (!filter) return 1;
  auto session = maske::Session::Create(*filter);
  if (!session) return 1;
  const std::string_view prompt = "Bitte antworte an max.muster@example.org.";
  auto safe = session->Mask(prompt);
  if (!safe || safe->find("example.org") != std::string::npos) return 1;
  auto answer = session->Restore(*safe);
  if (!answer || *answer != prompt) return 1;
  std::printf("%s\n", safe->c_str());
  return 0;
}
