// Sessions with operators, for the tests of laws: a key, no limit, any bytes.
#ifndef MASKE_TESTS_LAWS_WITH_OPERATORS_H_
#define MASKE_TESTS_LAWS_WITH_OPERATORS_H_

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "chunks/feed.h"
#include "chunks/letters.h"
#include "laws/plain_key.h"

namespace maske::laws {

inline Session OpenWith(std::vector<TypeOperator> operators, bool one_output = false) {
  Policy policy;
  policy.binary = true;
  policy.vault_limit_bytes = 0;
  policy.one_output = one_output;
  policy.operators = std::move(operators);
  policy.operator_key = std::make_shared<PlainKey>();
  auto session = Session::Create(chunks::SharedFilter(), policy);
  EXPECT_TRUE(session.ok());
  return std::move(session).value();
}

// There and back, whole and in pieces of at most so many bytes.
inline void ExpectRoundTrip(Session* session, const std::string& text, std::uint64_t seed, std::size_t longest = 30) {
  const auto masked = session->Mask(text);
  ASSERT_TRUE(masked.ok());
  ASSERT_EQ(*session->Restore(*masked), text) << chunks::Printable(*masked);
  const auto pieces = chunks::RandomPieces(seed, masked->size(), longest);
  ASSERT_EQ(chunks::RestoreInPieces(*session, *masked, pieces), text) << chunks::Printable(*masked);
}

}  // namespace maske::laws

#endif  // MASKE_TESTS_LAWS_WITH_OPERATORS_H_
