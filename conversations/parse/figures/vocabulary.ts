/**
 * The words of the trade and what each says about a number beside it; labels standing together are joined, and `target`
 * tells which figure their features make. New abbreviations are added to the words by noun that are put together here.
 */

import { Lexicon } from '../lexicon.ts';
import { AUDIT } from './audit-words.ts';
import { DOSSIERS } from './dossier-words.ts';
import { GRAMMAR } from './grammar-words.ts';
import { MendedPhrases } from './mended-phrase.ts';
import { PROCEDURES } from './procedure-words.ts';
import type { Sense, Words } from './sense.ts';

const TERMS = [...DOSSIERS, ...PROCEDURES, ...AUDIT];

/** Another word than "giấy" where its mark is typed; behind the terms, so that "giay" without marks stays paper. */
const SECONDS: Words = [['giây', { kind: 'foreign' }]];

/** Every word this room knows a use for, by its sense. */
export const VOCABULARY = new Lexicon<Sense>([...GRAMMAR, ...TERMS, ...SECONDS], { mending: true });
/** The terms among them, recognised where a letter is missing. */
export const MENDED_TERMS = new MendedPhrases<Sense>(TERMS);
