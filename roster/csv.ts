/**
 * Rows of text from a .csv as spreadsheet programs save it: separated by commas, semicolons or tabs, in UTF-8 with or
 * without its mark, or in the UTF-16 of Excel's "Unicode text".
 */
import { parse } from 'csv-parse/sync';
import { RosterFileError } from './problem.ts';

const DELIMITERS = [',', ';', '\t'];

/** How many of the first rows decide about the separator. */
const PROBE_ROWS = 20;

/** UTF-16 LE by its mark, or by its first letter being a Latin one. */
export function isUtf16(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes.length > 1 && bytes[0] !== 0 && bytes[1] === 0);
}

/** Text of a file in UTF-8 or UTF-16 LE. @throws {RosterFileError} for the older code pages, which lose letters. */
export function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder(isUtf16(bytes) ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new RosterFileError('not_utf8', {}, error);
  }
}

/**
 * The rows of a .csv. The separator is the one that makes the best header, as `score` judges the first rows.
 * @throws {RosterFileError} when a quotation mark is never closed.
 */
export function readCsv(text: string, score: (rows: string[][]) => number): string[][] {
  let best = { delimiter: ',', score: -1 };
  for (const delimiter of DELIMITERS) {
    const points = score(probe(text, delimiter));
    if (points > best.score) best = { delimiter, score: points };
  }
  try {
    return records(text, best.delimiter);
  } catch (error) {
    throw new RosterFileError('broken_quotes', { line: lineOf(error) }, error);
  }
}

function records(text: string, delimiter: string, to?: number): string[][] {
  // Rows that are shorter, longer or empty are kept, so that a row's place is the number the spreadsheet shows.
  return parse(text, {
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    ...(to === undefined ? {} : { to }),
  });
}

function probe(text: string, delimiter: string): string[][] {
  try {
    return records(text, delimiter, PROBE_ROWS);
  } catch {
    return []; // with this separator the quotation marks make no sense
  }
}

function lineOf(error: unknown): number {
  const { lines } = error as { lines?: unknown };
  return typeof lines === 'number' ? lines : 1;
}
