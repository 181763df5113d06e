#include "store/store.h"

#include "base/errors.h"
#include "support/results.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>
#include <catch2/catch.hpp>

#include <bit>
#include <cstdint>
#include <limits>

using namespace graduasi;
using namespace graduasi::testing;
namespace fs = std::filesystem;

namespace {

RunIdentity const some_run{"1.0 (abc)", {{"run.seed", "1"}, {"population.households", "20000"}}};

/// Another figure in every cell, with some that have no short decimal form, and NaN.
RunResults filled_results() {
  auto results = two_policies(1, 3, 24);
  results.subgroups = {"all", "area:Aceh"};
  make_slots(results);
  for (std::size_t i = 0; i < results.series.size(); ++i) {
    auto const rows = recorded_months(results, i % 2).size();
    results.series[i].values.resize(static_cast<Eigen::Index>(rows),
                                    static_cast<Eigen::Index>(measures().size()));
    for (Eigen::Index k = 0; k < results.series[i].values.size(); ++k)
      results.series[i].values(k) =
          k % 7 == 0 ? not_defined : static_cast<double>(k + 1) / static_cast<double>(3 * (i + 1));
  }
  return results;
}

RunResults empty_like(RunResults const& results) {
  auto empty = results;
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

/// While it lives, no file of SQLite has memory that processes share: as in folders of networks and
/// of other machines.
class NoSharedMemory {
 public:
  NoSharedMemory() {
    usual = sqlite3_vfs_find(nullptr);
    without = *usual;
    without.zName = "no-shared-memory";
    without.xOpen = [](sqlite3_vfs*, char const* name, sqlite3_file* file, int flags, int* out) {
      auto const code = usual->xOpen(usual, name, file, flags, out);
      // A log and a journal have other functions, without locks.
      if (code != SQLITE_OK || (flags & SQLITE_OPEN_MAIN_DB) == 0) return code;
      methods = *file->pMethods;
      methods.xShmMap = [](sqlite3_file*, int, int, int, void volatile**) {
        return SQLITE_IOERR_SHMMAP;
      };
      file->pMethods = &methods;
      return code;
    };
    sqlite3_vfs_register(&without, 1);
  }
  ~NoSharedMemory() {
    sqlite3_vfs_unregister(&without);
    sqlite3_vfs_register(usual, 1);
  }

 private:
  inline static sqlite3_vfs* usual = nullptr;
  inline static sqlite3_vfs without;
  inline static sqlite3_io_methods methods;
};

/// Carries out one statement, as another program would.
void change(fs::path const& file, char const* statement) {
  SQLite::Database(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec(statement);
}

/// A closed store of one simulation, which is not that of all zeros.
void make_store(fs::path const& file) {
  Store store(file, some_run);
  store.keep(filled_results(), {1, 0, 0, 2});
  store.keep_population({1, 0, 0, 2}, std::vector<std::uint64_t>{1, 2, 3, 4});
  store.close();
}

/// What going on from a store says, or "accepted".
std::string load_of(fs::path const& file) {
  return refusal_of<FileError>([&] {
    Store const store(file, some_run);
    auto results = empty_like(filled_results());
    store.load(results);
    store.population({1, 0, 0, 2});
  });
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

TEST_CASE("store: what is kept comes back to the last bit", "[unit][store]") {
  TemporaryFolder const place;
  auto results = filled_results();
  Simulation const kept{1, 0, 0, 2}, also{0, 0, 0, 1};
  std::vector<std::uint64_t> const words = {~std::uint64_t{0}, 7};
  {
    Store store(place / "a.sqlite", some_run);
    store.keep(results, kept);
    store.keep(results, also);
    store.keep_population(kept, words);
    // Nothing is closed in an orderly way.
  }
  Store const again(place / "a.sqlite", some_run);
  auto loaded = empty_like(results);
  again.load(loaded);
  CHECK(again.simulations() == 2);
  CHECK(finished_simulations(loaded) == 2);
  CHECK(again.population(kept) == words);
  CHECK_THROWS_AS(again.population({0, 0, 0, 0}), FileError);
  for (auto const& simulation : {kept, also}) {
    REQUIRE(loaded.finished[loaded.index_of(simulation)]);
    for (std::size_t s = 0; s < 2; ++s)
      CHECK(has_equal_bits(loaded.series[loaded.slot(simulation, s)],
                           results.series[results.slot(simulation, s)]));
  }
}

TEST_CASE("store: a replicate that is not asked for stays out", "[unit][store]") {
  TemporaryFolder const place;
  auto const results = filled_results();
  Store store(place / "a.sqlite", some_run);
  for (std::size_t r = 0; r < 3; ++r) store.keep(results, {0, 0, 0, r});
  auto fewer = results;
  fewer.replicates = 2;
  make_slots(fewer);
  store.load(fewer);
  CHECK(finished_simulations(fewer) == 2);
}

TEST_CASE("store: another run or program is refused by what differs", "[unit][store]") {
  TemporaryFolder const place;
  auto const file = place / "a.sqlite";
  {
    Store store(file, some_run);
    store.keep(filled_results(), {});
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

TEST_CASE("store: one without a simulation goes away, one that is closed stays", "[unit][store]") {
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

TEST_CASE("store: tables hold what the CSV files hold", "[unit][store]") {
  TemporaryFolder const place;
  auto const csv = place / "curves.csv";
  std::ofstream(csv) << "policy,month,measure,mean\n"
                        "2025,0,active,10000000\n"
                        "\"a, \"\"b\"\"\",12,poor_share,0.25\n"
                        "plain,24,cost,\n"
                        "\"# two\nlines\",36,cost,1\n";
  Store store(place / "a.sqlite", some_run);
  store.write_tables({{"curves", csv, {"policy", "measure"}}});
  store.write_tables({{"curves", csv, {"policy", "measure"}}});  // in place of the first
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
  REQUIRE(rows.executeStep());
  CHECK(rows.getColumn(0).getString() == "# two\nlines");
  CHECK_FALSE(rows.executeStep());
}

TEST_CASE("store: simulations that tell too much are gone from the file", "[unit][store]") {
  TemporaryFolder const place;
  auto const file = place / "a.sqlite";
  {
    auto results = filled_results();
    // A mark that would be found in the bytes of the file.
    results.series[0].values(3) = std::bit_cast<double>(std::uint64_t{0x4142434445464748});
    Store store(file, some_run);
    store.keep(results, {});
    store.forget_simulations();
    store.close();
  }
  CHECK(content_of(file).find("HGFEDCBA") == std::string::npos);
  CHECK(refusal(file, some_run).find("keeps no simulations to resume from") != std::string::npos);
}

TEST_CASE("store: a file of something else is left alone", "[unit][store]") {
  TemporaryFolder const place;
  auto const file = place / "a.sqlite";
  std::ofstream(file) << std::string(5000, 'x');
  auto const refused = refusal_of<FileError>([&] { Store(file, some_run); });
  CHECK(refused.find("is damaged, or no store of a run") != std::string::npos);
  CHECK(content_of(file) == std::string(5000, 'x'));
}

TEST_CASE("store: a simulation whose bytes, length or numbers were changed is refused",
          "[unit][store]") {
  TemporaryFolder const place;
  auto const file = place / "a.sqlite";
  for (auto const* const damage :
       {"UPDATE pieces SET figures = zeroblob(length(figures))",
        "UPDATE pieces SET figures = substr(figures, 9)", "UPDATE pieces SET figures = x''",
        "UPDATE pieces SET replicate = 1", "UPDATE pieces SET sha256 = ''",
        "UPDATE populations SET words = x''", "UPDATE populations SET words = zeroblob(32)"}) {
    INFO(damage);
    fs::remove(file);
    make_store(file);
    CHECK(load_of(file) == "accepted");
    change(file, damage);
    CHECK(load_of(file) == file.string() + ": a simulation is damaged; run again with --force");
  }
}

TEST_CASE("store: a figure that is infinite is refused, though its hash is right",
          "[unit][store]") {
  TemporaryFolder const place;
  auto const file = place / "a.sqlite";
  auto results = filled_results();
  results.series[0].values(3) = std::numeric_limits<double>::infinity();
  {
    Store store(file, some_run);
    store.keep(results, {});
    store.close();
  }
  CHECK(load_of(file) == file.string() + ": a simulation is damaged; run again with --force");
}

TEST_CASE("store: simulations that do not say of which run they are are refused", "[unit][store]") {
  TemporaryFolder const place;
  auto const file = place / "a.sqlite";
  make_store(file);
  change(file, "DELETE FROM run");
  CHECK(load_of(file) ==
        file.string() + ": does not say which run its simulations are of; run again with --force");
}

TEST_CASE("store: a database of something else is neither taken over nor removed",
          "[unit][store]") {
  TemporaryFolder const place;
  auto const file = place / "a.sqlite";
  change(file, "CREATE TABLE mine(x); INSERT INTO mine VALUES(1)");
  auto const before = content_of(file);
  CHECK(
      load_of(file) ==
      file.string() +
          ": is not a store of this program but of something else, perhaps of an earlier version; "
          "choose another folder with --output, or begin anew with --force");
  CHECK(content_of(file) == before);
}

TEST_CASE("store: one that was there before stays, even when it keeps nothing", "[unit][store]") {
  TemporaryFolder const place;
  auto const file = place / "a.sqlite";
  make_store(file);
  change(file, "DELETE FROM pieces");
  { Store const store(file, some_run); }
  CHECK(fs::exists(file));
}

TEST_CASE("store: a trigger of a stranger is not carried out", "[unit][store]") {
  TemporaryFolder const place;
  auto const file = place / "a.sqlite";
  make_store(file);
  change(file, "CREATE TRIGGER t AFTER INSERT ON pieces BEGIN UPDATE run SET value = 'evil'; END");
  {
    Store store(file, some_run);
    store.keep(filled_results(), {});
  }
  CHECK(load_of(file) == "accepted");
}

TEST_CASE("store: a link is not followed", "[unit][store]") {
  TemporaryFolder const place, other;
  make_store(other / "mine");
  auto const before = content_of(other / "mine");
  for (auto const* const name : {"mine", "new"}) {
    auto const file = place / name;
    fs::create_symlink(other / name, file);
    CHECK(load_of(file) ==
          file.string() +
              ": is a link, which is not followed; remove it, or choose another folder with "
              "--output");
  }
  CHECK(content_of(other / "mine") == before);
  CHECK_FALSE(fs::exists(other / "new"));
  // What SQLite puts beside it is not written through a link either.
  std::ofstream(other / "log") << "precious";
  for (auto const* const part : {"-wal", "-shm", "-journal"})
    fs::create_symlink(other / "log", place / (std::string("b") + part));
  refusal_of<FileError>([&] { make_store(place / "b"); });
  CHECK(content_of(other / "log") == "precious");
  // The way to the folder may hold links.
  fs::create_directory_symlink(other.path(), place / "way");
  make_store(place / "way/c");
  CHECK(load_of(other / "c") == "accepted");
}

TEST_CASE("store: it works where processes cannot share memory", "[unit][store]") {
  TemporaryFolder const place;
  auto const file = place / "a.sqlite";
  NoSharedMemory const here;
  {
    Store store(file, some_run);
    store.keep(filled_results(), {0, 0, 0, 1});
    // Nothing is closed in an orderly way.
  }
  make_store(file);
  CHECK(load_of(file) == "accepted");
  Store const again(file, some_run);
  CHECK(again.simulations() == 2);
}

TEST_CASE("store: nobody can hold up a run that has begun", "[unit][store]") {
  TemporaryFolder const place;
  auto const file = place / "a.sqlite";
  Store store(file, some_run);
  store.keep(filled_results(), {});
  SQLite::Database other(file.string(), SQLite::OPEN_READWRITE);
  for (auto const* const statement : {"BEGIN; SELECT count(*) FROM pieces", "BEGIN IMMEDIATE"})
    CHECK_THROWS_AS(other.exec(statement), SQLite::Exception);
  store.keep(filled_results(), {0, 0, 0, 1});
  store.close();
  CHECK_FALSE(fs::exists(place / "a.sqlite-wal"));
}

TEST_CASE("store: one with families of a survey may be read by its owner alone", "[unit][store]") {
  TemporaryFolder const place;
  for (bool const is_private : {true, false}) {
    auto const file = place / (is_private ? "private" : "usual");
    Store store(file, some_run, is_private);
    store.keep(filled_results(), {});
    for (auto const* const part : {"", "-wal"}) {
      auto const others = fs::status(file.string() + part).permissions() &
                          (fs::perms::group_all | fs::perms::others_all);
      CHECK((others == fs::perms::none) == is_private);
    }
  }
}

TEST_CASE("store: parts of a run are taken over all together or not at all", "[unit][store]") {
  TemporaryFolder const place;
  auto const results = filled_results();
  auto const part = [&](char const* name, RunIdentity const& identity, std::size_t replicate) {
    Store store(place / name, identity);
    store.keep(results, {0, 0, 0, replicate});
    store.close();
    return place / name;
  };
  auto const first = part("first", some_run, 0), second = part("second", some_run, 1);
  auto const other = part("other", {some_run.program, {{"run.seed", "2"}}}, 2);
  Store whole(place / "whole", some_run);
  try {
    whole.take_over({first, other});
    FAIL("a part of another run was taken over");
  } catch (ScenarioError const& error) {
    CHECK(error.problems.front().place == "merge");
    CHECK(error.problems.front().text.find("run.seed is 2 there and 1 here") != std::string::npos);
  }
  CHECK(whole.simulations() == 0);
  CHECK_THROWS_AS(whole.take_over({first, place / "none"}), FileError);
  CHECK(whole.simulations() == 0);
  whole.take_over({first, second});
  auto loaded = empty_like(results);
  whole.load(loaded);
  CHECK(finished_simulations(loaded) == 2);
}
