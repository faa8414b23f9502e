import type { People } from './persons.ts'
import { type Match, near, phrases } from './phrases.ts'
import type { Word } from './words.ts'

const findAlways =
  phrases(`misshandl*, vanvård*, vanskött*, övergrepp*, våldta*, könsstymp*, hedersvåld*, hedersförtryck*, barnäktenskap*, bortgift*, giftas bort, gifts bort, far illa, fara illa, farit illa, for illa, ta/tar/tagit/tog sitt/sitt/mitt liv, inte .. leva längre,
  självmordstank*, självmordsförsök*, vill dö, vågar/vågade/vågat inte gå/åka/komma hem, vågar inte vara, pappa/mamma/styvfar/styvpappa/styvmor slår/slog/slagit/dricker/dricka, slår .. hemma, stjäls/stjäl/stulit/stjäla/stulits från .. boende/brukare/brukarna, utan att någon kom/kommit, ropade/ropar/ropat på hjälp,
  låst in, inlåst, inlåsta, låses in, låser in, låstes in, fastbunden, fastbundna, bunden vid, bunden i, bands fast, binder fast, trycksår*, liggsår*, i håret, blöta kläder/lakan/blöjor, i sin avföring, i sitt kiss, utan mat, inte fått/får/fick .. mat, fått för lite mat,
  blåmärk*, tar/tog/tagit hans/hennes/hens/brukarens pengar, ekonomiskt utnyttj*, sexuellt utnyttj*, utnyttjas, utnyttjats sexuellt, försumma*, försummelse*, undernärd*, uttorkad*, droger hemma, fastspänd*, spänns fast, spändes fast, instängd*, bältad*, utan att någon märkte/märkt/reagerade/såg/hjälpte, tar/tog/tagit på henne/honom/mig, tafs*, ofreda*, antast*, sextrakasser*, brännsår*, brännmärke*, rispor på, rivmärke*, strypmärke*, sover/sov i bilen/trapphuset/källaren, lever på gatan, utan tillsyn, livsfarlig*, livsfara, orosanmälan .. barn/barnet/pojken/flickan/familjen, tvingas gifta, hedersrelaterad*, kontrollerar henne/honom, får/fick inte gå ut, får/fick inte träffa, får/fick inte lämna, hotad av sin/sitt, hotas av sin, hot från sin, slagen av, slagits av`)
const findWithPerson =
  phrases(`slagen, slagna, slog, slår, slagit, sparka*, knuff*, nöp, nyper, puttade, skrek/skriker/skrikit åt, hotar, hotad*, hotas, hotat, hotade, kränkt, kränks, kränkts, rädd för, rädd av, verkade/verkar/är/såg rädd, rädda för, våld, stryk, spottade, strypgrepp, örfil*, märken på, svullen, svullet, blod, blodig*, sår på, blåslagen, grät, gråter, gråtande, gråtit, tvättad, tvättats, duschad, duschats, byta blöja, blöjbyte, avföring, smutsig*, hungrig*, törstig*, frös, fryser, i kylan, i kyla, ute i, vänta/väntat/väntade/fick vänta .. timmar/timme, larmade/larmat utan, ingen/inget svarade, ingen hjälp, inte .. hjälp, lämnats utan, lämnas utan, utan hjälp/tillsyn/mat/vatten/medicin, glömdes kvar, glömts kvar, glömd på, hittades, föll/fallit/ramlat .. igen/flera/utan, smycken, plånbok*, kontokort*, bankkort*, snattad, försvunnit från, svälter, drack sig, drogad, hotelse*, förföljd*, förföljer, kontrollerar, isoler*, svartsjuk*, illa behandlad, behandlas illa, behandlats illa, ensam ute, sprang ut i, drunkn*, på vägen ensam, ville inte säga varför, aga, agar, agas, hemma slår, slår hemma,
  gått ner i vikt, gick ner i vikt, stjäl*, stal, stulit, lurad på, lurats på, ensam på golvet, låg/ligger/legat på golvet, ingen/inte .. lagt om, ingen kom, kom ingen, ingen kommer, inte .. medicin, fel medicin, fått .. för mycket medicin, vanskö*, försvunn*, rymde, rymt, brännmärk*, brännskad*,
  hot mot, drogad*, neddrogad*, tvingas, tvingades, tvingats, fasthåll*, hölls fast, höll fast, lämnad ensam, lämnats ensam, lämnades ensam, självskad*, skär sig, skadar sig, skadat sig`)
const findHarmless = phrases(
  'slår/slog/slår i trumm*, slår/slog rekord, slår/slog sig ner/ned, slår det mesta, slår tolv/ett/två, slår på, slår an, slår igenom, slog igenom, slår upp, slog upp, slagit rekord, slår ihop, slog ihop, slår ut, klockan slår, rädd om, rädda om, sparka boll, sparkar boll, sparkade boll, sparkcykel*, sparkcyklar, knuffa cykel',
)
const findDenied = phrases(
  'inga/inget/ingen våld/hot/övergrepp/blåmärken/trycksår/liggsår/vanvård, inte förekommit, antalet trycksår/blåmärken, förebyggande',
)

/** Finds what points to abuse, violence, neglect or danger for somebody: an orosanmälan or lex Sarah comes before a report. */
export function findConcerns(words: readonly Word[], people: People): readonly Match[] {
  const harmless = [...findHarmless(words), ...findDenied(words)]
  const covered = new Set(
    harmless.flatMap((it) => Array.from({ length: it.last - it.first + 2 }, (_, index) => it.first - 1 + index)),
  )
  const isHarmless = (it: Match) => covered.has(it.first)
  const always = findAlways(words).filter((it) => !isHarmless(it))
  const serious = people.general.length > 0 ? near(always, people.anyone, 12) : always
  return [...serious, ...near(findWithPerson(words), people.anyone, 10).filter((it) => !isHarmless(it))]
}
