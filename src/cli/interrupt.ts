import { EXIT } from '../model/model.js';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const cleanups = new Set<() => void>();

/**
 * What to undo when the user interrupts: must be quick and must not wait. Returns the call that forgets it.
 *
 * Signals are caught only while there is something to undo: a process that catches them cannot be stopped while it
 * computes.
 */
export function onInterrupt(cleanup: () => void): () => void {
  if (cleanups.size === 0) for (const signal of SIGNALS) process.on(signal, stop);
  cleanups.add(cleanup);
  return () => forget(cleanup);
}

function forget(cleanup: () => void): void {
  if (cleanups.delete(cleanup) && cleanups.size === 0) for (const signal of SIGNALS) process.off(signal, stop);
}

/** Undoes whatever is under way, last begun first; what fails to be undone does not keep the others. */
export function cleanUp(): void {
  for (const cleanup of [...cleanups].reverse()) {
    forget(cleanup);
    try {
      cleanup();
    } catch {
      // The process ends anyway, and a file under a temporary name harms nobody.
    }
  }
}

function stop(): void {
  cleanUp();
  process.stderr.write('\ninterrupted: nothing half-written was left\n');
  process.exit(EXIT.interrupted);
}
