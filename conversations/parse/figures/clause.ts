/**
 * Items gathered into clauses: what stands between two separators, as an alternating row of label groups and numbers
 * with the words that colour them (không, hết, còn lại, khoảng …). Pairing labels with numbers is `pairing`'s work.
 */

import { withoutPoliteness } from '../filler.ts';
import { isWord, type Token } from '../text.ts';
import { asksBack, givesReason, isCutOff, isDaily, isDocument, isRateOf, opensTail } from './circumstance.ts';
import { type Clause, type Figure, figuresOf, Gathering, groupsOf, withOwnAll } from './gathering.ts';
import { isTimes } from './inspected.ts';
import type { Item, Row } from './item.ts';
import { isNoneSoFar, withOwnZeros } from './own-zero.ts';
import { ends, isStanding, proceduresSaid } from './procedures-said.ts';
import { countsDossiers } from './target.ts';

/** Splits a row into clauses. */
export function clausesOf(row: Row, tokens: readonly Token[]): Clause[] {
  const gathering = new Gathering();
  const items = withOwnZeros(row.items, tokens);
  items.forEach((item, index) => {
    take(gathering, item, items[index + 1], tokens);
  });
  gathering.close('');
  return gathering.done
    .filter((clause) => clause.parts.length > 0 || clause.rest || clause.all || clause.unknown || clause.none)
    .flatMap(withOwnAll);
}

function take(gathering: Gathering, item: Item, next: Item | undefined, tokens: readonly Token[]): void {
  const { clause } = gathering;
  switch (item.kind) {
    case 'label':
      // "trả 210 và trễ 2", "trả 210 còn 5 trong hạn"
      if (
        (gathering.and || item.features.join() === 'still') &&
        figuresOf(clause).length > 0 &&
        groupsOf(clause).length > 0 &&
        next?.kind === 'number'
      )
        gathering.close('và');
      // "không nhận" counts, "không nhận được" may only deny the deed
      if (item.features.join() === 'receive' && !isWord(tokens[item.next - 1], 'duoc')) clause.undone = false;
      gathering.group(proceduresSaid(gathering, item.features, next, tokens));
      gathering.still ||= isWord(tokens[item.start], 'con');
      // "không có mạng": the network, and no way of handing in
      clause.question ||= clause.none && item.next === item.start + 1 && isWord(tokens[item.start], 'mang');
      return;
    case 'number':
      number(gathering, item, next, tokens);
      return;
    case 'separator':
      if (gathering.justSaid && isCutOff(item, next, tokens)) gathering.justSaid.vague = true;
      // what stands in brackets is part of what was said before them
      gathering.close(item.sign, item.sign === '(');
      return;
    case 'break':
      gathering.close('nhưng');
      gathering.clause.reason = givesReason(tokens, item);
      return;
    case 'within':
      gathering.close('trong đó', true);
      return;
    case 'counting':
      gathering.close('tính cả', true);
      gathering.clause.counting = true;
      return;
    case 'and':
      if (tokens[item.start]?.base === '/') slash(gathering, next);
      else gathering.and = true;
      return;
    case 'link':
      if (tokens[item.start]?.base === ':') headed(gathering);
      gathering.still = false;
      // "215 → 251": the one is no longer so
      if (tokens[item.start]?.base === '→' && gathering.justSaid) gathering.justSaid.vague = true;
      // "hôm nay nhận 5 hs": a day's work, not a month's
      if (
        (next?.kind === 'number' || (next?.kind === 'label' && countsDossiers(next.features))) &&
        isDaily(tokens[item.start], tokens[item.next - 1])
      )
        gathering.plan = item.start;
      gathering.beside = false;
      return;
    default:
      colour(gathering, item, next, tokens);
  }
}

function number(
  gathering: Gathering,
  item: Extract<Item, { kind: 'number' }>,
  next: Item | undefined,
  tokens: readonly Token[],
): void {
  const { clause: before } = gathering;
  if (gathering.and && figuresOf(before).length > 0 && groupsOf(before).length > 0) gathering.close('và');
  gathering.figure(item);
  // "bộ TTHC hiện có 412"
  const { clause, justSaid: said } = gathering;
  if (said?.start === item.start && clause.parts.length === 2 && ends(next, tokens))
    clause.sum ||= isStanding(gathering);
}

