// Types of the API from docs/openapi.yaml. Amounts become decimal strings: lib/api/json keeps them so, and no float ever holds money.
import { writeFile } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';
import ts from 'typescript';

const MONEY = /\/schemas\/(Money|Amount)$/;
const text = ts.factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword);

const ast = await openapiTS(new URL('../../docs/openapi.yaml', import.meta.url), {
  transform: (schema, { path }) => (schema.type === 'number' && MONEY.test(path ?? '') ? text : undefined),
});
const out = new URL('../src/lib/api/schema.d.ts', import.meta.url);
await writeFile(out, `// Made from docs/openapi.yaml by \`npm run types\`.\n${astToString(ast)}`);
