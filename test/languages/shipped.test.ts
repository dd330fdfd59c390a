import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseProfile, parseScheme, resolveLanguage } from '../../src/languages/languages.js';

const ROOT = join(import.meta.dirname, '..', '..');
const languages = readdirSync(join(ROOT, 'morphology')).filter((name) =>
  existsSync(join(ROOT, 'morphology', name, 'profile.yaml')),
);

describe('what comes with the program', () => {
  it.each(languages)('has a profile of %s that holds to the schema', async (language) => {
    expect(resolveLanguage(language)).toBe(language);
    const file = join(ROOT, 'morphology', language, 'profile.yaml');
    expect((await parseProfile(readFileSync(file, 'utf8'), file, language)).language).toBe(language);
  });

  it('has a scheme', () => {
    const file = join(ROOT, 'lexicons', 'massive', 'slots.tsv');
    expect(parseScheme(readFileSync(file, 'utf8'), file).size).toBeGreaterThan(20);
  });
});
