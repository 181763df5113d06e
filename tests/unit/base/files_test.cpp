#include "base/files.h"

#include "support/results.h"

#include <catch2/catch.hpp>

#include <sys/stat.h>
#include <unistd.h>

using namespace graduasi;
using namespace graduasi::testing;
namespace fs = std::filesystem;

namespace {

std::vector<std::string> lines_of(fs::path const& file) {
  LineReader reader(file);
  std::vector<std::string> lines;
  for (std::string line; reader.next(line);) lines.push_back(line);
  return lines;
}

}  // namespace

TEST_CASE("files: what is not an ordinary file is refused by what it is, without waiting",
          "[unit][base]") {
  TemporaryFolder const place;
  REQUIRE(mkfifo((place / "pipe").c_str(), 0600) == 0);
  fs::create_symlink("/dev/zero", place / "endless");
  fs::create_symlink("nowhere", place / "dangling");
  std::ofstream(place / "file") << "text";
  for (auto const& [name, trouble] :
       std::vector<std::pair<std::string, std::string>>{{"pipe", "is not an ordinary file"},
                                                        {"endless", "is not an ordinary file"},
                                                        {"dangling", "is not there"},
                                                        {"nothing", "is not there"},
                                                        {"file/below", "is not there"},
                                                        {".", "is a folder"}}) {
    INFO(name);
    CHECK(read_bytes(place / name).trouble == trouble);
    LineReader reader(place / name);
    std::string line;
    CHECK_FALSE(reader.next(line));
    CHECK(reader.trouble() == trouble);
  }
}

TEST_CASE("files: an error of reading is trouble of the file", "[unit][base]") {
  // It looks ordinary, and its first page cannot be read.
  std::string const unreadable = "/proc/self/mem";
  if (!fs::is_regular_file(unreadable)) return;
  CHECK(read_bytes(unreadable).trouble == "cannot be read: Input/output error");
  LineReader reader(unreadable);
  std::string line;
  CHECK_FALSE(reader.next(line));
  CHECK(reader.trouble() == "cannot be read: Input/output error");
}

TEST_CASE("files: a file that is larger than its limit is not read", "[unit][base]") {
  TemporaryFolder const place;
  constexpr std::uintmax_t limit = 2u << 20;
  std::ofstream(place / "a") << std::string(limit, 'a');
  CHECK(read_bytes(place / "a", limit).text.size() == limit);
  std::ofstream(place / "b") << std::string(limit + 1, 'b');
  CHECK(read_bytes(place / "b", limit).trouble == "is larger than 2 megabytes");
}

TEST_CASE("files: lines are the same for any length and end", "[unit][base]") {
  TemporaryFolder const place;
  std::string const longer(200000, 'x'), block(1 << 16, 'y');
  std::ofstream(place / "a") << "a\n\n" << longer << "\n" << block << "\nend";
  CHECK(lines_of(place / "a") == std::vector<std::string>{"a", "", longer, block, "end"});
  std::ofstream(place / "b") << "a\n";
  CHECK(lines_of(place / "b") == std::vector<std::string>{"a"});
  std::ofstream(place / "c") << "";
  CHECK(lines_of(place / "c").empty());
}

TEST_CASE("files: a line without end is refused", "[unit][base]") {
  TemporaryFolder const place;
  std::ofstream(place / "a") << std::string(3u << 20, '0');
  LineReader reader(place / "a");
  std::string line;
  CHECK_FALSE(reader.next(line));
  CHECK(reader.trouble() == "has a line of more than a megabyte");
}

TEST_CASE("files: a new file takes the place of a link and leaves what it points to",
          "[unit][base]") {
  TemporaryFolder const place;
  std::ofstream(place / "mine") << "precious";
  fs::create_symlink(place / "mine", place / "soft");
  fs::create_hard_link(place / "mine", place / "hard");
  for (auto const* const name : {"soft", "hard", "new"}) {
    int const handle = open_new(place / name);
    REQUIRE(handle >= 0);
    CHECK(::write(handle, "text", 4) == 4);
    ::close(handle);
    CHECK(fs::is_regular_file(fs::symlink_status(place / name)));
    CHECK(content_of(place / name) == "text");
    CHECK(content_of(place / "mine") == "precious");
  }
}
