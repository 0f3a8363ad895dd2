// Colour for people: only on a terminal, never when NO_COLOR (no-color.org) is set and not empty or TERM is dumb.
// Covered by tests/cli/detect_test.cc.
#ifndef MASKE_CLI_STYLE_H_
#define MASKE_CLI_STYLE_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace maske::cli {

inline constexpr std::string_view kPlain = "";
inline constexpr std::string_view kHead = "\x1B[1m";     // bold
inline constexpr std::string_view kAccent = "\x1B[36m";  // cyan

// Whether what is written to fd may be coloured.
bool MayColour(int fd);

// What is appended between construction and destruction is in style; nothing is added when it is kPlain.
class Styled {
 public:
  Styled(std::string_view style, std::string* out) : style_(style), out_(out) { out->append(style); }
  ~Styled() {
    if (!style_.empty()) out_->append("\x1B[0m");
  }
  Styled(const Styled&) = delete;
  Styled& operator=(const Styled&) = delete;

 private:
  std::string_view style_;
  std::string* out_;
};

}  // namespace maske::cli

#endif  // MASKE_CLI_STYLE_H_
