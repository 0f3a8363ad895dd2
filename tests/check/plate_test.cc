// Vehicle plates of Germany and Austria: districts, lengths, forms.
#include <gtest/gtest.h>

#include "check/probe.h"

namespace maske::check {
namespace {

TEST(Plate, Germany) {
  ExpectCases({{"plate_de", "B-MW 1234", true},
               {"plate_de", "HH AB 123E", true},
               {"plate_de", "MYK-AZ 999", true},
               {"plate_de", "M-A 1", true},
               {"plate_de", "LÖB-A 12H", true},
               {"plate_de", "M-AB 12 04/10", true},
               {"plate_de", "QQQ-AB 123", false},
               {"plate_de", "B-MWX 123", false},
               {"plate_de", "B-MW 0123", false},
               {"plate_de", "B-MW 12345", false},
               {"plate_de", "MYK-AZ 9999", false},  // nine characters
               {"plate_de", "M-AB 12 04/13", false},
               {"plate_de", "M-AB 12X", false},
               {"plate_de", "BMW1234", false},
               {"plate_de", "B-1234", false}});
}

TEST(Plate, Austria) {
  ExpectCases({{"plate_at", "W-12345A", true},
               {"plate_at", "GU 123 AB", true},
               {"plate_at", "QQ 123 AB", false},
               {"plate_at", "W 012 AB", false},
               {"plate_at", "W 12", false},
               {"plate_at", "W 1 A", false}});
}

}  // namespace
}  // namespace maske::check
