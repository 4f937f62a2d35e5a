/**
 * The desk of directives: what is in force and how far it is done, a new one from the text of a công văn, and the end of
 * one. A long text pasted by a coordinator is asked about, never taken for a directive by itself.
 */

import type { DirectiveFacts } from '../../conversations/forms/new-directive.ts';
import { LETTER_MIN, type NewDirective, newDirective } from '../../conversations/forms/new-directive.ts';
import { type RetireDirective, type RetireFacts, retireDirective } from '../../conversations/forms/retire-directive.ts';
import { readDirectiveText } from '../../conversations/parse/directive/text.ts';
import { type Line, line, type Option, option } from '../../conversations/say.ts';
import { yearOf } from '../../domain/date.ts';
import { type Directive, isInForce } from '../../domain/directive.ts';
import { dueDay, isAsked, obligationsOf, standing } from '../../domain/obligation.ts';
import type { Desk } from '../desk.ts';
import { dutyWorld } from '../duties/duty-world.ts';
import { refreshReminders } from '../duties/refresh-reminders.ts';
import { type FormDesk, formConversation, openForm } from '../forms.ts';
import { unitsToday } from '../named-units.ts';
import { offer, RUN, type Scene, tell } from '../scene.ts';
import { end, issue } from './directive-issue.ts';
import { directiveFacts, directiveName, mayEnd } from './directive-reach.ts';

/** Directives with a button of their own under the list. */
const BUTTONS_MAX = 8;
/** Tasks named in the details of a directive. */
const TASKS_MAX = 10;

const newDesk: FormDesk<NewDirective, DirectiveFacts> = { form: newDirective, facts: directiveFacts, submit: issue };

const retireDesk: FormDesk<RetireDirective, RetireFacts> = {
  form: retireDirective,
  facts: retireFacts,
  submit: retire,
};

const mayIssue = (scene: Scene): boolean => unitsToday(scene, 'issue_directive').length > 0;

/** Opens the form; whoever may not issue is told so. */
function startNew(scene: Scene, text?: string): void {
  if (!mayIssue(scene)) return tell(scene, line('directive-not-allowed'));
  openForm(scene, newDesk, {}, text === undefined ? {} : { parts: [text], heard: true });
}

/** A long text with the head of a letter, or that asks several things. */
function hears(scene: Scene, text: string): boolean {
  if (text.length < LETTER_MIN || !mayIssue(scene)) return false;
  const { citation, items } = readDirectiveText(text, scene.today);
  if (!citation && items.length < 2) return false;
  startNew(scene, text);
  return true;
}

interface Progress {
  /** Of the year's duties under a directive: met, and not waived. */
  met: number;
  of: number;
  /** Units it asks something of. */
  units: number;
}

/** How far each directive in force is done, over the units somebody may see. */
function progressFor(scene: Scene): Map<string, Progress> {
  const { house, tx, tree, today } = scene;
  const units = unitsToday(scene, 'read_status');
  const year = yearOf(today);
  const ids = units.map(({ id }) => id);
  const { records } = dutyWorld(house, tx, today, ids);
  const found = new Map<string, Progress>();
  for (const unit of units) {
    const seen = new Set<string>();
    for (const owed of obligationsOf(house.directives, unit, tree, today)) {
      const { directive, obligation } = owed;
      const { met, of, units: before } = found.get(directive.id) ?? { met: 0, of: 0, units: 0 };
      const progress = { met, of, units: before + (seen.has(directive.id) ? 0 : 1) };
      seen.add(directive.id);
      if (obligation.recurrence === 'yearly') {
        const now = standing(records.entries(unit.id, obligation.id, String(year), ''));
        const counts =
          now.state !== 'waived' && isAsked(owed, year, now, dueDay(obligation, { year }, now, house.calendar));
        if (counts || now.state === 'done' || now.state === 'accepted') progress.of += 1;
        if (now.state === 'done' || now.state === 'accepted') progress.met += 1;
      }
      found.set(directive.id, progress);
    }
  }
  return found;
}

