/** A choice typed instead of tapped: its number, its words, or both in brackets as a transcript writes a tap. */
import { readChoice, readNavigation } from '../conversations/parse/choice.ts';
import { readCommand } from '../conversations/parse/command.ts';
import { isStatus } from '../conversations/parse/status-phrases.ts';
import type { Offered } from '../db/sessions.ts';
import { fold } from '../domain/text.ts';

/** Numbers and what stands between them, and nothing else: "1", "1, 3", "2 và 4". */
const NUMBERS = /^[\s\d,;.+&]+(?:(?:và|va)[\s\d,;.+&]+)*$/iu;

/** "Gửi đi", "ok chấp nhận": what is said around the words of a choice to somebody who waits. */
const URGED = /^\s*ok(?:e|ie|ay)?[\s,]+(?=\S)|(?<=\S)\s+(?:đi|di)(?:\s+(?:em|ạ|a|nhé|nhe|nha))?[\s.!]*$/giu;

/**
 * The ids a typed text chooses among what was last offered; empty when it is something else. A bare number chooses
 * only where a number could not be an answer.
 */
export function typedChoices(text: string, offered: Offered | null): string[] {
  if (!offered) return [];
  const { choices, numbered } = offered;
  const bracketed = /^\s*\[(.+)\]\s*$/su.exec(text)?.[1];
  const words = bracketed ?? text;
  if (bracketed === undefined && offered.unasked === true && isQuestion(words)) return [];
  const folded = fold(words);
  const exact = choices.find(({ label }) => fold(label) === folded);
  if (exact) return [exact.id];
  // "[Nhắc cả 2]" names the choice that begins so, not the second one.
  if (bracketed !== undefined)
    return /^\s*\d/.test(bracketed) ? byNumber(bracketed, choices) : readChoice(bracketed, choices);
  // "dừng" without its marks would begin "Đúng, gửi": a word that steers is never part of a label.
  if (!numbered || readNavigation(words) !== undefined) return [];
  return NUMBERS.test(text.trim()) ? byNumber(text, choices) : readChoice(text.replace(URGED, ''), choices);
}

/**
 * "Ai chưa nộp" typed is a question of its own, of the month at hand: a reminder of an older month that has a button of
 * these words must not change what they mean. A tap on it, or its number, is about that month.
 */
function isQuestion(text: string): boolean {
  const command = readCommand(text);
  return command !== undefined && isStatus(command.name);
}

function byNumber(text: string, choices: Offered['choices']): string[] {
  const ids = [...text.matchAll(/\d+/g)].map(([digits]) => choices[Number(digits) - 1]?.id);
  return ids.every((id) => id !== undefined) ? ids : [];
}
