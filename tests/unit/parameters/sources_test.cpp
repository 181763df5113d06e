#include "parameters/sources.h"

#include <catch2/catch.hpp>

using namespace graduasi;

using Codes = std::vector<std::string>;

TEST_CASE("sources: codes in a text are found once each, in order", "[unit]") {
  CHECK(codes_in("S55, D00: 2.5 to 3.9 million, see S55") == Codes{"S55", "D00"});
  CHECK(codes_in("assumption (S168g)") == Codes{"S168g"});
  CHECK(codes_in("E113") == Codes{"E113"});
}

TEST_CASE("sources: a range of codes names all between its ends", "[unit]") {
  CHECK(codes_in("S38-S42: norms") == Codes{"S38", "S39", "S40", "S41", "S42"});
  CHECK(codes_in("E008-E010") == Codes{"E008", "E009", "E010"});
  CHECK(codes_in("S38 - S42") == Codes{"S38", "S42"});
  CHECK(codes_in("S38-E042") == Codes{"S38", "E042"});
}

TEST_CASE("sources: what only looks like a code is none", "[unit]") {
  for (auto const* const text : {"S1", "S1234", "D0", "C019", "XS120", "S120x2", "SD 12", "S_12",
                                 "S120_a", "", "S", "S3-", "assumption"}) {
    INFO(text);
    CHECK(codes_in(text).empty());
  }
  CHECK(codes_in("S38-") == Codes{"S38"});
  CHECK(codes_in("S38-4") == Codes{"S38"});
}

TEST_CASE("sources: a list is read with quotes and commas inside fields", "[unit]") {
  auto const all = read_sources(
      "code,kind,author,year,title,address,says\n"
      "S01,news,\"Antara, Jakarta\",2019,\"A \"\"word\"\"\",https://example.org,what\n");
  REQUIRE(all.size() == 1);
  CHECK(all[0].code == "S01");
  CHECK(all[0].author == "Antara, Jakarta");
  CHECK(all[0].title == "A \"word\"");
  CHECK(all[0].says == "what");
}

TEST_CASE("sources: the list of the program is found by code", "[unit]") {
  REQUIRE(source_of("S120") != nullptr);
  CHECK(source_of("S120")->year == "2026");
  CHECK(source_of("S12") == nullptr);
  CHECK(source_of("") == nullptr);
}
