// A split with few groups: curves over time, group beside group on one scale.
import { useMemo } from 'preact/hooks';
import { drawCurves, hasNames, valueDomain } from '../drawings/curve_drawing';
import { hasIntervals, lastValues, linesOf, periodOf } from '../drawings/lines';
import { bandsNote, FigureNotes, intervalNote } from '../parts/figure_notes';
import { paper, Picture } from '../parts/picture';
import { YearlyNumbers } from '../parts/yearly_numbers';
import { curvesOf, type Measure, type Payload, type Split } from '../payload/payload';
import { groupCurve } from '../payload/split_values';
import { monthName } from '../words/calendar';
import { scaleFor } from '../words/numbers';
import { groupName, labelOf, splitName, strings } from '../words/strings';
import { valuesOf } from './curve_figure';

interface Properties {
  payload: Payload;
  split: Split;
  measure: Measure;
  variant: string;
  hidden: Set<string>;
  policy: string;
}

export function GroupPanels({ payload, split, measure, variant, hidden, policy }: Properties) {
  const panels = useMemo(() => {
    const shown = curvesOf(payload, split.curves, measure.name, variant).filter((curve) => !hidden.has(curve.policy));
    return split.groups.map((group, place) => {
      const curves = shown.map((curve) => groupCurve(curve, place));
      return {
        name: groupName(split.name, group),
        curves,
        lines: linesOf(payload, curves, measure.unit, { chosen: policy }),
      };
    });
  }, [payload, split, measure, variant, hidden, policy, strings]);
  const everyLine = panels.flatMap(({ lines }) => lines);
  const everyCurve = panels.flatMap(({ curves }) => curves);
  if (everyLine.length === 0)
    return (
      <p class="note">
        {hidden.size >= payload.policies.length ? strings.figures.noneShown : strings.figures.noValues}
      </p>
    );

  const words = strings.splits;
  const label = labelOf(measure);
  const title = words.title(label, splitName(split.name));
  const scale = scaleFor(measure.unit, valuesOf(everyCurve));
  const period = periodOf(payload, everyCurve);
  const end = strings.calendar.endOf(monthName(payload.start, payload.months));
  const policies = new Set(everyLine.map((line) => line.policy));
  return (
    <figure class="panels" data-measure={measure.name}>
      <figcaption>
        <h3>{title}</h3>
      </figcaption>
      <div class="small-figures">
        {panels.map(({ name, lines }) => (
          <div class="panel" key={name}>
            <h4>{name}</h4>
            {lines.length === 0 ? (
              <p class="note">{strings.figures.noValues}</p>
            ) : (
              <Picture
                label={strings.figures.spoken(`${label}, ${name}`, '', end, lastValues(lines, measure.unit))}
                draw={(width, tallest) =>
                  drawCurves({ lines, period, scale, compact: true, sharing: everyLine }, width, tallest)
                }
                dependsOn={[lines]}
                onPaper={paper.half}
              />
            )}
          </div>
        ))}
      </div>
      <FigureNotes
        measure={measure}
        file="curves.csv"
        notes={[
          words.sharedScale,
          strings.figures.unitAndBetter[measure.better] ?? '',
          intervalNote(payload, 'band', hasIntervals(everyLine)),
          bandsNote(everyLine),
          valueDomain(everyLine).fromZero ? '' : strings.figures.notFromZero,
          policies.size > 1 && !hasNames(policies.size, true) ? strings.figures.colorsAbove : '',
        ]}
      />
      <YearlyNumbers
        payload={payload}
        name={title}
        scale={scale}
        curves={panels.flatMap(({ name, curves }) =>
          curves.map((curve) => ({ ...curve, name: curves.length > 1 ? `${name}: ${curve.policy}` : name })),
        )}
      />
    </figure>
  );
}
