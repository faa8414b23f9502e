import type { People } from './persons.ts'
import { type Match, near, phrases } from './phrases.ts'
import type { Word } from './words.ts'

const findAlways =
  phrases(`6:6a*, 66a-anmäl*, arbetsmiljöverk*, arbetstagar*, arbetsgivaren, sin arbetsgivare, kör slut på, körs slut, folk/folket är/blir trötta/slut/slutkörda/utbrända/sjukskrivna, folk slutar/flyr/orkar, arbetsbörda*, arbetstyngd, stressnivå*, personalflykt*, personalkris*, personalbrist*, friskvårdsbidrag*, kommunal kräver/har/begär/begärde/larmar/larmade/varnar/anmälde/anmält, vårdförbundet, lärarförbundet, sveriges lärare, i arbetslaget, i personalgruppen, ofrivillig deltid,
  arbetsmiljö*, skyddsombud*, skyddsstopp*, skyddsrond*, arbetsbelastning*, arbetsskad*, arbetsgivaransvar*, hot och våld mot .. personal/personalen/anställda/medarbetare/medarbetarna, delade turer, delad tur, huvudskyddsombud*, tystnadskultur*, arbetsklimat*, arbetsskador,
  fackförbund*, facket, fackliga, facklig, övertidsuttag*, personalomsättning*, arbetstidsförkort*, arbetsvillkor*, anställningsvillkor*, schemaläggning*, belastningsskad*, lönevillkor*, företagshälsovård*, arbetstider, arbetstiderna, minutschema*, beordrad`)
const findBurdens =
  phrases(`bristande stöd/ledarskap/kommunikation/introduktion/information/uppskattning/bemanning/rutiner, dåligt/otydligt/svagt/frånvarande ledarskap, stöd från ledningen/chefen/chefer, chefsbyten, täta chefsbyten, hemma för, sjukskriver sig, byter jobb, söker andra/nya jobb, söker sig bort/härifrån, flyr yrket, ont om tid/folk/personal, ensam/ensamma på natten/nätterna/kvällen/avdelningen, såriga, sprickor, eksem, löneskillnad*, handledning saknas, ingen handledning, ingen återkoppling, knakar, dubbla, slut som, helt slut, alldeles slut, slutkörd*, tröttkörd*, på bristningsgränsen, bristningsgräns*, går på tå, sliter, tär, tärande, tuff, tufft, ansträngd*, ansträngt, påfrest*, psykiskt krävande, gnissel, gnisslar, gnisslat, osämja, splittring, splittrad*, splittrat, grupperingar, falanger, munkavle, tystas, tystats, repressali*, vågar inte, vågar knappt, inte .. vågar, ingen .. vågar, rädsla, rädda att, överfall*, överföll*, attack*, attackera*,
  bits, rivs, spottas, fått stryk, fick stryk, ohälsa*, ohälsotal*, i axlarna, i ryggen, i lederna, i nacken, i händerna, axlar, ryggar, onda, krämpor, lyfthjälpmedel, lyfter ensamma, tunga lyft, iskallt, för varmt, för kallt, fryser, fukt, usel, usla, kassa, ofrivillig deltid, deltider, önskar heltid, heltider, inbeordra*, kallas in, ringas in, indragen semester, indragna, arbetsbörda*, arbetstyngd*, högt tempo, hetsigt, hets, hetsen, hinner med, inte .. hinner, hinner, andas ut, återhämtning*,
  kränkningar, dåligt bemötta av chefen, ledningen lyssnar, ingen lyssnar, inte .. lyssnar, missmod*, modfälld*, knäckt*, knäckta, urlakad*, tappat sugen, tappat orken, tappat lusten, dukar under, drunknar, drunknade, jobbar över, arbetar över, stannar över, gratisarbet*, utan rast, utan raster, utan paus, utan lunch, hoppar över lunchen, obekväm*, tidspress*, tidsbrist*, tidsnöd, pressat, pressade, dålig/tryckt/spänd/rå/usel/infekterad/frostig stämning/ton/jargong, jargong*, konflikter, konflikt, bråk, kris, krisar,
  sliten, svett*, lyfta tungt, tungt, tunga, liften, lyften, luftkonditionering, överkörd*, överkörda, räcker inte, inte .. lyssnad, inte .. hörda, för många, för mycket att göra, mycket att göra, springer, jäkt*, jäktig*, bråttom, pausa, pauser, pauserna, orkar, sömn*, sover dåligt, nattskift*, delade pass, helgpass, varannan helg, jobbar gratis, oavlönad*, undermålig*, kemikali*, rök i, strålning,
  halkar, halkrisk*, klämskad*, olycksfall, brännskad*, skärskad*, fallrisk, ergonomisk*, felaktiga stolar, stolarna, skrivbord*, besvikna, besviken, uppror, protest*, strejk*, förhandling*, mbl, risk- och konsekvensanalys, riskbedöm*, riskanalys, förtroende för, flyr, flykt, vantrivs, vantrivsel, osäkerhet, omorganisation*, ständiga förändringar, nedskärning*, varsel, varslas,
  slagen, biten, bitna, spottad, sparkad, sparkade, knäproblem, ryggproblem, axelproblem, handledsproblem, nackbesvär, ryggbesvär, hesa, hes, tinnitus, graders, värme, värmen, kyla, kylan, hårt golv, golvet är hårt, inflytande över, otrygga, dåligt samvete, etisk stress, uppgivenhet, gråter,
  gråtit, slutat på grund, slutar på grund, sagt upp sig, går ner i tid, körtider, körtiderna, körscheman, gångtid*, hinna med, kisspaus, toapaus, lunchrast*, äta lunch, obetald*, beordras, inringd*, förslitning*, monoton*, hörselskydd, skyddsutrustning saknas, saknar skyddsutrustning/arbetskläder, tunga vagnar, vagnarna är tunga, för trångt,
  stress*, utbränd*, utmatt*, slutkör*, utslit*, slitn*, slits, trött*, uppgiv*, övertid*, saknar .. raster/rast/paus/pauser/omklädningsrum/vilrum, hinner/hann inte/varken/knappt/aldrig, ta rast, rasten, raster, rasterna, vilrum*, omklädningsrum*, pausrum*, personalrum*, tunga lyft, tung/tungt arbete, tunga arbetsställ*,
  ryggont, ont i, värk*, belastning*, skador, stickskad*, skadat, tillbud*, för kort/lite vila, vila mellan, hot, hotas, hotad*, hotade, hotats, hot och våld, våld, våldsam*, slagna, utsätts, utsatts, utsattes, utsatta, mobb*, kränk*, trakasser*, dålig/spänd/tryckt/usel stämning, stämningen .. dålig/sämre/tryckt/spänd,
  sjukfrånvaro*, sjuktal*, sjukskrivning*, missnöjd*, missnöje*, klagar, klagade, klagomål, överbelast*, pressad*, press, hög arbetstakt, tempot, orkar inte, orkar knappt, knäna, knappt orkar, underbeman*, för få, ensamarbet*, jobbar/arbetar ensam*, bullrig*, buller, bullret, ljudnivån, rädd*, otrygg*, oro inför, oroliga för, orolig för, schemat, schemana,
  scheman, arbetspass*, dubbelarbet*, dubbelpass, dubbla pass, extrapass, ingen introduktion, semester, semestrar, hot om, säger upp sig, slutar, drag, kallt i köket, varmt i köket, hettan, mögel, möglig*, dålig luft, ventilationen, ergonomi*, otillräcklig bemanning, för lite personal, för lite folk`)
