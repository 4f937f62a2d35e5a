/** What an operator, or an admin on another channel, must hear of, and what to do about it. */

export type TroubleKind =
  /** There is no login, or one that cannot be opened. */
  | 'no_login'
  /** Zalo refuses the cookies. */
  | 'expired'
  /** Somebody opened the account elsewhere. */
  | 'kicked'
  /** No connection for a quarter of an hour. */
  | 'unreachable';

export const ADVICE: Record<TroubleKind, string> = {
  no_login: 'no usable Zalo login: run "npm run -s cli -- zalo-login" and scan the code with the bot\'s own account',
  expired: 'Zalo refuses the stored login: run "npm run -s cli -- zalo-login" and scan the code again',
  kicked:
    'the account was opened elsewhere (Zalo Web, Zalo PC or a second bot): close it there, then restart the service or run "npm run -s cli -- zalo-login"',
  unreachable: 'Zalo has not been reached for a while: check the internet connection; it is tried again by itself',
};
