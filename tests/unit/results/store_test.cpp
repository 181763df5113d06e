#include "results/store.h"

#include "base/errors.h"
#include "results_support.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <catch2/catch.hpp>

#include <bit>
#include <cstdint>

using namespace graduasi;
using namespace graduasi::testing;
namespace fs = std::filesystem;

namespace {

RunIdentity const some_run{"1.0 (abc)", {{"run.seed", "1"}, {"population.households", "20000"}}};

/// Another figure in every cell, with some that have no short decimal form, and NaN.
Outcome filled_outcome() {
  auto outcome = two_policies(1, 3, 24);
  outcome.strata = {"all", "area:Aceh"};
  make_slots(outcome);
  for (std::size_t i = 0; i < outcome.series.size(); ++i) {
    auto const rows = recorded_months(outcome, i % 2).size();
    outcome.series[i].values.resize(static_cast<Eigen::Index>(rows),
                                    static_cast<Eigen::Index>(measures().size()));
    for (Eigen::Index k = 0; k < outcome.series[i].values.size(); ++k)
      outcome.series[i].values(k) =
          k % 7 == 0 ? not_defined : static_cast<double>(k + 1) / static_cast<double>(3 * (i + 1));
  }
  return outcome;
}

Outcome empty_like(Outcome const& outcome) {
  auto empty = outcome;
  make_slots(empty);
  return empty;
}

bool has_equal_bits(Series const& a, Series const& b) {
  if (a.values.rows() != b.values.rows() || a.values.cols() != b.values.cols()) return false;
  for (Eigen::Index k = 0; k < a.values.size(); ++k) {
    if (std::bit_cast<std::uint64_t>(a.values(k)) != std::bit_cast<std::uint64_t>(b.values(k)))
      return false;
  }
  return true;
}

std::string refusal(fs::path const& file, RunIdentity const& identity) {
  try {
    Store const store(file, identity);
  } catch (ScenarioError const& error) {
    return error.problems.front().text;
  }
  return "accepted";
}

}  // namespace

TEST_CASE("store: what is kept comes back to the last bit", "[unit][results]") {
  TemporaryFolder const place;
  auto outcome = filled_outcome();
  Piece const kept{1, 0, 0, 2}, also{0, 0, 0, 1};
  std::vector<std::uint64_t> const words = {~std::uint64_t{0}, 7};
  {
    Store store(place / "a.sqlite", some_run);
    store.keep(outcome, kept);
    store.keep(outcome, also);
    store.keep_population(kept, words);
    // Nothing is closed in an orderly way.
  }
  Store const again(place / "a.sqlite", some_run);
  auto loaded = empty_like(outcome);
  again.load(loaded);
  CHECK(again.pieces() == 2);
  CHECK(finished_pieces(loaded) == 2);
  CHECK(again.population(kept) == words);
  CHECK_THROWS_AS(again.population({0, 0, 0, 0}), FileError);
  for (auto const& piece : {kept, also}) {
    REQUIRE(loaded.finished[loaded.place(piece)]);
    for (std::size_t s = 0; s < 2; ++s)
      CHECK(has_equal_bits(loaded.series[loaded.slot(piece, s)],
                           outcome.series[outcome.slot(piece, s)]));
  }
}

TEST_CASE("store: a replicate that is not asked for stays out", "[unit][results]") {
  TemporaryFolder const place;
  auto const outcome = filled_outcome();
  Store store(place / "a.sqlite", some_run);
  for (std::size_t r = 0; r < 3; ++r) store.keep(outcome, {0, 0, 0, r});
  auto fewer = outcome;
  fewer.replicates = 2;
  make_slots(fewer);
  store.load(fewer);
  CHECK(finished_pieces(fewer) == 2);
}

