// Which policy is the one to choose when parameters are uncertain, and what knowing them would be worth.
import { lookOf } from '../drawings/palette';
import { drawThresholds, type ThresholdLine } from '../drawings/threshold_drawing';
import { FigureNotes } from '../parts/figure_notes';
import { NumbersTable } from '../parts/numbers_table';
import { paper, Picture } from '../parts/picture';
import type { Decision } from '../payload/cost_payload';
import type { Payload, Value } from '../payload/payload';
import { inWords, scaleFor } from '../words/numbers';
import { strings } from '../words/strings';

interface Properties {
  payload: Payload;
  decision: Decision;
  hidden: Set<string>;
}

interface Named {
  name: string;
  color: string;
  dash: string | undefined;
  values: (number | null)[];
}

const neutral = ['var(--text)', 'var(--policy-4)', 'var(--policy-3)', 'var(--policy-6)', 'var(--policy-2)'];
const dashes = [undefined, '7 3', '2 3', '9 3 2 3', '5 2'];

/** So many parameters are drawn, those that knowing is worth most; the table has them all. */
const most_drawn = 4;

const largest = (values: (number | null)[]) => Math.max(0, ...values.map((value) => value ?? 0));

const cell = (value: number | null | undefined): Value | null =>
  value === null || value === undefined ? null : { value, lower: null, upper: null };

function linesOf(named: Named[], thresholds: number[], unit: string): ThresholdLine[] {
  return named
    .map(({ name, color, dash, values }) => ({
      policy: name,
      color,
      dash,
      values: thresholds.flatMap((at, i) => {
        const value = values[i] ?? null;
        return value === null
          ? []
          : [
              {
                at,
                value,
                title: [name, strings.costs.decision.at(inWords(at, 'rupiah')), inWords(value, unit)].join('\n'),
              },
            ];
      }),
    }))
    .filter(({ values }) => values.length > 0);
}

function Figure({
  id,
  title,
  named,
  decision,
  unit,
  domain,
  notes,
  file,
}: {
  id: string;
  title: string;
  named: Named[];
  decision: Decision;
  unit: string;
  domain: [number, number];
  notes: string[];
  file: string;
}) {
  const words = strings.costs.decision;
  const { thresholds } = decision;
  const lines = linesOf(named, thresholds, unit);
  if (lines.length === 0) return <p class="note">{strings.figures.noValues}</p>;
  // The least of them decides, so that none is written as a part of a billion.
  const x = scaleFor('rupiah', [Math.min(...thresholds.filter((each) => each > 0))]);
  const y = scaleFor(
    unit,
    lines.flatMap(({ values }) => values.map(({ value }) => value)),
  );
  const marks = thresholds.filter((_, i) => i % Math.max(1, Math.floor(thresholds.length / 4)) === 0);
  const spoken = `${title}. ${lines
    .map(
      ({ policy, values }) =>
        `${policy}: ${values
          .filter(({ at }) => marks.includes(at))
          .map(({ at, value }) => `${words.at(inWords(at, 'rupiah'))} ${inWords(value, unit)}`)
          .join('; ')}.`,
    )
    .join(' ')}`;
  return (
    <figure id={id}>
      <figcaption>
        <h3>{title}</h3>
      </figcaption>
      <Picture
        label={spoken}
        draw={(width, tallest) =>
          drawThresholds({ lines, domain, x: { words: words.axis(x.words), scale: x }, y }, width, tallest)
        }
        dependsOn={[named, strings]}
        onPaper={paper.whole}
      />
      <FigureNotes file={file} notes={notes} />
      <NumbersTable
        name={strings.figures.tableName(title, y.words)}
        corner={words.axis(x.words)}
        columns={named.map(({ name }) => name)}
        scale={y}
        rows={thresholds.map((at, i) => ({
          head: inWords(at, 'rupiah'),
          cells: named.map(({ values }) => cell(values[i])),
        }))}
      />
    </figure>
  );
}

export function DecisionFigures({ payload, decision, hidden }: Properties) {
  const words = strings.costs.decision;
  const policies: Named[] = decision.policies
    .filter(({ policy }) => !hidden.has(policy))
    .map(({ policy, probability_best }) => {
      const { color, dash } = lookOf(policy, payload);
      return { name: policy, color, dash, values: probability_best };
    });
  const ranked = [...decision.parameters].sort((a, b) => largest(b.value) - largest(a.value));
  const drawn = ranked.slice(0, most_drawn).map(({ path, value }, i) => ({
    name: path.split('.').slice(-2).join('.'),
    color: neutral[i + 1] ?? 'var(--text)',
    dash: dashes[i + 1],
    values: value,
  }));
  const limit =
    decision.limit.length > 0
      ? [{ name: words.limit, color: 'var(--quiet)', dash: '1 3', values: decision.limit }]
      : [];
  const worth: Named[] = [
    { name: words.everything, color: 'var(--text)', dash: undefined, values: decision.everything },
    ...drawn,
    ...limit,
  ];
  const top = largest(worth.flatMap(({ values }) => values));
  const rests = [strings.costs.inModel, words.draws(decision.draws)];
  return (
    <>
      <Figure
        id="acceptability"
        title={words.acceptability}
        named={policies}
        decision={decision}
        unit="share"
        domain={[0, 1]}
        notes={[words.explained, ...rests]}
        file="acceptability.csv"
      />
      <Figure
        id="information"
        title={words.information}
        named={worth}
        decision={decision}
        unit="rupiah"
        domain={[0, top > 0 ? top : 1]}
        notes={[
          words.worth,
          limit.length > 0 ? words.limitExplained : words.tooFew,
          ...rests,
          ranked.length > 0 ? words.paths(ranked.map(({ path }) => path).join(', ')) : '',
        ]}
        file="information.csv"
      />
    </>
  );
}
