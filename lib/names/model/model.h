// A name model ready to run: the file (format.h) read, checked, and its weights laid out for infer.cc. Immutable and shared by
// threads. The built-in one is made when first asked for: some 0.1 ms, 100 KB. Tested by tests/names/model_test.cc.
#ifndef MASKE_NAMES_MODEL_MODEL_H_
#define MASKE_NAMES_MODEL_MODEL_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "names/model/features.h"
#include "names/model/format.h"

namespace maske::names::model {

struct Layer {
  std::uint32_t inputs = 0;
  std::uint32_t outputs = 0;
  std::uint32_t dilation = 1;
  std::uint32_t taps = 3;             // or kExitTaps
  std::vector<std::int32_t> bias;     // with the half that rounding adds
  std::vector<std::int32_t> shift;    // [outputs]
  std::vector<std::int16_t> weights;  // [tap][inputs / 2][outputs][2]
  [[nodiscard]] bool residual() const { return taps == 3 && inputs == outputs; }
};

class Model {
 public:
  // nullptr when the bytes are no such file, or one of other features. Keeps pointing into the bytes, which must be
  // aligned to 4 and outlive the model.
  static std::unique_ptr<const Model> Read(std::string_view bytes);
  // The one that is linked in; nullptr when there is none.
  static const Model* BuiltIn();
  // Is there a file linked in, sound or not? One that is not sound is a fault of the build: a filter says so instead of
  // finding less.
  static bool Linked();

  [[nodiscard]] const Header& header() const { return header_; }
  [[nodiscard]] std::uint32_t dim() const { return header_.dim; }
  [[nodiscard]] std::uint32_t channels() const { return header_.channels; }
  [[nodiscard]] const std::vector<Layer>& layers() const { return layers_; }
  // The early exit: its layer, nullptr when there is none, and what its outputs are multiplied by.
  [[nodiscard]] const Layer* exit() const { return exit_.outputs == 0 ? nullptr : &exit_; }
  [[nodiscard]] const std::vector<std::int16_t>& exit_weights() const { return exit_weights_; }
  [[nodiscard]] const std::vector<std::int32_t>& output_bias() const { return output_bias_; }
  [[nodiscard]] const std::vector<std::int16_t>& output_weights() const { return output_weights_; }
  [[nodiscard]] const std::int8_t* gate() const {
    return gate_;
  }  // [kGateTables][kGateRows]; nullptr when there is none

  // Row numbers of a word's features: at most kMostRows.
  static constexpr std::size_t kMostRows = 3 + kRoleRows + kMaxGrams;
  std::size_t WordRows(const WordFeatures& word, std::uint32_t* rows) const;
  [[nodiscard]] std::uint32_t GapBeforeRow(std::uint8_t gap) const { return first_gap_ + gap; }
  [[nodiscard]] std::uint32_t GapBehindRow(std::uint8_t gap) const { return first_gap_ + header_.gap_rows + gap; }
  [[nodiscard]] std::uint32_t LineRow(std::uint8_t line) const { return first_line_ + line; }
  [[nodiscard]] const std::int8_t* Row(std::uint32_t row) const { return rows_ + std::size_t{row} * header_.dim; }

 private:
  static constexpr unsigned kKeyBits = 12;
  bool Parse(std::string_view bytes);

  Header header_{};
  const std::int8_t* rows_ = nullptr;
  const std::int8_t* gate_ = nullptr;
  const unsigned char* keys_ = nullptr;
  std::uint32_t first_gap_ = 0;
  std::uint32_t first_line_ = 0;
  std::uint32_t first_gram_ = 0;
  std::uint32_t first_word_ = 0;
  std::vector<Layer> layers_;
  Layer exit_;
  std::vector<std::int16_t> exit_weights_;
  std::vector<std::uint32_t> first_key_;  // of the keys whose upper kKeyBits are n or more
  std::vector<std::int32_t> output_bias_;
  std::vector<std::int16_t> output_weights_;  // [class][channels]
};

}  // namespace maske::names::model

#endif  // MASKE_NAMES_MODEL_MODEL_H_
