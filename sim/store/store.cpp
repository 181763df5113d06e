#include "store/store.h"

#include "base/contract.h"
#include "base/csv_reader.h"
#include "base/errors.h"
#include "base/files.h"
#include "store/database.h"
#include "store/rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>

namespace graduasi {

namespace {

namespace fs = std::filesystem;

/// Of the tables below and of what a simulation in them is; another number is refused. From 2 on
/// every parameter draw has luck of its own and every simulation its hash.
constexpr std::string_view store_format = "2";

constexpr char const* schema = R"(
  CREATE TABLE IF NOT EXISTS run(path TEXT PRIMARY KEY, value TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS pieces(policy INTEGER, variant INTEGER, draw INTEGER,
    replicate INTEGER, figures BLOB NOT NULL, sha256 TEXT NOT NULL, PRIMARY KEY(policy, variant, draw, replicate));
  CREATE TABLE IF NOT EXISTS populations(variant INTEGER, draw INTEGER, replicate INTEGER,
    words BLOB NOT NULL, sha256 TEXT NOT NULL, PRIMARY KEY(variant, draw, replicate));)";

/// A row of `run` that says why there are no simulations.
constexpr char const* without_simulations = "without_pieces";

/// Values longer than this are no help in a message.
std::string shortened(std::string const& value) {
  constexpr std::size_t max = 60;
  if (value.empty()) return "nothing";
  return value.size() <= max ? value : value.substr(0, max).append("...");
}

/// What is wrong with a store, where that is said, and what to do about it.
struct Refusal {
  std::string place, remedy;
  fs::path file;

