/** Makers for tests that are not about paper: each makes two bytes at once. */
import type { Makers } from '../../scheduler/workshop.ts';

const made = async (): Promise<Uint8Array> => new Uint8Array([80, 75]);

export const TEST_MAKERS: Makers = {
  'annual-docx': made,
  'status-chart': made,
  'month-xlsx': made,
  'tracking-xlsx': made,
  'recipients-xlsx': made,
  json: made,
};
