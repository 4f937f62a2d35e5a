/**
 * The field of late dossiers: "trễ 1 hs đất đai nhưng đã xin lỗi dân", "1 hs đất đai bị trễ". Late dossiers are few and
 * told with what they were about, so that the one field named takes nothing from the number; of dossiers received, a
 * field's would be only a part.
 */
import { POLITENESS, UNITS } from '../filler.ts';
import { Lexicon } from '../lexicon.ts';
import { spacedNumberAt } from '../number/number-at.ts';
import { isWord, type Token } from '../text.ts';
import { givesReason } from './circumstance.ts';
import { VOCABULARY } from './vocabulary.ts';

const FIELDS = new Lexicon<true>([
  [
    'đất đai|đất|nhà đất|địa chính|hộ tịch|khai sinh|khai tử|kết hôn|chứng thực|tư pháp|xây dựng|môi trường|bảo trợ xã hội|' +
      'người có công|lao động|hộ kinh doanh|đăng ký kinh doanh|nông nghiệp|y tế|giáo dục|văn hóa|đô thị',
    true,
  ],
]);

/** Words between the number and the field. */
const LINKS = ['linh', 'vuc', 've', 'ben', 'mang'];
/** Words between the label and its number. */
const BESIDE = ['la', 'co', 'mat'];
/** "trễ một trăm hai mươi hs": no more words of a number are looked through, and late dossiers are fewer. */
const NUMBER_WORDS_MAX = 4;

interface Field {
  from: number;
  to: number;
}

/** The words for the field, where the message names just one and goes on with nothing of it that could count. */
export function lateFields(tokens: readonly Token[]): Field[] {
  const [only, other] = fieldsNamed(tokens);
  if (only === undefined || other !== undefined) return [];
  let { from } = only;
  while (isWord(tokens[from - 1], ...LINKS)) from -= 1;
  const number = numberBefore(tokens, from);
  if (number === undefined) return [];
  const told = isLate(tokens, number) ? endsThere(tokens, only.to) : saysLate(tokens, only.to);
  return told ? [{ from, to: only.to }] : [];
}

/** The fields named, but for those of a reason: "do văn phòng đăng ký đất đai trả chậm". */
function fieldsNamed(tokens: readonly Token[]): Field[] {
  const fields: Field[] = [];
  let reason = false;
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== 'word') {
      reason &&= token.kind === 'digits';
      continue;
    }
    reason ||= isWord(token, 'do', 'vi', 'boi') && givesReason(tokens, { start: at, next: at + 1 });
    const found = reason ? undefined : FIELDS.match(tokens, at);
    // "đất đai" is one field, though "đai" might begin another
    if (found !== undefined && (fields.at(-1)?.to ?? 0) <= at) fields.push({ from: at, to: found.next });
  }
  return fields;
}

/** Where the number (and its unit) right before `at` begins: "1 hs", "một hồ sơ". */
function numberBefore(tokens: readonly Token[], at: number): number | undefined {
  for (let from = Math.max(0, at - NUMBER_WORDS_MAX); from < at; from += 1) {
    const span = spacedNumberAt(tokens, from);
    if (span?.value !== undefined && UNITS.match(tokens, span.next)?.next === at) return from;
  }
  return undefined;
}

/** "trễ", "quá hạn là", "chậm mất" ends right before the number at `at`. */
function isLate(tokens: readonly Token[], at: number): boolean {
  let end = at;
  while (isWord(tokens[end - 1], ...BESIDE) || tokens[end - 1]?.base === ':') end -= 1;
  const [before, earlier] = [tokens[end - 1], tokens[end - 2]];
  return (
    isWord(before, 'tre', 'cham', 'muon', 'qh') ||
    (isWord(before, 'han', 'hen') && isWord(earlier, 'qua', 'tre', 'cham', 'muon'))
  );
}

/** Nothing follows, or what begins anew: "nhưng đã xin lỗi", "do mạng lỗi", "rồi ạ". */
function endsThere(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined || token.kind === 'sign' || token.kind === 'line') return true;
  if (token.kind === 'digits') return false;
  return VOCABULARY.match(tokens, at)?.meaning.kind === 'break' || isWord(token, 'da', 'roi') || isPolite(tokens, at);
}

const isPolite = (tokens: readonly Token[], at: number): boolean => POLITENESS.match(tokens, at) !== undefined;

/** "1 hs đất đai bị trễ", "02 hồ sơ đất đai quá hạn"; of "74 hồ sơ đất đai quá hạn không có" none are. */
function saysLate(tokens: readonly Token[], at: number): boolean {
  const from = isWord(tokens[at], 'bi', 'da') ? at + 1 : at;
  const verb = VOCABULARY.match(tokens, from);
  // "đất đai trả trễ hạn", "hộ tịch giải quyết quá hạn"
  const resolved = verb?.meaning.kind === 'label' && verb.meaning.features.join() === 'resolve';
  const word = resolved ? VOCABULARY.match(tokens, isWord(tokens[verb.next], 'bi') ? verb.next + 1 : verb.next) : verb;
  if (word?.meaning.kind !== 'label' || !word.meaning.features.includes('late')) return false;
  return VOCABULARY.match(tokens, word.next)?.meaning.kind !== 'none';
}
