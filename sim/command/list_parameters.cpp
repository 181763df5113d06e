#include "command/list_parameters.h"

#include "command/streams.h"
#include "scenario/describe/reference.h"

namespace graduasi {

int list_parameters(Request const&) {
  answer("{}", parameters_page());
  return 0;
}

}  // namespace graduasi
