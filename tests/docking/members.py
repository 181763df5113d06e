"""The track of members and the persons of a family (part 4 of population.md, member_clocks and life_cycle of model.md).

A family has four places. A place holds a position on a track of quarters: 0 nobody, 1 to 3 pregnancy, 4 to 31 early
childhood, 32 to 55 SD, 56 to 67 SMP, 68 to 79 SMA, 127 severely disabled, 128 + k an adult k quarters after 50.
"""

import math
from types import SimpleNamespace

import numpy as np

BIRTH_POSITION = np.array([8, 5, 6, 7])
SCHOOL, SMP, SCHOOL_ENDS, DISABLED, ADULT, TRACK_ENDS = 32, 56, 80, 127, 128, 255


def risks(clocks):
    """The chance that a place is emptied, by the position arrived at: in July, and in the three other quarters."""
    july, other = np.zeros(256), np.zeros(256)
    july[4] = other[4] = clocks.pregnancy_loss
    july[33:56], july[57:68], july[69:80] = (clocks.dropout_primary, clocks.dropout_junior_secondary,
                                             clocks.dropout_senior_secondary)
    july[56], july[68] = 1 - clocks.to_junior_secondary, 1 - clocks.to_senior_secondary
    other[33:80] = clocks.child_leaves / 3
    july[80] = other[80] = 1
    for column in (july, other):
        column[127] = clocks.death_disabled / 4
        column[128:168], column[168:208], column[208:256] = (clocks.death_50 / 4, clocks.death_60 / 4,
                                                             clocks.death_70 / 4)
    return july, other


def still_at_school(clocks):
    """L: the share of children who are still in the family and at school, by position."""
    july, other = risks(clocks)
    stays = np.ones(256)
    for position in range(5, 80):
        risk = july[position] if position % 4 == 0 else other[position]
        stays[position] = stays[position - 1] * (1 - risk)
    stays[80:] = 0
    return stays


def entitlement(places, benefit):
    """What the four places entitle a family to, in 100,000 rupiah a year."""
    pays = np.zeros(256, int)
    pays[1:32] = benefit.early_childhood
    pays[32:56], pays[56:68], pays[68:80] = benefit.primary, benefit.junior_secondary, benefit.senior_secondary
    pays[127] = pays[128 + 4 * (benefit.elderly_from - 50):] = benefit.disabled_or_elderly
    total = pays[places].sum(axis=0)
    counts = ((places >= 1) & (places < 80)) | (places == 127) | (places >= 128 + 4 * (benefit.elderly_from - 50))
    total = total + benefit.per_family * counts.any(axis=0)
    return np.minimum(total, 127)


def old_at(places):
    """How many adults past 50 have a place."""
    return (places >= ADULT).sum(axis=0)


def take_first_empty(places, who, position):
    """Those of `who` that have an empty place put `position` into the first one; returns who did."""
    empty = places == 0
    can = who & empty.any(axis=0)
    rows = np.flatnonzero(can)
    places[empty[:, rows].argmax(axis=0), rows] = position[rows] if np.ndim(position) else position
    return can


