import type { People } from './persons.ts'
import { type Match, near, phrases } from './phrases.ts'
import type { Word } from './words.ts'

const findAlways =
  phrases(`arbetsmiljö*, skyddsombud*, skyddsstopp*, skyddsrond*, arbetsbelastning*, arbetsskad*, arbetsgivaransvar*, hot och våld mot .. personal/personalen/anställda/medarbetare/medarbetarna, delade turer, delad tur, huvudskyddsombud*, tystnadskultur*, arbetsklimat*, arbetsskador,
  fackförbund*, facket, fackliga, facklig, övertidsuttag*, personalomsättning*, arbetstidsförkort*, arbetsvillkor*, anställningsvillkor*, schemaläggning*, belastningsskad*, lönevillkor*, företagshälsovård*, arbetstider, arbetstiderna, minutschema*, beordrad`)
const findBurdens =
  phrases(`sliten, svett*, lyfta tungt, tungt, tunga, liften, lyften, luftkonditionering, överkörd*, överkörda, räcker inte, inte .. lyssnad, inte .. hörda, för många, för mycket att göra, mycket att göra, springer, jäkt*, jäktig*, bråttom, pausa, pauser, pauserna, orkar, sömn*, sover dåligt, nattskift*, delade pass, helgpass, varannan helg, jobbar gratis, oavlönad*, undermålig*, kemikali*, rök i, strålning,
  halkar, halkrisk*, klämskad*, olycksfall, brännskad*, skärskad*, fallrisk, ergonomisk*, felaktiga stolar, stolarna, skrivbord*, besvikna, besviken, uppror, protest*, strejk*, förhandling*, mbl, risk- och konsekvensanalys, riskbedöm*, riskanalys, förtroende för, flyr, flykt, vantrivs, vantrivsel, osäkerhet, omorganisation*, ständiga förändringar, nedskärning*, varsel, varslas,
  slagen, biten, bitna, spottad, sparkad, sparkade, knäproblem, ryggproblem, axelproblem, handledsproblem, nackbesvär, ryggbesvär, hesa, hes, tinnitus, graders, värme, värmen, kyla, kylan, hårt golv, golvet är hårt, inflytande över, otrygga, dåligt samvete, etisk stress, uppgivenhet, gråter,
  gråtit, slutat på grund, slutar på grund, sagt upp sig, går ner i tid, körtider, körtiderna, körscheman, gångtid*, hinna med, kisspaus, toapaus, lunchrast*, äta lunch, obetald*, beordras, inringd*, förslitning*, monoton*, hörselskydd, skyddsutrustning saknas, saknar skyddsutrustning/arbetskläder, tunga vagnar, vagnarna är tunga, för trångt,
  stress*, utbränd*, utmatt*, slutkör*, utslit*, slitn*, slits, trött*, uppgiv*, övertid*, saknar .. raster/rast/paus/pauser/omklädningsrum/vilrum, hinner/hann inte/varken/knappt/aldrig, ta rast, rasten, raster, rasterna, vilrum*, omklädningsrum*, pausrum*, personalrum*, tunga lyft, tung/tungt arbete, tunga arbetsställ*,
  ryggont, ont i, värk*, belastning*, skador, stickskad*, skadat, tillbud*, för kort/lite vila, vila mellan, hot, hotas, hotad*, hotade, hotats, hot och våld, våld, våldsam*, slagna, utsätts, utsatts, utsattes, utsatta, mobb*, kränk*, trakasser*, dålig/spänd/tryckt/usel stämning, stämningen .. dålig/sämre/tryckt/spänd,
  sjukfrånvaro*, sjuktal*, sjukskrivning*, missnöjd*, missnöje*, klagar, klagade, klagomål, överbelast*, pressad*, press, hög arbetstakt, tempot, orkar inte, orkar knappt, knäna, knappt orkar, underbeman*, för få, ensamarbet*, jobbar/arbetar ensam*, bullrig*, buller, bullret, ljudnivån, rädd*, otrygg*, oro inför, oroliga för, orolig för, schemat, schemana,
  scheman, arbetspass*, dubbelarbet*, dubbelpass, dubbla pass, extrapass, ingen introduktion, semester, semestrar, hot om, säger upp sig, slutar, drag, kallt i köket, varmt i köket, hettan, mögel, möglig*, dålig luft, ventilationen, ergonomi*, otillräcklig bemanning, för lite personal, för lite folk`)
const findAtWork = phrases(
  'arbetsgrupp*, arbetslag*, personal, personalen, personalens, personalgrupp*, personalstyrkan, medarbetar*, anställda, anställdas, jobbet, arbetsplatsen, de som jobbar/arbetar',
)
const findNotTheirs = phrases(
  'barnens/elevernas/barnen/eleverna/deltagarnas arbetsmiljö*, barnens arbetstider, skolmiljö*',
)
const findGood = phrases(
  'inte stressad/stressade, utan stress, minskat, minskar, sänka, sjunker, sjunkit, redovisas, mindre stress, lugn, lugnt',
)

/** Finds matters of the work environment (arbetsmiljölagen): the manager’s, and no part of a report. */
export function findWorkEnvironment(words: readonly Word[], people: People): readonly Match[] {
  const notTheirs = new Set(findNotTheirs(words).map((it) => it.last))
  const always = findAlways(words).filter((it) => !notTheirs.has(it.first))
  const together = [...people.workers.filter((it) => !people.worker.includes(it)), ...findAtWork(words)]
  const burdens = findGood(words).length > 0 ? [] : findBurdens(words)
  return [...always, ...near(burdens, together, 10)]
}
