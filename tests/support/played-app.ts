/** The whole house, wired as the service wires it, with the door of played scripts and a clock the test moves. */
import pino from 'pino';
import { onTestFinished } from 'vitest';
import { type App, houseOf, makeApp } from '../../app.ts';
import { PLAY_ACCOUNT, PlayChannel, type Spoken } from '../../channels/play.ts';
import { readConfig } from '../../config.ts';
import type { Archive } from '../../db/open.ts';
import { applyRoster, knownRoster } from '../../db/roster.ts';
import { type Instant, instantOf } from '../../domain/date.ts';
import type { Address, Said } from '../../domain/message.ts';
import { checkRoster } from '../../domain/roster.ts';
import { temporaryArchive } from './archive.ts';
import { countedRandom } from './random.ts';

const ROSTER = [
  'cum-hong-linh,cụm Hồng Lĩnh,cluster,,dp,Lê Minh Khoa,coordinator',
  'duc-thuan,UBND phường Đức Thuận,ward,cum-hong-linh,lan,Nguyễn Thị Lan,staff',
];
const HEADER = ['unit_code', 'unit_name', 'unit_kind', 'parent_code', 'person_code', 'person_name', 'role'];

export interface PlayedApp {
  app: App;
  archive: Archive;
  random: (bytes: number) => Uint8Array;
  now: () => Instant;
  /** Lets time pass; nothing fires. */
  later: (ms: number) => void;
  /** Somebody at an address types or taps; what is said to them because of it. */
  does: (address: string, said: Said, more?: { id?: string; group?: boolean }) => Promise<Spoken[]>;
  /** Somebody types; the texts they get, as one. */
  says: (address: string, text: string) => Promise<string>;
}

export const playAddress = (id: string): Address => ({ channel: 'play', account: PLAY_ACCOUNT, id });

/** To be called inside a test, which takes everything down when it finishes. Nobody is enrolled yet. */
export function playedApp(date = '2026-11-03', time = '09:00'): PlayedApp {
  const { archive } = temporaryArchive();
  let now = instantOf(date, time);
  const random = countedRandom('played app');
  const world = { clock: () => now, random };
  const channel = new PlayChannel();
  const app = makeApp(houseOf(archive, readConfig({}), world), [channel], world, pino({ level: 'silent' }));
  onTestFinished(() => app.stop());
  const rows = ROSTER.map((row, index) => {
    const cells = row.split(',');
    return { line: index + 2, cells: Object.fromEntries(HEADER.map((name, place) => [name, cells[place] ?? ''])) };
  });
  archive.write((tx) => applyRoster(tx, checkRoster(rows, knownRoster(tx)), now));
  let sent = 0;
  const does: PlayedApp['does'] = async (address, said, { id, group } = {}) => {
    sent += 1;
    const inbound = { address: playAddress(address), id: id ?? `m${sent}`, said, ...(group ? { group } : {}) };
    await app.receive(inbound);
    await app.deliver.drain();
    return channel.take().filter(({ to }) => to === address);
  };
  return {
    app,
    archive,
    random,
    now: () => now,
    later: (ms) => {
      now += ms;
    },
    does,
    says: async (address, text) =>
      (await does(address, { kind: 'text', text })).map(({ delivery }) => delivery.text).join('\n'),
  };
}
