/** The real doors that the settings open, one place a provider; with none of them the service is practice. */
import type { Logger } from 'pino';
import type { Channel } from './channels/channel.ts';
import { menuOf } from './channels/telegram/menu.ts';
import { telegram } from './channels/telegram/telegram.ts';
import type { Config } from './config.ts';
import { translator } from './locales/translate.ts';

/** The settings that make the service real, as the operator is told them. */
export const CHANNEL_SETTINGS = 'TELEGRAM_BOT_TOKEN';

/**
 * Makes the doors; nothing listens yet.
 * @throws {Error} naming the setting of a door that cannot be used, and the remedy
 */
export function realChannels(config: Config, log: Logger): Channel[] {
  const t = translator('vi');
  const channels: Channel[] = [];
  if (config.telegram) {
    channels.push(telegram({ ...config.telegram, menu: menuOf((name) => t(`telegram-menu-${name}`)), log }));
  }
  return channels;
}
