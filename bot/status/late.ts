/** Late dossiers: which units have most of them, by number and by rate, and who sent the report itself after its day. */
import { type Line, line, type Option, option, type Value } from '../../conversations/say.ts';
import { byLate, byRate } from '../../domain/dossier-sum.ts';
import { periodYear } from '../../domain/period.ts';
import type { Span } from '../../domain/span.ts';
import { offer, RUN, type Scene, tell } from '../scene.ts';
import { type Scope, scopeId } from './scope.ts';
import { type Standing, standingOf, type UnitStanding } from './standing.ts';
import { nothingOf, percent, spanName } from './status-lines.ts';
import { latePicture } from './status-picture.ts';

/** Units of a ranking; what follows matters little. */
const RANKED_MAX = 5;
/** Units with the highest rate named beside it. */
const RATES_MAX = 3;
/** Units of one page of the list, each with its button. */
const PAGE = 8;

/** Answers "xã nào quá hạn nhiều nhất". */
export function sayMostLate(scene: Scene, scope: Scope, span: Span): void {
  const standing = standingOf(scene, scope, span);
  const nothing = nothingOf(scene, standing);
  if (nothing) return tell(scene, nothing);
  const worst = byLate(standing.units);
  if (worst.length === 0) return tell(scene, noneLine(standing), ...tardyLine(standing));
  const shown = worst.slice(0, RANKED_MAX);
  const lines = [
    headed(scene, standing, 'late-heading'),
    ...shown.map((unit, index) => unitLine(scene, unit, index + 1)),
    ...ratesLine(scene, standing),
    ...tardyLine(standing),
    ...onlyFiledLine(standing),
  ];
  const all = option(`${RUN}late:${scopeId(scope)}:${span.id}`, 'status-choice-late', {
    n: standing.dossiers.late.value,
  });
  const attachment = latePicture(scene, standing);
  const choices = [...shown.map((unit) => [unitOption(unit, span)]), [all]];
  offer(scene, { lines, choices }, attachment ? { attachment } : {});
}

/** The units with late dossiers, a page at a time. */
export function sayLate(scene: Scene, scope: Scope, span: Span, from = 0): void {
  const standing = standingOf(scene, scope, span);
  const nothing = nothingOf(scene, standing);
  if (nothing) return tell(scene, nothing);
  const worst = byLate(standing.units);
  const page = worst.slice(from, from + PAGE);
  if (page.length === 0) return tell(scene, noneLine(standing));
  const more = worst.length - from - page.length;
  const about = `${scopeId(scope)}:${span.id}`;
  offer(scene, {
    lines: [
      headed(scene, standing, 'late-list-heading'),
      line('late-sum', { late: standing.dossiers.late.value, units: worst.length }),
      ...page.map((unit, index) => unitLine(scene, unit, from + index + 1)),
    ],
    choices: [
      ...page.map((unit) => [unitOption(unit, span)]),
      ...(more > 0 ? [[option(`${RUN}late:${about}:${from + PAGE}`, 'status-choice-more', { n: more })]] : []),
    ],
  });
}

const headed = (scene: Scene, { span, scope }: Standing, key: 'late-heading' | 'late-list-heading'): Line =>
  line(key, { span: spanName(span), scope: scope.name, at: { time: scene.now } });

const noneLine = ({ span, tally }: Standing): Line => line('late-none', { span: spanName(span), filed: tally.sent });

function unitLine(scene: Scene, { unit, dossiers: { late, rate } }: UnitStanding, n: number): Line {
  const args = { n: String(n), unit: unit.name, late: late.value };
  if (rate.of === 0 || rate.late !== late.value) return line('late-unit-no-rate', args);
  return line('late-unit', { ...args, resolved: rate.of, rate: percent(scene, rate.late, rate.of) });
}

/** A unit of a list leads to its months, and of one month to its figures. */
const unitOption = ({ unit }: UnitStanding, span: Span): Option =>
  option(
    span.kind === 'month'
      ? `${RUN}unit-month:${unit.id}:${span.id}`
      : `${RUN}unit:${unit.id}:${periodYear(span.periods[0])}`,
    'choice-unit',
    { unit: unit.name },
  );

function ratesLine(scene: Scene, { units }: Standing): Line[] {
  const each = byRate(units)
    .slice(0, RATES_MAX)
    .map(({ unit, dossiers: { rate } }) =>
      line('late-rate-unit', { unit: unit.name, rate: percent(scene, rate.late, rate.of) }),
    );
  return each.length === 0 ? [] : [line('late-rates', { units: { each, with: ', ' } })];
}

/** Those who sent the report itself after its day. */
function tardyLine({ units }: Standing): Line[] {
  const tardy = units.filter(({ tally }) => tally.onTime < tally.sent);
  if (tardy.length === 0) return [];
  const each = tardy.slice(0, RANKED_MAX).map(({ unit }) => unit.name);
  const more = tardy.length - each.length;
  const named: Value = { each, with: ', ' };
  return [line('late-tardy', { units: more > 0 ? line('missing-more', { units: named, more }) : named })];
}

const onlyFiledLine = ({ tally }: Standing): Line[] =>
  tally.sent < tally.owed ? [line('late-only-filed', { filed: tally.sent, total: tally.owed })] : [];
