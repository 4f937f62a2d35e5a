/** "Ai chưa nộp": who has not sent, how far each is, and reminding them all with one tap. */
import { type Line, line, type Option, option, type Value } from '../../conversations/say.ts';
import { noteDeed } from '../../db/audit.ts';
import { askToRemind, phonesOf, remindedOn } from '../../db/chased.ts';
import { nextPush, PUSH_HOURS } from '../../domain/calendar.ts';
import { lastReminderOf } from '../../domain/duty.ts';
import { dueOn, opensOn, type Period, periodYear } from '../../domain/period.ts';
import type { PersonId } from '../../domain/person.ts';
import type { Span } from '../../domain/span.ts';
import { monthRanges } from '../month/gaps.ts';
import { overseersIn } from '../people/coordinators.ts';
import { awaitingSince, monthsAwaited, stillOwing } from '../review/awaiting.ts';
import { allowed, offer, RUN, type Scene, tell } from '../scene.ts';
import { chasedOf, chaseLines } from './chasing.ts';
import { type Scope, scopeId } from './scope.ts';
import { lackingUnits, monthsLacking, type Standing, standingOf, type UnitStanding } from './standing.ts';
import { spanAtHand } from './status.ts';
import { nothingOf, spanName, statusLinesOf } from './status-lines.ts';

/** Units named in one answer; a longer list would not be read on a phone. */
const UNITS_NAMED_MAX = 15;

/** Answers "ai chưa nộp" for a scope and a span. */
export function sayMissing(scene: Scene, scope: Scope, span: Span): void {
  const standing = standingOf(scene, scope, span);
  const nothing = nothingOf(scene, standing);
  if (nothing) return tell(scene, nothing);
  const [only, other] = standing.units;
  // Whoever asks of their own unit alone is told how it stands.
  if (only && !other && !allowed(scene, 'remind', only.unit.id)) return tell(scene, ...statusLinesOf(scene, standing));
  const missing = lackingUnits(standing);
  if (missing.length === 0) {
    return tell(scene, line('missing-all-sent', { span: spanName(span), total: standing.units.length }));
  }
  const named = missing.slice(0, UNITS_NAMED_MAX);
  const more = missing.length - named.length;
  const lines = [
    headingOf(scene, standing, missing.length),
    ...unitLines(scene, standing, named),
    ...(more > 0 ? [line('missing-more-units', { n: more })] : []),
    ...contactLine(scene, named),
  ];
  const choices = waysOf(scene, standing, missing);
  if (choices.length > 0) offer(scene, { lines, choices });
  else tell(scene, ...lines);
}

function headingOf(scene: Scene, { span, units }: Standing, missing: number): Line {
  const args = { span: spanName(span), missing, total: units.length, at: { time: scene.now } };
  if (span.kind !== 'month') return line('missing-heading-months', args);
  const { window, calendar } = scene.house;
  return line('missing-heading', { ...args, due: { day: dueOn(span.periods[0], window, calendar) } });
}

function unitLines(scene: Scene, { span }: Standing, missing: readonly UnitStanding[]): Line[] {
  if (span.kind !== 'month') return missing.map((each) => monthsLine(scene, each));
  const words = chaseLines(
    scene,
    missing.map(({ unit }) => unit),
    span.periods[0],
  );
  return missing.map(({ unit }) =>
    line('missing-unit', { unit: unit.name, state: { each: words.get(unit) ?? [], with: ' · ' } }),
  );
}

function monthsLine(scene: Scene, standing: UnitStanding): Line {
  const lacking = monthsLacking(standing);
  const awaited = monthsAwaited(scene, standing.unit, lacking);
  const state: Value =
    standing.tally.sent === 0 && awaited === undefined
      ? line('missing-no-month')
      : line('missing-months', { months: awaited ?? monthRanges(lacking) });
  return line('missing-unit', { unit: standing.unit.name, state });
}

/** Coordinators named to somebody who may not remind; of a province's clusters the first missing are enough to begin. */
const CONTACTS_MAX = 3;

