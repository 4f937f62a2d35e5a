/** `cli report`: a unit's year as a Word document. */
import { gapLines } from '../bot/gaps.ts';
import { pen } from '../bot/render.ts';
import { compileYear } from '../bot/report.ts';
import type { Config } from '../config.ts';
import { existingArchive } from './existing.ts';
import { unitByCode, unitsByName, unitTree } from '../db/units.ts';
import { loadTemplate, TEMPLATE_DEFAULT } from '../directives/templates.ts';
import { annualDocx } from '../reports/annual-docx.ts';

export interface CompiledReport {
  bytes: Uint8Array;
  /** What the operator is told: what is missing. */
  lines: string[];
}

/** @throws {Error} naming the unit, year, template or folder that is wrong, and what to do */
export async function compileUnitYear(config: Config, code: string, year: string, template?: string): Promise<CompiledReport> {
  if (!/^\d{4}$/.test(year)) throw new Error(`Năm "${year}" chưa đúng. Viết bốn chữ số, ví dụ 2021.`);
  const archive = existingArchive(config);
  try {
    const tree = unitTree(archive.read);
    const unit = unitByCode(archive.read, code) ?? unitsByName(archive.read, code)[0];
    if (!unit) throw new Error(`Không có đơn vị "${code}". Các mã: ${[...tree.values()].slice(0, 20).map((each) => each.code).join(', ')}`);
    const { model, filed } = compileYear(archive.read, config, tree, unit, Number(year));
    const bytes = await annualDocx(model, loadTemplate(template ?? TEMPLATE_DEFAULT));
    const { write } = pen('vi', Date.now());
    return { bytes, lines: gapLines(model, filed).map(write) };
  } finally {
    archive.close();
  }
}
