/** `cli plan`: every reminder that would be sent, and nothing that would not. */
import { describe, expect, it } from 'vitest';
import { planBetween } from '../../cli/plan.ts';
import { readConfig } from '../../config.ts';
import { dataFolder } from '../support/data-folder.ts';

const OCTOBER = { from: '2021-11-01', to: '2021-11-30' };

describe('plan', () => {
  it('lists each member of staff with the unit, the time with its offset and the last good day', async () => {
    const { folder } = await dataFolder();
    const lines = planBetween(readConfig({ DATA_DIR: folder }), OCTOBER);
    expect(lines.map(({ person, unit }) => `${person} ${unit}`).sort()).toEqual([
      'ha duc-thuan',
      'lan duc-thuan',
      'nam bac-hong',
    ]);
    expect(lines[0]).toMatchObject({
      at: '2021-11-01T08:00:00+07:00',
      items: [{ obligation: 'monthly_report', due: '2021-11-05', rung: 'open' }],
    });
  });

  it('keeps to one unit when asked, in any case and without marks', async () => {
    const { folder } = await dataFolder();
    const lines = planBetween(readConfig({ DATA_DIR: folder }), { ...OCTOBER, unit: 'BAC-HONG' });
    expect(lines.map(({ unit }) => unit)).toEqual(['bac-hong']);
  });

  it('leaves out who has reported', async () => {
    const { folder } = await dataFolder({ sends: 'lan' });
    expect(planBetween(readConfig({ DATA_DIR: folder }), OCTOBER).map(({ unit }) => unit)).toEqual(['bac-hong']);
  });

  it('is empty where no month opens', async () => {
    const { folder } = await dataFolder();
    expect(planBetween(readConfig({ DATA_DIR: folder }), { from: '2021-11-02', to: '2021-11-30' })).toEqual([]);
  });

  it.each([
    [{ from: '1/11/2021', to: '2021-11-30' }, '--from 1/11/2021'],
    [{ from: '2021-11-01', to: '2021-11-31' }, '--to 2021-11-31'],
    [{ from: '2021-11-30', to: '2021-11-01' }, '--to 2021-11-01'],
    [{ ...OCTOBER, unit: 'khong-co' }, '--unit khong-co'],
  ])('refuses %j by name', async (asked, named) => {
    const { folder } = await dataFolder();
    expect(() => planBetween(readConfig({ DATA_DIR: folder }), asked)).toThrow(named);
  });

  it('says what to do where there is no data', () => {
    expect(() => planBetween(readConfig({ DATA_DIR: 'there-is-none' }), OCTOBER)).toThrow(/import/);
  });
});
