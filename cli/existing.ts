/** The archive of a data folder that must exist already: commands that only look never make an empty one. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ARCHIVE_FILE } from '../app.ts';
import type { Config } from '../config.ts';
import { type Archive, openArchive } from '../db/open.ts';

/** @throws {Error} saying where there is no data and what to do */
export function existingArchive({ dataDir }: Pick<Config, 'dataDir'>): Archive {
  const file = join(dataDir, ARCHIVE_FILE);
  if (existsSync(file)) return openArchive(file);
  throw new Error(`Chưa có dữ liệu ở ${dataDir}. Nhập danh sách trước: cli import TỆP, hoặc chỉ đúng --data.`);
}
