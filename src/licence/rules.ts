/**
 * What the licence of a source lets a whole carry that was adapted from it. Each row was read in the text of the
 * licence, or on the page of those who keep it; help for a decision, no legal advice.
 */

/** Licences that a package can carry as a whole; the marks of each rule stand in this order. */
export const OUTPUTS = [
  'CC0-1.0',
  'CC-BY-4.0',
  'CC-BY-SA-3.0',
  'CC-BY-SA-4.0',
  'ODbL-1.0',
  'GPL-2.0-only',
  'GPL-2.0-or-later',
  'GPL-3.0-only',
  'GPL-3.0-or-later',
  'CC-BY-NC-4.0',
  'CC-BY-NC-SA-4.0',
] as const;
export type OutputLicence = (typeof OUTPUTS)[number];

/** What is owed to the owner of a source. */
export type Obligation =
  | 'attribution'
  | 'changes'
  | 'notice'
  | 'share-alike'
  | 'source'
  | 'offer-database'
  | 'non-commercial'
  | 'no-derivatives'
  | 'read-it'
  | 'ask';

export interface LicenceRule {
  /** SPDX identifier. */
  readonly id: string;
  /** A mark an output: `y` yes, `.` no, `?` open: nobody has ruled on it, or those who did disagree. */
  readonly may: string;
  readonly owed: readonly Obligation[];
  readonly why: string;
  /** Where that is written. */
  readonly source: string;
}

//               0 B S S O 2 2 3 3 N N    CC0, BY 4, BY-SA 3, BY-SA 4, ODbL, GPL 2, 2+, 3, 3+, NC 4, NC-SA 4
const ANY = 'yyyyyyyyyyy';
const NOTICE = '.yyyyyyyyyy';
const GPL_2_OR_LATER = '.....yyyy..';
const GPL_3_OR_LATER = '.......yy..';
const BY_3 = '.yyy?????yy';
const BY_SA_3 = '..yy...?...';
const NON_COMMERCIAL = '.........yy';
const NOTHING = '...........';

const CREDIT: readonly Obligation[] = ['attribution', 'changes'];
const SAME: readonly Obligation[] = [...CREDIT, 'share-alike'];
const COPYLEFT: readonly Obligation[] = ['share-alike', 'notice', 'source'];

const deed = (path: string) => `https://creativecommons.org/${path}/legalcode`;
const spdx = (id: string) => `https://spdx.org/licenses/${id}.html`;
const FSF = 'https://www.gnu.org/licenses/license-list.html';
const CC_COMPATIBLE = 'https://creativecommons.org/share-your-work/licensing-considerations/compatible-licenses/';
const OSM = 'https://wiki.openstreetmap.org/wiki/Import/ODbL_Compatibility';

const rule = (id: string, may: string, owed: readonly Obligation[], why: string, source = spdx(id)): LicenceRule => {
  return { id, may, owed, why, source };
};

/** No licence was stated: all rights are reserved. */
export const UNSTATED = rule('NONE', NOTHING, ['ask'], 'nobody has said what is allowed, so nothing is', '');
/** A licence that the table does not know. */
export const UNREAD = rule('LicenseRef-custom', NOTHING, ['read-it'], 'no rule here: a person has to read it', '');

