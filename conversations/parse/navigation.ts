/**
 * Words that steer a conversation rather than answer it. They count only when they are the whole message: "thôi" is
 * a way out, "215 thôi" is a number.
 */
import { fold } from '../../domain/text.ts';
import { withoutPoliteness } from './filler.ts';
import { plain, tokenise } from './text.ts';

export type Navigation = 'back' | 'skip' | 'cancel' | 'help' | 'restart';

const WORDS: Record<Navigation, string> = {
  back: 'quay lai|quay ve|lui|lui lai|tro lai|tro ve|ve truoc|cau truoc|truoc do|back|quaylai|lai cau truoc|tro lai cau truoc|quay ve cau truoc|quay lai cau truoc|ve cau truoc|ve lai cau truoc|tro ve cau truoc|lui lai cau truoc|lui ve cau truoc|lui cau truoc',
  skip: 'bo qua|bo|qua|next|tiep|tiep theo|skip|boqua|bo qua cau nay|cau sau|bo cau nay',
  cancel:
    'huy|huy bo|thoi|thoi a|thoi em|thoi nhe|thoi khong|dung lai|thoat|cancel|stop|exit|huy bao cao|thoi khong lam nua|ngung|huy di|ket thuc|de sau|thoi de sau|de lam sau',
  help: 'tro giup|giup|giup do|help|huong dan|giup em|giup toi|giup voi|giup em voi|giup minh|ho tro|menu|lam sao|lam the nao|trogiup|huong dan su dung|h',
  restart: 'lam lai|bat dau lai|nhap lai tu dau|lam lai tu dau|tu dau|start|restart|lai tu dau|khai lai|nhap lai',
};

const BY_PHRASE = new Map<string, Navigation>();
for (const [navigation, phrases] of Object.entries(WORDS)) {
  for (const phrase of phrases.split('|')) BY_PHRASE.set(phrase, navigation as Navigation);
}

/** A message this long says something else. */
const LENGTH_MAX = 60;

/** The steering word a message consists of, with or without slash, marks and polite words around it. */
export function readNavigation(text: string): Navigation | undefined {
  if (text.length > LENGTH_MAX) return undefined;
  const whole = fold(text)
    .replace(/^\//, '')
    .replace(/[.!,]+$/, '');
  if (/^\?+$/.test(whole)) return 'help';
  // "dung" without marks may be "đúng": only "dừng" with its own stops
  const tokens = tokenise(text);
  const bare = withoutPoliteness(tokens);
  if (bare.length === 1 && bare[0]?.raw.toLowerCase() === 'dừng') return 'cancel';
  return BY_PHRASE.get(whole) ?? BY_PHRASE.get(plain(bare));
}
