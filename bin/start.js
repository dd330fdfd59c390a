// The quick answers first; the framework is loaded only for what is left.
import { readFileSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const argv = process.argv.slice(2);
const { version } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'));
const agent = `calque/${version} ${process.platform}-${process.arch} node-${process.version}`;

// A reader that has gone away (`| head`) ends the program quietly; any other error of stdout is a real one.
process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(process.exitCode ?? 0);
});

if (argv[0] === '--version' || argv[0] === '-v') {
  process.stdout.write(`${agent}\n`);
} else if (argv.length === 0 || argv[0] === '--help' || argv[0] === '-h' || (argv[0] === 'help' && argv.length === 1)) {
  const { rootHelp } = await import('../dist/cli/root-help.js');
  process.stdout.write(rootHelp(root, agent));
} else {
  nodeModule.enableCompileCache?.();
  const { main } = await import('../dist/cli/main.js');
  await main(argv[0] === 'help' ? [...argv.slice(1), '--help'] : argv, root);
}
