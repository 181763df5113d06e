#include "support/small_nation.h"

#include <catch2/catch.hpp>

using namespace graduasi;

namespace {

/// Lives two years; so many facilitators keep cards.
testing::SmallNation lived(float keepers, float audits) {
  auto nation = testing::small_nation({3000});
  nation.world.card_custody.keepers = keepers;
  nation.world.turnover.on = false;
  nation.levers.card_custody.audits_per_year = audits;
  testing::run(nation);
  return nation;
}

double cards_away(testing::SmallNation const& nation) {
  Tally const& last = nation.tallies.back();
  return static_cast<double>(last[Count::cards_away]) / static_cast<double>(last[Count::active]);
}

std::int64_t dismissed(testing::SmallNation const& nation) {
  std::int64_t sum = 0;
  for (auto const& tally : nation.tallies) sum += tally[Count::facilitators_left];
  return sum;
}

}  // namespace

TEST_CASE("kept cards: who keeps cards holds most of his families'", "[unit]") {
  auto const none = lived(0, 0), all = lived(1, 0);
  CHECK(cards_away(none) < 0.2);
  CHECK(cards_away(all) > 0.6);
  CHECK(dismissed(all) == 0);
}

TEST_CASE("kept cards: audits find keepers, who are dismissed, and cards go back", "[unit]") {
  // Every month an audit, which finds.
  auto const audited = lived(1, 12), honest = lived(0, 12);
  CHECK(dismissed(honest) == 0);
  CHECK(dismissed(audited) > 0);
  CHECK(cards_away(audited) < 0.1);
}

TEST_CASE("kept cards: cards go back on the day their keeper is found", "[unit]") {
  auto nation = testing::small_nation({64});
  auto const h = view(nation.households);
  for (auto& word : h.livelihood) word |= livelihood::card_away.put(1);
  give_cards_back(h.livelihood);
  for (auto const word : h.livelihood) CHECK(livelihood::card_away.get(word) == 0);
}
