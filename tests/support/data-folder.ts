/** The data folder of the small office, closed, as the operator's commands find it. */
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { ARCHIVE_FILE } from '../../app.ts';
import { claimMode } from '../../db/settings.ts';
import { office } from './office.ts';

/** @param sends the code of somebody who has sent October 2021 */
export async function dataFolder({ sends }: { sends?: string } = {}): Promise<{ folder: string }> {
  const at = office();
  at.house.archive.write((tx) => claimMode(tx, 'real'));
  if (sends !== undefined) {
    const month =
      'tháng 10 nhận 215, trực tuyến 150, trước hạn 180, đúng hạn 34, quá hạn 0, kỳ trước chuyển qua 6, đang giải quyết quá hạn 0';
    for (const text of [month, '163', 'không có', 'gửi']) await at.says(sends, text);
  }
  at.temporary.archive.close();
  renameSync(at.temporary.file, join(at.temporary.folder, ARCHIVE_FILE));
  return { folder: at.temporary.folder };
}
