import { it } from 'vitest';
import { Lexicon } from '../conversations/parse/lexicon.ts';
import { tokenise } from '../conversations/parse/text.ts';
import { readNothing } from '../conversations/parse/nothing.ts';
import { UNITS, POLITENESS } from '../conversations/parse/filler.ts';
it('x', () => {
  const l = new Lexicon<string>([['số liệu|sl|số|số liệu cụ thể', 'data']]);
  console.log('Z', JSON.stringify(l.match(tokenise('số liệu'), 0)), readNothing('chưa có số liệu'), readNothing('chua co so lieu'));
  console.log('Z', JSON.stringify(tokenise('chưa có số liệu')));
  for (const at of [0,1,2,3]) console.log('Z', JSON.stringify([UNITS.match(tokenise('chưa có số liệu'), at), POLITENESS.match(tokenise('chưa có số liệu'), at)]));
});
