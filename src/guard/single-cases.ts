import type { People } from './persons.ts'
import { type Match, near, phrases } from './phrases.ts'
import type { Word } from './words.ts'

const findKin = phrases(
  `anhörig/anhörige/dotter/dottern/son/sonen/familjen/familjens/familj/föräldrarna/föräldern/förälder/mamma/mamman/pappa/pappan/vårdnadshavare/vårdnadshavaren/vårdnadshavarna/make/maka/systern/brodern/närstående/mor/moder/modern/far/fadern/svärdotter/svärdottern/svärson/barnbarn/barnbarnet/syskon/syskonen/makarna/paret/mormor/morfar/farmor/farfar/kusin/sambo/sökanden/klaganden, den klagande, den sökande, en anhörig, den anhöriga, den anhörige`,
)
const findMatters =
  phrases(`uträkning*, räknats/räknat/räknade/uträknat fel, fel .. räknat, kommunen/nämnden/handläggaren/biståndshandläggaren/myndigheten säger/sade/sa/sagt nej, förvägra*, besvärar sig, besvärat sig, besvär över, besvärsskriv*, laglighetsprövning, hänvisas till, hänvisats till, bollas, bollats, mellan stolarna, mellan två stolar, väntat på, står/stått/ställts på kö, kö till, missnöje med, upprörd över/på, upprörda över, arg/arga/besviken/besvikna/ledsen/ledsna över/på, klagar, klagar över,
  klagade över, tog kontakt med oss/nämnden/mig, tagit kontakt med oss/nämnden/mig, kontaktade oss/mig/nämnden, kontaktat oss/mig/nämnden, sökte upp oss/mig, vände/vänt/vänder sig till oss/nämnden/mig/kommunen, vill byta, vill hem, vill/ville inte bo, tvätten, kläder .. borta/försvunnit/kommer bort, kommer bort, kommit bort, tappats bort, slarvats bort, får inte längre, fått/får/fick mindre, fått/får/fick färre, nerdragen, neddragen, neddragna, nerdragna, neddraget, nerdraget, dragits ner,
  hans/hennes timmar, sina hemtjänsttimmar/timmar minsk*, hemtjänsttimmar*, minskad tid, avvis*, avböj*, utebliv*, ratad*, rest krav, kräver att, krävde att, begäran, begäran om, inlaga, framställan, framställning om, hemställ*, ansökningen, anspråk, rätt till, inte rätt till, nekad*, nobbad, nobbats, nobbades, inte godkänt, inte godkänts, underkänt, avslutad*, avslutats, utan förklaring, gjort fel, fel beslut, felaktigt beslut, inte verkställ*, ej verkställ*, verkställt, får/fick/fått ingen plats/ersättning/hjälp/hemtjänst/skolskjuts,
  inte får/fick/få/fått plats, inte kom/kommit/kommer in, kom inte in, fick/får/fått vänta .. besked/svar/beslut/månader/veckor, varför hennes/hans/deras, missnöjd/missnöjda med, bedömning, bedömningen, bedömts, bedömdes, nytt beslut, ändra beslutet, ändrar beslutet, ändrat beslut, vill ha fler, vill ha mer, behöver fler, utökade, utökas, utökning, nedsatt tid, prövning, hyran, uppsägning, elräkning*,
  tvingas flytta, utskriven, utskrivning, skrevs ut, hemtagning, vårdplan*, sip-möte, anmälan mot, omvandla, obehandlad*, handläggs, handläggning, akten, journalen, journal, personakt, dröjt, dröjer,
  vill/ville .. hjälp av nämnden/kommunen/oss, ber/bad nämnden, vädja*, driva frågan, driva hennes/hans, hjälpa henne/honom med, sanktion*, ersättning sedan, placering i, familjehem, jourhem, utan framgång, anser/ansåg sig, känner sig orättvist, stämma kommunen, jo-anmäl*, skrivit/skrev till .. kommunen/nämnden/chefen,
  överprövning, prövas, prövats, prövades, rättegång*, dom mot, domstol*, flyttas mot, flyttades mot, flyttats mot, tvångsflytt*, fått besked om, inte fått besked, inget besked, inte fått den/det/de, inte beviljad*, inte beviljats, beviljats, beviljades, beviljad, hyresskuld*, avhys*, kronofogd*, tvist, tvisten,
  ansökan, ansökt, ansökte, söka om, sökt om, sökte om, avslag, avslaget, avslogs, avslagits, avslagen, överklag*, klagade, klagat, klagar på, klagomål, klagan, beslutet, beslut om, sitt/hennes/hans beslut, biståndsbeslut*, omprövar, omprövas, ompröva, omprövning, ärende, ärendet,
  nekades, nekats, nekad, nekas, nekade, indrag*, drogs in, dragits in, dras in, minskats .. timmar, förvaltningsrätt*, kammarrätt*, tingsrätt*, handläggare, handläggaren, biståndshandläggar*, socialsekreterar*, lvu, lvm, placering, placeringen, placerats, placerad*, omhändertag*, fått/fick/får nej, fått/fick/får avslag,
  inte fått svar, inget svar, väntar/väntat/väntade .. svar/plats/besked/beslut/boende, har väntat i, stått i kö, står i kö, anmält, anmälde, återkrav, försörjningsstöd*, vräk*, god man, förvaltare, vårdnadstvist*, vårdnaden, umgänge*, ivo, felbedöm*, felaktigt, orättvist, byta/byter/bytt .. avdelning/boende/rum/handläggare/grupp/plats/hemtjänst/förskola/skola/klass,
  vill flytta, får inte flytta, flytta till ett/en, blev/blivit av med sin/sitt, vill ha tillbaka, vill ha den/det tillbaka, få tillbaka sin/sitt, avstängd*, avstängning, uppsagd från, sägs upp från, skuld, skulder, faktura*, avgiften, felaktig avgift, återbetal*, kräver tillbaka, klagomålet, synpunkten, begär, begärt, begärde, kränkningsanmäl*, diskrimineringsanmäl*`)
