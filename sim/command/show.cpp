#include "command/show.h"

#include "command/screen.h"
#include "command/streams.h"
#include "command/typed.h"
#include "output/shown_result.h"

namespace graduasi {

int show_result(Request const& request) {
  if (request.shown.month && request.shown.last)
    refuse("--last", "is the last month, and --month another one; give one of them");
  if (request.csv && request.json) refuse("--csv", "is another form than --json; give one of them");
  auto const table = shown_table(read_result(request.results.front()), request.shown);
  answer("{}", request.csv    ? shown_csv(table)
               : request.json ? shown_json(table)
                              : shown_text(table, color_of(request)));
  return 0;
}

}  // namespace graduasi
