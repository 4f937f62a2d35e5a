/**
 * One written syllable: its plain letters and the set of marks it carries. Officials drop marks, misplace them, leave
 * Telex keystrokes in and swap letters; a vocabulary word is recognised through all of these, while a mark that
 * contradicts it ("trẻ" for "trễ", "hận" for "hạn") keeps the two words apart.
 */
import { withoutKeys } from './telex.ts';

/** Bits of a mark set. A syllable has each mark at most once that matters, so placement ("hoà", "hòa") is ignored. */
const STROKE = 1;
const CIRCUMFLEX = 2;
const BREVE = 4;
const HOOK_ABOVE = 64;
const TILDE = 128;
const MARK_BITS: Record<string, number> = {
  '\u0302': CIRCUMFLEX, // â ê ô
  '\u0306': BREVE, // ă
  '\u031b': 8, // ơ ư
  '\u0300': 16, // huyền
  '\u0301': 32, // sắc
  '\u0309': HOOK_ABOVE, // hỏi
  '\u0303': TILDE, // ngã
  '\u0323': 256, // nặng
};

export interface Syllable {
  /** Lower-case letters without marks, đ as d. */
  base: string;
  /** Which marks it carries, as bits; 0 for a word typed without any. */
  marks: number;
}

/** The last Vietnamese letter, ỹ, is U+1EF9. */
const LAST_LATIN = 0x1eff;

/** Letters already taken apart, by their codes up to `LAST_LATIN`: no text grows the memory of the process further. */
const letters: (Syllable | undefined)[] = Array.from({ length: LAST_LATIN + 1 });

function analyseLetter(letter: string): Syllable {
  let base = '';
  let marks = 0;
  for (const part of letter.toLowerCase().normalize('NFD')) {
    const bit = MARK_BITS[part];
    if (bit !== undefined) marks |= bit;
    else if (part === 'đ') {
      base += 'd';
      marks |= STROKE;
    } else base += part;
  }
  return { base, marks };
}

const PLAIN = /^[a-zA-Z]*$/;

/** What a Telex key looks like; most words have none. */
const KEY = /[aeiouyw][a-z]*[sfrxjwd]|w|aa|ee|oo|dd/;

/** "xoong" and "boong" are words; "khoong" is "không" with a key left in. */
const KHOONG = /^(?![xbgsm]oo).*oo/;

/** A word of plain letters, with the Telex keys left in it taken for the marks they stand for. */
function plainSyllable(base: string): Syllable {
  if (!KEY.test(base) || (isSyllable(base) && !KHOONG.test(base))) return { base, marks: 0 };
  const keyed = withoutKeys(base);
  return keyed !== undefined && isSyllable(keyed.base) ? keyed : { base, marks: 0 };
}

/**
 * Syllables already taken apart: there are some thousands, and each is met several times in one message. Other words are
 * taken apart anew, so that a text of mere letters leaves nothing behind that the collector has to carry along.
 */
const syllables = new Map<string, Syllable>();
/** More than the distinct syllables of a long message, each with and without capitals. */
const SYLLABLES_KEPT = 2000;

/** No syllable, nor one typed with keys: "hs", "gq", "tr". Looked at first, as random letters are mostly such words. */
const CONSONANTS = /^[bcdfghj-np-tvxz]+$/i;

/** Takes a word apart into plain letters and marks. Works on any script; letters that are not Vietnamese stay as is. */
export function syllable(word: string): Syllable {
  if (CONSONANTS.test(word)) return { base: word.toLowerCase(), marks: 0 };
  const known = syllables.get(word);
  if (known !== undefined) return known;
  const found = respelled(takenApart(word));
  if (!isSyllable(found.base)) return found;
  if (syllables.size >= SYLLABLES_KEPT) syllables.clear();
  syllables.set(word, found);
  return found;
}

/** "kì trước", "qui trình", "quí 3": the other spelling of the same syllables; "kog", "khog" as "không" is typed in haste. */
function respelled(found: Syllable): Syllable {
  if (found.base === 'ki') return { ...found, base: 'ky' };
  if (found.base === 'kog' || found.base === 'khog') return { ...found, base: 'khong' };
  return found.base === 'qui' ? { ...found, base: 'quy' } : found;
}

