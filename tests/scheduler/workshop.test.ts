/** Files and pictures: made when they are sent, one at a time, and nothing promised that could not be made. */
import { describe, expect, it } from 'vitest';
import { enqueue } from '../../db/outbox.ts';
import type { DeliverParts } from '../../scheduler/deliver.ts';
import { makeWorkshop } from '../../scheduler/workshop.ts';
import { quiet } from '../support/clock.ts';
import { TEST_MAKERS } from '../support/makers.ts';
import { on, outboxRoom } from '../support/outbox-room.ts';

const report = { maker: 'annual-docx', name: 'bao-cao.docx', show: 'document', data: { year: 2021 } } as const;

describe('attachments', () => {
  it.each([
    ['status-chart', 'image/png'],
    ['month-xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['tracking-xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['json', 'application/json'],
    ['recipients-xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ] as const)('made by %s are called %s', async (maker, mime) => {
    const workshop = makeWorkshop(
      TEST_MAKERS,
      () => () => undefined,
      () => Promise.reject(new Error('no picture')),
    );
    const made = await workshop({ maker, name: 'a', show: 'document', data: {} });
    expect(made.mime).toBe(mime);
  });

  it('are made before sending, one at a time', async () => {
    const { web, start, put } = outboxRoom();
    let making = 0;
    let most = 0;
    const makers = {
      ...TEST_MAKERS,
      'annual-docx': async (data: unknown) => {
        making += 1;
        most = Math.max(most, making);
        await quiet(2);
        making -= 1;
        return new TextEncoder().encode(JSON.stringify(data));
      },
    };
    for (const chat of ['a', 'b', 'c'])
      put(on('web-chat', chat), chat, { message: { text: chat, attachment: report } });
    await start([web], { makers }).drain();
    expect(web.sent.map(({ file }) => file)).toEqual(['bao-cao.docx', 'bao-cao.docx', 'bao-cao.docx']);
    expect(most).toBe(1);
  });

  it('that cannot be made give their message up: nothing is sent that promises a file', async () => {
    const { web, log, start, put, account } = outboxRoom();
    const cause = new Error('template broken');
    const makers = { ...TEST_MAKERS, 'annual-docx': () => Promise.reject(cause) };
    const onUnmade: DeliverParts['onUnmade'] = (tx, row, at) => {
      enqueue(tx, { key: `k:sorry:${row.id}`, to: row.to, priority: 0, message: { text: 'Xin lỗi' }, at });
    };
    put(on('web-chat', 'lan'), 'a', { message: { text: 'Báo cáo đây ạ', attachment: report } });
    put(on('web-chat', 'lan'), 'b');
    await start([web], { makers, onUnmade }).drain();
    expect(web.texts()).toEqual(['b', 'Xin lỗi']);
    expect(account().unreached).toMatchObject([{ key: 'k:a', failure: 'unmade: template broken' }]);
    expect(log.error).toHaveBeenCalledWith(expect.objectContaining({ err: cause, row: 1 }), expect.any(String));
  });

  it('that only draw what the words say let the words go without them', async () => {
    const { web, log, start, put, account } = outboxRoom();
    const cause = new Error('no typeface');
    const makers = { ...TEST_MAKERS, 'status-chart': () => Promise.reject(cause) };
    const attachment = { maker: 'status-chart', name: 'tinh-hinh.png', show: 'picture', data: {} } as const;
    put(on('web-chat', 'ct'), 'a', { message: { text: 'Đã báo cáo: 9/11 đơn vị', attachment } });
    await start([web], { makers }).drain();
    expect(web.texts()).toEqual(['Đã báo cáo: 9/11 đơn vị']);
    expect(web.sent.map(({ file }) => file)).toEqual([undefined]);
    expect(account().unreached).toEqual([]);
    expect(log.error).toHaveBeenCalledWith(expect.objectContaining({ err: cause, row: 1 }), expect.any(String));
  });

  it('that hang or throw hold up no attachment after them', async () => {
    const { web, clock, start, put, account } = outboxRoom();
    const makers = {
      ...TEST_MAKERS,
      'annual-docx': (data: unknown): Promise<Uint8Array> => {
        if (data === 'hang') return new Promise(() => undefined);
        if (data === 'throw') throw new Error('at once');
        return Promise.resolve(new Uint8Array());
      },
    };
    for (const data of ['hang', 'throw', 'good']) {
      put(on('web-chat', data), data, { message: { text: data, attachment: { ...report, data } } });
    }
    start([web], { makers }).nudge();
    await quiet();
    clock.advance(60_000);
    await quiet(8);
    expect(web.texts()).toEqual(['good']);
    expect(account()).toMatchObject({ sent: 1, failed: 2 });
  });
});
