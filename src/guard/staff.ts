import type { People } from './persons.ts'
import { type Match, near, phrases } from './phrases.ts'
import type { Word } from './words.ts'

const findMatters =
  phrases(`dålig*, dåligt, usel*, sämre, sämst, illa, avlöning*, anmäl*, anmälts, anmälan mot, konflikt*, konflikträdd*, sov, sover, sträng*, för hög, för hårt, sällan, klarar inte, klarade inte, osäker*, rädd, fel sak, felbehandl*, brist*, bristande, brister, missbruk*, försvann, frånvaro*, uteblev, uteblivit, kom inte, slarv*, tjafs*, skäll*, utskäll*,
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
  'lönearbete, klagomål, sjukskrivningar, sjukskrivningstal, telefonen, alkoholfri*, tillsättningar, slogan, drog igång, drog slutsats*, drog ner, konflikthantering*, löneprocess*, hård konkurrens, med mobilen till',
)

/** Finds matters of those employed: how one behaves, sick leave, pay, conflicts, the recruiting of one. */
export function findStaff(words: readonly Word[], people: People): readonly Match[] {
  const notTheirs = new Set(findNotTheirs(words).map((it) => it.first))
  const matters = findMatters(words).filter((it) => !notTheirs.has(it.first))
  return [...near(matters, people.worker, 14), ...near(conduct(words), people.workers, 8), ...findOwn(words)]
}

/** What is about them also where all who work there are meant. */
const conduct =
  phrases(`dåligt bemötta, hårdhänt, sitter mest, fikar, fikar mest, latar, bryr sig inte, ointresse, dåliga på, för dålig svenska, tjafs*, osämja,
  otrevlig*, ovänlig*, nonchalant*, oförskämd*, arrogant*, elak*, hårdhänt*, lata, slarvig*, slarvar, inkompeten*, okunnig*, olämplig*, burdus*, barska, sura, respektlös*, ointresserad*, oengagerad*, nedlåtande, lön, lönen, löner, lönesätt*, lönelyft,
  avsked*, uppsagd*, sägas upp, sägs upp, varslas, varslats, varsel, skäller, skvallrar, ljuger, stjäl, röker, sitter med mobilen, sover, sköter inte, konflikt med, konflikter, i konflikt, bråkar, grälade, osams, trakasser*, kan/talar/förstår inte/knappt svenska, språkbrister, bemöter .. illa, dåligt bemötande`)
