import js from '@eslint/js';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

// app → features → components, lib: one way only, and no feature knows another.
const features = [
  'auth',
  'home',
  'pay',
  'history',
  'merchant',
  'control-room',
  'cluster-map',
  'xray',
  'drills',
  'learn',
];
const boundaries = features.map((feature) => ({
  files: [`src/features/${feature}/**`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          { group: ['@/app/*'], message: 'A feature does not know the application around it.' },
          {
            group: features.filter((other) => other !== feature).map((other) => `@/features/${other}/*`),
            message: 'Features never import each other; share through components or lib.',
          },
        ],
      },
    ],
  },
}));

export default tseslint.config(
  { ignores: ['dist', 'node_modules', 'src/lib/api/schema.d.ts', 'test-results', 'playwright-report'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    files: ['**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks, 'jsx-a11y': jsxA11y },
    languageOptions: { globals: { ...globals.browser } },
    rules: {
      ...reactHooks.configs['recommended-latest'].rules,
      ...jsxA11y.flatConfigs.recommended.rules,
      // What scrolls sideways must scroll by keyboard, too.
      'jsx-a11y/no-noninteractive-tabindex': ['error', { roles: ['group', 'tabpanel'], tags: [] }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      // Money is bigint paise; these are how floats creep in.
      'no-restricted-syntax': [
        'error',
        { selector: "CallExpression[callee.name='parseFloat']", message: 'Money is paise in a bigint: use lib/money.' },
        {
          selector: "CallExpression[callee.property.name='parseFloat']",
          message: 'Money is paise in a bigint: use lib/money.',
        },
      ],
    },
  },
  {
    files: ['src/components/**', 'src/lib/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['@/features/*', '@/app/*'], message: 'Shared code knows no feature.' }] },
      ],
    },
  },
  ...boundaries,
  { files: ['scripts/**', '*.config.*'], languageOptions: { globals: globals.node } },
  { files: ['public/**'], languageOptions: { globals: globals.browser } },
);
