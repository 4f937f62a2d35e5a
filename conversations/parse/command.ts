/**
 * Commands, with or without slash and diacritics: "/baocao 2021", "bao cao", "tinh hinh thang 9", "ai chua nop". Only
 * a whole short message is a command; a sentence with figures is not one.
 */
import type { IsoDate, TimeOfDay } from '../../domain/date.ts';
import { normalise } from '../../domain/text.ts';
import { saysAway, saysBack } from './absence.ts';
import { readCalendarDay } from './calendar-day.ts';
import { readDecision } from './decision.ts';
import { POLITENESS } from './filler.ts';
import { readOrganisation } from './organisation.ts';
import { type Month, monthAt, type Quarter, quarterAt, readYear, yearAt } from './period.ts';
import { readReceived } from './received.ts';
import { readSnooze } from './snooze-command.ts';
import { type Against, opensQuarter, STATUS_PHRASES, type StatusCommand } from './status-phrases.ts';
import { isWord, type Token, tokenise } from './text.ts';

export type CommandName =
  | StatusCommand
  | 'report'
  | 'check_in'
  | 'correct'
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
  | 'received'
  | 'directives'
  | 'new_directive'
  | 'review'
  | 'return_month'
  | 'lock'
  | 'unlock'
  | 'organisation';

export interface Command {
  name: CommandName;
  month?: number;
  quarter?: number;
  year?: number;
  /** What a month, quarter or year is compared with; the one before it where nothing is said. */
  against?: Against;
  /** The name of a unit, as typed. */
  unit?: string;
  time?: TimeOfDay;
}

