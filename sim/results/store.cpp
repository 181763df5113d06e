#include "results/store.h"

#include "base/contract.h"
#include "base/errors.h"
#include "results/csv.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <fstream>

namespace graduasi {

namespace {

namespace fs = std::filesystem;

/// Of the tables below and of what a piece in them is; another number is refused. From 2 on every
/// parameter draw has luck of its own.
constexpr std::string_view store_format = "2";

constexpr char const* schema = R"(
  CREATE TABLE IF NOT EXISTS run(path TEXT PRIMARY KEY, value TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS pieces(policy INTEGER, variant INTEGER, draw INTEGER,
    replicate INTEGER, figures BLOB NOT NULL, PRIMARY KEY(policy, variant, draw, replicate));
  CREATE TABLE IF NOT EXISTS populations(variant INTEGER, draw INTEGER, replicate INTEGER,
    words BLOB NOT NULL, PRIMARY KEY(variant, draw, replicate));)";

/// A row of `run` that says why there are no pieces.
constexpr char const* without_pieces = "without_pieces";

std::string why(SQLite::Exception const& error) {
  switch (error.getErrorCode()) {
    case SQLITE_FULL:
      return "the disk is full; free space there, then go on with --resume: what is finished is "
             "kept";
    case SQLITE_IOERR:
      return fmt::format(
          "the disk does not do its work ({}); see to it, then go on with --resume: "
          "what is finished is kept",
          error.getErrorStr());
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return "is damaged, or no store of a run; run again with --force, or choose another folder "
             "with --output";
    default:
      return fmt::format(
          "cannot be used ({}); allow writing there, or choose another folder with "
          "--output",
          error.what());
  }
}

/// Runs `task`; its trouble with the store becomes ours.
template <class Task>
decltype(auto) guarded(fs::path const& file, Task const& task) {
  try {
    return task();
  } catch (SQLite::Exception const& error) {
    throw FileError(file.string() + ": " + why(error));
  }
}

/// Values longer than this are no help in a message.
std::string shortened(std::string const& value) {
  constexpr std::size_t most = 60;
  if (value.empty()) return "nothing";
  return value.size() <= most ? value : value.substr(0, most).append("...");
}

[[noreturn]] void refuse_run(fs::path const& file, std::string const& what) {
  throw ScenarioError({{"--resume", file.parent_path().string() + ": " + what +
                                        "; give the same, choose another folder with --output, or "
                                        "begin anew with --force"}});
}

using Values = std::vector<std::pair<std::string, std::string>>;

/// The first value that two runs differ in.
void refuse_another(fs::path const& file, Values const& there, Values const& here) {
  auto const value_in = [](Values const& values, std::string const& path) {
    auto const found = std::ranges::find(values, path, &Values::value_type::first);
    return found == values.end() ? std::string() : found->second;
  };
  for (auto const* const values : {&here, &there}) {
    for (auto const& [path, value] : *values) {
      auto const before = value_in(there, path), now = value_in(here, path);
      if (before == now) continue;
      refuse_run(file, fmt::format("holds a run of another scenario: {} is {} there and {} here",
                                   path, shortened(before), shortened(now)));
    }
  }
}

/// All figures of a piece, stratum after stratum.
std::vector<double> figures_of(Outcome const& outcome, Piece const& piece) {
  std::vector<double> figures;
  for (std::size_t s = 0; s < outcome.strata.size(); ++s) {
    auto const& values = outcome.series[outcome.slot(piece, s)].values;
    figures.insert(figures.end(), values.data(), values.data() + values.size());
  }
  return figures;
}

/// Columns that hold names, even where a name looks like a number.
bool holds_names(std::string_view column) {
  constexpr auto names = std::to_array<std::string_view>(
      {"policy", "variant", "baseline", "stratum", "measure", "path", "unit", "source"});
  return std::ranges::find(names, column) != names.end();
}

/// An empty field stays NULL, which is what it means.
void bind_field(SQLite::Statement& statement, int place, std::string const& field, bool is_name) {
  if (field.empty()) return;
  auto const is_read_as = [&field](auto& number) {
    auto const* const end = field.data() + field.size();
    auto const [stop, error] = std::from_chars(field.data(), end, number);
    return error == std::errc() && stop == end;
  };
  std::int64_t whole = 0;
  double number = 0;
  if (!is_name && is_read_as(whole))
    statement.bind(place, whole);
  else if (!is_name && is_read_as(number))
    statement.bind(place, number);
  else
    statement.bindNoCopy(place, field);
}

/// "prefix(a,b,c)suffix" of three columns.
std::string in_brackets(std::vector<std::string> const& parts) {
  return fmt::format("({})", fmt::join(parts, ","));
}

void write_table(SQLite::Database& database, std::string const& name, fs::path const& file) {
  std::ifstream stream(file, std::ios::binary);
  std::string line;
  if (!std::getline(stream, line)) throw FileError(file.string() + ": cannot be read again");
  std::vector<std::string> fields;
  split_csv_line(line, fields);
  std::vector<std::string> columns, marks;
  std::vector<bool> are_names;
  for (auto const& field : fields) {
    are_names.push_back(holds_names(field));
    columns.push_back(fmt::format("\"{}\"{}", field, are_names.back() ? " TEXT" : ""));
    marks.emplace_back("?");
  }
  database.exec(fmt::format("DROP TABLE IF EXISTS \"{}\"", name));
  database.exec(fmt::format("CREATE TABLE \"{}\"{}", name, in_brackets(columns)));
  SQLite::Statement insert(database,
                           fmt::format("INSERT INTO \"{}\" VALUES{}", name, in_brackets(marks)));
  while (std::getline(stream, line)) {
    split_csv_line(line, fields);
    expects(fields.size() == columns.size(), "a row has a field for every column");
    insert.reset();
    insert.clearBindings();
    for (std::size_t i = 0; i < fields.size(); ++i)
      bind_field(insert, static_cast<int>(i) + 1, fields[i], are_names[i]);
    insert.exec();
  }
}

}  // namespace

void remove_store(fs::path const& file, std::error_code& error) {
  for (auto const* const part : {"", "-wal", "-shm"}) {
    fs::remove(file.string() + part, error);
    if (error) return;
  }
}

struct Store::Connection {
  explicit Connection(fs::path const& file)
      : database(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE) {
    // With a log a kept piece costs one short write, and a reader never waits for the run.
    database.exec("PRAGMA journal_mode=WAL");
    database.exec("PRAGMA synchronous=NORMAL");
    database.exec("PRAGMA wal_autocheckpoint=8192");  // pages, 32 MB
    database.exec("PRAGMA secure_delete=ON");         // what is forgotten is gone
    database.exec(schema);
  }

