/** The seed's own list, played: 32 agencies give 13 plans, 8 objectives, 4 both, 15 neither, in chat and in the file. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { playFile } from './support/play.ts';
import { openedSheet } from './support/workbook.ts';

const SCRIPT = fileURLToPath(new URL('./transcripts/tracking-821.script.txt', import.meta.url));
/** Forty messages through the whole house. */
const TIMEOUT = 120_000;

it(
  'counts as the appendix of 821/SKHCN-TĐC does',
  async () => {
    const played = await playFile(SCRIPT);
    try {
      expect(played.transcript).toContain('Theo 821/SKHCN-TĐC: 32 đơn vị\n  Kế hoạch: 13/32 · MTCL: 8/32');
      expect(played.transcript).toContain('Đủ cả hai: 4 · Chưa có nội dung nào: 15');
      const { rows } = await openedSheet(
        readFileSync(join(played.out, 'theo-doi-tinh-dong-nai-821-skhcn-tdc-2021.xlsx')),
      );
      const units = rows.slice(3, 35).map(([, name, plan, objectives]) => ({ name, plan, objectives }));
      const count = (of: (unit: (typeof units)[number]) => boolean) => units.filter(of).length;
      expect(units).toHaveLength(32);
      expect(units[0]?.name).toBe('Văn phòng UBND tỉnh');
      expect(units.at(-1)?.name).toBe('Bộ Chỉ huy quân sự tỉnh');
      expect(count(({ plan }) => plan === 'x')).toBe(13);
      expect(count(({ objectives }) => objectives === 'x')).toBe(8);
      expect(count(({ plan, objectives }) => plan === 'x' && objectives === 'x')).toBe(4);
      expect(count(({ plan, objectives }) => plan === null && objectives === null)).toBe(15);
    } finally {
      played.dispose();
    }
  },
  TIMEOUT,
);
