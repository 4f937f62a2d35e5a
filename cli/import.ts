/**
 * `cli import`: reads a roster, keeps what is good of it, says what is not and why, and writes codes for those who are
 * to enrol. Rows refused do not undo the others: the command succeeds when at least one row could be used.
 */
import { rmSync } from 'node:fs';
import { basename } from 'node:path';
import { noteDeed } from '../db/audit.ts';
import type { IssuedCode, Random } from '../db/enrolment.ts';
import { issueMissingCodes } from '../db/enrolment.ts';
import type { Archive, Tx } from '../db/open.ts';
import { personByCode, personById } from '../db/people.ts';
import type { Applied } from '../db/roster.ts';
import { applyRoster, knownRoster } from '../db/roster.ts';
import { unitTree } from '../db/units.ts';
import type { Instant } from '../domain/date.ts';
import { addDays, dateAt } from '../domain/date.ts';
import type { CheckedRoster } from '../domain/roster.ts';
import { checkRoster } from '../domain/roster.ts';
import type { KnownRoster } from '../domain/roster-kept.ts';
import { formatDate } from '../locales/format.ts';
import type { Translate } from '../locales/translate.ts';
import { translator } from '../locales/translate.ts';
import { RosterFileError } from '../roster/problem.ts';
import type { RosterSheet } from '../roster/read.ts';
import { readRosterSheet } from '../roster/read.ts';
import { writeCodesFile } from './codes-file.ts';
import { remarksSaid } from './import-remarks.ts';
import { datesRead, problemSaid, refusalsSaid, tallySaid } from './import-report.ts';

export interface ImportOrder {
  /** The roster, .xlsx or .csv. */
  file: string;
  archive: Archive;
  at: Instant;
  random: Random;
  /** The folder the file of codes is written into: the data folder. */
  out: string;
  /** Keeps nothing and writes no codes: only says what would be done. */
  dryRun?: boolean;
  /** Takes one line of what the operator is told. */
  print: (line: string) => void;
}

/**
 * Imports a roster and tells the operator about it. Gives the exit code: 0 when at least one row was used, 1 when the
 * file could not be read or no row could be used; then nothing was kept.
 */
export async function importRoster(order: ImportOrder): Promise<number> {
  const t = translator('vi');
  let sheet: RosterSheet;
  try {
    sheet = await readRosterSheet(order.file);
  } catch (error) {
    if (!(error instanceof RosterFileError)) throw error;
    order.print(problemSaid(t, order.file, error));
    return 1;
  }
  if (sheet.rows.length === 0) {
    order.print(t('import-empty', { file: order.file }));
    return 1;
  }
  const known = knownRoster(order.archive.read);
  const checked = checkRoster(sheet.rows, known);
  const refusedLines = new Set(checked.refused.map(({ line }) => line)).size;
  if (refusedLines === sheet.rows.length) {
    order.print(t('import-refused-all'));
    for (const line of refusalsSaid(t, checked.refused)) order.print(line);
    return 1;
  }
  const kept = order.dryRun ? tryOut(order, checked) : keep(order, checked, t);
  for (const line of report(t, order, { ...kept, sheet, known, checked, refusedLines })) order.print(line);
  return 0;
}

interface Kept {
  applied: Applied;
  issued: IssuedCode[];
  codesFile: string | undefined;
}

/** Leaves a transaction without keeping anything of it, with what it would have done. */
class TriedOut extends Error {
  readonly applied: Applied;

  constructor(applied: Applied) {
    super('tried out');
    this.applied = applied;
  }
}

/** Does to the archive what an import would, and undoes it. */
function tryOut(order: ImportOrder, checked: CheckedRoster): Kept {
  try {
    order.archive.write((tx) => {
      throw new TriedOut(applyRoster(tx, checked, order.at));
    });
  } catch (error) {
    if (error instanceof TriedOut) return { applied: error.applied, issued: [], codesFile: undefined };
    throw error;
  }
  throw new Error('an import tried out was kept');
}

