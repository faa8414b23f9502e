import type { Language } from '../../kernel/language.ts'
import type { WrittenAmount } from '../fee-rules-amounts.ts'
import { considerableOfficeSchema, costSchema } from '../fee-rules-claims.ts'
import { defineRule } from '../rules/kind.ts'
import { amountText, clauseAsk, codeAsk, lineSentences, paperChoices, titleAsk } from './block-words.ts'

/** One kind of cost, as it is asked about, read back and said in reasons. */
export const costsKind = defineRule({
  kind: 'fee-rules.costs',
  title: { sv: 'Kostnader', en: 'Costs' },
  ask: {
    kind: codeAsk,
    title: titleAsk,
    clause: clauseAsk,
    receipt: { sv: 'Krävs kvitto?', en: 'Is a receipt needed?', choices: paperChoices },
    mostPerHour: {
      sv: 'Hur mycket betalas högst per timme av besöket, i öre?',
      en: 'How much is paid at most for each hour of the visit, in öre?',
    },
    mostPerOccasion: {
      sv: 'Hur mycket betalas högst per tillfälle, i öre?',
      en: 'How much is paid at most on each occasion, in öre?',
    },
    mostPerDay: { sv: 'Hur mycket betalas högst per dag, i öre?', en: 'How much is paid at most for a day, in öre?' },
  },
  values: costSchema,
  describe: {
    sv: ({ title, receipt, mostPerHour, mostPerOccasion, mostPerDay }) => {
      const ceilings = ceilingsText('sv', [
        [mostPerHour, 'per timme'],
        [mostPerOccasion, 'per tillfälle'],
        [mostPerDay, 'per dag'],
      ])
      return `${title.sv} betalas${receipt === 'required' ? ' mot kvitto' : ''}${ceilings === '' ? '' : `, högst ${ceilings}`}.`
    },
    en: ({ title, receipt, mostPerHour, mostPerOccasion, mostPerDay }) => {
      const ceilings = ceilingsText('en', [
        [mostPerHour, 'per hour'],
        [mostPerOccasion, 'per occasion'],
        [mostPerDay, 'per day'],
      ])
      return `${title.en}: paid${receipt === 'required' ? ' against a receipt' : ''}${ceilings === '' ? '' : `, at most ${ceilings}`}.`
    },
  },
  sentences: {
    sv: {
      ...lineSentences.sv,
      'receipt-missing': (say) => `Kvitto saknas: ${say.text('titleSv')}, ${say.kronor('claimedOre')}.`,
      'within-ceilings': (say) => `${say.text('titleSv')}: ${say.kronor('claimedOre')}.`,
      'cut-to-hours': (say) =>
        `${say.text('titleSv')}: högst ${say.kronor('mostOre')} per timme betalas, ${say.kronor('leftOre')} för ${say.duration('minutes')}; begärt är ${say.kronor('claimedOre')}.`,
      'cut-to-occasion': (say) =>
        `${say.text('titleSv')}: högst ${say.kronor('mostOre')} per tillfälle betalas; begärt är ${say.kronor('claimedOre')}.`,
      'cut-to-day': (say) =>
        `${say.text('titleSv')}: högst ${say.kronor('mostOre')} per dag betalas, och ${say.kronor('leftOre')} återstod av det; begärt är ${say.kronor('claimedOre')}.`,
    },
    en: {
      ...lineSentences.en,
      'receipt-missing': (say) => `The receipt is missing: ${say.text('titleEn')}, ${say.kronor('claimedOre')}.`,
      'within-ceilings': (say) => `${say.text('titleEn')}: ${say.kronor('claimedOre')}.`,
      'cut-to-hours': (say) =>
        `${say.text('titleEn')}: at most ${say.kronor('mostOre')} per hour are paid, ${say.kronor('leftOre')} for ${say.duration('minutes')}; ${say.kronor('claimedOre')} are claimed.`,
      'cut-to-occasion': (say) =>
        `${say.text('titleEn')}: at most ${say.kronor('mostOre')} per occasion are paid; ${say.kronor('claimedOre')} are claimed.`,
      'cut-to-day': (say) =>
        `${say.text('titleEn')}: at most ${say.kronor('mostOre')} per day are paid, and ${say.kronor('leftOre')} were left of it; ${say.kronor('claimedOre')} are claimed.`,
    },
  },
})

/** The share of a full-time office from which the law gives no right to lost earnings and child-minding. */
export const considerableOfficeKind = defineRule({
  kind: 'fee-rules.considerable-office',
  title: { sv: 'Betydande del av heltid', en: 'Considerable part of full time' },
  ask: {
    clause: clauseAsk,
    fromPercent: {
      sv: 'Från hur många procent räknas uppdragen som betydande del av heltid?',
      en: 'From how many percent do the offices count as a considerable part of full time?',
      help: {
        sv: 'Kommunallagen 4:12 och 4:14 ger alla andra rätt till ersättning för förlorad arbetsinkomst och barntillsyn.',
        en: 'The Local Government Act 4:12 and 4:14 give everyone else a right to lost earnings and child-minding.',
      },
    },
    excludes: {
      sv: 'Vad får de som har sådana uppdrag inte ersättning för?',
      en: 'What are those who hold such offices not paid for?',
    },
  },
  values: considerableOfficeSchema,
  describe: {
    sv: ({ fromPercent, excludes }, words) =>
      excludes.length === 0
        ? `Uppdrag på minst ${fromPercent} % är betydande del av heltid.`
        : `Den som har uppdrag på minst ${fromPercent} % av heltid får inte ersättning för ${words.labels(excludes)}.`,
    en: ({ fromPercent, excludes }, words) =>
      excludes.length === 0
        ? `Offices of at least ${fromPercent} % are a considerable part of full time.`
        : `Whoever holds offices of at least ${fromPercent} % of full time is not paid for ${words.labels(excludes)}.`,
  },
  sentences: {
    sv: {
      'office-excluded': (say) =>
        `Uppdragen är tillsammans ${say.number('heldPercent')} % av heltid. Från ${say.number('fromPercent')} % betalas inte detta.`,
      'category-excluded': (say) => `Detta betalas inte till ${say.text('titleSv').toLowerCase()}.`,
    },
    en: {
      'office-excluded': (say) =>
        `The offices are ${say.number('heldPercent')} % of full time together. From ${say.number('fromPercent')} % this is not paid.`,
      'category-excluded': (say) => `This is not paid to ${say.text('titleEn').toLowerCase()}.`,
    },
  },
})

type Ceiling = readonly [WrittenAmount | undefined, string]

function ceilingsText(language: Language, ceilings: readonly Ceiling[]): string {
  return ceilings
    .flatMap(([most, per]) => (most === undefined ? [] : [`${amountText(most, language)} ${per}`]))
    .join(', ')
}
