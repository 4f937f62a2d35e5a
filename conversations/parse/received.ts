/**
 * "Đã nhận kế hoạch của Sở Ngoại vụ, Sở Xây dựng": what a coordinator has on the desk already, of several units at
 * once. The words for what was received and for the units are looked up by whoever knows them.
 */
import { fold, normalise } from '../../domain/text.ts';

export interface ReceivedSaid {
  /** The words for what was received. */
  what: string;
  /** The names as typed, parted by commas or "và". */
  whose?: string;
  year?: number;
}

/** What comes from units in writing: "đã nhận 215 hồ sơ của dân" is a figure. */
const THINGS = /^(?:ke hoach|kh|muc tieu|mtcl|bao cao|bc|quyet dinh|bien ban|de xuat|phuong an|du toan|ban cham)\b/;
const LEAD = /^\s*(?:\/)?(?:ghi\s+)?(?:đã|da)\s+(?:nhận|nhan)\s+(?:được\s+|duoc\s+)?/iu;
const OF = /\s+(?:của|cua|từ|tu)\s+/iu;
const YEAR = /\s*(?:năm\s+|nam\s+)?\b(20\d{2})\s*$/iu;

/** Many names are typed at once. */
const LENGTH_MAX = 2000;

/** Reads such a message; undefined for any other. */
export function readReceived(text: string): ReceivedSaid | undefined {
  if (text.length > LENGTH_MAX) return undefined;
  const source = normalise(text);
  const lead = LEAD.exec(source)?.[0];
  if (lead === undefined) return undefined;
  const rest = source.slice(lead.length).replace(/[\s.!]+$/u, '');
  if (!THINGS.test(fold(rest))) return undefined;
  const of = OF.exec(rest);
  const said = of ? rest.slice(0, of.index) : rest;
  const year = YEAR.exec(said);
  const what = (year ? said.slice(0, year.index) : said).trim();
  // A number in it makes it a document or a figure, told by whoever issued it.
  if (/\d/.test(what) || what === '') return undefined;
  const whose = of ? rest.slice(of.index + of[0].length).trim() : '';
  return { what, ...(whose === '' ? {} : { whose }), ...(year ? { year: Number(year[1]) } : {}) };
}
