/**
 * `play`: a script of whole conversations on a simulated clock, printed as a transcript. The clock moves only where
 * the script says so; everything that falls due on the way happens at its own time.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Logger } from 'pino';
import { type App, makeApp, openHouse, type World } from '../app.ts';
import type { House } from '../bot/house.ts';
import { PLAY_ACCOUNT, PLAYED_PICTURE, PlayChannel, type Spoken } from '../channels/play.ts';
import type { Config } from '../config.ts';
import { messagesClaimed } from '../db/inbox.ts';
import { bind, everybody, personByCode } from '../db/people.ts';
import { applyRoster, knownRoster } from '../db/roster.ts';
import { keepSetting, setting } from '../db/settings.ts';
import { startRosterOn } from '../db/units.ts';
import { PUSH_HOURS } from '../domain/calendar.ts';
import { dateAt, type Instant, instantOf, isIsoDate } from '../domain/date.ts';
import type { Address, Said } from '../domain/message.ts';
import { checkRoster } from '../domain/roster.ts';
import { translator } from '../locales/translate.ts';
import { readRosterSheet } from '../roster/read.ts';
import { nextFire } from '../scheduler/fire.ts';
import { refusalsSaid } from './import-report.ts';

/** Where a played clock stands is kept with the data, so that a later script goes on from there. */
const CLOCK = 'play_clock';

/** Those a script lets speak though no roster names them: their codes are addresses. */
const STRANGERS = 'play_strangers';

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
export const openPlayer = (parts: PlayParts): Player => new ScriptPlayer(parts);

class ScriptPlayer implements Player {
  readonly #parts: PlayParts;
  readonly #house: House;
  readonly #channel = new PlayChannel();
  readonly #app: App;
  #now: Instant = CLOCK_START;
  /** False until a script or the data has said what time it is. */
  #isSet = false;
  #said: number;
  readonly #strangers: Set<string>;

  constructor(parts: PlayParts) {
    const world: World = { clock: () => this.#now, random: parts.random };
    this.#parts = parts;
    this.#house = openHouse(parts.data, 'play', parts.config, world);
    const { read } = this.#house.archive;
    const kept = setting(read, CLOCK);
    if (kept !== undefined) [this.#now, this.#isSet] = [Number(kept), true];
    this.#app = makeApp(this.#house, [this.#channel], world, parts.log);
    this.#strangers = new Set(setting(read, STRANGERS)?.split(' '));
    this.#said = messagesClaimed(read);
  }

  async line(raw: string): Promise<void> {
    const text = raw.trim();
    if (text === '' || text.startsWith('#')) return;
    const [, rosterFile] = /^roster\s+(.+)$/.exec(text) ?? [];
    if (rosterFile !== undefined) return this.#roster(rosterFile.trim());
    const [, date, time] = /^clock\s+(\S+)\s+(\d{2}:\d{2})$/.exec(text) ?? [];
    if (date !== undefined && time !== undefined) {
      return this.#advanceTo(clockOf(date, time, this.#isSet ? this.#now : undefined));
    }
    const [, stranger] = /^stranger\s+([\p{L}\d._-]+)$/u.exec(text) ?? [];
    if (stranger !== undefined) return this.#admitStranger(stranger);
    const [, code, words] = /^([\p{L}\d._-]+):\s*(.*)$/su.exec(text) ?? [];
    if (code === undefined || words === undefined) {
      throw new ScriptError(
        `Không hiểu dòng: ${text}. Dạng đúng: "roster TỆP.csv", "clock 2021-10-25 08:00", "stranger tên", "lan: nội dung".`,
      );
    }
    return this.#say(code, words);
  }

  async close(): Promise<void> {
    if (this.#isSet) this.#keepClock();
    await this.#app.stop();
  }

  #keepClock(): void {
    this.#house.archive.write((tx) => keepSetting(tx, CLOCK, String(this.#now)));
  }

  /** Does what is due and prints what it brought about. */
  async #tick(): Promise<void> {
    await this.#app.loop.tick();
    await this.#flush();
  }

  async #flush(): Promise<void> {
    await this.#app.deliver.drain();
    for (const spoken of this.#channel.take()) printSpoken(this.#parts, spoken);
  }

  /** Lets everything due until `target` happen, each at its own time. */
  async #advanceTo(target: Instant): Promise<void> {
    if (!this.#isSet) {
      this.#now = target;
      this.#house.archive.write((tx) => startRosterOn(tx, dateAt(target)));
    }
    this.#isSet = true;
    await this.#tick();
    let stuck = false;
    for (;;) {
      const next = nextFire(this.#house.archive.read, this.#house.calendar, PUSH_HOURS, this.#now);
      if (next === undefined || next > target) break;
      // A reminder that throws stays waiting: without this the clock would stand at it for ever.
      if (next <= this.#now && stuck) break;
      stuck = next <= this.#now;
      this.#now = Math.max(this.#now, next);
      await this.#tick();
    }
    this.#now = target;
    await this.#tick();
    this.#keepClock();
  }

  async #roster(file: string): Promise<void> {
    const { archive } = this.#house;
    const sheet = await readRosterSheet(resolve(this.#parts.base, file));
    const checked = checkRoster(sheet.rows, knownRoster(archive.read));
    for (const refused of refusalsSaid(translator('vi'), checked.refused)) this.#parts.print(`# ${refused}`);
    archive.write((tx) => {
      applyRoster(tx, checked, this.#now);
      for (const { id, code } of everybody(tx)) bind(tx, id, addressOf(code), this.#now);
    });
  }

  /** Somebody nobody knows may speak from now on, from an address of that name; it is kept with the data. */
  #admitStranger(name: string): void {
    this.#strangers.add(name);
    this.#house.archive.write((tx) => keepSetting(tx, STRANGERS, [...this.#strangers].join(' ')));
  }

  async #say(code: string, words: string): Promise<void> {
    if (!this.#strangers.has(code) && !personByCode(this.#house.archive.read, code)) {
      throw new ScriptError(`Không có người mang mã "${code}" trong danh sách.`);
    }
    this.#parts.print(`${code}> ${words}`);
    this.#said += 1;
    await this.#app.receive({ address: addressOf(code), id: `play-${this.#said}`, said: saidBy(words) });
    await this.#flush();
  }
}

/** "<ảnh> lời kèm ảnh" sends a picture, "<ảnh mất>" one that cannot be fetched later; anything else is typed. */
function saidBy(words: string): Said {
  const text = words.replaceAll('\\n', '\n');
  const [, mark, caption = ''] = /^<(ảnh|ảnh mất)>\s*(.*)$/su.exec(text) ?? [];
  if (mark === undefined) return { kind: 'text', text };
  const ref = mark === 'ảnh' ? PLAYED_PICTURE.here : PLAYED_PICTURE.gone;
  return { kind: 'picture', ref, ...(caption === '' ? {} : { caption }) };
}

const addressOf = (code: string): Address => ({ channel: 'play', account: PLAY_ACCOUNT, id: code });

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
  for (const line of more) print(line === '' ? '' : `  ${line}`);
  const choices = delivery.choices?.flat() ?? [];
  if (choices.length > 0) print(`  ${choices.map(({ label }, index) => `[${index + 1}] ${label}`).join('  ')}`);
  if (!delivery.file) return;
  const file = join(out, delivery.file.name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, delivery.file.bytes);
  print(`bot → ${to}: <file ${delivery.file.name}>`);
}
