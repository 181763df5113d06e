// The folder of a result: complete or untouched, and written by one run at a time.
#pragma once

#include "results/sink.h"

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace graduasi {

/// What to do with results that are already there.
enum class Existing {
  refuse,
  replace  ///< `--force`: they go when the new ones are ready; files of others stay
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
  /// @throws FileError when it cannot be written, another run uses it, or results are there
  /// (`refuse`)
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

  /// SHA-256 of the CSV files written so far: of the lines "SHA256  NAME" in the order of names, so
  /// that `sha256sum *.csv | sha256sum` gives the same.
  std::string result_hash() const;

  /// Removes what an earlier run left, gives the new files their names, then writes the manifest.
  /// @throws FileError
  void publish(std::string_view manifest);

  std::filesystem::path const& path() const { return folder_.path(); }

 private:
  std::filesystem::path temporary(std::string_view name) const;

  MadeFolder folder_;
  FolderLock lock_;
  std::map<std::string, std::string, std::less<>> written_;  ///< name to SHA-256
};

/// Writes one file outside of a run, as `graduasi report` does with report.html: whole or not at
/// all. Its folder is made when it is not there.
/// @throws FileError
void replace_file(std::filesystem::path const& file, std::function<void(Sink&)> const& content);
void replace_file(std::filesystem::path const& file, std::string_view content);

}  // namespace graduasi
