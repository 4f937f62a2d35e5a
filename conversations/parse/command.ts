/**
 * Commands, with or without slash and diacritics: "/baocao 2021", "bao cao", "tinh hinh thang 9", "ai chua nop". Only
 * a whole short message is a command; a sentence with figures is not one.
 */
import type { IsoDate, TimeOfDay } from '../../domain/date.ts';
import { normalise } from '../../domain/text.ts';
import { saysAway, saysBack } from './absence.ts';
import { readCalendarDay } from './calendar-day.ts';
import { POLITENESS } from './filler.ts';
import { type Month, monthAt, readYear, yearAt } from './period.ts';
import { isWord, plain, type Token, tokenise } from './text.ts';

export type CommandName =
  | 'report'
  | 'check_in'
  | 'status'
  | 'correct'
  | 'missing'
  | 'help'
  | 'cancel'
  | 'whoami'
  | 'supplement'
  | 'broadcast'
  | 'broadcasts'
  | 'stop_broadcast'
  | 'snooze'
  | 'tracking'
  | 'duties'
  | 'away'
  | 'back_at_work'
  | 'calendar'
  | 'calendar_day'
  | 'set_deadline'
  | 'move_deadline'
  | 'waive'
  | 'review'
  | 'return_month'
  | 'lock'
  | 'unlock';

export interface Command {
  name: CommandName;
  month?: number;
  year?: number;
  /** The name of a unit, as typed. */
  unit?: string;
  time?: TimeOfDay;
}

/** What precedes the arguments, in plain letters, longest first within a name. */
const PHRASES: [CommandName, string][] = [
  ['calendar', 'lich nghi|lich lam viec|ngay nghi|lich nghi le|xem lich nghi|lichnghi'],
  ['set_deadline', 'dat moc|dat moc noi bo|moc noi bo|dat han noi bo|dat han'],
  ['move_deadline', 'doi han|gia han|lui han|hoan han|doi thoi han'],
  ['waive', 'mien|mien thuc hien|mien bao cao'],
  [
    'duties',
    'viec cua toi|viec cua em|viec cua minh|viec can lam|viec phai lam|con viec gi|con viec nao|han cua toi|xem han|lich nhac|viecphailam|my work',
  ],
  ['supplement', 'bo sung bao cao|bosung|bo sung|bo xung bao cao|bo sung bc|bosungbaocao'],
  ['tracking', 'theo doi ke hoach|theo doi|theodoi|bang theo doi|xem theo doi|theo doi kh'],
  [
    'correct',
    'sua bao cao|sua|suabaocao|sua bc|chinh sua|sua so lieu|sua lai|dinh chinh|sua lai bao cao|dieu chinh so lieu|chinh sua bao cao',
  ],
  [
    'missing',
    'ai chua nop|ai chua bao cao|ai chua gui|don vi nao chua nop|don vi chua nop|chua nop|chuanop|ai chua|aichuanop|xa nao chua nop|don vi nao chua bao cao|nhung ai chua nop|ai con thieu|ds chua nop|danh sach chua nop',
  ],
  [
    'status',
    'tinh hinh|tinhhinh|tinh hinh the nao|xem tinh hinh|tinh hinh bao cao|cho xem tinh hinh|tong hop|tonghop|xem tong hop|th chung|tinh hinh nop bao cao|status',
  ],
  [
    'review',
    'xet duyet|xetduyet|duyet|duyet bao cao|xet duyet bao cao|duyet so lieu|duyet bc|bao cao cho duyet|cho duyet|can duyet',
  ],
  ['return_month', 'tra lai bao cao|tra bao cao|tra lai bc|tra lai so lieu|tra lai'],
  ['lock', 'khoa so|khoaso|khoa|khoa so lieu|khoa bao cao|khoa ky|chot so|chot so lieu'],
  ['unlock', 'mo khoa|mokhoa|mo khoa so|mo so|mo lai so|mo khoa so lieu|mo khoa bao cao|mo khoa ky|bo khoa|bo khoa so'],
  [
    'broadcasts',
    'thong bao gan day|cac thong bao|thong bao da gui|so thong bao|danh sach thong bao|thong bao vua gui|recent broadcasts|broadcasts',
  ],
  ['stop_broadcast', 'ngung gui|ngung gui thong bao|dung gui thong bao|huy thong bao|stop broadcast|stop sending'],
  ['broadcast', 'thong bao|thongbao|gui thong bao|nhan tin chung|gui tin chung|broadcast|phat thong bao'],
  [
    'whoami',
    'toi la ai|toilaai|em la ai|tai khoan|taikhoan|thong tin cua toi|whoami|thong tin tai khoan|toi|minh la ai',
  ],
  ['help', 'tro giup|help|huong dan|trogiup|giup|huongdan'],
  ['cancel', 'huy|cancel|huy bo|thoat'],
  [
    'check_in',
    'nop bao cao|nop|nop bc|khai bao|nhap so lieu|nhap bao cao|gui bao cao|gui so lieu|lam bao cao|bao so lieu|nop so lieu|nopbaocao|khai|bao cao so lieu|gui bc',
  ],
  ['report', 'bao cao|baocao|bc|xuat bao cao|lam bao cao nam|xem bao cao|xuat bc|tai bao cao|in bao cao'],
];

