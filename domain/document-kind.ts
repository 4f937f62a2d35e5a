/**
 * The kinds of official documents and how their symbols are spelt. The abbreviations are those of Nghị định
 * 30/2020/NĐ-CP, Phụ lục III, with the legal kinds (Nghị định, Thông tư, Luật) added; công văn has none, its symbol is
 * "agency-drafting unit" ('SKHCN-TĐC').
 */
import { fold } from './text.ts';

/** What a plain official letter is called: officials say "công văn" and "văn bản" of the same thing. */
export const LETTER = 'Công văn/Văn bản';

/** Abbreviation in a symbol → the name of the kind. */
export const KIND_OF_ABBREVIATION: Readonly<Record<string, string>> = {
  NQ: 'Nghị quyết',
  QĐ: 'Quyết định',
  CT: 'Chỉ thị',
  QC: 'Quy chế',
  QyĐ: 'Quy định',
  TC: 'Thông cáo',
  TB: 'Thông báo',
  HD: 'Hướng dẫn',
  CTr: 'Chương trình',
  KH: 'Kế hoạch',
  PA: 'Phương án',
  ĐA: 'Đề án',
  DA: 'Dự án',
  BC: 'Báo cáo',
  BB: 'Biên bản',
  TTr: 'Tờ trình',
  HĐ: 'Hợp đồng',
  CĐ: 'Công điện',
  BGN: 'Bản ghi nhớ',
  BTT: 'Bản thỏa thuận',
  GUQ: 'Giấy ủy quyền',
  GM: 'Giấy mời',
  GGT: 'Giấy giới thiệu',
  GNP: 'Giấy nghỉ phép',
  PG: 'Phiếu gửi',
  PC: 'Phiếu chuyển',
  PB: 'Phiếu báo',
  PTr: 'Phiếu trình',
  GCN: 'Giấy chứng nhận',
  GP: 'Giấy phép',
  NĐ: 'Nghị định',
  TT: 'Thông tư',
  TTLT: 'Thông tư liên tịch',
  PL: 'Pháp lệnh',
  L: 'Lệnh',
  KL: 'Kết luận',
  CTHĐ: 'Chương trình hành động',
  CTrHĐ: 'Chương trình hành động',
  VBHN: 'Văn bản hợp nhất',
};

/** Kinds that are written out only; their symbol, if any, is something else ('QH14'). */
const KINDS_WITHOUT_ABBREVIATION = ['Luật', 'Bộ luật', 'Danh mục', 'Tiêu chuẩn', 'Công văn', 'Văn bản'];

/** Every kind by its full name. */
export const KIND_NAMES: readonly string[] = [...Object.values(KIND_OF_ABBREVIATION), ...KINDS_WITHOUT_ABBREVIATION];

/** Agencies and offices whose spelling cannot be told from letters typed in lower case without diacritics. */
const AGENCIES = `
  UBND HĐND BCĐ BCĐISO CP TTg VPCP VP VPUB TW TU HU ĐU BTV UBTVQH BCĐCCHC BQL BKHCN BTC BNV BTP BTTTT BCT
  BTNMT BLĐTBXH BGDĐT BYT BXD BNNPTNT BCA BQP SKHCN SCT STC SNV STP STTTT STNMT SLĐTBXH SGDĐT SYT SXD
  SNNPTNT SVHTTDL SGTVT SKHĐT SNgV TĐC TCHCSN KHCN KGVX CCHC HCC TTPVHCC TTHCC ISO BISO CTUBND CVP
  KSTT HCTC TCKH VHXH KTHT HCM CCTĐC TCĐLCL TĐKT ĐGNB
`
  .trim()
  .split(/\s+/);

/** Abbreviations that are also the letters of an office ('125/CT-TTHT' is a letter of a tax office). */
const SHARED_WITH_OFFICES: ReadonlySet<string> = new Set([
  'CT',
  'TC',
  'TT',
  'DA',
  'HĐ',
  'PC',
  'QC',
  'PL',
  'KL',
  'PA',
  'PG',
  'PB',
]);

/** Telex leaves "dd" for "đ" when the keyboard is off. */
function plain(letters: string): string {
  const known = plainLetters.get(letters);
  if (known !== undefined) return known;
  const folded = fold(letters).replace(/dd/g, 'd');
  if (plainLetters.size >= LETTERS_KEPT) plainLetters.clear();
  plainLetters.set(letters, folded);
  return folded;
}

/** Letters already folded: a symbol is asked about several times, and a text uses few of them. */
const plainLetters = new Map<string, string>();
const LETTERS_KEPT = 500;

/** Folded letters → official spelling; where two share their folded letters ('DA', 'ĐA'), the first listed wins. */
function spellings(official: readonly string[]): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  for (const letters of official) if (!map.has(plain(letters))) map.set(plain(letters), letters);
  return map;
}

const EXACT_SPELLING = new Map(Object.keys(KIND_OF_ABBREVIATION).map((known) => [known.toLowerCase(), known]));
/** Letters of the longest abbreviation, its Telex keys included. */
const LONGEST = 6;
const KIND_SPELLING = spellings([...Object.keys(KIND_OF_ABBREVIATION).filter((a) => a !== 'ĐA'), 'ĐA']);
const AGENCY_SPELLING = spellings(AGENCIES);

/**
 * The official spelling of a kind's abbreviation however typed ('qd', 'QDD' → 'QĐ'); undefined for other letters.
 * Diacritics that were typed decide between 'HD' and 'HĐ'.
 */
export function kindAbbreviation(letters: string): string | undefined {
  if (letters.length > LONGEST) return undefined;
  return EXACT_SPELLING.get(letters.toLowerCase()) ?? KIND_SPELLING.get(plain(letters));
}

/** The National Assembly and its standing committee, with the number of the term ("QH14"). */
const ASSEMBLY = /^(?:ubtv)?qh\d{1,2}$/;

/** The official spelling of an agency or office we know ('ubnd' → 'UBND', 'TTG' → 'TTg'), undefined otherwise. */
export function agencyAbbreviation(letters: string): string | undefined {
  const folded = plain(letters);
  return ASSEMBLY.test(folded) ? letters.toUpperCase() : AGENCY_SPELLING.get(folded);
}

/** What the first letters of a symbol say the document is; a symbol that begins with an office is a letter. */
export function kindOfSymbol(symbol: string): string {
  const [first = ''] = symbol.split(/[-/]/);
  if (/^QH\d+$/.test(first)) return 'Luật';
  return KIND_OF_ABBREVIATION[first] ?? LETTER;
}

/** True where the letters of a symbol cannot prove the kind, because offices carry the same letters. */
export function isSharedAbbreviation(symbol: string): boolean {
  const [first = ''] = symbol.split(/[-/]/);
  return SHARED_WITH_OFFICES.has(first);
}

/** The canonical name of a kind as written or abbreviated ('QĐ', 'quyet dinh', 'CV' → name), undefined if none. */
export function kindNamed(words: string): string | undefined {
  const folded = plain(words);
  if (['cong van', 'van ban', 'cv', 'vb'].includes(folded)) return LETTER;
  const named = KIND_NAMES.find((name) => fold(name) === folded);
  if (named !== undefined) return named;
  const abbreviation = kindAbbreviation(words);
  return abbreviation === undefined ? undefined : KIND_OF_ABBREVIATION[abbreviation];
}
