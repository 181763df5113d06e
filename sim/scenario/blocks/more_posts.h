// Further facilitators of some areas go there alike: rules of where they go share out the nation's.
#pragma once

#include "scenario/scenario.h"
#include "scenario/text/entry.h"

namespace graduasi {

/// Reports policies that send further facilitators by a rule, where something of these levers holds
/// in some areas only: the rule's parts add up over the nation, not over them.
void refuse_more_posts_by_rule_somewhere(Entry const& root, Scenario const& scenario,
                                         Problems& problems);

}  // namespace graduasi
