/**
 * How a unit writes itself in an official document: letterhead, place, authority line, and the words for it inside a
 * sentence. Uỷ ban nhân dân of any level sign "TM. ỦY BAN NHÂN DÂN"; departments and offices sign as themselves.
 */
import type { UnitKind } from '../domain/unit.ts';
import { placeName } from '../domain/unit.ts';
import type { Fields } from './word-template.ts';

/** Who reports. `parentName` is the body whose name stands above it in the letterhead and who receives the report. */
export interface ReportingUnit {
  name: string;
  kind: UnitKind;
  parentName?: string;
}

/** The kinds that are a Uỷ ban nhân dân, with the word before their name where the name itself has none. */
const COMMITTEE_WORD: Partial<Record<UnitKind, string>> = {
  province: 'tỉnh',
  district: 'huyện',
  commune: 'xã',
  ward: 'phường',
  special_zone: 'đặc khu',
};

const COMMUNE_LEVEL: readonly UnitKind[] = ['commune', 'ward', 'special_zone'];

const SIGNER: Partial<Record<UnitKind, string>> = { department: 'GIÁM ĐỐC', office: 'CHÁNH VĂN PHÒNG' };

/** "Ủy ban nhân dân" before a name, in both places its mark is put, or short. */
const COMMITTEE = /^(?:UBND|[ỦU][ỷy]\s+ban\s+nhân\s+dân)\s+/iu;

/** To be written by hand: the place of an agency cannot be told from its name. */
const BLANK = '……………';

export function unitFields(unit: ReportingUnit): Fields {
  const committee = COMMITTEE_WORD[unit.kind];
  const own = committee === undefined ? agencyFields(unit) : committeeFields(unit, committee);
  const parent = (unit.parentName ?? '').normalize('NFC').trim().replace(COMMITTEE, 'UBND ');
  return {
    ...own,
    'Cơ quan chủ quản': parent.toUpperCase(),
    'Có cơ quan chủ quản': parent !== '',
    'Cấp giải quyết': COMMUNE_LEVEL.includes(unit.kind) ? 'cấp xã' : 'đơn vị',
    'Nơi nhận báo cáo': parent === '' ? 'Sở Khoa học và Công nghệ' : parent,
  };
}

function committeeFields({ name }: ReportingUnit, word: string): Fields {
  const bare = name
    .normalize('NFC')
    .trim()
    .replace(/^(?:UBND|[ỦU][ỷyỶY]\s+ban\s+nhân\s+dân)\s+/iu, '');
  const place = placeName(bare);
  const ownWord = bare.slice(0, bare.length - place.length).trim() || word;
  const unit = `${ownWord} ${place}`;
  return {
    'Tên cơ quan': `ỦY BAN NHÂN DÂN\n${unit.toUpperCase()}`,
    'Cơ quan': `UBND ${ownWord}`,
    'Đơn vị': unit,
    'Loại đơn vị': ownWord,
    'Địa danh': place,
    'Ký hiệu': 'BC-UBND',
    'Thay mặt': 'TM. ỦY BAN NHÂN DÂN',
    'Có thay mặt': true,
    'Chức vụ người ký': 'CHỦ TỊCH',
  };
}

function agencyFields({ name, kind }: ReportingUnit): Fields {
  const own = name.normalize('NFC').trim();
  return {
    'Tên cơ quan': own.toUpperCase(),
    'Cơ quan': own,
    'Đơn vị': own,
    'Loại đơn vị': 'đơn vị',
    'Địa danh': BLANK,
    'Ký hiệu': `BC-${BLANK.slice(0, 3)}`,
    'Thay mặt': '',
    'Có thay mặt': false,
    'Chức vụ người ký': SIGNER[kind] ?? 'THỦ TRƯỞNG ĐƠN VỊ',
  };
}
