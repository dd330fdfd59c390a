import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { BIN, Session } from './session.js';

const session = new Session();
afterAll(() => session.end());

const read = (name: string) => readFileSync(join(session.folder, name), 'utf8');

interface Imported {
  readonly sources: readonly {
    readonly name: string;
    readonly from: string;
    readonly to: string;
    readonly kept: number;
    readonly encoding: string;
  }[];
}

describe('a dictionary of one’s own', () => {
  const first = '\\w maji\n\\g agua\n\\p n\n\\w moto\n\\g fuego\n\\p n\n\\w\n\\g x\n';

  it('is read by a mapping that stays with it', async () => {
    session.write('words.db', first);
    session.write('mapping.yaml', 'w: lemma\ng: gloss.es\np: pos\n');
    const args = ['lexicon', 'import', 'words.db', '--to', 'sw', '--licence', 'CC0-1.0', '--rejects', 'left.tsv'];
    const made = await session.json<Imported>([...args, '--mapping', 'mapping.yaml']);
    expect(made.sources).toMatchObject([{ from: 'es', to: 'sw', kept: 2, encoding: 'utf-8' }]);
    expect(read('left.tsv')).toBe('file\tline\treason\ttext\nwords.db\t7\tthe entry has no headword\t\n');
    const name = made.sources[0]?.name as string;
    expect(existsSync(join(session.folder, 'calque.db.rejects', `${name}.tsv`))).toBe(true);

    // Neither marker, language nor licence is said again.
    session.write('edited.db', '\\w maji\n\\g agua\n\\p n\n\\w mti\n\\g árbol\n\\p n\n');
    const again = await session.json<Imported>(['lexicon', 'import', 'edited.db', '--replace', name]);
    expect(again.sources).toMatchObject([{ name, from: 'es', to: 'sw', kept: 2, licence: 'CC0-1.0' }]);
    expect((await session.run(['lexicon', 'show', 'moto'])).stdout).toContain('no "moto"');
    expect((await session.run(['lexicon', 'show', 'mti'])).stdout).toContain('árbol');
    expect(await session.json<unknown[]>(['lexicon', 'list'])).toHaveLength(1);
    expect(existsSync(join(session.folder, 'calque.db.rejects', `${name}.tsv`))).toBe(false);

    // What cannot be read leaves the old one.
    session.write('broken.db', '');
    expect((await session.run(['lexicon', 'import', 'broken.db', '--replace', name])).code).toBe(20);
    expect((await session.run(['lexicon', 'show', 'mti'])).stdout).toContain('árbol');
    expect((await session.run(['lexicon', 'import', 'edited.db', '--replace', 'nothing'])).code).toBe(2);
  });

  it('of many languages is replaced as a whole, each language under its name', async () => {
    session.write('terms.csv', 'english,zulu,xhosa,swati\nwater,amanzi,amanzi,emanti\nfire,umlilo,umlilo,umlilo\n');
    const args = ['lexicon', 'import', '--store', 'wide.db', '--json'];
    const { sources } = await session.json<Imported>([...args, 'terms.csv']);
    session.write('new.csv', 'english,zulu,xhosa,swati\nwater,amanzi,amanzi,emanti\ntree,isihlahla,umthi,sihlahla\n');
    const again = await session.json<Imported>([...args, 'new.csv', '--replace', sources[1]?.name as string]);
    expect(again.sources.map(({ name, to }) => [name, to])).toEqual(sources.map(({ name, to }) => [name, to]));
  });

  it('is explained as its sources cite it', async () => {
    session.write('stems.tsv', 'play\t-cheza\n');
    session.write('infinitives.tsv', 'play\tcheza\nplay\tkucheza\nmusic\tmuziki\n');
    session.write('play.tsv', 'id\tscenario\tintent\tannotated\nt1\tplay\tplay_music\tplay music\n');
    const store = ['--store', 'cited.db'];
    await session.run(['lexicon', 'import', 'stems.tsv', 'infinitives.tsv', '--to', 'sw', ...store]);
    await session.run(['template', 'import', 'play.tsv', ...store]);
    await session.run(['generate', '--to', 'sw', '--output', 'cited', ...store]);
    const { stdout } = await session.run(['explain', 't1#0', '--run', 'cited', ...store]);
    expect(stdout).toMatch(/As sources cite it\n {2}\S+: .*kucheza/);
  });

  it('is shown with fields, languages and counts before it is stored', async () => {
    session.write('latin.csv', '');
    const bytes = Buffer.from(
      'English;Albanian;POS\nwater;uj\xeb;n\nhouse;sht\xebpi;n\nbrother;v\xeblla;n\nfire\n',
      'latin1',
    );
    const { writeFileSync } = await import('node:fs');
    writeFileSync(join(session.folder, 'latin.csv'), bytes);
    const args = ['lexicon', 'import', 'latin.csv', '--store', 'none.db'];
    const { stdout } = await session.run([...args, '--dry-run']);
    for (const text of [
      'latin.csv: pairs, windows-1252, licence not stated',
      'in doubt: is not UTF-8',
      'column 1 "English" → en',
      'column 2 "Albanian" → sq',
      'column 3 "POS" → part of speech',
      'en → sq: 4 rows read, 1 of them not taken in',
      '1 × too few columns',
      'water → ujë (N)',
      'line 5 not taken in: too few columns: fire',
      'Nothing was stored.',
    ])
      expect(stdout).toContain(text);
    expect(existsSync(join(session.folder, 'none.db'))).toBe(false);
    const { stderr } = await session.run(args);
    expect(stderr).toContain('Warning: latin.csv is not UTF-8');
    const [source] = await session.json<{ encoding: string }[]>(['lexicon', 'list', '--store', 'none.db']);
    expect(source?.encoding).toBe('windows-1252');
  });
});

