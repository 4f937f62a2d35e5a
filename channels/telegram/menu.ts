/** The `/` menu: names only, since Telegram takes Latin letters; what stands beside them comes from locales. */
import type { BotCommand } from 'grammy/types';

/** In the order shown. What each does is decided by whoever reads the text, not here. */
export const MENU_NAMES = ['nop', 'sua', 'tinhhinh', 'chuanop', 'baocao', 'bosung', 'trogiup', 'huy'] as const;
export type MenuName = (typeof MENU_NAMES)[number];

/** The menu in the words `describe` gives (at most 256 characters each). */
export function menuOf(describe: (name: MenuName) => string): BotCommand[] {
  return MENU_NAMES.map((command) => ({ command, description: describe(command) }));
}
