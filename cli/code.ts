/** `cli code`: a new enrolment code for somebody who lost theirs. */
import type { World } from '../app.ts';
import type { Config } from '../config.ts';
import { noteDeed } from '../db/audit.ts';
import { issueCode } from '../db/enrolment.ts';
import { personByCode } from '../db/people.ts';
import { existingArchive } from './existing.ts';

/** The line to print. @throws {Error} where there is no data, or nobody has this code */
export function issueCodeFor(config: Config, code: string, { clock, random }: World): string {
  const archive = existingArchive(config);
  try {
    const person = personByCode(archive.read, code);
    if (!person) throw new Error(`Không có người mang mã "${code}" trong danh sách.`);
    const at = clock();
    const issued = archive.write((tx) => {
      noteDeed(tx, { at, actor: 'operator', action: 'issue_code', subject: `person:${code}`, detail: {} });
      return issueCode(tx, person.id, at, random);
    });
    return `${person.name}: ${issued}`;
  } finally {
    archive.close();
  }
}
