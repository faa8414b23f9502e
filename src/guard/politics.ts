import { type Match, near, phrases } from './phrases.ts'
import type { Word } from './words.ts'

const verbs =
  'har/vill/bär/skulle/borde/vägrar/sviker/svek/misslyck*/styr/struntar/skär/skar/driver/drev/krävde/kräver/röstade/röstar/föreslår/föreslog/lägger/tänker/får/tycker/lovar/lovade/sade/säger/ansvarar/prioriterar/satsar/sparar/stoppade/stänger'
const findPolitics =
  phrases(`vid rodret, valfråg*, valarbet*, partikolleg*, partikassa*, svekfull*, svek de/våra, svek mot, svikna av, sviker de/våra, tidö*, socialist*, kommunist*, nationalist*, nykonservativ*, tog över/makten efter, tagit över/makten efter, får hållas, låtit .. styra, låta .. styra, låter .. styra, säga sitt i valet, väljarna, regeringsparti*, regeringsunderlag*, statsminister*, finansminister*, kommunval*, riksdagsval*, valbudskap*, valstug*, valvinst*, valresultat*, väljarstöd*, fler mandat, mandat i fullmäktige, partistämma*, partigrupp*, fullmäktigegrupp*, budgetreservation*, alternativbudget*, budgetalternativ*, budgetmotion*, vårt/mitt/deras yrkande, vi yrkade, vi/jag reserverade, reserverade sig, reserverat sig, reserverar oss, reserverat oss, rösta rätt/fel/bort/fram/blått/rött, röstas bort, röstat bort, rösta bort,
  vid makten, makthavarna, makthavare, ideologi*, högerstyr*, vänsterstyr*, högermajoritet*, vänstermajoritet*, mittenstyre*, mittensamarbet*, samarbetspartier*, stödparti*, koalition*, regeringspolitik*, politisk motståndare, politiska motståndarna, våra politiska motståndare, politisk poäng, politiska poäng, politiskt poäng*, partipamp*, partiledning*, partistyrelse*, partiprogram*, partibok*, partimedlem*, vårt valprogram, om vi får makten, när vi får makten, efter maktskiftet, valseger, vi i majoriteten/oppositionen/alliansen, vi inom majoriteten/oppositionen,
  fått igenom vår/vårt/våra/sin, får vi makten, får vi bestämma, högeralliansen, borgarbrackor, sosseri*, sossestyr*, moderatstyr*, sd-styr*, budgetförslaget från, motionen från, vår/mitt/vårt/partiets/deras motion/förslag röstades, röstades ner/ned av, fälldes av, som moderat/socialdemokrat/centerpartist/liberal/kristdemokrat/miljöpartist, centern stoppade/vill/har/röstade, och centern, mandatperiod*, förstörde högern, nästa val, v och mp, s och v/mp/c, m och kd/sd/l, kd och m/sd, sd och m/kd, som vanligt höja skatten, höja skatten, sänka skatten, skatten, löften .. inte hållits, löfte .. inte hållits, valseger, valnederlag, privatisera*, vinster i välfärden, vinstjakt, röda röran, blåbrun*, högerextrem*, vänsterextrem*, feministisk*, sverigevän*, nazist*, rasist*,
  de/den styrande partierna/partiet/partiernas/partiets, styrande partier*, partiernas, vi från s/m/c/v/l/sd/kd/mp, vinner/vann/vinna/förlorar/förlorade valet, makten i kommunen, maktskifte*, tidö*, alliansen, alliansens, alliansregering*, socialistisk*, socialism*, kapitalis*, marknaden förstört, vinstjakt*, nyliberal*, populis*, vänsterpartist*,
  folkpartist*, röstade nej/ja/emot/för/ner/ned, röstat nej/ja/emot, blockpolit*, högerblocket, vänsterblocket, blocket, valfläsk, politiska motståndare, våra motståndare, politiskt spel, politikerna i majoritet, svikit väljarna, partitopp*, partiföreträdare*, partilinje*,
  moderaterna, moderaternas, moderat, socialdemokrat*, sossarna*, sosse, sverigedemokrat*, centerparti*, vänsterparti*, kristdemokrat*, liberalerna, liberalernas, miljöpartiet har/vill/tycker/kräver/sade/säger, miljöpartist*, i miljöpartiet, miljöpartiet,
  feministiskt initiativ, lokalpartiet, vårt/vårat/mitt/ert/deras parti, partiets, partiet har/vill/kräver/kommer/tycker/lovade, majoriteten ${verbs}, majoritetens, den styrande majoriteten, den politiska majoriteten, politisk majoritet, oppositionen ${verbs}, oppositionens,
  oppositionen, oppositionsråd*, valrörelse*, vallöfte*, vallöften*, valmanifest*, valkampanj*, valaffisch*, i valet, efter valet, före valet, inför valet, nästa val, rösta på, röstar på, vår/vårt/min/mitt motion, vår/min reservation, budgetförslag*, skuggbudget*,
  borgerlig*, borgarna*, rödgrön*, de rödgröna, tidöpartierna, tidöavtalet, alliansen har/vill/styr, högerpolitik*, vänsterpolitik*, nedskärningspolitik*, åtstramningspolitik*, sänkt skatt, skattesänkning*, skattehöjning*, regeringens politik/nedskärningar/svek, regeringen ${verbs}, regeringens, högern, vänstern ${verbs}, högerstyre*, vänsterstyre*, minoritetsstyre*, majoritetsstyre*, koalition*, styret, styrets, väljarna, väljare, väljarnas, sparkrav .. partiet, vår/vårt budget/budgetförslag/valprogram/partiprogram/politik, med vår politik, centerpartister, moderater, liberaler, kommunalråd*, partiledare*, gruppledare*, valet 20_, valdebatt*, valtider, valår*, folkvalda .. svik*,
  s-ledd*, m-ledd*, s-styre*, m-styre*, partipoliti*, partikamrat*, partivän*, kommunalrådets fel, opinionsbild*, politisk seger`)
