import { type Match, near, phrases } from './phrases.ts'
import type { Word } from './words.ts'

const verbs =
  'har/vill/bär/skulle/borde/vägrar/sviker/svek/misslyck*/styr/struntar/skär/skar/driver/drev/krävde/kräver/röstade/röstar/föreslår/föreslog/lägger/tänker/får/tycker/lovar/lovade/sade/säger/ansvarar/prioriterar/satsar/sparar/stoppade/stänger'
const findPolitics =
  phrases(`som moderat/socialdemokrat/centerpartist/liberal/kristdemokrat/miljöpartist, centern stoppade/vill/har/röstade, och centern, mandatperiod*, förstörde högern, nästa val, v och mp, s och v/mp/c, m och kd/sd/l, kd och m/sd, sd och m/kd, som vanligt höja skatten, höja skatten, sänka skatten, skatten, löften .. inte hållits, löfte .. inte hållits, valseger, valnederlag, privatisera*, vinster i välfärden, vinstjakt, röda röran, blåbrun*, högerextrem*, vänsterextrem*, feministisk*, sverigevän*, nazist*, rasist*,
  de/den styrande partierna/partiet/partiernas/partiets, styrande partier*, partiernas, vi från s/m/c/v/l/sd/kd/mp, vinner/vann/vinna/förlorar/förlorade valet, makten i kommunen, maktskifte*, tidö*, alliansen, alliansens, alliansregering*, socialistisk*, socialism*, kapitalis*, marknaden förstört, vinstjakt*, nyliberal*, populis*, vänsterpartist*,
  folkpartist*, röstade nej/ja/emot/för/ner/ned, röstat nej/ja/emot, blockpolit*, högerblocket, vänsterblocket, blocket, valfläsk, politiska motståndare, våra motståndare, politiskt spel, politikerna i majoritet, svikit väljarna, partitopp*, partiföreträdare*, partilinje*,
  moderaterna, moderaternas, moderat, socialdemokrat*, sossarna*, sosse, sverigedemokrat*, centerparti*, vänsterparti*, kristdemokrat*, liberalerna, liberalernas, miljöpartiet har/vill/tycker/kräver/sade/säger, miljöpartist*, i miljöpartiet, miljöpartiet,
  feministiskt initiativ, lokalpartiet, vårt/vårat/mitt/ert/deras parti, partiets, partiet har/vill/kräver/kommer/tycker/lovade, majoriteten ${verbs}, majoritetens, den styrande majoriteten, den politiska majoriteten, politisk majoritet, oppositionen ${verbs}, oppositionens,
  oppositionen, oppositionsråd*, valrörelse*, vallöfte*, vallöften*, valmanifest*, valkampanj*, valaffisch*, i valet, efter valet, före valet, inför valet, nästa val, rösta på, röstar på, vår/vårt/min/mitt motion, vår/min reservation, budgetförslag*, skuggbudget*,
  borgerlig*, borgarna*, rödgrön*, de rödgröna, tidöpartierna, tidöavtalet, alliansen har/vill/styr, högerpolitik*, vänsterpolitik*, nedskärningspolitik*, åtstramningspolitik*, sänkt skatt, skattesänkning*, skattehöjning*, regeringens politik/nedskärningar/svek, regeringen ${verbs}, regeringens, högern, vänstern ${verbs}, högerstyre*, vänsterstyre*, minoritetsstyre*, majoritetsstyre*, koalition*, styret, styrets, väljarna, väljare, väljarnas, sparkrav .. partiet, vår/vårt budget/budgetförslag/valprogram/partiprogram/politik, med vår politik, centerpartister, moderater, liberaler, kommunalråd*, partiledare*, gruppledare*, valet 20_, valdebatt*, valtider, valår*, folkvalda .. svik*,
  s-ledd*, m-ledd*, s-styre*, m-styre*, partipoliti*, partikamrat*, partivän*, kommunalrådets fel, opinionsbild*, politisk seger`)
const parts =
  /(?<![\p{L}\p{N}])(?:SD|KD|MP):s(?![\p{L}])|(?<![\p{L}\p{N}])(?:SD|KD|MP)(?= (?:får|vill|har|styr|och|ska|skulle|röstade|kräver|lovade|tycker|är|var|motsatte|säger)(?![\p{L}]))|(?<![\p{L}\p{N}])[SMCVL](?:och|,)? (?:och )?(?:SD|KD|MP|[SMCVL]) (?:vill|har|röstade|styr)|\((?:S|M|C|V|L|SD|KD|MP)\)/gu

