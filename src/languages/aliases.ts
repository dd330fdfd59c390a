/**
 * Spellings that ISO 639-3 does not resolve by itself, each to the tag that the project uses.
 * Compared in lower case, names without accents and apostrophes.
 */

/** Members that stand for their macrolanguage in nearly every data set. */
export const MEMBERS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    arb: 'ar',
    azj: 'az',
    ayr: 'ay',
    als: 'sq',
    cmn: 'zh',
    dgo: 'doi',
    ekk: 'et',
    fil: 'tl',
    gaz: 'om',
    gug: 'gn',
    ike: 'iu',
    khk: 'mn',
    knc: 'kr',
    knn: 'kok',
    lvs: 'lv',
    npi: 'ne',
    ory: 'or',
    pes: 'fa',
    plt: 'mg',
    src: 'sc',
    swh: 'sw',
    uzn: 'uz',
    ydd: 'yi',
    zsm: 'ms',
  }),
);

/** Codes that stand for another: members, withdrawn codes, and codes that organisers and sites use. */
export const CODE_ALIASES: ReadonlyMap<string, string> = new Map([
  ...MEMBERS,
  ...Object.entries({
    // Withdrawn from ISO 639-1.
    in: 'id',
    iw: 'he',
    ji: 'yi',
    jw: 'jv',
    mo: 'ro',
    // UniMorph and SIGMORPHON write `jap` (Jaruára in ISO 639-3) for Japanese.
    jap: 'ja',
    'heb-unvoc': 'he-x-unvoc',
    // Codes of translation sites that are no ISO code: cb_IQ, cx_PH, ns_ZA.
    cb: 'ckb',
    cx: 'ceb',
    ns: 'nso',
  }),
]);

/** Codes that data sets use and ISO 639-3 lacks, because they name a group. */
export const GROUP_CODES: ReadonlyMap<string, string> = new Map([
  ['ber', 'Berber'],
  ['cpf', 'French-based Creole'],
  ['eml', 'Emiliano-Romagnolo'],
  ['nah', 'Nahuatl'],
]);

/** English names in use beside those of ISO 639-3 and CLDR. */
export const NAME_ALIASES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ainu: 'ain',
    azeri: 'az',
    bokmaal: 'nb',
    castilian: 'es',
    chichewa: 'ny',
    'classical armenian': 'xcl',
    'classical nahuatl': 'nci',
    deutsch: 'de',
    espanol: 'es',
    farsi: 'fa',
    filipino: 'tl',
    flemish: 'nl',
    francais: 'fr',
    gaelic: 'gd',
    greenlandic: 'kl',
    isixhosa: 'xh',
    isizulu: 'zu',
    jingpho: 'kac',
    kalamang: 'kgv',
    kapampangan: 'pam',
    kibaku: 'ckl',
    kiswahili: 'sw',
    kurmanji: 'kmr',
    leonese: 'ast',
    mandarin: 'zh',
    moldavian: 'ro',
    murrinhpatha: 'mwf',
    norman: 'nrf',
    'north frisian': 'frr',
    'norwegian bokmaal': 'nb',
    'old armenian': 'xcl',
    'old church slavonic': 'cu',
    'old occitan': 'pro',
    oriya: 'or',
    palula: 'phl',
    sami: 'se',
    sesotho: 'st',
    setswana: 'tn',
    sidaama: 'sid',
    'simplified chinese': 'zh-Hans',
    sinhalese: 'si',
    siswati: 'ss',
    slovene: 'sl',
    sorani: 'ckb',
    'traditional chinese': 'zh-Hant',
    tseltal: 'tzh',
    tshivenda: 've',
    'west frisian': 'fy',
    xitsonga: 'ts',
    'yucatec maya': 'yua',
    zazaki: 'zza',
  }),
);
