/** The real doors that the settings open, one place a provider; with none of them the service is practice. */
import type { Logger } from 'pino';
import type { House } from './bot/house.ts';
import { troubleBegan, troubleOver } from './bot/people/zalo-trouble.ts';
import type { Channel } from './channels/channel.ts';
import { groupMenuOf, menuOf } from './channels/telegram/menu.ts';
import { type TelegramOptions, telegram } from './channels/telegram/telegram.ts';
import { CredentialStore } from './channels/zalo-personal/credential-store.ts';
import { type ZaloPersonalOptions, zaloPersonal } from './channels/zalo-personal/zalo-personal.ts';
import type { Config, ZaloSettings } from './config.ts';
import { personAt } from './db/people.ts';
import type { Instant } from './domain/date.ts';
import { codeIn } from './domain/enrolment-code.ts';
import type { Address, ChannelName } from './domain/message.ts';
import { translator } from './locales/translate.ts';
import { LIMITS, type Limits } from './scheduler/pace.ts';

/** The settings that make the service real, as the operator is told them. */
export const CHANNEL_SETTINGS = 'TELEGRAM_BOT_TOKEN, ZALO_KEY';

/** True when the settings open a real door. */
export const hasRealDoor = ({ telegram: bot, zalo }: Config): boolean => bot !== undefined || zalo !== undefined;

export interface DoorParts {
  house: House;
  clock: () => Instant;
  /** A door has opened again: what waits in the outbox may go. */
  nudge: () => void;
  log: Logger;
  /** What takes the place of network and timers where the doors are rehearsed. */
  instead?: {
    telegram?: Pick<TelegramOptions, 'pause'>;
    zalo?: Pick<ZaloPersonalOptions, 'fetch' | 'now' | 'random' | 'after'>;
  };
}

/**
 * Makes the doors; nothing listens yet.
 * @throws {Error} naming the setting of a door that cannot be used, and the remedy
 */
export function realChannels(config: Config, parts: DoorParts): Channel[] {
  const t = translator('vi');
  const channels: Channel[] = [];
  if (config.telegram) {
    const menu = menuOf((name) => t(`telegram-menu-${name}`));
    const groupMenu = groupMenuOf((name) => t(`group-menu-${name}`));
    channels.push(telegram({ ...config.telegram, menu, groupMenu, log: parts.log, ...parts.instead?.telegram }));
  }
  const serves = (to: Address): boolean =>
    channels.some(({ name, account }) => name === to.channel && (account === undefined || account === to.account));
  if (config.zalo) channels.push(zaloDoor(config.zalo, parts, serves));
  return channels;
}

function zaloDoor(
  { key, file }: ZaloSettings,
  { house, clock, nudge, log, instead }: DoorParts,
  reaches: (to: Address) => boolean,
): Channel {
  const door = zaloPersonal({
    credentials: new CredentialStore(file, key),
    // Nobody becomes a friend of the account but those who are enrolled, or bring a code.
    mayBefriend: (from, text) => personAt(house.archive.read, from) !== undefined || codeIn(text) !== undefined,
    onTrouble: (kind, since) => {
      troubleBegan(house, kind, { since, now: clock(), reaches });
      nudge();
    },
    onOpen: () => {
      if (door.account !== undefined) troubleOver(house, door.account, clock());
      nudge();
    },
    log,
    ...instead?.zalo,
  });
  return door;
}

/** The pace the settings ask for, where they differ from a channel's own. */
export function paceOf({ zalo }: Config): Partial<Record<ChannelName, Limits>> {
  if (!zalo) return {};
  const [least, most] = zalo.gapSeconds;
  const account = { gap: [least * 1_000, most * 1_000] as const, burst: 1 };
  return { 'zalo-personal': { ...LIMITS['zalo-personal'], account, daily: zalo.daily } };
}
