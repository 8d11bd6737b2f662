import type { Column } from './columns';

/** A cell that starts like a formula would be run by the spreadsheet; a leading apostrophe keeps it text. */
function safe(value: string | number | null | undefined): string {
  if (value == null) return '';
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t\r]/.test(value) && !/^-?\d/.test(value) ? "'" + value : value;
  return /[",\n\r]/.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text;
}

export function csvOf<T>(columns: Column<T>[], rows: T[]): string {
  const lines = [columns.map((column) => safe(column.title)), ...rows.map((row) => columns.map((column) => safe(column.text(row))))];
  return lines.map((line) => line.join(',')).join('\r\n');
}

/** The byte order mark tells Excel that the Chinese is UTF-8. */
export function download(name: string, content: string): void {
  const address = URL.createObjectURL(new Blob(['\uFEFF' + content], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name + '.csv';
  link.click();
  URL.revokeObjectURL(address);
}
