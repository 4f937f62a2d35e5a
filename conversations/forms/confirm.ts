/** The last field of a form that changes something for others: done on a plain yes, asked again on anything unclear. */
import type { Field } from '../form.ts';
import { readYesNo } from '../parse/choice.ts';
import { type Line, line, type Option, option } from '../say.ts';
import { WAYS_OUT } from '../ways-out.ts';

const CONFIRM = 'confirm';

/** A field that shows what will happen and waits for a yes; "không" drops the form as "huỷ" does. */
export const confirmField = (lines: Line[], yes: Line, more: Option[][] = []): Field => ({
  id: CONFIRM,
  lines,
  choices: [[{ id: CONFIRM, label: yes }, option(WAYS_OUT.cancel, 'review-drop')], ...more],
  numbered: true,
  read: (input) => {
    if (input.kind === 'choice') return input.ids[0] === CONFIRM ? { kind: 'finish' } : { kind: 'none' };
    const { answer, agrees, rest } = readYesNo(input.text);
    if (rest.trim() !== '') return { kind: 'none' };
    if (answer === 'no') return { kind: 'unread', lines: [line('review-drop-how')] };
    return answer === 'yes' || agrees ? { kind: 'finish' } : { kind: 'none' };
  },
});