  Values values() {
    Values all;
    SQLite::Statement rows(database, "SELECT path, value FROM run ORDER BY rowid");
    while (rows.executeStep()) all.emplace_back(rows.getColumn(0), rows.getColumn(1));
    return all;
  }

  void note(std::string const& path, std::string const& value) {
    SQLite::Statement insert(database, "INSERT INTO run VALUES(?, ?)");
    insert.bind(1, path);
    insert.bind(2, value);
    insert.exec();
  }

  SQLite::Database database;
};

Store::Store(fs::path file, RunIdentity const& identity) : path_(std::move(file)) {
  guarded(path_, [&] {
    connection_ = std::make_unique<Connection>(path_);
    auto there = connection_->values();
    if (there.empty()) {
      SQLite::Transaction whole(connection_->database);
      connection_->note("store_format", std::string(store_format));
      connection_->note("program", identity.program);
      for (auto const& [path, value] : identity.values) connection_->note(path, value);
      whole.commit();
      return;
    }
    auto const taken = [&](std::string const& path) {
      auto const found = std::ranges::find(there, path, &Values::value_type::first);
      auto const value = found == there.end() ? std::string() : found->second;
      if (found != there.end()) there.erase(found);
      return value;
    };
    auto const format = taken("store_format"), program = taken("program");
    bool const is_known = !program.empty() && program != identity.program;
    if (format != store_format || program != identity.program)
      refuse_run(path_, fmt::format("was begun by graduasi {}, and this is {}: the figures of two "
                                    "programs do not mix",
                                    is_known ? program : "of another time", identity.program));
    if (auto const reason = taken(without_pieces); !reason.empty()) refuse_run(path_, reason);
    refuse_another(path_, there, identity.values);
  });
}

Store::~Store() {
  if (!connection_) return;
  try {
    if (pieces() > 0) return;
  } catch (FileError const&) {
    return;  // whatever it holds, it stays
  }
  connection_.reset();
  std::error_code ignored;
  remove_store(path_, ignored);
}

void Store::keep(Outcome const& outcome, Piece const& piece) {
  guarded(path_, [&] {
    auto const figures = figures_of(outcome, piece);
    SQLite::Statement insert(connection_->database,
                             "INSERT OR REPLACE INTO pieces VALUES(?, ?, ?, ?, ?)");
    int place = 0;
    for (auto const number : {piece.policy, piece.variant, piece.draw, piece.replicate})
      insert.bind(++place, static_cast<std::int64_t>(number));
    insert.bindNoCopy(++place, figures.data(), static_cast<int>(figures.size() * sizeof(double)));
    insert.exec();
  });
}

void Store::load(Outcome& outcome) const {
  guarded(path_, [&] {
    SQLite::Statement rows(connection_->database, "SELECT * FROM pieces");
    while (rows.executeStep()) {
      auto const at = [&](int column) {
        return static_cast<std::size_t>(rows.getColumn(column).getInt64());
      };
      Piece const piece{at(0), at(1), at(2), at(3)};
      // More replicates may be there than are asked for.
      if (!outcome.has(piece)) continue;
      auto const column = rows.getColumn(4);
      auto const* from = static_cast<char const*>(column.getBlob());
      auto left = static_cast<std::size_t>(column.getBytes());
      auto const columns = static_cast<Eigen::Index>(measures().size());
      for (std::size_t s = 0; s < outcome.strata.size(); ++s) {
        auto& values = outcome.series[outcome.slot(piece, s)].values;
        values.resize(static_cast<Eigen::Index>(recorded_months(outcome, s).size()), columns);
        auto const bytes = static_cast<std::size_t>(values.size()) * sizeof(double);
        if (bytes > left)
          throw FileError(path_.string() + ": a piece is cut short; run again with --force");
        std::memcpy(values.data(), from, bytes);
        from += bytes;
        left -= bytes;
      }
      finish(outcome, piece);
    }
  });
}

void Store::keep_population(Piece const& piece, std::span<std::uint64_t const> words) {
  guarded(path_, [&] {
    SQLite::Statement insert(connection_->database,
                             "INSERT OR REPLACE INTO populations VALUES(?, ?, ?, ?)");
    int place = 0;
    for (auto const number : {piece.variant, piece.draw, piece.replicate})
      insert.bind(++place, static_cast<std::int64_t>(number));
    insert.bindNoCopy(++place, words.data(), static_cast<int>(words.size_bytes()));
    insert.exec();
  });
}

std::vector<std::uint64_t> Store::population(Piece const& piece) const {
  return guarded(path_, [&] {
    SQLite::Statement row(
        connection_->database,
        "SELECT words FROM populations WHERE variant = ? AND draw = ? AND replicate = ?");
    int place = 0;
    for (auto const number : {piece.variant, piece.draw, piece.replicate})
      row.bind(++place, static_cast<std::int64_t>(number));
    if (!row.executeStep())
      throw FileError(path_.string() + ": lacks families of a piece; run again with --force");
    auto const column = row.getColumn(0);
    std::vector<std::uint64_t> words(static_cast<std::size_t>(column.getBytes()) /
                                     sizeof(std::uint64_t));
    std::memcpy(words.data(), column.getBlob(), words.size() * sizeof(std::uint64_t));
    return words;
  });
}

std::size_t Store::pieces() const {
  return guarded(path_, [&] {
    SQLite::Statement count(connection_->database, "SELECT count(*) FROM pieces");
    count.executeStep();
    return static_cast<std::size_t>(count.getColumn(0).getInt64());
  });
}

void Store::forget_pieces() {
  guarded(path_, [&] {
    SQLite::Transaction whole(connection_->database);
    connection_->database.exec("DELETE FROM pieces; DELETE FROM populations");
    connection_->note(without_pieces,
                      "some of its groups rest on too few families of the household file, so it "
                      "keeps no pieces to go on from");
    whole.commit();
  });
}

void Store::write_tables(std::vector<std::pair<std::string, fs::path>> const& tables) {
  guarded(path_, [&] {
    SQLite::Transaction whole(connection_->database);
    for (auto const& [name, file] : tables) write_table(connection_->database, name, file);
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

}  // namespace graduasi
