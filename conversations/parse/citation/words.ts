/** The words subjects of official documents begin with, as pattern sources over folded text. */
import { anyOf, words } from './text.ts';

/** Verbs a subject begins with; they also end the name of an issuer ("của Bộ KH&CN quy định …"). */
export const VERBS = `bh|(?<!tuyen |ton )giao(?! thong| duc| vien| dich| tiep| luu| su)|${words('tong hop')}(?= nhung| cac| ket qua| y kien| tinh hinh| so lieu)|hop(?! tac| dong)|${anyOf(
  'quy dinh|huong dan|sua doi|ban hanh|phe duyet|cong bo|kien toan|thanh lap|trien khai|thong qua|thuc hien|to chuc|danh gia|kiem tra|kiem soat|khac phuc|xem xet|tap huan|dao tao|cu can bo|bao cao|duy tri|cai tien|ap dung|thay the|bai bo|dieu chinh|phan cong|tang cuong|thong bao|ra soat|xay dung|cap nhat|day manh|dinh chinh|ket luan|niem yet|cong khai|bo nhiem|mien nhiem|bo tri|uy quyen|phe chuan|chan chinh|thu hoi|phoi hop|cham diem|khen thuong|sap xep|gia han|chap thuan|don doc|phan bo|phan cap|phuc dap'.split(
    '|',
  ),
)}`;
/** Verbs that open a subject right behind a code; behind a comma they tell what is being done just now. */
export const OPENERS = `cu(?= \\d| cbcc| cong chuc| vien chuc)|bo sung(?! sau| them sau)|duyet(?= de an| ke hoach| quy hoach| du toan| danh| phuong an)|cong nhan(?! vien)|${anyOf(
  'huy bo|dang ky|dieu dong|tuyen dung|xep loai|xep hang|tham dinh|phat dong|phat trien|thuc day|xu phat|dam bao|bao dam|phong chong|phong, chong|ho tro|hop nhat|lay y kien|nghiem thu|quan triet|so ket|tong ket|de xuat|cho phep|tra loi|gop y|chuyen doi'.split(
    '|',
  ),
)}`;
/** Nouns a subject begins with when it is typed without "về". */
export const NOUNS = anyOf(
  'chinh sach|muc tieu|mtcl|cscl|ke hoach|quy che|quy trinh|quy dinh|danh muc|he thong|htqlcl|ban chi dao|bcd iso|bien ban|ket qua|noi dung|viec|phuong an|so tay|tai lieu|iso|chuong trinh|tinh hinh|cong tac|cai cach|cchc|kinh phi|nang cao|mot so'.split(
    '|',
  ),
);
/** What officials call a document by when they say its subject first: "chính sách chất lượng: QĐ 27/QĐ-UBND". */
export const TITLES = anyOf(
  'chinh sach|muc tieu|mtcl|cscl|ke hoach|quy che|quy trinh|danh muc|he thong tai lieu|ban chi dao|kien toan|bien ban|so tay|bao cao|danh gia noi bo|dgnb|xem xet|hop xem xet|tap huan|dao tao|khac phuc|cai tien|cong bo|duy tri'.split(
    '|',
  ),
);
/** Ends with words that lead into a document named inside a subject: "… thi hành Quyết định số …". */
export const LEADS_IN = new RegExp(
  `(?:^|\\s)(?:(?:dieu|khoan|diem|phu luc) [0-9a-z]{1,3}|${anyOf('cua|theo|thi hanh|tai|thay the|bai bo|thuc hien|trien khai|huong dan|sua doi|bo sung|can cu|quy dinh|cho|den|noi dung|so voi|kem theo|dinh chinh|hop nhat|ap dung|trong|vao|kem|tong ket|so ket|quan triet|phe duyet|ban hanh|thay cho|cu the hoa|pho bien|gop y|huy bo|thu hoi|dieu chinh|chap hanh|thuc thi|tra loi|phuc dap|quy dinh tai'.split('|'))})\\s*$`,
);
