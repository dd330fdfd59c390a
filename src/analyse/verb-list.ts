/**
 * English verbs that people say to an assistant, from general knowledge of English.
 * A fixed list: the analysis of one template must not depend on which others are there.
 */

/** Rarely nouns or adjectives at the start of an utterance: verbs there, whatever follows. */
export const PLAIN = `
accept activate add adjust allow answer arrange ask assign attach avoid be become begin believe boost bring browse
build buy calculate cancel catch checkout choose collect come communicate compare complain complete compose compute
confirm connect consider continue convert create deactivate decide decline define delete deliver describe destroy
determine dictate disable disconnect discover dislike display download drink eat edit elaborate eliminate enable enjoy
ensure enter erase establish exclude execute exit explain fetch figure fill find finish fix follow forget forward
gather generate get give go grab grind grow guess happen hear identify ignore import improve include inform initiate
insert install introduce invite join keep know laugh launch learn leave let listen locate lose love maintain make
maximize mean measure meet memorize merge minimize modify move navigate need notify obtain operate organize owe pay
perform pick place play prefer prepare prevent proceed provide publish pull purchase push put quit raise reactivate
read receive recite recognize recommend recreate redial reduce refer refresh register remember remind remove rename
reopen repair rephrase replace replay require reschedule reset resolve respond restart restore resume retrieve retweet
reveal rewind rid say scan see seek select sell send serve set share shuffle shut sing sit skip sleep slow solve speak
specify spell spend stand start stay stop submit subscribe suggest summarize suspend switch take talk teach tell
terminate thank think throw toggle transfer translate try turn type unblock understand undo unlock unmute unpause
unplug unsubscribe update upload use utilize verify visit wait wake want warn wash watch wear win wish withdraw write
`;

/**
 * Also nouns or adjectives. They are commands before a determiner, a pronoun, a slot that is no time, or a particle of
 * theirs; further columns: `bare` = before a noun too, except those with `!`; `end` = alone; `time-slot`; else words that
 * may follow.
 */
export const AMBIGUOUS = `
alarm
alert
approve bare
archive bare
bake bare
ban bare
bet on
bill
blend bare
block bare !party !chain
boil bare !water
book bare for !reading !review !reviews !title !club !store !shop !list
brew bare
brief about
brighten bare up
broadcast bare !news !time
brush
call bare back in !history !log !logs !list !center !duration
cast
change bare time-slot to from in !rate
charge
chat with
check bare to time-slot for on if in out whether whats what how when !list !book
clap end
clean bare up out end
clear bare out up !sky !skies !weather
close bare end down
color
compliment
contact bare about
control
cook bare end for up
cool end down
copy bare end
correct
count bare to from down
credit
cut end
dance with to for end
date
debate
decrease bare by to
delay bare by
detail
dial bare
dim bare end to down
direct to
discount
divide by
do
double
draft bare
drain
drive to
drop end by to
dry
duplicate
dust
email bare to back about that !address !addresses !account !list !inbox !folder !folders !id !notification !notifications
empty bare
end bare
equal
estimate
exchange bare
experience
explore bare
express
extend bare
face
fast-forward end bare by to
favorite
feed
flag bare
flash
flip bare
focus on
google bare
grade
greet bare
grill bare
group
guide
hand
hang up
have
head to
heat up
help with in out end
highlight bare
hike
hold on off end
hurry up end
hush end
increase bare by to
inquire about into
invest in
kill bare
label
lead
light up
like
limit
link
list bare out time-slot down !price !prices
load bare up
lock bare up
log in out into bare !book !file
look for up at into in out through over around
lower bare to by !back
mail bare to !box !account !list !order
map
mark bare as time-slot on
match
message bare !from !box !history
microwave bare
mix bare
monitor bare
mute bare end for
name bare off !of
narrate bare
note bare down that on
offer
open bare up end !source !positions !jobs !restaurants
order bare from for in up !status !history !number !tracking !details
own
pack
paint
park
pass
pause bare end for
phone bare !number !numbers !call !calls !book
plan
plot
plug in
plus
point
poll
post bare on to in that !office !code
power on off down up
present
preview
print bare out
process
program
query
question
quiet down
quote
race
rate bare as with
reach
recall
recap
record bare down
refill
reject bare
relax
relay
release
remark
rent bare
repeat bare time-slot end after that
reply to back with that saying end all
report bare on to that !card
request bare for
research bare
reserve bare
rest
retry end
review bare
ride to
ring bare
roast
roll up down
run bare
sample
save bare end as
schedule bare for in !today
scroll down up to
search bare if for on in up end through about google !history !result !results !engine
secure
shade
shop for
shout
show bare up all !time !times !timings !tickets
sign up in out
silence bare end
silent
simmer
slice
smell
smile
snooze bare end for
soften
sort by
sound
spot
star
state
steam bare
stock
store bare !hours !timings
stream bare on from
strengthen
stretch
structure
study
sum
support
surprise
sweep bare
sync bare
table
tag bare
taste
test bare
text bare back to
tie
time
tip
touch
trace
track bare !list
trade
train
travel to
trigger bare
tune bare in into to up
tweet bare at to about that end
vacuum bare end
view bare
voice
volume up down
vote for
walk
warm up
water
weigh
welcome
whisper
whistle
work on
zoom in out
`;

/** verb → particles that make one lexical item with it: `turn on`, `wake up`. */
export const PHRASAL = `
add: in up
back: up
boot: up
bring: up down back on
brighten: up
call: up back off
calm: down
cheer: up
clean: up out
clear: up out
close: down out
come: back up in over
cool: down
count: down
cross: off out
cut: off down out
deal: out
dim: down
drop: off
end: up
figure: out
fill: up in out
find: out
finish: up
get: up back rid out in down off
give: up back away out
go: back down up on off out over away
grow: up
hand: out
hang: up out
heat: up
hold: on off
hook: up
hurry: up
invite: over
keep: on up down
kick: off
leave: on off out
let: in out
light: up
list: down out
lock: up
log: in out off on
look: up out over around through
lower: down
make: up out
mark: down off
mix: up
move: up down back over on
note: down
open: up
pick: up out
play: back
plug: in
point: out
power: on off down up
print: out
pull: up down out
push: back up down
put: on off away up down back out
quiet: down
read: out back off over
record: down
roll: up down
run: through down out
scroll: down up
set: up off
shut: off down up
sign: up in out off
sit: down
slow: down
speak: up
speed: up
start: up over off
stay: up on
stop: by
switch: on off over up down back
take: off out away down back
tell: off
throw: out away
tone: down
try: out
tune: in up
turn: on off up down around over out back in
volume: up down
wake: up
warm: up
write: down up back
zoom: in out
`;

/** Verbs whose first of two objects is the one who receives. */
export const DITRANSITIVES: ReadonlySet<string> = new Set(
  'give send tell show read buy bring text ask find get order write teach offer forward mail email serve sell'.split(
    ' ',
  ),
);
