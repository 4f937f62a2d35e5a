/**
 * Work on the organisation itself, said in one sentence: who is let in, moves, leaves or takes over, which units become
 * one. "mời Trần Văn Bình làm cán bộ xã Xuân Lam", "chuyển chị Lan sang phường Bắc Hồng từ ngày 1/12", "sáp nhập Đức
 * Thuận, Bắc Hồng thành phường Hồng Lĩnh từ ngày 1/7/2025". Names are taken as typed; what they mean the archive knows.
 */
import { addDays, daysBetween, type IsoDate, isoDate, yearOf } from '../../domain/date.ts';
import type { Role } from '../../domain/person.ts';
import { fold, normalise } from '../../domain/text.ts';

export type OrganisationWish =
  | { wish: 'invite'; name?: string; role?: Role; unit?: string }
  | { wish: 'code'; name: string }
  | { wish: 'list'; unit?: string }
  | { wish: 'unreached' }
  | { wish: 'requests' }
  | { wish: 'undecided' }
  | { wish: 'move'; name?: string; unit?: string; date?: IsoDate }
  | { wish: 'retire'; name?: string; date?: IsoDate }
  | { wish: 'hand_over'; name?: string; to?: string; date?: IsoDate }
  | { wish: 'merge'; units: string[]; into?: string; date?: IsoDate }
  | { wish: 'split'; unit?: string; into: string[]; date?: IsoDate }
  | { wish: 'my_data' }
  | { wish: 'export_me' }
  | { wish: 'erase_me' };

/** A merger names every unit in one message; more is a sentence about something else. */
const LENGTH_MAX = 400;

interface Said {
  /** As typed, with single spaces and no full stop behind. */
  plain: string;
  /** The same, letter for letter, without case and diacritics. */
  folded: string;
  date?: IsoDate;
}

const POLITE = /^(?:(?:da|xin|nho|giup|vui long|de nghi|em muon|toi muon|bot|tro ly)[ ,]+)+/;

const WHOLE: readonly (readonly [OrganisationWish, RegExp])[] = [
  [
    { wish: 'erase_me' },
    /^\/?(?:xoa|huy) (?:het )?(?:du lieu|thong tin)(?: ca nhan)? cua (?:toi|em|minh)$|^delete my data$/,
  ],
  [{ wish: 'export_me' }, /^\/?(?:xuat|tai)(?: ve)? du lieu(?: ca nhan)? cua (?:toi|em|minh)$|^export my data$/],
  [
    { wish: 'my_data' },
    /^\/?(?:xem )?du lieu(?: ca nhan)? (?:cua|ve) (?:toi|em|minh)$|^luu gi ve (?:toi|em|minh)$|^my data$/,
  ],
  [
    { wish: 'unreached' },
    /^\/?(?:nhung )?(?:ai|can bo nao) chua (?:lien lac duoc|lien he duoc|dang ky|vao duoc)$|^chua lien lac duoc$|^(?:ds|danh sach) chua (?:lien lac duoc|dang ky)$|^who is unreachable$/,
  ],
  [
    { wish: 'undecided' },
    /^\/?(?:xem )?(?:nhung |con )?(?:ai |can bo nao |can bo |nguoi )?chua (?:duoc )?phan cong(?: ve dau| don vi)?$|^(?:ds|danh sach) (?:can bo )?chua (?:duoc )?phan cong$|^phan cong (?:can bo|nguoi)(?: con lai)?$|^unassigned$/,
  ],
  [
    { wish: 'requests' },
    /^\/?(?:xem )?(?:cac )?yeu cau tham gia$|^ai xin tham gia$|^(?:ds|danh sach) (?:xin tham gia|cho duyet vao)$|^join requests$/,
  ],
];

const LIST = /^\/?(?:xem )?(?:ds|danh sach) (?:can bo|nguoi dung|thanh vien)(?: (?:cua )?(?<unit>.+))?$/d;
const CODE = /^\/?cap (?:lai )?ma (?:moi )?(?:dang ky )?(?:cho )?(?<name>(?!moi$|dang ky$).+)$/d;
const INVITE =
  /^\/?(?:moi|them) (?<name>.+?) (?:lam|la) (?<role>can bo(?: bao cao)?|chuyen vien|lanh dao|dieu phoi(?: vien)?|quan tri(?: vien)?)(?: (?:cua |tai |o )?(?<unit>.+))?$/d;
