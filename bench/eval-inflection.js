// The predictor of src/inflect on the SIGMORPHON development sets: train -> dev, nothing else seen. Writes the part
// `inflection` of docs/results.md. About 15 minutes of CPU time, on as many cores as there are (at most four).
// Usage, after `npm run build`: node bench/eval-inflection.js [--set 2023,2022-small,...] [--language fin,...] [--json FILE]
// With --set or --language the figures are printed, and the page is left as it is.
import { fork } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { SETS } from './inflection-data.js';
import { pageOf } from './inflection-page.js';
import { writeResults } from './results-page.js';

const MEASURE = fileURLToPath(new URL('./inflection-measure.js', import.meta.url));
const MOST_PROCESSES = 4;

/** Hands the jobs out to a few processes; the answers in the order of the jobs. */
async function measureAll(jobs) {
  const answers = [];
  let next = 0;
  const work = () =>
    new Promise((done, fail) => {
      const child = fork(MEASURE);
      let at = -1;
      const more = () => {
        at = next++;
        if (at < jobs.length) child.send(jobs[at].files);
        else child.disconnect();
      };
      child.on('message', (answer) => {
        answers[at] = answer;
        if (!answer.skipped)
          process.stderr.write(`${jobs[at].set} ${answer.language} ${answer.all.right}/${answer.all.all}\n`);
        more();
      });
      child.on('exit', (code) => (code === 0 ? done() : fail(new Error(`${MEASURE} ended with ${code}.`))));
      more();
    });
  await Promise.all(Array.from({ length: Math.min(MOST_PROCESSES, availableParallelism()) }, work));
  return answers;
}

const { values } = parseArgs({
  options: { set: { type: 'string' }, language: { type: 'string' }, json: { type: 'string' } },
});
const wanted = values.language?.split(',');
const sets = values.set?.split(',') ?? Object.keys(SETS);
for (const set of sets)
  if (!Object.hasOwn(SETS, set)) throw new Error(`No set ${set}. Sets: ${Object.keys(SETS).join(', ')}.`);
const jobs = sets.flatMap((set) =>
  SETS[set]()
    .filter(({ language }) => !wanted || wanted.includes(language))
    .map((files) => ({ set, files })),
);
const answers = await measureAll(jobs);
const report = Object.fromEntries(
  sets.map((set) => [set, answers.filter((answer, at) => jobs[at].set === set && !answer.skipped)]),
);
if (values.json) writeFileSync(values.json, `${JSON.stringify(report, null, 1)}\n`);
const page = pageOf(report);
console.log(page);
if (!values.set && !values.language) writeResults('inflection', page);
