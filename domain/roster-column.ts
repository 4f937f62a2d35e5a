/**
 * The columns of a roster and the words that may stand in them, as the sheet's author wrote them: English as in the
 * documentation or Vietnamese as in an office, in any case, with or without diacritics.
 */
import type { Role } from './person.ts';
import { fold } from './text.ts';
import type { UnitKind } from './unit.ts';

export const COLUMNS = [
  'unit_code',
  'unit_name',
  'unit_kind',
  'parent_code',
  'person_code',
  'person_name',
  'role',
  'phone',
  'valid_from',
  'valid_to',
  'successor_code',
] as const;
export type Column = (typeof COLUMNS)[number];

/** Columns a sheet must have, be their cells empty or not: a misspelt one would silently drop parents or roles. */
export const REQUIRED_COLUMNS: readonly Column[] = [
  'unit_code',
  'unit_name',
  'unit_kind',
  'parent_code',
  'person_code',
  'person_name',
  'role',
];

/** 'Mã đơn vị ', 'ma_don_vi' and 'MÃ ĐƠN-VỊ:' are one name; '(*)' marks a required column in many forms. */
const keyOf = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const HEADERS: Record<Column, string[]> = {
  unit_code: ['Mã đơn vị'],
  unit_name: ['Tên đơn vị', 'Đơn vị'],
  unit_kind: ['Loại đơn vị', 'Loại'],
  parent_code: ['Mã đơn vị cấp trên', 'Mã cấp trên'],
  person_code: ['Mã người', 'Mã cán bộ'],
  person_name: ['Họ và tên', 'Họ tên'],
  role: ['Vai trò'],
  phone: ['Điện thoại', 'Số điện thoại', 'Di động'],
  valid_from: ['Hiệu lực từ', 'Từ ngày'],
  valid_to: ['Hiệu lực đến', 'Đến ngày'],
  successor_code: ['Mã đơn vị kế thừa', 'Mã kế thừa'],
};

const KINDS: Record<UnitKind, string[]> = {
  province: ['tỉnh', 'thành phố trực thuộc trung ương'],
  department: ['sở', 'ban', 'ngành'],
  office: ['văn phòng', 'phòng'],
  district: ['huyện', 'quận', 'thị xã'],
  cluster: ['cụm'],
  commune: ['xã', 'thị trấn'],
  ward: ['phường'],
  special_zone: ['đặc khu'],
};

const ROLES_WRITTEN: Record<Role, string[]> = {
  staff: ['cán bộ', 'công chức', 'chuyên viên'],
  coordinator: ['điều phối viên', 'điều phối'],
  leader: ['lãnh đạo'],
  admin: ['quản trị', 'quản trị viên'],
};

function written<Word extends string>(words: Record<Word, string[]>): ReadonlyMap<string, Word> {
  const found = new Map<string, Word>();
  for (const word of Object.keys(words) as Word[]) {
    for (const form of [word, ...words[word]]) found.set(keyOf(form), word);
  }
  return found;
}

const columns = written(HEADERS);
const kinds = written(KINDS);
const roles = written(ROLES_WRITTEN);

/** The column a header names; undefined for a column that is not ours (STT, ghi chú…). */
export const columnOf = (header: string): Column | undefined => columns.get(keyOf(header));

/** The kind of unit a cell names. A bare "thành phố" is none: it may be a province or under one. */
export const kindOf = (text: string): UnitKind | undefined => kinds.get(keyOf(text));

/** The role a cell names. */
export const roleOf = (text: string): Role | undefined => roles.get(keyOf(text));
