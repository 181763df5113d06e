#include "store/database.h"

#include "base/files.h"

#include <fmt/format.h>
#include <sqlite3.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace graduasi {

namespace fs = std::filesystem;

namespace {

/// How long another program may keep the store to itself before the run gives up: it may copy it.
constexpr int patience_ms = 10000;

/// "grad", in the header of every store.
constexpr int our_application = 0x67726164;

/// The size in bytes that no file of this process may have (`ulimit -f`); 0: there is no such
/// limit.
rlim_t max_file_bytes() {
  rlimit limit{};
  bool const is_limited = ::getrlimit(RLIMIT_FSIZE, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY;
  return is_limited ? limit.rlim_cur : 0;
}

/// Opens the file; a link is not followed.
/// @param access  of SQLite::OPEN_
SQLite::Database opened(fs::path const& file, int access) {
  // SQLite would wait for whoever writes into a pipe.
  std::error_code none;
  auto const status = fs::symlink_status(file, none);
  if (fs::exists(status) && !fs::is_regular_file(status) && !fs::is_symlink(status))
    throw FileError(file.string() + ": is not an ordinary file; remove it, or name another folder");
  // SQLite would refuse a link anywhere on the way to it.
  auto const folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
  SQLite::Database database((fs::canonical(folder) / file.filename()).string(),
                            access | SQLite::OPEN_NOFOLLOW, patience_ms);
  auto* const handle = database.getHandle();
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
  return database;
}

/// An empty file becomes ours; what something else has filled is refused before it is changed.
void claim(SQLite::Database& database, fs::path const& file) {
  if (database.execAndGet("PRAGMA application_id").getInt() == our_application) return;
  if (database.execAndGet("SELECT count(*) FROM sqlite_schema").getInt() > 0)
    throw FileError(file.string() +
                    ": is not a store of this program but of something else, perhaps of an earlier "
                    "version; choose another folder with --output, or begin anew with --force");
  database.exec(fmt::format("PRAGMA application_id={}", our_application));
}

}  // namespace

void make_database(fs::path const& file, bool is_private) {
  int const made = open_new(file, is_private ? 0600 : 0666);
  if (made < 0)
    throw FileError(file.string() + ": cannot be written (" + std::strerror(errno) +
                    "); allow writing there, or choose another folder with --output");
  ::close(made);
}

SQLite::Database open_database(fs::path const& file) {
  auto database = opened(file, SQLite::OPEN_READWRITE);
  // Ours alone, from here until it is closed: nobody can hold up a run that has begun, and the log
  // needs no memory that processes share, which folders of networks and of other machines lack.
  database.exec("PRAGMA locking_mode=EXCLUSIVE");
  database.exec("BEGIN EXCLUSIVE; COMMIT");  // waits, where the next line would not
  claim(database, file);
  database.exec("PRAGMA journal_mode=WAL");  // a kept simulation costs one short write
  return database;
}

SQLite::Database open_to_read(fs::path const& file) {
  auto database = opened(file, SQLite::OPEN_READONLY);
  if (database.execAndGet("PRAGMA application_id").getInt() != our_application)
    throw FileError(file.string() +
                    ": is not a store of this program; name a folder that graduasi "
                    "run has written");
  return database;
}

std::string why(SQLite::Exception const& error) {
  if (error.getExtendedErrorCode() == SQLITE_CANTOPEN_SYMLINK)
    return "is a link, which is not followed; remove it, or choose another folder with --output";
  switch (error.getErrorCode()) {
    case SQLITE_FULL:
      return "the disk is full; free space there, then go on with --resume: what is finished is "
             "kept";
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return fmt::format(
          "is in use by another program ({}); end what reads or writes it, then go on with "
          "--resume: what is finished is kept",
          error.getErrorStr());
    case SQLITE_IOERR:
      if (auto const max = max_file_bytes(); max > 0)
        return fmt::format(
            "no file may have more than {} bytes here (ulimit -f), or the disk does not do its "
            "work ({}); raise the limit, then go on with --resume: what is finished is kept",
            max, error.getErrorStr());
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

}  // namespace graduasi
