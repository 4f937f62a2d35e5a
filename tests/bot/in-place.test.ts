/** A tapped choice: the next step takes the place of the message it hung on, and what was chosen stays readable. */
import { describe, expect, it } from 'vitest';
import { enqueue, settleSent } from '../../db/outbox.ts';
import type { Outbound } from '../../domain/message.ts';
import { addressOf, type Office, office } from '../support/office.ts';

/** Everything said so far has arrived; a row's message has its own number at the provider. */
function arrived(at: Office): void {
  const { archive } = at.house;
  const rows = archive.sqlite.prepare("select id from outbox where state = 'waiting'").all() as { id: number }[];
  archive.write((tx) => {
    for (const { id } of rows) settleSent(tx, id, String(5_000 + id), at.now());
  });
}

/** The provider's id of the last message that arrived at somebody. */
function lastMessage(at: Office, code: string): string {
  const query = 'select message_id as id from outbox where address = ? and message_id is not null order by id desc';
  return (at.house.archive.sqlite.prepare(query).get(code) as { id: string }).id;
}

/** Somebody taps a choice of what they were told last, on the message it came with unless told otherwise. */
async function taps(at: Office, label: string, message = lastMessage(at, 'lan')): Promise<Outbound[]> {
  const offered = at.heard('lan').findLast(({ choices }) => choices?.flat().some((each) => each.label === label));
  const choice = offered?.choices?.flat().find((each) => each.label === label);
  if (!choice) throw new Error(`nobody offered "${label}"`);
  return at.does('lan', { kind: 'choice', ...choice, message });
}

/** The month stands at its question about activities. */
async function atActivities(): Promise<Office> {
  const at = office();
  await at.says(
    'lan',
    'nhận 215, trực tuyến 150, trước hạn 180, đúng hạn 35, quá hạn 0, kỳ trước 0, đang giải quyết quá hạn 0',
  );
  await at.says('lan', '163');
  arrived(at);
  return at;
}

describe('a choice tapped on the newest message', () => {
  it('has the next step take its place, under what was chosen', async () => {
    const at = await atActivities();
    const [step, ...more] = await taps(at, 'Tập huấn');
    expect(more).toEqual([]);
    expect(step?.replaces).toEqual({ messageId: lastMessage(at, 'lan') });
    expect(step?.text).toMatch(/^✓ Tập huấn\n\nCâu /);
    expect(step?.choices).toBeDefined();
  });

  it('is not said twice where the step begins with what it noted', async () => {
    const at = office();
    await at.says('lan', '/nop');
    arrived(at);
    const [step] = await taps(at, 'Không có hồ sơ nào');
    expect(step?.replaces).toBeDefined();
    expect(step?.text.split('\n').filter((line) => line.startsWith('✓'))).toHaveLength(1);
  });

  it('that ends the conversation leaves the review with its figures standing', async () => {
    const at = await atActivities();
    await at.says('lan', 'không có');
    arrived(at);
    const said = await taps(at, 'Đúng, gửi');
    expect(said[0]?.text).toContain('✓ Đã gửi báo cáo tháng 10/2021');
    expect(said.filter(({ replaces }) => replaces)).toEqual([]);
  });
});

describe('a new message comes', () => {
  it('to a typed answer', async () => {
    const at = await atActivities();
    const [step] = await at.does('lan', { kind: 'text', text: 'tập huấn' });
    expect(step?.replaces).toBeUndefined();
    expect(step?.text).not.toContain('✓ Tập huấn\n');
  });

  it('when something else was said below meanwhile', async () => {
    const at = await atActivities();
    const tapped = lastMessage(at, 'lan');
    const { archive } = at.house;
    archive.write((tx) =>
      enqueue(tx, { to: addressOf('lan'), priority: 1, message: { text: 'Thông báo họp' }, at: at.now() }),
    );
    const [step] = await taps(at, 'Tập huấn', tapped);
    expect(step?.replaces).toBeUndefined();
  });

  it('to a tap on an older message, which chooses nothing', async () => {
    const at = await atActivities();
    const old = at
      .heard('lan')
      .find(({ choices }) => choices)
      ?.choices?.flat()[0];
    const [step] = await at.does('lan', {
      kind: 'choice',
      id: old?.id ?? '',
      label: 'x',
      message: lastMessage(at, 'lan'),
    });
    expect(step?.text).toContain('Nút này của tin nhắn cũ');
    expect(step?.replaces).toBeUndefined();
  });

  it('to a command on a button: what was shown before stays', async () => {
    const at = office();
    await at.says('lan', 'xin chào');
    arrived(at);
    const menu = at.heard('lan').at(-1)?.choices?.flat() ?? [];
    expect(menu.length).toBeGreaterThan(0);
    const [step] = await taps(at, menu[0]?.label ?? '');
    expect(step?.replaces).toBeUndefined();
  });

  it('where the provider does not say on which message the choice hung', async () => {
    const at = await atActivities();
    const choice = at.heard('lan').at(-1)?.choices?.flat()[0];
    const [step] = await at.does('lan', { kind: 'choice', id: choice?.id ?? '', label: choice?.label ?? '' });
    expect(step?.replaces).toBeUndefined();
  });
});
