// See the header.
#include "chunks/feed.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <ostream>

#include "filter_impl.h"
#include "generator/random.h"

namespace maske::chunks {

namespace {

std::shared_ptr<const Filter> Make() {
  auto made = Filter::Create();
  if (made) return *made;
  ADD_FAILURE() << "the filter could not be made: " << made.status().message();
  return nullptr;
}

}  // namespace

std::shared_ptr<const Filter> SharedFilter() {
  static const std::shared_ptr<const Filter> filter = Make();
  return filter;
}

std::shared_ptr<const Filter> PatternsOnly() {
  static const std::shared_ptr<const Filter> filter = [] {
    auto made = Make();
    // Our own object, and not const when it was made.
    if (made) const_cast<Filter::Impl&>(made->impl()).detectors = false;
    return made;
  }();
  return filter;
}

std::ostream& operator<<(std::ostream& out, const Masked& masked) {
  return out << "code " << static_cast<int>(masked.code) << "\n  out   " << Printable(masked.out) << "\n  trace "
             << masked.trace;
}

Masked MaskInPieces(std::string_view text, const std::vector<std::size_t>& pieces, std::size_t segment,
                    const Policy& policy, const std::shared_ptr<const Filter>& filter) {
  Masked result;
  auto session = Session::Create(filter, policy);
  if (!session) {
    result.code = session.status().code();
    return result;
  }
  const Sink sink = [&result](std::string_view bytes) {
    result.out += bytes;
    return true;
  };
  const FindingObserver observer = [&result](const Finding& f) {
    result.trace += std::to_string(f.begin) + "-" + std::to_string(f.end) + " " + std::string(f.type) + " " +
                    std::string(f.rule) + ";";
  };
  MaskStream stream =
      segment == kRealSegment ? session->OpenMask(sink, observer) : session->OpenMaskForTest(sink, observer, segment);
  Status status;
  for (const std::size_t piece : pieces) {
    if (!status.ok()) break;
    status = stream.Write(text.substr(0, piece));
    text.remove_prefix(std::min(piece, text.size()));
  }
  if (status.ok() && !text.empty()) status = stream.Write(text);
  if (status.ok()) status = stream.Finish();
  result.code = status.code();
  return result;
}

Masked MaskWhole(std::string_view text, std::size_t segment, const Policy& policy) {
  return MaskInPieces(text, {}, segment, policy);
}

Masked MaskByteByByte(std::string_view text, std::size_t segment, const Policy& policy) {
  return MaskInPieces(text, std::vector<std::size_t>(text.size(), 1), segment, policy);
}

std::string RestoreInPieces(const Session& session, std::string_view masked, const std::vector<std::size_t>& pieces) {
  std::string out;
  RestoreStream stream = session.OpenRestore([&out](std::string_view bytes) {
    out += bytes;
    return true;
  });
  for (const std::size_t piece : pieces) {
    EXPECT_TRUE(stream.Write(masked.substr(0, piece)).ok());
    masked.remove_prefix(std::min(piece, masked.size()));
  }
  EXPECT_TRUE(stream.Write(masked).ok());
  EXPECT_TRUE(stream.Finish().ok());
  return out;
}

std::vector<std::size_t> RandomPieces(std::uint64_t seed, std::size_t size, std::size_t longest) {
  generator::Random random(seed);
  std::vector<std::size_t> pieces;
  for (std::size_t sum = 0; sum < size; sum += pieces.back()) {
    pieces.push_back(random.Chance(30) ? random.Below(4) : random.Between(1, longest));
  }
  return pieces;
}

void WritePattern(const std::string& folder, const std::string& type, const std::string& expression,
                  const std::string& example) {
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  const std::string found = "«" + example + "»";
  std::ofstream(folder + "/test.toml") << "[[pattern]]\nid = \"test\"\ntype = \"" << type
                                       << "\"\nsource = \"made for a test\"\nexpression = '" << expression
                                       << "'\nedges = { left = \"none\", right = \"none\" }\nscores = { bare = 0.9 }\n"
                                       << "[pattern.examples]\nmatch = [\"" << found << "\", \"a " << found
                                       << " b\", \"[" << found << "]\"]\nno_match = [\"#\", \"? #\", \"[#_1]\"]\n";
}

std::string Printable(std::string_view text) {
  static constexpr char kHex[] = "0123456789abcdef";
  std::string out;
  for (const char c : text.substr(0, 2000)) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x20 && byte < 0x7F) {
      out += c;
    } else {
      out += "\\x";
      out += kHex[byte >> 4];
      out += kHex[byte & 15];
    }
  }
  return out;
}

}  // namespace maske::chunks
