/** The names of units that are to be made: how many there may be, and which cannot be. */
import { normalise } from '../../../domain/text.ts';
import type { Field, FieldReading } from '../../form.ts';
import { listed } from '../../parse/organisation-said.ts';
import { type Line, line } from '../../say.ts';
import type { ReshapeFacts } from './reshape-units.ts';

/** One unit alone is not merged, unless into one there is, and what is split becomes two at least. */
export const FEWEST = 2;
/** Wards of three old ones are common, of ten unheard of. */
export const MOST = 12;

const NAME_MIN = 3;
const NAME_MAX = 150;

/** Why names will not do for new units, if so. */
export function namesRefused(
  kind: 'merge' | 'split',
  names: readonly string[],
  facts: Pick<ReshapeFacts, 'refusesName'>,
): Line | undefined {
  const count = kind === 'merge' ? names.length === 1 : names.length >= FEWEST && names.length <= MOST;
  if (!count || names.some((name) => name.length < NAME_MIN || name.length > NAME_MAX)) {
    return line(`org-units-${kind}-names-odd`);
  }
  return names.map((name) => facts.refusesName(name)).find((refused) => refused !== undefined);
}

export function namesField(kind: 'merge' | 'split', facts: ReshapeFacts): Field {
  return {
    id: 'into',
    lines: [line(`org-units-${kind}-into`)],
    ask: 'text',
    verbatim: true,
    read(input): FieldReading {
      if (input.kind === 'choice') return { kind: 'none' };
      const text = normalise(input.text).replace(/\s+/g, ' ').trim();
      const names = kind === 'merge' ? [text] : listed(text);
      const refused = namesRefused(kind, names, facts);
      return refused ? { kind: 'unread', lines: [refused] } : { kind: 'got', value: names };
    },
  };
}
