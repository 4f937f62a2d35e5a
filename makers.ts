/**
 * Whatever is drawn or written for a message: the makers in this thread, and the thread that takes them off it. The
 * service makes its files in the thread; played scripts and tests of the sources make them here.
 */
import { Worker } from 'node:worker_threads';
import { loadTemplate, TEMPLATE_DEFAULT } from './directives/templates.ts';
import type { AnnualModel } from './reports/annual.ts';
import type { ChartModel } from './reports/chart/model.ts';
import type { MonthTable } from './reports/month-table.ts';
import type { RecipientsModel } from './reports/recipients.ts';
import type { TrackingModel } from './reports/tracking.ts';
import { type MakerThread, type MakerThreadParts, makerThread } from './scheduler/maker-thread.ts';
import type { Makers } from './scheduler/workshop.ts';

/** Word and picture makers are loaded when the first one is needed: they are the heaviest part of the program. */
export const MAKERS: Makers = {
  json: async (data) => new TextEncoder().encode(`${JSON.stringify(data, null, 2)}\n`),
  'annual-docx': async (data) =>
    (await import('./reports/annual-docx.ts')).annualDocx(data as AnnualModel, loadTemplate(TEMPLATE_DEFAULT)),
  'status-chart': async (data) => (await import('./reports/status-chart.ts')).statusChart(data as ChartModel),
  'month-xlsx': async (data) => (await import('./reports/month-xlsx.ts')).monthXlsx(data as MonthTable),
  'tracking-xlsx': async (data) => (await import('./reports/tracking-xlsx.ts')).trackingXlsx(data as TrackingModel),
  'recipients-xlsx': async (data) =>
    (await import('./reports/recipients-xlsx.ts')).recipientsXlsx(data as RecipientsModel),
};

/** The program of the thread, as it is compiled beside this file. */
const PROGRAM = new URL('./makers-worker.js', import.meta.url);

/** More than twice what the year of all units of the country takes; beyond it the thread dies, and not the service. */
const THREAD_HEAP_MAX_MB = 512;

/** The thread of the compiled program; none where the sources run, from which Node 20 cannot start one. */
export function compiledThread(log: MakerThreadParts['log']): MakerThread | undefined {
  if (!import.meta.url.endsWith('.js')) return undefined;
  const resourceLimits = { maxOldGenerationSizeMb: THREAD_HEAP_MAX_MB };
  // Not the options of whoever started the process: some of them are for its own first file.
  return makerThread({ start: () => new Worker(PROGRAM, { resourceLimits, execArgv: [] }), log });
}