const findAtWork = phrases(
  'arbetsgrupp*, arbetslag*, personal, personalen, personalens, personalgrupp*, personalstyrkan, yrkesgrupp*, kökspersonal*, sköterskor, biträden, kollegorna, kollegiet, lärarkåren, de jobbar/arbetar/sliter, man jobbar/arbetar, arbetspass*, arbetsplats*, personalmöt*, de hinner/hann/orkar/orkade, medarbetar*, anställda, anställdas, jobbet, arbetsplatsen, de som jobbar/arbetar',
)
const findNotTheirs = phrases(
  'barnens/elevernas/barnen/eleverna/deltagarnas arbetsmiljö*, barnens arbetstider, skolmiljö*',
)
const findDone = phrases(
  'utan anmärkning*, inget/inga/ingenting att anmärka, inga anmärkningar, inga brister, i sin ordning, gäller/rör/avser eleverna/deltagarna/barnen',
)
/** What those who work there do not get, manage or dare. */
const findLack = phrases(
  `får/fick/fått/hinner/hann/orkar/vågar/trivs/klarar/mår/känner/blir .. inte/aldrig/knappt/sällan/ingen/inget/inga, inte/aldrig/knappt/sällan/ingen/inget/inga .. får/fick/fått/hinner/hann/orkar/vågar/trivs/klarar/mår/ledigt/gehör/paus/rast/återhämtning/stöd/uppskattning/inflytande, saknar stöd/chef/gehör/inflytande/möjlighet/tid/en, mår dåligt/illa/inte, far illa, kör slut, kör/körs/körde hårt/sönder, tar slut på, gehör, så hett, så varmt, hett, hetta, rörigt, kaos*, kaotisk*, ingen vet, vet inte vem/vilken, ställs in, ställts in, irritera*, frustrer*, ilska, ilskna, arga, upprörda, oense, osams, förtvivlad*, uppgivna, gråter, grät, ensamma, ensam, på natten ensamma, otryggt, utsatt, omänskligt, orimligt, orimliga, ohållbar*`,
)
const findRules = phrases(
  'får/fick inte ha/bära/använda/röka/snusa/filma/fotografera/lämna/säga/berätta/visa/parkera/gå, inte behöver, behöver inte, inte längre, lämna ut',
)
const findGood = phrases(
  'är nöjd/nöjda/glad/glada, trivs bra, fungerar bra/utmärkt, inte stressad/stressade, utan stress, minskat, minskar, sänka, sjunker, sjunkit, redovisas, mindre stress, lugn, lugnt',
)

/** Finds matters of the work environment (arbetsmiljölagen): the manager’s, and no part of a report. */
export function findWorkEnvironment(words: readonly Word[], people: People): readonly Match[] {
  const notTheirs = new Set(findNotTheirs(words).map((it) => it.last))
  const isDone = findDone(words).length > 0
  const always = findAlways(words).filter((it) => !notTheirs.has(it.first) && !isDone)
  const together = [...people.workers.slice(people.worker.length), ...findAtWork(words)]
  const burdens = findGood(words).length > 0 ? [] : findBurdens(words)
  const isEased = findGood(words).length > 0 || findRules(words).length > 0
  const lack = isEased || people.worker.length > 0 ? [] : near(findLack(words), together, 7)
  return [...always, ...near(burdens, together, 10), ...lack]
}
