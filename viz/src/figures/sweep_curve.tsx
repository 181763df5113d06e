// A measure at the end of the run along one swept value, and what a further unit of it changes.
import { valueDomain } from '../drawings/curve_drawing';
import { lookOf } from '../drawings/palette';
import { drawSweep } from '../drawings/sweep_drawing';
import { FigureNotes, intervalNote } from '../parts/figure_notes';
import { NumbersTable } from '../parts/numbers_table';
import { paper, Picture } from '../parts/picture';
import type { Measure, Payload, Sweep, Value } from '../payload/payload';
import { axisName, pointsAlong, setting, stepsAlong, type Places, type Shown } from '../payload/sweep_values';
import { monthName } from '../words/calendar';
import { inWords, intervalInWords, scaleFor, unitOfDifference } from '../words/numbers';
import { listed, labelOf, strings, unitName } from '../words/strings';

interface Properties {
  payload: Payload;
  sweep: Sweep;
  axis: number;
  places: Places;
  measure: Measure;
  shown: Shown;
  hidden: Set<string>;
}

const bounds = ({ value, lower, upper }: Value) => [value, lower, upper];

export function SweepCurve({ payload, sweep, axis, places, measure, shown, hidden }: Properties) {
  const along = sweep.axes[axis];
  if (!along) return null;
  const words = strings.sweep;
  const points = pointsAlong(payload, sweep, axis, places, measure, shown);
  const policies = payload.policies.filter(
    (policy) => !hidden.has(policy) && points.some(({ ends }) => ends.has(policy)),
  );
  if (policies.length === 0)
    return (
      <p class="note">
        {hidden.size >= payload.policies.length ? strings.figures.noneShown : strings.figures.noValues}
      </p>
    );

  const signed = shown === 'difference';
  const unit = signed ? unitOfDifference(measure.unit) : measure.unit;
  const scale = scaleFor(
    unit,
    points.flatMap(({ ends }) => policies.flatMap((policy) => (ends.has(policy) ? bounds(ends.get(policy)!) : []))),
  );
  const end = strings.calendar.endOf(monthName(payload.start, payload.months));
  const label = signed ? words.less(labelOf(measure), payload.baseline) : labelOf(measure);
  const name = axisName(along);
  const named = strings.figures.tableName(name, unitName(along.unit));
  const title = words.title(label, end, name);
  const told = (text: string, { value, lower, upper }: Value) =>
    strings.figures.spokenItem(
      text,
      inWords(value, unit, lower, upper, signed),
      intervalInWords(value, lower, upper, unit, signed),
    );
  const lines = policies.map((policy) => ({
    policy,
    look: lookOf(policy, payload),
    values: points.flatMap(({ at, text, ends }) => {
      const value = ends.get(policy);
      return value
        ? [{ ...value, at, text, title: [policy, `${name} ${text}`, told('', value).trim()].join('\n') }]
        : [];
    }),
  }));
  const { domain, fromZero } = valueDomain(
    lines.map(({ policy, look, values }) => ({
      policy,
      look,
      baseline: false,
      points: values.map(({ value, lower, upper }) => ({ value, lower, upper, date: new Date(0), run: 0, title: '' })),
    })),
    signed,
  );
  const spoken = `${title}. ${lines.map(({ policy, values }) => `${policy}: ${values.map((value) => told(`${value.text}:`, value)).join('; ')}.`).join(' ')}`;
  const held = sweep.axes.flatMap((each, i) => (i === axis ? [] : [setting(each, places[i] ?? 0)]));
  const steps = stepsAlong(payload, sweep, axis, places, measure);
  const moved = policies.filter((policy) => steps.some(({ perUnit }) => perUnit.has(policy)));
  const stepUnit = unitOfDifference(measure.unit);
  const stepScale = scaleFor(
    stepUnit,
    steps.flatMap(({ perUnit }) => [...perUnit.values()].flatMap(bounds)),
  );
  const hasIntervals = lines.some(({ values }) => values.some((value) => value.lower !== null));
  return (
    <figure id="sweep-curve" data-measure={measure.name}>
      <figcaption>
        <h3>{title}</h3>
      </figcaption>
      <Picture
        label={spoken}
        draw={(width, tallest) =>
          drawSweep(
            {
              lines,
              axis: named,
              texts: points.map(({ text }) => text),
              isNumber: along.is_number,
              domain,
              scale,
              signed,
            },
            width,
            tallest,
          )
        }
        dependsOn={[payload, axis, places, measure, shown, hidden, strings]}
        onPaper={paper.whole}
      />
      <FigureNotes
        measure={measure}
        file={signed ? 'comparison.csv, variants.csv' : 'curves.csv, variants.csv'}
        notes={[
          strings.figures.unitAndBetter[measure.better] ?? '',
          intervalNote(payload, 'bar', hasIntervals),
          along.is_number ? words.joined : '',
          held.length > 0 ? words.held(listed(held)) : '',
          fromZero ? '' : strings.figures.notFromZero,
        ]}
      />
      <NumbersTable
        name={strings.figures.tableName(title, scale.words)}
        corner={named}
        columns={policies}
        scale={scale}
        sign={signed}
        rows={points.map(({ text, ends }) => ({
          head: text,
          cells: policies.map((policy) => ends.get(policy) ?? null),
        }))}
      />
      {moved.length > 0 && (
        <NumbersTable
          summary={words.marginal}
          name={strings.figures.tableName(words.perUnit(labelOf(measure), name), stepScale.words)}
          corner={named}
          columns={moved}
          scale={stepScale}
          sign
          rows={steps.map(({ from, to, perUnit }) => ({
            head: strings.range(from, to),
            cells: moved.map((policy) => perUnit.get(policy) ?? null),
          }))}
          source="marginals.csv"
        />
      )}
    </figure>
  );
}
