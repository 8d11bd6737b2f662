import { expect, test } from 'vitest';
import { halfOf } from './halves';

test('a sentence in both languages is read in one', () => {
  const both = '数源部门删除了字段 name · the provider dropped the field name';
  expect(halfOf(both, 'zh')).toBe('数源部门删除了字段 name');
  expect(halfOf(both, 'en')).toBe('the provider dropped the field name');
});

test('a text that is not two halves stays whole', () => {
  for (const text of ['张三 · 李四', 'one · two', '只有中文', '']) expect(halfOf(text, 'en')).toBe(text);
});
