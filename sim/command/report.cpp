#include "command/report.h"

#include "base/errors.h"
#include "command/build_facts.h"
#include "command/streams.h"
#include "output/page/page.h"
#include "output/page/stored_page.h"
#include "output/stored_result.h"
#include "store/folder.h"

#include <optional>

namespace graduasi {

namespace {

namespace fs = std::filesystem;

/// The file named with --output, once nothing forbids it.
fs::path file_elsewhere(Request const& request) {
  auto const& file = request.output;
  if (fs::is_directory(file)) {
    throw FileError(file.generic_string() + ": is a folder; name a file with --output, such as " +
                    (file / "report.html").generic_string());
  }
  if (fs::exists(file) && !request.force) {
    throw FileError(file.generic_string() +
                    ": is there already; choose another file with --output, or replace it with "
                    "--force");
  }
  return file;
}

}  // namespace

int write_report(Request const& request) {
  auto const& folder = request.results.front();
  bool const in_place = request.output.empty();
  auto const file = in_place ? folder / "report.html" : file_elsewhere(request);
  refuse_unfinished(folder);  // before it is locked
  std::optional<FolderLock> lock;
  if (in_place) lock.emplace(folder);
  replace_file(file, with_payload(embedded_page(), stored_payload(folder, request.language)));
  say("{} is written; open it in a browser\n", file.generic_string());
  return 0;
}

}  // namespace graduasi