/** Whoever may not remind is told who can. */
function contactLine(scene: Scene, missing: readonly UnitStanding[]): Line[] {
  if (missing.some(({ unit }) => allowed(scene, 'remind', unit.id))) return [];
  const over = overseersIn(scene);
  const others = missing.flatMap(({ unit }) => over(unit.id).find(({ id }) => id !== scene.person.id) ?? []);
  const each = [...new Set(others.map(({ name }) => name))].slice(0, CONTACTS_MAX);
  return each.length === 0 ? [] : [line('missing-contact', { names: { each, with: ', ' } })];
}

/** Reminding and telephoning, for whoever may remind there; the others are led down to the units. */
function waysOf(scene: Scene, { scope, span }: Standing, missing: readonly UnitStanding[]): Option[][] {
  const mine = stillOwing(scene, missing, span).filter(({ unit }) => allowed(scene, 'remind', unit.id));
  const [only] = mine;
  if (!only) return unitWays(scene, span, missing);
  if (span.kind !== 'month') return [];
  const about = `${scopeId(scope)}:${span.id}`;
  const phones = [option(`${RUN}phones:${about}`, 'missing-phones')];
  if (!isAskedFor(scene, span.periods[0])) return [phones];
  const remind =
    mine.length === 1
      ? option(`${RUN}remind-all:${about}`, 'missing-remind-one', { unit: only.unit.name })
      : option(`${RUN}remind-all:${about}`, 'missing-remind', { n: mine.length });
  return [[remind], phones];
}

/** Units led to by a button; the others are found by typing their name. */
const UNITS_OFFERED_MAX = 8;

/** To the months of each unit: what it did send, and what it still owes. */
function unitWays(scene: Scene, { periods: [first] }: Span, missing: readonly UnitStanding[]): Option[][] {
  const readable = missing.filter(({ unit }) => allowed(scene, 'read_figures', unit.id));
  return readable
    .slice(0, UNITS_OFFERED_MAX)
    .map(({ unit }) => [option(`${RUN}unit:${unit.id}:${periodYear(first)}`, 'choice-unit', { unit: unit.name })]);
}

/** Whether a month is being asked for: its window has opened, and it is not so long ago that nobody is reminded. */
function isAskedFor({ house, today }: Scene, period: Period): boolean {
  const { window, calendar } = house;
  return (
    opensOn(period, window, calendar) <= today && today <= lastReminderOf(dueOn(period, window, calendar), calendar)
  );
}

/** The units of a month that somebody may remind and that have not sent it. */
function toRemind(scene: Scene, scope: Scope, span: Span): UnitStanding[] | undefined {
  const standing = standingOf(scene, scope, span);
  const owing = stillOwing(scene, lackingUnits(standing), span);
  const missing = owing.filter(({ unit }) => allowed(scene, 'remind', unit.id));
  const mayAny = scope.units.some(({ id }) => allowed(scene, 'remind', id));
  return mayAny ? missing : undefined;
}

/**
 * Has everybody reminded who has not sent a month: each with one message, at most once a day. The reminders are said by
 * their own timers a few at a time, so a province of thousands keeps nobody waiting.
 */
export function remindAll(scene: Scene, scope: Scope, span: Span): boolean {
  if (span.kind !== 'month') return false;
  const missing = toRemind(scene, scope, span);
  const [period] = span.periods;
  if (!missing) tell(scene, line('not-allowed'));
  else if (!isAskedFor(scene, period)) tell(scene, line('remind-all-early', { span: spanName(span) }));
  else if (missing.length === 0) tell(scene, line('remind-all-nobody'));
  else remindUnits(scene, scope, span, missing);
  return true;
}

/** "Nhắc phường Đức Thuận": what the button does, for the one unit named; of a month, the last ended where none is said. */
export function remindNamed(scene: Scene, scope: Scope, asked: Span): void {
  const span = asked.kind === 'month' ? asked : spanAtHand(scene);
  const standing = standingOf(scene, scope, span);
  const nothing = nothingOf(scene, standing);
  const mayAny = scope.units.some(({ id }) => allowed(scene, 'remind', id));
  if (!mayAny) tell(scene, line('remind-not-allowed', { unit: scope.name }), ...contactLine(scene, standing.units));
  else if (nothing) tell(scene, nothing);
  else if (lackingUnits(standing).length > 0) remindLacking(scene, scope, span, standing);
  else tell(scene, line('remind-sent', { unit: scope.name, span: spanName(span) }));
}

