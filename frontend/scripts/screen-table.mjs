// What `console-tests.sh screens` measured, as a table for docs/console.md: axe's findings and the shift of each screen.
import { readdirSync, readFileSync } from 'node:fs';

const folder = process.env.PHONEPAY_SCREENS ?? 'test-results/screens';
const rows = readdirSync(folder)
  .filter((file) => file.startsWith('axe-'))
  .flatMap((file) => JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')));
const looks = [...new Set(rows.map((row) => `${row.theme} ${row.width}`))];
const cell = (screen, look) => {
  const row = rows.find((one) => one.screen === screen && `${one.theme} ${one.width}` === look);
  return row ? `${row.violations.length} · ${row.shift.toFixed(3)}` : '–';
};
console.log(`| screen | ${looks.map((look) => `${look} px`).join(' | ')} |`);
console.log(`|---|${looks.map(() => '---:').join('|')}|`);
for (const screen of new Set(rows.map((row) => row.screen)))
  console.log(`| \`${screen}\` | ${looks.map((look) => cell(screen, look)).join(' | ')} |`);
