/**
 * A sentence about the organisation taken apart: the day behind it and the politeness before it cut off, names and lists
 * taken out as typed. What is a name and what only looks like one is decided here.
 */
import { addDays, daysBetween, type IsoDate, isoDate, yearOf } from '../../domain/date.ts';
import { hasTitle, withoutTitle } from '../../domain/person-name.ts';
import { fold, normalise } from '../../domain/text.ts';

export interface Said {
  /** As typed, with single spaces and no full stop behind. */
  plain: string;
  /** The same, letter for letter, without case and diacritics. */
  folded: string;
  date?: IsoDate;
}

const POLITE = /^(?:(?:da|xin|nho|giup|vui long|de nghi|em muon|toi muon|bot|tro ly)[ ,]+)+/;

/** Who speaks of themselves is away or asks for something else; "hồ sơ" and the like are no people. */
const NOT_A_NAME =
  /^(?:em|toi|minh|con|chau|ho so|hs|ky|thang|so|so lieu|tiep|tien|bao cao|van ban|cong van|giay to|thu tuc|tthc|don thu|phan mem|tai khoan|viec|nguoi dan|khach|kenh|qua|may|lich|bao nhieu|ai|can bo|nguoi|xu ly|phu trach|nhap|lam|di|duoc|moi|truc|ho tro|tham gia)\b/;

/** Behind "anh", "chị": whoever that is has a name, unless it is still the one who speaks. */
const STILL_ONESELF = /^(?:em|tôi|mình|con|cháu|ấy|ta|nào)(?: |$)/iu;

/** Names in the roster have fewer words. */
const NAME_WORDS_MAX = 7;

/** Names parted by commas, "+", "và" or "với". */
export const listed = (text: string | undefined): string[] =>
  (text ?? '')
    .split(/[,;+]|\s(?:và|va|với|voi)\s/iu)
    .map((each) => each.trim())
    .filter((each) => each !== '');

/** The words a group of a pattern stands for, as typed; found without case and diacritics. */
export function slice({ plain, folded }: Said, match: RegExpExecArray, group: string): string | undefined {
  const span = match.indices?.groups?.[group];
  // Where folding changed the length (a letter no keyboard here writes), the plain words are as good as any.
  return span && (plain.length === folded.length ? plain : folded).slice(span[0], span[1]).trim();
}

export function part<Name extends string>(name: Name, said: Said, match: RegExpExecArray, group: string) {
  const found = slice(said, match, group);
  return (found === undefined || found === '' ? {} : { [name]: found }) as { [K in Name]?: string };
}

/** True of a word as names are written: one capital and small letters. */
const isCapitalised = (word: string): boolean => /^\p{Lu}[\p{Ll}\p{M}'’.-]*$/u.test(word);

/** A name written as one, with all its capitals. */
const isWritten = (words: string): boolean => words.split(' ').every(isCapitalised);

/** A name without what the person is addressed by; undefined where the words are none. */
export function nameIn(said: Said, match: RegExpExecArray, group: string): string | undefined {
  const words = slice(said, match, group);
  if (words === undefined) return undefined;
  const isYounger = /^em /i.test(words);
  const titled = hasTitle(words) && !/^cán bộ |^can bo /i.test(words);
  const bare = withoutTitle(words);
  if (bare === '' || bare.split(' ').length > NAME_WORDS_MAX) return undefined;
  // Sentences begin with a capital: one capital word there proves nothing ("Kỳ chuyển sang 5").
  const atStart = match.indices?.groups?.[group]?.[0] === 0;
  if (isWritten(bare) && (!atStart || bare.includes(' '))) return bare;
  // "cho em xin nghỉ" is no Xin, "cho em minh" may well be a Minh; it is asked for where it matters.
  if (isYounger) return undefined;
  if (titled) return STILL_ONESELF.test(bare) ? undefined : bare;
  return NOT_A_NAME.test(fold(bare)) ? undefined : bare;
}

/** True where the words can only mean a person: addressed with respect, or a whole name with its capitals. */
export function isPerson(said: Said, match: RegExpExecArray, group: string): boolean {
  const words = slice(said, match, group) ?? '';
  return nameIn(said, match, group) !== undefined && (hasTitle(words) || (words.includes(' ') && isWritten(words)));
}

/** What names of units begin with. "Số liệu", typed without marks, begins like a "sở". */
const UNIT_WORD =
  /^(?:phuong|p\.|xa|x\.|dac khu|thi tran|ubnd|uy ban nhan dan|so (?!lieu|luong|ho|bao)|ban|phong|van phong|thi xa|thanh pho|tp|quan|huyen|tinh|cum|trung tam|chi cuc) ?\S/;

/** Whether words look like a unit: they begin with the word for one, or with a capital. */
export const isUnitLike = (words: string): boolean =>
  UNIT_WORD.test(fold(words)) || isCapitalised(words.split(' ')[0] ?? '');

/** The same, but by the word alone: capitals prove nothing where everything may have them. */
export const hasUnitWord = (words: string): boolean => UNIT_WORD.test(fold(words));

const DAY_BEHIND =
  /[ ,]+(?:(?:ke |bat dau |tinh )?(?:tu|vao|ngay)(?: ngay| hom)? )?(?:(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?|(hom nay|nay|ngay mai|mai))$/;

/** Cuts politeness and the day off a message. */
export function cut(text: string, today: IsoDate): Said {
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
