// An object that does what the library may not, so that the test of the symbols can be seen to fail.
#include <cstdio>
#include <cstdlib>

void Offend(int status);

void Offend(int status) {
  std::fputs("printed\n", stderr);
  std::exit(status);
}
