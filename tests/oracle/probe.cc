// The checks for another program to ask: lines "check<TAB>number" in, "1" or "0" a line out, "?" for a check that is not
// known. tests/check/stdnum_test.py asks it.
#include <iostream>
#include <string>

#include "check/check.h"

int main() {
  std::ios::sync_with_stdio(false);
  std::string line;
  while (std::getline(std::cin, line)) {
    const std::size_t tab = line.find('\t');
    const maske::check::Check* check =
        tab == std::string::npos ? nullptr : maske::check::Find(std::string_view(line).substr(0, tab));
    if (check == nullptr) {
      std::cout << "?\n";
    } else {
      std::cout << (check->function(std::string_view(line).substr(tab + 1)) ? "1\n" : "0\n");
    }
  }
  return 0;
}