/** What precedes the arguments, in plain letters, longest first within a name. */
const PHRASES: [CommandName, string, Against?][] = [
  ...STATUS_PHRASES,
  ['calendar', 'lich nghi|lich lam viec|ngay nghi|lich nghi le|xem lich nghi|lichnghi'],
  ['set_deadline', 'dat moc|dat moc noi bo|moc noi bo|dat han noi bo|dat han'],
  ['move_deadline', 'doi han|gia han|lui han|hoan han|doi thoi han'],
  ['directives', 'chi dao|cac chi dao|van ban chi dao|xem chi dao|cac van ban chi dao|chidao|directives'],
  ['new_directive', 'ban hanh chi dao|giao viec|giao viec moi|chi dao moi|ban hanh van ban chi dao|new directive'],
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

/** Decisions carry days and numbers, which other commands do not. */
const DECISION_COMMANDS = { set_date: 'set_deadline', moved: 'move_deadline', waived: 'waive' } as const;

/** Beyond this a message is a sentence. */
const LENGTH_MAX = 120;
const WORDS_MAX = 20;

/** With its marks: "dung gui" without them may be "đúng, gửi". */
const STOP_SENDING = /^\s*\/?dừng\s+gửi(?:\s+đi)?[\s.!]*$/iu;

/** "xem" is polite before any other command ("cho xem tình hình"); before this one it asks for what was sent. */
const SEE_SENT = /^\s*\/?xem\s+(?:các\s+|cac\s+)?(?:thông|thong)\s*(?:báo|bao)[\s.!?]*$/iu;

/** Without marks the first word would be "chị", and politeness is passed over. */
const DIRECTIVES = /^\s*\/?chi\s+dao[\s.!?]*$/iu;

interface Opening {
  name: CommandName;
  next: number;
  slash: boolean;
  against?: Against | undefined;
}

const BY_LENGTH = PHRASES.flatMap(([name, phrases, against]) =>
  phrases.split('|').map((phrase) => ({ name, words: phrase.split(' '), against })),
).sort((a, b) => b.words.length - a.words.length);

function opening(tokens: readonly Token[], isFree: boolean): Opening | undefined {
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
  if (found === undefined) return isFree && opensQuarter(tokens, at) ? { name: 'status', next: at, slash } : undefined;
  return { name: found.name, next: at + found.words.length, slash, against: found.against };
}

/**
 * The command a message is, with its arguments; undefined for anything else. `today` decides "năm nay", "tháng trước".
 * @param isFree nothing else is open, so that "quý 3" is no answer, and whoever asks can tell whether there is a unit of
 *   the name that any words behind a question of status would be ("tình hình duc thuan")
 */
export function readCommand(text: string, today: IsoDate = UNDATED, isFree = false): Command | undefined {
  const source = normalise(text);
  // A day off is told with the name of the day and its document: longer than other commands.
  if (readCalendarDay(source, today) !== undefined) return { name: 'calendar_day' };
  if (readOrganisation(source, today) !== undefined) return { name: 'organisation' };
  const decision = readDecision(source, today);
  if (decision !== undefined) return { name: DECISION_COMMANDS[decision.kind] };
  if (readReceived(source) !== undefined) return { name: 'received' };
  if (text.length > LENGTH_MAX) return undefined;
  const tokens = tokenise(source);
  if (tokens.length > WORDS_MAX) return undefined;
  const snooze = readSnooze(tokens);
  if (snooze !== undefined) return snooze;
  if (STOP_SENDING.test(source)) return { name: 'stop_broadcast' };
  if (SEE_SENT.test(source)) return { name: 'broadcasts' };
  if (DIRECTIVES.test(source)) return { name: 'directives' };
  if (saysAway(source)) return { name: 'away' };
  if (saysBack(source)) return { name: 'back_at_work' };
  const start = opening(tokens, isFree);
  if (start === undefined) return undefined;
  const rest = restAfter(tokens, start.next, today, isFree);
  return rest === undefined ? undefined : withArguments(start, rest, source, isFree);
}

/** Where no day is given, "năm nay" cannot be told; such a year comes out far too early and is left out. */
const UNDATED = '0101-01-01';
const YEAR_MIN = 1900;

interface Rest {
  month?: Month;
  quarter?: Quarter;
  year?: number;
  /** Tokens that are neither period nor politeness. */
  words: Token[];
}

/** Takes the period out of the arguments; undefined when a number remains that is none. */
function restAfter(tokens: readonly Token[], from: number, today: IsoDate, isFree: boolean): Rest | undefined {
  const rest: Rest = { words: [] };
  let at = from;
  while (at < tokens.length) {
    const token = tokens[at];
    if (token === undefined) break;
    const month = monthAt(tokens, at, today);
    const quarter = quarterAt(tokens, at, today);
    const year = yearAt(tokens, at, today);
    const polite = POLITENESS.match(tokens, at);
    if (month !== undefined) {
      rest.month = month.found;
      at = month.next;
    } else if (quarter !== undefined) {
      rest.quarter = quarter.found;
      at = quarter.next;
    } else if (year !== undefined) {
      rest.year = year.found;
      at = year.next;
    } else if (token.kind === 'digits') {
      const bare = bareYear(token, today);
      // "phường 12" is a name, for whoever can tell that there is one.
      if (bare === undefined && isFree && rest.words.length > 0) {
        rest.words.push(token);
        at += 1;
        continue;
      }
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

function withArguments(start: Opening, rest: Rest, source: string, isFree: boolean): Command | undefined {
  // A year asks for the report of a unit, so the few words after it are whose.
  const dated =
    rest.year !== undefined ? start.name === 'report' : rest.month !== undefined && OF_A_MONTH.has(start.name);
  const bare = dated || (isFree && STATUS_PHRASES.some(([name]) => name === start.name));
  const named = bare && rest.words.length <= BARE_NAME_WORDS_MAX;
  const whose = unitFrom(rest.words, source, start.slash || named);
  if (whose === 'sentence') return undefined;
  const { unit } = whose;
  const month = rest.month?.month;
  const quarter = rest.quarter?.quarter;
  const said = rest.month?.year ?? rest.quarter?.year ?? rest.year;
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
    ...(quarter !== undefined && { quarter }),
    ...(start.against !== undefined && { against: start.against }),
    ...(year !== undefined && { year }),
    ...(unit !== undefined && { unit }),
  };
}
