/**
 * Work on the organisation itself, said in one sentence: who is let in, moves, leaves or takes over, which units become
 * one. "mời Trần Văn Bình làm cán bộ xã Xuân Lam", "chuyển chị Lan sang phường Bắc Hồng từ ngày 1/12", "sáp nhập Đức
 * Thuận, Bắc Hồng thành phường Hồng Lĩnh từ ngày 1/7/2025". Names are taken as typed; what they mean the archive knows.
 */
import type { IsoDate } from '../../domain/date.ts';
import type { Role } from '../../domain/person.ts';
import { cut, hasUnitWord, isPerson, isUnitLike, listed, nameIn, part, type Said, slice } from './organisation-said.ts';

export type OrganisationWish =
  | { wish: 'invite'; name?: string; role?: Role; unit?: string; date?: IsoDate }
  | { wish: 'code'; name: string }
  | { wish: 'list'; unit?: string }
  | { wish: 'unreached' }
  | { wish: 'requests' }
  | { wish: 'undecided' }
  | { wish: 'move'; name?: string; unit?: string; date?: IsoDate }
  | { wish: 'retire'; name?: string; date?: IsoDate }
  /** Instead of a name, `at` names the unit whose staff hands over. */
  | { wish: 'hand_over'; name?: string; at?: string; to?: string; date?: IsoDate }
  | { wish: 'merge'; units: string[]; into?: string; date?: IsoDate }
  /** Into a unit there is, which goes on. */
  | { wish: 'absorb'; units: string[]; into: string; date?: IsoDate }
  | { wish: 'split'; unit?: string; into: string[]; date?: IsoDate }
  | { wish: 'my_data' }
  | { wish: 'export_me' }
  | { wish: 'erase_me' };

/** A merger names every unit in one message; more is a sentence about something else. */
const LENGTH_MAX = 400;

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

const ROLE = 'can bo(?: bao cao)?|chuyen vien|lanh dao|dieu phoi(?: vien)?|quan tri(?: vien)?';

const LIST = /^\/?(?:xem )?(?:ds|danh sach) (?:can bo|nguoi dung|thanh vien)(?: (?:cua )?(?<unit>.+))?$/d;
const CODE = /^\/?cap (?:lai )?ma (?:moi )?(?:dang ky )?(?:cho )?(?<name>(?!moi$|dang ky$).+)$/d;
const INVITE = new RegExp(
  `^/?(?<verb>moi|them|bo nhiem|chi dinh|cu|phan cong) (?<name>.+?) (?:lam|la) (?<role>${ROLE})(?: (?:cua |tai |o )?(?<unit>.+))?$`,
  'd',
);
const INVITE_TO = new RegExp(
  `^/?(?:moi|them|bo sung) (?:(?<role>${ROLE}) )?(?:moi )?(?<name>.+?) (?:vao|cho|tai|o|cua|ve) (?<unit>.+)$`,
  'd',
);
const INVITE_AS = new RegExp(`^/?(?:moi|them|bo sung) (?<role>${ROLE}) (?<name>.+)$`, 'd');
const INVITE_BARE = /^\/?(?:moi|them) (?:can bo|nguoi)(?: moi)?$/;
const MOVE =
  /^\/?(?:dieu chuyen|dieu dong|chuyen cong tac|chuyen) (?<name>[^\d,;:]+?) (?:sang|ve|den|qua) (?<unit>[a-z][^,;:]*)$/d;
const MOVES =
  /^(?<name>[^\d,;:]+?) (?:(?:da|se|duoc|da duoc|se duoc) )?(?:dieu chuyen|dieu dong|chuyen cong tac|thuyen chuyen|chuyen) (?:sang|ve|den|qua) (?<unit>[a-z][^,;:]*)$/d;
const MOVES_SOMEWHERE = /^(?<name>[^\d,;:]+?) (?:(?:da|se|duoc|da duoc|se duoc) )?chuyen cong tac$/d;
const MOVE_BARE = /^\/?(?:dieu chuyen|chuyen) can bo$/;
const RETIRE =
  /^\/?cho (?<name>[^\d,;:]+?) (?:nghi(?: viec| huu| cong tac| han)?|thoi viec|thoi nhiem vu|thoi phu trach)$|^(?<who>[^\d,;:]+?) (?:(?:da|se|xin|duoc) )?(?:thoi viec|nghi viec|nghi huu|nghi cong tac|thoi nhiem vu|thoi phu trach)$/d;
