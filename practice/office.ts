/**
 * The two communes that keep a practice history, and what makes them different: how much they receive, what goes
 * wrong there, and when they hold their internal audit. All of it is made up (số liệu minh hoạ).
 */

export interface Office {
  /** Its code in people.csv. */
  unit: string;
  /** Its staff, in the order they take turns to file. */
  staff: readonly string[];
  /** "UBND phường" or "UBND xã": how its documents name who issued them. */
  issuer: string;
  /** Letters its receipts begin with, as the service makes them from its name. */
  initials: string;
  /** Dossiers received in a usual month. */
  usual: number;
  /** Its administrative procedures at the beginning of any year. */
  procedures: number;
  /** The month of the internal audit; its corrective action and management review come in the month after. */
  auditMonth: number;
  findings: { minor: number; recommendations: number; observations: number };
  /** Months with a dossier that was late, and why. */
  late: Readonly<Record<number, string>>;
  difficulties: Readonly<Record<number, string>>;
  /** The month that was filed after its due day. */
  tardyMonth: number;
  /** Points of the criteria 7.2.1 to 7.2.6, as the report writes them; their sum is `selfScore`. */
  scores: readonly [string, string, string, string, string, string];
  selfScore: number;
}

export const OFFICES: readonly Office[] = [
  {
    unit: 'duc-thuan',
    staff: ['lan', 'minh'],
    issuer: 'UBND phường',
    initials: 'DT',
    usual: 190,
    procedures: 163,
    auditMonth: 9,
    findings: { minor: 1, recommendations: 6, observations: 3 },
    late: {
      5: 'phần mềm một cửa gián đoạn hai ngày',
      8: 'chờ ý kiến phối hợp của chi nhánh đăng ký đất đai',
    },
    difficulties: { 7: 'cán bộ một cửa đi tập huấn, thiếu người trực quầy' },
    tardyMonth: 0,
    scores: ['0,5/0,5', '0,25/0,5', '1/1', '1,5/1,5', '1/1', '0,5/0,5'],
    selfScore: 4.75,
  },
  {
    unit: 'xuan-lam',
    staff: ['ha'],
    issuer: 'UBND xã',
    initials: 'XL',
    usual: 120,
    procedures: 148,
    auditMonth: 8,
    findings: { minor: 2, recommendations: 4, observations: 5 },
    late: {
      3: 'hồ sơ phải trả lại để bổ sung nhưng chưa cập nhật trên hệ thống',
      8: 'đường truyền tới trung tâm dữ liệu bị đứt',
    },
    difficulties: { 2: 'nghỉ Tết dài ngày, hồ sơ dồn vào cuối tháng', 11: 'mưa lũ, nhiều thôn đi lại khó khăn' },
    tardyMonth: 6,
    scores: ['0,5/0,5', '0,25/0,5', '1/1', '1,25/1,5', '1/1', '0,5/0,5'],
    selfScore: 4.5,
  },
];
