import type { Inflector } from '../inflect/inflect.js';
import type {
  Analysis,
  Gazetteer,
  Lexicon,
  Paradigms,
  Profile,
  ResolvedProfile,
  Scheme,
  SlotPolicy,
  Template,
} from '../model/model.js';
import { DEFAULT_POLICY } from '../model/model.js';

/** Everything that the compilation of one language's templates draws on. */
export interface CompileContext {
  readonly language: string;
  readonly lexicon: Lexicon;
  readonly paradigms: Paradigms;
  readonly gazetteer: Gazetteer;
  readonly profile: Profile;
  readonly origin: ResolvedProfile['origin'];
  readonly scheme: Scheme;
  readonly analyse: (template: Template) => Analysis;
  readonly inflector: Inflector;
  /** Keep the trace of every word, for `explain`. */
  readonly trace: boolean;
}

export function policyOf(scheme: Scheme, slot: string): SlotPolicy {
  return scheme.get(slot) ?? DEFAULT_POLICY;
}
