// The first page may cost at most 200 kB of JavaScript, compressed: what index.html loads, and what that imports at once.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const LIMIT_KB = 200;
const manifest = JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8'));
const seen = new Set();
const walk = (key) => {
  if (seen.has(key)) return;
  seen.add(key);
  (manifest[key].imports ?? []).forEach(walk);
};
walk('index.html');
const size = (file) => gzipSync(readFileSync(`dist/${file}`)).length / 1024;
const kb = [...seen].map((key) => size(manifest[key].file)).reduce((sum, next) => sum + next, 0);
console.log(`initial JavaScript: ${kb.toFixed(1)} kB gzip in ${seen.size} files (limit ${LIMIT_KB})`);
if (kb > LIMIT_KB) process.exit(1);
