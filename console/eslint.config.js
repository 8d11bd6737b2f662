import babelParser from '@babel/eslint-parser';
import hooks from 'eslint-plugin-react-hooks';
import house from './lint/figures.js';

const source = ['src/**/*.{ts,tsx}'];
const parsed = (plugins) => ({ parser: babelParser, parserOptions: { requireConfigFile: false, babelOptions: { parserOpts: { plugins } } } });

export default [
  { ignores: ['dist/', 'node_modules/'] },
  { files: ['src/**/*.ts'], languageOptions: parsed(['typescript']) },
  { files: ['src/**/*.tsx'], languageOptions: parsed(['typescript', 'jsx']) },
  {
    files: source,
    plugins: { house, 'react-hooks': hooks },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'house/apart-features': 'error',
      'house/only-figure': 'error',
      'house/token-colours': 'error',
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'max-lines': ['error', 300],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-debugger': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
    },
  },
  // The one place that may print a figure's value, the formatters under it, and the colours' own file.
  { files: ['src/shared/figure/**', 'src/shared/format.ts'], rules: { 'house/only-figure': 'off' } },
  { files: ['src/tokens.ts'], rules: { 'house/token-colours': 'off' } },
];
