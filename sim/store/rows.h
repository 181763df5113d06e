// Rows of the store that are numbers, bytes and the hash of both.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

namespace graduasi {

[[noreturn]] void refuse_damaged(std::filesystem::path const& file);

/// Of what a row says: its numbers and its bytes.
std::string hash_of(std::span<std::size_t const> numbers, std::string_view bytes);

template <class T>
std::string_view bytes_of(std::span<T const> values) {
  return {reinterpret_cast<char const*>(values.data()), values.size_bytes()};
}

/// The bytes of a column, which may be none; they last until the next row.
std::string_view bytes_in(SQLite::Column const& column);

/// Writes a row of numbers, bytes and their hash.
void insert_row(SQLite::Database& database, std::string const& table,
                std::span<std::size_t const> numbers, std::string_view bytes);

/// Copies the rows of a table from one store to another, each checked by its hash.
/// @param names, count  of the columns of numbers
/// @param bytes         name of that of bytes
/// @param file          of `from`, for messages
void copy_rows(SQLite::Database& from, SQLite::Database& to, std::string const& table,
               std::string_view names, int count, std::string_view bytes,
               std::filesystem::path const& file);

}  // namespace graduasi
