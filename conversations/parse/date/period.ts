/**
 * Months, quarters and years as they are said: "tháng 9", "t9/2021", "thang 9 nam 2021", "tháng trước", "quý 3",
 * "năm ngoái". A period is never a figure: whoever reads figures takes these words away first.
 */
import { addDays, type IsoDate, isoDate, monthOf, yearOf } from '../../../domain/date.ts';
import { numberAt } from '../number/number-at.ts';
import { definite, readSigns, signsOf } from '../number/number-words.ts';
import { isWord, MESSAGE_LENGTH_MAX, type Token, tokenise } from '../text.ts';

export interface Month {
  month: number;
  year?: number;
}

export interface Quarter {
  quarter: number;
  year?: number;
}

/** A reading with the index of the token after it. */
export interface At<T> {
  found: T;
  next: number;
}

const YEAR_MIN = 1945;
const YEAR_MAX = 2100;
/** Two digits further ahead than this are of the century past. */
const YEARS_AHEAD_MAX = 10;

/** A year of two or four digits, or undefined. */
export function yearFrom(digits: string, today: IsoDate): number | undefined {
  if (digits.length === 4) {
    const year = Number(digits);
    return year >= YEAR_MIN && year <= YEAR_MAX ? year : undefined;
  }
  if (digits.length !== 2) return undefined;
  const year = 2000 + Number(digits);
  return year > yearOf(today) + YEARS_AHEAD_MAX ? year - 100 : year;
}

/** "năm 2021", "năm ngoái", "năm nay", "2021" after a month; `at` stands on the word năm or the digits. */
export function yearAt(tokens: readonly Token[], at: number, today: IsoDate): At<number> | undefined {
  const token = tokens[at];
  if (!isWord(token, 'nam') && !(token?.base === 'n' && tokens[at + 1]?.kind === 'digits')) return undefined;
  const after = tokens[at + 1];
  if (after?.kind === 'digits' && after.raw.length === 4) {
    const year = yearFrom(after.raw, today);
    return year === undefined ? undefined : { found: year, next: at + 2 };
  }
  const now = yearOf(today);
  if (isWord(after, 'nay', 'hien')) return { found: now, next: at + 2 };
  if (isWord(after, 'ngoai', 'truoc', 'qua', 'roi')) return { found: now - 1, next: at + 2 };
  if (isWord(after, 'sau', 'toi') && !isWord(tokens[at + 2], 'tram', 'muoi', 'hs'))
    return { found: now + 1, next: at + 2 };
  if (isWord(after, 'kia')) return { found: now - 2, next: at + 2 };
  return undefined;
}

/**
 * The year behind a date, also in words ("năm hai nghìn không trăm hai mươi mốt", "năm hai không hai mốt") or short
 * ("năm 21"). @returns `found` undefined where a year is begun that cannot be made out, so that none is assumed
 */
export function yearBehind(tokens: readonly Token[], at: number, today: IsoDate): At<number | undefined> | undefined {
  const bare = yearAfterComma(tokens, at, today);
  if (bare !== undefined) return bare;
  const plainYear = yearAt(tokens, at, today);
  if (plainYear !== undefined || !isWord(tokens[at], 'nam')) return plainYear;
  const first = tokens[at + 1];
  if (first?.kind === 'digits') {
    const ends = tokens[at + 2]?.kind !== 'word' && !(first.raw.length > 2 && first.raw.length < 4);
    return { found: ends ? yearFrom(first.raw, today) : undefined, next: at + 2 };
  }
  const [unit] = signsOf(first);
  if (unit?.kind !== 'digit') return undefined;
  const digits = [0, 1, 2, 3].map((ahead) => signsOf(tokens[at + 1 + ahead])[0]);
  if (digits.every((sign) => sign?.kind === 'digit')) {
    const spelled = digits.map((sign) => (sign?.kind === 'digit' ? sign.value : '')).join('');
    return { found: yearFrom(spelled, today), next: at + 5 };
  }
  const spoken = numberAt(tokens, at + 1);
  const year = spoken?.value === undefined ? undefined : yearFrom(String(spoken.value), today);
  return { found: year, next: spoken?.next ?? at + 2 };
}

