// What each group of mechanisms contributes to a result in this model.
import { useState } from 'preact/hooks';
import { drawShares } from '../drawings/share_drawing';
import { Choice } from '../parts/choice';
import { FigureNotes, intervalNote } from '../parts/figure_notes';
import { NumbersTable } from '../parts/numbers_table';
import { PathText } from '../parts/path_text';
import { paper, Picture } from '../parts/picture';
import { ScrollingTable } from '../parts/scrolling_table';
import type { Attribution, AttributionAnswer, Estimated, GroupShare } from '../payload/analysis_payload';
import type { Payload, Value } from '../payload/payload';
import { monthName } from '../words/calendar';
import { inWords, intervalInWords, scaleFor, unitOfDifference } from '../words/numbers';
import { labelOf, readable, strings } from '../words/strings';
import { askedFor } from './headline';

const groupName = ({ group, same_first_day: same }: GroupShare): string =>
  `${readable(strings.attribution.groups[group] ?? group)}${same ? '' : ' *'}`;

const answerName = ({ policy, baseline }: AttributionAnswer): string =>
  baseline === null ? policy : strings.attribution.less(policy, baseline);

const valueOf = ({ mean, lower, upper }: Estimated): Value | null =>
  mean === null ? null : { value: mean, lower, upper };

const told = ({ mean, lower, upper }: Estimated, unit: string, sign: boolean): string =>
  strings.figures
    .spokenItem(
      '',
      inWords(mean, unit, lower, upper, sign),
      mean === null ? '' : intervalInWords(mean, lower, upper, unit, sign),
    )
    .trim();

/** The heaviest first, whichever way it pulls; those without a value last. */
const byWeight = (groups: GroupShare[]): GroupShare[] =>
  [...groups].sort((a, b) => Math.abs(b.value.mean ?? 0) - Math.abs(a.value.mean ?? 0));

const unitsOf = (attribution: Attribution, answer: AttributionAnswer) => ({
  whole: answer.baseline === null ? attribution.measure.unit : unitOfDifference(attribution.measure.unit),
  part: unitOfDifference(attribution.measure.unit),
});

/** The answer of the page in words: the whole, and the group that weighs most. */
export function attributionAnswer(payload: Payload, attribution: Attribution): string[] {
  const words = strings.attribution;
  const answer = attribution.answers[askedFor(attribution)];
  if (!answer) return [];
  const { whole, part } = unitsOf(attribution, answer);
  const [heaviest] = byWeight(answer.groups);
  const sign = answer.baseline !== null;
  return [
    words.whole(
      labelOf(attribution.measure),
      strings.calendar.endOf(monthName(payload.start, attribution.month)),
      answerName(answer),
      told(answer.everything_on, whole, sign),
      told(answer.nothing_on, whole, sign),
    ),
    ...(heaviest && heaviest.value.mean !== null
      ? [words.most(readable(words.groups[heaviest.group] ?? heaviest.group), told(heaviest.value, part, true))]
      : []),
  ];
}

export function AttributionFigure({
  heading,
  payload,
  attribution,
}: {
  heading: string;
  payload: Payload;
  attribution: Attribution;
}) {
  const [chosen, setChosen] = useState(askedFor(attribution));
  const words = strings.attribution;
  const answer = attribution.answers[chosen];
  if (!answer) return null;
  const groups = byWeight(answer.groups);
  const { whole, part } = unitsOf(attribution, answer);
  const sign = answer.baseline !== null;
  const rows = groups.flatMap((group) =>
    group.value.mean === null
      ? []
      : [
          {
            name: groupName(group),
            value: group.value.mean,
            lower: group.value.lower,
            upper: group.value.upper,
            alone: group.alone.mean,
            last: group.last.mean,
          },
        ],
  );
  const missing = groups.filter((group) => group.value.mean === null).map(groupName);
  const scale = scaleFor(
    part,
    rows.flatMap((row) => [row.value, row.lower, row.upper, row.alone, row.last]),
  );
  const end = strings.calendar.endOf(monthName(payload.start, attribution.month));
  const title = words.title(labelOf(attribution.measure), end, answerName(answer));
  const spoken = `${title}. ${groups.map((group) => strings.figures.spokenItem(groupName(group), inWords(group.value.mean, part, group.value.lower, group.value.upper, true), '')).join('; ')}.`;
  return (
    <>
      <div class="figure-head">
        <h2>{heading}</h2>
        {attribution.answers.length > 1 && (
          <Choice
            id="attribution-choice"
            label={words.of}
            value={String(chosen)}
            onChoose={(value) => setChosen(Number(value))}
          >
            {attribution.answers.map((each, i) => (
              <option key={i} value={String(i)}>
                {answerName(each)}
              </option>
            ))}
          </Choice>
        )}
      </div>
      <p>
        {words.whole(
          labelOf(attribution.measure),
          end,
          answerName(answer),
          told(answer.everything_on, whole, sign),
          told(answer.nothing_on, whole, sign),
        )}
      </p>
      <figure data-measure={attribution.measure.name}>
        <figcaption>
          <h3>{title}</h3>
        </figcaption>
        {rows.length === 0 ? (
          <p class="note">{strings.figures.noValues}</p>
        ) : (
          <>
            <ul class="legend in-line">
              <li>
                <span class="swatch" style={{ background: 'var(--policy-0)' }} />
                {words.contributes}
              </li>
              <li>
                <svg class="key" width="14" height="12" aria-hidden="true">
                  <circle cx="6" cy="6" r="4" fill="none" stroke="var(--text)" stroke-width="1.5" />
                </svg>
                {words.alone}
              </li>
              <li>
                <svg class="key" width="14" height="12" aria-hidden="true">
                  <path d="M6 0L11 6L6 12L1 6Z" fill="var(--text)" />
                </svg>
                {words.last}
              </li>
            </ul>
            <Picture
              label={spoken}
              draw={(width) => drawShares(rows, scale, width)}
              dependsOn={[attribution, chosen, strings]}
              onPaper={paper.whole}
            />
          </>
        )}
        <FigureNotes
          file="attribution.csv"
          notes={[
            words.shapley,
            words.explained,
            intervalNote(
              payload,
              'share',
              rows.some((row) => row.lower !== null),
            ),
            groups.some((group) => !group.same_first_day) ? words.moved : '',
            missing.length > 0 ? strings.splits.withoutValue(missing.join(', ')) : '',
            attribution.kept.length > 0 ? words.kept(attribution.kept.join(', ')) : '',
          ]}
        />
        <NumbersTable
          name={strings.figures.tableName(title, scale.words)}
          corner={words.group}
          columns={[words.contributes, words.aloneColumn, words.lastColumn]}
          scale={scale}
          sign
          rows={groups.map((group) => ({
            head: groupName(group),
            cells: [valueOf(group.value), valueOf(group.alone), valueOf(group.last)],
          }))}
        />
        <details class="numbers">
          <summary>{words.inside}</summary>
          <ScrollingTable name={words.inside} kind="wide-text">
            <thead>
              <tr>
                <th scope="col">{words.group}</th>
                <th scope="col" class="text">
                  {words.switches}
                </th>
              </tr>
            </thead>
            <tbody>
              {groups.map((group) => (
                <tr key={group.group}>
                  <th scope="row">{groupName(group)}</th>
                  <td class="text">
                    {group.switches.map((path) => (
                      <div key={path}>
                        <code>
                          <PathText text={path} />
                        </code>
                      </div>
                    ))}
                  </td>
                </tr>
              ))}
            </tbody>
          </ScrollingTable>
        </details>
      </figure>
    </>
  );
}
