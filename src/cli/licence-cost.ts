import { languageName } from '../languages/languages.js';
import { allowedLicences, type LicensedSource, type OutputLicence, wantedLicence } from '../licence/licence.js';
import { rowCounts, sum } from '../realise/realise.js';
import type { Store } from '../store/store.js';
import { compileLanguage, type PlanOptions } from './compile-language.js';
import type { Progress } from './progress.js';
import type { Shard } from './shard.js';
import { count, plural } from './text.js';

/** What `--licences` left out for one language, and what the run would have been with it. */
export interface LicenceCost {
  /** The licence that the whole can carry. */
  readonly licence: OutputLicence;
  readonly leftOut: readonly LicensedSource[];
  readonly without: { readonly rows: number; readonly templates: number; readonly coverage: number };
}

export interface CostTask extends PlanOptions {
  readonly perTemplate?: number | undefined;
  readonly rows?: number | undefined;
  readonly shard?: Shard | undefined;
  readonly progress: Progress;
}

/** Compiles the language without the limit, where the limit leaves something out: what it costs can then be told. */
export async function licenceCost(store: Store, language: string, task: CostTask): Promise<LicenceCost | undefined> {
  const licence = wantedLicence(task.licences);
  const allowed = allowedLicences(task.licences);
  // One part of a run tells nothing of the whole.
  if (licence === undefined || allowed === undefined || task.shard) return undefined;
  const used = store
    .sources()
    .filter(({ kind, to }) => kind === 'template' || (kind !== 'typology' && to === language));
  const leftOut = used.filter((source) => !allowed(source.licence)).map(({ name, licence }) => ({ name, licence }));
  if (leftOut.length === 0) return undefined;
  task.progress.update(() => `${language}: compiled without ${task.licences}, to compare`);
  const { tiers, minScore, allRegisters, profile } = task;
  const { plan, report } = await compileLanguage(store, language, { tiers, minScore, allRegisters, profile });
  const rows = sum(rowCounts(plan, { perTemplate: task.perTemplate, rows: task.rows }));
  const coverage = Math.round(report.coverage * 1000) / 1000;
  return { licence, leftOut, without: { rows, templates: plan.carriers.length, coverage } };
}

/** The cost in words. */
export function costText(
  made: { readonly language: string; readonly rows: number; readonly coverage: number },
  { licence, leftOut, without }: LicenceCost,
): string {
  const names = leftOut.map(({ name, licence }) => `${name} (${licence || 'no licence stated'})`);
  const shown = names.length > 4 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : names.join(', ');
  const share = (part: number) => `${Math.round(part * 100)} %`;
  return (
    `${languageName(made.language)}: ${plural(leftOut.length, 'source')} left out for ${licence}: ${shown}. ` +
    `Coverage ${share(made.coverage)} instead of ${share(without.coverage)}, ` +
    `${count(made.rows)} rows instead of ${count(without.rows)}.`
  );
}
