import type { People } from './persons.ts'
import { type Match, near, phrases } from './phrases.ts'
import type { Word } from './words.ts'

const kin =
  'anhörig/dotter/dottern/son/sonen/familjen/familjens/föräldrarna/föräldern/förälder/mamma/pappa/vårdnadshavare/vårdnadshavaren/vårdnadshavarna/make/maka/systern/brodern'
const findKin = phrases(`${kin}, en anhörig, den anhöriga, en närstående, en mamma/pappa/dotter/son/familj`)
const findMatters =
  phrases(`ansökan, ansökningar, ansökt, ansökte, sökt om, avslag, avslogs, avslagits, avslagen, överklag*, klagade, klagat, klagar på, klagomål, klagan, beslutet, bistånd, biståndet, biståndsbeslut*, ärende, ärendet, nekades, nekats, nekad, nekas,
  indrag*, drogs in, dragits in, minskats, minskades, drogs ner, drogs ned, förvaltningsrätt*, kammarrätt*, tingsrätt*, handläggare, handläggaren, biståndshandläggar*, socialsekreterar*, lvu, lvm, placering, placeringen, omhändertag*, fått nej, fick nej,
  inte fått svar, inget svar, väntar på svar, väntat på svar, väntar på plats, väntat på plats, har anmält, anmälde, anmält, utredning, utredningen, återkrav, försörjningsstöd*, vräk*, god man, förvaltare, vårdnadstvist*, ivo, ivo-anmäl*`)
const findAlways =
  phrases(`enskilt ärende, enskilda ärenden, enskilt fall, enskilda fall, ett ärende som gäller/rör, hennes/hans/hens ansökan/ärende/överklagande/klagomål/beslut/bistånd/hemtjänsttimmar/handläggare/placering/utredning/akt,
  min/mitt/mina mammas/pappas/mors/fars ärende, i hennes/hans/hens fall, överklagat/överklagade beslutet/avslaget`)

/** Finds the case of one person: an application, a decision, a complaint, an appeal. */
export function findSingleCases(words: readonly Word[], people: People): readonly Match[] {
  const someone = [...people.anyone, ...findKin(words)]
  const matters =
    people.general.length > 0
      ? near(findMatters(words), [...people.persons, ...findKin(words)], 6)
      : near(findMatters(words), someone, 12)
  return [...findAlways(words), ...matters]
}
