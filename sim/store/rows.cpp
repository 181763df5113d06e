#include "store/rows.h"

#include "base/errors.h"
#include "base/sha256.h"

#include <fmt/format.h>

#include <cstdint>
#include <vector>

namespace graduasi {

namespace fs = std::filesystem;

void refuse_damaged(fs::path const& file) {
  throw FileError(file.string() + ": a simulation is damaged; run again with --force");
}

std::string hash_of(std::span<std::size_t const> numbers, std::string_view bytes) {
  Sha256 hash;
  for (auto const number : numbers) hash.add(std::to_string(number) + " ");
  hash.add(bytes);
  return hash.finish();
}

std::string_view bytes_in(SQLite::Column const& column) {
  return {static_cast<char const*>(column.getBlob()), static_cast<std::size_t>(column.getBytes())};
}

void insert_row(SQLite::Database& database, std::string const& table,
                std::span<std::size_t const> numbers, std::string_view bytes) {
  std::string marks = "?, ?";
  for (std::size_t i = 0; i < numbers.size(); ++i) marks += ", ?";
  SQLite::Statement insert(database,
                           fmt::format("INSERT OR REPLACE INTO {} VALUES({})", table, marks));
  int index = 0;
  for (auto const number : numbers) insert.bind(++index, static_cast<std::int64_t>(number));
  insert.bindNoCopy(++index, bytes.data(), static_cast<int>(bytes.size()));
  insert.bind(++index, hash_of(numbers, bytes));
  insert.exec();
}

void copy_rows(SQLite::Database& from, SQLite::Database& to, std::string const& table,
               std::string_view names, int count, std::string_view bytes, fs::path const& file) {
  SQLite::Statement rows(from, fmt::format("SELECT {}, {}, sha256 FROM {}", names, bytes, table));
  std::vector<std::size_t> numbers(static_cast<std::size_t>(count));
  while (rows.executeStep()) {
    for (int column = 0; column < count; ++column)
      numbers[static_cast<std::size_t>(column)] =
          static_cast<std::size_t>(rows.getColumn(column).getInt64());
    auto const column = rows.getColumn(count);
    auto const blob = bytes_in(column);
    if (hash_of(numbers, blob) != rows.getColumn(count + 1).getString())
      throw FileError(file.string() +
                      ": a simulation is damaged; run this shard again with --force");
    insert_row(to, table, numbers, blob);
  }
}

}  // namespace graduasi