/** Answers "chỉ đạo". */
function sayDirectives(scene: Scene): void {
  const progress = progressFor(scene);
  const listed = scene.house.directives.filter(({ id }) => progress.has(id));
  const issues = mayIssue(scene) ? [[option(`${RUN}new-directive`, 'directive-new')]] : [];
  if (listed.length === 0) {
    const lines = [line('directive-no-directives')];
    return issues.length > 0 ? offer(scene, { lines, choices: issues }) : tell(scene, ...lines);
  }
  const lines = listed.map((directive, at): Line => {
    const { met, of } = progress.get(directive.id) ?? { met: 0, of: 0 };
    const args = { n: String(at + 1), name: directiveName(directive), tasks: directive.obligations.length };
    return line('directive-listed', { ...args, met, of });
  });
  const buttons = listed
    .slice(0, BUTTONS_MAX)
    .map((directive): Option[] => [
      option(`${RUN}directive:${directive.id}`, 'directive-open', { name: directiveName(directive) }),
    ]);
  offer(scene, {
    lines: [line('directive-in-force', { at: { day: scene.today } }), ...lines],
    choices: [...buttons, ...issues],
  });
}

const inForce = ({ house, today }: Scene, id: string): Directive | undefined =>
  house.directives.find((directive) => directive.id === id && isInForce(directive, today));

/** One directive with its tasks; answers false where it is not in force, or not for this person. */
function sayDirective(scene: Scene, id: string): boolean {
  const directive = inForce(scene, id);
  const progress = progressFor(scene).get(id);
  if (!directive || !progress) return false;
  const { met, of, units } = progress;
  const tasks = directive.obligations.slice(0, TASKS_MAX);
  const more = directive.obligations.length - tasks.length;
  const lines = [
    line('directive-details', { name: directiveName(directive), from: { date: directive.validFrom }, units, met, of }),
    ...tasks.map(({ title }, at) => line('directive-task', { n: String(at + 1), title: title[scene.person.language] })),
    ...(more > 0 ? [line('directive-tasks-more', { n: more })] : []),
  ];
  if (mayEnd(scene, directive)) {
    offer(scene, { lines, choices: [[option(`${RUN}retire-directive:${id}`, 'directive-retire')]] });
  } else tell(scene, ...lines);
  return true;
}

function retireFacts(scene: Scene, { directive: id }: RetireDirective): RetireFacts {
  const directive = inForce(scene, id);
  if (!directive) return { name: '', open: 0, obstacle: { lines: [line('directive-gone')] } };
  const { met, of } = progressFor(scene).get(id) ?? { met: 0, of: 0 };
  return { name: directiveName(directive), open: of - met };
}

function startRetire(scene: Scene, id: string): boolean {
  const directive = inForce(scene, id);
  if (!directive) return false;
  if (mayEnd(scene, directive)) openForm(scene, retireDesk, { directive: id });
  else tell(scene, line('directive-not-allowed'));
  return true;
}

function retire(scene: Scene, { directive: id }: RetireDirective): void {
  const directive = inForce(scene, id);
  if (!directive) return tell(scene, line('directive-gone'));
  if (!mayEnd(scene, directive)) return tell(scene, line('directive-not-allowed'));
  end(scene, directive);
  for (const unit of scene.tree.values()) {
    const { subtrees } = directive;
    const isTop = subtrees ? subtrees.includes(unit.code) : unit.parent === undefined;
    if (isTop) refreshReminders(scene, unit, true);
  }
  tell(scene, line('directive-ended', { name: directiveName(directive) }));
}

export const directiveDesk: Desk = {
  conversations: [formConversation(newDesk), formConversation(retireDesk)],
  commands: {
    directives: sayDirectives,
    new_directive: (scene) => startNew(scene),
  },
  runs: {
    'new-directive': (scene) => {
      startNew(scene);
      return true;
    },
    directive: (scene, [id = '']) => sayDirective(scene, id),
    'retire-directive': (scene, [id = '']) => startRetire(scene, id),
  },
  hears: (scene, text) => hears(scene, text),
};
