/**
 * From a clause of a công văn to the tasks in it: what only gives reasons is left out, and a sentence that asks two
 * things of two kinds ("chủ trì, phối hợp …", "đôn đốc, yêu cầu UBND các xã …") becomes two tasks.
 */
import { citationText } from '../citation/text.ts';
import type { Clause } from './body.ts';

export interface Task {
  /** The words of the clause the task was read from. */
  text: string;
  /** What is to be done, without who is asked and without the words of asking. */
  what: string;
  /** Who is asked, where one office or kind of office is named; '' where it is everybody. */
  who?: string;
  point: string;
  /** A task that is the second half of a sentence whose deadline and frequency are those of the first. */
  isSupport?: boolean;
}

const foldedOf = (text: string): string => citationText(text).folded;

const PREFACE =
  /^(?:căn cứ|theo(?! dõi)|vì|do|hiện nay|qua|thời gian qua|trong thời gian|bên cạnh|tuy nhiên|mặt khác|để|nhằm|nhận được|ngày|nhìn chung|đến nay|thực hiện (?:quyết định|kế hoạch|công văn|văn bản|nghị quyết|chỉ thị|thông tư))(?!\p{L})/iu;
/** Behind the reasons: "Căn cứ …, đề nghị Quý cơ quan …", "Để …, Sở … yêu cầu các đơn vị …". */
const ASKS =
  /[,:]\s(?:[^,;:]{0,60}?\s)?(?=(?:đề nghị|yêu cầu|giao (?:các|phòng|sở|ubnd|văn phòng|chi cục))(?!\p{L}))/iu;
const OBLIGES = /[,:]\s(?=[^,;:]{3,80}? (?:có trách nhiệm|phải)(?!\p{L}))/iu;
const NOT_ASKED =
  /^(?:kinh gui|noi nhan|tren day|moi thac mac|moi chi tiet|chi tiet lien he|moi van de|thong tin lien he|dau moi lien he|tran trong|mau bieu)|vui long lien he|xin lien he|so dien thoai|lien he (?:ong|ba|dong chi|so)|^\(.*\)$/;
/** Asked in general, in the last sentence of a letter that has given its reasons: no task beside those listed. */
const GENERAL =
  /(?:quan tam|phoi hop)(?:,? va|,)? (?:phoi hop|to chuc|chi dao|trien khai)[^.]{0,40}(?:thuc hien|trien khai)/;
/** Words at least: shorter clauses are remains of a list. */
const WORDS_MIN = 3;

/** A verb of a unit's own work; in a letter without a list only such sentences are tasks. */
const DEMANDS =
  /(?<![a-z])(?:de nghi|yeu cau|giao|phai|co trach nhiem|gui bao cao|bao cao(?: ket qua| tinh hinh)?[^.]{0,60}(?:truoc|cham nhat|den het)|kip thoi bao cao|can (?:thuc hien|ra soat|bao cao|gui|xay dung))(?![a-z])/;

/** The part of a sentence that asks; undefined where it only explains. */
function askedIn({ text, listed, point }: Clause): string | undefined {
  const folded = foldedOf(text);
  if (NOT_ASKED.test(folded) || folded.split(' ').length < WORDS_MIN) return undefined;
  if (point === 'lead') return undefined;
  if (!PREFACE.test(text))
    return listed || DEMANDS.test(folded) || /kho khan|vuong mac/.test(folded) ? text : undefined;
  const asked = ASKS.exec(text) ?? OBLIGES.exec(text);
  if (!asked) return /bao cao|phan anh/.test(folded) && /kho khan|vuong mac/.test(folded) ? text : undefined;
  const rest = text.slice(asked.index + asked[0].length);
  return /^(?:vì|do)\s/iu.test(text) && GENERAL.test(foldedOf(rest)) ? undefined : rest;
}

