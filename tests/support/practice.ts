/** The whole practice house in this process, on a clock of the machine that stands still, and what its page asks of it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../config.ts';
import { type Instant, instantOf } from '../../domain/date.ts';
import { makeLog } from '../../log.ts';
import { openPracticeHouse, type PracticeHouse } from '../../practice-house.ts';
import { countedRandom } from './random.ts';
import { post, typed } from './web-chat.ts';

/** A Monday on which a month opens, before the hour of the reminders. */
export const PRACTICE_START = instantOf('2026-11-02', '07:10');

/** What /api/clock tells. */
export interface ClockView {
  now: Instant;
  ahead: { at: Instant; people: number; units: string[] } | null;
  others: { names: string[]; on: boolean };
  phones: Record<string, { epoch: string; last: number }>;
  arrived?: boolean;
  filed?: string[];
  error?: string;
}

export interface PracticeRoom extends PracticeHouse {
  /** Orders the clock: 'onward' or 'others'. */
  order: (path: string, body: unknown) => Promise<{ status: number; view: ClockView }>;
  view: () => Promise<ClockView>;
  /** Presses the button once: all pieces of the way to the next thing that happens. */
  press: () => Promise<ClockView>;
  say: (phone: string, text: string) => Promise<void>;
}

/** A folder for practice data, and how to remove it. */
export function practiceFolder(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'tro-ly-iso-practice-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }) };
}

/** Opens and starts the practice house of a folder; whoever opened it stops `app`. */
export async function practiceRoom(folder: string, at = PRACTICE_START, env = {}): Promise<PracticeRoom> {
  const config = readConfig({ DATA_DIR: folder, WEB_CHAT_PORT: '0', ...env });
  const world = { clock: () => at, random: countedRandom() };
  const house = await openPracticeHouse(join(folder, 'practice'), config, makeLog('error'), world);
  await house.app.start();
  const order = async (path: string, body: unknown) => {
    const response = await fetch(`${house.url()}/api/clock/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: house.url() },
      body: JSON.stringify(body),
    });
    return { status: response.status, view: (await response.json()) as ClockView };
  };
  return {
    ...house,
    order,
    view: async () => (await (await fetch(`${house.url()}/api/clock`)).json()) as ClockView,
    press: async () => {
      for (;;) {
        const { view } = await order('onward', {});
        if (view.arrived !== false) return view;
      }
    },
    say: async (phone, text) => {
      const { status } = await post(house.url(), phone, typed(text));
      if (status !== 200) throw new Error(`say: ${status}`);
      await house.app.deliver.drain();
    },
  };
}
