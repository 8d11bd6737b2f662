import { expect, it } from 'vitest';
import type { Column } from './columns';
import { csvOf } from './csv';

const columns: Column<{ name: string; n: number | null }>[] = [
  { key: 'name', title: '名称', text: (row) => row.name },
  { key: 'n', title: 'n', text: (row) => row.n },
];

it('quotes what a spreadsheet would misread', () => {
  expect(csvOf(columns, [{ name: 'a,"b"', n: 1 }, { name: '两\n行', n: null }])).toBe('名称,n\r\n"a,""b""",1\r\n"两\n行",');
});

it('lets no cell become a formula', () => {
  expect(csvOf(columns, [{ name: '=HYPERLINK("x")', n: -1 }])).toContain(`"'=HYPERLINK(""x"")",-1`);
});
