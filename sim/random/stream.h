// Every question that is asked of chance, and its fixed place. A draw is a function of (seed,
// replicate) and of (who, month, block, domain): nobody else's questions move it. Places are never
// reused and never moved; a new question takes a free place or a new block.
#pragma once

#include <cstdint>

namespace graduasi {

/// Who is asked: the fourth counter word.
enum class Domain : std::uint32_t {
  household = 0,
  facilitator = 1,
  district = 2,
  candidate = 3,  ///< families of the list, before it is known which of them are in the programme
  arm = 4,        ///< units that an event of a policy reaches
  survey = 5,     ///< of families, beside what happens to them
  parameter = 7,  ///< priors
};

/// Blocks of four words of a household in a month (months start at 1). Where a word is read twice,
/// the second time its halves are exchanged. Numbers below 7 that are missing here were once given.
enum class Monthly : std::uint32_t {
  assessment = 2,  ///< 0 and 1: normal of sight; 2: decision to leave, and reluctance; 3: approval
  everyday = 7,    ///< 0 and 1: normals of shock and survey; 2: setback, and attendance; 3: visit,
                   ///< and check of components; sum of 2 and 3: own request of a family in the
                   ///< programme, return of one that is out
  members = 8,     ///< each quarter, see `members::birth`
  livelihood = 9,  ///< each quarter: 0 and 1: normal of the lasting shock; 2: referral, and whether
                   ///< a business fails or begins; 3: whether work changes, and the card
};

/// Blocks of a household on the first day (month 0).
enum class Start : std::uint32_t {
  welfare = 0,     ///< two pairs of normals: lasting base, shock when chosen, score; shock now
  rank = 1,        ///< 0: rank in the score below the cut; 1: lot (highest 7 bits) and age of the
                   ///< record (lowest 16); 2 and 3: normals of willingness and of what traits share
  traits = 2,      ///< two pairs of normals: skills, self-confidence, habit, error of the record
  rest = 3,        ///< 0: clash with working hours; 1: savings; 2 and 3: months since assessed
  livelihood = 4,  ///< 0 and 1: normals of access and digital literacy; 2: assets; 3: business
                   ///< (upper 16 bits) and card (lower 16)
  survey = 5,  ///< of a family of a household file: 0 and 1: normal of survey noise; 2: quarters
               ///< of life beyond the whole years (2 bits a member); 3: months in the programme
               ///< (from the highest bits), head (lowest 16), pregnancy
  pupils = 6,  ///< 6 and 7: members at school, 16 bits each
  ready = 8,   ///< of a family of an open list: 0 and 1: normal of its lasting luck of late; 2: age
               ///< of its business
};

/// Blocks of a surveyed family in a month (0: the first day).
enum class Surveyed : std::uint32_t {
  spending = 0,  ///< 0 and 1: normal of the noise of spending; 2 and 3 free
};

/// Blocks of a facilitator: who is the district; the month word holds his number and, above 20
/// bits, the month (0: the first day).
enum class Hired : std::uint32_t {
  person = 0,  ///< 0 and 1: normals of talent and resilience; 2: where his rounds begin; 3: tenure
  judgement = 1,  ///< two pairs of normals: noise, bias, reluctance, integrity
  month = 2,      ///< 0: leaves, or the post is filled; 1: course; 2: found by an audit; 3 free
  conduct = 3,    ///< 0: keeps cards; 1 to 3 free
};

/// Blocks of a district in a month.
enum class DistrictBlock : std::uint32_t {
  cycle = 0,   ///< 0 and 1: normal of the business cycle (month 0: its start); 2: disaster;
               ///< 3 (month 0): where the district is in the rounding of its approvals
  survey = 1,  ///< of an area's first district, month 0: 0: where the walk through the household
               ///< file begins
};

/// Blocks of a candidate family (month 0).
enum class Candidate : std::uint32_t {
  people = 0,  ///< 0: kind of family; 1: mother's age; 2: head (upper half), grandparent or second
               ///< elder (lower half); 3: disabled
  births = 1,  ///< 1 to 3: waiting times of births 1 to 12
  schooling = 4,  ///< 4 to 6: children 1 to 12 at school (upper halves) and at home (lower halves)
  home = 7,       ///< 0: tenure; 1: ages of elders; 2: other relatives; 3 free
  // A family that is formed during the run answers `people` to `home` under numbers of its own: in
  // `people` word 1 is the age at which its mother forms it, and word 0 is free.
  // 64 and 65 were ageing and growing up: not used again.
  ageing = 66,  ///< in the quarter so many before month 0 (the month word), see `members::birth`
};

}  // namespace graduasi
