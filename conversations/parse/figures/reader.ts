/**
 * What is carried from clause to clause while the figures of a message are read: what the talk is of, what has been
 * stated, and the ways of asking about a number that is not certain.
 */
import type { IndicatorName } from '../../../domain/indicator.ts';
import type { Token } from '../text.ts';
import type { Figure } from './gathering.ts';
import type { Ledger } from './ledger.ts';
import type { Feature } from './sense.ts';
import { type Scene, stageOf, type Target, targetOf } from './target.ts';

export interface Reader {
  tokens: readonly Token[];
  ledger: Ledger;
  scene: Scene;
  /** The talk is of the parts of what was counted before: "trong đó", or a heading. */
  within: boolean;
  /** The talk is of what is itself only a part, as in "trễ 3 (đã trả 2)"; `held` where naming a stage does not end it. */
  inPart: 'begun' | 'held' | undefined;
  /** What the label right before was of, where a number stood with it: "đang gq trong hạn 6, quá hạn 2". */
  behind: readonly Feature[];
  /** The parts told are of what was carried over, or of a "tồn". */
  stocked: Feature | undefined;
  /** "Trong đó" was said: what follows is among what was counted before. */
  among: boolean;
  mistaken: boolean;
  /** A quarter is spoken of, so that a number without a label is hardly a month's. */
  quarterly: boolean;
}

/** Features that name a part of what a stage counts. */
export const QUALITIES: Feature[] = ['online', 'direct', 'post', 'early', 'on_time', 'late', 'in_time'];

/** An exact count that no other word beside it puts in question. */
export const sure = ({ span, vague, negative, odd }: Figure): boolean =>
  span.value !== undefined && !vague && !negative && !odd;

/** Parts named after "trong đó" or under a heading are parts of that stage; a choice is made by the question asked. */
export function targetIn(reader: Reader, features: readonly Feature[]): Target {
  const { scene, within } = reader;
  const late = features.includes('late') && stageOf(features) === undefined;
  if (late && within && scene.stage === 'pending') return { kind: 'figure', name: 'pending_overdue' };
  // "163 tthc, trong đó có phát sinh hồ sơ 49": 49 of the procedures, and no dossiers
  if (features.includes('generated') && within && scene.procedures && scene.stage === undefined)
    return { kind: 'which', names: ['dossiers_generated'] };
  if (within && reader.stocked !== undefined && features.every((one) => QUALITIES.includes(one)))
    return ofStock(reader.stocked, features, scene);
  const target = targetOf(features, scene);
  // what "phát sinh" counts is not settled by asking what was received
  const open = target.kind === 'which' || target.kind === 'th' || target.kind === 'stock';
  const asked =
    open && !features.includes('generated') && !namesTwo(features)
      ? namesOf(target).find((name) => name === scene.asked)
      : undefined;
  return asked === undefined ? target : { kind: 'figure', name: asked };
}

/** "kỳ trước chuyển qua 5 (quá hạn 2)": of those five, and not among what came or was resolved this month. */
function ofStock(stock: Feature, features: readonly Feature[], scene: Scene): Target {
  const timed = features.includes('late') || features.includes('in_time');
  if (timed && stock === 'stock' && scene.carried) return targetOf(['stock', ...features], scene);
  const names = namesOf(targetOf(features, scene));
  return { kind: 'which', names: features.includes('late') ? ['pending_overdue', ...names] : names };
}

/** "trực tuyến, trực tiếp 150": where two are named, the question asked does not choose between them. */
function namesTwo(features: readonly Feature[]): boolean {
  const has = (...wanted: Feature[]): boolean => wanted.some((feature) => features.includes(feature));
  if (has('online') && has('direct', 'post')) return true;
  if (has('late') && has('early', 'on_time', 'in_time')) return true;
  return (has('receive') && has('resolve', 'pending')) || (has('resolve') && has('pending'));
}

/** The figures a target could be. */
export function namesOf(target: Target): IndicatorName[] {
  switch (target.kind) {
    case 'figure':
      return [target.name];
    case 'merged':
    case 'which':
      return target.names;
    case 'th':
      return ['resolved_early', 'resolved_late'];
    case 'stock':
      return ['carried_over', 'pending_total'];
    default:
      return [];
  }
}

const textOf = ({ tokens }: Reader, { start, next }: Figure): string =>
  tokens
    .slice(start, next)
    .map((token, index) => (index > 0 && token.spaced ? ` ${token.raw}` : token.raw))
    .join('');

/** A number that no label, or more than one, claims: asked with the figures it could be. */
export function looseNumber(reader: Reader, figure: Figure, near: Feature[][]): void {
  const candidates = near.flatMap((features) => namesOf(targetOf(features, reader.scene)));
  const [candidate, other] = candidates;
  const value = figure.span.value ?? figure.span.proposal;
  const written = figure.odd && sure({ ...figure, odd: false });
  if (candidate !== undefined && other === undefined && !written && !sure(figure)) uncertain(reader, figure, candidate);
  else if (value === undefined)
    reader.ledger.doubt({ reason: figure.span.doubt ?? 'uncertain', text: textOf(reader, figure) });
  else reader.ledger.loose([...new Set(candidates)], value);
}

/** A number that is not written as an exact count: asked for its figure, with the reading proposed. */
export function uncertain(reader: Reader, figure: Figure, ask: IndicatorName): void {
  const { span } = figure;
  const proposal = span.value ?? span.proposal;
  const { planned } = figure;
  const written = planned === undefined ? figure : { ...figure, start: planned };
  const vague = planned === undefined ? 'approximate' : 'uncertain';
  const reason = figure.negative ? 'negative' : figure.vague ? vague : (span.doubt ?? 'uncertain');
  reader.ledger.doubt({ reason, ask, ...(proposal !== undefined && { proposal }), text: textOf(reader, written) });
}
