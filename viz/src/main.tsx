import { render } from 'preact';
import { addressOf } from './parts/address';
import { known_format, readPayload } from './payload/payload';
import { Report } from './report';
import { speak, strings } from './words/strings';
import './style.css';

const host = document.getElementById('report') as HTMLElement;
const payload = readPayload(document.getElementById('payload')?.textContent ?? 'null');
const asked = addressOf(location.hash).view['lang'];
speak(asked === 'en' || asked === 'id' ? asked : (payload?.language ?? 'en'));

if (payload === null) {
  render(
    <main>
      <p>{strings.noPayload}</p>
    </main>,
    host,
  );
} else if (payload.format > known_format) {
  render(
    <main>
      <p>{strings.newerFormat(payload.format, known_format)}</p>
    </main>,
    host,
  );
} else {
  document.title = payload.question || payload.scenario;
  render(<Report payload={payload} />, host);
}