/** "nhận: 215/ onl: 150" are two; any other "215/" may have lost its other half. */
function slash(gathering: Gathering, next: Item | undefined): void {
  const { clause, justSaid: said } = gathering;
  if (said !== undefined && next?.kind === 'label' && clause.parts.length === 2 && clause.parts[0]?.kind === 'group') {
    gathering.close('/');
    return;
  }
  if (said?.unit === false) said.odd = true;
  gathering.and = true;
}

/** What a colon closes: a label that heads what follows, or the sum of it ("tổng 215 hs: 150 online, 65 trực tiếp"). */
function headed(gathering: Gathering): void {
  const { clause, justSaid } = gathering;
  if (figuresOf(clause).length === 0) gathering.colon = true;
  else if (groupsOf(clause).length === 0 && (clause.sum || justSaid?.unit)) gathering.close(':', true);
}

function colour(gathering: Gathering, item: Item, next: Item | undefined, tokens: readonly Token[]): void {
  const { clause } = gathering;
  const said = gathering.justSaid;
  switch (item.kind) {
    case 'none':
    case 'unknown':
      denied(gathering, item, next, tokens);
      return;
    case 'rest':
      // "trễ 2 còn lại đúng hạn"
      if (figuresOf(clause).length > 0 && groupsOf(clause).length > 0 && next?.kind === 'label') gathering.close('');
      gathering.clause.rest = true;
      return;
    case 'all':
      all(gathering);
      return;
    case 'sum':
    case 'standing':
    case 'question':
    case 'mistake':
      clause[item.kind] = true;
      return;
    case 'hedge':
      // "nhận 215 giải quyết gần hết": of the label right before it
      gathering.rated();
      gathering.clause.hedge = true;
      return;
    case 'unit':
      unit(clause, said, tokens[item.start]);
      return;
    case 'foreign':
      foreign(gathering, item, tokens);
      return;
    case 'measure':
      gathering.measured(next);
      return;
    case 'vague':
      vague(gathering, tokens[item.start], next);
      return;
    case 'plan':
      // "215 hs mỗi ngày"
      if (said !== undefined && isWord(tokens[item.start], 'moi', 'mot', 'hang')) said.vague = true;
      gathering.plan = item.start;
      return;
    case 'function':
      if (isWord(tokens[item.start], 'co')) gathering.have = true;
      gathering.tail ||= opensTail(tokens[item.start]);
      gathering.beside = false;
      return;
    case 'other':
      other(gathering, tokens[item.start]);
      return;
    default:
      // "k có hs nào quá hạn trong 210 hs đã gq"
      if (isWord(tokens[item.start], 'trong') && (next?.kind === 'number' || isWord(tokens[item.next], 'tong', 'so'))) {
        if (clause.parts.length > 0) gathering.close('trong');
        else clause.heading = true;
      }
  }
}

/** "nhận 96 hs gq hết": all of what was received, and no second name of that number. */
function all(gathering: Gathering): void {
  const groups = groupsOf(gathering.clause);
  if (groups.length > 1 && groups.at(-1)?.features.join() === 'resolve') gathering.rated();
  gathering.clause.all = true;
}

/** A word that nobody here knows; after "hết" a "trừ" begins what is excepted: "đúng hết trừ quá hạn 4". */
function other(gathering: Gathering, word: Token | undefined): void {
  const { clause, justSaid: said } = gathering;
  if (clause.all && isWord(word, 'tru')) {
    gathering.close('trừ');
    return;
  }
  // "qtnb có 11 quy trình"
  if (isWord(word, 'quy', 'trinh') && groupsOf(clause).some(({ features }) => features.includes('process'))) return;
  if (said !== undefined) said.odd = true;
  else if (!gathering.strange && !gathering.tellsWhere) compound(clause);
  gathering.strange = clause.strange = true;
  gathering.vague = false;
}

/** "215 hs"; "nhận 215 cuộc" are inspections, and no dossiers. */
function unit(clause: Clause, said: Figure | undefined, word: Token | undefined): void {
  clause.undone = false;
  if (said === undefined) return;
  said.unit = true;
  const groups = groupsOf(clause);
  if (isWord(word, 'cuoc')) said.odd = groups.some(({ features }) => countsDossiers(features));
  // "sở kiểm tra 3 hồ sơ": what was looked at
  else if (!isTimes(word)) said.odd ||= groups.some(({ features }) => features.includes('inspection'));
}

