/** The line a person is sent to in a JSON file, and that our reader and JSON.parse agree on what is JSON. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type JsonPath, jsonLines, lineOf } from '../../directives/json-lines.ts';

const text = '{\n  "a": 1,\n  "b": [\n    {"c": "x\\n\\"y"},\n    {\n      "c": [true,\n null]\n    }\n  ]\n}\n';

describe('lineOf', () => {
  it.each<[JsonPath, number]>([
    [['a'], 2],
    [['b'], 3],
    [['b', 0], 4],
    [['b', 0, 'c'], 4],
    [['b', 1], 5],
    [['b', 1, 'c'], 6],
    [['b', 1, 'c', 0], 6],
    [['b', 1, 'c', 1], 7],
    // what is missing is missing from the nearest thing there is
    [['b', 1, 'd'], 5],
    [['b', 7, 'c'], 3],
    [['z'], 1],
    [[], 1],
  ])('of %j is %i', (path, line) => {
    expect(lineOf(jsonLines(text), path)).toBe(line);
  });

  it('is the same with the line ends of Windows', () => {
    expect(lineOf(jsonLines(text.replaceAll('\n', '\r\n')), ['b', 1, 'c', 1])).toBe(7);
  });

  it('takes a key with a quote or a dot for one key', () => {
    expect(lineOf(jsonLines('{\n"a.b": 1,\n"c\\"d": 2}'), ['a.b'])).toBe(2);
    expect(lineOf(jsonLines('{\n"a.b": 1,\n"c\\"d": 2}'), ['c"d'])).toBe(3);
  });
});

describe('a fault', () => {
  it.each<[string, number, string]>([
    ['{\n"a": 1,\n}', 3, 'a name in quotes is missing before this'],
    ['{\n"a": 1\n"b": 2}', 3, 'a comma or "}" is missing before this'],
    ['{\n"a" 1}', 2, 'a colon is missing before this'],
    ['[\n1,\n,2]', 3, 'a value is missing before this'],
    ['[1\n2]', 2, 'a comma or "]" is missing before this'],
    ['{"a": 1}\n}', 2, 'something follows after the end'],
    ['{"a": [1,\n2', 2, 'a comma or "]" is missing before this'],
    ['', 1, 'a value is missing before this'],
    ['{"a": "x\ny"}', 1, 'a value is missing before this'],
    ['{"a": 01}', 1, 'a comma or "}" is missing before this'],
    ["{'a': 1}", 1, 'a name in quotes is missing before this'],
    ['{"a": 1,\n"b": 2,\n"a": 3}', 3, '"a" is given twice; keep one of the two'],
    ['['.repeat(40), 1, 'nested too deep to be a directive'],
  ])('in %j is on line %i', (wrong, line, message) => {
    expect(jsonLines(wrong).fault).toEqual({ line, message });
  });

  it.each(['{"a": "\u0085"}', '{"a": "\\u0001 \\n"}', ' [ -1.5e+3 , null ] ', '"một"'])(
    'is not found in %j',
    (right) => {
      expect(jsonLines(right).fault).toBeUndefined();
      expect(() => JSON.parse(right)).not.toThrow();
    },
  );

  it('is found where JSON.parse finds one, and nowhere else', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"b"',
      '1',
      '-',
      'true',
      ' ',
      '\n',
      '"',
      '\\',
      '\u0085',
    );
    const parses = (candidate: string) => {
      try {
        JSON.parse(candidate);
        return true;
      } catch {
        return false;
      }
    };
    const check = (candidate: string) => {
      const { fault } = jsonLines(candidate);
      if (fault?.message.includes('given twice') || fault?.message.includes('too deep')) return;
      expect(fault === undefined).toBe(parses(candidate));
    };
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => check(pieces.join(''))),
      { seed: 7 },
    );
    fc.assert(fc.property(fc.json(), check), { seed: 7 });
  });
});
