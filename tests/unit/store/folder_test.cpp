#include "store/folder.h"

#include "base/contract.h"
#include "base/errors.h"
#include "support/results.h"

#include <catch2/catch.hpp>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace graduasi;
using namespace graduasi::testing;
namespace fs = std::filesystem;

namespace {

std::size_t files_in(fs::path const& folder) {
  return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), {}));
}

/// A finished result of one table.
void make_result(fs::path const& path, Existing existing, std::string_view table) {
  ResultFolder folder(path, existing);
  folder.write("curves.csv", table);
  folder.publish("{}");
}

}  // namespace

TEST_CASE("folder: files take their names together, and nothing else stays", "[unit][store]") {
  TemporaryFolder const place;
  auto const path = place / "deep/result";
  {
    ResultFolder folder(path, Existing::refuse);
    folder.write("curves.csv", "a\n");
    CHECK_FALSE(fs::exists(path / "curves.csv"));
    CHECK(content_of(path / "curves.csv.tmp") == "a\n");
    folder.publish("{}");
  }
  CHECK(content_of(path / "curves.csv") == "a\n");
  CHECK(content_of(path / "manifest.json") == "{}");
  CHECK(files_in(path) == 2);
}

TEST_CASE("folder: a run that fails leaves nothing half-written", "[unit][store]") {
  TemporaryFolder const place;
  auto const fail = [&] {
    ResultFolder folder(place.path(), Existing::refuse);
    folder.write("summary.csv", "b\n");
    folder.write("curves.csv", [](Sink& sink) {
      sink.put("half");
      throw FileError("the run fails");
    });
  };
  CHECK_THROWS_AS(fail(), FileError);
  CHECK(files_in(place.path()) == 0);
}

TEST_CASE("folder: one that was made for a run that fails goes with it", "[unit][store]") {
  TemporaryFolder const place;
  fs::create_directory(place / "mine");
  for (char const* const name : {"new", "mine"}) {
    ResultFolder folder(place / name, Existing::refuse);
    folder.write("summary.csv", "b\n");
  }
  CHECK_FALSE(fs::exists(place / "new"));
  CHECK(files_in(place / "mine") == 0);
}

TEST_CASE("folder: a file that a library writes takes its name with the others", "[unit][store]") {
  TemporaryFolder const place;
  ResultFolder folder(place.path(), Existing::refuse);
  folder.write("curves.csv", "a\n");
  auto const hash = folder.result_hash();
  folder.write_file("result.xlsx", [](fs::path const& file) { std::ofstream(file) << "book"; });
  CHECK(folder.result_hash() == hash);
  CHECK_FALSE(fs::exists(place / "result.xlsx"));
  folder.publish("{}");
  CHECK(content_of(place / "result.xlsx") == "book");
}

TEST_CASE("folder: results that are there are not overwritten unasked", "[unit][store]") {
  TemporaryFolder const place;
  make_result(place.path(), Existing::refuse, "old\n");
  auto const refusal = refusal_of<FileError>([&] { ResultFolder(place.path(), Existing::refuse); });
  CHECK(refusal ==
        place.path().string() +
            ": holds results already (manifest.json); choose another folder with --output, or "
            "replace them with --force");
  CHECK(content_of(place / "curves.csv") == "old\n");
}

TEST_CASE("folder: force replaces our own files and leaves those of others", "[unit][store]") {
  TemporaryFolder const place;
  {
    ResultFolder folder(place.path(), Existing::refuse);
    folder.write("curves.csv", "old\n");
    folder.write("replicates.csv", "old\n");
    folder.publish("{}");
  }
  std::ofstream(place / "notes.txt") << "mine";
  make_result(place.path(), Existing::replace, "new\n");
  CHECK(content_of(place / "curves.csv") == "new\n");
  CHECK_FALSE(fs::exists(place / "replicates.csv"));
  CHECK(content_of(place / "notes.txt") == "mine");
}

TEST_CASE("folder: a forced run that fails leaves the earlier results", "[unit][store]") {
  TemporaryFolder const place;
  make_result(place.path(), Existing::refuse, "old\n");
  {
    ResultFolder folder(place.path(), Existing::replace);
    folder.write("curves.csv", "new\n");
  }
  CHECK(content_of(place / "curves.csv") == "old\n");
  CHECK(content_of(place / "manifest.json") == "{}");
  CHECK(files_in(place.path()) == 2);
}

TEST_CASE("folder: files of others are no reason to refuse", "[unit][store]") {
  TemporaryFolder const place;
  std::ofstream(place / "notes.txt") << "mine";
  CHECK_NOTHROW(ResultFolder(place.path(), Existing::refuse));
}

TEST_CASE("lock: a second run on the folder is refused by the number of the first",
          "[unit][store]") {
  TemporaryFolder const place;
  ResultFolder const first(place.path(), Existing::refuse);
  auto const refusal =
      refusal_of<FileError>([&] { ResultFolder(place.path(), Existing::replace); });
  CHECK(refusal == place.path().string() + ": is in use by process " + std::to_string(getpid()) +
                       "; wait until it has ended, or choose another folder with --output");
}

TEST_CASE("lock: one whose process is gone does not refuse", "[unit][store]") {
  TemporaryFolder const place;
  auto const child = fork();
  if (child == 0) {
    new FolderLock(place.path());
    _exit(0);
  }
  waitpid(child, nullptr, 0);
  REQUIRE(fs::exists(place / "graduasi.lock"));
  CHECK_NOTHROW(ResultFolder(place.path(), Existing::refuse));
  CHECK(files_in(place.path()) == 0);
}

