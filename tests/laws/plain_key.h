// Stands for the keyed functions of the vault where a test needs no secret: tells a text of its own by 40 bytes before it.
#ifndef MASKE_TESTS_LAWS_PLAIN_KEY_H_
#define MASKE_TESTS_LAWS_PLAIN_KEY_H_

#include <string>
#include <string_view>

#include "maske/operators.h"

namespace maske::laws {

class PlainKey : public OperatorKey {
 public:
  [[nodiscard]] std::string Hash(std::string_view, std::string_view) const override { return "00112233445566778899"; }
  [[nodiscard]] std::string Encrypt(std::string_view type, std::string_view text) const override {
    std::string out = std::string(type) + std::string(40 - type.size(), '#');
    for (const char c : text) out.push_back(static_cast<char>(~c));
    return out;
  }
  bool Decrypt(std::string_view type, std::string_view bytes, std::string* text) const override {
    const std::string head = Encrypt(type, "");
    if (bytes.substr(0, head.size()) != head) return false;
    text->clear();
    for (const char c : bytes.substr(head.size())) text->push_back(static_cast<char>(~c));
    return true;
  }
};

}  // namespace maske::laws

#endif  // MASKE_TESTS_LAWS_PLAIN_KEY_H_