const INVITE_BARE = /^\/?(?:moi|them) (?:can bo|nguoi)(?: moi)?$/;
const MOVE =
  /^\/?(?:dieu chuyen|chuyen cong tac|chuyen) (?<name>[^\d,;:]+?) (?:sang|ve|den|qua) (?<unit>[a-z][^,;:]*)$/d;
const MOVE_BARE = /^\/?(?:dieu chuyen|chuyen) can bo$/;
const RETIRE =
  /^\/?cho (?<name>[^\d,;:]+?) (?:nghi(?: viec| huu| cong tac| han)?|thoi viec|thoi nhiem vu|thoi phu trach)$|^(?<who>[^\d,;:]+?) (?:thoi viec|nghi viec|nghi huu|da nghi huu|da thoi viec)$/d;
const RETIRE_BARE = /^\/?(?:cho )?(?:thoi viec|nghi viec|nghi huu)$/;
const HAND_OVER =
  /^\/?ban giao(?: (?:cong )?viec)?(?: (?:cua )?(?<name>(?!cho |sang )[^\d,;:]+?))?(?: (?:cho|sang) (?<to>[^\d,;:]+))?$/d;
const MERGE = /^\/?(?:sap nhap|hop nhat) (?<units>.+?) thanh (?<into>.+)$/d;
const MERGE_BARE = /^\/?(?:sap nhap|hop nhat)(?: don vi)?(?: (?<units>[^\d]+))?$/d;
const SPLIT = /^\/?(?:chia tach|tach|chia) (?<unit>[a-z].+?) thanh (?<into>[a-z].+)$/d;
const SPLIT_BARE = /^\/?(?:tach|chia tach) don vi$/;

/** Who speaks of themselves is away or asks for something else; "hồ sơ" and the like are no people. */
const NOT_A_NAME =
  /^(?:em|toi|minh|con|chau|ho so|hs|ky|thang|so|so lieu|tiep|tien|bao cao|van ban|kenh|qua|may|lich|bao nhieu|ai|can bo|nguoi)\b/;
const IS_TITLE = /^(?:anh|chi|ong|ba|co|chu|bac|dong chi|d\/c|ban|can bo) /;

const ROLE_WORDS: readonly (readonly [RegExp, Role])[] = [
  [/^(?:can bo|chuyen vien)/, 'staff'],
  [/^lanh dao/, 'leader'],
  [/^dieu phoi/, 'coordinator'],
  [/^quan tri/, 'admin'],
];

/** Reads such a sentence; undefined for any other. */
export function readOrganisation(text: string, today: IsoDate): OrganisationWish | undefined {
  if (text.length > LENGTH_MAX || text.includes('\n')) return undefined;
  const said = cut(text, today);
  const { folded, date } = said;
  const whole = date === undefined ? WHOLE.find(([, pattern]) => pattern.test(folded))?.[0] : undefined;
  return whole ?? (date === undefined ? ofPeople(said) : undefined) ?? ofPosts(said) ?? ofUnits(said);
}

function ofPeople(said: Said): OrganisationWish | undefined {
  const list = LIST.exec(said.folded);
  if (list) return { wish: 'list', ...part('unit', said, list, 'unit') };
  if (INVITE_BARE.test(said.folded)) return { wish: 'invite' };
  const invite = INVITE.exec(said.folded);
  if (invite) {
    const role = ROLE_WORDS.find(([pattern]) => pattern.test(invite.groups?.role ?? ''))?.[1];
    const name = nameIn(said, invite, 'name');
    if (name === undefined || role === undefined) return undefined;
    return { wish: 'invite', name, role, ...part('unit', said, invite, 'unit') };
  }
  const code = CODE.exec(said.folded);
  const name = code ? nameIn(said, code, 'name') : undefined;
  return name === undefined ? undefined : { wish: 'code', name };
}

