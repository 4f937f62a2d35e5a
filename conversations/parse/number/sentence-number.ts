/**
 * Numbers inside a sentence, where some number words mostly mean something else: "năm" the year, "sau" after, "không"
 * no, "một cửa" the one-stop desk. What is left is a number without doubt about being one.
 */

import { VOCABULARY } from '../figures/vocabulary.ts';
import { isWord, type Token } from '../text.ts';
import { type NumberSpan, numberAt } from './number-at.ts';
import { signsOf } from './number-words.ts';

/** Number words that make no number are looked at one by one, but not an endless row of them. */
const NUMBER_WORDS_MAX = 20;

/** Words after "một" that make it "some", "partly", "the one-stop desk". */
const NOT_ONE = ['so', 'vai', 'phan', 'cua', 'it', 'lan', 'cach', 'trong', 'chut', 'minh'];

/** A number where a sentence cannot mean anything else: "năm" the year, "sau" after and "không" no are not numbers. */
export function numberInSentence(tokens: readonly Token[], at: number): NumberSpan | undefined {
  const token = tokens[at];
  const span = numberAt(tokens, at);
  if (span === undefined || token === undefined) return span;
  const lone = span.next === at + 1 && !span.words;
  const great = !lone && tokens.slice(at, span.next).some((part) => isWord(part, 'trieu', 'ty', 'ti'));
  // no commune counts its dossiers in millions: "thu 2 triệu" is money
  if (great && span.value !== undefined) {
    const { value, ...rest } = span;
    return { ...rest, doubt: 'uncertain', proposal: value };
  }
  if (!span.words) return span;
  const [sign] = signsOf(token);
  const [after] = signsOf(tokens[at + 1]);
  if (token.base === 'khong') return after?.kind === 'hundred' || after?.kind === 'scale' ? span : undefined;
  if (span.next > at + 1) return span.doubt === 'uncertain' && span.next <= at + NUMBER_WORDS_MAX ? undefined : span;
  if (isVagueUnit(tokens, at)) return { doubt: 'approximate', words: true, start: at, next: span.next };
  if (sign?.kind !== 'digit' && sign?.kind !== 'ten') return undefined;
  if (sign.kind === 'digit' && sign.form !== 'plain') return undefined;
  const next = tokens[span.next];
  if (token.base === 'mot' && isWord(next, ...NOT_ONE) && !isOne(tokens, at)) return undefined;
  const doubtful = token.base === 'nam' || (token.marks === 0 && ['sau', 'bay', 'tam', 'ba'].includes(token.base));
  if (!doubtful) return span;
  return isCounted(tokens, span.next) || isFive(tokens, at) ? span : undefined;
}

/** Words before a lone "trăm", "chục", "nghìn" that make it a number of which nobody says how great it is. */
const ABOUT = ['hon', 'gan', 'ca', 'may', 'vai', 'hang', 'tren', 'duoi', 'ngot', 'non', 'tam', 'khoang', 'chung', 'co'];

/** "nhận hơn trăm", "mấy chục hs": a number, and a vague one; "gần trạm y tế" is none. */
function isVagueUnit(tokens: readonly Token[], at: number): boolean {
  const [sign] = signsOf(tokens[at]);
  const unit = sign?.kind === 'hundred' || sign?.kind === 'scale' || sign?.kind === 'tens';
  if (!unit || !isWord(tokens[at - 1], ...ABOUT)) return false;
  return tokens[at + 1]?.kind !== 'word' || VOCABULARY.match(tokens, at + 1) !== undefined;
}

/** "sở về kiểm tra một lần", "còn một trong hạn" count; "nộp một lần", "một trong các" do not. */
const isOne = (tokens: readonly Token[], at: number): boolean =>
  isWord(tokens[at + 1], 'lan')
    ? isWord(tokens[at - 1], 'tra') && isWord(tokens[at - 2], 'kiem')
    : isWord(tokens[at + 1], 'trong') && isWord(tokens[at + 2], 'han');

/** "còn năm", "trễ năm,": with its mark, right behind a label and with nothing more to say it is no year. */
const isFive = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.raw.toLowerCase() === 'năm' &&
  isWord(tokens[at - 1], 'con', 'tre', 'han', 'nhan', 'tra', 'xong') &&
  tokens[at + 1]?.kind !== 'word' &&
  tokens[at + 1]?.kind !== 'digits';

function isCounted(tokens: readonly Token[], at: number): boolean {
  const word = VOCABULARY.match(tokens, at)?.meaning;
  return (
    word?.kind === 'unit' ||
    (word?.kind === 'label' &&
      ['procedures', 'nonconformity', 'minor', 'major', 'people', 'recommendation', 'observation'].includes(
        word.features[0] ?? '',
      ))
  );
}
