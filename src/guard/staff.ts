import type { People } from './persons.ts'
import { type Match, near, phrases } from './phrases.ts'
import type { Word } from './words.ts'

const findMatters =
  phrases(`otrevlig*, ovänlig*, nonchalant*, oförskämd*, arrogant*, elak*, hårdhänt*, lat, lata, slarvig*, slarvar, slarvade, inkompeten*, okunnig*, olämplig*, oduglig*, opålitlig*, sjukskriv*, långtidssjukskriv*,
  lön, lönen, löner, lönesätt*, löneförhandl*, löneläge*, varning av, varning från, skriftlig varning, avsked*, uppsagd, uppsagda, sägas upp, sagt upp, sade upp, sa upp, säger upp, säga upp, bytas ut, byta ut, omplacer*, avgå, avgår, avgick,
  konflikt med, konflikter, i konflikt, bråk med, bråkar, bråkade, gräl*, ovän*, kommer .. för sent, kom .. för sent, sen till jobbet, inte klarar, klarar inte, inte sköter, sköter inte, sköter .. dåligt, missköt*, luktar/luktade/lukta alkohol/sprit/öl, berusad*,
  full på jobbet, påverkad, tackade nej, slutat i protest, slutade i protest, slutat efter, får sluta, fått sluta, tvingades sluta, borde sluta, anställts trots, anställdes trots, fick jobbet trots, fick tjänsten, fått tjänsten, sökte tjänsten, provanställ*,
  skäller, skällde, skrek, skriker, höjer rösten, höjde rösten, ljuger, ljög, stal, stulit, sover på, sov på, sitter med mobilen, satt med mobilen, rökte, röker, disciplin*, tjänstefel, skvall*, drog, slog, knuff*, trakasser*, ignorer*, bemöter .. illa,
  dåligt bemötande, bristande bemötande, illa omtyckt*, misskrediter*, oengagerad*, behandlar .. illa, föräldraledig*, tjänstledig*, pensioneras, saknar utbildning, saknar legitimation, saknar behörighet, inte lämplig, inte kompetent, inte vänlig, inte trevlig`)
const findOwn = phrases(
  'sin/sitt/sina/hans/hennes arbetsgivare/anställning, varning av/från .. arbetsgivare/chef, hennes/hans lön, fick/fått .. varning .. arbetsgivare, rekryteringen av .. tackade, har anställts trots, anställdes trots, har blivit uppsagd, blev uppsagd, blev avskedad, har avskedats, fick sparken, fått sparken',
)

/** Finds matters of those employed: how one behaves, sick leave, pay, conflicts, the recruiting of one. */
export function findStaff(words: readonly Word[], people: People): readonly Match[] {
  return [...near(findMatters(words), people.workers, 14), ...findOwn(words)]
}

const findAlways =
  phrases(`arbetsmiljö*, skyddsombud*, skyddsstopp*, skyddsrond*, arbetsbelastning*, arbetsskad*, arbetsgivaransvar*, hot och våld mot .. personal/personalen/anställda/medarbetare/medarbetarna, delade turer, huvudskyddsombud*,
  fackförbund*, facket, kommunal kräver, övertidsuttag*, personalomsättning*, arbetstidsförkort*`)
const findBurdens =
  phrases(`stress*, utbränd*, utmatt*, slutkör*, övertid*, saknar .. raster/rast/paus/pauser, hinner inte .. rast/raster/paus/äta/lunch, ta rast, ta ut .. rast, tunga lyft, tunga arbetsställ*, ryggont, ont i ryggen, för kort vila, för lite vila,
  hot, hotas, hotad*, hot och våld, utsätts/utsatts/utsattes, mobb*, kränk*, trakasser*, dålig stämning, stämningen .. dålig/sämre/tryckt, sjukfrånvaro*, sjuktal*, sjukskrivning*, missnöjd*, klagar på/över, överbelast*, pressad*, pressat, orkar inte, går på knäna,
  underbeman*, för få på .. passet, ensamarbet*, jobbar ensam*, bullrig*, buller, bullret, rädd*, otrygg*, schemat .. vila, tuff* schema*`)
const findAtWork = phrases(
  `arbetsgrupp*, arbetslag*, personal*, medarbetar*, anställda, schemat, jobbet, arbetsplatsen`,
)
const findNotTheirs = phrases('barnens/elevernas/barnen/eleverna/deltagarnas arbetsmiljö*')

/** Finds matters of the work environment (arbetsmiljölagen): the manager’s, and no part of a report. */
export function findWorkEnvironment(words: readonly Word[], people: People): readonly Match[] {
  const notTheirs = new Set(findNotTheirs(words).map((it) => it.last))
  const always = findAlways(words).filter((it) => !notTheirs.has(it.first))
  return [
    ...always,
    ...near(
      findBurdens(words),
      [...people.workers.filter((it) => !people.worker.includes(it)), ...findAtWork(words)],
      10,
    ),
  ]
}
