/** The tracking list as a file: by whose list it is, of which year and of which directive, so that no two are confused. */
import { describe, expect, it } from 'vitest';
import { FILE_NAME_MAX } from '../../domain/file-name.ts';
import { hire } from '../support/hire.ts';
import { type Office, office } from '../support/office.ts';

async function fileOf(at: Office, who: string, id: string): Promise<string | undefined> {
  const said = await at.does(who, { kind: 'choice', id });
  return said.find(({ attachment }) => attachment)?.attachment?.name;
}

describe('the file of a tracking list', () => {
  it('is named by the units it is about and its year', async () => {
    const at = office();
    expect(await fileOf(at, 'sang', 'run:tracking-file:2021')).toBe('theo-doi-so-kh-cn-2021.xlsx');
    hire(at, 'bac-hong,UBND phường Bắc Hồng,ward,tinh,van,Trần Thị Vân,leader');
    expect(await fileOf(at, 'van', 'run:tracking-file:2021')).toBe('theo-doi-phuong-bac-hong-2021.xlsx');
  });

  it('tells two directives of one year apart, also one whose number is not known', async () => {
    const at = office();
    expect(await fileOf(at, 'sang', 'run:tracking-file:2021:DN-1.1')).toBe('theo-doi-so-kh-cn-821-skhcn-tdc-2021.xlsx');
    expect(await fileOf(at, 'sang', 'run:tracking-file:2021:QN-1d')).toBe(
      'theo-doi-so-kh-cn-quang-ngai-2021-2021.xlsx',
    );
  });

  it('tells two years apart', async () => {
    const at = office();
    at.at('2022-03-01');
    expect(await fileOf(at, 'sang', 'run:tracking-file:2022')).toBe('theo-doi-so-kh-cn-2022.xlsx');
  });

  it('stays short enough to be shown whole, however many units one looks after', async () => {
    const at = office();
    for (const name of ['phường Một Cái Tên Rất Dài Nằm Ở Phía Đông', 'phường Một Cái Tên Rất Dài Nằm Ở Phía Tây']) {
      hire(at, `${name.length}x,UBND ${name},ward,tinh,van,Trần Thị Vân,leader`);
    }
    const name = (await fileOf(at, 'van', 'run:tracking-file:2021:DN-1.1')) ?? '';
    expect(name).toMatch(/^theo-doi-phuong-mot-cai-ten.*-821-skhcn-tdc-2021\.xlsx$/);
    expect(name.length).toBeLessThanOrEqual(FILE_NAME_MAX);
  });

  it('is named in English for whoever reads English', async () => {
    const at = office();
    await at.says('sang', 'english');
    expect(await fileOf(at, 'sang', 'run:tracking-file:2021:DN-1.1')).toBe('tracking-so-kh-cn-821-skhcn-tdc-2021.xlsx');
  });
});
