// Checks that the report without data stays small enough for a mail: node size.check.mjs
import { Checks } from './browser.mjs';
import { builtPage } from '../../viz/sample/report.mjs';

const most = 450_000;
const checks = new Checks();
const size = Buffer.byteLength(builtPage());
checks.that(`the report has at most ${most} bytes`, size > 0 && size <= most, size);
checks.finish();
