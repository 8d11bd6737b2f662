import { describe, expect, it } from 'vitest';
import { en } from './en';
import { zh } from './zh';

const HAN = /[\u4e00-\u9fff]/;
const sources = import.meta.glob<string>('../**/*.{ts,tsx}', { query: '?raw', import: 'default', eager: true });
const files = Object.entries(sources).filter(([file]) => !file.includes('.test.') && file.startsWith('../'));
const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();

describe('texts', () => {
  it('have the same keys in both languages', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
  });

  it('are all translated', () => {
    const untranslated = Object.entries(en).filter(([key, text]) => HAN.test(text) && !['app.sub', 'app.language'].includes(key));
    expect(untranslated).toEqual([]);
    expect(Object.entries(zh).filter(([, text]) => !text.trim())).toEqual([]);
  });

  it('ask for the same placeholders', () => {
    for (const [key, text] of Object.entries(zh)) expect(placeholders(en[key as keyof typeof en]), key).toEqual(placeholders(text));
  });

  it('exist for every key that a page asks for', () => {
    const missing = files.flatMap(([, code]) => [...code.matchAll(/\bt\('([\w.]+)'/g)].map((match) => match[1] ?? '').filter((key) => !(key in zh)));
    expect(missing).toEqual([]);
  });

  it('are not written into pages', () => {
    const spoken = (code: string) => code.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    // The date form itself and the sample that loads the font are not texts to translate.
    const allowed = ['../shared/format.ts', '../features/wall/useFonts.ts'];
    expect(files.filter(([file, code]) => !allowed.includes(file) && HAN.test(spoken(code))).map(([file]) => file)).toEqual([]);
  });
});
