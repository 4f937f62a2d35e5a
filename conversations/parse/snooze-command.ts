/** Wishes to be reminded later, which are commands of their own: "nhắc lại 14:00", "chiều em báo", "mai em gửi". */
import type { TimeOfDay } from '../../domain/date.ts';
import { stretchAhead } from './snooze-stretch.ts';
import { isWord, plain, type Token } from './text.ts';

/** "Nhắc các đơn vị chưa nộp", "nhắc 2 người còn lại": others are to be reminded, not whoever says so. */
const OTHERS =
  /^ (?:da |em |bot |[a-z ]*(?:tieng|gio|phut) (?:nua|sau) )?nhac (?:lai )?(?:ca|cac|nhung|tat|don vi|dv|xa(?! em)|phuong(?! em)|dac khu|huyen|thi tran|so(?! lieu)|ubnd|cum|nguoi|ai|can bo)(?= )/;

/** "nhắc lại 14:00", "chiều em báo", "mai em gửi", "lát nữa em báo". */
export function readSnooze(tokens: readonly Token[]): { name: 'snooze'; time?: TimeOfDay } | undefined {
  const words = ` ${plain(tokens.filter((token) => token.kind === 'word'))} `;
  const remind =
    / nhac (?:lai|em|sau)? ?/.test(words) &&
    /^ (?:da |em |bot |luc |vao |h |mai |ngay mai |chieu |sang |toi |lat |lat nua |chieu nay |sang mai |chieu mai |(?:(?:sau |khoang )?(?:mot |hai |ba |nua |muoi |lam )*(?:tieng|gio|phut)(?: dong ho)?(?: ruoi)?(?: nua| sau)? (?:thi |hay |hang )?))*(?:nhac|hen)/.test(
      words,
    ) &&
    !OTHERS.test(words);
  const later =
    /^ (?:da |vang |ok |de |thoi )*(?:em )?(?:(?:sang|chieu|toi|trua|mai|mot(?! minh)|lat|nua|ti|ty|chut|sau|cuoi|dau|ngay|gio|nay|tuan|hom) )+(?:roi )?(?:em |minh |toi |c |chi |anh )?(?:se )?(?:bao|gui|nop|lam|nhap|tra loi|bc|cap nhat|khai)/.test(
      words,
    );
  if (!remind && !later) return undefined;
  // "2 giờ nữa" is no two o'clock
  const time = stretchAhead(tokens) === undefined ? timeIn(tokens) : undefined;
  return { name: 'snooze', ...(time !== undefined && { time }) };
}

const HOURS = 24;
const MINUTES = 60;

/** "14:00", "14h", "14h30", "2 giờ chiều". */
function timeIn(tokens: readonly Token[]): TimeOfDay | undefined {
  for (let at = 0; at < tokens.length; at += 1) {
    const hour = tokens[at];
    const mark = tokens[at + 1];
    if (hour?.kind !== 'digits' || !(mark?.base === ':' || isWord(mark, 'h', 'g', 'gio'))) continue;
    const minute = tokens[at + 2]?.kind === 'digits' ? Number(tokens[at + 2]?.raw) : 0;
    const said = tokens.some((token, index) => isWord(token, 'chieu') || (index > at && isWord(token, 'toi')));
    const afternoon = said && Number(hour.raw) < 12;
    const hours = Number(hour.raw) + (afternoon ? 12 : 0);
    if (hours < HOURS && minute < MINUTES)
      return `${String(hours).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
  }
  return undefined;
}
