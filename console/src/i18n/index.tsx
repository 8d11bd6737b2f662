import { createContext, useCallback, useContext, useLayoutEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { Text } from '../api/types';
import { en } from './en';
import { halfOf } from './halves';
import { zh } from './zh';

export type Lang = 'zh' | 'en';
export type TextKey = keyof typeof zh;
export type Args = Record<string, string | number>;
export type Translate = (key: TextKey, args?: Args) => string;

const KEPT = 'cb.lang';
const texts: Record<Lang, Record<TextKey, string>> = { zh, en };

export function translate(lang: Lang, key: TextKey, args: Args = {}): string {
  const text = texts[lang][key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in args ? String(args[name]) : whole));
}

function startLanguage(): Lang {
  const asked = new URLSearchParams(location.search).get('lang') ?? localStorage.getItem(KEPT) ?? navigator.language;
  return asked.startsWith('en') ? 'en' : 'zh';
}

type Languages = {
  lang: Lang;
  setLang: (lang: Lang) => void;
  t: Translate;
  /** The reader's language of a text that the server sends in both. */
  pick: (text: Text | null | undefined) => string;
  /** The word for a code such as `light.OVERDUE`; the code itself when nobody has named it yet. */
  word: (group: string, code: string | null | undefined) => string;
};

const Context = createContext<Languages | null>(null);

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [lang, setLangState] = useState<Lang>(startLanguage);
  const setLang = useCallback((next: Lang) => {
    const url = new URL(location.href);
    if (url.searchParams.has('lang')) {
      url.searchParams.set('lang', next);
      history.replaceState(history.state, '', url);
    }
    setLangState(next);
  }, []);
  // before anything below asks the server in this language
  useLayoutEffect(() => {
    localStorage.setItem(KEPT, lang);
    document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en';
  }, [lang]);
  const value = useMemo<Languages>(() => {
    const t: Translate = (key, args) => translate(lang, key, args);
    const pick = (text: Text | null | undefined) => (typeof text === 'string' ? halfOf(text, lang) : ((lang === 'en' && text?.en) || text?.zh || text?.en || ''));
    const word = (group: string, code: string | null | undefined) => (code ? (texts[lang][`${group}.${code}` as TextKey] ?? code) : '');
    return { lang, setLang, t, pick, word };
  }, [lang, setLang]);
  return <Context.Provider value={value}>{children}</Context.Provider>;
}

export function useLanguage(): Languages {
  const languages = useContext(Context);
  if (!languages) throw new Error('LanguageProvider is missing');
  return languages;
}