function takenApart(word: string): Syllable {
  if (PLAIN.test(word)) return plainSyllable(word.toLowerCase());
  let base = '';
  let marks = 0;
  for (let at = 0; at < word.length; at += 1) {
    const code = word.charCodeAt(at);
    // letters of other scripts carry no marks of ours
    if (code > LAST_LATIN) {
      base += word.charAt(at);
      continue;
    }
    let known = letters[code];
    if (known === undefined) {
      known = analyseLetter(word.charAt(at));
      letters[code] = known;
    }
    base += known.base;
    marks |= known.marks;
  }
  return { base, marks };
}

/**
 * Whether marks as typed can stand for the marks of a vocabulary word: none or some of them are missing, or hỏi and
 * ngã are exchanged, which southern writers do ("trể hạn").
 */
export function marksAgree(typed: number, wanted: number): boolean {
  if ((typed & ~wanted) === 0) return true;
  const tone = typed & (HOOK_ABOVE | TILDE);
  if (tone !== HOOK_ABOVE && tone !== TILDE) return false;
  return (typed ^ (HOOK_ABOVE | TILDE)) === wanted;
}

/** "nhậ", "chậ": no syllable ends in "â" or "ă", so that the last letter was not struck. */
export const isUnfinished = ({ base, marks }: Syllable): boolean =>
  (marks & (CIRCUMFLEX | BREVE)) !== 0 && base.endsWith('a');

const ONSETS = new Set(['', ...'ngh ng gh gi nh kh ph th tr ch qu b c d g h k l m n p r s t v x'.split(' ')]);
const RIMES = new Set(
  (
    'a ac ach ai am an ang anh ao ap at au ay e ec ech em en eng enh eo ep et eu i ia ich iec iem ien ieng iep iet ieu ' +
    'im in inh ip it iu o oa oac oach oai oam oan oang oanh oao oap oat oay oc oe oem oen oeo oet oi om on ong oong ooc ' +
    'op ot u ua uan uang uat uau uay uc ue uech uenh ui um un ung uo uoc uoi uom uon uong uop uot uou up ut uu uy uya ' +
    'uych uyen uyet uyn uynh uyt uyu y yem yen yet yeu'
  ).split(' '),
);

/** "nghiêng" has seven letters. */
const SYLLABLE_LENGTH_MAX = 7;

/** True for letters that can be a Vietnamese syllable; such a word means itself and is never mended. */
export function isSyllable(base: string): boolean {
  if (base.length > SYLLABLE_LENGTH_MAX) return false;
  const vowel = firstVowel(base);
  const second = base.charCodeAt(1);
  // "gi" and "qu" are onsets, or lend their vowel to the rime: giết, quý
  if (vowel === 1 && ((base.startsWith('g') && second === I) || (base.startsWith('q') && second === U)))
    return RIMES.has(base.slice(2)) || RIMES.has(base.slice(1));
  return ONSETS.has(base.slice(0, vowel)) && RIMES.has(base.slice(vowel));
}

const [I, U] = ['i', 'u'].map((letter) => letter.charCodeAt(0));
const VOWELS = new Set(Array.from('aeiouy', (letter) => letter.charCodeAt(0)));

/** Where the first vowel stands; the length of the word where it has none. */
function firstVowel(base: string): number {
  let at = 0;
  while (at < base.length && !VOWELS.has(base.charCodeAt(at))) at += 1;
  return at;
}

/** What Telex keys look like: words without any of it are left as they are. */
const TELEX = /[sfrxjw]|aa|ee|oo|d.*d/;

/** Telex keystrokes taken out: "nhaanj" → "nhan", "ddungs" → "dung"; the same letters where there are none. */
export function withoutTelex(base: string): string {
  const first = firstVowel(base);
  if (first === base.length || !TELEX.test(base)) return base;
  const head = base.slice(0, first).replace('dd', 'd');
  const tail = base
    .slice(first)
    .replace(/[sfrxjw]/g, '')
    .replace(/aa/g, 'a')
    .replace(/ee/g, 'e')
    .replace(/oo/g, 'o');
  // "nhandj": the key of đ may come late
  return head + (head.startsWith('d') ? tail.replace(/d$/, '') : tail);
}
