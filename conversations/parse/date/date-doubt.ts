/**
 * What a date reading leaves behind: the date, or the precise question to ask about it.
 */
import type { IsoDate } from '../../../domain/date.ts';
import type { IndicatorName } from '../../../domain/indicator.ts';
import type { Doubt } from '../doubt.ts';
import type { DateReading } from './date.ts';

/** What a date reading lays down or leaves to ask. */
export function datedOr(reading: DateReading, ask?: IndicatorName): { date?: IsoDate; doubt?: Doubt } {
  const of = ask === undefined ? {} : { ask };
  switch (reading.kind) {
    case 'date':
      return { date: reading.date };
    case 'impossible':
      return { doubt: { reason: 'impossible_date', text: reading.text, ...of } };
    case 'month': {
      const year = reading.year === undefined ? {} : { year: reading.year };
      return { doubt: { reason: 'day_missing', month: reading.month, ...year, ...of } };
    }
    case 'day':
      return { doubt: { reason: 'month_missing', day: reading.day, ...of } };
    case 'lunar':
      return { doubt: { reason: 'lunar_date', day: reading.day, month: reading.month, ...of } };
    case 'future':
      return { doubt: { reason: 'future_date', date: reading.date, ...of } };
    case 'mismatch':
      return { doubt: { reason: 'weekday_mismatch', date: reading.date, weekday: reading.weekday, ...of } };
    case 'several':
      return { doubt: { reason: 'which_date', dates: reading.dates, ...of } };
    default:
      return {};
  }
}
