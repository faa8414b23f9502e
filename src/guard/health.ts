import type { People } from './persons.ts'
import { type Match, near, phrases } from './phrases.ts'
import type { Word } from './words.ts'

const findConditions =
  phrases(`demens*, dement, dementa, alzheimer*, parkinson*, stroke*, cancer*, tumör*, diabet*, kol, astma*, epilep*, depress*, deprimer*, ångest*, psykos*, psykotisk*,
  schizofren*, bipolär*, adhd*, add, autis*, asperger*, ptsd, adhd-*, ms, als, hiv*, hepatit*, missbruk*, alkoholproblem*, alkoholist*, alkoholiser*, narkoman*, drogproblem*, hjärtinfarkt*,
  hjärtsvikt*, hjärtfel*, hjärtproblem*, blodpropp*, propp, lårbenshals*, fraktur*, benbrott*, benskör*, bruten höft/arm/ben/handled, brutit/bröt .. höften/armen/benet/handleden/lårbenet/foten,
  allerg*, nötallerg*, mjölkallerg*, jordnötsallerg*, äggallerg*, celiaki*, glutenintoleran*, laktosintoleran*, gravid*, missfall*, insulin*, waran, alvedon, morfin*, oxycodon*, sobril,
  stesolid, antidepress*, lugnande, sömnmedel*, medicin, mediciner, medicinen, medicinerna, medicineras, medicinering*, tabletter*, tabletterna, diagnos*, rullstol*, inkontinen*, blöja, blöjor, sondmat*,
  sond, stomi*, kateter*, syrgas*, dialys*, palliativ*, cellgift*, strålbehandl*, opererad*, opererats, opererades, afasi, förlamad*, halvsidesförlam*, blind, blinda, döv, döva, synskadad, hörselskadad,
  utvecklingsstör*, funktionsnedsätt*, funktionshind*, down, downs, cp-skad*, cp, ätstörning*, anorexi*, självskad*, skär sig, suicid*, psykiskt sjuk, psykisk ohälsa, psykisk sjukdom, psykiatri*, covid*,
  corona, lunginflammation*, urinvägsinfektion*, infektion*, sjukdom*, svårt sjuk, är sjuk, blev sjuk, blivit sjuk, feber, kräks, kräktes, minnessvår*, glömsk*, förvirrad*, tvångsvård*, svimmade, yrsel*, hjärnskad*,
  hjärnblödning*, reumati*, artros*, gikt*, psoriasis*, eksem*, bensår*, amputer*, pacemaker*, kronisk*, smärtor, värk, undernär*, sväljsvår*, afatisk, spastisk*, tourette*, borderline, utmattningssyndrom*, utbränd*, lvm-*`)
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
