#include "base/number_text.h"

#include <catch2/catch.hpp>

using namespace graduasi;

namespace {

using Readings = std::vector<double>;

}  // namespace

TEST_CASE("numbers typed: a point between groups of three may separate thousands", "[unit]") {
  CHECK(groups_thousands("650.000", '.'));
  CHECK(groups_thousands("1.234.567", '.'));
  CHECK(groups_thousands("-12,000", ','));
  for (auto const* const none :
       {"0.123", "1234.567", "12.33", "12.3456", "650", ".000", "1.23.456", "a.000", "1.00x"})
    CHECK_FALSE(groups_thousands(none, '.'));
}

TEST_CASE("numbers typed: every form that an office writes is understood", "[unit]") {
  CHECK(readings_of("12.33") == Readings{12.33});
  CHECK(readings_of("12,33") == Readings{12.33});
  CHECK(readings_of("650.000") == Readings{650, 650000});
  CHECK(readings_of("650,000") == Readings{650, 650000});
  CHECK(readings_of("1.234.567") == Readings{1234567});
  CHECK(readings_of("1.234,56") == Readings{1234.56});
  CHECK(readings_of("1,234.56") == Readings{1234.56});
  CHECK(readings_of("Rp 650.000,00") == Readings{650000});
  CHECK(readings_of("Rp.650.000,-") == Readings{650, 650000});
  CHECK(readings_of("IDR 650000") == Readings{650000});
  CHECK(readings_of("650 000") == Readings{650000});
  CHECK(readings_of("650\xC2\xA0"
                    "000") == Readings{650000});
  CHECK(readings_of("650'000") == Readings{650000});
  CHECK(readings_of("650\xE2\x80\x99"
                    "000") == Readings{650000});
  CHECK(readings_of("'650000") == Readings{650000});
  CHECK(readings_of("12,33 %") == Readings{12.33});
  CHECK(readings_of("1,5 juta") == Readings{1500000});
  CHECK(readings_of("650 ribu") == Readings{650000});
  CHECK(readings_of("12.33\xC2\xA0") == Readings{12.33});
  for (auto const* const none : {"", "ten", "1.2.3", "12,3,4", "-", "1e999", "Rp", "2026-01"})
    CHECK(readings_of(none).empty());
}

TEST_CASE("numbers typed: a suggestion is written as somebody would type it", "[unit]") {
  CHECK(typed_number(650000) == "650000");
  CHECK(typed_number(123456789) == "123456789");
  CHECK(typed_number(100 * 0.1233) == "12.33");
}
