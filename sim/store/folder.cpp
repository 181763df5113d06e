#include "store/folder.h"

#include "base/contract.h"
#include "base/errors.h"
#include "base/files.h"
#include "store/store.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

namespace graduasi {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view manifest_name = "manifest.json";
constexpr std::string_view lock_name = "graduasi.lock";
constexpr std::string_view store_name = "results.sqlite";

/// The one CSV file that is there for some values of `--format` only: equal results have one hash.
constexpr std::string_view csv_on_request = "replicates.csv";

/// Every file that we ever put into a folder; nothing else is removed.
constexpr auto our_files = std::to_array<std::string_view>(
    {manifest_name,     "report.html",       page_file,          "curves.csv",
     "summary.csv",     "comparison.csv",    "replicates.csv",   "variants.csv",
     "codebook.csv",    "resolved.yaml",     store_name,         "result.xlsx",
     "sensitivity.csv", "evidence.csv",      "marginals.csv",    "cost.csv",
     "value.csv",       "acceptability.csv", "information.csv",  "attribution.csv",
     "optimum.csv",     "frontier.csv",      "evaluations.csv",  "allotment.csv",
     "answer.csv",      "pilot.csv",         "result-full.xlsx", "draws.csv",
     "targets.csv",     "parameters.csv",    "posterior.csv"});

[[noreturn]] void fail(fs::path const& path, std::string_view what, int error) {
  throw FileError(path.string() + ": " + std::string(what) + " (" + std::strerror(error) +
                  "); choose another folder with --output, or allow writing there");
}

/// Makes renames last through a loss of power. Some file systems cannot sync a folder; they are
/// left alone.
void sync_folder(fs::path const& folder) {
  int const handle = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (handle < 0) return;
  ::fsync(handle);
  ::close(handle);
}

void take_name(fs::path const& from, fs::path const& to) {
  std::error_code error;
  fs::rename(from, to, error);
  if (error) fail(to, "cannot be written", error.value());
}

void remove_file(fs::path const& file) {
  std::error_code error;
  fs::remove(file, error);
  if (error) fail(file, "cannot be removed", error.value());
}

/// A lock is an empty file or one of ours: a link, also one that is as good as the file itself,
/// would let a folder from a stranger choose which file of the user is written.
void refuse_foreign_lock(int file, fs::path const& path) {
  struct stat there {};
  if (::fstat(file, &there) == 0 && S_ISREG(there.st_mode) && there.st_nlink <= 1) return;
  ::close(file);
  throw FileError(
      path.string() +
      ": is not a lock of graduasi but a link, a pipe or a device; remove it, or choose "
      "another folder with --output");
}

/// The file of the lock, made when it is not there.
int open_lock(fs::path const& path) {
  int const file =
      ::open(path.c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0666);
  if (file < 0 && errno == ELOOP)
    throw FileError(path.string() +
                    ": is a link, which is not followed; remove it, or choose another folder with "
                    "--output");
  if (file < 0) fail(path, "the folder cannot be locked", errno);
  refuse_foreign_lock(file, path);
  return file;
}

/// Whether the lock could be taken; another process may hold it.
/// @throws FileError where nothing can be locked
bool take_lock(int file, fs::path const& path) {
  int taken = 0;
  do {
    taken = ::flock(file, LOCK_EX | LOCK_NB);
  } while (taken != 0 && errno == EINTR);
  if (taken == 0) return true;
  int const error = errno;
  if (error == EWOULDBLOCK) return false;
  ::close(file);
  throw FileError(path.parent_path().string() + ": two runs could not be kept apart there (" +
                  std::strerror(error) + "); choose a folder on another disk with --output");
}

/// Whether the open file still is what stands under the path: its last owner may just have removed
/// it.
bool stands_at(int file, fs::path const& path) {
  struct stat open_file {};
  struct stat named_file {};
  return ::fstat(file, &open_file) == 0 && ::stat(path.c_str(), &named_file) == 0 &&
         open_file.st_ino == named_file.st_ino && open_file.st_dev == named_file.st_dev;
}

std::string owner_of(int file) {
  std::array<char, 32> text{};
  auto const length = ::pread(file, text.data(), text.size() - 1, 0);
  std::string owner(text.data(), length > 0 ? static_cast<std::size_t>(length) : 0);
  owner.erase(std::ranges::find(owner, '\n'), owner.end());
  return owner.empty() ? "another process" : "process " + owner;
}

}  // namespace

MadeFolder::MadeFolder(fs::path folder) : path_(std::move(folder)) {
  std::error_code error;
  made_ = fs::create_directories(path_, error);
  if (error) fail(path_, "the folder cannot be made", error.value());
}

MadeFolder::~MadeFolder() {
  std::error_code not_empty;
  if (made_) fs::remove(path_, not_empty);
}

FolderLock::FolderLock(fs::path folder) : path_(std::move(folder) / lock_name) {
  for (;;) {
    file_ = open_lock(path_);
    if (!take_lock(file_, path_)) {
      auto const owner = owner_of(file_);
      ::close(file_);
      throw FileError(path_.parent_path().string() + ": is in use by " + owner +
                      "; wait until it has ended, or choose another folder with --output");
    }
    if (stands_at(file_, path_)) break;
    ::close(file_);
  }
  auto const number = std::to_string(::getpid()) + "\n";
  // The number is for people only: a lock without it is still a lock.
  [[maybe_unused]] auto const cut = ::ftruncate(file_, 0);
  [[maybe_unused]] auto const written = ::pwrite(file_, number.data(), number.size(), 0);
}

