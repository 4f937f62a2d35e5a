/** Times as the office reads them, whatever zone the machine is in. */
import { language, t } from './words.js';

const ZONE = 'Asia/Ho_Chi_Minh';
const DAY_MS = 86_400_000;
const locale = language === 'en' ? 'en-GB' : 'vi-VN';

const iso = new Intl.DateTimeFormat('en-CA', { timeZone: ZONE, year: 'numeric', month: '2-digit', day: '2-digit' });
const clock = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hour: '2-digit', minute: '2-digit' });
const weekday = new Intl.DateTimeFormat(locale, { timeZone: ZONE, weekday: 'long' });

/** 'YYYY-MM-DD' there. */
export const dayOf = (at) => iso.format(at);

/** 'HH:MM' there. */
export const timeOf = (at) => clock.format(at);

/** "Hôm nay", "Hôm qua", "Thứ Sáu 13/11", with the year when it is not this one. */
export function dayName(at) {
  const now = Date.now();
  const day = dayOf(at);
  if (day === dayOf(now)) return t('today');
  if (day === dayOf(now - DAY_MS)) return t('yesterday');
  const [year, month, date] = day.split('-');
  const shown = year === dayOf(now).slice(0, 4) ? `${date}/${month}` : `${date}/${month}/${year}`;
  return `${weekday.format(at)} ${shown}`;
}
