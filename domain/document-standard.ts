/**
 * The standard the whole system stands on, TCVN ISO 9001:2015, and the ways it is misspelt. Seed reports print
 * "TCVN ISO 9015", "ISO 0991" and "ISO 900: 2015"; none of these exists, and each is asked about, never mended.
 */

export interface MisspeltStandard {
  /** As written: 'TCVN ISO 9015'. */
  readonly written: string;
  /** What was most likely meant. */
  readonly proposal: string;
}

const MEANT = '9001';
export const PROPOSED_STANDARD = 'TCVN ISO 9001:2015';

/** Standards of management systems that offices do cite; a number near 9001 but in this list is no mistake. */
const KNOWN = new Set(
  '9000 9001 9002 9004 10002 14001 15489 17020 17025 17065 18091 19011 20000 22000 22301 27001 27002 31000 37001 45001 50001'.split(
    ' ',
  ),
);
const STANDARD = /(?:TCVN\s{0,3}|TCQG\s{0,3})?ISO(?:\/IEC)?\s{0,3}(\d{3,5})(?!\d)(?:\s{0,2}:\s{0,2}(\d{4})(?!\d))?/giu;
/** Two slips of the finger turn 9001 into 9015, 0991 or 900. */
const MAX_SLIPS = 2;

/** Insertions, deletions, replacements and swaps of neighbours between two short strings. */
function slips(a: string, b: string): number {
  const table: number[][] = [];
  for (let i = 0; i <= a.length; i++) {
    const row = [i];
    table.push(row);
    for (let j = 1; j <= b.length; j++) {
      const above = table[i - 1];
      if (above === undefined) {
        row.push(j);
        continue;
      }
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + cost);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) least = Math.min(least, (table[i - 2]?.[j - 2] ?? 0) + 1);
      row.push(least);
    }
  }
  return table[a.length]?.[b.length] ?? Number.POSITIVE_INFINITY;
}

/** Every standard in a text that does not exist and is near ISO 9001; each spelling once. */
export function misspeltStandards(text: string): MisspeltStandard[] {
  const found = new Map<string, MisspeltStandard>();
  for (const match of text.normalize('NFC').matchAll(STANDARD)) {
    const [written, number = ''] = match;
    if (KNOWN.has(number) || slips(number, MEANT) > MAX_SLIPS) continue;
    found.set(written, { written, proposal: PROPOSED_STANDARD });
  }
  return [...found.values()];
}
