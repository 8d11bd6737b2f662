// not before the signs for year, month, day, number, article and paragraph
const FIGURE = /(?<![\w.,/-])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?![\w/.-]*\d|[\w\u5e74\u6708\u65e5\u53f7\u6761\u6b3e])/g;

/** A sentence cut into its words and its figures; dates, articles of law and numbers within codes stay words. */
export function cut(text: string): { text: string; figure: boolean }[] {
  const parts: { text: string; figure: boolean }[] = [];
  let at = 0;
  for (const found of text.matchAll(FIGURE)) {
    if (found.index > at) parts.push({ text: text.slice(at, found.index), figure: false });
    parts.push({ text: found[0], figure: true });
    at = found.index + found[0].length;
  }
  if (at < text.length) parts.push({ text: text.slice(at), figure: false });
  return parts;
}
