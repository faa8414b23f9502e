import type { People } from './persons.ts'
import { type Match, near, phrases } from './phrases.ts'
import type { Word } from './words.ts'

const findMatters =
  phrases(`bytts ut, byttes ut, bytte ut, byter ut, erbjud*, annat/nytt jobb, annan/ny tjänst/befattning/position, mot sin vilja, tvingats bort, tvingades bort, trängts undan, köpts ut, ingenting, vill/ville sluta/bort, söker/sökt sig, tröttnat, kritiseras, ifrågasätter, olämpligt, opassande, oacceptabel*, brusa*, brusade, exploderade, surade, surar, snäsig*, oförskämt, vresigt, avvisande, undviker, undvek, gömmer sig, smet, smiter, fejk*, straffad, dömd, belastningsregist*, åtalad*, inte .. fungerar/fungerat/fungera, fungerar/fungerade/håller inte, fungerar/fungerade/håller/duger dåligt/illa, inte .. måttet, inte vuxen/mogen/lämpad/passande/klok/någon/van, i tonen, tonen mot, snorkig*, stroppig*, grinig*, vresig*, dryg, dryga, kaxig*, mästrande, överlägsen, överlägset, högdragen, hetsig*, kolerisk*, ohövlig*, obehaglig*, taktlös*, klumpig*, omdömeslös*, omdöme, valhänt*, ansvarslös*, senfärdig*,
  omotiverad*, håglös*, velig*, feg, fega, mesig*, nyckfull*, översitt*, despot*, diktator*, tyrann*, pennalism*, härskartekni*, chikan*, kränker, kränkt*, sprider rykten, ryktas, ryktet, rykten om, lär ha, sägs ha, påstås ha, på glid, sitter löst/osäkert, sparkas, sparkad, sparkades, sparkats, kickad*, petad, petas, petats, petades, avsatt, avsattes, avsätts, entledig*, friställd*, avpollett*, inte .. förlängt, ingen förlängning, förlängs inte, inte förlängd,
  överbetald*, underbetald*, bisyssla*, smygröker, snusar, försovit, försov, försover, schabbl*, slappar, aldrig på plats, sällan på plats, syns aldrig, lyser med, gapar, gapade, gapig*, gnäll*, hunsa*, kommenderar, kommenderade, omöjlig, omöjlig att samarbeta, går inte att samarbeta/resonera/prata/tala/lita, sambo med, kär i, förhållande med, kusin till, handplockad*, svågerpolitik, kompistillsatt, inte meriterad, saknar tålamod, inte .. tålamod, brist på tålamod, lomsk, hårda nypor, hårda tag, hård mot, hårda mot, grov mot, grov i,
  inte till .. kritik, tål inte kritik, kritik .. ledarskap, ledarstil*, personkemi*, samarbetsförmåga, kompetensbrist*, överförfrisk*, ölstinn, spritdoft*, doftade/luktade/lukta/luktar .. alkohol/sprit/öl/vin, bakrus, berusning, sitt humör, illa mot, kort mot, barsk, tjurig*, sturig*, skamlös*, skandal*, oseriös*, inte seriös, gillar .. inte, trivs inte, vantrivs,
  kallad till, kallats till, kallades till, hr-möte, avskedssamtal, tystnadsplikt*, läckt, läckte, försnill*, förskingr*, snatt*, lånade pengar, kom försent, försent, kommer försent, för långsam, smågräl*, käbbl*, gnabb*, kiv, kivas, tjafsar, ligger i luven, drar inte jämnt, inte .. drar jämnt, kommer inte överens, inte .. överens, talar/pratar illa, talat/pratat illa, pratar bakom, snackar skit, skitsnack*, fryser ut, motarbet*, saboter*, obstru*,
  klaga på, klagas på, klagade på, klagomål på, klagomål mot, ovett, åthutning, utskälld*, skällde ut, reprimand*, tillrättavis*, prickad*, prickning, ertapp*, påkom*, påträffades sovande, sovande, nickade till, slumrade,
  dålig*, dåligt, usel*, sämre, sämst, illa, avlöning*, anmäl*, anmälts, anmälan mot, konflikt*, konflikträdd*, sov, sover, sträng*, för hög, för hårt, sällan, klarar inte, klarade inte, osäker*, rädd, fel sak, felbehandl*, brist*, bristande, brister, missbruk*, försvann, frånvaro*, uteblev, uteblivit, kom inte, slarv*, tjafs*, skäll*, utskäll*,
  avgångsvederlag, utköp*, köptes ut, köpas ut, erinran, utredning av, utreds, löneförmån*, bonus, befordr*, degrader*, tillsätts, sökande till tjänsten, anställningsintervju*, anställning, kollegor .. rädda, ogillar, ogillad, gillar inte, gillas inte, skäms, gråter, grät, arg, arga, ilsken, irriterad*, temperament*, humör*, hånar, hånade, hånfull*, förlöjligar, skrattade åt, pekpinnar, respekt, auktoritet, samarbetssvår*, samarbetsproblem*, samarbetar dåligt,
  inte rätt person, fel för jobbet, inte .. rollen, jävig*, jäv, vän till, släkt med, gift med, favorit*, mutor, mutad, privata ärenden, privatliv*, semestrar, sjuk, sjukanmäl*, vab*, rehab*, lågpresterande, underkänd*, vikarie för, beror på chefen, är problemet, problem med, problem med alkohol, missköter, svartjobb*, extraknäck*,
  vägra*, gör ett dåligt, dåligt jobb, dåligt arbete, dålig ledare, fått/får/fick kritik, kritiserad*, kritiserats, saknar helt, borde inte, bör inte, in i väggen, gått in i, ersätts av, upplevs .. kall/kallt/sträng/avvisande/hård/otydlig/osäker/stressad/stel, avvisande, på väg bort, är på väg att sluta, lämnat/lämnade avdelningen, tvinga*,
  högre lön, lägre lön, förtjänar, mår dåligt, skild, skilsmässa, gravid, vikarierar för, saknar kunskap, mobbar, mobbad, mobbats, utfrys*, fryser ut, ifrågasätts, ifrågasatt, nonchalerar, nonchalerade, struntar, struntade, skyller, maskar, smiter, fuskar, fuskade, glömmer, glömde, glömt,
  gick hem tidigt, går hem tidigt, tar långa raster, tappat greppet, tappat kontrollen, svag ledare, styr med järnhand, kör över, svär, svor, kallade .. för, gör skillnad på, särbehandl*, rasistisk*, sexistisk*, avskyr, hatar, inte .. förtroende, ingen .. förtroende, vill byta jobb, söker nytt jobb, sökt nytt jobb, slutar, slutade, slutat,
  inte/aldrig .. jobb/jobbet/arbete/uppgift/uppgifter/hjälper/hjälpa/lyssna/förstår/städar/städat/räcker/duger/passar/trivs/tillräckligt,
  otrevlig*, ovänlig*, nonchalant*, oförskämd*, arrogant*, elak*, hårdhänt*, hård, hårda, lat, lata, slarvig*, slarvar, slarvade, slarvat, inkompeten*, okunnig*, olämplig*, oduglig*, opålitlig*, burdus*, barsk*, sur, sura, buttert, butter, tvär, tvära,
  oartig*, otålig*, respektlös*, ointresserad*, oengagerad*, frånvarande, osynlig*, otydlig*, orättvis*, auktoritär*, härsk*, maktfullkomlig*, dålig på, dåliga på, svår att, svårt att samarbeta, för hård*, för sträng*, sträng*, fräs, fräste, snäs*, domin*, lynnig*, partisk*,
  sjukskriv*, långtidssjukskriv*, sjukskrev, är/varit/långvarigt/långtids sjuk, ersätts inte, lön, lönen, löner, lönesätt*, löneförhandl*, löneläge*, lönekrav, lönepåslag, tjänar, tjänade, varning av, varning från, skriftlig varning, fått/fick .. varning, avsked*, uppsagd*, sägas upp, sagt upp, sade upp, sa upp, säger upp, säga upp,
  bytas ut, byta ut, byts ut, omplacer*, förflytt*, stängdes av, avstängd*, avstängning, avgå, avgår, avgick, avgått, konflikt, konflikten, konflikter, bråk, bråkar, bråkade, gräl*, ovän*, osams, kommer .. sent, kom .. sent, kommit .. sent, sen till jobbet/arbetet,
  klarar/klarade inte, inte klarar/klarade, inte sköter/skötte, sköter/skötte inte, sköter/skötte .. dåligt, missköt*, alkohol, alkoholdoft*, sprit, bakfull*, berusad*, onykter*, drogpåverkad*, full på jobbet, påverkad, tackade nej, i protest, slutat efter, fick/får/fått sluta, fick/får/fått gå, tvingades sluta/gå, tvingats sluta/gå,
  borde/bör sluta/gå/bytas/avgå/lämna, ska sluta, har slutat, slutade plötsligt, slutat plötsligt, går i pension, gå i pension, anställts, anställdes, fick jobbet, fått jobbet, fick tjänsten, fått tjänsten, sökte tjänsten, sökt tjänsten, provanställ*, vikariatet, tillsätt*, fel person, internutredning*, utreds, utredning mot, anmäld*, polisanmäl*,
  skäller, skällde, skrek, skriker, höjer/höjde rösten, ljuger, ljög, stal, stulit, snattar, sover/sov på, somnade, somnat, mobil, mobilen, telefon, sociala medier, rökte, röker, disciplin*, tjänstefel, skvall*, drog, slog, knuff*, nöp, nyper, trakasser*, ignorer*, bemöter/bemötte .. illa/dåligt/nedlåtande,
  nedlåtande, bemötande .. sämre, dåligt bemötande, bristande bemötande, illa omtyckt*, impopulär*, föräldraledig*, tjänstledig*, pensioneras, saknar utbildning/legitimation/behörighet/förtroende/kompetens/erfarenhet, obehörig*, inte lämplig/kompetent/vänlig/trevlig/rätt/omtyckt/snäll, behandlar .. illa/olika, favoriser*, missnöjd*, kritik mot, kritiserar,
  förtroende för, misstro*, misstänks, misstänkt*, gör/gjorde/gjort inte/aldrig, talar/pratar inte, samarbetar inte, lyssnar/lyssnade inte/aldrig, svarar/svarade inte/aldrig, hälsar/hälsade inte/aldrig, bryr sig inte, bryr sig aldrig, kommer/kom aldrig, följer/följde inte, förstår/kan/talar inte/knappt svenska, språkbrister, dålig svenska, pratar illa, baktal*, flirt*`)
