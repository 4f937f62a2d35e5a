/** The small office with October of one ward sent, an admin, and another province whose figures nobody here may see. */
import { unitByCode } from '../../db/units.ts';
import type { Outbound } from '../../domain/message.ts';
import { hire } from './hire.ts';
import { type Office, office } from './office.ts';

/** Another province, with a commune that has sent 777. */
const ELSEWHERE = [
  'khac,UBND tỉnh Khác,province,,xuan,Bùi Văn Xuân,leader',
  'la,UBND xã Lạ Lùng,commune,khac,moc,Trịnh Thị Mộc,staff',
];

export interface StatusOffice extends Office {
  unitId(code: string): number;
  /** Somebody taps a button, perhaps one made up; the texts said to them because of it, as one. */
  tapped(who: string, id: string): Promise<string>;
  /** The last thing said to somebody. */
  last(who: string): Outbound;
  /** Sends October of somebody's ward: so many received, two late. */
  october(who: string, received?: number): Promise<void>;
}

/** The ids of the buttons under a message. */
export const idsOf = (message: Outbound): string[] => (message.choices ?? []).flat().map(({ id }) => id);

/** To be called inside a test or its beforeEach. */
export async function statusOffice(): Promise<StatusOffice> {
  const at = office();
  hire(at, 'tinh,Sở KH&CN,department,,quan,Hồ Văn Quân,admin', ...ELSEWHERE);
  const made: StatusOffice = {
    ...at,
    unitId: (code) => unitByCode(at.house.archive.read, code)?.id ?? 0,
    tapped: async (who, id) =>
      (await at.does(who, { kind: 'choice', id, label: id })).map(({ text }) => text).join('\n'),
    last(who) {
      const message = at.heard(who).at(-1);
      if (!message) throw new Error(`nothing was said to ${who}`);
      return message;
    },
    async october(who, received = 215) {
      const month = `tháng 10 nhận ${received}, trực tuyến 150, trước hạn 180, đúng hạn 34, quá hạn 2, kỳ trước chuyển qua 6, đang giải quyết quá hạn 0`;
      for (const text of [month, 'máy hỏng', '163', 'không có', 'gửi']) await at.says(who, text);
    },
  };
  await made.october('lan');
  await made.october('moc', 777);
  return made;
}