function ofPosts(said: Said): OrganisationWish | undefined {
  const { folded } = said;
  const day = said.date === undefined ? {} : { date: said.date };
  if (MOVE_BARE.test(folded)) return { wish: 'move', ...day };
  if (RETIRE_BARE.test(folded)) return { wish: 'retire', ...day };
  const move = MOVE.exec(folded);
  if (move) {
    const name = nameIn(said, move, 'name');
    return name === undefined ? undefined : { wish: 'move', name, ...part('unit', said, move, 'unit'), ...day };
  }
  const retire = RETIRE.exec(folded);
  if (retire) {
    const name = nameIn(said, retire, 'name') ?? nameIn(said, retire, 'who');
    return name === undefined ? undefined : { wish: 'retire', name, ...day };
  }
  const handOver = HAND_OVER.exec(folded);
  if (!handOver) return undefined;
  const name = nameIn(said, handOver, 'name');
  const to = nameIn(said, handOver, 'to');
  if (handOver.groups?.name !== undefined && name === undefined) return undefined;
  return { wish: 'hand_over', ...(name === undefined ? {} : { name }), ...(to === undefined ? {} : { to }), ...day };
}

function ofUnits(said: Said): OrganisationWish | undefined {
  const { folded } = said;
  const day = said.date === undefined ? {} : { date: said.date };
  if (SPLIT_BARE.test(folded)) return { wish: 'split', into: [], ...day };
  const split = SPLIT.exec(folded);
  if (split) {
    return { wish: 'split', ...part('unit', said, split, 'unit'), into: listed(slice(said, split, 'into')), ...day };
  }
  const merge = MERGE.exec(folded);
  if (merge) {
    return { wish: 'merge', units: listed(slice(said, merge, 'units')), ...part('into', said, merge, 'into'), ...day };
  }
  const bare = MERGE_BARE.exec(folded);
  return bare ? { wish: 'merge', units: listed(slice(said, bare, 'units')), ...day } : undefined;
}

/** Names parted by commas, "+" or "và". */
export const listed = (text: string | undefined): string[] =>
  (text ?? '')
    .split(/[,;+]|\s(?:và|va)\s/u)
    .map((each) => each.trim())
    .filter((each) => each !== '');

function slice({ plain, folded }: Said, match: RegExpExecArray, group: string): string | undefined {
  const span = match.indices?.groups?.[group];
  // Where folding changed the length (a letter no keyboard here writes), the plain words are as good as any.
  return span && (plain.length === folded.length ? plain : folded).slice(span[0], span[1]).trim();
}

function part<Name extends string>(name: Name, said: Said, match: RegExpExecArray, group: string) {
  const found = slice(said, match, group);
  return (found === undefined || found === '' ? {} : { [name]: found }) as { [K in Name]?: string };
}

/** A person's name without what they are addressed by; undefined where the words are no name. */
function nameIn(said: Said, match: RegExpExecArray, group: string): string | undefined {
  const words = slice(said, match, group);
  if (words === undefined) return undefined;
  const bare = IS_TITLE.exec(fold(words)) ? words.slice(IS_TITLE.exec(fold(words))?.[0].length) : words;
  return bare.trim() === '' || NOT_A_NAME.test(fold(bare)) || bare.split(' ').length > 7 ? undefined : bare.trim();
}

const DAY_BEHIND =
  /[ ,]+(?:(?:ke |bat dau |tinh )?(?:tu|vao|ngay)(?: ngay| hom)? )?(?:(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?|(hom nay|nay|ngay mai|mai))$/;

/** Cuts politeness and the day off a message. */
function cut(text: string, today: IsoDate): Said {
  const whole = normalise(text)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/(?:\s+(?:ạ|nhé|nha|giúp em))?[\s.!?]*$/u, '');
  const lead = POLITE.exec(fold(whole))?.[0].length ?? 0;
  const plain = whole.slice(lead);
  const folded = fold(plain);
  const behind = DAY_BEHIND.exec(folded);
  const date = behind ? dayOf(behind.slice(1), today) : undefined;
  if (!behind || date === undefined) return { plain, folded };
  return { plain: plain.slice(0, behind.index), folded: folded.slice(0, behind.index), date };
}

/** A day as typed behind a wish or alone; without a year it is the nearest such day. */
export const readDay = (text: string, today: IsoDate): IsoDate | undefined => cut(`x ${text}`, today).date;

function dayOf([day, month, year, word]: (string | undefined)[], today: IsoDate): IsoDate | undefined {
  if (word !== undefined) return word.endsWith('mai') ? addDays(today, 1) : today;
  if (year !== undefined) return isoDate(Number(year), Number(month), Number(day));
  const near = [-1, 0, 1].flatMap((offset) => isoDate(yearOf(today) + offset, Number(month), Number(day)) ?? []);
  return near.sort((a, b) => Math.abs(daysBetween(today, a)) - Math.abs(daysBetween(today, b)))[0];
}
