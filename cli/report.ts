/** `cli report`: a unit's year as a Word document. */
import { gapLines } from '../bot/month/gaps.ts';
import { compileYear, partlySent } from '../bot/month/report.ts';
import { lineageLines } from '../bot/organisation/lineage-lines.ts';
import { pen } from '../bot/render.ts';
import type { Config } from '../config.ts';
import type { Reader } from '../db/open.ts';
import { unitByCode, unitsByName, unitTree } from '../db/units.ts';
import { loadTemplate, TEMPLATE_DEFAULT } from '../directives/templates.ts';
import { fold } from '../domain/text.ts';
import { placeName, type Unit } from '../domain/unit.ts';
import { annualDocx } from '../reports/annual-docx.ts';
import { existingArchive } from './existing.ts';

export interface CompiledReport {
  bytes: Uint8Array;
  /** What the operator is told: what is missing. */
  lines: string[];
}

/** @throws {Error} naming the unit, year, template or folder that is wrong, and what to do */
export async function compileUnitYear(
  config: Config,
  code: string,
  year: string,
  template?: string,
): Promise<CompiledReport> {
  if (!/^\d{4}$/.test(year)) throw new Error(`Năm "${year}" chưa đúng. Viết bốn chữ số, ví dụ 2021.`);
  const archive = existingArchive(config);
  try {
    const tree = unitTree(archive.read);
    const unit = unitNamed(archive.read, code);
    const { model, filed, lineage } = compileYear(archive.read, config, tree, unit, Number(year));
    const bytes = await annualDocx(model, loadTemplate(template ?? TEMPLATE_DEFAULT));
    const { write } = pen('vi', Date.now());
    return {
      bytes,
      lines: [...lineageLines(lineage, filed), ...gapLines(model, filed, partlySent(lineage, filed))].map(write),
    };
  } finally {
    archive.close();
  }
}

const CODES_NAMED_MAX = 20;
const codesOf = (units: Iterable<Unit>): string =>
  [...units]
    .slice(0, CODES_NAMED_MAX)
    .map(({ code }) => code)
    .join(', ');

/** The unit with this code or, where only one has it, this name. @throws {Error} naming the codes there are */
function unitNamed(read: Reader, text: string): Unit {
  const coded = unitByCode(read, text);
  if (coded) return coded;
  const found = unitsByName(read, text);
  const whole = found.filter(({ name }) => [name, placeName(name)].some((each) => fold(each) === fold(text)));
  const [unit, ...others] = whole.length > 0 ? whole : found;
  if (!unit) throw new Error(`Không có đơn vị "${text}". Các mã: ${codesOf(unitTree(read).values())}`);
  if (others.length > 0) throw new Error(`Có nhiều đơn vị tên "${text}". Xin gõ mã: ${codesOf([unit, ...others])}`);
  return unit;
}
