import { describe, expect, it } from 'vitest';
import { Support } from '../../src/inflect/predict/support.js';

const vote = (...forms: string[]) => forms.map((form) => ({ form, p: 1 / forms.length }));

describe('what cells propose', () => {
  it('is agreed when enough of them put the same form first', () => {
    const support = new Support();
    for (const [nth, agreed] of [false, false, true].entries()) {
      support.addVotes(vote('evlerde', 'evlarda'), 0.9);
      expect([nth, support.isAgreed(3)]).toEqual([nth, agreed]);
    }
  });

  it('is not agreed when one of them puts another first, however many there are', () => {
    const support = new Support();
    support.addVotes(vote('evlarda'), 0.9);
    for (let i = 0; i < 5; i++) support.addVotes(vote('evlerde'), 0.9);
    expect(support.isAgreed(3)).toBe(false);
  });
});
