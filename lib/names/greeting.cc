// Greetings: "Liebe Anna,", "Hallo Peter", "Moin Zoeke!", "liebe Vroni". With a title between, title.cc has it already.
// The greeting begins a line or a phrase; what follows the name is checked by the caller (Phrase end). "Liebe Grüße",
// "Hallo zusammen" fall out because such words are never names. Tested by tests/names/detector_test.cc.
#include "names/evidence.h"

namespace maske::names {

Evidence GreetingBefore(View& view, Index i) {
  if (i == 0 || !view.Has(i - 1)) return {};
  const Index p = i - 1;
  const std::uint32_t gap = view.gap(p);
  if (gap != kGapBlank && gap != (kGapBlank | kGapComma)) return {};
  if ((view.roles(p) & kGreeting) == 0) return {};
  const std::uint32_t ahead = view.before(p);
  const bool begins = view.AtLineBegin(p) || (ahead & (kGapComma | kGapDot | kGapMark | kGapEnd)) != 0 ||
                      (p > 0 && view.Has(p - 1) && (view.roles(p - 1) & (kGreeting | kLinker)) != 0);
  if (!begins) return {};
  return {Rule::kGreeting, Trust::kMedium, 0.9F};
}

}  // namespace maske::names
