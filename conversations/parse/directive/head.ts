/** Who issued a công văn, told from the name above its number or from who asks: "Chủ tịch UBND tỉnh yêu cầu:". */
import { normalise } from '../../../domain/text.ts';

/** Names are shorter; longer is a sentence. */
const NAME_MAX = 80;
const KIND =
  'Sở|UBND|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|Ủy ban nhân dân|Uỷ ban nhân dân|Chủ tịch UBND|Văn phòng|Chi cục|Phòng|Ban';
const ASKS = new RegExp(
  `((?:${KIND})[^.,;:\\n]{1,60}?) (?:đề nghị|yêu cầu|có ý kiến|chỉ đạo|thông báo|giao|hướng dẫn)(?!\\p{L})`,
  'u',
);
const ABOVE = new RegExp(`^[\\s*[]*((?:${KIND}|SỞ|VĂN PHÒNG|CHI CỤC|PHÒNG)[^\\n]{0,60})$`, 'mu');

/** The issuer as the letter writes it; undefined where it does not. */
export function issuerIn(text: string): string | undefined {
  const source = normalise(text).replace(/[*[\]?]/gu, '');
  const asks = ASKS.exec(source)?.[1]?.trim();
  if (asks !== undefined && asks.length <= NAME_MAX) return asks;
  const head = source.slice(0, Math.max(0, source.search(/^\s*số\s*:/imu)));
  return ABOVE.exec(head)?.[1]?.trim();
}
