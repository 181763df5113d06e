#include "command/compare.h"

#include "base/errors.h"

#include "support/results.h"

#include <catch2/catch.hpp>

using namespace graduasi;
using namespace graduasi::testing;

TEST_CASE("compare: it writes over no file unasked, and over no result at all", "[unit][command]") {
  TemporaryFolder const place;
  Request request;
  request.results = {place / "a", place / "b"};
  request.output = place.path();
  std::ofstream(place / "comparison.csv") << "mine";
  auto const act = [&] { (void)compare_results(request); };
  auto const folder = place.path().generic_string();
  CHECK(refusal_of<FileError>(act) ==
        folder +
            "/comparison.csv: is there already; choose another folder with --output, or "
            "replace it with --force");
  request.force = true;
  std::ofstream(place / "manifest.json") << "{}";
  CHECK(refusal_of<FileError>(act) ==
        folder +
            ": holds a result, whose comparison.csv would be lost; choose another folder "
            "with --output");
  CHECK(content_of(place / "comparison.csv") == "mine");
}