  [[noreturn]] void refuse(std::string const& what) const {
    throw ScenarioError({{place, file.parent_path().string() + ": " + what + "; " + remedy}});
  }
};

using WrittenValues = std::vector<std::pair<std::string, std::string>>;

/// The first value that two runs differ in.
void refuse_another(Refusal const& refusal, WrittenValues const& there, WrittenValues const& here) {
  auto const value_in = [](WrittenValues const& values, std::string const& path) {
    auto const found = std::ranges::find(values, path, &WrittenValues::value_type::first);
    return found == values.end() ? std::string() : found->second;
  };
  for (auto const* const values : {&here, &there}) {
    for (auto const& [path, value] : *values) {
      auto const before = value_in(there, path), now = value_in(here, path);
      if (before == now) continue;
      refusal.refuse(fmt::format("holds a run of another scenario: {} is {} there and {} here",
                                 path, shortened(before), shortened(now)));
    }
  }
}

/// Refuses the store of another run, and of one that keeps no simulations.
/// @param there  its table of values
void refuse_unless_same(Refusal const& refusal, WrittenValues there, RunIdentity const& identity) {
  auto const taken = [&](std::string const& path) {
    auto const found = std::ranges::find(there, path, &WrittenValues::value_type::first);
    auto const value = found == there.end() ? std::string() : found->second;
    if (found != there.end()) there.erase(found);
    return value;
  };
  auto const format = taken("store_format"), program = taken("program");
  bool const is_known = !program.empty() && program != identity.program;
  if (format != store_format || program != identity.program)
    refusal.refuse(
        fmt::format("was begun by graduasi {}, and this is {}: the figures of two "
                    "programs do not mix",
                    is_known ? program : "of another time", identity.program));
  if (auto const reason = taken(without_simulations); !reason.empty()) refusal.refuse(reason);
  refuse_another(refusal, there, identity.values);
}

WrittenValues values_in(SQLite::Database& database) {
  WrittenValues all;
  SQLite::Statement rows(database, "SELECT path, value FROM run ORDER BY rowid");
  while (rows.executeStep()) all.emplace_back(rows.getColumn(0), rows.getColumn(1));
  return all;
}

/// Of a row that begins with policy, variant, draw and replicate.
Simulation simulation_in(SQLite::Statement& row) {
  auto const at = [&](int column) {
    return static_cast<std::size_t>(row.getColumn(column).getInt64());
  };
  return {at(0), at(1), at(2), at(3)};
}

/// Fills in and marks as finished every simulation of the results that is kept, each checked by its
/// hash.
/// @returns whether all have as many figures as the results have room for
bool fill_from(SQLite::Database& database, fs::path const& file, RunResults& results) {
  SQLite::Statement rows(database,
                         "SELECT policy, variant, draw, replicate, figures, sha256 FROM pieces");
  while (rows.executeStep()) {
    Simulation const simulation = simulation_in(rows);
    // More replicates may be there than are asked for.
    if (!results.has(simulation)) continue;
    std::array const numbers = {simulation.policy, simulation.variant, simulation.draw,
                                simulation.replicate};
    auto const bytes = bytes_in(rows.getColumn(4));
    if (hash_of(numbers, bytes) != rows.getColumn(5).getString()) refuse_damaged(file);
    if (!set_figures(results, simulation, bytes)) return false;
    finish(results, simulation);
  }
  return true;
}

/// Columns that hold names, even where a name looks like a number.
/// An empty field stays NULL, which is what it means.
void bind_field(SQLite::Statement& statement, int index, std::string const& field, bool is_text) {
  if (field.empty()) return;
  auto const is_read_as = [&field](auto& number) {
    auto const* const end = field.data() + field.size();
    auto const [stop, error] = std::from_chars(field.data(), end, number);
    return error == std::errc() && stop == end;
  };
  std::int64_t whole = 0;
  double number = 0;
  if (!is_text && is_read_as(whole))
    statement.bind(index, whole);
  else if (!is_text && is_read_as(number))
    statement.bind(index, number);
  else
    statement.bindNoCopy(index, field);
}

/// "prefix(a,b,c)suffix" of three columns.
std::string in_brackets(std::vector<std::string> const& parts) {
  return fmt::format("({})", fmt::join(parts, ","));
}

void write_table(SQLite::Database& database, StoredTable const& table) {
  auto const& [name, file, texts] = table;
  FileStream stream(file);
  CsvReader reader(stream, our_tables, file.string());
  CsvRow fields;
  if (!reader.next(fields)) throw FileError(file.string() + ": cannot be read again");
  std::vector<std::string> columns, marks;
  std::vector<bool> are_texts;
  for (auto const& field : fields) {
    are_texts.push_back(std::ranges::count(texts, field.text) > 0);
    columns.push_back(fmt::format("\"{}\"{}", field.text, are_texts.back() ? " TEXT" : ""));
    marks.emplace_back("?");
  }
  database.exec(fmt::format("DROP TABLE IF EXISTS \"{}\"", name));
  database.exec(fmt::format("CREATE TABLE \"{}\"{}", name, in_brackets(columns)));
  SQLite::Statement insert(database,
                           fmt::format("INSERT INTO \"{}\" VALUES{}", name, in_brackets(marks)));
  while (reader.next(fields)) {
    expects(fields.size() == columns.size(), "a row has a field for every column");
    insert.reset();
    insert.clearBindings();
    for (std::size_t i = 0; i < fields.size(); ++i)
      bind_field(insert, static_cast<int>(i) + 1, fields[i].text, are_texts[i]);
    insert.exec();
  }
  if (!stream.trouble().empty()) throw FileError(file.string() + ": " + stream.trouble());
}

}  // namespace

void remove_store(fs::path const& file, std::error_code& error) {
  for (auto const* const part : {"", "-wal", "-shm"}) {
    fs::remove(file.string() + part, error);
    if (error) return;
  }
}

struct Store::Connection {
  explicit Connection(fs::path const& file) : database(open_database(file)) {
    database.exec("PRAGMA synchronous=NORMAL");
    database.exec("PRAGMA wal_autocheckpoint=8192");  // pages, 32 MB
    database.exec("PRAGMA secure_delete=ON");         // what is forgotten is gone
    database.exec(schema);
  }

  void note(std::string const& path, std::string const& value) {
    SQLite::Statement insert(database, "INSERT INTO run VALUES(?, ?)");
    insert.bind(1, path);
    insert.bind(2, value);
    insert.exec();
  }

