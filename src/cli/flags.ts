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
  replace: Flags.string({ description: 'take this source out in the same step', helpValue: 'SOURCE' }),
  'dry-run': Flags.boolean({ description: 'show ten entries as they are understood, and store nothing' }),
  strict: Flags.boolean({ description: 'stop at the first row that cannot be taken in (exit code 21)' }),
} as const;

export const sourcesFlag = Flags.string({
  description: 'YAML file that describes files: pattern → format, from, to, columns, reverse, licence, title, with',
  helpValue: 'FILE',
});

export const languageFlag = Flags.string({
  description: 'language of the data: sw, swh, Swahili',
  helpValue: 'LANGUAGE',
});