/** Beyond this a message is a sentence. */
const LENGTH_MAX = 120;
const WORDS_MAX = 20;

/** With its marks: "dung gui" without them may be "đúng, gửi". */
const STOP_SENDING = /^\s*\/?dừng\s+gửi(?:\s+đi)?[\s.!]*$/iu;

/** "xem" is polite before any other command ("cho xem tình hình"); before this one it asks for what was sent. */
const SEE_SENT = /^\s*\/?xem\s+(?:các\s+|cac\s+)?(?:thông|thong)\s*(?:báo|bao)[\s.!?]*$/iu;

interface Opening {
  name: CommandName;
  next: number;
  slash: boolean;
}

const BY_LENGTH = PHRASES.flatMap(([name, phrases]) =>
  phrases.split('|').map((phrase) => ({ name, words: phrase.split(' ') })),
).sort((a, b) => b.words.length - a.words.length);

function opening(tokens: readonly Token[]): Opening | undefined {
  const slash = tokens[0]?.base === '/';
  let at = slash ? 1 : 0;
  while (!slash && tokens[at] !== undefined) {
    const polite = isWord(tokens[at], 'da', 'em', 'cho', 'xin', 'bot', 'alo', 'anh', 'chi', 'oi')
      ? POLITENESS.match(tokens, at)
      : undefined;
    if (polite === undefined && !isWord(tokens[at], 'cho', 'xem')) break;
    if (isWord(tokens[at], 'em') && isWord(tokens[at + 1], 'la')) break;
    at = polite?.next ?? at + 1;
  }
  const found = BY_LENGTH.find(({ words }) => words.every((word, index) => isWord(tokens[at + index], word)));
  return found === undefined ? undefined : { name: found.name, next: at + found.words.length, slash };
}

/** The command a message is, with its arguments; undefined for anything else. `today` decides "năm nay", "tháng trước". */
export function readCommand(text: string, today: IsoDate = UNDATED): Command | undefined {
  const source = normalise(text);
  // A day off is told with the name of the day and its document: longer than other commands.
  if (readCalendarDay(source, today) !== undefined) return { name: 'calendar_day' };
  if (text.length > LENGTH_MAX) return undefined;
  const tokens = tokenise(source);
  if (tokens.length > WORDS_MAX) return undefined;
  const snooze = readSnooze(tokens);
  if (snooze !== undefined) return snooze;
  if (STOP_SENDING.test(source)) return { name: 'stop_broadcast' };
  if (SEE_SENT.test(source)) return { name: 'broadcasts' };
  if (saysAway(source)) return { name: 'away' };
  if (saysBack(source)) return { name: 'back_at_work' };
  const start = opening(tokens);
  if (start === undefined) return undefined;
  const rest = restAfter(tokens, start.next, today);
  return rest === undefined ? undefined : withArguments(start, rest, source);
}

/** Where no day is given, "năm nay" cannot be told; such a year comes out far too early and is left out. */
const UNDATED = '0101-01-01';
const YEAR_MIN = 1900;

interface Rest {
  month?: Month;
  year?: number;
  /** Tokens that are neither period nor politeness. */
  words: Token[];
}

/** Takes the period out of the arguments; undefined when a number remains that is none. */
function restAfter(tokens: readonly Token[], from: number, today: IsoDate): Rest | undefined {
  const rest: Rest = { words: [] };
  let at = from;
  while (at < tokens.length) {
    const token = tokens[at];
    if (token === undefined) break;
    const month = monthAt(tokens, at, today);
    const year = yearAt(tokens, at, today);
    const polite = POLITENESS.match(tokens, at);
    if (month !== undefined) {
      rest.month = month.found;
      at = month.next;
    } else if (year !== undefined) {
      rest.year = year.found;
      at = year.next;
    } else if (token.kind === 'digits') {
      const bare = bareYear(token, today);
      if (bare === undefined || rest.year !== undefined) return undefined;
      rest.year = bare;
      at += 1;
    } else if (polite !== undefined && rest.words.length === 0 && !isWord(token, 'xa', 'phuong')) at = polite.next;
    else {
      if (token.kind === 'word') rest.words.push(token);
      at += 1;
    }
  }
  return rest;
}

