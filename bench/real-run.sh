#!/usr/bin/env bash
# The real run of the README: real dictionaries and tables → labelled utterances in seven languages.
# Needs CALQUE_DATA (the folder of data); writes the store to CALQUE_STORE and rows to output/real.
set -euo pipefail
calque() { node "$(dirname "${BASH_SOURCE[0]}")/../bin/run.js" "$@"; }
# begin
lexicons=$CALQUE_DATA/lexicons
tables=$CALQUE_DATA/morphology

calque template import "$CALQUE_DATA/nlu/massive/en-US.train.jsonl.gz" --licence CC-BY-4.0
calque typology import "$CALQUE_DATA/typology/wals"

calque lexicon import "$lexicons"/pairs/wechsel/{swahili,welsh,turkish,georgian,afrikaans,finnish,icelandic}.txt.gz --licence CC-BY-SA-3.0
calque lexicon import "$lexicons"/pairs/wiktionary_bli/{sw,cy,tr,ka,af,fi,is}-en.all.gz --reverse --licence CC-BY-SA-3.0
calque lexicon import "$lexicons"/pairs/muse/{af,tr}-en.train.MUSE.gz --reverse --licence CC-BY-NC-4.0
calque lexicon import "$lexicons"/pairs/cosda-ml/tr2.txt.gz --to tr --licence CC-BY-NC-4.0
calque lexicon import "$lexicons"/freedict-tei/{eng-swh,swh-eng,eng-cym.p4,cym-eng.p4,tur-eng,eng-afr,afr-eng,isl-eng}.tei.gz
calque lexicon import "$lexicons"/csv/tico19/{f_en-{sw_KE,tr_TR,ka_GE,af_ZA,fi_FI,is_IS}.csv,g_en_{sw,cy}.csv,g_en_{tr,ka,af,fi,is}.csv.gz} --licence CC0-1.0
for language in sw cy tr ka af fi is; do
  calque lexicon import "$lexicons"/pairs/panlex-swadesh/swadesh{110,207}.tsv.gz --to $language --licence CC0-1.0
done

for table in swahili-sw turkish-tr welsh-cy georgian-ka finnish-fi icelandic-is; do
  calque morphology import "$tables/conll2018/${table%-*}-train-high.gz" --language "${table#*-}" --licence CC-BY-SA-3.0
done
calque morphology import "$tables/unimorph/cym/cym.gz" --language cy --licence CC-BY-SA-3.0
calque morphology import "$tables/unimorph/isl/isl.args.gz" --language is --licence CC-BY-SA-3.0
for table in swa-sw tur-tr kat-ka fin-fi; do
  calque morphology import "$tables/sigmorphon2023/${table%-*}.trn.gz" --language "${table#*-}" --licence CC-BY-SA-3.0
done

calque lexicon import --starter --to sw,cy,tr,ka,af,fi,is
calque generate --to sw,cy,tr,ka,af,fi,is --per-template 3 --output output/real
# end
