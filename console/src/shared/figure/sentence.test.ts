import { expect, test } from 'vitest';
import { cut } from './sentence';

const figures = (text: string) => cut(text).filter((part) => part.figure).map((part) => part.text);

test('amounts and multiples of a sentence are figures in both languages', () => {
  expect(figures('本年度自付医疗费36894.50元，超过上年家庭收入10000.00元的1.5倍（15000.00元），列入预警。')).toEqual(['36894.50', '10000.00', '1.5', '15000.00']);
  expect(figures("The family paid 36894.50 CNY, more than 1.5 times last year's income of 10000 CNY (15000 CNY): listed.")).toEqual(['36894.50', '1.5', '10000', '15000']);
});

test('an amount that is grouped already is one figure', () => expect(figures('自付 86,532.50 元，共 1,234 笔')).toEqual(['86,532.50', '1,234']));

test('days, orders of law and codes are words', () => {
  expect(figures('2026-11-21 起，2026年11月21日，国务院令第809号第4条，批次 a1/0/311')).toEqual([]);
});

test('nothing of the sentence is lost', () => {
  const text = '共3笔，12.5元。';
  expect(cut(text).map((part) => part.text).join('')).toBe(text);
});
