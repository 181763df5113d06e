// The answer at the top of the page: what every policy brings, and what its interval means.
import { answersOf, type Answer } from '../payload/answer_payload';
import type { Payload } from '../payload/payload';
import { listed, strings } from '../words/strings';
import { intervalSentence } from './answer';
import { broughtBy, ofBaseline } from './brought';
import { GainsTable } from './gains_table';

/** So many policies are told one by one; more are read better in a table. */
const most_told = 6;

/** Whether the payload holds what these lines are made of: results of older programs do not. */
export const hasFirstLines = (payload: Payload, variant: string) => answersOf(payload, variant).length > 0;

function Told({ answers }: { answers: Answer[] }) {
  return (
    <ul class="brought">
      {answers.map(broughtBy).map(({ policy, lines, warning }) => (
        <li key={policy}>
          <b>{policy}</b>
          {lines.map((line) => (
            <span class="line" key={line}>
              {line}
            </span>
          ))}
          {warning && (
            <span class="line">
              <strong>{warning}</strong>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

/** The table, and under it the policies to be warned of. */
export function Tabled({ answers, baseline }: { answers: Answer[]; baseline: string }) {
  const words = strings.brought;
  const warned = [
    { those: answers.filter((each) => each.mostly_premature), of: words.warning },
    { those: answers.filter((each) => each.mostly_not_able), of: words.warningTaken },
  ].filter(({ those }) => those.length > 0);
  return (
    <>
      <GainsTable
        name={words.against(baseline)}
        caption={strings.forWhom.below}
        corner={strings.comparison.policy}
        groups={[{ heading: '', rows: answers.map((answer) => ({ name: answer.policy, answer })) }]}
      />
      {warned.map(({ those, of }) => (
        <p class="brought" key={of}>
          <b>{listed(those.map(({ policy }) => words.policy(policy)))}:</b> <strong>{of}</strong>
        </p>
      ))}
    </>
  );
}

export function FirstLines({ payload, variant }: { payload: Payload; variant: string }) {
  const words = strings.brought;
  const answers = answersOf(payload, variant);
  const opening = [
    payload.variants.length > 1 ? strings.answer.variant(variant) : '',
    ofBaseline(payload, variant),
    words.against(payload.baseline),
  ];
  return (
    <>
      <p>{opening.filter(Boolean).join(' ')}</p>
      {answers.length > most_told ? (
        <Tabled answers={answers} baseline={payload.baseline} />
      ) : (
        <Told answers={answers} />
      )}
      <p class="note">
        {intervalSentence(payload)} {words.source}
      </p>
    </>
  );
}
