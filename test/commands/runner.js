// Runs commands one after another in one process, which spares each the start of Node and the framework.
// A message in: what to run, and where. A message out: how it ended, and what it wrote.
import { join } from 'node:path';
import { main } from '../../dist/cli/main.js';

const ROOT = join(import.meta.dirname, '..', '..');

/** Collects what is written to a stream for as long as `work` takes. */
async function collecting(stream, work) {
  const { write } = stream;
  let text = '';
  stream.write = (piece) => {
    text += typeof piece === 'string' ? piece : Buffer.from(piece).toString('utf8');
    return true;
  };
  try {
    await work();
  } finally {
    stream.write = write;
  }
  return text;
}

process.on('message', async ({ args, cwd, env }) => {
  process.chdir(cwd);
  process.env = env;
  process.exitCode = undefined;
  let stderr = '';
  const stdout = await collecting(process.stdout, async () => {
    stderr = await collecting(process.stderr, () => main(args, ROOT));
  });
  const code = process.exitCode ?? 0;
  process.exitCode = undefined;
  process.send({ code, stdout, stderr });
});