const OFFICE =
  '(?:(?:Các|các|Văn phòng|Phòng|Sở|UBND|Ủy ban nhân dân|Chi cục|Ban|Trung tâm|Công an|Thủ trưởng|Người đứng đầu|Thanh tra|Bộ phận|Đối với)(?:\\s(?!chủ trì|phối hợp|phải|có trách nhiệm|nghiêm túc|mở|tổ chức|xây dựng|báo cáo|dự toán|thực hiện|tiếp tục|kịp thời|chỉ đạo|rà soát|gửi|khẩn trương|ngoài|thường xuyên|cử|ban hành|tham mưu|tổng hợp|kiểm tra|lập|hoàn thành|cập nhật|theo dõi|hướng dẫn|đôn đốc|triển khai|công khai|bố trí)[^,;:]+?)??(?:, (?:các |UBND |phường|thị xã|thành phố|thị trấn|đặc khu|ngành|địa phương|đơn vị|ban|cơ quan)[^,;:]*?)*)';
const VERB =
  '(?:chủ trì|phối hợp|phải|có trách nhiệm|nghiêm túc|mở|tổ chức|xây dựng|báo cáo|dự toán|thực hiện|tiếp tục|kịp thời|chỉ đạo|rà soát|gửi|khẩn trương|ngoài|thường xuyên|cử|ban hành|tham mưu|tổng hợp|kiểm tra|lập|hoàn thành|cập nhật|theo dõi|hướng dẫn|đôn đốc|triển khai|công khai|bố trí)';
const SUBJECT = new RegExp(`^(?:Đối với )?(${OFFICE}),? (?=${VERB}(?!\\p{L}))`, 'u');
/** "Quý cơ quan", "các đơn vị": everybody the letter is for, so nobody in particular. */
const EVERYBODY =
  /^(?:(?:nguoi dung dau|thu truong) )?(?:quy |cac )?(?:co quan|don vi|dia phuong|xa|phuong|so, nganh|ubnd (?:cac )?(?:xa|phuong)|co quan hanh chinh)(?:[ ,]|$)/;

/** One office or kind of office; everybody is ''. */
const named = (who: string): string => (EVERYBODY.test(foldedOf(who)) || who.startsWith('Các sở,') ? '' : who);

/** "Sở KH&CN đề nghị …": who asks is not who is asked. */
const ASKER = /^(?:Sở|UBND|Chủ tịch|Phòng|Văn phòng|Chi cục|Ban)[^,;:]{1,60}? (?=(?:đề nghị|yêu cầu) )/u;

const DIFFICULTY =
  /^(?:trong quá trình|nếu|khi|trường hợp)[^.;]{0,80}?(?:khó khăn|vướng mắc)[^.;]*?,\s+(?:[^.;]{0,60}?\s)?(?=(?:kịp thời|báo cáo|phản ánh|gửi)(?!\p{L}))/iu;

/** What is asked without the words of asking, and of whom: undefined where the sentence does not say, '' of everybody. */
function parted(asked: string): { what: string; who?: string } {
  let what = asked.replace(/^[-–+*•\s]+/u, '').replace(/^về [^:.;]{3,80}:\s+/iu, '');
  what = what
    .replace(ASKER, '')
    .replace(
      /^(?:(?:đồng thời|ngoài ra|trong đó|riêng|theo đó),?\s+)?(?:(?:đề nghị|yêu cầu)\s+)?(?:đồng thời,?\s+)?/iu,
      '',
    );
  what = what
    .replace(/^giao\s+/iu, '')
    .replace(/^quý (?:cơ quan|đơn vị)(?:, (?:đơn vị|cơ quan|địa phương))*,?\s+/iu, '');
  what = what.replace(DIFFICULTY, 'khi có khó khăn, vướng mắc, ');
  const subject = SUBJECT.exec(what);
  const who = subject?.[1]?.trim();
  if (subject) what = what.slice(subject[0].length);
  what = what.replace(/^(?:phải|cần|có trách nhiệm|xem xét,)\s+/iu, '').trim();
  return who === undefined ? { what } : { what, who: named(who) };
}

