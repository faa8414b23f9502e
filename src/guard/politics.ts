import { type Match, phrases } from './phrases.ts'
import type { Word } from './words.ts'

const verbs =
  'har/vill/bär/skulle/borde/vägrar/sviker/svek/misslyck*/styr/struntar/skär/skar/driver/drev/krävde/kräver/röstade/röstar/föreslår/föreslog/lägger/tänker/får/tycker/lovar/lovade/sade/säger/ansvarar/prioriterar/satsar/sparar/stoppade/stänger'
const findPolitics =
  phrases(`moderaterna, moderaternas, moderat, socialdemokrat*, sossarna*, sosse, sverigedemokrat*, centerparti*, vänsterparti*, kristdemokrat*, liberalerna, liberalernas, miljöpartiet har/vill/tycker/kräver/sade/säger, miljöpartist*, i miljöpartiet, miljöpartiet,
  feministiskt initiativ, lokalpartiet, vårt/vårat/mitt/ert/deras parti, partiets, partiet har/vill/kräver/kommer/tycker/lovade, majoriteten ${verbs}, majoritetens, den styrande majoriteten, den politiska majoriteten, politisk majoritet, oppositionen ${verbs}, oppositionens,
  oppositionen, oppositionsråd*, valrörelse*, vallöfte*, vallöften*, valmanifest*, valkampanj*, valaffisch*, i valet, efter valet, före valet, inför valet, nästa val, rösta på, röstar på, vår/vårt/min/mitt motion, vår/min reservation, budgetförslag*, skuggbudget*,
  borgerlig*, borgarna*, rödgrön*, de rödgröna, tidöpartierna, tidöavtalet, alliansen har/vill/styr, högerpolitik*, vänsterpolitik*, nedskärningspolitik*, åtstramningspolitik*, sänkt skatt, skattesänkning*, skattehöjning*, regeringens politik/nedskärningar/svek, högern/vänstern ${verbs},
  s-ledd*, m-ledd*, s-styre*, m-styre*, partipoliti*, partikamrat*, partivän*, kommunalrådets fel, opinionsbild*, politisk seger`)
const parts =
  /(?<![\p{L}\p{N}])(?:SD|KD|MP)(?::s)?(?= (?:får|vill|har|styr|och|ska|skulle|röstade|kräver|lovade|tycker)(?![\p{L}]))|\((?:S|M|C|V|L|SD|KD|MP)\)/gu

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

const we = 'vi/jag/nämnden/politikerna/politiken/kommunen/presidiet'
const deeds =
  'ordna/fixa/lösa/bygga/köpa/betala/bekosta/bevilja/godkänna/införa/anställa/rusta/renovera/skaffa/åtgärda/stoppa/rädda/satsa/avsätta/höja/sänka/ge/tillsätta/installera/hjälpa/avslå/besluta'
const findPromised =
  phrases(`${we} lovade/lovar/utlovade/utlovar/garanterar/garanterade/försäkrade/försäkrar, ${we} har lovat/utlovat/garanterat, lovade/lovar vi/jag, ${we} .. se/ser/såg till att, ${we} ska/skall/kommer/tänker .. ${deeds},
  ${we} kommer att ${deeds}, ${we} gav/ger .. besked/löfte/ord på/om, gav mitt/vårt ord, gett mitt/vårt löfte, ni/de/du kommer att få, ni/de/du kan räkna med, ni/de ska få, räkna med .. från oss, tog på mig/oss, har tagit på mig/oss, mitt/vårt löfte, ett löfte till/om,
  vi/jag lovat, utlovar, ${we} .. lovat, det lovar jag/vi, ska vi/jag ordna/fixa/lösa/se`)

/** Finds promises that a visitor cannot give: what the committee will grant, what we shall see to. */
export const findPromises: (words: readonly Word[]) => readonly Match[] = findPromised
