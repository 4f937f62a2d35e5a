/**
 * Clauses without numbers that still state figures: "không trễ", "còn lại đúng hạn", "đúng hạn hết", "tthc không thay
 * đổi"; and headings, under which the clauses that follow are to be read.
 */
import { familyOf } from './family.ts';
import { type Clause, groupsOf } from './gathering.ts';
import { isPendingLate } from './pending-late.ts';
import { namesOf, QUALITIES, type Reader, targetIn } from './reader.ts';
import type { Feature } from './sense.ts';
import { stageOf, type Target } from './target.ts';

/** "không giải quyết được", "không kịp", "không nhận được". */
const DENIABLE: Feature[] = ['resolve', 'on_time', 'receive'];

const FINDINGS: Feature[] = ['nonconformity', 'minor', 'major'];

/** Reads a clause without numbers. */
export function readWords(reader: Reader, clause: Clause): void {
  const features = groupsOf(clause).flatMap((group) => group.features);
  if (clause.question) return;
  if (clause.end === '\n' || clause.heading)
    reader.within = features.some((feature) => ['pending', 'resolve', 'receive'].includes(feature)) || reader.within;
  if (features.includes('unchanged')) {
    unchanged(reader, features);
    return;
  }
  if (features.length === 0) {
    // "quá hạn 1, còn lại số liệu chưa chốt"
    if (clause.rest && clause.unknown) reader.ledger.doubt({ reason: 'no_data' });
    return;
  }
  // "215, tính cả hs cũ": more was counted in than its name says, and nobody knows how much
  if (clause.counting && (features.includes('carried') || features.includes('stock'))) {
    reader.ledger.includes('received', 0);
    return;
  }
  // "không còn vướng mắc": what is no longer there is no dossier; "không còn lỗi nặng" may tell that it was corrected
  const gone = clause.strange || features.join() === 'still' || features.some((one) => FINDINGS.includes(one));
  if (clause.none && features.includes('still') && gone) return;
  const target = targetIn(reader, features);
  if (clause.hedge) {
    for (const ask of namesOf(target).slice(0, 1)) reader.ledger.doubt({ reason: 'rest_unknown', ask });
    return;
  }
  if (clause.unknown) {
    for (const ask of namesOf(target)) reader.ledger.doubt({ reason: 'no_data', ask });
  } else if (
    clause.none &&
    clause.strange &&
    features.every((feature) => feature === 'receive' || feature === 'resolve')
  ) {
    // "không nhận được hướng dẫn": something else was not received
    for (const ask of namesOf(target)) reader.ledger.doubt({ reason: 'no_data', ask });
  } else if (clause.undone && features.every((feature) => DENIABLE.includes(feature))) {
    for (const ask of namesOf(target)) reader.ledger.doubt({ reason: 'no_data', ask });
  } else if (clause.none && clause.rate)
    // "không xong 97%"
    for (const ask of namesOf(target).slice(0, 1)) reader.ledger.doubt({ reason: 'percent', ask, text: '%' });
  else if (clause.none) noneOf(reader, features);
  else if (clause.rate)
    for (const ask of namesOf(target).slice(0, 1)) reader.ledger.doubt({ reason: 'percent', ask, text: '%' });
  else if (clause.rest) restOf(reader, features, target);
  else if (clause.all) allWithout(reader, features, target);
}

function unchanged(reader: Reader, features: readonly Feature[]): void {
  const { asked, stage } = reader.scene;
  // "tổng số TTHC 412, không thay đổi"
  const counted = stage === undefined && reader.ledger.figures.procedures_total !== undefined;
  if (counted && asked === undefined) reader.ledger.unchanged();
  else if (features.includes('procedures') || asked?.startsWith('procedures_')) noChange(reader);
}

function noChange(reader: Reader): void {
  for (const name of ['procedures_amended', 'procedures_new', 'procedures_repealed'] as const)
    reader.ledger.state(name, 0);
}

/** "không trễ hạn, quá hạn": every figure named is 0. */
function noneOf(reader: Reader, features: readonly Feature[]): void {
  const qualities = [...new Set(features.filter((feature) => QUALITIES.includes(feature)))];
  const stages = features.filter((feature) => !QUALITIES.includes(feature));
  const sets = qualities.length > 1 ? qualities.map((quality) => [...stages, quality]) : [features];
  for (const set of sets) {
    const target = targetIn(reader, isPendingLate(reader, set, 0) ? ['pending', ...set] : set);
    const whole = set.length === 1 && set[0] === 'nonconformity';
    if (target.kind === 'figure') reader.ledger.state(target.name, 0);
    else if (whole || target.kind === 'merged') for (const name of namesOf(target)) reader.ledger.state(name, 0);
    else if (target.kind !== 'ignored') reader.ledger.open(namesOf(target), 0);
  }
}

function restOf(reader: Reader, features: readonly Feature[], target: Target): void {
  const { ledger } = reader;
  if (target.kind === 'figure' && (familyOf(target.name) !== undefined || target.name === 'pending_total')) {
    if (target.name === 'pending_in_time' && stageOf(features) === 'pending') ledger.rest('pending_total');
    else ledger.rest(target.name);
  } else for (const ask of namesOf(target).slice(0, 1)) ledger.doubt({ reason: 'rest_unknown', ask });
}

function allWithout(reader: Reader, features: readonly Feature[], target: Target): void {
  const { ledger } = reader;
  if (target.kind === 'merged') {
    ledger.state('resolved_late', 0);
    const { resolved } = ledger.figures;
    if (resolved === undefined) ledger.doubt({ reason: 'rest_unknown', ask: 'resolved_on_time' });
    else ledger.merged(target.names, resolved);
  } else if (target.kind === 'figure' && familyOf(target.name) !== undefined) ledger.all(target.name, undefined);
  else if (target.kind === 'figure' && features.includes('resolve') && ledger.figures.received !== undefined)
    ledger.doubt({ reason: 'rest_unknown', ask: target.name });
}
