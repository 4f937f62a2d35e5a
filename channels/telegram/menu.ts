/** The `/` menu: names only, since Telegram takes Latin letters; what stands beside them comes from locales. */
import type { BotCommand } from 'grammy/types';

/** In the order shown. What each does is decided by whoever reads the text, not here. */
export const MENU_NAMES = ['nop', 'sua', 'tinhhinh', 'chuanop', 'baocao', 'bosung', 'trogiup', 'huy'] as const;
export type MenuName = (typeof MENU_NAMES)[number];

/** The menu in the words `describe` gives (at most 256 characters each). */
export function menuOf(describe: (name: MenuName) => string): BotCommand[] {
  return MENU_NAMES.map((command) => ({ command, description: describe(command) }));
}

/** What the bot does in a group; Telegram offers nothing else there. */
export const GROUP_MENU_NAMES = ['lienket', 'huylienket', 'trogiup'] as const;
export type GroupMenuName = (typeof GROUP_MENU_NAMES)[number];

/** The menu of group chats in the words `describe` gives. */
export function groupMenuOf(describe: (name: GroupMenuName) => string): BotCommand[] {
  return GROUP_MENU_NAMES.map((command) => ({ command, description: describe(command) }));
}
