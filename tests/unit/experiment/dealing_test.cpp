#include "experiment/dealing.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <numeric>
#include <vector>

using namespace graduasi;

namespace {

/// Pieces that each rank has a part in, counted by how much of them it does.
std::vector<double> work_of(std::vector<RankGroup> const& takers, std::size_t ranks) {
  std::vector<double> work(ranks);
  for (auto const& group : takers) {
    for (std::size_t rank = 0; rank < ranks; ++rank)
      work[rank] += group.has(rank) ? 1.0 / static_cast<double>(group.count) : 0;
  }
  return work;
}

Programme programme_of(std::vector<std::size_t> const& slots) {
  Programme programme;
  std::size_t first = 0;
  for (auto const size : slots) {
    District district{};
    district.first_slot = first;
    district.slots = size;
    programme.districts.push_back(district);
    first += size;
  }
  return programme;
}

}  // namespace

TEST_CASE("dealing: where pieces go evenly into ranks, each takes its own in turn", "[unit]") {
  auto const takers = deal_pieces(6, 3, 1);
  REQUIRE(takers.size() == 6);
  for (std::size_t piece = 0; piece < 6; ++piece) CHECK(takers[piece] == RankGroup{piece % 3, 1});
}

TEST_CASE("dealing: pieces that are left over are shared, so that all ranks end together",
          "[unit]") {
  for (auto const& [pieces, ranks] : std::vector<std::pair<std::size_t, std::size_t>>{
           {1, 2}, {1, 3}, {3, 2}, {3, 4}, {5, 4}, {7, 2}, {2, 4}, {65, 64}}) {
    INFO(pieces << " pieces, " << ranks << " ranks");
    auto const takers = deal_pieces(pieces, ranks, 1);
    CHECK(takers.size() == pieces);
    auto const work = work_of(takers, ranks);
    double const mean = static_cast<double>(pieces) / static_cast<double>(ranks);
    for (double const of_rank : work) CHECK(of_rank == Approx(mean).epsilon(1e-12));
  }
  // As few ranks as possible share one: half of four ranks each, not all of them both.
  CHECK(deal_pieces(2, 4, 1) == std::vector<RankGroup>{{0, 2}, {2, 2}});
  CHECK(deal_pieces(3, 2, 1) == std::vector<RankGroup>{{0, 1}, {1, 1}, {0, 2}});
  CHECK(deal_pieces(0, 2, 1).empty());
  // Nobody is idle for long, and no piece is shared by so many that making it ready takes longest.
  CHECK(deal_pieces(60, 64, 1).front().count == 1);
  auto const work = work_of(deal_pieces(36, 64, 1), 64);
  CHECK(std::ranges::max(work) < 1.1 * 36 / 64);
}

TEST_CASE("dealing: no piece has fewer ranks than its size asks for", "[unit]") {
  for (std::size_t least = 1; least <= 5; ++least) {
    for (std::size_t pieces = 1; pieces <= 7; ++pieces) {
      for (auto const& group : deal_pieces(pieces, 5, least)) {
        CHECK(group.count >= least);
        CHECK(group.first + group.count <= 5);
      }
    }
  }
  CHECK(deal_pieces(4, 5, 2) == std::vector<RankGroup>{{0, 2}, {2, 3}, {0, 2}, {2, 3}});
}

TEST_CASE("dealing: districts go to whoever has the fewest families", "[unit]") {
  auto const programme = programme_of({32, 96, 64, 64, 16, 16});
  std::vector<std::size_t> const largest_first = {1, 2, 3, 0, 4, 5};
  CHECK(deal_districts(programme, largest_first, 1) == std::vector<std::size_t>(6, 0));
  // 96 and 32 and 16 against 64 and 64 and 16.
  CHECK(deal_districts(programme, largest_first, 2) == std::vector<std::size_t>{0, 0, 1, 1, 0, 1});
  // With more ranks than districts some have none.
  auto const many = deal_districts(programme, largest_first, 9);
  CHECK(std::ranges::max(many) == 5);
}

TEST_CASE("dealing: whoever is alone has the whole nation where it always was", "[unit]") {
  auto const programme = programme_of({32, 96, 64});
  auto const share = share_of_districts(programme, {1, 2, 0}, one_rank(), {0, 1});
  CHECK(share.districts == std::vector<std::size_t>{1, 2, 0});
  CHECK(share.first_slots == std::vector<std::size_t>{0, 32, 128});
  CHECK(share.slots == 192);
  CHECK(share.place() == 0);
  std::vector<std::int64_t> values = {3, -1};
  share.sum(values);
  CHECK(values == std::vector<std::int64_t>{3, -1});
  CHECK(share.any(true));
  CHECK_FALSE(share.any(false));
}

TEST_CASE("dealing: alone, one does every task, and what was worked out stays", "[unit]") {
  for (auto const each : {Turns::Each::alone, Turns::Each::together}) {
    Turns const turns(one_rank(), each);
    for (std::size_t task = 0; task < 5; ++task) CHECK(turns.has(task));
    std::vector<double> values = {0.1, -2e300, 0};
    turns.exchange(values);
    CHECK(values == std::vector<double>{0.1, -2e300, 0});
  }
}
