/** How numbers and dates are written, everywhere in the interface and whatever its language. */
import { format, parseISO } from 'date-fns';

/** "2.246", "99,48": thousands with ".", decimals with ",", as many decimals as the number has. */
export function formatNumber(value: number): string {
  const [whole = '0', decimals] = Math.abs(value).toString().split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
  return `${value < 0 ? '-' : ''}${grouped}${decimals ? `,${decimals}` : ''}`;
}

/** "17/09/2021" from '2021-09-17'. */
export const formatDate = (date: string): string => format(parseISO(date), 'dd/MM/yyyy');

/** "17/09": a date of the year everybody is in. */
export const formatDay = (date: string): string => format(parseISO(date), 'dd/MM');

/** "10/2021" from the period '2021-10'. */
export function formatPeriod(period: string): string {
  const [year, month] = period.split('-');
  return `${month}/${year}`;
}
