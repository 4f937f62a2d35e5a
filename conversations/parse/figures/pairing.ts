/**
 * Which number belongs to which label inside one clause. A pairing is made only when it is the only one possible;
 * where a number could belong to the label before it or the one after it, all of the clause is left unpaired.
 */

import { COUNT_MAX, isGlued, type NumberSpan } from '../number/number-at.ts';
import type { Token } from '../text.ts';
import { type Clause, type Figure, figuresOf, type Group, groupsOf } from './gathering.ts';
import type { Feature } from './sense.ts';
import { joins, sameFamily } from './target.ts';

export interface Pair {
  features: Feature[];
  figure: Figure;
  /** The features of a whole that the same number is said of: "gq 817 đúng hạn hết" has `resolve` apart. */
  whole?: Feature[];
  /** What the greater side of a ratio counts, where it is named: "đã giải quyết 208/215 hồ sơ tiếp nhận". */
  of?: Feature[];
}

export interface Pairing {
  pairs: Pair[];
  /** Numbers that no label, or more than one, could claim. */
  loose: { figure: Figure; near: Feature[][] }[];
}

type Parts = Clause['parts'];

/** Pairs the labels and numbers of a clause. */
export function pair(clause: Clause, tokens: readonly Token[]): Pairing {
  const apart = pairParts(clause.parts);
  const spaced = withSpacedGroups(clause.parts, tokens);
  if (spaced === undefined) return apart ?? loosely(clause);
  const together = pairParts(spaced);
  // "nhận 2 246 hs" is one number, "nhận 215 150 online" may be one or two
  if (together !== undefined && apart === undefined) return together;
  if (together === undefined && apart !== undefined) return apart;
  return loosely(clause);
}

function pairParts(parts: Parts): Pairing | undefined {
  const figures = parts.filter((part) => part.kind === 'figure');
  const groups = parts.filter((part) => part.kind === 'group');
  if (figures.length === 0 || groups.length === 0) return undefined;
  return oneAround(groups, figures, parts) ?? alternating(parts) ?? meeting(parts) ?? headed(parts);
}

/** One number between two labels that make one name: "còn 33 hs trong hạn". */
function oneAround(groups: readonly Group[], figures: readonly Figure[], parts: Parts): Pairing | undefined {
  const [before, after, third] = groups;
  const [figure, more] = figures;
  if (before === undefined || after === undefined || third !== undefined) return undefined;
  if (figure === undefined || more !== undefined || parts[1] !== figure) return undefined;
  if (figure.span.parts !== undefined && isWhole(after.features))
    return { pairs: [{ features: before.features, figure, of: after.features }], loose: [] };
  if (!joins(before.features, after.features)) return undefined;
  // with its number between them, "còn … quá hạn" cannot be a mere "and"
  const features = [...before.features, ...after.features].map((feature) =>
    feature === 'still' ? 'pending' : feature,
  );
  return { pairs: [{ features, figure, whole: before.features }], loose: [] };
}

const isWhole = (features: readonly Feature[]): boolean =>
  features.length === 1 && (features[0] === 'receive' || features[0] === 'resolve' || features[0] === 'pending');

/** Label, number, label, number …, or number, label, number, label … */
function alternating(parts: Parts): Pairing | undefined {
  if (parts.length % 2 !== 0) return undefined;
  const pairs: Pair[] = [];
  const [first] = parts;
  for (let at = 0; at < parts.length; at += 2) {
    const [left, right] = [parts[at], parts[at + 1]];
    if (left === undefined || right === undefined || left.kind === right.kind || left.kind !== first?.kind)
      return undefined;
    const group = left.kind === 'group' ? left : (right as Group);
    const figure = left.kind === 'figure' ? left : (right as Figure);
    pairs.push({ features: group.features, figure });
  }
  return { pairs, loose: [] };
}

/** "nhận 215 hs 150 online": the one number each label touches. */
function meeting(parts: Parts): Pairing | undefined {
  const [label, first, second, last, more] = parts;
  if (label?.kind !== 'group' || first?.kind !== 'figure' || second?.kind !== 'figure' || last?.kind !== 'group')
    return undefined;
  if (more !== undefined) return undefined;
  return {
    pairs: [
      { features: label.features, figure: first },
      { features: last.features, figure: second },
    ],
    loose: [],
  };
}

/** "tập huấn 1 lớp 30 người": every number is followed by its own unit, and the first label is over them all. */
function headed(parts: Parts): Pairing | undefined {
  const [head, ...rest] = parts;
  if (head?.kind !== 'group') return undefined;
  const inner = alternating(rest);
  if (inner === undefined || rest[0]?.kind !== 'figure') return undefined;
  const own = inner.pairs.every(({ features }) => features.includes('course') || features.includes('people'));
  // "mở 2 lớp tập huấn cho 60 cán bộ"
  const trained =
    head.features.includes('training') || inner.pairs.some(({ features }) => features.includes('training'));
  if (!own || !trained || !sameFamily(head.features, ['training'])) return undefined;
  return {
    pairs: inner.pairs.map(({ features, figure }) => ({
      features: [...new Set<Feature>([...head.features, 'training', ...features])],
      figure,
    })),
    loose: [],
  };
}

/** The parts with "2 246" read as one number; undefined where nothing can be read so. */
function withSpacedGroups(parts: Parts, tokens: readonly Token[]): Parts | undefined {
  const joined: Parts = [];
  let changed = false;
  for (const part of parts) {
    const last = joined.at(-1);
    if (part.kind === 'figure' && last?.kind === 'figure' && groupable(last, part, tokens)) {
      joined[joined.length - 1] = {
        ...part,
        ...together(last, part),
        vague: last.vague || part.vague,
        negative: last.negative || part.negative,
      };
      changed = true;
    } else joined.push(part);
  }
  return changed ? joined : undefined;
}

function groupable(left: Figure, right: Figure, tokens: readonly Token[]): boolean {
  if (left.next !== right.start || left.unit || left.odd || isGlued(tokens, left.start)) return false;
  const digits = tokens.slice(left.start, left.next);
  const group = tokens[right.start];
  if (digits.some((token) => token.kind !== 'digits') || right.next !== right.start + 1) return false;
  const grouped = digits.every((token, index) =>
    index === 0 ? /^[1-9]\d{0,2}$/.test(token.raw) : token.raw.length === 3,
  );
  return grouped && group?.kind === 'digits' && group.raw.length === 3 && left.span.value !== undefined;
}

function together(left: Figure, right: Figure): { span: NumberSpan; start: number } {
  const value = (left.span.value ?? 0) * 1000 + (right.span.value ?? 0);
  const base = { words: false, start: left.start, next: right.next };
  return { span: value > COUNT_MAX ? { ...base, doubt: 'too_large' } : { ...base, value }, start: left.start };
}

/** Nothing is certain: every number with the labels on either side of it. */
function loosely(clause: Clause): Pairing {
  const { parts } = clause;
  if (groupsOf(clause).length === 0 || figuresOf(clause).length === 0) {
    return { pairs: [], loose: figuresOf(clause).map((figure) => ({ figure, near: [] })) };
  }
  const loose = parts.flatMap((part, at) => {
    if (part.kind !== 'figure') return [];
    const near = [parts[at - 1], parts[at + 1]].flatMap((side) => (side?.kind === 'group' ? [side.features] : []));
    return [{ figure: part, near }];
  });
  return { pairs: [], loose };
}
