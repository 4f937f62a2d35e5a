/**
 * Numbers as they are said in a hurry rather than read out: "trăm tư", "hai mốt", "ngàn hai", "hai vạn"; and words as
 * a keyboard left on another layout writes them. Built from the grammar of speech, not from the parser's tables.
 */

const UNITS = ['', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];
const AFTER_TEN = ['', 'mốt', 'hai', 'ba', 'tư', 'lăm', 'sáu', 'bảy', 'tám', 'chín'];

/** The shortest common way of saying the number, or undefined where speech has none that a listener would not ask about. */
export function spellAloud(value: number): string | undefined {
  const digits = String(value).split('').map(Number);
  const [first = 0, second = 0] = digits;
  const round = digits.slice(2).every((digit) => digit === 0);
  if (value >= 21 && value <= 99) {
    // "hai ba" may be two or three, "năm bảy" five or seven
    if (second === 0) return `${UNITS[first]} chục`;
    return second === 1 || second === 4 || second === 5 ? `${UNITS[first]} ${AFTER_TEN[second]}` : undefined;
  }
  const scale = new Map([
    [3, 'trăm'],
    [4, 'nghìn'],
    [7, 'triệu'],
  ]).get(digits.length);
  // a five behind the unit is said "rưỡi", and "trăm năm" may be years
  if (scale === undefined || !round || second === 0) return undefined;
  const head = first === 1 ? scale : `${UNITS[first]} ${scale}`;
  return second === 5 ? `${head} rưỡi` : `${head} ${AFTER_TEN[second]}`;
}

const TONES = new Map([
  ['\u0300', 'f'],
  ['\u0301', 's'],
  ['\u0309', 'r'],
  ['\u0303', 'x'],
  ['\u0323', 'j'],
]);
const SHAPES = new Map([
  ['\u0302', 'double'],
  ['\u0306', 'w'],
  ['\u031b', 'w'],
]);

/** A word as the Telex keys that would have written it, the tone struck last: "tiếp" → "tieesp" is "tieeps" here. */
export function telexKeys(word: string): string {
  let keys = '';
  let tone = '';
  for (const part of word.normalize('NFD').replaceAll('đ', 'dd')) {
    const shape = SHAPES.get(part);
    if (shape !== undefined) keys += shape === 'double' ? keys.at(-1) : shape;
    else if (TONES.has(part)) tone = TONES.get(part) ?? '';
    else keys += part;
  }
  return keys + tone;
}