const findOwn =
  phrases(`sin/sitt/sina/hans/hennes arbetsgivare/anställning, hennes/hans lön, fick/fått .. varning .. arbetsgivare, anställts trots, anställdes trots, blivit uppsagd/avskedad/omplacerad/avstängd, blev uppsagd/avskedad/omplacerad/avstängd, har avskedats, fick/fått sparken,
  rekryteringen/tillsättningen av .. chef/enhetschef/rektor`)
const findNotTheirs = phrases(
  'lönearbete, går inte att klaga/säga/ange, klagomål, sjukskrivningar, sjukskrivningstal, telefonen, alkoholfri*, tillsättningar, slogan, drog igång, drog slutsats*, drog ner, konflikthantering*, löneprocess*, hård konkurrens, med mobilen till',
)

/** What says of somebody that something is wanting, whatever it is. */
const findDoubt = phrases(
  `inte, aldrig, knappt, knappast, sällan, föga, varken, svårt att/för, svårigheter att/med, oförmåg*, oförmögen, mest på/i/med/för, mest sitter, bara sitter, sitter bara, för lite, för litet, borde, bör, ersättas, ersätts, bytas, ska bort, måste bort, ska väck, ska ut, får gå, fått gå, ska gå, lär, sägs, ryktas, påstås, ryktet, hör inte hemma, ton mot, tonen, en ton, ett sätt, tappat, brister i, brister, svag, svaga, alltför, över huvudet på, bakom ryggen, emot sig, rykte om sig, vantrivs, utan att fråga, utan förvarning, i konflikt, förhållande, relation med, väckt irritation, retat upp, stött sig med, rehabilitering, sjukskrivning`,
)
const findTold = phrases(
  `berättade/berättar/sade/sa/säger/förklarade/förklarar/menade/menar/svarade/svarar/uppgav/uppger/påpekade/informerade/informerar/redogjorde/redogör/nämnde/nämner/framhöll/betonade/betonar/visade/visar/bekräftade/beskrev/beskriver/önskar/önskade/vill/ville/hoppas/tror/trodde/tycker/tyckte/ansåg/anser/konstaterade/hälsade/tillade/poängterade/upplyste/meddelade/undrade/såg/ser/bjöd/tog/lovade/försäkrade/räknar/räknade/frågade`,
)
const findTeller = phrases(
  'enligt, hos, berättade/berättar/sade/sa/säger/förklarade/menade/menar/svarade/uppgav/påpekade/nämnde/visade/lovade, träffade vi, mötte vi, tackar/tackade/tack',
)
const findExcused = phrases(
  `inte .. delta/deltog/närvara/närvarade/närvarande/siffror/siffran/siffrorna/tillgänglig/tillgängliga/träffa/tillsatt/utsedd/anträffbar/nås/nåddes, inte vara/var med/där/inne/hemma/klar/anställd, inte på plats, aldrig tråkigt/långt, inte långt, inte .. långt till, träffade/mötte/såg inte, träffa/träffat inte, inte bara, inte minst, inte ännu, ännu inte, en/ett/sin/sitt tjänst/tjänsten, tjänsten`,
)