describe('an export', () => {
  const source = (name: string) => session.json<{ name: string }[]>(['lexicon', 'list', '--store', name]);

  it('gives everything back, and makes the same store again', async () => {
    session.write(
      'one/sw.tsv',
      'english\tpos\ttarget\tclass\tlabels\nmilk\tN\tmaziwa\tBANTU6\ndamn\tINTJ\tlaana\t\tvulgar\nconstructor\tN\tmjenzi | __proto__\n',
    );
    session.write('one/phrasebook.tsv', 'english\tpos\ttarget\nthe\t\t∅\nmilk\tN\tmaziwa\n');
    session.write('one/back.tsv', 'milk (of a cow)\tma\\ziwa\nmilk (of a goat)\tma\\ziwa\n');
    session.write('two/cy.tsv', 'milk\tllaeth\nhouse\ttŷ\n');
    const into = ['--licence', 'CC0-1.0', '--store', 'first.db'];
    await session.run(['lexicon', 'import', 'one', '--to', 'sw', '--title', 'Words, with a\ttab', ...into]);
    await session.run(['lexicon', 'import', 'two', '--to', 'cy', ...into]);
    const { stdout } = await session.run(['lexicon', 'export', '--store', 'first.db']);
    expect(stdout.split('\n')[1]).toBe('#source\tone-back\tWords, with a\\ttab\t');
    expect(stdout).toContain('en\tmilk\t\tsw\tma\\\\ziwa\t\t1\tof a goat\t\tone-back\tlexicon\tCC0-1.0\n');
    expect(stdout).toContain('en\tthe\t\tsw\t∅\t\t1\t\t\tone-phrasebook\tphrasebook\tCC0-1.0\n');

    session.write('all.tsv', stdout);
    const { sources } = await session.json<Imported>(['lexicon', 'import', 'all.tsv', '--store', 'second.db']);
    expect(sources.map(({ name }) => name).sort()).toEqual((await source('first.db')).map(({ name }) => name).sort());
    const again = await session.run(['lexicon', 'export', '--store', 'second.db']);
    expect(again.stdout.split('\n').sort()).toEqual(stdout.split('\n').sort());
    const facts = ['name', 'kind', 'licence', 'title', 'citation', 'from', 'to'];
    const of = (list: readonly object[]) => list.map((each) => facts.map((key) => Reflect.get(each, key))).sort();
    expect(of(await source('second.db'))).toEqual(of(await source('first.db')));
    const unchanged = await session.json<{ sources: { unchanged: boolean }[] }>([
      ...['lexicon', 'import', 'all.tsv', '--store', 'second.db'],
    ]);
    expect(unchanged.sources.every((each) => each.unchanged)).toBe(true);
  });

  it('may be of one language or source, and JSON', async () => {
    const { entries } = await session.json<{ entries: { to: string }[] }>([
      'lexicon',
      'export',
      '--to',
      'cy',
      '--store',
      'first.db',
    ]);
    expect(entries.map(({ to }) => to)).toEqual(['cy', 'cy']);
    const args = ['lexicon', 'export', '--store', 'first.db', '--output', 'x.tsv'];
    expect(await session.json([...args, '--source', 'one-sw'])).toEqual({ file: 'x.tsv', rows: 4, sources: 1 });
    expect(read('x.tsv')).not.toContain('llaeth');
    expect((await session.run([...args, '--source', 'nothing'])).code).toBe(2);
  });

  it('may be cut short by its reader', async () => {
    session.write('long.tsv', Array.from({ length: 60_000 }, (_, i) => `word ${i}\tneno ${i}\n`).join(''));
    await session.run(['lexicon', 'import', 'long.tsv', '--to', 'sw', '--store', 'long.db']);
    const { spawnSync } = await import('node:child_process');
    const { stdout, stderr, status } = spawnSync(
      'bash',
      ['-c', `set -o pipefail; "${process.execPath}" "${BIN}" lexicon export --store long.db | head -2`],
      { cwd: session.folder, encoding: 'utf8' },
    );
    expect([stdout.split('\n')[0], stderr, status]).toEqual(['# calque lexicon export', '', 0]);
  });
});