  SQLite::Database database;
};

Store::Store(fs::path file, RunIdentity const& identity, bool is_private)
    : path_(std::move(file)),
      identity_(identity),
      is_made_(!fs::exists(fs::symlink_status(path_))) {
  if (is_made_) make_database(path_, is_private);
  try {
    begin();
  } catch (...) {
    connection_.reset();
    std::error_code ignored;
    if (is_made_) remove_store(path_, ignored);
    throw;
  }
}

void Store::begin() {
  guarded(path_, [&] {
    connection_ = std::make_unique<Connection>(path_);
    auto const there = values_in(connection_->database);
    if (there.empty() && simulations() > 0)
      throw FileError(path_.string() +
                      ": does not say which run its simulations are of; run again with --force");
    if (there.empty()) {
      SQLite::Transaction whole(connection_->database);
      connection_->note("store_format", std::string(store_format));
      connection_->note("program", identity_.program);
      for (auto const& [path, value] : identity_.values) connection_->note(path, value);
      whole.commit();
      return;
    }
    refuse_unless_same({.place = "--resume",
                        .remedy = "give the same, choose another folder with --output, or begin "
                                  "anew with --force",
                        .file = path_},
                       there, identity_);
  });
}

Store::~Store() {
  if (!connection_) return;
  try {
    if (!is_made_ || (!is_given_up_ && simulations() > 0)) return;
  } catch (FileError const&) {
    return;  // whatever it holds, it stays
  }
  connection_.reset();
  std::error_code ignored;
  remove_store(path_, ignored);
}

void Store::keep(RunResults const& results, Simulation const& simulation) {
  guarded(path_, [&] {
    std::array const numbers = {simulation.policy, simulation.variant, simulation.draw,
                                simulation.replicate};
    auto const figures = figures_of(results, simulation);
    insert_row(connection_->database, "pieces", numbers,
               bytes_of(std::span<double const>(figures)));
  });
}

void Store::load(RunResults& results) const {
  guarded(path_, [&] {
    if (!fill_from(connection_->database, path_, results)) refuse_damaged(path_);
  });
}

void Store::take_over(std::vector<fs::path> const& others) {
  guarded(path_, [&] {
    SQLite::Transaction whole(connection_->database);
    for (auto const& other : others) {
      try {
        auto database = open_to_read(other);
        refuse_unless_same({.place = "merge",
                            .remedy = "merge the shards of one run by one program",
                            .file = other},
                           values_in(database), identity_);
        copy_rows(database, connection_->database, "pieces", "policy, variant, draw, replicate", 4,
                  "figures", other);
        copy_rows(database, connection_->database, "populations", "variant, draw, replicate", 3,
                  "words", other);
      } catch (SQLite::Exception const& error) {
        throw FileError(
            fmt::format("{}: cannot be read ({}); allow reading it, or run this shard "
                        "again with --force",
                        other.string(), error.what()));
      }
    }
    whole.commit();
  });
}

std::vector<Simulation> Store::kept() const {
  return guarded(path_, [&] {
    SQLite::Statement rows(connection_->database,
                           "SELECT policy, variant, draw, replicate FROM pieces");
    std::vector<Simulation> simulations;
    while (rows.executeStep()) simulations.push_back(simulation_in(rows));
    return simulations;
  });
}

void Store::keep_population(Simulation const& simulation, std::span<std::uint64_t const> words) {
  guarded(path_, [&] {
    std::array const numbers = {simulation.variant, simulation.draw, simulation.replicate};
    insert_row(connection_->database, "populations", numbers, bytes_of(words));
  });
}

std::vector<std::uint64_t> Store::population(Simulation const& simulation) const {
  return guarded(path_, [&] {
    SQLite::Statement row(connection_->database,
                          "SELECT words, sha256 FROM populations WHERE variant = ? AND draw = ? "
                          "AND replicate = ?");
    std::array const numbers = {simulation.variant, simulation.draw, simulation.replicate};
    int index = 0;
    for (auto const number : numbers) row.bind(++index, static_cast<std::int64_t>(number));
    if (!row.executeStep())
      throw FileError(path_.string() + ": lacks families of a simulation; run again with --force");
    auto const bytes = bytes_in(row.getColumn(0));
    if (bytes.empty() || hash_of(numbers, bytes) != row.getColumn(1).getString())
      refuse_damaged(path_);
    std::vector<std::uint64_t> words(bytes.size() / sizeof(std::uint64_t));
    std::memcpy(words.data(), bytes.data(), words.size() * sizeof(std::uint64_t));
    return words;
  });
}

std::size_t Store::simulations() const {
  return guarded(path_, [&] {
    SQLite::Statement count(connection_->database, "SELECT count(*) FROM pieces");
    count.executeStep();
    return static_cast<std::size_t>(count.getColumn(0).getInt64());
  });
}

void Store::forget_simulations() {
  guarded(path_, [&] {
    SQLite::Transaction whole(connection_->database);
    connection_->database.exec("DELETE FROM pieces; DELETE FROM populations");
    connection_->note(without_simulations,
                      "some of its groups rest on too few families of the household file, so it "
                      "keeps no simulations to resume from");
    whole.commit();
    connection_->database.exec("VACUUM");
  });
}

void Store::write_tables(std::vector<StoredTable> const& tables) {
  guarded(path_, [&] {
    SQLite::Transaction whole(connection_->database);
    for (auto const& table : tables) write_table(connection_->database, table);
    whole.commit();
  });
}

void Store::close() {
  guarded(path_, [&] {
    connection_->database.exec("PRAGMA synchronous=FULL");
    // Without a log beside it the file can be moved, and read where nothing can be written.
    connection_->database.exec("PRAGMA journal_mode=DELETE");
    connection_.reset();
  });
}

bool read_simulations(fs::path const& file, RunResults& results) {
  return guarded(file, [&] {
    auto database = open_to_read(file);
    return fill_from(database, file, results);
  });
}

}  // namespace graduasi
