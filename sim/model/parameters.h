// Every group of world parameters: how people and the programme respond. The root of `world.*`.
#pragma once

#include "mechanisms/afterwards.h"
#include "mechanisms/assessment.h"
#include "mechanisms/attendance.h"
#include "mechanisms/competence.h"
#include "mechanisms/contact.h"
#include "mechanisms/earnings.h"
#include "mechanisms/leaving.h"
#include "mechanisms/member_clocks.h"
#include "mechanisms/money.h"
#include "mechanisms/natural_exit.h"
#include "mechanisms/readiness.h"
#include "mechanisms/registry.h"
#include "mechanisms/self_confidence.h"
#include "mechanisms/shocks.h"
#include "mechanisms/skills.h"
#include "mechanisms/target_pressure.h"
#include "mechanisms/turnover.h"
#include "mechanisms/visits.h"
#include "mechanisms/workload.h"
#include "model/costs.h"

#include <tuple>

namespace graduasi {

/// In the order of the month.
struct World {
  ShocksParameters shocks;
  MemberClocksParameters member_clocks;
  WorkloadParameters workload;
  TurnoverParameters turnover;
  CompetenceParameters competence;
  AttendanceParameters attendance;
  ContactParameters contact;
  SkillsParameters skills;
  EarningsParameters earnings;
  MoneyParameters money;
  SelfConfidenceParameters self_confidence;
  ReadinessParameters readiness;
  TargetPressureParameters target_pressure;
  NaturalExitParameters natural_exit;
  RegistryParameters registry;
  AssessmentParameters assessment;
  LeavingParameters leaving;
  AfterwardsParameters afterwards;
  CostsParameters costs;

  static constexpr std::string_view root = "world";
  static constexpr auto groups() {
    return std::make_tuple(&World::shocks, &World::member_clocks, &World::workload,
                           &World::turnover, &World::competence, &World::attendance,
                           &World::contact, &World::skills, &World::earnings, &World::money,
                           &World::self_confidence, &World::readiness, &World::target_pressure,
                           &World::natural_exit, &World::registry, &World::assessment,
                           &World::leaving, &World::afterwards, &World::costs);
  }
};

}  // namespace graduasi
