// What was asked, of which run, and in which language the page answers.
import { Languages } from '../parts/languages';
import type { Payload } from '../payload/payload';
import { monthName } from '../words/calendar';
import { roundNumber, wholeNumber } from '../words/numbers';
import type { Language } from '../words/say';
import { strings } from '../words/strings';

const layers = ['answer', 'details', 'method'] as const;

/** How many families stand for the programme. */
export function sampleOf({ households, programme_households: programme }: Payload): string {
  const words = strings.header;
  const whole = programme === 0 || households === programme;
  return whole
    ? words.everyFamily(wholeNumber(households))
    : words.sample(wholeNumber(households), roundNumber(programme));
}

export function Header({ payload, onSpeak }: { payload: Payload; onSpeak: (language: Language) => void }) {
  const words = strings.header;
  const facts = [
    payload.scenario,
    words.period(monthName(payload.start, 1), monthName(payload.start, payload.months)),
    ...(payload.draws > 1 ? [words.draws(payload.draws)] : []),
    words.replicates(payload.replicates),
    sampleOf(payload),
  ];
  // The word is looked for in any field: an interrupted run must say so whatever the field is called.
  const partial = Object.values(payload.manifest).includes('partial');
  return (
    <header>
      <div class="header-line">
        <p class="kicker">{words.kicker}</p>
        <nav class="on-screen" aria-label={words.contents}>
          {layers
            .filter((layer) => layer !== 'details' || payload.policies.length > 0)
            .map((layer) => (
              <a key={layer} href={`#${layer}`}>
                {strings.layers[layer]}
              </a>
            ))}
        </nav>
        <Languages onSpeak={onSpeak} />
      </div>
      <h1>{payload.question || payload.scenario}</h1>
      <p class="facts">{facts.filter(Boolean).join(' \u00b7 ')}</p>
      {partial && (
        <p class="partial" role="note">
          {words.partial}
        </p>
      )}
    </header>
  );
}