/**
 * Keeps the roster, the codes' hashes and the file of codes: all or none. The file is written before the commit, for a
 * code that is committed but not written down could never be handed out.
 */
function keep(order: ImportOrder, checked: CheckedRoster, t: Translate): Kept {
  let codesFile: string | undefined;
  try {
    return order.archive.write((tx) => {
      const applied = applyRoster(tx, checked, order.at);
      const people = checked.people.flatMap(({ code }) => personByCode(tx, code) ?? []);
      // Nobody enrols whose roles have all ended.
      const today = dateAt(order.at);
      const able = people.filter(({ memberships }) => memberships.some(({ validTo }) => (validTo ?? today) >= today));
      const issued = issueMissingCodes(
        tx,
        able.map(({ id }) => id),
        order.at,
        order.random,
      );
      if (issued.length > 0) codesFile = writeCodesFile(order.out, order.at, codeRows(tx, issued, t));
      note(tx, order, applied, issued.length);
      return { applied, issued, codesFile };
    });
  } catch (error) {
    if (codesFile) rmSync(codesFile, { force: true });
    throw error;
  }
}

function note(tx: Tx, order: ImportOrder, { units, people }: Applied, codes: number): void {
  const counts = {
    unitsAdded: units.added.length,
    unitsChanged: units.changed.length,
    peopleAdded: people.added.length,
    peopleChanged: people.changed.length,
    codes,
  };
  if (Object.values(counts).every((count) => count === 0)) return;
  noteDeed(tx, { at: order.at, actor: 'operator', action: 'import_roster', subject: 'roster', detail: counts });
}

/** The last whole day a code works. */
const lastDay = (expiresAt: Instant): string => formatDate(addDays(dateAt(expiresAt), -1));

function codeRows(tx: Tx, issued: readonly IssuedCode[], t: Translate): string[][] {
  const tree = unitTree(tx);
  const header = [
    t('import-codes-unit'),
    t('import-codes-person'),
    t('import-codes-role'),
    t('import-codes-code'),
    t('import-codes-expires'),
  ];
  const rows = issued.map(({ person: id, code, expiresAt }) => {
    const person = personById(tx, id);
    const roles = person?.memberships ?? [];
    const unit = roles.map((role) => tree.get(role.unit)?.name ?? '');
    const role = roles.map((each) => t(`import-role-${each.role}`));
    const named = `${person?.name ?? ''} (${person?.code ?? id})`;
    return [[...new Set(unit)].join('; '), named, [...new Set(role)].join('; '), code, lastDay(expiresAt)];
  });
  return [header, ...rows];
}

interface Outcome extends Kept {
  sheet: RosterSheet;
  /** What was known before. */
  known: KnownRoster;
  checked: CheckedRoster;
  refusedLines: number;
}

function report(t: Translate, order: ImportOrder, outcome: Outcome): string[] {
  const { applied, issued, codesFile, sheet, known, checked, refusedLines } = outcome;
  const [first] = issued;
  const codes =
    first && codesFile
      ? [
          t('import-codes', { count: issued.length, file: codesFile, until: lastDay(first.expiresAt) }),
          t('import-codes-next'),
        ]
      : order.dryRun
        ? [t('import-dry')]
        : [t('import-no-codes')];
  return [
    t('import-read', { rows: sheet.rows.length, file: basename(order.file) }),
    ...tallySaid(t, applied),
    ...(sheet.unused.length > 0 ? [t('import-unused-columns', { columns: sheet.unused.join(', ') })] : []),
    ...datesRead(t, checked),
    ...remarksSaid(t, checked, known, applied.erased),
    ...(refusedLines > 0
      ? [t('import-refused', { rows: refusedLines }), ...refusalsSaid(t, checked.refused)]
      : [t('import-no-refusals')]),
    ...codes,
  ];
}
