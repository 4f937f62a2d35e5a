/** Whether messages can leave by Telegram, told apart from whether it can be heard. */
import { GrammyError, HttpError } from 'grammy';
import { expect, test } from 'vitest';
import { Standing } from '../../channels/telegram/standing.ts';

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const standing = () => new Standing(log, (text) => text);
const refused = (error_code: number) =>
  new GrammyError('refused', { ok: false, error_code, description: 'as told' }, 'getUpdates', {});

test.each([
  ['before the start', () => undefined, 'interrupted'],
  ['while it has not answered yet', (it: Standing) => it.opening(), 'interrupted'],
  ['once it listens', (it: Standing) => it.open('listening'), 'open'],
  [
    'when Telegram cannot be reached',
    (it: Standing) => it.failed(new HttpError('away', new Error('away'))),
    'interrupted',
  ],
  ['when Telegram has trouble', (it: Standing) => it.failed(refused(502)), 'interrupted'],
  ['when the token is refused', (it: Standing) => it.failed(refused(401)), 'down'],
  ['when another program takes what comes in', (it: Standing) => it.failed(refused(409)), 'open'],
  ['when only the archive is full', (it: Standing) => it.stuck(new Error('disk is full')), 'open'],
] as const)('%s', (_, happens, expected) => {
  const it = standing();
  if (expected !== 'open') it.open('listening before');
  if (expected === 'interrupted') it.closed();
  happens(it);
  expect(it.sending).toBe(expected);
});

test('is open again as soon as Telegram answers', () => {
  const it = standing();
  it.failed(refused(401));
  it.open('listening');
  expect(it.sending).toBe('open');
});
