/** A document as officials cite it: "Quyết định số 138/QĐ-UBND ngày 05/8/2021 của UBND phường V/v Kiện toàn …". */
import type { IsoDate } from './date.ts';

export interface Citation {
  /** Name of the kind: 'Quyết định', 'Kế hoạch', 'Báo cáo', 'Công văn/Văn bản' …; null where it cannot be told. */
  type: string | null;
  /** Digits as printed, without the year and symbol: '138', '01'; null for an unnumbered or not yet numbered document; '?' for a digit that cannot be read. */
  number: string | null;
  /** The year inside the code of legal documents ('19/2014/QĐ-TTg' → 2014). */
  year_in_code: number | null;
  /** Letters after the last slash: 'QĐ-UBND', 'SKHCN-TĐC'; of a Party code '80-NQ/TW' both parts, 'NQ/TW'. */
  symbol: string | null;
  /** The date signed; null where none, only a month, or one that does not exist is written. */
  date: IsoDate | null;
  /** Who issued it, only when the text says so ("của UBND phường"). */
  issuer: string | null;
  /** What it is about (trích yếu), without "V/v", "về việc", "về". */
  subject: string | null;
  /** The words it was read from. */
  raw: string;
}
