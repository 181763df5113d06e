// The store of a run: which simulations are finished, with all their figures, and the tables of the
// result, in one SQLite file.
#pragma once

#include "outcome/run_results.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace graduasi {

/// What makes a run this run. Runs that are equal in it have equal simulations.
struct RunIdentity {
  std::string program;  ///< version and commit
  /// Path and value of everything that moves a figure.
  std::vector<std::pair<std::string, std::string>> values;
};

/// A table of the result, which a file holds.
struct StoredTable {
  std::string name;
  std::filesystem::path file;      ///< CSV, with a header
  std::vector<std::string> texts;  ///< columns that hold text in every row
};

/// Removes the file of a store, and what SQLite keeps beside it.
void remove_store(std::filesystem::path const& file, std::error_code& error);

/// Every simulation is kept in one transaction as soon as it is finished, so whatever ends the
/// process costs at most the simulations in work. Numbers are kept to the last bit. One process at
/// a time uses a store; the lock of its folder sees to that.
///
/// All functions throw FileError when the file cannot be read or written; what was kept before
/// stays kept.
class Store {
 public:
  /// Opens the store of a run, or makes an empty one.
  /// @param is_private  a new one may be read by its owner alone: it holds figures of few families
  /// @throws ScenarioError when it holds another run, naming what differs
  Store(std::filesystem::path file, RunIdentity const& identity, bool is_private = false);
  /// A store that was made here, is not closed and keeps no simulation goes away again.
  ~Store();
  Store(Store const&) = delete;
  Store& operator=(Store const&) = delete;

  /// Keeps a finished simulation: it outlives this process when this returns.
  void keep(RunResults const& results, Simulation const& simulation);

  /// Fills in and marks as finished every simulation of the results that is kept. Each is checked
  /// by its hash.
  void load(RunResults& results) const;

  /// Takes over all that the stores of other parts of the same run keep, or nothing at all. They
  /// stay as they are.
  /// @throws ScenarioError when one is of another run, naming what differs
  void take_over(std::vector<std::filesystem::path> const& others);

  /// Goes away at the end, whatever it holds: what was to become of it is refused.
  void give_up() { is_given_up_ = true; }

  /// Words noted of the families that a simulation lives on.
  void keep_population(Simulation const& simulation, std::span<std::uint64_t const> words);
  std::vector<std::uint64_t> population(Simulation const& simulation) const;

  /// Which simulations are kept, without their figures.
  std::vector<Simulation> kept() const;

  /// Finished simulations that are kept.
  std::size_t simulations() const;

  /// Forgets all simulations, so that nothing in the file tells of them.
  void forget_simulations();

  /// Replaces the tables of the result by these CSV files, all or none.
  void write_tables(std::vector<StoredTable> const& tables);

  /// Brings everything into the one file; nothing else may be called afterwards.
  void close();

  std::filesystem::path const& path() const { return path_; }

 private:
  struct Connection;
  void begin();
  std::filesystem::path path_;
  RunIdentity identity_;
  bool is_made_ = false;  ///< by this process
  bool is_given_up_ = false;
  std::unique_ptr<Connection> connection_;
};

/// The simulations that the store of a finished run keeps, into results of its shape.
/// @returns false where one has another number of figures: the results have another shape
/// @throws FileError when the file cannot be read or a simulation is damaged
bool read_simulations(std::filesystem::path const& file, RunResults& results);

}  // namespace graduasi
