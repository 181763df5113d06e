#include "base/columns.h"
#include "base/contract.h"
#include "base/member_track.h"

#include <catch2/catch.hpp>

#include <cstdint>

using namespace graduasi;

TEST_CASE("columns: sizes are padded to whole registers of 16 lanes", "[unit]") {
  CHECK(padded(0) == 0);
  CHECK(padded(1) == 16);
  CHECK(padded(16) == 16);
  CHECK(padded(17) == 32);
  CHECK(padded(300) == 304);
}

TEST_CASE("columns: a column begins at a multiple of 64 bytes", "[unit]") {
  for (Eigen::Index size : {16, 48, 4096}) {
    Column<float> floats(size);
    Column<std::uint32_t> words(size);
    CHECK(reinterpret_cast<std::uintptr_t>(floats.data()) % 64 == 0);
    CHECK(reinterpret_cast<std::uintptr_t>(words.data()) % 64 == 0);
    CHECK(view(floats).size() == static_cast<std::size_t>(size));
    CHECK(view(words).data() == words.data());
  }
}

TEST_CASE("contract: a broken one names the place and what should hold", "[unit]") {
  CHECK_NOTHROW(expects(true, "nothing is wrong"));
  try {
    expects(false, "families are counted once");
    FAIL("no contract was broken");
  } catch (BrokenContract const& broken) {
    std::string const text = broken.what();
    CHECK(text.find("columns_test.cpp:") != std::string::npos);
    CHECK(text.find(": expected that families are counted once") != std::string::npos);
  }
}

TEST_CASE("member track: a child is born so that every school change falls in a July", "[unit]") {
  // After k quarters a byte born in quarter q has grown by k, and SD begins at 32 in quarter 0.
  for (int quarter = 0; quarter < 4; ++quarter) {
    int const until_primary = 32 - static_cast<int>(track::newborn(quarter));
    INFO("born in school quarter " << quarter);
    CHECK((quarter + until_primary) % 4 == 0);
    CHECK(until_primary >= 24);  // 6.0 years
    CHECK(until_primary <= 27);  // 6.75 years
  }
  CHECK(track::newborn(0) == 8);
  CHECK(track::newborn(1) == 5);
  CHECK(track::newborn(2) == 6);
  CHECK(track::newborn(3) == 7);
}

TEST_CASE("member track: adults count quarters from 50 and stand still in the end", "[unit]") {
  CHECK(track::adult_of(200) == 128);
  CHECK(track::adult_of(201) == 129);
  CHECK(track::adult_of(240) == track::elderly_from(60));
  CHECK(track::elderly_from(60) == 168);
  CHECK(track::elderly_from(70) == 208);
  CHECK(track::adult_of(327) == 255);
  CHECK(track::adult_of(400) == 255);
}

TEST_CASE("member track: a fifth member has no place", "[unit]") {
  std::uint32_t word = 0;
  for (std::uint32_t byte : {40u, 60u, 127u, 200u}) word = track::with_member(word, byte);
  CHECK(word == 0xc87f3c28u);
  CHECK(track::with_member(word, 33) == word);
  CHECK(track::member(word, 2) == track::disabled);
  CHECK(track::with_member(0xc8003c28u, 33) == 0xc8213c28u);  // the first empty place
}
