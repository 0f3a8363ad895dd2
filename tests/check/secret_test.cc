// Values behind "password:": what people choose, and what programs and manuals put there.
#include <gtest/gtest.h>

#include "check/probe.h"

namespace maske::check {
namespace {

TEST(Secret, ValuesThatPeopleChoose) {
  for (const char* value :
       {"Sommer2024!", "hunter2", "geheim#1", "s3cr3t-value", "A1b2C3d4", "p@ss", "correct-horse-battery", "xK!qz"}) {
    EXPECT_TRUE(Accepts("secret_value", value)) << value;
  }
  for (const char* value : {"Sommer2024!", "hunter2", "4711", "x7-Y9q"})
    EXPECT_TRUE(Accepts("secret_strong", value)) << value;
  for (const char* value : {"Sonnenblume", "swordfish", "Apfelbaum."})
    EXPECT_TRUE(Accepts("secret_word", value)) << value;
}

TEST(Secret, WhatProgramsAndManualsPutThere) {
  for (const char* value : {"bitte", "None", "str,", "${PASSWORD}", "%s", "{{token}}", "<password>", "********", "xxxx",
                            "os.environ[x]", "self.password", "get_password()", "std::string", "config->token",
                            "com.apple.xpc.activity/4505", "Token{78af589", "MY_SECRET", "", "a"}) {
    EXPECT_FALSE(Accepts("secret_value", value)) << value;
  }
  for (const char* value : {"geheim", "wrong", "anders", "E-Mail-Adresse", "f(x1)"})
    EXPECT_FALSE(Accepts("secret_strong", value)) << value;
  for (const char* value : {"Bitte", "NULL", "string", "abc", "....", "${x}"})
    EXPECT_FALSE(Accepts("secret_word", value)) << value;
}

}  // namespace
}  // namespace maske::check
