// The folder of a result: complete or untouched, and written by one run at a time.
#pragma once

#include "store/sink.h"

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace graduasi {

class Store;
struct StoredTable;

/// What a command gave its page to draw.
inline constexpr char const* page_file = "page.json";

/// What to do with results that are already there.
enum class Existing {
  refuse,
  replace,  ///< `--force`: they go when the new ones are ready; files of others stay
  resume    ///< `--resume`: they are resumed
};

/// A folder that is there while it is needed: it is made with those above it, and one that was made
/// here and stays empty is removed again.
class MadeFolder {
 public:
  /// @throws FileError when it cannot be made
  explicit MadeFolder(std::filesystem::path folder);
  ~MadeFolder();
  MadeFolder(MadeFolder const&) = delete;
  MadeFolder& operator=(MadeFolder const&) = delete;
  std::filesystem::path const& path() const { return path_; }

 private:
  std::filesystem::path path_;
  bool made_ = false;
};

/// Keeps a second run out of a folder. The system gives the lock back when the process ends,
/// however it ends; the process number in the file is for people.
class FolderLock {
 public:
  /// @throws FileError when another process holds it, or it cannot be made
  explicit FolderLock(std::filesystem::path folder);
  ~FolderLock();
  FolderLock(FolderLock const&) = delete;
  FolderLock& operator=(FolderLock const&) = delete;

 private:
  std::filesystem::path path_;
  int file_ = -1;
};

/// Files are written as NAME.tmp and take their names together in `publish`, the manifest last: a
/// folder with a manifest.json holds a whole result. Given up before that, the folder is as it was.
class ResultFolder {
 public:
  /// Makes the folder and locks it: before the run, so that nothing is simulated in vain.
  /// @throws FileError when it cannot be written, another run uses it, results are there (`refuse`)
  /// or results without a store to resume from (`resume`)
  ResultFolder(std::filesystem::path folder, Existing existing);
  ~ResultFolder();
  ResultFolder(ResultFolder const&) = delete;
  ResultFolder& operator=(ResultFolder const&) = delete;

  /// Writes one file; `name` must be one of ours.
  /// @throws FileError
  void write(std::string_view name, std::function<void(Sink&)> const& content);
  void write(std::string_view name, std::string_view content);

  /// The same for a file that a library writes under the path it is given; it has no part in
  /// `result_hash`.
  /// @throws FileError
  void write_file(std::string_view name,
                  std::function<void(std::filesystem::path const&)> const& writer);

  /// Calls `written` with the name of every file that is written from now on.
  void watch(std::function<void(std::string_view)> written) { watcher_ = std::move(written); }

  /// SHA-256 of the CSV files written so far but replicates.csv, which holds nothing new and is not
  /// always there: of the lines "SHA256  NAME" in the order of names, so that
  /// `ls *.csv | grep -v replicates | xargs sha256sum | sha256sum` gives the same.
  std::string result_hash() const;

  /// Whether a result that is there already has this file.
  bool holds(std::string_view name) const;

  /// Where the store of the run is: what an interrupted run left, that of the result that is
  /// resumed, or a new one. It takes its name in `publish` as the other files do; until then
  /// it stays, so that the run can be resumed.
  std::filesystem::path store_file() const;

  /// Removes what an earlier run left, gives the new files their names, then writes the manifest.
  /// @param store  is given the tables, is closed and becomes results.sqlite; none: no store
  /// @throws FileError
  void publish(std::string_view manifest, Store* store = nullptr);

  std::filesystem::path const& path() const { return folder_.path(); }

 private:
  std::filesystem::path temporary(std::string_view name) const;
  std::vector<StoredTable> tables() const;
  void take_store(Store const* store);
  void refuse_results() const;
  void refuse_results_without_store() const;

  MadeFolder folder_;
  FolderLock lock_;
  Existing existing_;
  struct Written {
    std::string sha256;
    std::vector<std::string> texts;  ///< `Sink::texts`
  };
  std::map<std::string, Written, std::less<>> written_;  ///< by name
  std::function<void(std::string_view)> watcher_ = [](std::string_view) {};
};

/// Writes one file outside of a run, as `graduasi report` does with report.html: whole or not at
/// all. Its folder is made when it is not there.
/// @throws FileError
void replace_file(std::filesystem::path const& file, std::function<void(Sink&)> const& content);
void replace_file(std::filesystem::path const& file, std::string_view content);

}  // namespace graduasi
