import { Args } from '@oclif/core';
import { CalqueCommand, count, plural, verification } from '../../cli/cli.js';
import { EXIT } from '../../model/model.js';

export default class PackageVerify extends CalqueCommand {
  static override summary = 'check a package from its files alone';
  static override description =
    `Hashes, record, papers, licence, the form of rows and spans, splits, leaks between partitions, counts, and whether the formats say the same. Exit code 0 only if all holds, 41 if leaks are all that was found, 40 for anything else.`;
  static override examples = ['<%= config.bin %> package verify output/dataset'];
  static override args = {
    folder: Args.string({ ignoreStdin: true, description: 'folder of the package', required: true }),
  };

  async run(): Promise<unknown> {
    const { args } = await this.parse(PackageVerify);
    const { verifyPackage } = await verification();
    const verified = await verifyPackage(args.folder, this.progress());
    const { ok, files, rows, licence, found, faults } = verified;
    if (ok) {
      this.log(`All holds: ${plural(files, 'file')}, ${plural(rows, 'row')}, ${licence || 'no licence'}.`);
      return verified;
    }
    for (const { check, file, line, message } of faults) {
      this.log(`${check}: ${file}${line === undefined ? '' : `:${line}`}: ${message}`);
    }
    if (found > faults.length) this.log(`and ${count(found - faults.length)} more`);
    process.exitCode = faults.every(({ check }) => check === 'leaks') ? EXIT.leak : EXIT.verification;
    return verified;
  }
}
