/** Times as the office reads them, whatever zone the machine is in. */
import { language, t } from './words.js';

const ZONE = 'Asia/Ho_Chi_Minh';
const DAY_MS = 86_400_000;
const locale = language === 'en' ? 'en-GB' : 'vi-VN';

const iso = new Intl.DateTimeFormat('en-CA', { timeZone: ZONE, year: 'numeric', month: '2-digit', day: '2-digit' });
const clock = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hour: '2-digit', minute: '2-digit' });
const weekday = new Intl.DateTimeFormat(locale, { timeZone: ZONE, weekday: 'long' });

/** How far the service's day is ahead of this machine's, in milliseconds: in a training session it may be months. */
let offset = 0;

/** The service says what time it is there. */
export function setClock(at) {
  offset = at - Date.now();
}

/** What time it is for the messages on the page. */
export const now = () => Date.now() + offset;

/** 'YYYY-MM-DD' there. */
export const dayOf = (at) => iso.format(at);

/** 'HH:MM' there. */
export const timeOf = (at) => clock.format(at);

/** "Hôm nay", "Hôm qua", "Thứ Sáu 13/11", with the year when it is not this one. */
export function dayName(at) {
  const today = now();
  const day = dayOf(at);
  if (day === dayOf(today)) return t('today');
  if (day === dayOf(today - DAY_MS)) return t('yesterday');
  return `${weekday.format(at)} ${dateOf(at, dayOf(today).slice(0, 4))}`;
}

/** "thứ Hai 02/11/2026 08:00". */
export const momentName = (at) => `${inSentence(at)} ${dateOf(at)} ${timeOf(at)}`;

/** "08:00 thứ Ba 03/11", with the year when it is not this one. */
export const aheadName = (at) => `${timeOf(at)} ${inSentence(at)} ${dateOf(at, dayOf(now()).slice(0, 4))}`;

/** "03/11/2026", without the year where it is `year`. */
function dateOf(at, year) {
  const [own, month, date] = dayOf(at).split('-');
  return own === year ? `${date}/${month}` : `${date}/${month}/${own}`;
}

/** The day of the week as it stands inside a sentence: "thứ Hai", "Monday". */
function inSentence(at) {
  const name = weekday.format(at);
  return language === 'vi' ? name.charAt(0).toLocaleLowerCase('vi') + name.slice(1) : name;
}
