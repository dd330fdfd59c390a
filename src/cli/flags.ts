import { Flags } from '@oclif/core';

/** Flags that several commands share. */
export const importFlags = {
  format: Flags.string({
    description: 'format of the files; `calque formats` lists them',
    default: 'auto',
    helpValue: 'ID',
  }),
  licence: Flags.string({ description: 'licence of the data, as an SPDX identifier', helpValue: 'SPDX' }),
  title: Flags.string({ description: 'what the data are called' }),
  replace: Flags.string({
    description: 'put the file in the place of this source, read as that was, in one step',
    helpValue: 'SOURCE',
  }),
  encoding: Flags.string({
    description: 'how the text is encoded, where that is not Unicode (windows-1252, euc-jp)',
    helpValue: 'NAME',
  }),
  rejects: Flags.string({
    description: 'write every row that is not taken in, and why, to this file',
    helpValue: 'FILE',
  }),
  'dry-run': Flags.boolean({
    description: 'show what is understood (fields, languages, counts, entries), and store nothing',
  }),
  strict: Flags.boolean({ description: 'stop at the first row that cannot be taken in (exit code 21)' }),
} as const;

export const sourcesFlag = Flags.string({
  description: 'YAML file that describes files: pattern → format, from, to, columns, mapping, encoding …',
  helpValue: 'FILE',
});

export const languageFlag = Flags.string({
  description: 'language of the data: sw, swh, Swahili',
  helpValue: 'LANGUAGE',
});
