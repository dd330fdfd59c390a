/** Common English adjectives. The tagger takes nouns of commands for adjectives and adjectives for nouns; these decide. */
import { englishLemmas } from './lemma.js';

const COMMON: ReadonlySet<string> = new Set(
  `
able absolute acoustic active actual afraid alive alternative ambient amazing american ancient angry annoying asian
automatic available average awake aware awesome awful bad bald basic beautiful best better big bitter black blank bland
blue boiled bold boring brave brief bright brilliant british broad broken brown busy calm careful certain cheap chinese
classic classical clear clever closed cloudy cold comfortable common complete complex cool correct crazy creative crisp
critical current curious cute daily damp dark dead deaf dear decent deep delicious detailed different difficult digital
dirty domestic double dry due dull early easy eastern economic electric electronic empty english entire equal european
every-day exact excellent exciting expensive external extra fair false familiar famous fancy far fast fat favorite
favourite federal few fine first flat foggy foreign formal free french frequent fresh friendly front frozen full fun
funny future general gentle german global gold good gorgeous grand gray great greek green grey gross guilty
half handy happy hard harsh healthy heavy hidden high hilarious historical holy honest hot huge human humid hungry icy
ideal identical important impossible incoming incorrect indian indoor inside instant instrumental intelligent
interesting internal international italian japanese joint junk kind korean large last late latest lazy leading least
legal less likely little live lively local lonely long loose lost loud lovely low lucky mad main major married maximum
medical medium mellow mexican mild minimum minor minute missing mobile modern monthly moody musical mutual national
native natural near nearby nearest neat necessary negative new next nice noisy normal northern numerous odd ok okay old
online open opposite orange ordinary organic original other outdoor outgoing overdue own past peaceful perfect personal
pink plain pleasant plenty political poor popular positive possible powerful pretty previous private professional
proper proud public purple quick quiet rainy random rapid rare raw ready real reasonable recent red regular relaxing
relevant reliable remaining remote republican rich ridiculous right ripe romantic rough round royal rude sad safe same
scary scheduled secret secure senior serious severe sexy shallow sharp short sick silent silly silver similar simple
single slight slow small smart smooth snowy social soft solid sore sorry sour southern spanish spare special
specific spicy spiritual stable standard steady steep stormy straight strange strict strong stupid subtle successful
such sudden sufficient suitable sunny super sure sweet tall tasty technical terrible thick thin tight tiny tired top
total tough traditional tropical true typical ugly unable unheard unique unknown unlikely unread unusual upbeat upcoming
upset urgent useful useless usual valid vegan vegetarian violent visual warm weak weekly weird western wet white whole
wide wild windy wise wonderful wooden worst worth wrong yearly yellow young yummy second third fourth fifth following
coming
`
    .trim()
    .split(/\s+/u),
);

const ENDING = /(ful|ous|able|ible|less|ish|iest|proof|like)$/u;

/** A common adjective, a comparative or superlative of one, or a word with an ending that only adjectives have. */
export function isAdjective(word: string): boolean {
  if (COMMON.has(word)) return true;
  if (word.length > 6 && ENDING.test(word)) return true;
  return /e(r|st)$/u.test(word) && englishLemmas(word).some((lemma) => COMMON.has(lemma));
}
