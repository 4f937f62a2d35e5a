/**
 * The process killed without warning, again and again, between the messages of a check-in and in the middle of them.
 * The same check-in without any kill says what must come out: the same questions once each, one filing, one answer.
 */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openArchive } from '../../db/open.ts';
import { AFTER_CRASH } from '../../db/outbox.ts';
import { conversation, heard, newPlace, type Place, type Service, startService } from '../support/service.ts';
import { post } from '../support/web-chat.ts';

/** A usual month of xã Xuân Lam, of which the practice history knows what was carried over and the procedures. */
const WORDS = [
  'báo cáo tháng',
  'nhận 131',
  '52',
  'trước hạn 100, đúng hạn 20, trễ 2',
  'không',
  'mất điện hai ngày',
  'không có',
  'đúng',
  'tình hình',
];

/** In the answer to the last of them. */
const LAST = 'UBND xã Xuân Lam · lúc';

/** How many milliseconds into a message the process dies; undefined: right after the message was accepted. */
const MOMENTS = [0, undefined, 3, 7, undefined, 12, 1, 20, undefined];

const messages = () => WORDS.map((text) => ({ id: randomUUID(), said: { kind: 'text', text } }));

/** Posts until it is accepted, as the page does with a message it has kept. */
async function say(service: Service, message: ReturnType<typeof messages>[number]): Promise<void> {
  const response = await post(service.url, 'ha', message);
  expect(response.ok).toBe(true);
}

/** What the bot said, without what differs between any two runs: receipts, times of day, and a reminder of the day. */
async function botSaid({ url }: Service): Promise<string[]> {
  const entries = await conversation(url, 'ha');
  const said = entries.filter(({ from, text }) => from === 'bot' && !text.startsWith('Chào anh/chị'));
  return said.map(({ text }) => text.replace(/XL-\d{4}-\w{4}/g, 'XL').replace(/\d\d:\d\d/g, 'hh:mm'));
}

/** What the archive kept of the conversation. */
function kept(place: Place) {
  const archive = openArchive(join(place.data, 'practice', 'iso.db'));
  const all = (sql: string) => archive.sqlite.prepare(sql).raw().all();
  try {
    return {
      inbox: all('select message_id, count(*) from inbox group by 1 order by min(id)'),
      outbox: all(
        // One that two kills met while it was being sent is given up as perhaps sent: on a busy machine a kill comes that
        // soon. That it was heard, and once, is asked of the conversation.
        `select case when failure = '${AFTER_CRASH} twice' then 'sent' else state end, count(*)
         from outbox where address = 'ha' and message not like '%Chào anh/chị%' group by 1`,
      ),
      filings: all(
        "select period, count(*) from filings where unit_id = (select id from units where code = 'xuan-lam') group by 1 order by 1 desc limit 1",
      ),
      answers: all(
        'select indicator, kind, value, revision from answers where inbox_id is not null order by indicator',
      ),
    };
  } finally {
    archive.close();
  }
}

async function undisturbed() {
  const place = newPlace();
  const service = await startService(place);
  const sent = messages();
  for (const message of sent) await say(service, message);
  await heard(service.url, 'ha', LAST);
  const said = await botSaid(service);
  await service.end('SIGINT');
  return { said, kept: kept(place) };
}

test('a check-in through nine kills says and records the same as one without', async () => {
  const usual = await undisturbed();
  expect(usual.said.at(-2)).toContain('✓ Đã gửi báo cáo tháng');
  expect(usual.kept.answers.length).toBeGreaterThan(20);

  const place = newPlace();
  const sent = messages();
  let service = await startService(place);
  for (const [index, message] of sent.entries()) {
    const moment = MOMENTS[index];
    if (moment === undefined) await say(service, message);
    else {
      const dying = post(service.url, 'ha', message).catch(() => undefined);
      await after(moment);
      await service.end('SIGKILL');
      await dying;
    }
    await service.end('SIGKILL');
    service = await startService(place);
    await say(service, message);
  }
  await heard(service.url, 'ha', LAST);
  expect(await botSaid(service)).toEqual(usual.said);
  const people = (await conversation(service.url, 'ha')).filter(({ from }) => from === 'person');
  expect(people.map(({ text }) => text)).toEqual(WORDS);
  expect((await service.end('SIGINT')).code).toBe(0);

  const { inbox, ...rest } = kept(place);
  const { inbox: _, ...expected } = usual.kept;
  expect(inbox).toEqual(sent.map(({ id }) => [id, 1]));
  expect(rest).toEqual(expected);
}, 240_000);
