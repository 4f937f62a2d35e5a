/** What the operator is told of settings that cannot be used: which, what is wrong with each, and what may stand there. */
import type { ConfigError } from '../config.ts';
import { translator } from '../locales/translate.ts';

/** Several lines, for the service and for every command; no value is in them, since it may be a secret. */
export function wrongSettings({ wrong }: ConfigError): string {
  const t = translator('vi');
  const lines = wrong.map(({ name, fault }) =>
    t('settings-wrong-line', { name, fault: t(`settings-fault-${fault}`), remedy: t(`settings-remedy-${name}`) }),
  );
  return [t('settings-wrong'), ...lines, t('settings-wrong-see')].join('\n');
}