const parts =
  /(?<![\p{L}\p{N}])(?:SD|KD|MP):s(?![\p{L}])|(?<![\p{L}\p{N}])(?:SD|KD|MP)(?= (?:får|vill|har|styr|och|ska|skulle|röstade|kräver|lovade|tycker|är|var|motsatte|säger)(?![\p{L}]))|(?<![\p{L}\p{N}])[SMCVL](?:och|,)? (?:och )?(?:SD|KD|MP|[SMCVL]) (?:vill|har|röstade|styr)|\((?:S|M|C|V|L|SD|KD|MP)\)|(?<![\p{L}\p{N}])[Vv]i i (?:SD|KD|MP|[SMCVL])(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])(?:SD|KD|MP|[SMCVL])-(?:politik|led|styr|förslag|motion|politiker|topp|mark)\p{L}*/gu

/** What an office gives or has decided. */
const findOffices = phrases(
  'regeringens .. stadsbidrag/statsbidrag/bidrag/proposition/utredning/utredare/strategi/uppdrag/förordning/satsning/äldreomsorgslyft, regeringens äldreomsorgslyft',
)

/** Finds party politics: parties, their promises and blame. A letter of party right after a person’s name tells who it is and no more. */
export function findPartyPolitics(words: readonly Word[]): readonly Match[] {
  const offices = new Set(findOffices(words).map((it) => it.first))
  return findPolitics(words).filter((it) => !offices.has(it.first))
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
  'undertecknad/undertecknade/ordföranden/ordförande/ledamöterna/ledamoten/kontaktpolitikern/kommunalrådet/politikern/gruppen/vi/jag/nämnden/nämndens/politikerna/politiken/politiker/kommunen/presidiet/oss/kontaktpolitikerna/förtroendevalda'
const deeds = `ordna/ordnar/fixa/fixar/lösa/löser/bygga/bygger/köpa/köper/betala/betalar/bekosta/bekostar/bevilja/beviljar/godkänna/införa/anställa/rusta/renovera/skaffa/skaffar/åtgärda/åtgärdar/stoppa/rädda/räddar/satsa/avsätta/avsätter/höja/sänka/ge/ger/tillsätta/installera/avslå/finansiera/finansierar/skjuta/skjuter/frigöra/frigör/utöka/utvidga/förlänga/tillföra/anslå/ombesörja/införskaffa/anskaffa/inköpa`
const ownDeeds = `tillse/tillser/ombesörjer/beställa/beställer/byta/byter/laga/lagar/driva/driver/behålla/behåller/öppna/riva/river/återställa/påskynda/reparera/måla/sponsra/bidra/anslår/införskaffar/anskaffar/tillför/utökar/förlänger/ändra/ändrar/påverka`
const findWe = phrases(we)
const findGiven =
  phrases(`utfäste, utfäster, utfäst, utfästes, utlovades, utlovas, lovades, lovas, garanterades, garanteras, försäkrades, försäkras, tillförsäkra*, utfästelse*, förband oss/mig/sig, förbinder oss/mig/sig, förbundit oss/mig/sig, förpliktigat*, åta oss/mig, i god för, borga för, borgar för, borgade för, sade/sagt/sa/svarade ja till, gav/ge/ger/gett/gett/lämnade/lämnat klartecken, gav/ge/ger/gett grönt ljus, gav/ger/gett klara besked, tummis, handslag, tog i hand, tagit i hand, skakade hand på, löftet om/att, löften om, löften att,
  ordnar sig, löser sig, ställa/ställer/ställt upp med pengar/medel/resurser, kämpa för, strida för, ligga på tills, driva igenom, driver igenom, baxa igenom, lova dyrt, hand på hjärtat, lovade, lovar, lovat, lova att, kan/vågar lova, utlova, utlovade, utlovar, utlovat, garantera, garanterar, garanterade, garanterat att, försäkra, försäkrade att, försäkrade .. att, försäkrar, åtog mig/oss, åtagit, tog på mig/oss, tagit på mig/oss, mitt/vårt ord/löfte, löfte om, löfte att, gav/ger/gett/lämnade besked om att,
  se/ser/såg till att, ställer/ställde sig bakom, lita på, räkna med, få fram pengar/medel/resurser/mer, skjuta till, skjuter till`)
const findPromised = phrases(
  `ska vi/jag .. få/fixa/ordna/lösa/betala/bygga/skaffa/driva, vi/jag/undertecknad .. verka för att, vi/jag/undertecknad .. arbeta för att det/de/ni, gick/gått/går med på att, bedyrade, bedyrar, intygade vi/jag, vi/jag intygade, svor på att, under vår tid, vi/jag hjälper er/dem/dig/de, vi/jag ska/kommer .. hjälpa er/dem/de/dig, så att det/de blir av, vi/jag beviljade, tummen upp, från vår/min sida .. utlov*/lov*/garant*, det ser/tar/betalar/lagar jag/vi, det ser jag/vi till, ska ni/du/de/dom få, ska .. ni/du/dom få, blir ett ja, blir ja i nämnden, utlovades, utfästes, försäkrade .. stöd/pengar/medel, nämndens/vårt/mitt fulla stöd, sade/sa/svarade/meddelade/hälsade .. är på väg, sade/sa/svarade/meddelade/hälsade .. blir av,
  det garanterar/lovar/fixar/ordnar/löser jag/vi, ska .. rivas upp, kommer att rivas upp, får sin/sitt/sina/er/ert/era .. lovar, vi löser det, vi fixar det, vi ordnar det, jag ordnar det, jag fixar det, jag löser det, vi kommer att kämpa, kämpa för att ni, vi backar upp, ni har vårt, vi skjuter till, tar vi på oss, ska bli av, kommer att bli av, är redan klart, redan bestämt, pengarna finns,
  ni får .. er/ert/en/ett/nya/fler/mer, stänger inte, ska inte läggas ner, vara lugna, vara lugn, ordföranden/ordförande lovade/lovar/garanterade/försäkrade, det kan vi lova/fixa/ordna/lösa, det ska vi lösa/ordna/fixa, det löser/fixar/ordnar vi, vårt/mitt ord på, ni har vårt/mitt stöd, har nämndens stöd, kommer att gå igenom, få igenom, skulle fixa/ordna/lösa, ska gå att få,
  vi/jag/undertecknad/undertecknade ska/skall/kommer/tänker .. ${ownDeeds},
  ${we} ska/skall/kommer/tänker/skulle .. ${deeds}, ${we} kommer att ${deeds}, ${we} fixar/ordnar/löser/betalar/bekostar, ni/de/du kommer att få, ni/de/du kan räkna med, räkna med .. från oss, ska vi/jag ordna/fixa/lösa/se/få, ni ska få, politikerna/politiken lovar/lovade/utlovar/utlovade, lovade vi/jag, det lovar/lovade jag/vi, vårt/mitt löfte`,
)
const findNotGiven = phrases(
  'inte vi som, inga löften, inte kan/kunde/vill/ville/får/fick/skulle lova/garantera/utlova/försäkra, inte .. lova något/någonting/nåt/någon, kan/kunde/vill/fick/får inte lova/garantera/utlova/försäkra, utan att lova, inte lovat, inte lovade, lovade inte/inget/ingenting, lovar inte/inget, kan/kunde inte .. lova',
)

/** Somebody else who gives it. */
const findOthers = phrases(
  'lovade/utlovade/garanterade/försäkrade @the-worker, lovade/utlovade/garanterade de/hon/han, av chefen/rektorn/leverantören/entreprenören/värden/hyresvärden, av @the-worker',
)

/** What is told of what is decided, and promised to nobody. */
const findDecided = phrases(
  'enligt plan/planen/planerna/planeringen/beslut/beslutet/budget/budgeten/investeringsplanen/verksamhetsplanen/tidplanen/lag/lagen/avtal/avtalet/chefen/rektorn/förvaltningen, ska enligt',
)

/** A promise in a note that leaves out who gave it, as its first words. */
const findShortly =
  phrases(`lovade/lovat/utlovade/utlovat/garanterade/garanterat/försäkrade/försäkrat/utfäste/utfäst @workers/personalen/köket/boende/brukarna/dem/de/henne/honom/barnen/eleverna/låntagarna/anhöriga/chefen/rektorn/enhetschefen/bibliotekarien/att/om/vi/jag/på/återkomma/fixa/ordna/nya/mer/fler/pengar/hjälp/bättring, har lovat/utlovat/garanterat/försäkrat/utfäst, åtog mig/oss, tog på mig/oss, gav besked/löfte/klartecken,
  svarade/sade/sa att .. ordnar/fixar/löser/ska, löftet/löfte/löften gavs/gav/om/att/från, ordnar/fixar/löser/skaffar/betalar, ska ordna/fixa/lösa/skaffa/se, ska försöka ordna/fixa, ser till att`)

/** Finds promises that a visitor cannot give: what the committee will grant, what we shall see to. */
export function findPromises(words: readonly Word[]): readonly Match[] {
  if (findNotGiven(words).length > 0) return []
  const shortly = findOthers(words).length > 0 ? [] : findShortly(words).filter((it) => it.first === 0)
  const told = findDecided(words).length > 0 ? [] : findPromised(words)
  return [...told, ...near(findGiven(words), findWe(words), 6), ...shortly]
}
