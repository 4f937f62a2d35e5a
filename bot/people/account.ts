/** What a person can do about their own account: a code for another phone or channel, and the language spoken. */
import { line } from '../../conversations/say.ts';
import { noteDeed } from '../../db/audit.ts';
import { CODE_LIFETIME_DAYS, issueCode } from '../../db/enrolment.ts';
import { keepLanguage } from '../../db/people.ts';
import { type Scene, setScene, tell } from '../scene.ts';

/** Whole messages, folded, and what each asks for. */
const CODE = new Set([
  'ma dang ky',
  'xin ma',
  'cap ma',
  'ma moi',
  'them kenh',
  'them dien thoai',
  '/ma',
  'new code',
  'add a phone',
]);
const LANGUAGES: Record<string, 'vi' | 'en'> = {
  'tieng viet': 'vi',
  'tieng anh': 'en',
  english: 'en',
  vietnamese: 'vi',
  '/en': 'en',
  '/vi': 'vi',
};

/** Carries out a message about the account; answers false for any other. */
export function manageAccount(scene: Scene, words: string): boolean {
  const language = LANGUAGES[words];
  if (language) speakLanguage(scene, language);
  else if (CODE.has(words)) giveCode(scene);
  return language !== undefined || CODE.has(words);
}

function speakLanguage(scene: Scene, language: 'vi' | 'en'): void {
  keepLanguage(scene.tx, scene.person.id, language);
  const { house, tx, now, to, priority } = scene;
  tell(setScene({ house, tx, now, to, priority, person: { ...scene.person, language } }), line('language-changed'));
}

/** A code for oneself only: whoever sends it elsewhere speaks as this person. */
function giveCode(scene: Scene): void {
  const { tx, person, now, house } = scene;
  const code = issueCode(tx, person.id, now, house.random);
  noteDeed(tx, { at: now, actor: person.code, action: 'issue_code', subject: `person:${person.code}`, detail: {} });
  tell(scene, line('own-code', { code, days: CODE_LIFETIME_DAYS }));
}
