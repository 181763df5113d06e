// An SQLite file that is ours, opened so that neither a stranger's file nor the disk does harm.
#pragma once

#include "base/errors.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sys/types.h>

#include <filesystem>
#include <string>

namespace graduasi {

/// Makes an empty file for a new store; its owner alone may read it when it is private.
/// @throws FileError
void make_database(std::filesystem::path const& file, bool is_private);

/// Opens a store for writing, with a log beside it; other programs are shut out while it is open,
/// and one that has it open is waited for, some seconds. A link is not followed, and no trigger or
/// view in the file is carried out.
/// @throws FileError when it is a database of something else; SQLite::Exception
SQLite::Database open_database(std::filesystem::path const& file);

/// Opens a store for reading alone, which leaves nothing beside it.
/// @throws FileError when it is a database of something else; SQLite::Exception
SQLite::Database open_to_read(std::filesystem::path const& file);

/// What went wrong with the store, and what to do.
std::string why(SQLite::Exception const& error);

/// Runs `task`; its trouble with the store becomes ours.
template <class Task>
decltype(auto) guarded(std::filesystem::path const& file, Task const& task) {
  try {
    return task();
  } catch (SQLite::Exception const& error) {
    throw FileError(file.string() + ": " + why(error));
  }
}

}  // namespace graduasi