const RETIRE_BARE = /^\/?(?:cho )?(?:thoi viec|nghi viec|nghi huu)$/;
const HAND_OVER =
  /^\/?ban giao(?: (?:cong )?viec)?(?: (?:cua )?(?<name>(?!cho |sang )[^\d,;:]+?))?(?: (?:cho|sang) (?<to>[^\d,;:]+))?$/d;
const REPLACE_AT =
  /^\/?(?:doi|thay(?: doi)?|thay the) (?:can bo|nguoi)(?: bao cao| phu trach)? (?:cua |tai |o )?(?<at>[a-z].+?) (?:thanh|bang|sang|la) (?<to>[^\d,;:]+)$/d;
const REPLACE = /^\/?(?:doi|thay|thay the) (?<name>[^\d,;:]+?) (?:thanh|bang) (?<to>[^\d,;:]+)$/d;

/** "sát nhập" is how half the country writes it; "gộp" and "nhập" also mean other things (see `namesUnits`). */
const MERGER = '(?<verb>sap nhap|sat nhap|hop nhat|gop|nhap)(?: cac)?(?: don vi)?';
const MERGE = new RegExp(`^/?${MERGER} (?<units>.+?) thanh (?!pho )(?<into>.+)$`, 'd');
const ABSORB = new RegExp(`^/?${MERGER} (?<units>.+?) (?:vao|ve)(?: voi)? (?<into>.+)$`, 'd');
const MERGE_BARE = /^\/?(?:sap nhap|sat nhap|hop nhat)(?: don vi)?(?: (?<units>[^\d]+))?$/d;
const SPLIT = /^\/?(?:chia tach|tach|chia) (?<unit>[a-z].+?) thanh (?<into>[a-z].+)$/d;
const SPLIT_BARE = /^\/?(?:tach|chia tach) don vi$/;

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
  const plain = date === undefined;
  const whole = plain ? WHOLE.find(([, pattern]) => pattern.test(folded))?.[0] : undefined;
  return whole ?? (plain ? ofList(said) : undefined) ?? ofNewcomers(said) ?? ofPosts(said) ?? ofUnits(said);
}

const dayOf = ({ date }: Said): { date?: IsoDate } => (date === undefined ? {} : { date });

function ofList(said: Said): OrganisationWish | undefined {
  const list = LIST.exec(said.folded);
  if (list) return { wish: 'list', ...part('unit', said, list, 'unit') };
  if (INVITE_BARE.test(said.folded)) return { wish: 'invite' };
  const code = CODE.exec(said.folded);
  const name = code ? nameIn(said, code, 'name') : undefined;
  return name === undefined ? undefined : { wish: 'code', name };
}

/** Verbs that stand for other work as well ("cử chị Lan làm cán bộ đánh giá"): only where a unit is named. */
const OTHER_VERBS = ['cu', 'phan cong', 'chi dinh'];

/** Somebody gets a role: "mời … làm …", "bổ nhiệm … làm …", "thêm cán bộ … vào …". */
function ofNewcomers(said: Said): OrganisationWish | undefined {
  const invite = INVITE.exec(said.folded);
  if (invite) {
    const name = nameIn(said, invite, 'name');
    const unit = slice(said, invite, 'unit');
    const isOther = OTHER_VERBS.includes(invite.groups?.verb ?? '') && !isUnitLike(unit ?? '');
    return name === undefined || isOther ? undefined : invited(said, invite, name);
  }
  const to = INVITE_TO.exec(said.folded);
  const someone = to ? nameIn(said, to, 'name') : undefined;
  if (to && someone !== undefined && isUnitLike(slice(said, to, 'unit') ?? '')) {
    const isNamed =
      to.groups?.role === undefined ? isPerson(said, to, 'name') : someone.includes(' ') || isPerson(said, to, 'name');
    if (isNamed) return invited(said, to, someone);
  }
  const as = INVITE_AS.exec(said.folded);
  return as && isPerson(said, as, 'name') ? invited(said, as, nameIn(said, as, 'name') ?? '') : undefined;
}