/** "khoảng 200", "200 gì đó", "208 trên 210"; in "trễ mấy hs" nobody says how many. */
function vague(gathering: Gathering, word: Token | undefined, next: Item | undefined): void {
  const { clause, justSaid: said } = gathering;
  const beforeNumber = next?.kind === 'number';
  // "366 trực tuyến trên tổng số 2217 tiếp nhận"
  const whole = next?.kind === 'sum' && figuresOf(clause).length > 0;
  if (((said !== undefined && beforeNumber) || whole) && isWord(word, 'tren')) gathering.close('trên');
  else if (said !== undefined && !beforeNumber) said.vague = true;
  else if (!beforeNumber && isWord(word, 'may', 'vai')) clause.hedge = true;
  else if (!beforeNumber && isWord(word, 'tren') && clause.parts.at(-1)?.kind === 'group') gathering.tail = true;
  else {
    gathering.vague = true;
    gathering.added = isWord(word, 'them') && clause.parts.length === 0;
  }
}

/** "3 ngày", "2 đơn vị": counts of something else; "nhận văn bản số 165": the number is its name. */
function foreign(gathering: Gathering, item: { start: number; next: number }, tokens: readonly Token[]): void {
  const { clause, justSaid: said } = gathering;
  const inspected = groupsOf(clause).some(({ features }) => features.includes('inspection'));
  if (said !== undefined && inspected && isTimes(tokens[item.start])) return unit(clause, said, tokens[item.start]);
  if (said !== undefined && !said.unit) clause.parts.pop();
  // "215 hs trong 2 tháng", where "trễ 2 tháng" only tells how late
  const several = isWord(tokens[item.start], 'thang', 'tuan', 'quy') && (said?.span.value ?? 0) > 1 && !said?.unit;
  if (several && !groupsOf(clause).some(({ features }) => features.includes('late'))) {
    const before = gathering.done.at(-1);
    const told = before?.end === 'trong' && clause.parts.length === 0 ? before : clause;
    for (const figure of figuresOf(told)) figure.vague = true;
    gathering.plan ??= item.start;
  }
  if (isRateOf(tokens, item)) perDay(gathering, said);
  if (said === undefined && isDocument(tokens, item)) gathering.measure = true;
  gathering.beside = false;
}

/** "5 hs/ngày", "5 hs 1 ngày": what is done in a day is no month's count. */
function perDay({ clause }: Gathering, one: Figure | undefined): void {
  const figure = clause.parts.at(-1);
  if (figure?.kind === 'figure' && (one === undefined || one === figure || one.span.value === 1)) figure.vague = true;
}

/** "không", "chưa có": none of what is named, or nobody knows. */
function denied(
  gathering: Gathering,
  item: { kind: 'none' | 'unknown'; start: number; next: number },
  next: Item | undefined,
  tokens: readonly Token[],
): void {
  const { clause, justSaid: said } = gathering;
  // "lỗi không xem được": what cannot be done is no count
  if (item.kind === 'none' && next?.kind === 'other' && said === undefined && groupsOf(clause).length > 0) {
    clause.strange = gathering.strange = true;
    return;
  }
  if (figuresOf(clause).length > 0 && item.kind === 'unknown' && asksBack(item, tokens)) {
    clause.question = true;
    return;
  }
  // "74 hồ sơ quá hạn không em": nobody knows whose the number is
  const [behind, label] = clause.parts.slice(-2);
  if (behind?.kind === 'figure' && label?.kind === 'group' && next?.kind !== 'label' && next?.kind !== 'unit')
    behind.odd = true;
  // "k trễ k tồn", "đúng hạn hết không có trễ"
  const told = (clause.none || clause.all) && groupsOf(clause).length > 0;
  const again = item.kind === 'none' && told && next?.kind === 'label';
  if (figuresOf(clause).length > 0 || again) gathering.close('');
  const asks = gathering.have || (gathering.still && withoutPoliteness(tokens.slice(item.start)).length === 1);
  if (item.kind === 'none' && asks && groupsOf(clause).length > 0) gathering.clause.question = true;
  // "không xem được hs trễ": what is not done to them says nothing of how many they are
  const undone = item.kind === 'none' && next?.kind === 'other';
  gathering.clause[undone ? 'unknown' : isNoneSoFar(item, next, tokens) ? 'none' : item.kind] = true;
  const bare = item.next === item.start + 1 && groupsOf(gathering.clause).length === 0;
  gathering.clause.undone = item.kind === 'none' && bare;
  gathering.beside = false;
}

/** "5 nhận xét": an unknown word right after a label makes another word of it, and its number is not sure. */
function compound({ parts }: Clause): void {
  const [figure, group] = parts.slice(-2);
  if (figure?.kind === 'figure' && group?.kind === 'group' && parts.length === 2) figure.odd = true;
}
