/** Whether a message that failed on the way may have arrived all the same. */
import { expect, test } from 'vitest';
import { judge } from '../../channels/zalo-personal/verdict.ts';

const failed = (code: string): TypeError =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });

test.each([
  ['nobody listens', failed('ECONNREFUSED')],
  ['the name is not found', failed('ENOTFOUND')],
  ['no connection was made in time', failed('UND_ERR_CONNECT_TIMEOUT')],
  ['the certificate is none', failed('CERT_HAS_EXPIRED')],
])('it certainly has not where %s', (_, error) => {
  expect(judge(error).failure).toEqual({ kind: 'unreachable' });
});

test.each([
  ['the other side hung up', failed('UND_ERR_SOCKET')],
  ['the line broke', failed('ECONNRESET')],
  ['nothing is known of the cause', new TypeError('fetch failed')],
  ['no answer came in time', new DOMException('no answer from Zalo within 30000 ms', 'TimeoutError')],
])('it may have where %s', (_, error) => {
  expect(judge(error).failure).toEqual({ kind: 'unreachable', perhapsSent: true });
});

test('what is no trouble of the line is refused for good', () => {
  expect(judge(new TypeError('x is not a function')).failure).toEqual({ kind: 'rejected' });
});
