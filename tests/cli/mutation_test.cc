// The tests of the laws can fail: each named fault of the command turns its test red. Runs this program again with a copy
// of the command that has the faults built in (lib/base/mutation.h).
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>

#include "sanitized.h"

namespace maske::cli {
namespace {

struct Fault {
  const char* name;
  const char* test;
};

constexpr Fault kFaults[] = {
    {"law1_line_by_read", "Documents.ALineMayBeLongAndCutAnywhere"},
    {"law2_replaced_anyway", "OutputFile.StaysWhenMaskingFails"},
    {"law2_through_goes_on", "Through.WhenMaskingFailsTheCommandGetsNothingMoreAndIsEnded"},
    {"law2_output_before_map", "Map.ThatCannotBeSavedLeavesTheOutputAsItWas"},
    {"law2_write_error_ignored", "Ending.AFullDiskIsStatusFour"},
    {"law4_map_lost", "Map.IsWrittenWhenMaskingToAPipeFails"},
    {"law4_no_base64", "Map.KeepsBytesThatAreNoUtf8"},
    {"law5_text_kept", "Detect.CountsUnitsInMemoryThatDoesNotGrow"},
    {"law6_line_in_error", "Documents.ADamagedLineEndsTheRunWithItsNumber"},
};

// The exit status of this program with the faulty command under test and one fault (or none) at work.
int RunTest(const char* fault, const char* test) {
  const std::string self = std::filesystem::read_symlink("/proc/self/exe");
  const std::string line = std::string("MASKE_TEST_PROGRAM='") + MASKE_MUTATED_PROGRAM + "' MASKE_MUTATION='" + fault +
                           "' '" + self + "' --gtest_filter='" + test + "' > /dev/null 2>&1";
  const int how = std::system(line.c_str());  // NOLINT(cert-env33-c): a command line of our own
  return WIFEXITED(how) ? WEXITSTATUS(how) : -1;
}

TEST(Mutations, EachTurnsItsTestRed) {
  for (const Fault& fault : kFaults) {
    if (kSanitized && std::string_view(fault.name) == "law5_text_kept") continue;  // a bound on memory
    EXPECT_EQ(RunTest("none", fault.test), 0) << fault.test << " fails without a fault";
    EXPECT_EQ(RunTest(fault.name, fault.test), 1) << fault.test << " does not see " << fault.name;
  }
}

}  // namespace
}  // namespace maske::cli
