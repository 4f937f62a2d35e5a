/**
 * Which versions of Node the archive may be opened on. From 24.19 Node takes objects of compiled modules down in another
 * way, and better-sqlite3 12 does not survive it: the process is aborted whenever the collector frees a statement while
 * nothing runs, so at any moment. better-sqlite3 13 does, but does not run on Node 20 (docs/decisions/0002).
 */

/** The first release known to; of the lines after 24 none was tried. */
const FIRST_UNSAFE = { major: 24, minor: 19 };

export class WrongNodeError extends Error {
  override readonly name = 'WrongNodeError';
  /** Such as '24.21.0'. */
  readonly version: string;

  constructor(version: string) {
    super(`Node ${version} làm dịch vụ dừng đột ngột. Cài Node 22 rồi chạy lại (npm ci, sau đó lệnh vừa rồi).`);
    this.version = version;
  }
}

/** Whether the archive stays open on a version of Node, written as in `process.versions.node`. */
export function isSafeNode(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major < FIRST_UNSAFE.major || (major === FIRST_UNSAFE.major && minor < FIRST_UNSAFE.minor);
}

/** @throws {WrongNodeError} where the archive must not be opened */
export function checkNode(version = process.versions.node): void {
  if (!isSafeNode(version)) throw new WrongNodeError(version);
}