TEST_CASE("lock: a link is not followed, and what it points to stays", "[unit][store]") {
  TemporaryFolder const place, other;
  std::ofstream(other / "mine") << "precious";
  auto const lock = place / "graduasi.lock";
  fs::create_symlink(other / "mine", lock);
  CHECK(refusal_of<FileError>([&] { FolderLock(place.path()); }) ==
        lock.string() +
            ": is a link, which is not followed; remove it, or choose another folder with "
            "--output");
  fs::remove(lock);
  fs::create_hard_link(other / "mine", lock);
  CHECK(refusal_of<FileError>([&] { FolderLock(place.path()); }) ==
        lock.string() +
            ": is not a lock of graduasi but a link, a pipe or a device; remove it, or choose "
            "another "
            "folder with --output");
  fs::remove(lock);
  fs::create_symlink(other / "new", lock);
  CHECK_THROWS_AS(FolderLock(place.path()), FileError);
  CHECK_FALSE(fs::exists(other / "new"));
  CHECK(content_of(other / "mine") == "precious");
}

TEST_CASE("folder: no name of ours is written through a link", "[unit][store]") {
  TemporaryFolder const place, other;
  auto const mine = other / "mine";
  std::ofstream(mine) << "precious";
  auto const link = [&](fs::path const& name) {
    fs::remove(name);
    fs::create_symlink(mine, name);
  };
  {
    ResultFolder folder(place.path(), Existing::replace);
    // Laid after the folder was cleared.
    for (auto const* const name : {"curves.csv", "result.xlsx", "manifest.json"}) {
      link(place / name);
      link(place / (std::string(name) + ".tmp"));
    }
    folder.write("curves.csv", "a\n");
    folder.write_file("result.xlsx", [](fs::path const& file) { std::ofstream(file) << "book"; });
    folder.publish("{}");
  }
  CHECK(content_of(place / "curves.csv") == "a\n");
  CHECK(content_of(place / "result.xlsx") == "book");
  link(place / "report.html");
  link(place / "report.html.tmp");
  replace_file(place / "report.html", "page");
  CHECK(content_of(place / "report.html") == "page");
  for (auto const* const name : {"curves.csv", "result.xlsx", "manifest.json", "report.html"})
    CHECK_FALSE(fs::is_symlink(place / name));
  CHECK(content_of(mine) == "precious");
}

TEST_CASE("folder: what cannot be written says where, why and what to do", "[unit][store]") {
  TemporaryFolder const place;
  std::ofstream(place / "file") << "in the way";
  auto const refusal =
      refusal_of<FileError>([&] { ResultFolder(place / "file/result", Existing::refuse); });
  CHECK(refusal ==
        (place / "file/result").string() +
            ": the folder cannot be made (Not a directory); choose another folder with --output, "
            "or allow writing there");
}

TEST_CASE("sink: a full disk says where, why and what to do", "[unit][store]") {
  Sink sink(::open("/dev/full", O_WRONLY), "/dev/full");
  sink.put("text");
  CHECK(refusal_of<FileError>([&] { sink.close(); }) ==
        "/dev/full: cannot be written (No space left on device); free space there, or choose "
        "another folder "
        "with --output");
}

TEST_CASE("sink: text longer than the buffer arrives whole", "[unit][store]") {
  TemporaryFolder const place;
  std::string const part(700000, 'x');
  Sink sink(place / "long");
  for (int i = 0; i < 5; ++i) sink.put(part);
  sink.put(std::string(3000000, 'y'));
  sink.close();
  CHECK(content_of(place / "long") == std::string(3500000, 'x') + std::string(3000000, 'y'));
}

TEST_CASE("folder: the result hash is that of the tables by name, and of nothing else",
          "[unit][store]") {
  auto const hash_of = [](std::vector<std::pair<std::string, std::string>> const& files) {
    TemporaryFolder const place;
    ResultFolder folder(place.path(), Existing::refuse);
    for (auto const& [name, text] : files) folder.write(name, text);
    return folder.result_hash();
  };
  // printf 'b\n' >curves.csv; printf 'a\n' >summary.csv; sha256sum *.csv | sha256sum
  std::string const expected = "807f29c0bec0a5930f06052ef606ccef84a91bbe35867e01a5428ec5f236891c";
  CHECK(hash_of({{"summary.csv", "a\n"}, {"curves.csv", "b\n"}}) == expected);
  CHECK(hash_of({{"curves.csv", "b\n"}, {"report.html", "<p>"}, {"summary.csv", "a\n"}}) ==
        expected);
  CHECK(hash_of({{"summary.csv", "b\n"}, {"curves.csv", "a\n"}}) != expected);
  // It is there for one value of --format, and holds no figure that the others do not rest on.
  CHECK(hash_of({{"curves.csv", "b\n"}, {"replicates.csv", "c\n"}, {"summary.csv", "a\n"}}) ==
        expected);
}

TEST_CASE("folder: a file that is none of ours is a bug", "[unit][store]") {
  TemporaryFolder const place;
  ResultFolder folder(place.path(), Existing::refuse);
  CHECK_THROWS_AS(folder.write("notes.txt", "x"), BrokenContract);
}

TEST_CASE("folder: one file of a finished result is replaced whole", "[unit][store]") {
  TemporaryFolder const place;
  std::ofstream(place / "report.html") << "old";
  replace_file(place / "report.html", "new");
  CHECK(content_of(place / "report.html") == "new");
  CHECK(files_in(place.path()) == 1);
}
