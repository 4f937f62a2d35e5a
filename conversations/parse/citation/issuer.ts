/**
 * Who issued a document, where it is said behind the code: "của UBND phường", "do Bộ Tài chính ban hành", and glued to
 * the symbol, "QĐ-UBND tỉnh". A name ends at a verb or a comma, unless its capitals say that it goes on.
 */
import { isSoftBreak } from './clause.ts';
import { anyOf, type CitationText, matchAt, words } from './text.ts';
import { VERBS } from './words.ts';

export interface IssuerRead {
  /** Null where "của" leads to no name. */
  readonly issuer: string | null;
  readonly end: number;
}

const ISSUED_BY = new RegExp(`[\\s,]{0,4}(?:${words('cua')}|do|${words('giua')})\\s{1,3}`, 'y');
/** These end the name of an issuer; with a capital they belong to it ("Bộ Tài chính", "Sở Giáo dục và Đào tạo"). */
const ISSUER_END = new RegExp(
  `[,;:()*\\n.[]|\\s(?:v/v|vv|${VERBS}|${anyOf('chi dao cac|ket qua|tinh hinh|yeu cau|de nghi|gui|ve|da|de|la|trong|kem|nhu|duoc|tai|khi|ngay|ky|va|nham|gan voi|phai|se|chua'.split('|'))})(?![a-z])`,
  'g',
);
/** "bộ khoa học và công nghệ" typed without capitals: the second half of a name. */
const SECOND_HALF = new RegExp(
  `\\s{1,2}(?:${anyOf('cong nghe|dao tao|moi truong|dau tu|xa hoi|truyen thong|du lich|the thao|phat trien|chinh|nguyen'.split('|'))})(?![a-z])`,
  'y',
);
/** The place an issuer lies in. */
const WITHIN = /\s{0,2}(?:huyện|tỉnh|thành phố|thị xã|quận|tp\.?|tx\.?)\s{1,2}\p{Lu}/iuy;
/** "do Bộ Khoa học và Công nghệ ban hành hợp nhất …": the first verb says only that it was issued. */
const ISSUED_IT = new RegExp(
  `\\s{1,3}${words('ban hanh')}(?=\\s{1,3}(?:${anyOf(['hop nhat', 've', 've viec', 'quy dinh', 'huong dan', 'ngay'])})\\s)`,
  'y',
);
/** A ministry or an office of several fields: "Lao động, Thương binh và Xã hội", "Kinh tế, Hạ tầng và Đô thị". */
const FIELDS = /\s{1,2}\p{Lu}\p{Ll}{1,7}(?:\s\p{Ll}{1,7}){0,2}\s{1,2}(?:và|,)\s{1,2}\p{Lu}/uy;
const KNOWN_FIELDS = /\s{1,2}(?:thuong binh|the thao|chu nhiem|ha tang)\s/y;
/** Verbs that open a subject even with a capital. */
const CAPITAL_VERB = new RegExp(
  `\\s(?:v/v|vv|${anyOf('quy dinh|ban hanh|kien toan|cong bo|phe duyet|sua doi|ve viec|ve'.split('|'))})$`,
);
const LEVEL = new RegExp(
  `\\s{1,3}((?:${anyOf('tinh|huyen|thi xa|thanh pho|phuong|xa|thi tran|dac khu|tp'.split('|'))})(?:\\s[\\p{L}]+){0,5}?)(?=[\\s,(]{0,4}(?:(?:${words('ngay')})\\s|\\d{1,2}[/.-]|${anyOf(['ve', 'v/v'])}\\s|[;)\\n.]|$))`,
  'uy',
);
/** A name of an agency is not longer ("Ban Chỉ đạo đẩy mạnh …" of the longest kind). */
const MAX_ISSUER = 90;

function belongsToName(text: CitationText, at: number, word: string): boolean {
  // "của UBND xã Tân Lập, huyện Hưng Hà": the name goes on behind the comma.
  if (word === ',' && (matchAt(WITHIN, text.written, at + 1) || matchAt(FIELDS, text.written, at + 1))) return true;
  if (word === ',' && matchAt(KNOWN_FIELDS, text.folded, at + 1)) return true;
  if (word === '\n') return isSoftBreak(text, at);
  if (word === '.') return /(?:^|[\s,])(?:tp|tx|tt|p|q|h|x)$/.test(text.folded.slice(Math.max(0, at - 4), at));
  if (word.trim().length === word.length) return false;
  const next = at + word.length;
  if (/^\s(?:va|tai)$/.test(word) && matchAt(SECOND_HALF, text.folded, next)) return true;
  const isCapital = /^\s\p{Lu}/u.test(text.written.slice(at, at + 2));
  if (word.trim() === 'va') return /^\s*\p{Lu}/u.test(text.written.slice(next, next + 4));
  return isCapital && !CAPITAL_VERB.test(word);
}

/** The issuer named at `at` behind "của", "do" or "giữa", read up to `limit`; undefined where none is. */
export function issuerAt(text: CitationText, at: number, limit: number): IssuerRead | undefined {
  const by = matchAt(ISSUED_BY, text.folded, at);
  if (!by) return undefined;
  const from = at + by[0].length;
  const scope = text.folded.slice(from, Math.min(limit, from + MAX_ISSUER));
  let end = scope.length;
  for (const found of scope.matchAll(ISSUER_END)) {
    if (belongsToName(text, from + found.index, found[0])) continue;
    end = found.index;
    break;
  }
  const name = text.written
    .slice(from, from + end)
    .replace(/\s+/g, ' ')
    .trim();
  const issuing = by[0].trim() === 'do' ? matchAt(ISSUED_IT, text.folded, from + end) : null;
  return {
    issuer: name.replace(/(?:\s|^)và$/iu, '') || null,
    end: from + end + (issuing?.[0].length ?? 0),
  };
}

/** "QĐ-UBND tỉnh": the level said right behind a symbol that ends in UBND or HĐND. */
export function levelAt(text: CitationText, at: number, limit: number, symbol: string | null): IssuerRead | undefined {
  const agency = /(?:^|-)(UBND|HĐND)$/.exec(symbol ?? '')?.[1];
  const level = agency === undefined ? null : matchAt(LEVEL, text.folded, at);
  if (!level || at + level[0].length > limit) return undefined;
  const end = at + level[0].length;
  return { issuer: `${agency} ${text.written.slice(at, end).replace(/\s+/g, ' ').trim()}`, end };
}