/** The one unit that has sent into a closed month is said to have; several are reminded, or nobody of them is left. */
function remindLacking(scene: Scene, scope: Scope, span: Span, { units }: Standing): void {
  const [only, other] = units;
  const sent = only && !other ? awaitingSince(scene, only.unit, span.periods[0]) : undefined;
  if (!only || sent === undefined) return void remindAll(scene, scope, span);
  const args = { unit: only.unit.name, period: { period: span.periods[0] }, at: { time: sent } };
  tell(scene, line('awaits-yes-review', args));
}

function remindUnits(scene: Scene, scope: Scope, span: Span, missing: readonly UnitStanding[]): void {
  const { house, tx, now, today } = scene;
  const chased = chasedOf(
    scene,
    missing.map(({ unit }) => unit),
  );
  const people = [...new Set(chased.flatMap(({ reached }) => reached.map(({ id }) => id)))];
  const before = remindedOn(tx, people, today);
  const since = opensOn(span.periods[0], house.window, house.calendar);
  const asked = people.filter((id) => !before.has(id) && askToRemind(tx, id, since, today, now));
  const unreached = chased.filter(({ reached }) => reached.length === 0).map(({ unit }) => unit.name);
  noteDeed(tx, {
    at: now,
    actor: scene.person.code,
    action: 'remind_missing',
    subject: `unit:${scope.top?.code ?? scope.name}/${span.id}`,
    detail: { units: missing.length, people: asked.length },
  });
  tell(
    scene,
    line('remind-all-heading', { span: spanName(span), units: missing.length, at: { time: now } }),
    ...askedLine(scene, asked),
    ...(people.length > asked.length ? [line('remind-all-before', { n: people.length - asked.length })] : []),
    ...unreachedLine(unreached),
  );
}

function askedLine({ house, now }: Scene, asked: readonly PersonId[]): Line[] {
  if (asked.length === 0) return [];
  const at = nextPush(house.calendar, PUSH_HOURS, now);
  const n = asked.length;
  return [at === now ? line('remind-all-now', { n }) : line('remind-all-later', { n, at: { time: at } })];
}

function unreachedLine(units: readonly string[]): Line[] {
  if (units.length === 0) return [];
  const each = units.slice(0, UNITS_NAMED_MAX);
  const more = units.length - each.length;
  const named: Value = { each, with: ', ' };
  return [
    line('remind-all-unreached', {
      n: units.length,
      units: more > 0 ? line('missing-more', { units: named, more }) : named,
    }),
  ];
}

/** The telephone numbers of those who have not sent, for whoever may remind them. */
export function sayPhones(scene: Scene, scope: Scope, span: Span): boolean {
  const missing = toRemind(scene, scope, span);
  if (!missing) {
    tell(scene, line('not-allowed'));
    return true;
  }
  const chased = chasedOf(
    scene,
    missing.slice(0, UNITS_NAMED_MAX).map(({ unit }) => unit),
  );
  const phones = phonesOf(
    scene.tx,
    chased.flatMap(({ staff }) => staff.map(({ id }) => id)),
  );
  const lines = chased.map(({ unit, staff }): Line => {
    const each = staff.map(({ id, name }): Line => {
      const phone = phones.get(id);
      return phone === undefined ? line('missing-no-phone', { name }) : line('missing-phone-person', { name, phone });
    });
    const people: Value = each.length === 0 ? line('missing-nobody') : { each, with: ', ' };
    return line('missing-phone', { unit: unit.name, people });
  });
  if (lines.length === 0) tell(scene, line('remind-all-nobody'));
  else tell(scene, line('missing-phones-heading', { span: spanName(span) }), ...lines);
  return true;
}
