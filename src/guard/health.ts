import type { People } from './persons.ts'
import { type Match, near, phrases } from './phrases.ts'
import type { Word } from './words.ts'

const findConditions =
  phrases(`sängliggande, livets slutskede, punktskrift, vit käpp, kräktes, hosta, hostar, förkyld, ryggskott, förkylning, ryckningar, skakningar, spasmer, sväljer, sväljsvårigheter, puréad, purékost, passerad kost, talsvårigheter, talar inte, stelopererad, svårläkt, sårvård, liggsår, trycksår, blåsljud, leukemi, prostata*, lungcancer, levern, njurarna, njursvikt, hjärtat, sköldkörtel*, ledvärk, ischias, parkinsonism, minnesutredning, demensutredning, utredning för, npf*, npf-*, neuropsykiatrisk*, koncentrationssvårigheter,
  psykiskt sjuk, psykiskt skör, sjukskriven för, utbrändhet, vårdas, mentalt, särskola på grund, låg iq, svagbegåvad, intellektuell funktions*, genetisk*, kromosom*, för tidigt född, epileptisk*, insjukn*, dog i, dödssjuk, obotlig*, sjukdomen, metastas*, tvångssyndrom, social fobi, agorafobi, sömnsvårigheter, sömnproblem, sömnapné, narkolepsi, alkohol, dricker för mycket, droger, narkotika, cannabis, tablettmissbruk, hasch, heroin, amfetamin,
  avgiftning*, nykter*, abstinens*, metadon*, huntington*, als-*, parkinsons, levercirros*, kroniska, skolfobi, stum, stumma, tappat talet, teckentolk, ledarhund, färgblind, ryggmärgsbråck, muskelsjuk*, nyopererad*, höftopererad*,
  blodsocker*, blodtryck*, dropp, hospice, psyk, psykavdelning*, tvångstankar, panikattack*, panikångest, självmord*, vanföreställning*, hallucin*, paranoid*, hör röster, ätsvårigheter, väger bara, tbc, tuberkulos, mrsa, smitt*, skabb, bröstcancer,
  @illness, demens*, dementa, alzheimer*, parkinson*, stroke*, cancer*, tumör*, diabet*, kol, astma*, epilep*, depress*, deprimer*, ångest*, psykos*, psykotisk*,
  schizofren*, bipolär*, adhd*, add, autis*, asperger*, ptsd*, ms, als, hiv*, hepatit*, missbruk*, alkoholproblem*, alkoholist*, alkoholiser*, narkoman*, drogproblem*, hjärtinfarkt*, beroende av, tablettberoende, spelberoende, spelmissbruk*,
  hjärtsvikt*, hjärtfel*, hjärtproblem*, hjärt-*, blodpropp*, propp*, lårbenshals*, fraktur*, benbrott*, benskör*, bruten/brutna höft/arm/ben/handled/fot/nacke, brutit/bröt/bryta .. höften/armen/benet/handleden/lårbenet/foten/nacken/handen,
  allerg*, nötallerg*, tål inte/ej, tålde inte, överkänslig*, laktos*, gluten*, celiaki*, gravid*, havande, missfall*, abort*, insulin*, waran, blodförtunnande, alvedon, morfin*, oxycodon*, sobril, stesolid, ritalin*, concerta, penicillin*, antibiotik*, kortison*,
  antidepress*, lugnande, sömnmedel*, sömntablett*, medicin, medicinen, mediciner*, medicinering*, tabletter*, piller, diagnos*, rullstolsburen*, sitter i rullstol, rullstol, inkontinen*, blöja, blöjor, sondmat*, sond, stomi*, kateter*, syrgas*, dialys*, palliativ*, cellgift*,
  cytostatika, strålbehandl*, strålning*, opererad*, opererats, opererades, operation*, afasi*, afatisk, förlamad*, halvsidesförlam*, blind, blinda, döv, döva, dövblind*, synskadad, hörselskadad, hör/hörde/ser/såg .. dåligt/illa/ingenting/nästan/lite, svårt att/med .. gå/svälja/andas/tala/sova/minnas/se/höra,
  utvecklingsstör*, funktionsnedsätt*, funktionshind*, downs, cp-skad*, cp, ätstörning*, anorexi*, bulimi*, självskad*, skär sig, suicid*, psykisk ohälsa, mår/mådde .. dåligt/sämre/illa, mått dåligt, psykiatri*, psykolog, logoped*, stamning, stammar, dyslexi*, läs- och skrivsvårigheter,
  covid*, corona, lunginflammation*, urinvägs*, infektion*, sjukdom*, sjuk, sjuka, magsjuk*, kräksjuk*, vinterkräk*, influensa*, feber, kräks, kräktes, vattkoppor, röda hund, svinkoppor, huvudlöss, löss, eksem*, minnessvår*, minnesproblem*, tappat minnet, minnet .. sämre/sviktar, glömsk*, förvirrad*, tvångsvård*, svimmade,
  svimmat, yrsel*, yr, hjärnskad*, hjärnblödning*, reumati*, artros*, gikt*, psoriasis*, bensår*, amputer*, protes, pacemaker*, kronisk*, smärtor, värk*, ont i, har .. ont, undernär*, spastisk*, tourette*, borderline, utmattningssyndrom*, utbränd*, lvm-*, starr, höftled, höftplast*, knäled, hörapparat*,
  ligger för döden, döende, livets slut*, döende, gått bort i, dog av, dött av, avled av, fått ett anfall, krampanfall*, kramper, rullator efter, sjukhus efter, inlagd*, akuten, sjukhuset för, bältros, skelning, hjärntrött*, nedstämd*, orolig och, suttit i rullstol, vaccinerad*, ovaccinerad*, överviktig*, övervikt, fetma, underviktig*, diabetiker*`)
const findDeclared = phrases(
  'avdelning* med inriktning, personal* får/har/fick utbildning, utbildning* om/i/kring, specialkost, demensavdelning*, demensboende*, demensteam*, demenssjuksköterska*, demenscent*, rullstolsramp*, allergilist*, allergikost*, medicinskåp*, medicinrum*, medicinskt',
)

/** Finds a word of health that stands beside one person; illnesses spoken of in general are nobody’s. */
export function findHealth(words: readonly Word[], people: People): readonly Match[] {
  const declared = new Set(findDeclared(words).map((it) => it.first))
  const conditions = findConditions(words).filter((it) => !declared.has(it.first))
  if (people.general.length > 0) return near(conditions, people.persons, 8)
  return near(conditions, people.anyone)
}
