/** Title, scope and moment of a picture: what it shows, of whom, and as of when, before any figure. */
import { dateAt, type Instant, timeAt } from '../../domain/date.ts';
import { formatDate } from '../../locales/format.ts';
import type { Translate } from '../../locales/translate.ts';
import { broken, drawable } from './fit.ts';
import type { Weight } from './font.ts';
import { INK, INNER, LEADING, MARGIN, type Mark, SIZE, written } from './paper.ts';

export interface Heading {
  title: string;
  /** Whose figures. */
  scope: string;
  /** Of when, and as of when. */
  when: string;
  /** The figure of the whole. */
  sum: string;
}

/** The writing of a heading and the height at which it ends. */
export function headed({ title, scope, when, sum }: Heading): { marks: Mark[]; bottom: number } {
  const marks: Mark[] = [];
  let bottom = MARGIN - 8;
  const put = (text: string, size: number, weight: Weight, color: string): void => {
    for (const line of broken(drawable(text), INNER, size, LINES_MAX, weight)) {
      marks.push(written(line, MARGIN, bottom + (size * LEADING) / 2, { size, weight, color }));
      bottom += size * LEADING;
    }
  };
  put(title, SIZE.title, 'bold', INK.title);
  bottom += 6;
  put(scope, SIZE.text, 'normal', INK.text);
  put(when, SIZE.text, 'normal', INK.faint);
  bottom += 10;
  put(sum, SIZE.strong, 'bold', INK.title);
  return { marks, bottom: Math.round(bottom) };
}

/** Lines one part of the heading may take before it is cut off. */
const LINES_MAX = 2;

/** "số liệu đến 07:30 21/11/2026", with what stands before it. */
export function asOf(at: Instant, tr: Translate, period?: string): string {
  const text = tr('chart-as-of', { at: `${timeAt(at)} ${formatDate(dateAt(at))}` });
  return period === undefined ? text.charAt(0).toLocaleUpperCase('vi') + text.slice(1) : `${period} · ${text}`;
}
