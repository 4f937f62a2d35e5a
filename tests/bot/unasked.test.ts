/** A message nobody asked for does not change what typed words mean; its buttons and their numbers are its own. */
import { describe, expect, it } from 'vitest';
import { typedChoices } from '../../bot/offered.ts';
import { remindedOffice } from '../support/reminded-office.ts';

/** The coordinator learned on 9 November that October is late, and it is December now. */
async function escalated() {
  const at = remindedOffice();
  const [text] = await at.told('sang', '2026-11-09');
  expect(text).toContain('Báo cáo tháng 10/2026: 2 đơn vị');
  at.at('2026-12-02', '09:00');
  return at;
}

describe('after a word that a month is late', () => {
  it.each(['ai chưa nộp', 'Ai chưa nộp', 'ai chua nop', 'ai chưa nộp ạ'])(
    '%j asks of the month at hand',
    async (text) => {
      const at = await escalated();
      expect(await at.says('sang', text)).toMatch(/tháng 11\/2026/);
    },
  );

  it.each(['1', '[1]', '[Ai chưa nộp]'])('%j takes its choice', async (text) => {
    const at = await escalated();
    expect(await at.says('sang', text)).toMatch(/tháng 10\/2026/);
  });

  it('its button is about its month, however late it is tapped', async () => {
    const at = await escalated();
    const id = at.heard('sang').at(-1)?.choices?.flat()[0]?.id ?? '';
    await at.says('sang', 'tình hình');
    const [message] = await at.does('sang', { kind: 'choice', id });
    expect(message?.text).toMatch(/tháng 10\/2026/);
  });
});

describe('choices', () => {
  const choices = [
    { id: 'run:missing::2026-10', label: 'Ai chưa nộp' },
    { id: 'run:tracking:2026', label: 'Theo dõi năm 2026' },
    { id: 'run:ack:1', label: 'Đã nhận' },
  ];
  const offered = (unasked: boolean) => ({ mark: '1', choices, numbered: true, ...(unasked ? { unasked } : {}) });

  it.each<[string, string[], string[]]>([
    ['Ai chưa nộp', ['run:missing::2026-10'], []],
    ['ai chua', ['run:missing::2026-10'], []],
    ['2', ['run:tracking:2026'], ['run:tracking:2026']],
    ['Theo dõi năm 2026', ['run:tracking:2026'], ['run:tracking:2026']],
    ['Đã nhận', ['run:ack:1'], ['run:ack:1']],
    ['[Ai chưa nộp]', ['run:missing::2026-10'], ['run:missing::2026-10']],
  ])('%j of an answer, and of a message nobody asked for', (text, answered, unasked) => {
    expect(typedChoices(text, offered(false))).toEqual(answered);
    expect(typedChoices(text, offered(true))).toEqual(unasked);
  });
});
