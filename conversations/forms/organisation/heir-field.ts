/** Which unit others are merged into; a name no unit has may be that of a new one, which is asked and never assumed. */
import { normalise } from '../../../domain/text.ts';
import type { Answers, Field, FieldReading } from '../../form.ts';
import { readYesNo } from '../../parse/choice.ts';
import { line, option } from '../../say.ts';
import { namedField, saidOf, withWayOut } from './fields.ts';
import { namesRefused } from './new-names.ts';
import type { ReshapeFacts } from './reshape-units.ts';

const HEIR = 'heir';
const NEW = 'new';

/** Whether the unit to merge into is to be made: its name is then the answer `into`. */
export const isAnew = ({ anew }: Answers): boolean => anew === true;

/** Asks for the unit to merge into. */
export function heirField(answers: Answers, facts: ReshapeFacts): Field {
  const said = answers[saidOf(HEIR)];
  const asked = line('org-units-absorb-into');
  const field = namedField({ id: HEIR, asked, said, find: facts.units });
  const isUnknown = typeof said === 'string' && facts.units(said).length === 0;
  const again = (text: string): FieldReading => ({
    kind: 'mend',
    fields: [],
    answers: { [saidOf(HEIR)]: normalise(text).replace(/\s+/g, ' ').trim() },
  });
  if (!isUnknown) {
    const read: Field['read'] = (input) =>
      input.kind === 'text' && facts.units(input.text).length === 0 ? again(input.text) : field.read(input);
    return { ...field, read };
  }
  const made = (): FieldReading => {
    const refused = namesRefused('merge', [said], facts);
    return refused
      ? { kind: 'unread', lines: [refused] }
      : { kind: 'mend', fields: [], answers: { anew: true, into: [said] } };
  };
  return withWayOut({
    id: HEIR,
    lines: [line('absorb-unknown', { name: said })],
    choices: [[option(NEW, 'absorb-as-new', { name: said })]],
    numbered: true,
    ask: 'text',
    verbatim: true,
    read(input): FieldReading {
      if (input.kind === 'choice') return input.ids[0] === NEW ? made() : { kind: 'none' };
      const { answer, agrees, rest } = readYesNo(input.text);
      if (rest.trim() === '' && (answer === 'yes' || agrees)) return made();
      if (rest.trim() === '' && answer === 'no') return { kind: 'unread', lines: [asked] };
      return facts.units(input.text).length === 0 ? again(input.text) : field.read(input);
    },
  });
}
