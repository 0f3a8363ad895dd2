// Slow twin of the name model (lib/names/model): reads the file of a model by its layout alone and runs the network over all
// tokens of a text, layer by layer, in plain loops over 64-bit integers. Shares the features of tokens with it.
#ifndef MASKE_TESTS_REFERENCE_MODEL_REFERENCE_H_
#define MASKE_TESTS_REFERENCE_MODEL_REFERENCE_H_

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/prepared.h"

namespace maske::reference {

class ModelReference {
 public:
  explicit ModelReference(std::string file);  // which must be sound

  // The five logits of every token; and, where asked for, the sum of its early exit, if the file has one.
  [[nodiscard]] std::vector<std::array<std::int64_t, 5>> Logits(const text::Prepared& slice,
                                                                std::vector<std::int64_t>* exits = nullptr) const;

 private:
  [[nodiscard]] std::uint32_t Word(std::size_t at) const;
  [[nodiscard]] std::vector<std::uint32_t> Rows(const text::Prepared& slice, std::size_t token) const;
  [[nodiscard]] std::vector<std::int64_t> Exits(const std::vector<std::vector<std::int64_t>>& x,
                                                const std::vector<int>& sequence) const;

  std::string file_;
  std::size_t rows_ = 0;  // where blocks begin
  std::size_t keys_ = 0;
  std::vector<std::size_t> layers_;
  std::size_t exit_ = 0;
  std::size_t output_ = 0;
};

}  // namespace maske::reference

#endif  // MASKE_TESTS_REFERENCE_MODEL_REFERENCE_H_
