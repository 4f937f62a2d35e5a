/**
 * The longest messages the house reads, 4,000 characters of the kinds that cost the reader most: what understanding one
 * takes, and the look for private matters before it, as a turn does both.
 */
import { noticePrivate } from '../conversations/parse/privacy.ts';
import { understand } from '../conversations/parse/understand.ts';
import { percentile, type Result } from './result.ts';

const LENGTH = 4_000;
const TODAY = '2026-10-05';
/** Messages of each kind that are measured; as many go before, so that the code is warm. */
const MESSAGES = 500;

/** A report with its documents, as it is pasted into the chat again and again. */
const PROSE =
  'Trong tháng 9/2021 phường đã tiếp nhận 215 hồ sơ, trong đó trực tuyến 150, trực tiếp 65. Đã giải quyết 210 hồ sơ, ' +
  'đúng hạn 208, trễ hạn 2; còn đang giải quyết 5 hồ sơ trong hạn. Ngày 17/9/2021 phường đã đánh giá nội bộ theo Kế hoạch ' +
  'số 45/KH-UBND ngày 05/8/2021 của UBND phường về việc đánh giá nội bộ, phát hiện 1 điểm không phù hợp nhẹ.\n';

/** A whole number below n. */
type Pick = (n: number) => number;

const WORD_MAX = 7;

function word(alphabet: string, pick: Pick): string {
  let letters = '';
  for (let left = pick(WORD_MAX); left >= 0; left -= 1) letters += alphabet.charAt(pick(alphabet.length));
  return `${letters} `;
}

const SIGNS = '0123456789.,;/- \n';
const EMOJI = ['😀', '👍', '🙏', '❤️', '✅'];

/** The pieces a text of each kind is put together from. */
const KINDS: Record<string, (pick: Pick) => string> = {
  letters: (pick) => word('abcdefghijklmnopqrstuvwxyz', pick),
  'every key': (pick) => String.fromCharCode(32 + pick(95)),
  diacritics: (pick) => word('aàáảãạăằâầbcdđeèêềghiìklmnoòôồơờpqrstuùưừvxyỳ', pick),
  'digits and signs': (pick) => SIGNS.charAt(pick(SIGNS.length)),
  emoji: (pick) => EMOJI[pick(EMOJI.length)] ?? '😀',
  spaces: () => ' ',
  'one word': () => 'hạn ',
  '1/1/1': () => '1/',
  'số số số': () => 'số ',
  prose: () => PROSE,
};

/** Measures every kind; `p99_ms` holds the collector's pauses too. */
export function parse4000(messages = MESSAGES): Result[] {
  const pick = picker();
  return Object.entries(KINDS).map(([kind, piece]): Result => {
    const times: number[] = [];
    for (let n = 0; n < messages; n += 1) timed(textOf(piece, pick));
    while (times.length < messages) times.push(timed(textOf(piece, pick)));
    return { name: 'parse-4000', kind, ms: percentile(times, 50), p99_ms: percentile(times, 99) };
  });
}

function timed(text: string): number {
  const from = performance.now();
  noticePrivate(text);
  understand(text, { today: TODAY });
  return performance.now() - from;
}

/** In one piece, as a text from a channel is: one put together is only joined when it is first read. */
function textOf(piece: (pick: Pick) => string, pick: Pick): string {
  let text = '';
  while (text.length < LENGTH) text += piece(pick);
  return Buffer.from(text.slice(0, LENGTH)).toString();
}

/** The same texts in every run: a linear congruential generator with the constants of Numerical Recipes. */
function picker(): Pick {
  let state = 1;
  return (n) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}
