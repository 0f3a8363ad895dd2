// Reads documents, JSON objects with the string "text" on a line each, for the tools that write what a trainer learns from.
#ifndef MASKE_TOOLS_NAMES_DOCUMENTS_H_
#define MASKE_TOOLS_NAMES_DOCUMENTS_H_

#include <cstdio>
#include <iostream>
#include <string>
#include <string_view>

#include "simdjson.h"

namespace maske::tools {

// Calls take(text) for each document of standard input. Returns the exit status; says which line is no document.
template <class Take>
int ForEachDocument(std::string_view program, const Take& take) {
  simdjson::dom::parser parser;
  std::string line;
  for (std::size_t number = 1; std::getline(std::cin, line); ++number) {
    std::string_view text;
    if (parser.parse(line)["text"].get(text) != simdjson::SUCCESS) {
      std::cerr << program << ": line " << number << " has no \"text\"\n";
      return 1;
    }
    take(text);
  }
  return std::fflush(stdout) == 0 ? 0 : 1;
}

}  // namespace maske::tools

#endif  // MASKE_TOOLS_NAMES_DOCUMENTS_H_
