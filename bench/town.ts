/**
 * A made-up province in a folder of its own: some units, of which as many as wanted have one enrolled person each, and
 * the house around them, with the real SQLite file and the real turn. What is written to the outbox is not delivered.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openHouse, REAL_WORLD, type World } from '../app.ts';
import type { Conversation } from '../bot/flows.ts';
import type { House } from '../bot/house.ts';
import { makeReceive } from '../bot/receive.ts';
import { readConfig } from '../config.ts';
import { bind, everybody, personById } from '../db/people.ts';
import { applyRoster } from '../db/roster.ts';
import { type Instant, instantOf } from '../domain/date.ts';
import type { Address } from '../domain/message.ts';
import type { PersonId } from '../domain/person.ts';
import type { MembershipRow, PersonRow, UnitRow } from '../domain/roster.ts';
import type { UnitId } from '../domain/unit.ts';

/** A Monday morning in the reporting window of October 2026. */
const START = instantOf('2026-11-02', '08:00');

/** Between one message and the next on the simulated clock. */
const STEP_MS = 10;

export interface Town {
  house: House;
  folder: string;
  /** The enrolled people, one for each of the first units. */
  people: { id: PersonId; unit: UnitId; address: Address }[];
  clock: () => Instant;
  /** Takes one message through the whole turn; rejects when the turn failed. */
  say(to: Address, text: string): Promise<void>;
  /** Closes the archive and removes the folder. */
  close(): void;
}

export interface TownSize {
  people: number;
  /** Units in the tree, at least one for each person. */
  units: number;
}

/** Makes a folder that goes when the bench is over. */
export const temporaryFolder = (): string => mkdtempSync(join(tmpdir(), 'tro-ly-iso-bench-'));

/** Builds the province and enrols its people. */
export function openTown(size: TownSize, more: readonly Conversation[] = []): Town {
  const folder = temporaryFolder();
  let now = START;
  const world: World = { ...REAL_WORLD, clock: () => now };
  const opened = openHouse(folder, 'play', readConfig({ DATA_DIR: folder }), world);
  const house = { ...opened, conversations: [...opened.conversations, ...more] };
  house.archive.write((tx) => applyRoster(tx, roster(size), now));
  const people = everybody(house.archive.read).flatMap(({ id, code }) => {
    const unit = personById(house.archive.read, id)?.memberships[0]?.unit;
    return unit === undefined ? [] : [{ id, unit, address: addressOf(code) }];
  });
  house.archive.write((tx) => {
    for (const { id, address } of people) bind(tx, id, address, now);
  });
  const receive = makeReceive({ house, clock: world.clock, nudge: () => {}, log: { error: failed } });
  let said = 0;
  return {
    house,
    folder,
    people,
    clock: world.clock,
    say(address, text) {
      said += 1;
      now += STEP_MS;
      return receive({ address, id: `bench-${said}`, said: { kind: 'text', text } });
    },
    close() {
      house.archive.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const addressOf = (code: string): Address => ({ channel: 'telegram', account: 'bench', id: code });

/** A turn that fails would be answered quickly and measured as a good one. */
function failed(what: { err?: unknown }): never {
  throw new Error('a turn failed in the bench', { cause: what.err });
}

const PROVINCE = 'tinh';

function roster({ people, units }: TownSize) {
  const rows: UnitRow[] = [{ line: 1, code: PROVINCE, name: 'UBND tỉnh Đo Lường', kind: 'province' }];
  const persons: PersonRow[] = [];
  const memberships: MembershipRow[] = [];
  for (let n = 1; n <= Math.max(units, people); n += 1) {
    const unit = { code: `xa-${n}`, name: `UBND xã Số ${n}`, kind: 'commune', parentCode: PROVINCE } as const;
    rows.push({ line: n + 1, ...unit });
    if (n > people) continue;
    persons.push({ line: n + 1, code: `canbo-${n}`, name: `Cán bộ Số ${n}` });
    memberships.push({ line: n + 1, personCode: `canbo-${n}`, unitCode: unit.code, role: 'staff' });
  }
  return { units: rows, people: persons, memberships };
}
