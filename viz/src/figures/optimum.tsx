// Which levers do best under a budget, or reach a target for least, and what more or less of it would bring.
import { boundsOf, drawPlane, type PlanePoint } from '../drawings/plane_drawing';
import { FigureNotes, intervalNote } from '../parts/figure_notes';
import { PathText } from '../parts/path_text';
import { paper, Picture } from '../parts/picture';
import { ScrollingTable } from '../parts/scrolling_table';
import type { Estimated, Optimum, OptimisedLever } from '../payload/analysis_payload';
import type { Payload } from '../payload/payload';
import { monthName } from '../words/calendar';
import { inWords, scaleFor, unitOfDifference } from '../words/numbers';
import { labelOf, listed, strings, unitName } from '../words/strings';
import { inSentence, leverName, levers, limitInWords, quantity, sides, told, withoutOptimum } from './optimum_words';

export function optimumAnswer(payload: Payload, optimum: Optimum): string[] {
  const words = strings.optimum;
  const { aim, of, baseline } = sides(optimum);
  const limit = limitInWords(optimum, optimum.limit);
  const { optimum: best, other_luck: fresh } = optimum;
  if (best === null) return [withoutOptimum(optimum)];
  return [
    (optimum.minimises ? words.least : words.most)(
      labelOf(aim),
      strings.calendar.endOf(monthName(payload.start, optimum.month)),
      limit,
      told(of(best), aim.unit),
      levers(optimum, best),
    ),
    words.baseline(told(baseline, aim.unit)),
    ...(fresh ? [words.fresh(told(of(fresh), aim.unit))] : []),
  ];
}

function pointFrom(
  name: string,
  color: string,
  x: number,
  { mean, lower, upper }: Estimated,
  hollow = false,
  large = false,
): PlanePoint[] {
  return mean === null ? [] : [{ name, color, x, y: mean, lower, upper, hollow, large }];
}

/** What more or less of the limit would bring. */
function Frontier({ payload, optimum }: { payload: Payload; optimum: Optimum }) {
  const words = strings.optimum;
  const { aim, limited, of, more } = sides(optimum);
  const reached = optimum.frontier.flatMap((point) =>
    point.best === null
      ? []
      : pointFrom(
          words.times(quantity(point.multiple)),
          'var(--policy-0)',
          point.limit,
          of(point.best),
          false,
          point.multiple === 1,
        ),
  );
  const missed = optimum.frontier.filter(({ best }) => best === null).map(({ limit }) => inWords(limit, limited.unit));
  const fresh =
    optimum.other_luck === null
      ? []
      : pointFrom(words.otherLuck, 'var(--policy-1)', optimum.limit, of(optimum.other_luck), true);
  const points = [...reached, ...fresh];
  if (reached.length === 0)
    return (
      <p class="note" id="no-frontier">
        {withoutOptimum(optimum)}
      </p>
    );
  const x = scaleFor(
    limited.unit,
    points.map((point) => point.x),
  );
  const y = scaleFor(
    aim.unit,
    points.flatMap((point) => [point.y, point.lower, point.upper]),
  );
  const title = (optimum.minimises ? words.frontierOfTarget : words.frontierOfBudget)(
    labelOf(aim),
    inSentence(labelOf(limited)),
  );
  const spoken = `${title}. ${reached.map((point) => strings.figures.spokenItem(`${inWords(point.x, limited.unit)}:`, inWords(point.y, aim.unit, point.lower, point.upper), '')).join('; ')}.`;
  return (
    <figure id="frontier" data-measure={aim.name}>
      <figcaption>
        <h3>{title}</h3>
      </figcaption>
      <Picture
        label={spoken}
        dependsOn={[optimum, strings]}
        onPaper={paper.whole}
        draw={(width, tallest) =>
          drawPlane(
            {
              points,
              joined: reached,
              x: { words: strings.figures.tableName(labelOf(limited), x.words), scale: x },
              y: { words: strings.figures.tableName(labelOf(aim), y.words), scale: y },
            },
            width,
            tallest,
          )
        }
      />
      <FigureNotes
        file="frontier.csv"
        notes={[
          words.inModel,
          words.large,
          fresh.length > 0 ? words.hollow : '',
          intervalNote(
            payload,
            'bar',
            points.some((point) => point.lower !== null),
          ),
          boundsOf(points.flatMap((point) => [point.y, point.lower ?? point.y]))[0] > 0
            ? strings.figures.notFromZero
            : '',
          missed.length > 0 ? words.missed(listed(missed)) : '',
        ]}
      />
      <ScrollingTable name={title} kind="costs">
        <thead>
          <tr>
            <th scope="col">{labelOf(limited)}</th>
            {optimum.levers.map((lever) => (
              <th scope="col" key={lever.path}>
                {strings.figures.tableName(leverName(lever), unitName(lever.unit))}
              </th>
            ))}
            <th scope="col">{labelOf(aim)}</th>
            <th scope="col">{words.moreThanBaseline}</th>
          </tr>
        </thead>
        <tbody>
          {optimum.frontier.map((point) => (
            <tr key={point.multiple} class={point.multiple === 1 ? 'total' : ''}>
              <th scope="row">
                {inWords(point.limit, limited.unit)} ({words.times(quantity(point.multiple))})
              </th>
              {optimum.levers.map((lever, i) => (
                <td key={lever.path}>{point.best ? quantity(point.best.levers[i] ?? 0) : strings.missing}</td>
              ))}
              <td>{point.best ? told(of(point.best), aim.unit) : strings.missing}</td>
              <td>{point.best ? told(more(point.best), unitOfDifference(aim.unit), true) : strings.missing}</td>
            </tr>
          ))}
        </tbody>
      </ScrollingTable>
    </figure>
  );
}

