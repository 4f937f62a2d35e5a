/**
 * What a file of directives/texts must look like. Every message says the remedy, since whoever reads it is mending the
 * file; a key nobody knows is refused, because a misspelt deadline would otherwise be no deadline.
 */
import { z } from 'zod';
import { isIsoDate, isoDate } from '../domain/date.ts';
import { RECURRENCES, TRIGGERS } from '../domain/directive.ts';
import type { DocumentRole } from '../domain/document-role.ts';
import { UNIT_KINDS } from '../domain/unit.ts';

/** All roles; the compiler refuses this table when a role is added or renamed. */
const ROLES: Readonly<Record<DocumentRole, true>> = {
  document_list: true,
  steering_committee_renewed: true,
  steering_committee_regulation: true,
  quality_policy: true,
  quality_objectives: true,
  maintenance_plan: true,
  audit_plan: true,
  audit_report: true,
  qms_document_set: true,
  qms_announcement: true,
  training: true,
  corrective_action_record: true,
  management_review_record: true,
  annual_report: true,
  other: true,
};
const ROLE_NAMES = Object.keys(ROLES) as DocumentRole[];

/** A year without 29 February: a yearly date must exist in each year. */
const ORDINARY_YEAR = 2027;
/** Working days of half a year: nobody is reminded, told or asked earlier or later than that. */
const WORKING_DAYS_MAX = 125;
/** Longest term after an event, in days: a year. */
const TERM_MAX = 366;

/** Years a directive of ours can be about. */
const YEAR_MIN = 2000;
const YEAR_MAX = 2100;

const oneOf = (names: readonly string[]): string => `write one of: ${names.join(', ')}`;
const date = z.string('write a date "YYYY-MM-DD"').refine(isIsoDate, 'no such date; write it "YYYY-MM-DD"');
const words = (what: string) => z.string(`write ${what}`).trim().min(1, `write ${what}`);
const wordsOrNull = (what: string) => z.union([words(what), z.null()], `write ${what}, or null where it is not known`);
const both = z.strictObject(
  { vi: words('it in Vietnamese'), en: words('it in English') },
  { error: (issue) => (issue.code === 'unrecognized_keys' ? undefined : 'write {"vi": …, "en": …}') },
);
const counted = (what: string, min: number, max: number) => {
  // Nothing more is checked of a number that is none: one mistake, one remedy.
  const refusal = { error: `write ${what}, a whole number from ${min} to ${max}`, abort: true };
  return z.int(refusal).min(min, refusal).max(max, refusal);
};
const workingDays = (min: number) => counted('working days', min, WORKING_DAYS_MAX);

const onADay = { day: counted('the day of the month', 1, 31), month: counted('the month', 1, 12) };
const DEADLINES = ['fixed', 'after_event', 'local', 'on_event'];
const deadline = z
  .discriminatedUnion(
    'kind',
    [
      z.strictObject({
        kind: z.literal('fixed'),
        ...onADay,
        exclusive: z.boolean('write true for "trước ngày", false for "chậm nhất ngày"'),
      }),
      z.strictObject({ kind: z.literal('after_event'), days: counted('calendar days', 1, TERM_MAX) }),
      z.strictObject({ kind: z.literal('local'), ...onADay }),
      z.strictObject({ kind: z.literal('on_event') }),
    ],
    { error: (issue) => (issue.code === 'invalid_union' ? oneOf(DEADLINES) : 'write the deadline as {"kind": …}') },
  )
  .superRefine((rule, context) => {
    if ('day' in rule && isoDate(ORDINARY_YEAR, rule.month, rule.day) === undefined) {
      context.addIssue({ code: 'custom', path: ['day'], message: `${rule.day}/${rule.month} is no day of every year` });
    }
  });

const kinds = z
  .array(z.enum(UNIT_KINDS, oneOf(UNIT_KINDS)), 'list the kinds of units')
  .min(1, 'list the kinds of units');
const names = z.array(words('a name of a unit'), 'list names of units').min(1, 'list names, or leave the key out');

