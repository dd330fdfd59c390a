import { existsSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { GENERATOR_VERSION } from '../../src/model/model.js';
import { SAMPLE, written } from './plans.js';

const golden = (version: number): URL => new URL(`../golden/rows-v${version}.jsonl`, import.meta.url);

describe('golden rows', () => {
  afterEach(() => vi.unstubAllEnvs());

  it('are what this generator version writes: bytes may change only when the version is raised', () => {
    const { text } = written(SAMPLE, { perTemplate: 8, seed: 42 });
    expect(text).toBe(readFileSync(golden(GENERATOR_VERSION), 'utf8'));
  });

  it.each(['Asia/Kathmandu', 'America/St_Johns'])('are the same in %s and under another locale', (zone) => {
    vi.stubEnv('TZ', zone);
    vi.stubEnv('LANG', 'tr_TR.UTF-8');
    vi.stubEnv('LC_ALL', 'tr_TR.UTF-8');
    const { text } = written(SAMPLE, { perTemplate: 8, seed: 42 });
    expect(text).toBe(readFileSync(golden(GENERATOR_VERSION), 'utf8'));
  });

  it('are kept for every version', () => {
    for (let version = 1; version <= GENERATOR_VERSION; version++) expect(existsSync(golden(version))).toBe(true);
  });
});
