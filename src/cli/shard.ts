import { CalqueError } from '../model/model.js';

/** Part `index` (from 1) of `count`. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** How engines tell a worker its place; a number of parts that the engine does not tell comes from CALQUE_SHARDS. */
const ENGINES: readonly { readonly marker: string; readonly place: (environment: Environment) => Shard }[] = [
  {
    // Kubernetes Indexed Job: index from 0; the number of completions is for the job's author to pass on.
    marker: 'JOB_COMPLETION_INDEX',
    place: (environment) => ({
      index: need(environment, 'JOB_COMPLETION_INDEX') + 1,
      count:
        environment.JOB_COMPLETIONS === undefined
          ? need(environment, 'CALQUE_SHARDS', 'JOB_COMPLETIONS')
          : need(environment, 'JOB_COMPLETIONS'),
    }),
  },
  {
    marker: 'SLURM_ARRAY_TASK_ID',
    place: (environment) => {
      const step = environment.SLURM_ARRAY_TASK_STEP === undefined ? 1 : need(environment, 'SLURM_ARRAY_TASK_STEP');
      const first = need(environment, 'SLURM_ARRAY_TASK_MIN');
      return {
        index: (need(environment, 'SLURM_ARRAY_TASK_ID') - first) / step + 1,
        count: need(environment, 'SLURM_ARRAY_TASK_COUNT'),
      };
    },
  },
  {
    // GNU parallel counts jobs from 1 and does not tell how many there are.
    marker: 'PARALLEL_SEQ',
    place: (environment) => ({ index: need(environment, 'PARALLEL_SEQ'), count: need(environment, 'CALQUE_SHARDS') }),
  },
];

/** Reads `3/8`, or asks the engine that runs this process (`auto`); half a configuration is an error, never a full run. */
export function parseShard(text: string, environment: Environment = process.env): Shard {
  if (text === 'auto') return checked(shardOfEngine(environment), text);
  const match = /^(\d+)\/(\d+)$/.exec(text);
  if (!match) throw new CalqueError('usage', `--shard takes a part like 1/8, or auto, not ${JSON.stringify(text)}`);
  return checked({ index: Number(match[1]), count: Number(match[2]) }, text);
}

function shardOfEngine(environment: Environment): Shard {
  const running = ENGINES.filter(({ marker }) => environment[marker] !== undefined);
  const [engine] = running;
  if (!engine) {
    throw new CalqueError('usage', '--shard auto finds no engine that tells this process its part', {
      suggestions: [
        `one of these must be set: ${ENGINES.map(({ marker }) => marker).join(', ')}`,
        'or write --shard 1/8',
      ],
    });
  }
  if (running.length > 1) {
    const markers = running.map(({ marker }) => marker).join(' and ');
    throw new CalqueError('usage', `--shard auto finds ${markers}, and cannot tell which one counts`, {
      suggestions: ['write --shard 1/8'],
    });
  }
  return engine.place(environment);
}

function need(environment: Environment, name: string, other?: string): number {
  const text = environment[name];
  if (text !== undefined && /^\d+$/.test(text)) return Number(text);
  const names = other === undefined ? name : `${other} (or ${name})`;
  const state = text === undefined ? 'is not set' : `is no number: ${JSON.stringify(text)}`;
  throw new CalqueError('usage', `--shard auto needs ${names}, which ${state}`, { suggestions: ['write --shard 1/8'] });
}

function checked(shard: Shard, text: string): Shard {
  const { index, count } = shard;
  if (Number.isInteger(index) && index >= 1 && index <= count && count <= 99_999) return shard;
  throw new CalqueError('usage', `--shard ${text}: there is no part ${index} of ${count}`);
}

/** `sw.jsonl`, or `sw.00001-of-00003.jsonl`. */
export function shardName(stem: string, extension: string, shard: Shard | undefined): string {
  if (!shard) return `${stem}.${extension}`;
  const digits = (number: number) => String(number).padStart(5, '0');
  return `${stem}.${digits(shard.index)}-of-${digits(shard.count)}.${extension}`;
}
