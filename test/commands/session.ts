import { type ChildProcess, fork, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export const BIN = join(import.meta.dirname, '..', '..', 'bin', 'run.js');

const RUNNER = join(import.meta.dirname, 'runner.js');

type Environment = Readonly<Record<string, string>>;

/** Ours without what would change what a command says. */
function environmentOf(more: Environment): NodeJS.ProcessEnv {
  const { CALQUE_STORE, NO_COLOR, DEBUG, ...rest } = process.env;
  return { ...rest, ...more };
}

export interface Answer {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder of its own, and the built program run in it. */
export class Session {
  readonly folder = mkdtempSync(join(tmpdir(), 'calque sessiön '));
  #runner: ChildProcess | undefined;

  write(name: string, text: string): string {
    const path = join(this.folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return path;
  }

  /** Runs the program in a process of its own, as a user would. */
  start(args: readonly string[], { input = '', environment = {} as Environment, cwd = this.folder } = {}): Answer {
    const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], {
      cwd,
      input,
      env: environmentOf(environment),
      encoding: 'utf8',
    });
    return { code: status, stdout, stderr };
  }

  /** Runs a command in the process that this session's commands share: the same, without the wait for its start. */
  async run(args: readonly string[], { environment = {} as Environment } = {}): Promise<Answer> {
    this.#runner ??= fork(RUNNER, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    const runner = this.#runner;
    return new Promise((resolve, reject) => {
      const died = (code: number | null) => reject(new Error(`the runner ended with ${code}: ${args.join(' ')}`));
      runner.once('exit', died);
      runner.once('message', (answer) => {
        runner.off('exit', died);
        resolve(answer as Answer);
      });
      runner.send({ args, cwd: this.folder, env: environmentOf(environment) });
    });
  }

  /** Runs with --json and reads the one document. */
  async json<T>(args: readonly string[]): Promise<T> {
    const { stdout, stderr } = await this.run([...args, '--json']);
    try {
      return JSON.parse(stdout) as T;
    } catch {
      throw new Error(`no JSON from ${args.join(' ')}: ${stdout}${stderr}`);
    }
  }

  end(): void {
    this.#runner?.removeAllListeners('exit');
    this.#runner?.disconnect();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Twelve words, enough for the templates below. */
export const WORDS = `english	pos	target	class	labels
wake up	V	amka
wake me up	V	niamshe
at		saa
play	V	cheza
music	N	muziki	BANTU3
song	N	wimbo	BANTU11
milk	N	maziwa	BANTU6
house	N	nyumba	BANTU9
please	PART	tafadhali
turn off	V	zima
light	N	taa	BANTU9
damn	INTJ	laana		vulgar
`;

export const TEMPLATES = `id	scenario	intent	annotated
t1	alarm	alarm_set	wake me up at [time : nine am]
t2	play	play_music	please play [artist_name : adele]
t3	iot	iot_hue_lightoff	turn off the light
t4	lists	lists_createoradd	milk
`;

export const VALUES = `slot	english	value	weight
time	nine am	saa tatu asubuhi	1
time		saa sita	1
artist_name		fally ipupa	2
`;

/** Lines of MASSIVE's format: id, intent and utterance of each. */
export function massiveLines(rows: readonly (readonly [string, string, string])[], partition = 'train'): string {
  const lines = rows.map(([id, intent, annot_utt]) => {
    const utt = annot_utt.replace(/\[\w+ : ([^\]]*)\]/g, '$1');
    return JSON.stringify({ id, locale: 'sw-KE', partition, scenario: 's', intent, utt, annot_utt });
  });
  return `${lines.join('\n')}\n`;
}

/** What people said for the templates below. */
export const SPOKEN = [
  ['t1', 'alarm_set', 'niamshe [time : saa tatu asubuhi]'],
  ['t2', 'play_music', 'tafadhali cheza [artist_name : fally ipupa]'],
  ['t3', 'iot_hue_lightoff', 'zima taa'],
] as const;

/** What a person might say for a starter template. */
const STARTER = ['s2', 'alarm_set', 'niamshe [date : ijumaa] [time : saa tatu asubuhi]'] as const;

/** The files that the examples of the commands name, and a store made of them. */
export function furnish(session: Session): void {
  session.write('swahili.tsv', 'milk\tmaziwa\nhouse\tnyumba\n');
  session.write('words.csv', 'number,english,turkish\n1,milk,süt\n2,house,ev\n');
  session.write('cy-en.tsv', 'llaeth\tmilk\ntŷ\thouse\n');
  session.write('toolbox.db', '\\lx maji\n\\ge water\n\\ps n\n\\lx moto\n\\ge fire\n\\ps n\n');
  session.write('sources.yaml', 'swahili.tsv: {to: sw, licence: CC0-1.0, title: Words}\n');
  session.write('alarms.txt', 'language: en\nscenario: alarm\n\nintent: alarm_set\nwake me at [time : five]\n');
  session.write('turkish.tsv', 'kitap\tkitaplar\tN;PL\nev\tevler\tN;PL\n');
  session.write('swa.dev', 'fika\tV;NFIN\tkufika\nimba\tV;NFIN\tkuimba\n');
  session.write('lemmas.tsv', 'kitap\tN;PL\nev\tN;PL\n');
  session.write(
    'utterances.jsonl',
    `${JSON.stringify({ id: '0', locale: 'en-US', partition: 'train', scenario: 'lists', intent: 'lists_query', utt: 'milk', annot_utt: 'milk' })}\n`,
  );
  session.write('cities.txt', 'nairobi\nmombasa\n');
  session.write('values.tsv', VALUES);
  session.write('wechsel/swahili.txt', 'milk\tmaziwa\nhouse\tnyumba\n');
  session.write('wals/languages.csv', 'ID,Name,ISO639P3code\nswa,Swahili,swh\n');
  session.write('wals/values.csv', 'ID,Language_ID,Parameter_ID,Value,Code_ID\n1,swa,81A,2,81A-2\n2,swa,85A,2,85A-2\n');
  session.write(
    'cities500.txt',
    '1\tNairobi\tNairobi\tNBO\t-1.28\t36.82\tP\tPPLC\tKE\t\t05\t\t\t\t2750547\t\t1684\tAfrica/Nairobi\t2020-01-01\n',
  );
  session.write('tatoeba.eng-swh.tsv', 'Come in.\tKaribu.\nWho is it?\tNi nani?\n');
  session.write('news/sw.txt', 'Habari za leo.\nMvua imenyesha.\n');
  session.write('speech.sw', 'Karibu.\nAsante.\n');
  session.write('speech.en', 'Welcome.\nThank you.\n');
  session.write('sw/lexicon.tsv', WORDS);
  session.write('templates.tsv', TEMPLATES);
  session.write('sw.train.jsonl', massiveLines(SPOKEN));
  session.write('sw.dev.jsonl', massiveLines([...SPOKEN, STARTER], 'dev'));
}
