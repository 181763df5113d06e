#include "command/print_schema.h"

#include "command/streams.h"
#include "outcome/measures.h"
#include "scenario/describe/schema.h"

namespace graduasi {

int print_schema(Request const&) {
  answer("{}", scenario_schema(measure_names()));
  return 0;
}

}  // namespace graduasi
