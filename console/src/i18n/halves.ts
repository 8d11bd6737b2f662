const BOTH = /^(.*[\u4e00-\u9fff].*?) · ([^\u4e00-\u9fff]+)$/s;

/** The reader's half of a sentence that the server wrote as `中文 · English`; any other text as it is. */
export function halfOf(text: string, lang: 'zh' | 'en'): string {
  const halves = BOTH.exec(text);
  return (halves && (lang === 'en' ? halves[2] : halves[1])) ?? text;
}
