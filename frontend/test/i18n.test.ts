import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { en } from '@/lib/i18n/en';
import { hi } from '@/lib/i18n/hi';

function flat(catalogue: object, path = ''): Map<string, string> {
  return new Map(
    Object.entries(catalogue).flatMap(([name, value]: [string, unknown]) =>
      typeof value === 'string' ? [[path + name, value] as const] : [...flat(value as object, `${path}${name}.`)],
    ),
  );
}

const english = flat(en);
const hindi = flat(hi);
const places = (text: string) => [...text.matchAll(/{{(\w+)}}/g)].map(([, name]) => name).sort();

// Names that are the same in every language.
const SAME = new Set(['xray.service.api', 'cluster.cpu', 'learn.term.utr.name']);

describe('the two catalogues', () => {
  it('have the same keys', () => {
    expect([...hindi.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('fill in the same values', () => {
    const differing = [...english].filter(
      ([key, text]) => String(places(text)) !== String(places(hindi.get(key) ?? '')),
    );
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it('leave nothing untranslated', () => {
    const left = [...hindi].filter(([key, text]) => {
      const words = text.replace(/{{\w+}}/g, '').replace(/[^\p{L}]/gu, '');
      return words !== '' && !SAME.has(key) && (text === english.get(key) || !/[\u0900-\u097f]/.test(text));
    });
    // The language switch is written in the language that it leads to.
    expect(left.map(([key]) => key).filter((key) => key !== 'switch.language')).toEqual([]);
  });
});

// Abbreviations and names that are not translated.
const WORDLESS =
  /^(VPA|UTR|PhonePay|SVG|JSON|CSV|p95|p99|ms|MB|Hash|Cassandra|A-Z|upi:\/\/|&nbsp;|\/s|@phonepay|asha@phonepay|हिन्दी|[\d.,:;–—−·…→×+#/₹%()?!'"{}&\s|-])*$/;
const SPOKEN = new Set(['label', 'title', 'placeholder', 'aria-label', 'alt', 'hint', 'intro', 'name', 'word']);
const NOT_SPOKEN = /^[a-z_]+$/;

function unsaid(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const note = (node: ts.Node, text: string) => {
    if (!WORDLESS.test(text))
      found.push(`${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${text.trim()}`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node)) note(node, node.text);
    if (ts.isJsxAttribute(node) && node.initializer && ts.isStringLiteral(node.initializer)) {
      const { text } = node.initializer;
      const name = node.name.getText();
      // Small letters under `name` are a form field's, not a person's.
      if (SPOKEN.has(name) && !(name === 'name' && NOT_SPOKEN.test(text))) note(node, text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

it('finds every word that a screen says in a catalogue', () => {
  const screens = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsx'));
  expect(screens.length).toBeGreaterThan(30);
  expect(screens.flatMap((file) => unsaid(`src/${file}`))).toEqual([]);
});