const findChanged =
  phrases(`besked, beslut, varför, utökade, utökas, utökat, kom in, månader, år, dröjt, dröjer, beviljas, behöver, gånger, bedömd, bedömt, får,
  nek*, avsl*, dragits, drogs, dras, minskat*, minskad*, minskar, sänkts, sänktes, upphört*, stopp*, väntar, väntat, väntade, vill, ville, bara, endast, för få, för lite, färre, inte fått, får inte, fick inte, fått, beviljad*, beviljat*, förlora*, blev av, ompröv*, sökt, söker, sökte, saknar, hävas, häva`)
const findBenefits = phrases('@benefit, @home-aid, låneförbud*')
const findHomeAid = phrases('@home-aid')
const findAlways =
  phrases(`enskilt ärende, enskilda ärenden, enskilt fall, enskilda fall, enskild persons, ett ärende som gäller/rör, ett fall där, ett konkret fall, ett aktuellt fall, ett särskilt fall, fallet med, i fallet, hennes/hans/hens/deras ansökan/ärende/överklagande/klagomål/beslut/bistånd/hemtjänsttimmar/handläggare/placering/utredning/akt/färdtjänst/låneförbud,
  min/mitt/mina mammas/pappas/mors/fars ärende, i hennes/hans/hens fall, överklagat/överklagade beslutet/avslaget`)

/** What somebody did not get, tried to get, or asks the reason of. */
const findWanted = phrases(
  `inte .. fått/få/får/fick/beviljats/kommit/hört/blivit/hjälpt/gått, får/fick/fått inte/aldrig, får/fick/fått ingen/inget/inga, stämmer inte med, rätt till, försökt/försöker/försökte få, frågade varför, frågar varför, undrade/undrar varför, krav på, fått krav, fått hem ett krav, nekas, driver/drivit/drev .. frågan/fallet/ärendet/process, rasande, förtvivlad*, förbannad, uppbragt, indignerad*, ombads, ombetts, ombad oss, bad oss/mig titta/se/hjälpa/kolla/driva/ta, bytts mellan, flyttats runt, runt mellan, utan besked, fortfarande inte, avstyrk*, inkasso*, skadestånd*, förmynd*, gode mannen, ratad*, ratades, kämpat, kämpar, kämpade, stridit, strider, tjatat, tjatar, ringt .. gånger, mejlat .. gånger, papper om/av/från, handlingar om, brev om, brev från kommunen, brev från, avskrev*, beklagade sig, beklagar sig, klagat, tycker/tyckte att det är/var fel/orättvist, tycker/tyckte .. fel/orättvist/orimligt, på tok för, orimligt hög, orimlig, strandat, stannat av, fastnat hos, ligger hos, ligger kvar hos`,
)
const findCases = phrases('@case')

/** Finds the case of one person: an application, a decision, a complaint, an appeal, a service that was given or taken away. */
export function findSingleCases(words: readonly Word[], people: People): readonly Match[] {
  const someone = [...people.anyone, ...findKin(words)]
  const inGeneral = people.general.length > 0
  const none = new Set(findTrifles(words).map((it) => it.last))
  const matters = near(
    findMatters(words).filter((it) => !none.has(it.first)),
    inGeneral ? [...people.persons, ...findKin(words)] : someone,
    inGeneral ? 6 : 12,
  )
  const changed = near(
    near(findBenefits(words), findChanged(words), 5),
    [...people.persons, ...findPossessed(words)],
    8,
  )
  const given = near(findHomeAid(words), people.anyone, 8)
  return [...findAlways(words), ...matters, ...(inGeneral ? [] : given), ...(inGeneral ? [] : changed)]
}

const findTrifles = phrases(
  'får/fick/fått inte upp/ner/loss/tag/med/fram, inga/inget/utan klagomål/synpunkter/anmärkningar, får/fick/fått inget/inga nog',
)

/** Finds what one person asks for and has not got, in a sentence that holds nothing graver. */
export function findWishes(words: readonly Word[], people: People): readonly Match[] {
  if (people.general.length > 0) return []
  const someone = [...people.persons, ...findKin(words), ...findPossessed(words)]
  if (findTrifles(words).length > 0) return []
  return [...near(findWanted(words), someone, 8), ...near(findCases(words), someone, 6)]
}

const findPossessed = phrases('hennes/hans/hens, hon, han, deras son/sons/dotter/dotters/barns')