def step(family, world, school_quarter, draw, dropout=1.0, moves=None):
    """A quarter of members and persons for the families in `moves` (all, if left out).

    `family` has `places` (four rows, a column for each family), `adult` (quarters of life of the oldest adult while
    without a place, 0 if there is none), `persons`, `grown` and `working`. `draw(question, shape)` gives uniform
    numbers. `dropout` times the usual chance is that of leaving school in July. Returns the change of log earnings, and
    the children who left school only because their chance was another than usual.
    """
    clocks, july = world.member_clocks, school_quarter == 0
    count = len(family.adult)
    moves = np.ones(count, bool) if moves is None else moves
    before = family.places
    goes_up = ((before >= 1) & (before < SCHOOL_ENDS)) | ((before >= ADULT) & (before < TRACK_ENDS))
    arrived = before + goes_up
    usual = risks(clocks)[0 if july else 1][arrived]
    risk, luck = usual, draw("members", (4, count))
    at_school = (arrived > SCHOOL) & (arrived < SCHOOL_ENDS)
    if july:
        factor = np.broadcast_to(np.asarray(dropout, float), arrived.shape)
        risk = np.where(at_school, np.minimum(usual * factor, 1), usual)
    gone = (arrived > 0) & (luck < risk) & moves
    lost_to_school = (at_school & (luck >= usual) & gone).sum(axis=0)
    born = (arrived == 4) & ~gone & moves
    after = np.where(gone, 0, arrived)
    after = np.where(born, BIRTH_POSITION[school_quarter], after)
    places = np.where(moves, after, before)
    _begin_pregnancies(places, clocks, draw, moves)
    adult, adult_gone = _adult_without_place(family, places, clocks, draw, moves)

    old_persons, old_working, free_before = family.persons, family.working, free_of_care(family, before, world.care)
    persons, grown, working = family.persons.copy(), family.grown.copy(), family.working.copy()
    persons += born.sum(axis=0)
    left_school = gone & (arrived >= SMP) & (arrived <= SCHOOL_ENDS)
    if july:
        home, works = draw("stays at home", (4, count)), draw("works", (4, count))
        stays = left_school & (home < family.older_children_home)
        grown += stays.sum(axis=0)
        working += (stays & (works < world.life_cycle.works)).sum(axis=0)
        persons -= (left_school & ~stays).sum(axis=0)
    else:
        persons -= (gone & at_school).sum(axis=0)
    persons -= (gone & (arrived >= DISABLED)).sum(axis=0) + adult_gone
    moves_out = moves & (draw("moves out", count) < world.life_cycle.leaves * grown)
    worked = moves_out & (draw("worked", count) * np.maximum(grown, 1) < working)
    grown, working = grown - moves_out, working - worked
    persons = np.clip(persons - moves_out, 1, 16)

    family.places, family.adult = places, adult
    change = np.zeros(count)
    if world.life_cycle.on:
        family.persons, family.grown, family.working = persons, grown, working
        change = (world.life_cycle.scale * np.log(old_persons / persons) - world.life_cycle.wanes * old_at(places)
                  + math.log(1 + world.life_cycle.contributes / world.life_cycle.earners) * (working - old_working)
                  + np.log(free_of_care(family, places, world.care) / free_before))
    return SimpleNamespace(change=np.where(moves, change, 0), lost_to_school=lost_to_school)


def free_of_care(family, places, care):
    """The part of adults' earning hours that care leaves."""
    if not care.child_hours:
        return np.ones(places.shape[1])
    weight = (((places >= 4) & (places < SCHOOL)).sum(axis=0) + care.disabled * (places == DISABLED).sum(axis=0)
              + care.frail * (places >= ADULT + 4 * (care.frail_years - 50)).sum(axis=0))
    adults = np.where(family.female_head, 1, 2) + family.grown
    return 1 - np.minimum(care.child_hours / 40 * weight / adults, care.most)


def _begin_pregnancies(places, clocks, draw, moves):
    """A pregnancy begins in the first empty place, by the age of the youngest child."""
    if not clocks.births:
        draw("pregnancy", places.shape[1])
        return
    on_track = np.where((places >= 1) & (places < SCHOOL_ENDS), places, 999)
    youngest = on_track.min(axis=0)
    rate = np.select([youngest < 4, youngest < SCHOOL, youngest < SMP, youngest < SCHOOL_ENDS],
                     [0, clocks.birth_youngest_early / 4, clocks.birth_youngest_primary / 4,
                      clocks.birth_youngest_secondary / 4], 0)
    take_first_empty(places, moves & (draw("pregnancy", places.shape[1]) < rate), 1)


def _adult_without_place(family, places, clocks, draw, moves):
    """The oldest adult who has no place gets a quarter older, and takes one from 50 years on."""
    has = moves & (family.adult > 0)
    adult = np.where(has, family.adult + 1, family.adult)
    position = np.minimum(ADULT + adult - 200, TRACK_ENDS)
    risk = np.where(adult > 200, risks(clocks)[1][np.maximum(position, 0)], 0)
    gone = has & (draw("adult", len(adult)) < risk)
    adult = np.where(gone, 0, adult)
    seated = take_first_empty(places, moves & (adult >= 200), position)
    return np.where(seated, 0, adult), gone
