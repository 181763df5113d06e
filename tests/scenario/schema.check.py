"""Holds scenarios against the JSON Schema: schema.check.py PROGRAM REPOSITORY

Every shipped scenario is valid, and every wrong one that a schema can see is not. What it cannot see is
listed here, so that a schema that forgets a rule is noticed. What `graduasi init` writes is valid, runs, and overwrites nothing.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

import jsonschema
import yaml

program, repository = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
schema = json.loads(subprocess.run([program, "schema"], check=True, capture_output=True).stdout)
jsonschema.Draft7Validator.check_schema(schema)
validator = jsonschema.Draft7Validator(schema)

# Files, other values, the order of things and how YAML is written: only `graduasi check` sees them.
beyond_a_schema = set("""
areas_is_a_folder areas_missing attribute_switch_twice change_before_from changes_out_of_order draws_missing draws_too_few
draws_wrong_lines extends_in_a_circle extends_itself extends_missing extends_newer_base findings_compared_wrongly
from_outside_the_run households_missing key_given_twice modules_of_the_baseline modules_optimised modules_swept
modules_take_too_much number_has_leading_zero phase_in_longer_than_run
policy_names_equal prior_descending prior_middle_outside sweep_against_policy sweep_against_prior
more_posts_by_rule_somewhere places_and_share places_of_groups
share_from_too_far sweep_makes_swept sweep_too_long tag two_targets two_targets_somewhere two_targets_swept
where_no_island where_nowhere where_one_month where_other_island years_missing
""".split())

failures = []


def parsed(text):
    return yaml.load(text, Loader=yaml.SafeLoader)


def expect(valid, name, scenario):
    problems = [error.message for error in validator.iter_errors(scenario)]
    if bool(problems) == valid:
        failures.append(f"{name} should be {'valid' if valid else 'refused'}: {problems[:3]}")


shipped = sorted((repository / "scenarios").glob("*.yaml"))
shipped += sorted((repository / "scenarios").glob("*/*.yaml"))
shipped += sorted((repository / "tests/golden").glob("*.yaml"))
assert len(shipped) >= 6, shipped
for file in shipped:
    scenario = parsed(file.read_text())
    # What `graduasi calibrate` reads is no scenario.
    if "targets" not in scenario:
        expect(True, file.name, scenario)

with tempfile.TemporaryDirectory() as folder:
    subprocess.run([program, "init", "first"], check=True, capture_output=True, cwd=folder)
    expect(True, "graduasi init", parsed((pathlib.Path(folder) / "first.yaml").read_text()))
    again = subprocess.run([program, "init", "first"], capture_output=True, text=True, cwd=folder)
    if (again.returncode, again.stderr) != (2, "first.yaml: is there already; choose another name, as in "
                                               "graduasi init my_policy\n"):
        failures.append(f"init over a file: {again}")
    run = subprocess.run([program, "run", "first.yaml", "--households", "2000", "--replicates", "2", "--quiet"],
                         capture_output=True, text=True, cwd=folder)
    if run.returncode != 0:
        failures.append(f"the first scenario does not run: {run.stderr}")

unseen, seen = set(), 0
for file in sorted((repository / "tests/scenario/wrong").glob("*.yaml")):
    try:
        scenario = parsed(file.read_text())
    except (yaml.YAMLError, UnicodeDecodeError, ValueError, RecursionError):
        continue  # no YAML at all: every editor says so
    if file.with_suffix(".set").exists() and validator.is_valid(scenario):
        continue  # the mistake stands on the command line
    seen += 1
    if validator.is_valid(scenario):
        unseen.add(file.stem)
if unseen != beyond_a_schema:
    failures.append(f"newly accepted: {sorted(unseen - beyond_a_schema)}; "
                    f"newly refused: {sorted(beyond_a_schema - unseen)}")
assert seen >= 60, seen

head = "format: 1\nquestion: Which one?\n"
for text in ("world: {skills: {learning_rate: {normal: [0.1, 0.02]}}}",
             "sweep: {policy.sessions.hours: [1, 2]}",
             "policies: [{name: a}, {name: 150, from: 2027-01, changes: [{from: 2028-01, sessions: {hours: 1}}]}]",
             "output: {strata: [area], measures: [active]}",
             "world:"):
    expect(True, text, parsed(head + text))
for text in ("world: {skills: {learning_rate: 2}}",
             "world: {skills: {learning_rat: 0.1}}",
             "world: {skills: {learning_rate: {uniform: [0.1, 2]}}}",
             "world: {skills: {learning_rate: {uniform: [0.1]}}}",
             "run: {months: {uniform: [12, 24]}}",
             "run: {start: 2026-13}",
             "policies: []",
             "policies: [{name: a, from: 2027-01}]",
             "policies: [{name: a}, {name: b, sessions: {hours: {uniform: [1, 2]}}}]",
             "sweep: {run.months: [12]}",
             "sweep: {policy.sessions.hours: [1, 1]}",
             "output: {measures: [no_such_measure]}"):
    expect(False, text, parsed(head + text))
expect(False, "no question", {"format": 1})

hover = schema["properties"]["world"]["properties"]["skills"]["properties"]["learning_rate"]
for part in ("share of the missing skill", "unit: per month", "range: [0, 1]", "default: 0.06", "source: assumption"):
    if part not in hover["description"]:
        failures.append(f"the hover text lacks '{part}': {hover['description']}")
if hover.get("default") != 0.06:
    failures.append(f"the default is {hover.get('default')}")

print("\n".join(failures))
sys.exit(1 if failures else 0)
