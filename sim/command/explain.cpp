#include "command/explain.h"

#include "command/streams.h"
#include "scenario/describe/reference.h"

namespace graduasi {

int explain_parameter(Request const& request) {
  answer("{}", explanation(request.path, request.said_in()));
  return 0;
}

}  // namespace graduasi