const startsOf = (matches: readonly Match[]) => new Set(matches.map((it) => it.first))

/** One who works there of whom something is said to be wanting; not what they tell themselves, and not that they were away. */
function wanting(words: readonly Word[], people: People): readonly Match[] {
  if (findExcused(words).length > 0) return []
  const [told, tellers] = [startsOf(findTold(words)), startsOf(findTeller(words))]
  const own = people.worker.filter(
    ({ first, last }) => ![1, 2, 3].some((it) => told.has(last + it)) && ![1, 2].some((it) => tellers.has(first - it)),
  )
  return near(findDoubt(words), own, 10)
}

/** Finds matters of those employed: how one behaves, sick leave, pay, conflicts, the recruiting of one. */
export function findStaff(words: readonly Word[], people: People): readonly Match[] {
  const notTheirs = new Set(findNotTheirs(words).map((it) => it.first))
  const matters = findMatters(words).filter((it) => !notTheirs.has(it.first))
  return [
    ...near(matters, people.worker, 14),
    ...near(conduct(words), people.workers, 8),
    ...findOwn(words),
    ...wanting(words, people),
  ]
}

/** What is about them also where all who work there are meant. */
const conduct =
  phrases(`snorkig*, stroppig*, grinig*, vresig*, dryga, kaxig*, hunsar, hårda nypor, hårda tag, kort i tonen, korta i tonen, drar inte jämnt, inte .. drar jämnt, inte .. överens, ligger i luven, käbblar, snackar skit, skitsnack*, pratar över huvudet, pratar bakom ryggen, slappar, slöar, rökrast, röker för, rökpauser,
  dåligt bemötta, hårdhänt, sitter mest, fikar, fikar mest, latar, bryr sig inte, ointresse, dåliga på, för dålig svenska, tjafs*, osämja,
  otrevlig*, ovänlig*, nonchalant*, oförskämd*, arrogant*, elak*, hårdhänt*, lata, slarvig*, slarvar, inkompeten*, okunnig*, olämplig*, burdus*, barska, sura, respektlös*, ointresserad*, oengagerad*, nedlåtande, lön, lönen, löner, lönesätt*, lönelyft,
  avsked*, uppsagd*, sägas upp, sägs upp, varslas, varslats, varsel, skäller, skvallrar, ljuger, stjäl, röker, sitter med mobilen, sover, sköter inte, konflikt med, konflikter, i konflikt, bråkar, grälade, osams, trakasser*, kan/talar/förstår inte/knappt svenska, språkbrister, bemöter .. illa, dåligt bemötande`)
