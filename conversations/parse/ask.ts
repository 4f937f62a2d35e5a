/**
 * What question is outstanding when a message arrives. A bare "215", "17/9" or "rồi" only means something as the
 * answer to one, so every reader of answers is told.
 */
import { INDICATORS, type IndicatorName, isIndicator } from '../../domain/indicator.ts';
import { isReportCount } from './report/inventory.ts';

/** An indicator, or a kind of answer where what is asked is no indicator. */
export type Ask =
  | IndicatorName
  | 'yes_no'
  | 'confirm'
  | 'percent'
  | 'date'
  | 'count'
  | 'month'
  | 'year'
  | 'choice'
  | 'text';

/** How an answer to the question is read. */
export type AnswerKind = 'count' | 'date' | 'yes_no' | 'confirm' | 'percent' | 'text' | 'other';

const KINDS = ['yes_no', 'confirm', 'percent', 'date', 'count', 'month', 'year', 'choice', 'text'] as const;

/** How an answer to this question is read; `other` where nothing is asked. */
export function answerKind(ask: Ask | undefined): AnswerKind {
  if (ask === undefined || ask === 'month' || ask === 'year' || ask === 'choice') return 'other';
  if (!isIndicator(ask)) return ask;
  const { kind } = INDICATORS[ask];
  return kind === 'points' ? 'percent' : kind;
}

/**
 * The question of a name given from outside (the operator's `--ask`): an indicator, a kind of answer, or one of the
 * report's rates and dates that are not asked as indicators. @returns undefined for an unknown name
 */
export function askNamed(name: string): Ask | undefined {
  if (isIndicator(name)) return name;
  const kind = KINDS.find((known) => known === name);
  if (kind !== undefined) return kind;
  if (name.endsWith('_rate')) return 'percent';
  if (name.endsWith('_date')) return 'date';
  return isReportCount(name) ? 'count' : undefined;
}
