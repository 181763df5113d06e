#include "command/list_parameters.h"

#include "command/streams.h"
#include "scenario/describe/reference.h"

namespace graduasi {

int list_parameters(Request const& request) {
  answer("{}", request.find.empty() ? parameters_page(request.said_in())
                                    : parameters_called(request.find, request.said_in()));
  return 0;
}

}  // namespace graduasi
