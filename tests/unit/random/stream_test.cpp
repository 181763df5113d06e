#include "random/stream.h"

#include <catch2/catch.hpp>

#include <set>
#include <string>
#include <tuple>
#include <vector>

using namespace graduasi;

namespace {

/// When a question is asked: a place of the counter's second word.
enum class When { month, first_day, number_of_facilitator, quarter_ago };

/// One word of one block. A place that is moved or given twice changes every published figure.
struct Place {
  std::string question;
  Domain who;
  When when;
  std::uint32_t block;
  int word;
};

void ask(std::vector<Place>& places, Domain who, When when, std::uint32_t block,
         std::vector<std::string> const& questions) {
  for (std::size_t word = 0; word < questions.size(); ++word) {
    if (!questions[word].empty())
      places.push_back({questions[word], who, when, block, static_cast<int>(word)});
  }
}

/// Every question that is asked, written out by hand with its number.
std::vector<Place> all_places() {
  std::vector<Place> p;
  auto const household = Domain::household;
  ask(p, household, When::month, 0, {"shock", "survey", "setback", "attendance"});     // no more
  ask(p, household, When::month, 1, {"visit", "check", "own request", "reluctance"});  // no more
  ask(p, household, When::month, 2,
      {"sight", "sight, second word", "decision and reluctance", "approval"});
  ask(p, household, When::month, 3, {"return"});
  ask(p, household, When::month, 4, {"risks a", "risks b", "birth", "moves"});       // no more
  ask(p, household, When::month, 5, {"referral", "business", "work", "card"});       // no more
  ask(p, household, When::month, 6, {"lasting", "the same", "leavers", "leavers"});  // no more
  ask(p, household, When::month, 7,
      {"shock and survey", "the same, second word", "setback and attendance", "visit and check"});
  ask(p, household, When::month, 8, {"risks a", "risks b", "leavers a", "leavers b"});
  ask(p, household, When::month, 9,
      {"lasting shock", "the same, second word", "referral and business", "work and card"});
  ask(p, household, When::first_day, 0, {"base", "shock when chosen", "score", "shock now"});
  ask(p, household, When::first_day, 1,
      {"place in the score", "tenure", "willingness", "common trait"});
  ask(p, household, When::first_day, 2, {"skills", "confidence", "habit", "habit, second word"});
  ask(p, household, When::first_day, 3, {"clash", "savings", "clock", "wait"});
  ask(p, Domain::facilitator, When::number_of_facilitator, 0,
      {"competence", "resilience", "round"});
  ask(p, Domain::district, When::month, 0, {"cycle", "cycle, second word"});
  ask(p, Domain::candidate, When::first_day, 0,
      {"kind of family", "mother's age", "elders", "disabled"});
  for (std::uint32_t block = 1; block <= 3; ++block) {
    ask(p, Domain::candidate, When::first_day, block, {"birth", "birth", "birth", "birth"});
  }
  for (std::uint32_t block = 4; block <= 6; ++block) {
    ask(p, Domain::candidate, When::first_day, block, {"school", "school", "school", "school"});
  }
  ask(p, Domain::candidate, When::first_day, 7, {"home", "home", "home", "home"});
  for (std::uint32_t block : {64u, 65u})  // no more
    ask(p, Domain::candidate, When::quarter_ago, block, {"old", "old", "old", "old"});
  ask(p, Domain::candidate, When::quarter_ago, 66,
      {"risks a", "risks b", "leavers a", "leavers b"});
  return p;
}

}  // namespace

TEST_CASE("stream: no two questions share a place", "[unit]") {
  // Months of a run start at 1, so the first day (0) never meets them; quarters ago start at 0 and
  // share the counter's word with the first day, so there the block must differ.
  std::set<std::tuple<std::uint32_t, int, std::uint32_t, int>> taken;
  for (auto const& place : all_places()) {
    INFO(place.question << ", block " << place.block << ", word " << place.word);
    int const when = place.when == When::quarter_ago ? static_cast<int>(When::first_day)
                                                     : static_cast<int>(place.when);
    CHECK(taken.insert({static_cast<std::uint32_t>(place.who), when, place.block, place.word})
              .second);
  }
}

TEST_CASE("stream: every block keeps the number it has always had", "[unit]") {
  CHECK(static_cast<int>(Domain::household) == 0);
  CHECK(static_cast<int>(Domain::facilitator) == 1);
  CHECK(static_cast<int>(Domain::district) == 2);
  CHECK(static_cast<int>(Domain::candidate) == 3);
  CHECK(static_cast<int>(Domain::arm) == 4);
  CHECK(static_cast<int>(Domain::parameter) == 7);
  CHECK(static_cast<int>(Monthly::assessment) == 2);
  CHECK(static_cast<int>(Monthly::everyday) == 7);
  CHECK(static_cast<int>(Monthly::members) == 8);
  CHECK(static_cast<int>(Monthly::livelihood) == 9);
  CHECK(static_cast<int>(Start::welfare) == 0);
  CHECK(static_cast<int>(Start::rank) == 1);
  CHECK(static_cast<int>(Start::traits) == 2);
  CHECK(static_cast<int>(Start::rest) == 3);
  CHECK(static_cast<int>(Start::livelihood) == 4);
  CHECK(static_cast<int>(Hired::person) == 0);
  CHECK(static_cast<int>(Hired::conduct) == 3);
  CHECK(static_cast<int>(DistrictBlock::cycle) == 0);
  CHECK(static_cast<int>(Candidate::people) == 0);
  CHECK(static_cast<int>(Candidate::births) == 1);
  CHECK(static_cast<int>(Candidate::schooling) == 4);
  CHECK(static_cast<int>(Candidate::home) == 7);
  CHECK(static_cast<int>(Candidate::ageing) == 66);
}