FolderLock::~FolderLock() {
  ::unlink(path_.c_str());  // first: who opens it from now on makes a new one
  ::close(file_);
}

ResultFolder::ResultFolder(fs::path folder, Existing existing)
    : folder_(std::move(folder)), lock_(folder_.path()), existing_(existing) {
  if (existing == Existing::refuse) refuse_results();
  if (existing == Existing::resume) refuse_results_without_store();
  if (existing == Existing::replace) {
    std::error_code error;
    remove_store(temporary(store_name), error);
    if (error) fail(temporary(store_name), "cannot be removed", error.value());
  }
  // The lock is ours: what another run has not given its name is nobody's, but for the store.
  for (auto const name : our_files) {
    if (name != store_name) remove_file(temporary(name));
  }
}

void ResultFolder::refuse_results() const {
  if (fs::exists(temporary(store_name)))
    throw FileError(path().string() +
                    ": holds a run that was interrupted; go on with it with --resume, choose "
                    "another folder with --output, or begin anew with --force");
  for (auto const name : our_files) {
    if (!fs::exists(path() / name)) continue;
    throw FileError(path().string() + ": holds results already (" + std::string(name) +
                    "); choose another folder with --output, or replace them with --force");
  }
}

void ResultFolder::refuse_results_without_store() const {
  if (fs::exists(store_file()) || !fs::exists(path() / manifest_name)) return;
  throw FileError(path().string() + ": holds results without " + std::string(store_name) +
                  ", from which one could go on; choose another folder with --output, or replace "
                  "them with --force");
}

bool ResultFolder::holds(std::string_view name) const { return fs::exists(path() / name); }

fs::path ResultFolder::store_file() const {
  auto const begun = temporary(store_name), published = path() / store_name;
  bool const goes_on = existing_ == Existing::resume && !fs::exists(begun) && fs::exists(published);
  return goes_on ? published : begun;
}

ResultFolder::~ResultFolder() {
  std::error_code ignored;
  for (auto const& [name, hash] : written_) fs::remove(temporary(name), ignored);
}

void ResultFolder::write(std::string_view name, std::function<void(Sink&)> const& content) {
  expects(std::ranges::count(our_files, name) == 1, "only files of a result are written");
  auto& written =
      written_[std::string(name)];  // known before it exists, so that it is removed on failure
  Sink sink(temporary(name));
  content(sink);
  written = {.sha256 = sink.close(), .texts = sink.texts()};
  watcher_(name);
}

void ResultFolder::write_file(std::string_view name,
                              std::function<void(fs::path const&)> const& writer) {
  expects(std::ranges::count(our_files, name) == 1, "only files of a result are written");
  auto const file = temporary(name);
  written_[std::string(name)] = {};
  // The library opens by name: what it finds there must be ours.
  int const made = open_new(file);
  if (made < 0) fail(file, "cannot be written", errno);
  ::close(made);
  writer(file);
  int const handle = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (handle < 0 || ::fsync(handle) != 0) fail(file, "cannot be written", errno);
  ::close(handle);
  watcher_(name);
}

void ResultFolder::write(std::string_view name, std::string_view content) {
  write(name, [content](Sink& sink) { sink.put(content); });
}

/// What SQLite kept beside an earlier store must not be taken for a part of the new one.
void ResultFolder::take_store(Store const* store) {
  auto const published = path() / store_name;
  if (store != nullptr && store->path() == published) return;
  std::error_code error;
  remove_store(published, error);
  if (error) fail(published, "cannot be removed", error.value());
  if (store != nullptr) take_name(store->path(), published);
}

std::string ResultFolder::result_hash() const {
  Sha256 all;
  for (auto const& [name, written] : written_) {
    if (name.ends_with(".csv") && name != csv_on_request)
      all.add(written.sha256 + "  " + name + "\n");
  }
  return all.finish();
}

void ResultFolder::publish(std::string_view manifest, Store* store) {
  write(manifest_name, manifest);
  if (store != nullptr) {
    store->write_tables(tables());
    store->close();
    watcher_(store_name);
  }
  // From here to the last rename the folder has no manifest, and so is no result for anybody.
  remove_file(path() / manifest_name);
  for (auto const name : our_files) {
    if (name != store_name && !written_.contains(name)) remove_file(path() / name);
  }
  take_store(store);
  for (auto const& [name, hash] : written_) {
    if (name != manifest_name) take_name(temporary(name), path() / name);
  }
  sync_folder(path());
  take_name(temporary(manifest_name), path() / manifest_name);
  sync_folder(path());
  written_.clear();
}

/// The CSV files written so far, by the name that a table of them has.
std::vector<StoredTable> ResultFolder::tables() const {
  std::vector<StoredTable> all;
  for (auto const& [name, written] : written_) {
    if (name.ends_with(".csv"))
      all.push_back({fs::path(name).stem().string(), temporary(name), written.texts});
  }
  return all;
}

fs::path ResultFolder::temporary(std::string_view name) const {
  return path() / (std::string(name) + ".tmp");
}

void replace_file(fs::path const& file, std::function<void(Sink&)> const& content) {
  MadeFolder const folder(file.has_parent_path() ? file.parent_path() : fs::path("."));
  auto const temporary = fs::path(file.string() + ".tmp");
  try {
    Sink sink(temporary);
    content(sink);
    sink.close();
    take_name(temporary, file);
  } catch (...) {
    std::error_code ignored;
    fs::remove(temporary, ignored);
    throw;
  }
  sync_folder(folder.path());
}

void replace_file(fs::path const& file, std::string_view content) {
  replace_file(file, [content](Sink& sink) { sink.put(content); });
}

}  // namespace graduasi
