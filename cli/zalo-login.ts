/** `cli zalo-login`: logs the assistant's own Zalo account in by scanning a code, and keeps the login encrypted. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CredentialStore } from '../channels/zalo-personal/credential-store.ts';
import { loginByQr, QrLoginError } from '../channels/zalo-personal/qr-login.ts';
import type { Config } from '../config.ts';
import { translator } from '../locales/translate.ts';

/** Name of the picture of the code inside the data folder; removed when the login is over. */
const PICTURE = 'zalo-qr.png';

/** Prints what happens and gives the exit code. @throws {Error} when ZALO_KEY is not set */
export async function logInToZalo({ zalo, dataDir }: Config, print: (line: string) => void): Promise<number> {
  const t = translator('vi');
  if (!zalo) throw new Error(t('zalo-login-no-key'));
  const picture = join(dataDir, PICTURE);
  const show = (png: Uint8Array, text?: string): void => {
    writeFileSync(picture, png, { mode: 0o600 });
    if (text !== undefined) print(text);
    print(t('zalo-login-scan', { file: picture }));
  };
  try {
    const store = new CredentialStore(zalo.file, zalo.key);
    const onScanned = (name: string) => print(t('zalo-login-scanned', { name }));
    const { uid, replaced } = await loginByQr({ store, show, onScanned });
    print(t('zalo-login-done', { uid }));
    if (replaced !== undefined) print(t('zalo-login-replaced'));
    return 0;
  } catch (error) {
    if (!(error instanceof QrLoginError)) throw error;
    print(t(`zalo-login-${error.why}`));
    return 1;
  } finally {
    rmSync(picture, { force: true });
  }
}
