import { EXIT } from '../model/model.js';

const cleanups = new Set<() => void>();
let listening = false;

/** What to undo when the user interrupts: must be quick and must not wait. Returns the call that forgets it. */
export function onInterrupt(cleanup: () => void): () => void {
  listen();
  cleanups.add(cleanup);
  return () => cleanups.delete(cleanup);
}

/** Undoes whatever is under way, last begun first; what fails to be undone does not keep the others. */
export function cleanUp(): void {
  for (const cleanup of [...cleanups].reverse()) {
    cleanups.delete(cleanup);
    try {
      cleanup();
    } catch {
      // The process ends anyway, and a file under a temporary name harms nobody.
    }
  }
}

function listen(): void {
  if (listening) return;
  listening = true;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      cleanUp();
      process.stderr.write('\ninterrupted: nothing half-written was left\n');
      process.exit(EXIT.interrupted);
    });
  }
}
