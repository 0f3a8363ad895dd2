// write_bytes OUT: every byte in order, then from 255 back to 4: 508 bytes, no whole number of lines.
#include <fstream>

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  std::ofstream out(argv[1], std::ios::binary);
  for (int byte = 0; byte < 256; ++byte) out.put(static_cast<char>(byte));
  for (int byte = 255; byte > 3; --byte) out.put(static_cast<char>(byte));
  out.close();
  return out ? 0 : 1;
}
