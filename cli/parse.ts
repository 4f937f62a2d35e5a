/** `cli parse`: what the bot understands of one message, as one JSON line. */

import { askNamed } from '../conversations/parse/ask.ts';
import { toParseAnswer, understand } from '../conversations/parse/understand.ts';
import { dateAt, type Instant, isIsoDate } from '../domain/date.ts';

export interface ParseOrder {
  text: string;
  ask?: string | undefined;
  today?: string | undefined;
}

/** The JSON line for one message. @throws {Error} naming the option that is wrong and what it may be */
export function parseText({ text, ask, today }: ParseOrder, now: Instant): string {
  const asked = ask === undefined ? undefined : askNamed(ask);
  if (ask !== undefined && asked === undefined) {
    throw new Error(
      `--ask ${ask}: không có câu hỏi này. Dùng tên chỉ tiêu (received, audit_date …), yes_no, confirm hoặc percent.`,
    );
  }
  if (today !== undefined && !isIsoDate(today)) throw new Error(`--today ${today}: ngày viết dạng 2026-11-20`);
  const context = { today: today ?? dateAt(now), ...(asked === undefined ? {} : { ask: asked }) };
  return JSON.stringify(toParseAnswer(understand(text, context)));
}

/** The JSON line for one line of `parse --jsonl`; a line that cannot be read is answered, not fatal. */
export function parseLine(line: string, now: Instant): string {
  try {
    const order = JSON.parse(line) as Record<string, unknown> | null;
    if (typeof order?.text !== 'string') throw new Error('thiếu "text"');
    return parseText({ text: order.text, ask: optional(order, 'ask'), today: optional(order, 'today') }, now);
  } catch (error) {
    return JSON.stringify({ error: (error as Error).message });
  }
}

/** What other programs write for "not given" is null. */
function optional(order: Record<string, unknown>, name: 'ask' | 'today'): string | undefined {
  const given = order[name] ?? undefined;
  if (given !== undefined && typeof given !== 'string') throw new Error(`"${name}": phải là chữ`);
  return given;
}
