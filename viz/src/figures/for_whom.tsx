// For whom: what each policy brings to groups of families, by what they were on the first day.
import { answersOfGroups } from '../payload/answer_payload';
import type { Payload } from '../payload/payload';
import { groupName, splitName, strings } from '../words/strings';
import { GainsTable } from './gains_table';

interface Properties {
  payload: Payload;
  variant: string;
  hidden: Set<string>;
}

function nameOf(stratum: string): string {
  const [split = '', ...group] = stratum.split(':');
  return strings.forWhom.member(splitName(split), groupName(split, group.join(':')));
}

export function ForWhom({ payload, variant, hidden }: Properties) {
  const words = strings.forWhom;
  const shown = answersOfGroups(payload, variant).filter(({ policy }) => !hidden.has(policy));
  const policies = [...new Set(shown.map(({ policy }) => policy))];
  if (policies.length === 0)
    return (
      <>
        <p class="note">{strings.figures.noneShown}</p>
      </>
    );
  const groups = policies.map((policy) => ({
    heading: policy,
    rows: shown.filter((each) => each.policy === policy).map((answer) => ({ name: nameOf(answer.stratum), answer })),
  }));
  return (
    <>
      <GainsTable name={words.heading} caption={words.caption(payload.baseline)} corner={words.group} groups={groups} />
      <p class="note">
        {words.note} <span class="source">{strings.figures.source('answer.csv')}</span>
      </p>
    </>
  );
}