const bareYear = (token: Token, today: IsoDate): number | undefined =>
  token.raw.length === 4 ? readYear(token.raw, today) : undefined;

const UNIT_WORDS = [
  'xa',
  'phuong',
  'dac',
  'thi',
  'cum',
  'huyen',
  'so',
  'tinh',
  'ubnd',
  'don',
  'van',
  'thanh',
  'cua',
  'tai',
];

/** Longest name of a commune without its kind, in words: "báo cáo năm 2021 Đức Thuận". */
const BARE_NAME_WORDS_MAX = 4;

/** A unit's name begins with its kind; other words make the message a sentence, where it is not a command for sure. */
function unitFrom(words: readonly Token[], source: string, sure: boolean): { unit?: string } | 'sentence' {
  let from = 0;
  while (isWord(words[from], 'nam', 'thang', 'cua', 'tai', 'cho', 'ky', 'nay')) from += 1;
  const first = words[from];
  const last = words.at(-1);
  if (first === undefined || last === undefined) return {};
  if (!sure && !isWord(first, ...UNIT_WORDS)) return 'sentence';
  return { unit: source.slice(first.start, last.end) };
}

/** Desk work on one month: with the month said, the few words after it are a unit's name. */
const OF_A_MONTH: ReadonlySet<CommandName> = new Set(['review', 'return_month', 'lock', 'unlock']);

function withArguments(start: Opening, rest: Rest, source: string): Command | undefined {
  // A year asks for the report of a unit, so the few words after it are whose.
  const dated =
    rest.year !== undefined ? start.name === 'report' : rest.month !== undefined && OF_A_MONTH.has(start.name);
  const named = dated && rest.words.length <= BARE_NAME_WORDS_MAX;
  const whose = unitFrom(rest.words, source, start.slash || named);
  if (whose === 'sentence') return undefined;
  const { unit } = whose;
  const month = rest.month?.month;
  const said = rest.month?.year ?? rest.year;
  const year = said !== undefined && said >= YEAR_MIN ? said : undefined;
  const name =
    start.name === 'report' && (month !== undefined || (year === undefined && unit === undefined && !start.slash))
      ? 'check_in'
      : start.name;
  if ((name === 'help' || name === 'cancel' || name === 'whoami') && (month !== undefined || year !== undefined))
    return undefined;
  return {
    name,
    ...(month !== undefined && { month }),
    ...(year !== undefined && { year }),
    ...(unit !== undefined && { unit }),
  };
}

/** "nhắc lại 14:00", "chiều em báo", "mai em gửi", "lát nữa em báo". */
function readSnooze(tokens: readonly Token[]): Command | undefined {
  const words = ` ${plain(tokens.filter((token) => token.kind === 'word'))} `;
  const remind = / nhac (?:lai|em|sau)? ?/.test(words) && /^ (?:da |em |bot )?(?:nhac|hen)/.test(words);
  const later =
    /^ (?:da |vang |ok |de |thoi )*(?:em )?(?:(?:sang|chieu|toi|trua|mai|mot|lat|nua|ti|ty|chut|sau|cuoi|dau|ngay|gio|nay|tuan|hom) )+(?:roi )?(?:em |minh |toi |c |chi |anh )?(?:se )?(?:bao|gui|nop|lam|nhap|tra loi|bc|cap nhat|khai)/.test(
      words,
    );
  if (!remind && !later) return undefined;
  const time = timeIn(tokens);
  return { name: 'snooze', ...(time !== undefined && { time }) };
}

const HOURS = 24;
const MINUTES = 60;

/** "14:00", "14h", "14h30", "2 giờ chiều". */
function timeIn(tokens: readonly Token[]): TimeOfDay | undefined {
  for (let at = 0; at < tokens.length; at += 1) {
    const hour = tokens[at];
    const mark = tokens[at + 1];
    if (hour?.kind !== 'digits' || !(mark?.base === ':' || isWord(mark, 'h', 'g', 'gio'))) continue;
    const minute = tokens[at + 2]?.kind === 'digits' ? Number(tokens[at + 2]?.raw) : 0;
    const afternoon = tokens.slice(at).some((token) => isWord(token, 'chieu', 'toi')) && Number(hour.raw) < 12;
    const hours = Number(hour.raw) + (afternoon ? 12 : 0);
    if (hours < HOURS && minute < MINUTES)
      return `${String(hours).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
  }
  return undefined;
}
