import type { People } from './persons.ts'
import { type Match, near, phrases } from './phrases.ts'
import type { Word } from './words.ts'

const findKin = phrases(
  `anhörig/anhörige/dotter/dottern/son/sonen/familjen/familjens/familj/föräldrarna/föräldern/förälder/mamma/mamman/pappa/pappan/vårdnadshavare/vårdnadshavaren/vårdnadshavarna/make/maka/systern/brodern/närstående, en anhörig, den anhöriga, den anhörige`,
)
const findMatters =
  phrases(`ansökan, ansökt, ansökte, söka om, sökt om, sökte om, avslag, avslaget, avslogs, avslagits, avslagen, överklag*, klagade, klagat, klagar på, klagomål, klagan, beslutet, beslut om, sitt/hennes/hans beslut, biståndsbeslut*, omprövar, omprövas, ompröva, omprövning, ärende, ärendet,
  nekades, nekats, nekad, nekas, nekade, indrag*, drogs in, dragits in, dras in, minskats .. timmar, förvaltningsrätt*, kammarrätt*, tingsrätt*, handläggare, handläggaren, biståndshandläggar*, socialsekreterar*, lvu, lvm, placering, placeringen, placerats, placerad*, omhändertag*, fått/fick/får nej, fått/fick/får avslag,
  inte fått svar, inget svar, väntar/väntat/väntade .. svar/plats/besked/beslut/boende, har väntat i, stått i kö, står i kö, anmält, anmälde, återkrav, försörjningsstöd*, vräk*, god man, förvaltare, vårdnadstvist*, vårdnaden, umgänge*, ivo, felbedöm*, felaktigt, orättvist, byta/byter/bytt .. avdelning/boende/rum/handläggare/grupp/plats/hemtjänst/förskola/skola/klass,
  vill flytta, får inte flytta, flytta till ett/en, blev/blivit av med sin/sitt, vill ha tillbaka, vill ha den/det tillbaka, få tillbaka sin/sitt, avstängd*, avstängning, uppsagd från, sägs upp från, skuld, skulder, faktura*, avgiften, felaktig avgift, återbetal*, kräver tillbaka, klagomålet, synpunkten, begär, begärt, begärde, kränkningsanmäl*, diskrimineringsanmäl*`)
const findChanged = phrases(
  'nek*, avsl*, dragits, drogs, dras, minskat*, minskad*, minskar, sänkts, sänktes, upphört*, stopp*, väntar, väntat, väntade, vill, ville, bara, endast, för få, för lite, färre, inte fått, får inte, fick inte, fått, beviljad*, beviljat*, förlora*, blev av, ompröv*, sökt, söker, sökte, saknar, hävas, häva',
)
const findBenefits = phrases('@benefit, låneförbud*')
const findAlways =
  phrases(`enskilt ärende, enskilda ärenden, enskilt fall, enskilda fall, enskild persons, ett ärende som gäller/rör, hennes/hans/hens/deras ansökan/ärende/överklagande/klagomål/beslut/bistånd/hemtjänsttimmar/handläggare/placering/utredning/akt/färdtjänst/låneförbud,
  min/mitt/mina mammas/pappas/mors/fars ärende, i hennes/hans/hens fall, överklagat/överklagade beslutet/avslaget`)

/** Finds the case of one person: an application, a decision, a complaint, an appeal, a service that was given or taken away. */
export function findSingleCases(words: readonly Word[], people: People): readonly Match[] {
  const someone = [...people.anyone, ...findKin(words)]
  const inGeneral = people.general.length > 0
  const matters = near(
    findMatters(words),
    inGeneral ? [...people.persons, ...findKin(words)] : someone,
    inGeneral ? 6 : 12,
  )
  const changed = near(
    near(findBenefits(words), findChanged(words), 5),
    [...people.persons, ...findPossessed(words)],
    8,
  )
  return [...findAlways(words), ...matters, ...(inGeneral ? [] : changed)]
}

const findPossessed = phrases('hennes/hans/hens, hon, han, deras son/sons/dotter/dotters/barns')
