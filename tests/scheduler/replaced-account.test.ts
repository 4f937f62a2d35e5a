/** Another account in the place of the bot's: what waited for the old one goes where the person is now, or is counted. */
import { describe, expect, it } from 'vitest';
import { bind } from '../../db/people.ts';
import type { Address } from '../../domain/message.ts';
import { REPLACED } from '../../scheduler/other-door.ts';
import { on } from '../support/outbox-room.ts';
import { HA, LAN, room } from '../support/two-doors-room.ts';

describe('an account that was replaced', () => {
  const old = (id: string): Address => ({ channel: 'telegram', account: 'old bot', id });

  function replaced() {
    const made = room();
    made.temporary.archive.write((tx) => {
      bind(tx, LAN, old('lan then'), 30);
      bind(tx, HA, old('ha'), 10);
    });
    return made;
  }

  it('leaves its messages to where the person is reached now, also with the new account', async () => {
    const { temporary, telegram, open, put, account } = replaced();
    temporary.archive.write((tx) => bind(tx, HA, on('telegram', 'ha again'), 40));
    put(old('ha'), 'to ha', { personId: HA, priority: 1 });
    put(old('lan then'), 'to lan', { personId: LAN });
    await open().drain();
    expect(telegram.sent).toMatchObject([
      { to: 'lan', text: 'to lan' },
      { to: 'ha again', text: 'to ha' },
    ]);
    expect(account()).toMatchObject({ sent: 2, perhapsTwice: 0 });
  });

  it('leaves nothing waiting for ever: what has no way is counted as failed, with the reason, and told', async () => {
    const { telegram, open, put, account, minutes, onReplaced, onStuck } = replaced();
    put(old('ha'), 'to ha', { personId: HA, priority: 1 });
    put(old('stranger'), 'to nobody');
    const out = open();
    await out.drain();
    expect(telegram.tried).toEqual([]);
    expect(account()).toMatchObject({ waiting: 0, failed: 2 });
    expect(account().unreached.map(({ failure }) => failure)).toEqual([REPLACED, REPLACED]);
    expect(REPLACED).toContain('tài khoản đã thay');
    expect(onReplaced.mock.calls.map(([, channel, left]) => [channel, left])).toEqual([['telegram', [HA]]]);
    await minutes(out, 5);
    expect([onReplaced.mock.calls.length, onStuck.mock.calls.length]).toEqual([1, 0]);
  });

  it('decides nothing before the account in use is known', async () => {
    const { telegram, open, put, account, minutes } = replaced();
    telegram.account = undefined;
    put(old('ha'), 'to ha', { personId: HA });
    const out = open();
    await minutes(out, 1);
    expect(account()).toMatchObject({ waiting: 1, failed: 0 });
    telegram.account = 'old bot';
    await minutes(out, 1);
    expect(telegram.texts()).toEqual(['to ha']);
  });

  it('is noticed while the service runs, when another login takes its place', async () => {
    const { telegram, web, open, put, toLan, minutes, account, is } = replaced();
    is('interrupted');
    toLan('a');
    put(on('telegram', 'nobody'), 'b');
    const out = open();
    await minutes(out, 1);
    telegram.account = 'newer bot';
    is('open');
    await minutes(out, 1);
    expect(web.texts()).toEqual(['a']);
    expect(account()).toMatchObject({ sent: 1, failed: 1, waiting: 0 });
  });
});