/** "31 tháng 7, 2004": four digits that end what is said. */
function yearAfterComma(tokens: readonly Token[], at: number, today: IsoDate): At<number> | undefined {
  const digits = tokens[at + 1];
  if (tokens[at]?.base !== ',' || digits?.kind !== 'digits' || digits.raw.length !== 4) return undefined;
  const year = tokens[at + 2]?.kind === 'word' ? undefined : yearFrom(digits.raw, today);
  return year === undefined ? undefined : { found: year, next: at + 2 };
}

/** A month's name after the word tháng: digits, number words, giêng and chạp are told apart by `lunar`. */
function monthNumberAt(tokens: readonly Token[], at: number): At<number> | undefined {
  const token = tokens[at];
  if (token?.kind === 'digits') {
    const month = Number(token.raw);
    return token.raw.length <= 2 && month >= 1 && month <= 12 ? { found: month, next: at + 1 } : undefined;
  }
  if (isWord(token, 'tu')) return { found: 4, next: at + 1 };
  if (isWord(token, 'muoi') && isWord(tokens[at + 1], 'mot', 'hai')) {
    return { found: isWord(tokens[at + 1], 'mot') ? 11 : 12, next: at + 2 };
  }
  const reading = readSigns(definite([signsOf(token)].filter((signs) => signs.length > 0)));
  const month = reading !== undefined && 'value' in reading ? reading.value : 0;
  return month >= 1 && month <= 12 ? { found: month, next: at + 1 } : undefined;
}

/** The month that begins at `at` with the words tháng, thang, t or T. */
export function monthAt(tokens: readonly Token[], at: number, today: IsoDate): At<Month> | undefined {
  const token = tokens[at];
  const glued = tokens[at + 1]?.kind === 'digits' && tokens[at + 1]?.spaced === false;
  if (!isWord(token, 'thang', 'thg', 'thangs', 'tahng', 'thnag') && !(isWord(token, 't') && glued)) return undefined;
  const relative = relativeMonth(tokens[at + 1], today, token?.marks !== 0);
  if (relative?.year !== undefined && isWord(tokens[at + 1], 'truoc') && isWord(tokens[at + 2], 'nua')) {
    const first = isoDate(relative.year, relative.month, 1) ?? today;
    const earlier = addDays(first, -1);
    return { found: { month: monthOf(earlier), year: yearOf(earlier) }, next: at + 3 };
  }
  if (relative !== undefined) return { found: relative, next: at + 2 };
  const number = monthNumberAt(tokens, at + 1);
  if (number === undefined) return undefined;
  const year = yearAfterMonth(tokens, number.next, today);
  if (year !== undefined) return { found: { month: number.found, year: year.found }, next: year.next };
  return { found: { month: number.found }, next: number.next };
}

/** `marked` where the word before it carries its marks. */
function relativeMonth(token: Token | undefined, today: IsoDate, marked: boolean): Month | undefined {
  if (token?.kind !== 'word') return undefined;
  const of = (date: IsoDate): Month => ({ month: monthOf(date), year: yearOf(date) });
  if (isWord(token, 'nay')) return of(today);
  if (!isWord(token, 'truoc', 'roi', 'qua', 'vua', 'sau', 'toi')) return undefined;
  const first = isoDate(yearOf(today), monthOf(today), 1) ?? today;
  if (isWord(token, 'truoc', 'roi', 'qua', 'vua')) return of(addDays(first, -1));
  // "thang sau" is the sixth month as well as the next; "tháng sau" has lost no mark
  const next = isWord(token, 'toi') || (token.marks === 0 && marked);
  return next ? of(addDays(first, 31)) : undefined;
}

