/**
 * Programs some tests need and a machine may lack (LibreOffice, poppler). Tests that need them run where they are; where
 * they are not, one line says what was left out, so that nobody takes silence for a pass.
 */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** True when a program of this name can be run from PATH. */
export function hasProgram(name: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return folder !== '';
    } catch {
      return false;
    }
  });
}

/** True when all programs are here; otherwise says which tests are left out and for want of what. */
export function canRun(tests: string, programs: string[]): boolean {
  const lacking = programs.filter((name) => !hasProgram(name));
  if (lacking.length > 0) console.warn(`LEFT OUT: ${tests} (not installed: ${lacking.join(', ')})`);
  return lacking.length === 0;
}