const LEADS =
  /^chủ trì,? phối hợp (?:với )?(.+?) ((?:nghiên cứu|tham mưu|xây dựng|rà soát|triển khai|tổ chức|thực hiện|hướng dẫn|kiểm tra|tổng hợp|đôn đốc)(?!\p{L}).+)$/iu;
const BESIDES = /^ngoài việc (thực hiện .+?), (?:phải |cần |còn )?(.+)$/iu;
const URGES = /^(?:.*?đôn đốc.*?), yêu cầu (.+?) (nghiêm túc .+)$/iu;
const AND_ALSO = /^(.+?) và (thực hiện \p{L}.+)$/iu;
const AND_STAFF = /^(.+?), (bố trí nhân lực .+)$/iu;
const AND_REPORTS = /^(.+?), ((?:tổng hợp,? )?báo cáo (?:cấp|UBND|Sở|Chủ tịch|Bộ|Chính phủ)(?!\p{L}).*)$/u;
/** A first half of fewer words has no meaning alone: "xây dựng và thực hiện kế hoạch" is one task. */
const HALF_MIN = 5;

const isHalf = (text: string): boolean => text.split(' ').length >= HALF_MIN;
const DATED = /\d{1,2}\/\d{1,2}|thang \d|ngay \d/;

/** "báo cáo 6 tháng trước ngày 15/6 và báo cáo năm trước ngày 15/12" */
const TWO_DATES = /^(.+?\d{1,2}\/\d{1,2}[^,;]*?),? (?:và )?((?:báo cáo|gửi|nộp) .+?\d{1,2}\/\d{1,2}.*)$/iu;

type Half = Pick<Task, 'what' | 'isSupport'> & { who?: string | undefined };

/** One thing asked or several, each with whom it is asked of. */
function halves({ what, who }: Half): Half[] {
  const lead = LEADS.exec(what);
  if (lead?.[1] !== undefined && lead[2] !== undefined) {
    return [
      { what: `chủ trì ${lead[2]}`, who },
      { what: `phối hợp ${lead[2]}`, who: named(lead[1]), isSupport: true },
    ];
  }
  const beside = BESIDES.exec(what);
  if (beside?.[1] !== undefined && beside[2] !== undefined) {
    return [{ what: beside[1], who }, ...halves({ what: beside[2], who })];
  }
  const urged = URGES.exec(what);
  if (urged?.[1] !== undefined && urged[2] !== undefined) {
    return [
      { what: what.slice(0, what.indexOf(', yêu cầu ')), who },
      { what: urged[2], who: named(urged[1]) },
    ];
  }
  const [, one, other] = TWO_DATES.exec(what) ?? [];
  if (one !== undefined && other !== undefined)
    return [
      { what: one, who },
      { what: other, who },
    ];
  for (const pattern of [AND_STAFF, AND_ALSO, ...(DATED.test(foldedOf(what)) ? [] : [AND_REPORTS])]) {
    const [, first, second] = pattern.exec(what) ?? [];
    if (first !== undefined && second !== undefined && isHalf(first) && !/^tổng hợp/iu.test(first)) {
      return [
        { what: first, who },
        { what: second, who },
      ];
    }
  }
  return [{ what, who }];
}

/** The tasks of one clause; none where it asks nothing. `before` is who was asked earlier in the same paragraph. */
export function tasksIn(clause: Clause, before?: string): Task[] {
  const asked = askedIn(clause);
  if (asked === undefined) return [];
  const { what, who } = parted(asked);
  const above = clause.under === '' ? undefined : named(clause.under);
  return halves({ what, who: who ?? before ?? above }).map(({ who: whom, ...half }) => ({
    ...half,
    text: clause.text,
    point: clause.point,
    ...(whom === undefined ? {} : { who: whom }),
  }));
}
