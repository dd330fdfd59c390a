// Properties are tried on the same examples at every run; PROPERTY_SEED and PROPERTY_RUNS ask for others, and for more.
import fc from 'fast-check';

fc.configureGlobal({
  seed: Number(process.env.PROPERTY_SEED ?? 1),
  numRuns: Number(process.env.PROPERTY_RUNS ?? 100),
});
