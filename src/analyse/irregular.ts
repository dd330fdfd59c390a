/** Irregular forms of English: lemma, then its forms. */

const VERBS = `
be am is are was were been being
have has had having
do does did done
go goes went gone
arise arose arisen
awake awoke awoken
bear bore born borne
beat beaten
become became
begin began begun
bend bent
bite bit bitten
bleed bled
blow blew blown
break broke broken
breed bred
bring brought
build built
burn burnt
buy bought
catch caught
choose chose chosen
come came
creep crept
deal dealt
die dying
dig dug
draw drew drawn
dream dreamt
drink drank drunk
drive drove driven
eat ate eaten
fall fell fallen
feed fed
feel felt
fight fought
find found
fly flew flown
forget forgot forgotten
forgive forgave forgiven
freeze froze frozen
get got gotten
give gave given
grind ground
grow grew grown
hang hung
hear heard
hide hid hidden
hold held
keep kept
know knew known
lay laid
lead led
lean leant
learn learnt
leave left
lend lent
lie lay lain lying
light lit
lose lost
make made
mean meant
meet met
mistake mistook mistaken
pay paid
prove proven
ride rode ridden
ring rang rung
rise rose risen
run ran
say said
see saw seen
seek sought
sell sold
send sent
shake shook shaken
shine shone
shoot shot
show shown
shrink shrank shrunk
sing sang sung
sink sank sunk
sit sat
sleep slept
slide slid
smell smelt
speak spoke spoken
spell spelt
spend spent
spill spilt
spin spun
spring sprang sprung
stand stood
steal stole stolen
stick stuck
strike struck
swear swore sworn
sweep swept
swim swam swum
swing swung
take took taken
teach taught
tear tore torn
tell told
think thought
throw threw thrown
tie tying
understand understood
undo undid undone
wake woke woken
wear wore worn
win won
wind wound
withdraw withdrew withdrawn
write wrote written
can could
will would
shall should
may might
`;

const ADJECTIVES = `
good better best
bad worse worst
far farther farthest further furthest
little less least
many more most
`;

const PLURALS = `
man men
woman women
child children
person people
foot feet
tooth teeth
goose geese
mouse mice
ox oxen
knife knives
life lives
wife wives
leaf leaves
loaf loaves
half halves
shelf shelves
thief thieves
wolf wolves
self selves
calf calves
scarf scarves
potato potatoes
tomato tomatoes
hero heroes
echo echoes
mango mangoes
movie movies
cookie cookies
brownie brownies
smoothie smoothies
calorie calories
selfie selfies
zombie zombies
tie ties
pie pies
lie lies
cache caches
headache headaches
axe axes
quiz quizzes
bus buses
gas gases
crisis crises
analysis analyses
criterion criteria
phenomenon phenomena
datum data
cactus cacti
`;

const SINGULARS = `
always this news gas bus plus yes christmas maths mathematics physics economics politics athletics gymnastics series
species headquarters perhaps towards afterwards besides sometimes as is was has does us thus its his hers ours
yours theirs glass class less texas paris james chris thomas charles dallas athens brussels los las vegas moses jesus
status virus campus focus bonus chorus minus jazz lens canvas atlas bias chaos alas whereas
measles diabetes mars venus
`;

function readTable(text: string): [string, string[]][] {
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const [lemma = '', ...forms] = line.split(' ');
      return [lemma, forms];
    });
}

/** plural → singular */
export const IRREGULAR_PLURALS: ReadonlyMap<string, string> = new Map(
  readTable(PLURALS).flatMap(([lemma, forms]) => forms.map((form): [string, string] => [form, lemma])),
);

/** form → lemmas */
export const IRREGULAR: ReadonlyMap<string, readonly string[]> = collect();

function collect(): Map<string, string[]> {
  const lemmas = new Map<string, string[]>();
  for (const [lemma, forms] of [...readTable(VERBS), ...readTable(ADJECTIVES), ...readTable(PLURALS)]) {
    for (const form of forms) lemmas.set(form, [...(lemmas.get(form) ?? []), lemma]);
  }
  return lemmas;
}

/** Words in -s that are no plural. */
export const SINGULAR_IN_S: ReadonlySet<string> = new Set(SINGULARS.trim().split(/\s+/u));
