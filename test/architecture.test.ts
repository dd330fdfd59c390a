// The house rules that a machine can check. Each rule is a function from files to complaints, so that a test below can
// also show that the rule fails when it is broken.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';

interface SourceFile {
  /** Path below src, with slashes. */
  readonly path: string;
  readonly text: string;
}

const SRC = join(import.meta.dirname, '..', 'src');

/** What each room may import, besides itself and packages. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  commands: [
    'cli',
    'compile',
    'realise',
    'learn',
    'evaluate',
    'package',
    'store',
    'read',
    'inflect',
    'licence',
    'languages',
    'model',
  ],
  cli: [
    'compile',
    'realise',
    'learn',
    'evaluate',
    'package',
    'store',
    'read',
    'inflect',
    'licence',
    'languages',
    'model',
  ],
  compile: ['analyse', 'transfer', 'arrange', 'inflect', 'verbalise', 'languages', 'model'],
  realise: ['model'],
  evaluate: ['model'],
  package: ['licence', 'model', 'languages'],
  licence: ['model'],
  store: ['model', 'languages'],
  read: ['model', 'languages'],
  learn: ['model', 'languages'],
  analyse: ['model', 'languages'],
  transfer: ['model', 'languages'],
  arrange: ['model', 'languages'],
  inflect: ['model', 'languages'],
  verbalise: ['model', 'languages'],
  languages: ['model'],
  model: [],
};

/** Packages and modules that are too heavy for the top of a command. */
const HEAVY = [
  'better-sqlite3',
  'wink-nlp',
  'wink-eng-lite-web-model',
  'csv-parse',
  'fast-xml-parser',
  'saxes',
  'yaml',
  'iso-639-3',
];
const HEAVY_ROOMS = ['compile', 'realise', 'store', 'read', 'evaluate', 'learn', 'package', 'inflect'];

/** Rooms whose code is pure: nothing of the outside world is opened, read or drawn there. */
const PURE_ROOMS = ['model', 'licence', 'transfer', 'arrange', 'inflect', 'verbalise', 'compile', 'realise'];
const IMPURE = [
  /\bMath\.random\b/,
  /\bDate\.now\b/,
  /\bnew Date\b/,
  /\bprocess\.(env|cwd|stdout|stderr)\b/,
  /\bconsole\./,
  /from 'node:(fs|os|child_process|net|http)'/,
];
const LOCALE_DEPENDENT = [/\.localeCompare\(/, /\.toLocale(Lower|Upper)Case\(\)/, /\.toLocaleString\(\)/];
const LANGUAGE_IN_CODE = /(language|locale|tag|to)\s*===?\s*'(sw|tr|cy|ka|af|fi|is|az|zu|am|tl|ur)'/;

function imports(file: SourceFile, kind: 'static' | 'all'): { path: string; typeOnly: boolean }[] {
  const found = [...file.text.matchAll(/^(?:import|export)\s+(type\s+)?(?:[^'"]*?\sfrom\s+)?'([^']+)'/gm)].map((m) => ({
    path: m[2] as string,
    typeOnly: m[1] !== undefined,
  }));
  if (kind === 'static') return found;
  return [
    ...found,
    ...[...file.text.matchAll(/\bimport\('([^']+)'\)/g)].map((m) => ({ path: m[1] as string, typeOnly: false })),
  ];
}

function room(path: string): string {
  return path.split('/')[0] as string;
}

function target(file: SourceFile, specifier: string): string | undefined {
  return specifier.startsWith('.') ? posix.normalize(posix.join(dirname(file.path), specifier)) : undefined;
}

function wrongWay(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) =>
    imports(file, 'all').flatMap(({ path }) => {
      const to = target(file, path);
      if (to === undefined || room(to) === room(file.path)) return [];
      return MAY_IMPORT[room(file.path)]?.includes(room(to)) ? [] : [`${file.path} imports ${to}`];
    }),
  );
}

function pastTheDoor(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) =>
    imports(file, 'all').flatMap(({ path }) => {
      const to = target(file, path);
      if (to === undefined || room(to) === room(file.path)) return [];
      return to === `${room(to)}/${room(to)}.js` ? [] : [`${file.path} imports ${to} past its door`];
    }),
  );
}

function heavyAtTheTop(files: readonly SourceFile[]): string[] {
  return files
    .filter((file) => room(file.path) === 'commands')
    .flatMap((file) =>
      imports(file, 'static')
        .filter(
          ({ path, typeOnly }) =>
            !typeOnly && (HEAVY.includes(path) || HEAVY_ROOMS.includes(room(target(file, path) ?? ''))),
        )
        .map(({ path }) => `${file.path} loads ${path} before run()`),
    );
}

function impure(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => {
    const patterns = PURE_ROOMS.includes(room(file.path)) ? [...IMPURE, ...LOCALE_DEPENDENT] : LOCALE_DEPENDENT;
    return patterns.filter((pattern) => pattern.test(file.text)).map((pattern) => `${file.path} has ${pattern}`);
  });
}

function languageInCode(files: readonly SourceFile[]): string[] {
  return files.filter((file) => LANGUAGE_IN_CODE.test(file.text)).map((file) => `${file.path} decides by language`);
}

/** Word lists are data: they do not make a file long. */
function tooLong(files: readonly SourceFile[]): string[] {
  return files
    .filter((file) => file.text.replaceAll(/`[^`]*`/g, '``').split('\n').length > 320)
    .map((file) => `${file.path} has over 320 lines`);
}

const RULES = { wrongWay, pastTheDoor, heavyAtTheTop, impure, languageInCode, tooLong };

function sourceFiles(folder: string, below = ''): SourceFile[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    const inside = below === '' ? name : `${below}/${name}`;
    if (statSync(path).isDirectory()) return sourceFiles(path, inside);
    return name.endsWith('.ts') ? [{ path: inside, text: readFileSync(path, 'utf8') }] : [];
  });
}

describe('the house', () => {
  const files = sourceFiles(SRC);

  it.each(Object.entries(RULES))('keeps the rule %s', (_, rule) => {
    expect(rule(files)).toEqual([]);
  });

  it('has a door to every room', () => {
    const rooms = new Set(files.map((file) => room(file.path)).filter((name) => name !== 'commands'));
    expect([...rooms].filter((name) => !files.some((file) => file.path === `${name}/${name}.ts`))).toEqual([]);
  });

  it.each([
    ['wrongWay', 'transfer/x.ts', "import { a } from '../store/store.js';"],
    ['wrongWay', 'realise/x.ts', "import { a } from '../languages/languages.js';"],
    ['wrongWay', 'arrange/x.ts', "import { a } from '../transfer/transfer.js';"],
    ['wrongWay', 'store/x.ts', "const a = await import('../cli/cli.js');"],
    ['pastTheDoor', 'cli/x.ts', "import { a } from '../store/schema.js';"],
    ['heavyAtTheTop', 'commands/x.ts', "import { openStore } from '../store/store.js';"],
    ['heavyAtTheTop', 'commands/x.ts', "import yaml from 'yaml';"],
    ['impure', 'realise/x.ts', 'const a = Math.random();'],
    ['impure', 'read/x.ts', 'a.localeCompare(b);'],
    ['languageInCode', 'compile/x.ts', "if (language === 'sw') return 6;"],
    ['tooLong', 'model/x.ts', '\n'.repeat(400)],
  ] as const)('the rule %s fails when %s breaks it', (rule, path, text) => {
    expect(RULES[rule]([{ path, text }])).not.toEqual([]);
  });
});
