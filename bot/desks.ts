/** Every desk of the house. */
import type { Desk } from './desk.ts';

export const DESKS: readonly Desk[] = [];
