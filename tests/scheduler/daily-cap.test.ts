/** The most a door may say in a day: at the cap nothing leaves until the next local day, whatever happens in between. */
import { describe, expect, it } from 'vitest';
import { SendError } from '../../channels/channel.ts';
import { instantOf } from '../../domain/date.ts';
import type { DeliverParts } from '../../scheduler/deliver.ts';
import { quiet } from '../support/clock.ts';
import { on, outboxRoom } from '../support/outbox-room.ts';

const CAP = 3;
const capped = (more: object = {}): Pick<DeliverParts, 'pace'> => ({
  pace: { telegram: { concurrency: 8, daily: CAP, ...more } },
});
const HOUR = 60 * 60_000;

/** A room whose clock shows this hour of 25/10/2021, with its door at the cap. */
async function atTheCap(time = '08:00') {
  const room = outboxRoom();
  room.clock.set(instantOf('2021-10-25', time));
  for (let person = 1; person <= CAP + 2; person += 1) {
    room.put(on('telegram', `person ${person}`), `${person}`, { priority: 1 });
  }
  const out = room.start([room.telegram, room.web], capped());
  await out.drain();
  return { ...room, out };
}

describe('the daily cap', () => {
  it('lets as many leave as it says, also with several under way at once', async () => {
    const { telegram, account } = await atTheCap();
    expect(telegram.texts()).toEqual(['1', '2', '3']);
    expect(account()).toMatchObject({ sent: 3, waiting: 2, failed: 0 });
  });

  it('holds replies too', async () => {
    const { telegram, out, put } = await atTheCap();
    put(on('telegram', 'person 1'), 'a reply', { priority: 0 });
    put(on('telegram', 'a stranger'), 'a word', { priority: 0 });
    await out.drain();
    expect(telegram.tried).toHaveLength(CAP);
  });

  it('opens again at the next local midnight by itself, replies first', async () => {
    const { telegram, out, put, clock } = await atTheCap('22:00');
    put(on('telegram', 'person 1'), 'a reply', { priority: 0 });
    clock.advance(2 * HOUR - 1_000);
    await quiet();
    await out.drain();
    expect(telegram.tried).toHaveLength(CAP);
    clock.advance(1_000);
    await quiet();
    expect(telegram.texts()).toEqual(['1', '2', '3', 'a reply', '4', '5']);
    expect(telegram.sent[CAP]?.at).toBe(instantOf('2021-10-26', '00:00'));
  });

  it('counts by the day of Viet Nam, not by that of Greenwich', async () => {
    const { telegram, out, clock } = await atTheCap('06:30');
    // 07:00 in Viet Nam is midnight in Greenwich.
    clock.advance(HOUR);
    await quiet();
    await out.drain();
    expect(telegram.tried).toHaveLength(CAP);
  });

  it('does not carry over what was left of a day', async () => {
    const { telegram, clock, start, put } = outboxRoom();
    const out = start([telegram], capped());
    put(on('telegram', 'lan'), 'monday');
    await out.drain();
    clock.set(instantOf('2021-10-26', '08:00'));
    for (let person = 1; person <= CAP + 1; person += 1) put(on('telegram', `person ${person}`), `${person}`);
    await out.drain();
    expect(telegram.texts()).toEqual(['monday', '1', '2', '3']);
  });

  it('survives a restart: what left is counted in the outbox', async () => {
    const { telegram, out, start, clock, put } = await atTheCap();
    await out.stop();
    const again = start([telegram], capped());
    put(on('telegram', 'person 1'), 'a reply', { priority: 0 });
    await again.drain();
    expect(telegram.tried).toHaveLength(CAP);
    clock.set(instantOf('2021-10-26', '00:00'));
    await again.drain();
    expect(telegram.texts()).toEqual(['1', '2', '3', 'a reply', '4', '5']);
  });

  it('counts what was taken, not what was refused or could not be handed over', async () => {
    let refusals = 2;
    const { telegram, start, put, clock } = outboxRoom(() =>
      refusals-- > 0 ? { kind: refusals === 1 ? 'rejected' : 'unreachable' } : 'taken',
    );
    const out = start([telegram], capped());
    for (let person = 1; person <= CAP + 2; person += 1) put(on('telegram', `person ${person}`), `${person}`);
    await out.drain();
    clock.advance(60_000);
    await quiet();
    await out.drain();
    expect(telegram.sent).toHaveLength(CAP);
  });

  it('counts the messages a long text left as, also after a restart', async () => {
    const { telegram, start, put, clock } = outboxRoom();
    const send = telegram.send.bind(telegram);
    telegram.send = async (to, delivery) => ({ ...(await send(to, delivery)), parts: 2 });
    for (const text of ['1', '2', '3']) put(on('telegram', text), text);
    const out = start([telegram], capped({ concurrency: 1 }));
    await out.drain();
    // Two and two: the second goes over the three by the part that nobody could foresee.
    expect(telegram.texts()).toEqual(['1', '2']);
    await out.stop();
    const again = start([telegram], capped({ concurrency: 1 }));
    await again.drain();
    expect(telegram.texts()).toEqual(['1', '2']);
    clock.set(instantOf('2021-10-26', '00:00'));
    await again.drain();
    expect(telegram.texts()).toEqual(['1', '2', '3']);
  });

  it('counts the part of a text that left before the rest failed', async () => {
    const { telegram, start, put, clock } = outboxRoom();
    const send = telegram.send.bind(telegram);
    let isBroken = true;
    telegram.send = async (to, delivery) => {
      if (!isBroken) return send(to, delivery);
      isBroken = false;
      throw new SendError({ kind: 'unreachable' }, 'the line broke', { parts: 2 });
    };
    put(on('telegram', 'lan'), 'long');
    put(on('telegram', 'ha'), 'short', { priority: 2 });
    const out = start([telegram], capped({ concurrency: 1 }));
    await out.drain();
    clock.advance(60_000);
    await quiet();
    await out.drain();
    expect(telegram.sent).toHaveLength(1);
    clock.set(instantOf('2021-10-26', '00:00'));
    await out.drain();
    expect(telegram.sent).toHaveLength(2);
  });

  it('holds one door only, and one account', async () => {
    const { telegram, web, out, put } = await atTheCap();
    put(on('web-chat', 'lan'), 'on the other door');
    await out.drain();
    expect(web.texts()).toEqual(['on the other door']);
    telegram.account = 'another';
    put({ ...on('telegram', 'lan'), account: 'another' }, 'from another account');
    await out.drain();
    expect(telegram.texts()).toContain('from another account');
  });

  it('never lets more than the cap be under way, however slow the provider', async () => {
    const { telegram, start, put } = outboxRoom(() => 'silence');
    const out = start([telegram], capped());
    for (let person = 1; person <= CAP + 2; person += 1) put(on('telegram', `person ${person}`), `${person}`);
    out.nudge();
    await quiet();
    out.nudge();
    await quiet();
    expect(telegram.tried).toHaveLength(CAP);
  });

  it('is no cap where none is set', async () => {
    const { telegram, start, put } = outboxRoom();
    const out = start([telegram], { pace: { telegram: { concurrency: 8 } } });
    for (let person = 1; person <= 40; person += 1) put(on('telegram', `person ${person}`), `${person}`);
    await out.drain();
    expect(telegram.sent).toHaveLength(40);
  });
});
