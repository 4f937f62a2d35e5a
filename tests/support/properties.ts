/**
 * Property tests draw the same cases in every run, so that a failure is never a matter of luck; PROPERTY_SEED=<number>
 * draws others, to search on.
 */
import fc from 'fast-check';

const FIXED_SEED = 2021_10_25;

fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? FIXED_SEED) });
