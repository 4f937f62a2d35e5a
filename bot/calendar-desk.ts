/** The organisation's calendar by chat: what is coming, a day added or taken back, and a year whose table is missing. */

import type { Answers } from '../conversations/form.ts';
import { calendarDay, type DayAdded, type DayFacts, dayTold, refusal } from '../conversations/forms/calendar-day.ts';
import { readCalendarDay } from '../conversations/parse/calendar-day.ts';
import { type Line, line, option } from '../conversations/say.ts';
import { noteDeed } from '../db/audit.ts';
import { addDay, addedDays } from '../db/calendar-days.ts';
import type { Tx } from '../db/open.ts';
import { enqueue } from '../db/outbox.ts';
import { identitiesOf, peopleWithRole } from '../db/people.ts';
import type { Timer } from '../db/timers.ts';
import { holidayName, isProvisional, isWorkingDay } from '../domain/calendar.ts';
import { addDays, dateAt, type Instant, type IsoDate, weekday, yearOf } from '../domain/date.ts';
import type { Desk } from './desk.ts';
import { type FormDesk, formConversation, openForm } from './forms.ts';
import type { House } from './house.ts';
import { sourceOf } from './month/record-month.ts';
import { pen, render } from './render.ts';
import { allowed, offer, RUN, type Scene, tell } from './scene.ts';

/** Days looked ahead when the calendar is shown: past the next Tết from any day of the autumn. */
const AHEAD_DAYS = 120;
/** Days off named in one answer. */
const NAMED_MAX = 12;
const SATURDAY = 6;

/** Only whoever administers the whole organisation changes what its working days are. */
const mayManage = (scene: Scene): boolean =>
  [...scene.tree.values()].some(({ id, parent }) => parent === undefined && allowed(scene, 'manage_calendar', id));

const dayDesk: FormDesk<DayAdded, DayFacts> = { form: calendarDay, facts: factsOf, submit: add };

function factsOf({ house, tx, today }: Scene): DayFacts {
  const now = (date: IsoDate) => ({
    works: isWorkingDay(house.calendar, date),
    name: holidayName(house.calendar, date) ?? '',
  });
  return { today, now, isAdded: (date) => addedDays(tx).some((day) => day.date === date) };
}

/** Answers "lịch nghỉ": the days off to come, and whether the table of the year is only reckoned. */
function sayCalendar(scene: Scene): void {
  const { house, today } = scene;
  const days: Line[] = [];
  for (let date = today; date <= addDays(today, AHEAD_DAYS) && days.length < NAMED_MAX; date = addDays(date, 1)) {
    const name = holidayName(house.calendar, date);
    if (name !== undefined && weekday(date) < SATURDAY) days.push(line('calendar-off', { day: { day: date }, name }));
    else if (weekday(date) >= SATURDAY && isWorkingDay(house.calendar, date))
      days.push(line('calendar-work', { day: { day: date } }));
  }
  const years = [...new Set([yearOf(today), yearOf(addDays(today, AHEAD_DAYS))])];
  const reckoned = years.filter((year) => isProvisional(house.calendar, year));
  const lines = [
    line('calendar-heading', { from: { day: today } }),
    ...(days.length > 0 ? days : [line('calendar-none')]),
    ...reckoned.map((year) => line('calendar-provisional', { year: String(year) })),
  ];
  if (mayManage(scene))
    offer(scene, {
      lines,
      choices: [[option(`${RUN}day:off`, 'calendar-add-off'), option(`${RUN}day:work`, 'calendar-add-work')]],
    });
  else tell(scene, ...lines);
}

/** "thêm ngày nghỉ 23/11 …": what was said is filled in, the rest asked. */
function startDay(scene: Scene, text: string): boolean {
  const said = readCalendarDay(text, scene.today);
  if (!said) return false;
  if (!mayManage(scene)) {
    tell(scene, line('not-allowed'));
    return true;
  }
  const { kind, date, several, name, source } = said;
  if (several) tell(scene, line('calendar-one-day'));
  const refused = date === undefined ? undefined : refusal(kind, date, factsOf(scene));
  if (refused) {
    tell(scene, refused);
    return true;
  }
  const known = {
    ...(date === undefined ? {} : { date }),
    ...(name === undefined ? {} : { name }),
    ...(source === undefined ? {} : { source }),
  };
  openForm(scene, dayDesk, { kind }, known);
  return true;
}

function add(scene: Scene, { kind }: DayAdded, answers: Answers): void {
  if (!mayManage(scene)) return tell(scene, line('not-allowed'));
  const { date, name, source } = dayTold(answers);
  const refused = refusal(kind, date, factsOf(scene));
  if (refused) return tell(scene, refused);
  addDay(scene.tx, { date, kind, name, source }, sourceOf(scene));
  noteDeed(scene.tx, {
    at: scene.now,
    actor: scene.person.code,
    action: 'calendar_day',
    subject: `day:${date}`,
    detail: { kind, name, source },
  });
  tell(scene, line(`calendar-done-${kind}`, { day: { day: date }, name }));
}

/** On the first working day of December the admins learn that next year's table is missing, if it is. */
export function warnOfCalendar(house: House, tx: Tx, timer: Timer, now: Instant): 'fired' | 'needless' {
  const { year } = timer.payload as { year: number };
  if (!isProvisional(house.calendar, year)) return 'needless';
  let told = false;
  for (const admin of peopleWithRole(tx, 'admin', dateAt(now))) {
    const door = identitiesOf(tx, admin.id).find(({ goneAt }) => goneAt === undefined);
    if (!door) continue;
    const message = render(
      { lines: [line('calendar-missing', { year: String(year) })] },
      pen(admin.language, now).write,
    );
    enqueue(tx, {
      key: `${timer.key}:${admin.id}`,
      personId: admin.id,
      to: door.address,
      priority: 1,
      message,
      at: now,
    });
    told = true;
  }
  return told ? 'fired' : 'needless';
}

export const calendarDesk: Desk = {
  conversations: [formConversation(dayDesk)],
  commands: {
    calendar: sayCalendar,
    calendar_day: (scene, _command, text) => void startDay(scene, text),
  },
  runs: {
    calendar: (scene) => {
      sayCalendar(scene);
      return true;
    },
    day: (scene, [kind = '']) => {
      if (kind !== 'off' && kind !== 'work') return false;
      if (mayManage(scene)) openForm(scene, dayDesk, { kind });
      else tell(scene, line('not-allowed'));
      return true;
    },
  },
};
