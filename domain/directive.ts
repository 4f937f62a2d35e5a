/**
 * A directive (công văn chỉ đạo) as data: what it asks, of which units, by when, shown by what, and who is told when it
 * is late. One that only passes another on is a directive of its own: what the other asks then also binds those it was
 * passed on to. The directives of the house stand in directives/texts.
 */
import type { Citation } from './citation.ts';
import type { IsoDate } from './date.ts';
import type { DeadlineRule } from './deadline.ts';
import type { DocumentRole } from './document-role.ts';
import { fold } from './text.ts';
import { type Unit, type UnitKind, type UnitTree, upwards } from './unit.ts';

export type DirectiveId = string;
export type ObligationId = string;

/** A name people read, in both languages. */
export interface Words {
  vi: string;
  en: string;
}

/** How often it is owed: each year, each time something happens, or all the time (then it has no deadline). */
export const RECURRENCES = ['yearly', 'on_event', 'continuous'] as const;
export type Recurrence = (typeof RECURRENCES)[number];

/**
 * What starts an obligation the calendar does not: an internal audit was held, the scope of the system changed, work
 * inside the office is to be brought into it, somebody met a difficulty.
 */
export const TRIGGERS = ['internal_audit', 'scope_change', 'internal_work', 'difficulty'] as const;
export type Trigger = (typeof TRIGGERS)[number];

/** Who owes it: units of these kinds and, where names are given, only those so called. */
export interface AppliesTo {
  kinds: UnitKind[];
  /** Only units whose name contains one of these, compared without case and diacritics. */
  names?: string[];
  /** Not units whose name contains one of these: whoever issued a letter to its peers is no peer of itself. */
  exceptNames?: string[];
}

/** What shows that it was done. A document of any of the roles may be put forward; whether it is enough a person says. */
export interface Evidence {
  roles: DocumentRole[];
  /** The words of the directive, or of practice, for what to show. */
  what?: string;
}

/** Who is told that it is not done, in working days after the last good day. */
export interface Escalation {
  coordinatorAfter: number;
  leaderAfter: number;
}

export interface Obligation {
  id: ObligationId;
  title: Words;
  appliesTo: AppliesTo;
  recurrence: Recurrence;
  /** Of what is owed yearly: only in this year, where the directive writes its date with the year. */
  year?: number;
  /** Only, and always, of what is owed on an event. */
  trigger?: Trigger;
  /** Absent for what is continuous, and where the directive names no date: a coordinator may then set one. */
  deadline?: DeadlineRule;
  /**
   * Of a unit that must compile what others report: how many working days before its own last good day the units
   * below owe it their yearly report. Ours, not the directive's, so it is always shown as "mốc nội bộ".
   */
  internalLead?: number;
  /** To whom it is sent. */
  recipient?: string;
  evidence: Evidence;
  legalBasis: string[];
  /** Lead times of the reminders in working days; RUNGS (domain/deadline) where absent. */
  rungs?: number[];
  escalation: Escalation;
  /** The head of its column in the tracking list; absent where the list does not show it. */
  tracked?: Words;
  /** Done by sending the annual report the house compiles. */
  report?: 'annual';
}

export interface Directive {
  id: DirectiveId;
  citation: Citation;
  /** What a reader of the data must know: what is lost in the scan, why it is still in force. */
  note?: string;
  validFrom: IsoDate;
  validTo?: IsoDate;
  /** Codes of the units it binds, each with all under it; absent, it binds the whole organisation. */
  subtrees?: string[];
  /** The directive it passes on … */
  forwards?: DirectiveId;
  /** … and the kinds of units that what the other asks then also binds, in this directive's own subtrees. */
  extendsTo?: UnitKind[];
  obligations: Obligation[];
}

/** True on the days a directive is in force (both ends included; without an end, until it is replaced). */
export function isInForce(directive: Directive, day: IsoDate): boolean {
  return directive.validFrom <= day && (directive.validTo === undefined || day <= directive.validTo);
}

/** Whether an obligation is owed in a year: one with a year of its own only then. */
export const isOwedIn = ({ year: only }: Obligation, year: number): boolean => only === undefined || only === year;

/** The form names are compared in: 'Sở KH & CN' and 'sở kh&cn' are one. */
const comparable = (name: string): string => fold(name).replace(/\s*&\s*/g, '&');

/**
 * Names already made comparable, by the unit or list that holds them (neither is ever changed): every obligation asks.
 * Without it a province of 3,321 units takes six times as long.
 */
const compared = new WeakMap<object, readonly string[]>();

function comparableOf(holder: object, names: readonly string[]): readonly string[] {
  const known = compared.get(holder);
  if (known) return known;
  const made = names.map(comparable);
  compared.set(holder, made);
  return made;
}

function isNamed(unit: Unit, names: readonly string[]): boolean {
  const [own = ''] = comparableOf(unit, [unit.name]);
  return comparableOf(names, names).some((name) => own.includes(name));
}

const isExcepted = ({ appliesTo }: Obligation, unit: Unit): boolean =>
  appliesTo.exceptNames !== undefined && isNamed(unit, appliesTo.exceptNames);

/** True for a unit in the part of the organisation a directive binds; no unit is in the subtree of an unknown code. */
const reaches = ({ subtrees }: Directive, unit: Unit, tree: UnitTree): boolean =>
  subtrees === undefined || upwards(unit, tree).some(({ code }) => subtrees.includes(code));

/** Whether an obligation of a directive binds a unit by itself: by kind and name, and by the subtrees it stands in. */
export function binds(directive: Directive, obligation: Obligation, unit: Unit, tree: UnitTree): boolean {
  const { kinds, names } = obligation.appliesTo;
  if (!kinds.includes(unit.kind) || isExcepted(obligation, unit)) return false;
  return (names === undefined || isNamed(unit, names)) && reaches(directive, unit, tree);
}

/** Whether an obligation of the directive that `letter` passes on binds a unit because of that letter. */
export function bindsThrough(letter: Directive, obligation: Obligation, unit: Unit, tree: UnitTree): boolean {
  if (!letter.extendsTo?.includes(unit.kind) || isExcepted(obligation, unit)) return false;
  // What is asked of one office by its name does not become everybody's by being passed on.
  return obligation.appliesTo.names === undefined && reaches(letter, unit, tree);
}