function invited(said: Said, match: RegExpExecArray, name: string): OrganisationWish {
  const role = ROLE_WORDS.find(([pattern]) => pattern.test(match.groups?.role ?? ''))?.[1];
  const unit = match.groups?.unit === undefined ? {} : part('unit', said, match, 'unit');
  return { wish: 'invite', name, ...(role === undefined ? {} : { role }), ...unit, ...dayOf(said) };
}

function ofPosts(said: Said): OrganisationWish | undefined {
  const { folded } = said;
  const day = dayOf(said);
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
  return ofMoving(said) ?? ofReplacing(said) ?? ofHandingOver(said);
}

/** "chị Lan chuyển về phường Bắc Hồng": dossiers and papers are sent on in the same words, so it must be a person. */
function ofMoving(said: Said): OrganisationWish | undefined {
  const moves = MOVES.exec(said.folded);
  if (moves) {
    const name = nameIn(said, moves, 'name');
    const unit = slice(said, moves, 'unit') ?? '';
    const isClear = isPerson(said, moves, 'name') ? isUnitLike(unit) : hasUnitWord(unit) && name?.includes(' ');
    return name !== undefined && isClear ? { wish: 'move', name, unit, ...dayOf(said) } : undefined;
  }
  const somewhere = MOVES_SOMEWHERE.exec(said.folded);
  const name = somewhere ? nameIn(said, somewhere, 'name') : undefined;
  return name === undefined ? undefined : { wish: 'move', name, ...dayOf(said) };
}

/** "đổi cán bộ phường Bắc Hồng thành Trần Văn Bình", "thay chị Lan bằng chị Hà". */
function ofReplacing(said: Said): OrganisationWish | undefined {
  const replace = REPLACE_AT.exec(said.folded);
  if (replace) {
    const to = nameIn(said, replace, 'to');
    const at = slice(said, replace, 'at') ?? '';
    if (to !== undefined && isUnitLike(at)) return { wish: 'hand_over', at, to, ...dayOf(said) };
  }
  const instead = REPLACE.exec(said.folded);
  if (!instead || !isPerson(said, instead, 'name')) return undefined;
  const [name, to] = [nameIn(said, instead, 'name'), nameIn(said, instead, 'to')];
  return name === undefined || to === undefined ? undefined : { wish: 'hand_over', name, to, ...dayOf(said) };
}

function ofHandingOver(said: Said): OrganisationWish | undefined {
  const handOver = HAND_OVER.exec(said.folded);
  if (!handOver) return undefined;
  const name = nameIn(said, handOver, 'name');
  const to = nameIn(said, handOver, 'to');
  if (handOver.groups?.name !== undefined && name === undefined) return undefined;
  return {
    wish: 'hand_over',
    ...(name === undefined ? {} : { name }),
    ...(to === undefined ? {} : { to }),
    ...dayOf(said),
  };
}

function ofUnits(said: Said): OrganisationWish | undefined {
  const { folded } = said;
  const day = dayOf(said);
  if (SPLIT_BARE.test(folded)) return { wish: 'split', into: [], ...day };
  const split = SPLIT.exec(folded);
  if (split) {
    return { wish: 'split', ...part('unit', said, split, 'unit'), into: listed(slice(said, split, 'into')), ...day };
  }
  const merge = MERGE.exec(folded);
  if (merge) {
    const units = merging(said, merge);
    return units && { wish: 'merge', units, ...part('into', said, merge, 'into'), ...day };
  }
  const absorb = ABSORB.exec(folded);
  if (absorb) {
    const units = merging(said, absorb);
    return units && { wish: 'absorb', units, into: slice(said, absorb, 'into') ?? '', ...day };
  }
  const bare = MERGE_BARE.exec(folded);
  return bare ? { wish: 'merge', units: listed(slice(said, bare, 'units')), ...day } : undefined;
}

/** "nhập số liệu vào", "góp ý thành": these verbs merge only what begins as units do. */
const LOOSE_VERBS = ['gop', 'nhap'];

/** The units merged, where they are units; "A vào B thành C" merges both. */
function merging(said: Said, match: RegExpExecArray): string[] | undefined {
  const units = listed((slice(said, match, 'units') ?? '').replace(/\s(?:vào|vao)\s/giu, ', '));
  const isLoose = LOOSE_VERBS.includes(match.groups?.verb ?? '');
  return isLoose && !units.every(isUnitLike) ? undefined : units;
}
