// Every group of world parameters: how people and the programme respond. The root of `world.*`.
#pragma once

#include "mechanisms/access.h"
#include "mechanisms/afterwards.h"
#include "mechanisms/assessment.h"
#include "mechanisms/attendance.h"
#include "mechanisms/card_custody.h"
#include "mechanisms/care.h"
#include "mechanisms/competence.h"
#include "mechanisms/contact.h"
#include "mechanisms/digital_literacy.h"
#include "mechanisms/disasters.h"
#include "mechanisms/earnings.h"
#include "mechanisms/enterprise.h"
#include "mechanisms/growth.h"
#include "mechanisms/labelling.h"
#include "mechanisms/lasting_shocks.h"
#include "mechanisms/leaving.h"
#include "mechanisms/life_cycle.h"
#include "mechanisms/member_clocks.h"
#include "mechanisms/money.h"
#include "mechanisms/natural_exit.h"
#include "mechanisms/partners.h"
#include "mechanisms/peers.h"
#include "mechanisms/readiness.h"
#include "mechanisms/registry.h"
#include "mechanisms/self_confidence.h"
#include "mechanisms/shocks.h"
#include "mechanisms/skills.h"
#include "mechanisms/supervision.h"
#include "mechanisms/target_pressure.h"
#include "mechanisms/time_limit.h"
#include "mechanisms/turnover.h"
#include "mechanisms/visits.h"
#include "mechanisms/work_pattern.h"
#include "mechanisms/workload.h"
#include "policy/unit_costs.h"

#include <tuple>

namespace graduasi {

/// In the order of the month.
struct World {
  ShocksParameters shocks;
  DisastersParameters disasters;
  MemberClocksParameters member_clocks;
  LifeCycleParameters life_cycle;
  CareParameters care;
  GrowthParameters growth;
  LastingShocksParameters lasting_shocks;
  WorkloadParameters workload;
  TurnoverParameters turnover;
  CompetenceParameters competence;
  SupervisionParameters supervision;
  WorkPatternParameters work_pattern;
  PeersParameters peers;
  AttendanceParameters attendance;
  ContactParameters contact;
  SkillsParameters skills;
  DigitalLiteracyParameters digital_literacy;
  PartnersParameters partners;
  AccessParameters access;
  EnterpriseParameters enterprise;
  EarningsParameters earnings;
  CardCustodyParameters card_custody;
  MoneyParameters money;
  LabellingParameters labelling;
  SelfConfidenceParameters self_confidence;
  ReadinessParameters readiness;
  TargetPressureParameters target_pressure;
  NaturalExitParameters natural_exit;
  RegistryParameters registry;
  AssessmentParameters assessment;
  LeavingParameters leaving;
  TimeLimitParameters time_limit;
  AfterwardsParameters afterwards;
  UnitCosts costs;

  static constexpr std::string_view root = "world";
  static constexpr auto groups() {
    return std::make_tuple(
        &World::shocks, &World::disasters, &World::member_clocks, &World::life_cycle, &World::care,
        &World::growth, &World::lasting_shocks, &World::workload, &World::turnover,
        &World::competence, &World::supervision, &World::work_pattern, &World::peers,
        &World::attendance, &World::contact, &World::skills, &World::digital_literacy,
        &World::partners, &World::access, &World::enterprise, &World::earnings,
        &World::card_custody, &World::money, &World::labelling, &World::self_confidence,
        &World::readiness, &World::target_pressure, &World::natural_exit, &World::registry,
        &World::assessment, &World::leaving, &World::time_limit, &World::afterwards, &World::costs);
  }
};

}  // namespace graduasi
