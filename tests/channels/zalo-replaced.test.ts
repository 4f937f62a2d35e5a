/** Another Zalo account in the place of the bot's: people enrol again with a new code, and keep what they have done. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { filingOf } from '../../db/answers.ts';
import { unitByCode } from '../../db/units.ts';
import { instantOf } from '../../domain/date.ts';
import { type RealDoors, realDoors } from '../support/real-doors.ts';
import { LAN as LAN_CHAT } from '../support/telegram/door.ts';
import { LAN } from '../support/zalo/loopback-zalo.ts';

const OTHER_BOT = '1000000000000000002';

let here: RealDoors;

const isOpen = () => here.pass('Zalo is open', () => here.isOpen('zalo-personal'));
const says = async (...texts: string[]): Promise<string> => {
  let answer = '';
  for (const text of texts) answer = await here.onZalo(LAN, text);
  return answer;
};

/** The service is stopped, the operator logs in with another account, and it is started again. */
async function replaceAccount(): Promise<void> {
  await here.fall();
  await here.useAccount(OTHER_BOT);
  await here.rise();
  await isOpen();
}

async function openMonth(date: string): Promise<void> {
  here.clock.set(instantOf(date, '08:00'));
  await here.app.loop.tick();
  await here.settle();
}

beforeEach(async () => {
  here = await realDoors(['telegram', 'zalo-personal'], '2026-10-01');
  here.telegram.chats.of(LAN_CHAT);
  await here.rise();
  await isOpen();
});
afterEach(() => here.close());

test('people are strangers to the new account until they bring a new code; then they go on where they were', async () => {
  await says(`mã ${here.codeFor('lan')}`);
  await says('chuyển qua 4, nhận 210, trực tuyến 140, trước hạn 180, đúng hạn 26, quá hạn 2', '0', 'bỏ qua', '163');
  await replaceAccount();
  expect(await says('8')).toContain('mã đăng ký');
  expect(await says(`mã ${here.codeFor('lan')}`)).toContain('Chào anh/chị Lan');
  await says('tiếp tục');
  expect(await says('8')).toContain('Xem lại trước khi gửi');
  expect(await says('gửi')).toContain('✓ Đã gửi báo cáo tháng 09/2026');
  const { read } = here.app.house.archive;
  expect(filingOf(read, unitByCode(read, 'duc-thuan')?.id ?? 0, '2026-09')).toBeDefined();
});

test('until then a reminder goes to their other door, not to an address nobody serves any more', async () => {
  await here.onTelegram(LAN_CHAT, `/start ${here.codeFor('lan')}`);
  here.clock.advance(1_000);
  await says(`mã ${here.codeFor('lan')}`);
  await replaceAccount();
  await openMonth('2026-11-02');
  expect(here.telegram.shown(LAN_CHAT).at(-1)?.text).toContain('đã đến kỳ báo cáo tháng 10/2026');
  expect(here.zalo.sent).toEqual([]);
});