/** "/2021", "-2021", "năm 2021" or "2021" behind a month. */
function yearAfterMonth(tokens: readonly Token[], at: number, today: IsoDate): At<number> | undefined {
  const token = tokens[at];
  const sep = token?.base === '/' || token?.base === '-' || token?.base === '.' ? 1 : 0;
  const digits = tokens[at + sep];
  const glued = sep === 0 || (token?.spaced === false && digits?.spaced === false) || token?.base === '/';
  if (digits?.kind === 'digits' && glued && digits.raw.length === 4) {
    const year = yearFrom(digits.raw, today);
    if (year !== undefined && tokens[at + sep + 1]?.base !== '/') return { found: year, next: at + sep + 1 };
  }
  if (sep === 1 && digits?.kind === 'digits' && digits.raw.length === 2 && token?.base === '/' && glued) {
    return { found: yearFrom(digits.raw, today) ?? yearOf(today), next: at + 2 };
  }
  return yearAt(tokens, isWord(token, 'cua') ? at + 1 : at, today);
}

/** "quý 3", "quý III/2021", "q3". */
export function quarterAt(tokens: readonly Token[], at: number, today: IsoDate): At<Quarter> | undefined {
  const token = tokens[at];
  const after = tokens[at + 1];
  const short = isWord(token, 'q') && after?.kind === 'digits' && !after.spaced;
  if (!isWord(token, 'quy', 'quys') && !short) return undefined;
  const now = Math.ceil(monthOf(today) / 3);
  if (isWord(after, 'nay')) return { found: { quarter: now, year: yearOf(today) }, next: at + 2 };
  if (isWord(after, 'truoc', 'roi')) {
    return {
      found: now === 1 ? { quarter: 4, year: yearOf(today) - 1 } : { quarter: now - 1, year: yearOf(today) },
      next: at + 2,
    };
  }
  const roman = ['i', 'ii', 'iii', 'iv'].indexOf(after?.kind === 'word' ? after.base : '');
  const number = roman >= 0 ? { found: roman + 1, next: at + 2 } : monthNumberAt(tokens, at + 1);
  if (number === undefined || number.found > 4) return undefined;
  const year = yearAfterMonth(tokens, number.next, today);
  if (year !== undefined) return { found: { quarter: number.found, year: year.found }, next: year.next };
  return { found: { quarter: number.found }, next: number.next };
}

function firstOf<T>(text: string, read: (tokens: readonly Token[], at: number) => At<T> | undefined): T | undefined {
  const tokens = tokenise(text.slice(0, MESSAGE_LENGTH_MAX));
  for (let at = 0; at < tokens.length; at += 1) {
    const found = read(tokens, at);
    if (found !== undefined) return found.found;
  }
  return undefined;
}

/** The first month named: "tháng 9", "t9", "tháng 9/2021", "tháng trước". `today` decides "trước" and "này". */
export function readMonth(text: string, today: IsoDate): Month | undefined {
  return firstOf(text, (tokens, at) => monthAt(tokens, at, today));
}

/** The first quarter named: "quý 3", "quý III/2021". */
export function readQuarter(text: string, today: IsoDate): Quarter | undefined {
  return firstOf(text, (tokens, at) => quarterAt(tokens, at, today));
}

/** The first year named: "năm 2021", "năm ngoái", "tháng 9/2021", or a bare "2021". */
export function readYear(text: string, today: IsoDate): number | undefined {
  const named = firstOf(text, (tokens, at) => {
    const month = monthAt(tokens, at, today) ?? quarterAt(tokens, at, today);
    const year = month?.found.year;
    return year === undefined ? yearAt(tokens, at, today) : { found: year, next: month?.next ?? at };
  });
  if (named !== undefined) return named;
  const tokens = tokenise(text.slice(0, MESSAGE_LENGTH_MAX));
  const years = tokens.filter((token) => token.kind === 'digits' && token.raw.length === 4);
  const [only, other] = years;
  return only === undefined || other !== undefined ? undefined : yearFrom(only.raw, today);
}
