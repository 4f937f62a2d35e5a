/** A choice typed instead of tapped: its number, its words, or both in brackets as a transcript writes a tap. */
import { readChoice, readNavigation } from '../conversations/parse/choice.ts';
import type { Offered } from '../db/sessions.ts';
import { fold } from '../domain/text.ts';

/** Numbers and what stands between them, and nothing else: "1", "1, 3", "2 và 4". */
const NUMBERS = /^[\s\d,;.+&]+(?:(?:và|va)[\s\d,;.+&]+)*$/iu;

/**
 * The ids a typed text chooses among what was last offered; empty when it is something else. A bare number chooses
 * only where a number could not be an answer.
 */
export function typedChoices(text: string, offered: Offered | null): string[] {
  if (!offered) return [];
  const { choices, numbered } = offered;
  const bracketed = /^\s*\[(.+)\]\s*$/su.exec(text)?.[1];
  const words = bracketed ?? text;
  const folded = fold(words);
  const exact = choices.find(({ label }) => fold(label) === folded);
  if (exact) return [exact.id];
  if (bracketed !== undefined) return byNumber(bracketed, choices);
  // "dừng" without its marks would begin "Đúng, gửi": a word that steers is never part of a label.
  if (!numbered || readNavigation(words) !== undefined) return [];
  return NUMBERS.test(text.trim()) ? byNumber(text, choices) : readChoice(text, choices);
}

function byNumber(text: string, choices: Offered['choices']): string[] {
  const ids = [...text.matchAll(/\d+/g)].map(([digits]) => choices[Number(digits) - 1]?.id);
  return ids.every((id) => id !== undefined) ? ids : [];
}