export const RULES: readonly LicenceRule[] = [
  rule('CC0-1.0', ANY, [], 'gives up copyright and database right', deed('publicdomain/zero/1.0')),
  rule('PDDL-1.0', ANY, [], 'gives up copyright and database right'),
  rule('MIT', NOTICE, ['notice'], 'copies keep the copyright line and the permission'),
  rule('BSD-3-Clause', NOTICE, ['notice'], 'like MIT; names may not be used to promote'),
  rule('Unicode-3.0', NOTICE, ['notice'], 'the notice goes with copies or into their documentation'),
  rule('CDLA-Permissive-2.0', NOTICE, ['notice'], 'the text of the licence goes along; results are free'),
  rule('Apache-2.0', '.yyyy..yyyy', ['notice', 'changes'], 'fits version 3 of the GPL, not version 2', FSF),
  rule('ODC-By-1.0', '.y?yy????yy', ['attribution', 'notice'], 'asks for credit to the database'),
  rule('etalab-2.0', '.y?y?????yy', ['attribution'], 'names CC BY, ODC-By and OGL as licences that it fits'),
  rule(
    'CC-BY-3.0',
    BY_3,
    CREDIT,
    'the FSF speaks of 4.0 alone; database rights are not licensed',
    deed('licenses/by/3.0'),
  ),
  rule('CC-BY-4.0', '.yyy?yyyyyy', CREDIT, `fits the GPL, says the FSF; OpenStreetMap wants a waiver (${OSM})`, FSF),
  rule(
    'CC-BY-SA-3.0',
    BY_SA_3,
    SAME,
    '4(b): this version, a later one or a compatible licence; to the GPL it would take two steps',
    deed('licenses/by-sa/3.0'),
  ),
  rule(
    'CC-BY-SA-4.0',
    '...y...y?..',
    SAME,
    '3(b): this version, a later one or a compatible licence: GPL 3, one way, named without "or later"',
    CC_COMPATIBLE,
  ),
  rule(
    'ODbL-1.0',
    '....y......',
    ['attribution', 'share-alike', 'notice', 'offer-database'],
    '4.4: a derived database stays under it; 4.5: a collection does not spread it',
  ),
  rule('GPL-2.0-only', '.....y.....', COPYLEFT, 'this version and no other'),
  rule('GPL-2.0-or-later', GPL_2_OR_LATER, COPYLEFT, 'whoever receives it chooses the version'),
  rule('GPL-3.0-only', '.......y...', COPYLEFT, 'no way back to Creative Commons', CC_COMPATIBLE),
  rule('GPL-3.0-or-later', GPL_3_OR_LATER, COPYLEFT, 'no way back to Creative Commons', CC_COMPATIBLE),
  rule('CECILL-2.1', GPL_2_OR_LATER, COPYLEFT, '5.3.4: the whole may go under any GPL'),
  rule('LGPLLR', NOTHING, ['share-alike', 'notice'], '2: the whole under this licence'),
  rule('GFDL-1.3-or-later', NOTHING, ['share-alike', 'notice'], 'the whole under this licence'),
  rule('CC-BY-NC-4.0', NON_COMMERCIAL, [...CREDIT, 'non-commercial'], 'not for commerce', deed('licenses/by-nc/4.0')),
  rule(
    'CC-BY-NC-SA-4.0',
    '..........y',
    [...CREDIT, 'non-commercial', 'share-alike'],
    'the same licence, which forbids what share-alike and GPL allow',
    deed('licenses/by-nc-sa/4.0'),
  ),
  rule(
    'CC-BY-NC-SA-3.0',
    '..........y',
    [...CREDIT, 'non-commercial', 'share-alike'],
    'a later version of the same licence',
    deed('licenses/by-nc-sa/3.0'),
  ),
  rule(
    'CC-BY-ND-4.0',
    NOTHING,
    ['attribution', 'no-derivatives'],
    'adaptations may be made, not shared',
    deed('licenses/by-nd/4.0'),
  ),
  rule(
    'CC-BY-NC-ND-4.0',
    NOTHING,
    ['attribution', 'non-commercial', 'no-derivatives'],
    'adaptations may be made, not shared',
    deed('licenses/by-nc-nd/4.0'),
  ),
  UNREAD,
  UNSTATED,
];

/** Licences that dictionaries and tables carry besides: each goes as the rule that it names does. */
export const LIKE: readonly (readonly [id: string, like: string, why: string])[] = [
  ['CC-PDDC', 'CC0-1.0', 'a dedication to the public domain'],
  ['Unlicense', 'CC0-1.0', 'a dedication to the public domain'],
  ['BSD-2-Clause', 'BSD-3-Clause', 'the same with a condition less'],
  ['ISC', 'MIT', 'the same in fewer words'],
  ['Unicode-DFS-2016', 'Unicode-3.0', 'its forerunner'],
  ['WordNet-3.0', 'MIT', 'copies keep the notice'],
  ['CC-BY-2.0', 'CC-BY-3.0', 'the same terms'],
  ['CC-BY-2.5', 'CC-BY-3.0', 'the same terms'],
  ['CC-BY-SA-2.0', 'CC-BY-SA-3.0', '4(b): this version or a later one'],
  ['CC-BY-SA-2.5', 'CC-BY-SA-3.0', '4(b): this version or a later one'],
  ['CC-BY-NC-2.0', 'CC-BY-NC-4.0', 'the same terms'],
  ['CC-BY-NC-3.0', 'CC-BY-NC-4.0', 'the same terms'],
  ['GPL-1.0-or-later', 'GPL-2.0-or-later', 'any version may be chosen'],
  ['LGPL-2.0-or-later', 'GPL-2.0-or-later', '3: the GPL may take its place'],
  ['LGPL-2.1-or-later', 'GPL-2.0-or-later', '3: the GPL may take its place'],
  ['LGPL-3.0-or-later', 'GPL-3.0-or-later', 'the GPL with permissions that may be dropped'],
];
