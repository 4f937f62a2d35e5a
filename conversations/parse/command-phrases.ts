/** The words every command opens with, in plain letters, and which of them stand at a place of a message. */
import { type Against, STATUS_PHRASES, type StatusCommand } from './status-phrases.ts';
import { isWord, type Token } from './text.ts';

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

/** What precedes the arguments. */
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
  ['supplement', 'bo sung bao cao|bosung|bo sung|bo xung bao cao|bo sung bc|bosungbaocao|supplement|annual supplement'],
  ['tracking', 'theo doi ke hoach|theo doi|theodoi|bang theo doi|xem theo doi|theo doi kh'],
  [
    'correct',
    'sua bao cao|sua|suabaocao|sua bc|chinh sua|sua so lieu|sua lai|dinh chinh|sua lai bao cao|dieu chinh|dieu chinh so lieu|dieu chinh bao cao|chinh sua bao cao',
  ],
  [
    'review',
    'xet duyet|xetduyet|duyet|duyet bao cao|xet duyet bao cao|duyet so lieu|duyet bc|bao cao cho duyet|cho duyet|can duyet|duyet het|duyet tat ca|chap nhan het|chap nhan tat ca',
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
    'nop bao cao|nop|nop bc|khai bao|nhap so lieu|nhap lieu|nhap bao cao|gui bao cao|gui so lieu|lam bao cao|bao so lieu|nop so lieu|nopbaocao|khai|bao cao so lieu|gui bc',
  ],
  ['report', 'bao cao|baocao|bc|xuat bao cao|lam bao cao nam|xem bao cao|xuat bc|tai bao cao|in bao cao'],
];

interface Phrase {
  name: CommandName;
  words: readonly string[];
  against?: Against | undefined;
}

/** By their first word, the longest first: hardly any message begins with one of these words. */
const BY_FIRST_WORD = new Map<string, Phrase[]>();
for (const [name, phrases, against] of PHRASES) {
  for (const words of phrases.split('|').map((phrase) => phrase.split(' '))) {
    const [first = ''] = words;
    BY_FIRST_WORD.set(first, [...(BY_FIRST_WORD.get(first) ?? []), { name, words, against }]);
  }
}
for (const known of BY_FIRST_WORD.values()) known.sort((a, b) => b.words.length - a.words.length);

/** The longest phrase that begins at a token, and the token after it. */
export function phraseAt(
  tokens: readonly Token[],
  at: number,
): { name: CommandName; next: number; against?: Against | undefined } | undefined {
  const known = BY_FIRST_WORD.get(tokens[at]?.base ?? '');
  const found = known?.find(({ words }) => words.every((word, index) => isWord(tokens[at + index], word)));
  return found && { name: found.name, next: at + found.words.length, against: found.against };
}
