// What the ranges hold, and where a reader finds what they do not.
import type { Payload } from '../payload/payload';
import { strings } from '../words/strings';

/** Below so many draws the ends of a 95 % interval are not known. */
const enough_draws = 39;

function rangesOf({ interval, replicates, draws, policies }: Payload): string[] {
  const words = strings.sure;
  if (interval === 'chance') return [words.chance(replicates), ...(policies.length > 0 ? [words.askForDraws] : [])];
  if (interval === 'parameters') return [words.parameters(draws), ...(draws < enough_draws ? [words.fewDraws] : [])];
  return [words.none];
}

export function HowSure({ payload, onPart }: { payload: Payload; onPart: (id: string) => void }) {
  const words = strings.sure;
  const links = [
    { id: 'version', name: words.cannot },
    ...(payload.warnings.length > 0
      ? [{ id: 'warnings', name: strings.warnings.heading(payload.warnings.length) }]
      : []),
    ...(payload.rests_on.influences.parameters.length > 0 ? [{ id: 'rests-on', name: words.influences }] : []),
  ];
  return (
    <p class="sure" role="note">
      <b>{words.heading}</b> {rangesOf(payload).join(' ')}{' '}
      <span class="on-screen">
        {links.map(({ id, name }, i) => (
          <>
            {i > 0 && ' \u00b7 '}
            <a key={id} href={`#${id}`} onClick={() => onPart(id)}>
              {name}
            </a>
          </>
        ))}
      </span>
    </p>
  );
}
