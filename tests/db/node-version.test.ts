/** The archive is not opened where the process would be aborted in the middle of its work. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkNode, WrongNodeError } from '../../db/node-version.ts';

describe('the version of Node', () => {
  it.each(['20.19.0', '20.20.2', '22.12.0', '22.23.3', '23.11.1', '24.0.0', '24.18.9'])('%s is taken', (version) => {
    expect(() => checkNode(version)).not.toThrow();
  });

  it.each(['24.19.0', '24.21.0', '25.3.0', '26.1.0', '100.0.0'])('%s is refused with the remedy', (version) => {
    expect(() => checkNode(version)).toThrow(WrongNodeError);
    expect(() => checkNode(version)).toThrow(`Node ${version} làm dịch vụ dừng đột ngột. Cài Node 22`);
  });

  it('is asked for by the package as it is by the archive', () => {
    const { engines } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    expect(engines.node).toBe('>=20.19.0 <24.19.0');
  });
});