/** Finds party politics: parties, their promises and blame. A letter of party right after a person’s name tells who it is and no more. */
export function findPartyPolitics(words: readonly Word[]): readonly Match[] {
  return findPolitics(words)
}

/** Returns where abbreviations of parties stand in a sentence of a folded text that is `from` units in. */
export function findPartyLetters(
  sentence: string,
  from: number,
): readonly { readonly start: number; readonly end: number }[] {
  return [...sentence.matchAll(parts)]
    .filter(
      (it) =>
        !it[0].startsWith('(') ||
        !/\p{Lu}\p{Ll}+ $/u.test(sentence.slice(Math.max(0, it.index - 30), it.index)) ||
        /^\p{Lu}\p{Ll}+ $/u.test(sentence.slice(0, it.index)),
    )
    .map((it) => ({ start: from + it.index, end: from + it.index + it[0].length }))
}

const we =
  'vi/jag/nämnden/nämndens/politikerna/politiken/politiker/kommunen/presidiet/oss/kontaktpolitikerna/förtroendevalda'
const deeds = `ordna/ordnar/fixa/fixar/lösa/löser/bygga/bygger/köpa/köper/betala/betalar/bekosta/bekostar/bevilja/beviljar/godkänna/införa/anställa/rusta/renovera/skaffa/skaffar/åtgärda/åtgärdar/stoppa/rädda/räddar/satsa/avsätta/avsätter/höja/sänka/ge/ger/tillsätta/installera/avslå/finansiera/finansierar/skjuta/skjuter`
const findWe = phrases(we)
const findGiven =
  phrases(`lovade, lovar, lovat, lova att, kan/vågar lova, utlova, utlovade, utlovar, utlovat, garantera, garanterar, garanterade, garanterat att, försäkra, försäkrade att, försäkrade .. att, försäkrar, åtog mig/oss, åtagit, tog på mig/oss, tagit på mig/oss, mitt/vårt ord/löfte, löfte om, löfte att, gav/ger/gett/lämnade besked om att,
  se/ser/såg till att, ställer/ställde sig bakom, lita på, räkna med, få fram pengar/medel/resurser/mer, skjuta till, skjuter till`)
const findPromised = phrases(
  `det garanterar/lovar/fixar/ordnar/löser jag/vi, ska .. rivas upp, kommer att rivas upp, får sin/sitt/sina/er/ert/era .. lovar, vi löser det, vi fixar det, vi ordnar det, jag ordnar det, jag fixar det, jag löser det, vi kommer att kämpa, kämpa för att ni, vi backar upp, ni har vårt, vi skjuter till, tar vi på oss, ska bli av, kommer att bli av, är redan klart, redan bestämt, pengarna finns,
  utlovade, utlovat, utlovar, ni får .. er/ert/en/ett/nya/fler/mer, stänger inte, ska inte läggas ner, vara lugna, vara lugn, ordföranden/ordförande lovade/lovar/garanterade/försäkrade, det kan vi lova/fixa/ordna/lösa, det ska vi lösa/ordna/fixa, det löser/fixar/ordnar vi, vårt/mitt ord på, ni har vårt/mitt stöd, har nämndens stöd, kommer att gå igenom, få igenom, skulle fixa/ordna/lösa, ska gå att få,
  ${we} ska/skall/kommer/tänker/skulle .. ${deeds}, ${we} kommer att ${deeds}, ${we} fixar/ordnar/löser/betalar/bekostar, ni/de/du kommer att få, ni/de/du kan räkna med, räkna med .. från oss, ska vi/jag ordna/fixa/lösa/se/få, ni ska få, politikerna/politiken lovar/lovade/utlovar/utlovade, lovade vi/jag, det lovar/lovade jag/vi, vårt/mitt löfte`,
)
const findNotGiven = phrases(
  'kan/kunde/vill/fick/får inte lova/garantera/utlova/försäkra, utan att lova, inte lovat, inte lovade, lovade inte/inget/ingenting, lovar inte/inget, kan/kunde inte .. lova',
)

/** Finds promises that a visitor cannot give: what the committee will grant, what we shall see to. */
export function findPromises(words: readonly Word[]): readonly Match[] {
  if (findNotGiven(words).length > 0) return []
  return [...findPromised(words), ...near(findGiven(words), findWe(words), 6)]
}
