/** The whole house wired together: an announcement leaves by itself, and goes on by itself after a restart. */
import pino from 'pino';
import { expect, it } from 'vitest';
import { houseOf, makeApp } from '../../app.ts';
import { readConfig } from '../../config.ts';
import type { Archive } from '../../db/open.ts';
import { bind, everybody } from '../../db/people.ts';
import { applyRoster, knownRoster } from '../../db/roster.ts';
import { instantOf } from '../../domain/date.ts';
import { checkRoster } from '../../domain/roster.ts';
import { temporaryArchive } from '../support/archive.ts';
import { CLUSTER, wards } from '../support/broadcast-room.ts';
import { fakeChannel } from '../support/channel.ts';
import { quiet } from '../support/clock.ts';
import { countedRandom } from '../support/random.ts';

const NOW = instantOf('2026-11-08', '10:00');
const HEADER = 'unit_code,unit_name,unit_kind,parent_code,person_code,person_name,role'.split(',');
const chat = (id: string) => ({ channel: 'web-chat', account: 'bot', id }) as const;
const PEOPLE = 33;

function wired(archive: Archive) {
  const world = { clock: () => NOW, random: countedRandom() };
  const channel = fakeChannel('web-chat', world.clock);
  return {
    channel,
    app: makeApp(houseOf(archive, readConfig({}), world), [channel], world, pino({ level: 'silent' })),
  };
}

it('leaves without anybody waiting for it, also when the process died before the first message', async () => {
  const temporary = temporaryArchive();
  const rows = [...CLUSTER, ...wards(PEOPLE - 3)].map((row, index) => {
    const cells = row.split(',');
    return { line: index + 2, cells: Object.fromEntries(HEADER.map((name, at) => [name, cells[at] ?? ''])) };
  });
  temporary.archive.write((tx) => {
    applyRoster(tx, checkRoster(rows, knownRoster(tx)), NOW);
    for (const { id, code } of everybody(tx)) bind(tx, id, chat(code), NOW);
  });
  const first = wired(temporary.archive);
  for (const [at, text] of ['thông báo: nghỉ lễ', 'tất cả', 'gửi', 'vẫn gửi ngay'].entries()) {
    await first.app.receive({ address: chat('dp'), id: `m${at}`, said: { kind: 'text', text } });
  }
  const announced = (channel: typeof first.channel) =>
    channel.sent.filter(({ text }) => text.startsWith('Thông báo của')).map(({ to }) => to);
  expect(announced(first.channel)).toEqual([]);
  const second = wired(temporary.reopen());
  await second.app.loop.tick();
  await quiet(PEOPLE * 4);
  expect(new Set(announced(second.channel)).size).toBe(PEOPLE);
  expect(announced(second.channel)).toHaveLength(PEOPLE);
  await second.app.deliver.drain();
  expect(second.channel.texts().at(-1)).toContain(`✓ Đã gửi ${PEOPLE}`);
  await second.app.loop.stop();
});
