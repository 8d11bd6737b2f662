import { Linter } from 'eslint';
import babelParser from '@babel/eslint-parser';
import { describe, expect, it } from 'vitest';
import house from './figures.js';

const rules = { 'house/only-figure': 'error', 'house/apart-features': 'error', 'house/token-colours': 'error' } as const;

function findings(code: string, filename = 'src/features/desk/Page.tsx'): string[] {
  const config = {
    files: ['**/*.tsx'],
    plugins: { house },
    rules,
    languageOptions: { parser: babelParser, parserOptions: { requireConfigFile: false, babelOptions: { parserOpts: { plugins: ['typescript', 'jsx'] } } } },
  };
  return new Linter({ cwd: process.cwd() }).verify(code, [config as never], filename).map((one) => one.message);
}

describe('the house rules', () => {
  it('refuse a figure that is shown without its source', () => {
    expect(findings('export const A = ({ f }) => <b>{f.value}</b>;')).toHaveLength(1);
    expect(findings('export const A = ({ f }) => <b>{`${f.value} 元`}</b>;')).toHaveLength(1);
    expect(findings('export const A = ({ fs }) => <b>{fs.map((f) => <i>{String(f.value)}</i>)}</b>;')).toHaveLength(1);
    expect(findings('export const column = { render: (_, row) => row.total.value };')).toHaveLength(1);
    expect(findings("import { Statistic } from 'antd';")).toHaveLength(1);
    expect(findings('export const A = ({ n }) => <b>{n.toLocaleString()}</b>;')).toHaveLength(1);
  });

  it('allow values in attributes, handlers and conditions', () => {
    expect(findings('export const A = ({ f, on }) => <input value={f.value} onChange={(e) => on(e.target.value)} />;')).toEqual([]);
    expect(findings('export const A = ({ f }) => <b>{f.value == null ? 1 : 2}</b>;')).toEqual([]);
  });

  it('keep features apart', () => {
    expect(findings("import { x } from '../cases/x';")).toHaveLength(1);
    expect(findings("import { x } from './x'; import { y } from '../../shared/y';")).toEqual([]);
    expect(findings("import { x } from '../features/cases/x';", 'src/shared/Page.tsx')).toHaveLength(1);
  });

  it('keep colours in the token file', () => {
    expect(findings("export const red = '#ff0000';")).toHaveLength(1);
  });
});
