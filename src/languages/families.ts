/**
 * Family and branch, and where a language is mostly spoken, for the cards of data sets. General knowledge, written for
 * the project; families as Glottolog groups them. A language that is missing is said to be not stated.
 */
const FAMILIES = `
af	Indo-European, Germanic	South Africa, Namibia
am	Afro-Asiatic, Semitic	Ethiopia
ar	Afro-Asiatic, Semitic	North Africa, Western Asia
az	Turkic, Oghuz	Azerbaijan, Iran
be	Indo-European, Slavic	Belarus
bg	Indo-European, Slavic	Bulgaria
bn	Indo-European, Indo-Aryan	Bangladesh, India
bo	Sino-Tibetan, Bodic	China, Nepal
br	Indo-European, Celtic	France
bs	Indo-European, Slavic	Bosnia and Herzegovina
ca	Indo-European, Italic	Spain, Andorra, France
cs	Indo-European, Slavic	Czechia
cy	Indo-European, Celtic	Wales
da	Indo-European, Germanic	Denmark
de	Indo-European, Germanic	Germany, Austria, Switzerland
el	Indo-European, Greek	Greece, Cyprus
en	Indo-European, Germanic	United Kingdom, North America, worldwide
eo	constructed	worldwide
es	Indo-European, Italic	Spain, Latin America
et	Uralic, Finnic	Estonia
eu	Basque (isolate)	Spain, France
fa	Indo-European, Iranian	Iran, Afghanistan
fi	Uralic, Finnic	Finland
fr	Indo-European, Italic	France, Africa, Canada
fy	Indo-European, Germanic	Netherlands
ga	Indo-European, Celtic	Ireland
gd	Indo-European, Celtic	Scotland
gl	Indo-European, Italic	Spain
gu	Indo-European, Indo-Aryan	India
ha	Afro-Asiatic, Chadic	Nigeria, Niger
he	Afro-Asiatic, Semitic	Israel
hi	Indo-European, Indo-Aryan	India
hr	Indo-European, Slavic	Croatia
hu	Uralic, Hungarian	Hungary
hy	Indo-European, Armenian	Armenia
id	Austronesian, Malayo-Polynesian	Indonesia
ig	Atlantic-Congo, Igboid	Nigeria
is	Indo-European, Germanic	Iceland
it	Indo-European, Italic	Italy
ja	Japonic	Japan
jv	Austronesian, Malayo-Polynesian	Indonesia
ka	Kartvelian	Georgia
kk	Turkic, Kipchak	Kazakhstan
km	Austroasiatic, Khmeric	Cambodia
kn	Dravidian	India
ko	Koreanic	Korea
ky	Turkic, Kipchak	Kyrgyzstan
ln	Atlantic-Congo, Bantu	Congo
lt	Indo-European, Baltic	Lithuania
lv	Indo-European, Baltic	Latvia
mg	Austronesian, Malayo-Polynesian	Madagascar
mi	Austronesian, Malayo-Polynesian	New Zealand
mk	Indo-European, Slavic	North Macedonia
ml	Dravidian	India
mn	Mongolic-Khitan	Mongolia, China
mr	Indo-European, Indo-Aryan	India
ms	Austronesian, Malayo-Polynesian	Malaysia, Brunei
mt	Afro-Asiatic, Semitic	Malta
my	Sino-Tibetan, Burmo-Qiangic	Myanmar
nb	Indo-European, Germanic	Norway
ne	Indo-European, Indo-Aryan	Nepal
nl	Indo-European, Germanic	Netherlands, Belgium
no	Indo-European, Germanic	Norway
ny	Atlantic-Congo, Bantu	Malawi, Zambia
om	Afro-Asiatic, Cushitic	Ethiopia
pl	Indo-European, Slavic	Poland
pt	Indo-European, Italic	Brazil, Portugal
quz	Quechuan	Peru
ro	Indo-European, Italic	Romania, Moldova
ru	Indo-European, Slavic	Russia
rw	Atlantic-Congo, Bantu	Rwanda
sk	Indo-European, Slavic	Slovakia
sl	Indo-European, Slavic	Slovenia
sn	Atlantic-Congo, Bantu	Zimbabwe
so	Afro-Asiatic, Cushitic	Somalia
sq	Indo-European, Albanian	Albania, Kosovo
sr	Indo-European, Slavic	Serbia
st	Atlantic-Congo, Bantu	Lesotho, South Africa
sv	Indo-European, Germanic	Sweden
sw	Atlantic-Congo, Bantu	Tanzania, Kenya
ta	Dravidian	India, Sri Lanka
te	Dravidian	India
th	Tai-Kadai	Thailand
ti	Afro-Asiatic, Semitic	Eritrea, Ethiopia
tl	Austronesian, Malayo-Polynesian	Philippines
tr	Turkic, Oghuz	Türkiye
uk	Indo-European, Slavic	Ukraine
ur	Indo-European, Indo-Aryan	Pakistan, India
uz	Turkic, Karluk	Uzbekistan
vi	Austroasiatic, Vietic	Vietnam
wo	Atlantic-Congo, North-Central Atlantic	Senegal
xh	Atlantic-Congo, Bantu	South Africa
yo	Atlantic-Congo, Yoruboid	Nigeria, Benin
zh	Sino-Tibetan, Sinitic	China
zu	Atlantic-Congo, Bantu	South Africa
`;

export interface LanguageOrigin {
  readonly family: string;
  readonly region: string;
}

const NOT_STATED: LanguageOrigin = { family: '', region: '' };

let known: Map<string, LanguageOrigin> | undefined;

/** Family and region of a tag's language; empty where they are not known. */
export function languageOrigin(tag: string): LanguageOrigin {
  known ??= new Map(
    FAMILIES.trim()
      .split('\n')
      .map((line) => line.split('\t'))
      .map(([code = '', family = '', region = '']) => [code, { family, region }]),
  );
  return known.get(tag.split('-')[0] as string) ?? NOT_STATED;
}