/** Where each lever was looked for, and how far it may move without a difference. */
function Levers({ optimum }: { optimum: Optimum }) {
  const words = strings.optimum;
  const best = optimum.optimum;
  if (best === null) return null;
  const share = ({ least, most }: OptimisedLever, value: number) =>
    most > least ? Math.max(0, Math.min(100, (100 * (value - least)) / (most - least))) : 0;
  return (
    <>
      <h3>{words.flat}</h3>
      <p class="note">{words.flatExplained}</p>
      <ScrollingTable name={words.flat} kind="costs levers">
        <thead>
          <tr>
            <th scope="col">{words.lever}</th>
            <th scope="col">{words.range}</th>
            <th scope="col" class="text track-head">
              {words.where}
            </th>
            <th scope="col">{words.optimum}</th>
            <th scope="col">{words.flatColumn}</th>
            <th scope="col" class="text">
              {words.remark}
            </th>
          </tr>
        </thead>
        <tbody>
          {optimum.levers.map((lever, i) => {
            const at = best.levers[i] ?? 0;
            const free = share(lever, lever.flat_to) - share(lever, lever.flat_from) >= 99.9;
            return (
              <tr key={lever.path}>
                <th scope="row">
                  <code>
                    <PathText text={lever.path} />
                  </code>
                  <small class="origin">{unitName(lever.unit)}</small>
                </th>
                <td>{strings.range(quantity(lever.least), quantity(lever.most))}</td>
                <td class="text">
                  <div class="track" aria-hidden="true">
                    <span
                      class="flat"
                      style={{
                        left: `${share(lever, lever.flat_from)}%`,
                        width: `${share(lever, lever.flat_to) - share(lever, lever.flat_from)}%`,
                      }}
                    />
                    <span class="at" style={{ left: `${share(lever, at)}%` }} />
                  </div>
                </td>
                <td>{quantity(at)}</td>
                <td>
                  {lever.flat_to > lever.flat_from
                    ? strings.range(quantity(lever.flat_from), quantity(lever.flat_to))
                    : strings.missing}
                </td>
                <td class="text">
                  {[lever.at_end ? words.atEnd : '', free ? words.free : ''].filter(Boolean).join(' ')}
                </td>
              </tr>
            );
          })}
        </tbody>
      </ScrollingTable>
    </>
  );
}

/** With one lever, all that was tried is a curve. */
function Tried({ payload, optimum }: { payload: Payload; optimum: Optimum }) {
  const words = strings.optimum;
  const [lever, second] = optimum.levers;
  const { aim, of } = sides(optimum);
  if (!lever || second || optimum.tried.length < 2) return null;
  const best = optimum.optimum?.levers[0];
  const points = [...optimum.tried]
    .sort((a, b) => (a.levers[0] ?? 0) - (b.levers[0] ?? 0))
    .flatMap((point) => {
      const at = point.levers[0] ?? 0;
      return pointFrom(
        at === best ? words.optimum : '',
        point.allowed ? 'var(--policy-0)' : 'var(--quiet)',
        at,
        of(point),
        !point.allowed,
        at === best,
      );
    });
  if (points.length < 2) return null;
  const x = scaleFor(lever.unit, []);
  const y = scaleFor(
    aim.unit,
    points.flatMap((point) => [point.y, point.lower, point.upper]),
  );
  const title = words.triedTitle(labelOf(aim), leverName(lever));
  const spoken = `${title}. ${points.map((point) => `${quantity(point.x)}: ${inWords(point.y, aim.unit, point.lower, point.upper)}`).join('; ')}.`;
  return (
    <figure id="tried" data-measure={aim.name}>
      <figcaption>
        <h3>{title}</h3>
      </figcaption>
      <Picture
        label={spoken}
        dependsOn={[optimum, strings]}
        onPaper={paper.whole}
        draw={(width, tallest) =>
          drawPlane(
            {
              points,
              joined: points,
              x: { words: strings.figures.tableName(leverName(lever), unitName(lever.unit)), scale: x },
              y: { words: strings.figures.tableName(labelOf(aim), y.words), scale: y },
            },
            width,
            tallest,
          )
        }
      />
      <FigureNotes
        file="evaluations.csv"
        notes={[
          words.inModel,
          points.some(({ hollow }) => hollow) ? words.notAllowed : '',
          intervalNote(
            payload,
            'bar',
            points.some((point) => point.lower !== null),
          ),
          strings.sweep.joined,
          boundsOf(points.flatMap((point) => [point.y, point.lower ?? point.y]))[0] > 0
            ? strings.figures.notFromZero
            : '',
        ]}
      />
      <details class="numbers">
        <summary>{strings.figures.numbers}</summary>
        <ScrollingTable name={title}>
          <thead>
            <tr>
              <th scope="col">{strings.figures.tableName(leverName(lever), unitName(lever.unit))}</th>
              <th scope="col">{strings.figures.tableName(labelOf(aim), y.words)}</th>
            </tr>
          </thead>
          <tbody>
            {points.map((point) => (
              <tr key={point.x}>
                <th scope="row">{quantity(point.x)}</th>
                <td>{told({ mean: point.y, lower: point.lower, upper: point.upper }, aim.unit)}</td>
              </tr>
            ))}
          </tbody>
        </ScrollingTable>
      </details>
    </figure>
  );
}

export function OptimumFigures({ heading, payload, optimum }: { heading: string; payload: Payload; optimum: Optimum }) {
  return (
    <>
      <h2>{heading}</h2>
      <Frontier payload={payload} optimum={optimum} />
      <Levers optimum={optimum} />
      <Tried payload={payload} optimum={optimum} />
    </>
  );
}