TEST_CASE("store: another run or program is refused by what differs", "[unit][results]") {
  TemporaryFolder const place;
  auto const file = place / "a.sqlite";
  {
    Store store(file, some_run);
    store.keep(filled_outcome(), {});
  }
  auto const there = place.path().string();
  auto const remedy =
      "; give the same, choose another folder with --output, or begin anew with --force";
  auto other = some_run;
  other.values[1].second = "40000";
  CHECK(refusal(file, other) == there +
                                    ": holds a run of another scenario: population.households is "
                                    "20000 there and 40000 here" +
                                    remedy);
  auto longer = some_run;
  longer.values.emplace_back("world.skills.on", "false");
  CHECK(refusal(file, longer) == there +
                                     ": holds a run of another scenario: world.skills.on is "
                                     "nothing there and false here" +
                                     remedy);
  auto newer = some_run;
  newer.program = "1.1 (def)";
  CHECK(refusal(file, newer) == there +
                                    ": was begun by graduasi 1.0 (abc), and this is 1.1 (def): the "
                                    "figures of two programs do not mix" +
                                    remedy);
  CHECK(refusal(file, some_run) == "accepted");
  // Until then all parameter draws had one luck.
  SQLite::Database(file.string(), SQLite::OPEN_READWRITE)
      .exec("UPDATE run SET value = '1' WHERE path = 'store_format'");
  CHECK(refusal(file, some_run) == there +
                                       ": was begun by graduasi of another time, and this is 1.0 "
                                       "(abc): the figures of two programs do not mix" +
                                       remedy);
}

TEST_CASE("store: one without a piece goes away, one that is closed stays", "[unit][results]") {
  TemporaryFolder const place;
  { Store const store(place / "a.sqlite", some_run); }
  CHECK(fs::is_empty(place.path()));
  {
    Store store(place / "b.sqlite", some_run);
    store.close();
  }
  CHECK(fs::exists(place / "b.sqlite"));
  CHECK_FALSE(fs::exists(place / "b.sqlite-wal"));
}

TEST_CASE("store: tables hold what the CSV files hold", "[unit][results]") {
  TemporaryFolder const place;
  auto const csv = place / "curves.csv";
  std::ofstream(csv) << "policy,month,measure,mean\n"
                        "2025,0,active,10000000\n"
                        "\"a, \"\"b\"\"\",12,poor_share,0.25\n"
                        "plain,24,cost,\n";
  Store store(place / "a.sqlite", some_run);
  store.write_tables({{"curves", csv}});
  store.write_tables({{"curves", csv}});  // in place of the first
  store.close();

  SQLite::Database database((place / "a.sqlite").string());
  SQLite::Statement rows(database, "SELECT policy, month, measure, mean FROM curves");
  REQUIRE(rows.executeStep());
  CHECK(rows.getColumn(0).isText());  // a name, whatever it looks like
  CHECK(rows.getColumn(0).getString() == "2025");
  CHECK(rows.getColumn(3).isInteger());
  CHECK(rows.getColumn(3).getInt64() == 10000000);
  REQUIRE(rows.executeStep());
  CHECK(rows.getColumn(0).getString() == "a, \"b\"");
  CHECK(rows.getColumn(3).getDouble() == 0.25);
  REQUIRE(rows.executeStep());
  CHECK(rows.getColumn(3).isNull());
  CHECK_FALSE(rows.executeStep());
}

TEST_CASE("store: pieces that tell too much are gone from the file", "[unit][results]") {
  TemporaryFolder const place;
  auto const file = place / "a.sqlite";
  {
    auto outcome = filled_outcome();
    // A mark that would be found in the bytes of the file.
    outcome.series[0].values(3) = std::bit_cast<double>(std::uint64_t{0x4142434445464748});
    Store store(file, some_run);
    store.keep(outcome, {});
    store.forget_pieces();
    store.close();
  }
  CHECK(content_of(file).find("HGFEDCBA") == std::string::npos);
  CHECK(refusal(file, some_run).find("keeps no pieces to go on from") != std::string::npos);
}

TEST_CASE("store: a file of something else is left alone", "[unit][results]") {
  TemporaryFolder const place;
  auto const file = place / "a.sqlite";
  std::ofstream(file) << std::string(5000, 'x');
  auto const refused = refusal_of<FileError>([&] { Store(file, some_run); });
  CHECK(refused.find("is damaged, or no store of a run") != std::string::npos);
  CHECK(content_of(file) == std::string(5000, 'x'));
}
