#include "population/islands.h"

#include "population/areas.h"
#include "support/sources.h"
#include "support/told.h"

#include <catch2/catch.hpp>

#include <map>
#include <string>

using namespace graduasi;

namespace {

Areas areas_of(std::string const& head, std::string const& rows) {
  return parse_areas(head +
                         "poverty_rate_pct,poverty_gap_pct,population_thousand,"
                         "poverty_line_rp_month\n" +
                         rows,
                     "a.csv");
}

}  // namespace

TEST_CASE("islands: each has a name in English and in Indonesian", "[unit]") {
  for (std::size_t i = 0; i < island_groups.size(); ++i) {
    CHECK(island_called(island_groups[i].english) == static_cast<int>(i));
    CHECK(island_called(island_groups[i].indonesian) == static_cast<int>(i));
  }
  CHECK(island_called(" jaWA ") == island_called("Java"));
  CHECK_FALSE(island_called("Jav"));
  CHECK(island_meant_by("Jav") == "; did you mean Java?");
}

TEST_CASE("islands: every province that ships is on one, as BPS groups them", "[unit]") {
  auto const areas = read_areas(testing::source_folder() / "scenarios" / "data" / "provinces.csv");
  std::map<int, int> provinces;
  for (auto const& area : areas.rows) ++provinces[area.island];
  CHECK(provinces == std::map<int, int>{{0, 10}, {1, 6}, {2, 3}, {3, 5}, {4, 6}, {5, 2}, {6, 6}});
}

TEST_CASE("islands: districts are on that of their province, or on the one in the column",
          "[unit]") {
  auto const by_province = areas_of("province,district,", "Jawa Barat,Bogor,7,1.1,5000,550000\n");
  CHECK(by_province.rows[0].island == *island_called("Java"));
  auto const by_column =
      areas_of("area,island,", "North,Papua,7,1.1,5000,550000\nSouth,Jawa,7,1.1,5000,550000\n");
  CHECK(by_column.rows[0].island == *island_called("Papua"));
  CHECK(by_column.rows[1].island == *island_called("Java"));
  CHECK(areas_of("area,", "North,7,1.1,5000,550000\n").rows[0].island == -1);
}

TEST_CASE("islands: a column with another word is refused with those that are known", "[unit]") {
  auto const said =
      testing::refusal_of([] { areas_of("area,island,", "North,Jwa,7,1.1,5000,550000\n"); });
  CHECK(said ==
        "a.csv:2:7: island is Jwa; it must be one of Sumatra (Sumatera), Java (Jawa), Bali and "
        "Nusa Tenggara (Bali dan Nusa Tenggara), Kalimantan, Sulawesi, Maluku and Papua; did you "
        "mean Jawa?");
}
