// Wallet addresses and the digests behind them: vectors of FIPS 180-4, of Keccak's authors, BIP 173, BIP 350 and EIP-55.
#include <gtest/gtest.h>

#include <string>

#include "check/digest.h"
#include "check/probe.h"

namespace maske::check {
namespace {

std::string Hex(const Digest& digest) {
  std::string out;
  for (const std::uint8_t byte : digest) {
    out += "0123456789abcdef"[byte >> 4U];
    out += "0123456789abcdef"[byte & 15U];
  }
  return out;
}

TEST(Digests, Sha256) {
  EXPECT_EQ(Hex(Sha256("")), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(Hex(Sha256("abc")), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(Hex(Sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  EXPECT_EQ(Hex(Sha256(std::string(1000, 'a'))), "41edece42d63e8d9bf515a9ba6932e1c20cbc9f5a5d134645adb5db1b9737ea3");
}

TEST(Digests, Keccak256) {
  EXPECT_EQ(Hex(Keccak256("")), "c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470");
  EXPECT_EQ(Hex(Keccak256("abc")), "4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45");
}

TEST(Wallet, Bitcoin) {
  ExpectCases({{"bitcoin", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", true},
               {"bitcoin", "3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy", true},
               {"bitcoin", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb", false},
               {"bitcoin", "1111111111111111111114oLvT2", true},
               {"bitcoin", "11111111111111111111111111111111111", false},
               {"bitcoin", "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4", true},
               {"bitcoin", "BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4", true},
               {"bitcoin", "bc1qW508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4", false},
               {"bitcoin", "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0", true},
               {"bitcoin", "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5", false},
               {"bitcoin", "tb1qw508d6qejxtdg4y5r3zarvary0c5xw7kxpjzsx", false}});
}

TEST(Wallet, Ethereum) {
  ExpectCases({{"ethereum", "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", true},
               {"ethereum", "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359", true},
               {"ethereum", "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD", false},
               {"ethereum", "0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed", false},
               {"ethereum_any", "0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed", true},
               {"ethereum_any", "0x5AAEB6053F3E94C9B9A09F33669435E7EF1BEAED", true},
               {"ethereum_any", "0x0000000000000000000000000000000000000000", false},
               {"ethereum_any", "0x5aaeb6053f3e94c9b9a09f33669435e7ef1beae", false}});
}

}  // namespace
}  // namespace maske::check
