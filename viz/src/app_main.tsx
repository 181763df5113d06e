import { render } from 'preact';
import { Application, firstLanguage } from './app/application';
import { speak } from './words/strings';
import './style.css';
import './app.css';

speak(firstLanguage());
render(<Application />, document.getElementById('application') as HTMLElement);