const obligation = z
  .strictObject({
    id: z
      .string('write an id such as "QN-1d"')
      .regex(/^[A-Z]{2,8}-[0-9][0-9a-z.]*$/, 'write an id such as "QN-1d" or "DN-1.6b"'),
    title: both,
    appliesTo: z.strictObject(
      { kinds, names: names.exactOptional(), exceptNames: names.exactOptional() },
      { error: (issue) => (issue.code === 'unrecognized_keys' ? undefined : 'write {"kinds": […]}') },
    ),
    recurrence: z.enum(RECURRENCES, oneOf(RECURRENCES)),
    year: counted('the year', YEAR_MIN, YEAR_MAX).exactOptional(),
    trigger: z.enum(TRIGGERS, oneOf(TRIGGERS)).exactOptional(),
    deadline: deadline.exactOptional(),
    internalLead: workingDays(1).exactOptional(),
    recipient: words('to whom it is sent').exactOptional(),
    evidence: z.strictObject(
      {
        roles: z.array(z.enum(ROLE_NAMES, oneOf(ROLE_NAMES)), 'list roles of documents, or none: []'),
        what: words('what shows that it was done').exactOptional(),
      },
      { error: (issue) => (issue.code === 'unrecognized_keys' ? undefined : 'write {"roles": […]}') },
    ),
    legalBasis: z.array(words('a document as cited'), 'list the documents cited, or none: []'),
    rungs: z
      .array(workingDays(1), 'list working days')
      .min(1, 'list working days, or leave the key out')
      .exactOptional(),
    escalation: z.strictObject(
      { coordinatorAfter: workingDays(0), leaderAfter: workingDays(0) },
      {
        error: (issue) =>
          issue.code === 'unrecognized_keys' ? undefined : 'write {"coordinatorAfter": …, "leaderAfter": …}',
      },
    ),
    tracked: both.exactOptional(),
    report: z.literal('annual', 'write "annual", or leave the key out').exactOptional(),
  })
  .superRefine(({ recurrence, year, trigger, deadline: rule, internalLead, rungs, escalation }, context) => {
    const refuse = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: field.split('.'), message });
    const onEvent = recurrence === 'on_event';
    if (onEvent && !trigger) refuse('recurrence', `what is owed on an event needs a "trigger"; ${oneOf(TRIGGERS)}`);
    if (!onEvent && trigger) refuse('trigger', 'only what is owed "on_event" has a trigger; remove one of the two');
    if (year !== undefined && recurrence !== 'yearly')
      refuse('year', 'only what is owed "yearly" has a year; remove it');
    if (rule && recurrence === 'continuous') refuse('deadline', 'what is owed all the time has no deadline; remove it');
    const awaitsEvent = rule?.kind === 'after_event' || rule?.kind === 'on_event';
    if (rule && recurrence !== 'continuous' && awaitsEvent !== onEvent) {
      refuse('deadline', `"${rule.kind}" does not fit what is owed "${recurrence}"; correct one of the two`);
    }
    if (internalLead !== undefined && rule?.kind !== 'fixed') {
      refuse('internalLead', 'needs a "fixed" deadline to lead up to; add it or remove the lead');
    }
    if (rungs && new Set(rungs).size < rungs.length) refuse('rungs', 'a rung is listed twice; keep one of the two');
    if (escalation.leaderAfter < escalation.coordinatorAfter) {
      refuse('escalation.leaderAfter', 'the leader is told before the coordinator; exchange the two');
    }
  });

const citation = z.strictObject(
  {
    type: wordsOrNull('the kind of document'),
    number: z.union([z.string().regex(/^[0-9?]+$/), z.null()], 'write the digits as text, or null where lost'),
    year_in_code: z.union([z.int(), z.null()], 'write the year in the code, or null where there is none'),
    symbol: wordsOrNull('the letters after the last slash'),
    date: z.union([date, z.null()], 'write a date "YYYY-MM-DD", or null where lost'),
    issuer: wordsOrNull('who issued it'),
    subject: wordsOrNull('what it is about'),
    raw: words('the directive as officials cite it'),
  },
  { error: (issue) => (issue.code === 'unrecognized_keys' ? undefined : 'write the citation as an object') },
);

/** One file: a directive with its obligations. */
export const directiveSchema = z
  .strictObject({
    id: z
      .string('write an id such as "quang-ngai-2021"')
      .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'write small letters, digits and hyphens'),
    citation,
    note: words('the note').exactOptional(),
    validFrom: date,
    validTo: date.exactOptional(),
    subtrees: z
      .array(words('the code of a unit'), 'list codes of units')
      .min(1, 'list codes of units, or leave the key out')
      .exactOptional(),
    forwards: words('the id of the directive it passes on').exactOptional(),
    extendsTo: kinds.exactOptional(),
    obligations: z.array(obligation, 'list the obligations'),
  })
  .superRefine((directive, context) => {
    const refuse = (path: PropertyKey[], message: string) => context.addIssue({ code: 'custom', path, message });
    const { id, validFrom, validTo, forwards, extendsTo, obligations } = directive;
    if (validTo !== undefined && validTo < validFrom) refuse(['validTo'], 'before validFrom; exchange the two');
    if (forwards !== undefined && !extendsTo) refuse(['forwards'], 'add "extendsTo": the kinds it is passed on to');
    if (forwards === undefined && extendsTo) refuse(['extendsTo'], 'add "forwards": the id of what is passed on');
    if (forwards === id) refuse(['forwards'], 'passes on itself; name the other directive');
    if (obligations.length === 0 && forwards === undefined) refuse(['obligations'], 'list the obligations');
    const seen = new Set<string>();
    obligations.forEach((each, index) => {
      if (seen.has(each.id)) refuse(['obligations', index, 'id'], `"${each.id}" is used twice; give one another id`);
      seen.add(each.id);
    });
  });
