/** The log as an operator reads it. */
import { expect, test } from 'vitest';
import { makeLog, readable } from '../../log.ts';

/** 09:05 on 05/11/2026 in Viet Nam. */
const time = Date.parse('2026-11-05T09:05:00+07:00');

test('is one line with the local time, the level, the words and the fields', () => {
  expect(readable({ level: 'warn', time, msg: 'messages were being sent', retried: 1, channel: 'telegram' })).toBe(
    '2026-11-05 09:05 warn  messages were being sent retried=1 channel=telegram\n',
  );
});

test('shows the stack of an error below its line', () => {
  const stack = 'Error: disk full\n    at write';
  expect(readable({ level: 'error', time, msg: 'a turn failed', err: { stack } })).toBe(
    '2026-11-05 09:05 error a turn failed\n  Error: disk full\n      at write\n',
  );
});

test('keeps to the level it was given', () => {
  const lines: string[] = [];
  const log = makeLog('warn', (line) => lines.push(line));
  log.info('not this');
  log.error({ err: new Error('disk full') }, 'but this');
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/ error but this\n {2}Error: disk full\n/);
});
