/**
 * `play`: a script of whole conversations on a simulated clock, printed as a transcript. The clock moves only where
 * the script says so; everything that falls due on the way happens at its own time.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Logger } from 'pino';
import { makeApp, openHouse, type World } from '../app.ts';
import { PLAY_ACCOUNT, PlayChannel, type Spoken } from '../channels/play.ts';
import type { Config } from '../config.ts';
import { messagesClaimed } from '../db/inbox.ts';
import { bind, everybody, personByCode } from '../db/people.ts';
import { keepSetting, setting } from '../db/settings.ts';
import { type Instant, instantOf, isIsoDate } from '../domain/date.ts';
import { PUSH_HOURS } from '../domain/calendar.ts';
import { nextFire } from '../scheduler/fire.ts';
import { applyRoster, knownRoster } from '../db/roster.ts';
import { checkRoster } from '../domain/roster.ts';
import { translator } from '../locales/translate.ts';
import { readRosterSheet } from '../roster/read.ts';
import { refusalsSaid } from './import-report.ts';

/** Where a played clock stands is kept with the data, so that a later script goes on from there. */
const CLOCK = 'play_clock';

/** Before the first `clock` line: a working morning, so that a script without one behaves the same every day. */
const CLOCK_START = instantOf('2026-01-05', '08:00');

export interface PlayParts {
  config: Config;
  /** Data folder. */
  data: string;
  /** Folder of the script: what `roster FILE` is looked up from. */
  base: string;
  /** Where sent files are written. */
  out: string;
  print: (line: string) => void;
  log: Logger;
  random: World['random'];
}

/** A line of a script that cannot be played. */
export class ScriptError extends Error {
  override readonly name = 'ScriptError';
}

export interface Player {
  /** Plays one line; resolves when everything it brought about was printed. @throws {ScriptError} */
  line(text: string): Promise<void>;
  close(): Promise<void>;
}

/** Opens a player on a data folder. */
export function openPlayer(parts: PlayParts): Player {
  let now: Instant = CLOCK_START;
  let isSet = false;
  const world: World = { clock: () => now, random: parts.random };
  const house = openHouse(parts.data, 'play', parts.config, world);
  const { archive } = house;
  const kept = setting(archive.read, CLOCK);
  if (kept !== undefined) [now, isSet] = [Number(kept), true];
  const channel = new PlayChannel();
  const app = makeApp(house, [channel], world, parts.log);
  let said = messagesClaimed(archive.read);

  const flush = async () => {
    await app.deliver.drain();
    for (const spoken of channel.take()) printSpoken(parts, spoken);
  };

  /** Lets everything due until `target` happen, each at its own time. */
  const advanceTo = async (target: Instant) => {
    if (!isSet) now = target;
    isSet = true;
    await app.loop.tick();
    await flush();
    let stuck = false;
    for (;;) {
      const next = nextFire(archive.read, house.calendar, PUSH_HOURS, now);
      if (next === undefined || next > target) break;
      // A reminder that throws stays waiting: without this the clock would stand at it for ever.
      if (next <= now && stuck) break;
      stuck = next <= now;
      now = Math.max(now, next);
      await app.loop.tick();
      await flush();
    }
    now = target;
    await app.loop.tick();
    await flush();
    archive.write((tx) => keepSetting(tx, CLOCK, String(now)));
  };

  const roster = async (file: string) => {
    const sheet = await readRosterSheet(resolve(parts.base, file));
    const checked = checkRoster(sheet.rows, knownRoster(archive.read));
    for (const refused of refusalsSaid(translator('vi'), checked.refused)) parts.print(`# ${refused}`);
    archive.write((tx) => {
      applyRoster(tx, checked, now);
      for (const { id, code } of everybody(tx)) bind(tx, id, { channel: 'play', account: PLAY_ACCOUNT, id: code }, now);
    });
  };

  const say = async (code: string, text: string) => {
    if (!personByCode(archive.read, code)) throw new ScriptError(`Không có người mang mã "${code}" trong danh sách.`);
    parts.print(`${code}> ${text}`);
    said += 1;
    const address = { channel: 'play', account: PLAY_ACCOUNT, id: code } as const;
    await app.receive({ address, id: `play-${said}`, said: { kind: 'text', text: text.replaceAll('\\n', '\n') } });
    await flush();
  };

  return {
    async line(raw) {
      const text = raw.trim();
      if (text === '' || text.startsWith('#')) return;
      const [, rosterFile] = /^roster\s+(.+)$/.exec(text) ?? [];
      if (rosterFile !== undefined) return roster(rosterFile.trim());
      const [, date, time] = /^clock\s+(\S+)\s+(\d{2}:\d{2})$/.exec(text) ?? [];
      if (date !== undefined && time !== undefined) return advanceTo(clockOf(date, time, isSet ? now : undefined));
      const [, code, words] = /^([\p{L}\d._-]+):\s*(.*)$/su.exec(text) ?? [];
      if (code === undefined || words === undefined) {
        throw new ScriptError(`Không hiểu dòng: ${text}. Dạng đúng: "roster TỆP.csv", "clock 2021-10-25 08:00", "lan: nội dung".`);
      }
      return say(code, words);
    },
    async close() {
      if (isSet) archive.write((tx) => keepSetting(tx, CLOCK, String(now)));
      await app.stop();
    },
  };
}

function clockOf(date: string, time: string, now: Instant | undefined): Instant {
  if (!isIsoDate(date)) throw new ScriptError(`Không có ngày ${date}. Dạng đúng: clock 2021-10-25 08:00`);
  const target = instantOf(date, time);
  if (Number.isNaN(target)) throw new ScriptError(`Không có giờ ${time}. Dạng đúng: clock 2021-10-25 08:00`);
  if (now !== undefined && target < now) throw new ScriptError(`Đồng hồ chỉ đi tới: ${date} ${time} đã qua.`);
  return target;
}

function printSpoken({ print, out }: PlayParts, { to, delivery }: Spoken): void {
  const [first = '', ...more] = delivery.text.split('\n');
  print(`bot → ${to}: ${first}`);
  for (const line of more) print(`  ${line}`);
  const choices = delivery.choices?.flat() ?? [];
  if (choices.length > 0) print(`  ${choices.map(({ label }, index) => `[${index + 1}] ${label}`).join('  ')}`);
  if (!delivery.file) return;
  const file = join(out, delivery.file.name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, delivery.file.bytes);
  print(`bot → ${to}: <file ${delivery.file.name}>`);
}
