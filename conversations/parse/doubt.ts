/**
 * Why something the person typed was not accepted as it stands. A doubt always carries what is needed to ask a
 * precise question back: the figure concerned, the reading proposed, or the figures it could be.
 */
import type { IsoDate } from '../../domain/date.ts';
import type { IndicatorName } from '../../domain/indicator.ts';

/** Why a written number is not a count. */
export type NumberDoubt =
  | 'decimal' // 2,246 · 99.5
  | 'negative' // -5 · âm năm
  | 'approximate' // khoảng 200 · 200-220 · hai ba hồ sơ
  | 'shorthand' // 2k2 · 1tr2 · hai ngàn bốn sáu
  | 'too_large'
  | 'grouping' // 1.23.4 · 1,234,567
  | 'fraction' // 208/210
  | 'percent' // 99%
  | 'several' // 180, 34, 2 where one number was asked
  | 'uncertain'; // 215?

export type Doubt =
  | { reason: NumberDoubt; ask?: IndicatorName; proposal?: number; text: string }
  /** A number that belongs to one of several figures, or (no candidates) to none that was named. */
  | { reason: 'which_figure'; candidates: IndicatorName[]; value: number }
  /** Two figures merged into one number: "đúng và trước hạn 2209". */
  | { reason: 'split_unknown'; candidates: IndicatorName[]; value: number }
  /** "còn lại đúng hạn" where the whole or another part is not known. */
  | { reason: 'rest_unknown'; ask: IndicatorName }
  /** The same figure said twice with different numbers. */
  | { reason: 'conflict'; ask: IndicatorName; values: number[] }
  /** "chưa có số liệu", "chưa có quá hạn": nobody knows yet; never 0. */
  | { reason: 'no_data'; ask?: IndicatorName }
  | { reason: 'impossible_date'; text: string; ask?: IndicatorName }
  | { reason: 'day_missing'; month: number; year?: number; ask?: IndicatorName }
  | { reason: 'month_missing'; day: number; ask?: IndicatorName }
  | { reason: 'lunar_date'; day: number; month: number; ask?: IndicatorName }
  | { reason: 'future_date'; date: IsoDate; ask?: IndicatorName }
  /** "thứ hai 17/9" where 17/9 is no Monday. */
  | { reason: 'weekday_mismatch'; date: IsoDate; weekday: number; ask?: IndicatorName }
  /** Several dates, or a week without a day, where one date was asked. */
  | { reason: 'which_date'; dates: IsoDate[]; ask?: IndicatorName }
  /** Figures with more than one month beside them. */
  | { reason: 'which_month'; months: { month: number; year?: number }[] }
  /** "dạ", "ok ạ": the person has seen the question and not answered it. */
  | { reason: 'seen' }
  /** The end of the message was not read. */
  | { reason: 'too_long' }
  | { reason: 'not_understood' };
