/** More people for the small office: a row of the roster, enrolled and reachable at once. */
import { bind, personByCode } from '../../db/people.ts';
import { applyRoster, knownRoster } from '../../db/roster.ts';
import { checkRoster } from '../../domain/roster.ts';
import { addressOf, type Office } from './office.ts';

const HEADER = 'unit_code,unit_name,unit_kind,parent_code,person_code,person_name,role'.split(',');

/** Adds people to an office; each row is as in a roster file. */
export function hire(at: Office, ...rows: string[]): void {
  const cells = rows.map((row, index) => ({
    line: index + 2,
    cells: Object.fromEntries(HEADER.map((name, place) => [name, row.split(',')[place] ?? ''])),
  }));
  at.temporary.archive.write((tx) => {
    applyRoster(tx, checkRoster(cells, knownRoster(tx)), at.now());
    for (const row of rows) {
      const person = personByCode(tx, row.split(',')[4] ?? '');
      if (person) bind(tx, person.id, addressOf(person.code), at.now());
    }
  });
}
