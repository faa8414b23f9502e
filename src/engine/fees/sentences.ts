import { capital } from '../../kernel/language.ts'
import type { Say, Sentences } from '../rules/kind.ts'

/** A number of percent as it is written in the language. */
const percent = (say: Say) => {
  const text = String(say.number('percent'))
  return say.words.language === 'sv' ? `${text.replace('.', ',')} procent` : `${text} percent`
}
const category = (say: Say) => say.text(say.words.language === 'sv' ? 'categorySv' : 'categoryEn')

const swedish = {
  'gives-no-fee': (say) =>
    `Enligt riktlinjen (${say.text('guidelineClause')}) betalas ${say.labels('fee')}, men arvodesreglerna ger inget arvode för ett sådant tillfälle. Arvodesreglerna går före, och någon behöver besluta.`,
  'gives-no-fee-settled': (say) =>
    `Arvodesreglerna ger inget arvode för ett sådant tillfälle. De går före riktlinjen (${say.text('guidelineClause')}), enligt beslut ${say.day('decidedOn')}.`,
  'council-lower': (say) =>
    `Riktlinjen (${say.text('guidelineClause')}) medger ${say.duration('granted')}, men arvodesreglerna högst ${say.duration('capMinutes')}. Arvodesreglerna går före, och någon behöver besluta.`,
  'council-lower-settled': (say) =>
    `Arvodesreglernas ${say.duration('capMinutes')} går före riktlinjens ${say.duration('granted')} (${say.text('guidelineClause')}), enligt beslut ${say.day('decidedOn')}.`,
  'council-lower-amount': (say) =>
    `Det som riktlinjen (${say.text('guidelineClause')}) lovar är ${say.kronor('computedOre')}, men arvodesreglerna ger högst ${say.kronor('capOre')} för en dag. Arvodesreglerna går före, och någon behöver besluta.`,
  'council-lower-amount-settled': (say) =>
    `Arvodesreglernas högsta ${say.kronor('capOre')} för en dag går före riktlinjen (${say.text('guidelineClause')}), enligt beslut ${say.day('decidedOn')}.`,
  'council-no-substitutes': (say) =>
    `Riktlinjen (${say.text('guidelineClause')}) låter ersättare göra praktik, men arvodesreglerna ger ${say.name('person', 'person')} som ersättare inget arvode. Arvodesreglerna går före, och någon behöver besluta.`,
  'council-no-substitutes-settled': (say) =>
    `Arvodesreglerna ger ersättare inget arvode. De går före riktlinjen (${say.text('guidelineClause')}), enligt beslut ${say.day('decidedOn')}.`,
  'category-excluded': (say) =>
    `${say.name('person', 'person')} hör till kategorin ${category(say)}, och då ingår detta redan i det fasta arvodet.`,
  'category-rate': (say) =>
    `${say.name('person', 'person')} hör till kategorin ${category(say)}, som har ett annat belopp.`,
  'category-rates-collide': (say) =>
    `${say.name('person', 'person')} hör till flera kategorier med olika belopp: ${category(say)}. Någon behöver bestämma vilket som gäller.`,
  'serving-unknown': (say) =>
    `${say.name('person', 'person')} är ersättare, och det är inte noterat om det var i en ledamots ställe. Det avgör arvodet.`,
  'substitute-unpaid': (say) =>
    `${say.name('person', 'person')} är ersättare, och ersättare får inget arvode för detta.`,
  'substitute-share': (say) =>
    `${say.name('person', 'person')} är ersättare och får ${percent(say)} av ${say.kronor('computedOre')}.`,
  'paid-work-unpaid': () => 'Tiden är arbetstid som arbetsgivaren betalar, och då betalas inget arvode.',
  'paid-work-cut': (say) =>
    `${say.duration('minutes')} är arbetstid som arbetsgivaren betalar och räknas inte; ${say.duration('leftMinutes')} återstår.`,
  'paid-work-mixed': (say) =>
    `Bara en del av tiden, ${say.duration('minutes')}, är arbetstid som arbetsgivaren betalar, och reglerna säger inte hur det då räknas.`,
  'paid-work-share': (say) =>
    `Tiden är arbetstid som arbetsgivaren betalar, och då betalas ${percent(say)} av ${say.kronor('computedOre')}.`,
  'time-counted': (say) =>
    `Tid som räknas: ${say.duration('minutes')} (besöket ${say.duration('meetingMinutes')}, resa ${say.duration('travelMinutes')}, förberedelse ${say.duration('preparationMinutes')}, efterarbete ${say.duration('afterWorkMinutes')}).`,
  'distance-unknown': (say) =>
    `Restid räknas från ${say.number('kilometres')} kilometer, och avståndet är inte angivet i underlaget.`,
  'travel-near': (say) =>
    `Restid räknas från ${say.number('kilometres')} kilometer; här är det ${say.number('distance')}.`,
  'travel-silent': (say) =>
    `Reglerna säger inte om restiden, ${say.duration('travelMinutes')}, ryms i den tid som betalas eller kommer utöver den.`,
  'least-time': (say) =>
    `Minst ${say.duration('leastMinutes')} betalas för varje tillfälle; tiden var ${say.duration('minutes')}.`,
  'too-short': (say) => `För så kort tid, ${say.duration('minutes')}, ger ${say.text('feeRules')} inget arvode.`,
  addition: (say) => `${say.text('titleSv')}: ${say.kronor('amountOre')} för ${say.duration('minutes')}.`,
  'same-day': (say) =>
    `Dagens tillfällen räknas ihop till ${say.duration('minutes')}, som ger ${say.kronor('computedOre')}; ${say.kronor('givenOre')} av det är redan räknat.`,
  'same-day-given': (say) =>
    `Dagens tillfällen räknas ihop till ${say.duration('minutes')}, som ger ${say.kronor('computedOre')}, och det är redan räknat.`,
  'shared-day-amount-cut': (say) =>
    `Högst ${say.kronor('capOre')} betalas för en dag, alla slags arvoden tillsammans; av ${say.kronor('computedOre')} återstår ${say.kronor('leftOre')}.`,
  'shared-day-amount-used': (say) =>
    `Högst ${say.kronor('capOre')} betalas för en dag, alla slags arvoden tillsammans, och de är redan betalda.`,
  'day-time-cut': (say) =>
    `Högst ${say.duration('capMinutes')} betalas för en dag; ${say.duration('leftMinutes')} återstår.`,
  'day-time-used': (say) => `Högst ${say.duration('capMinutes')} betalas för en dag, och de är redan betalda.`,
  'year-time-cut': (say) =>
    `Högst ${say.duration('capMinutes')} betalas under ${say.number('year')}; ${say.duration('leftMinutes')} återstår.`,
  'year-time-used': (say) =>
    `Högst ${say.duration('capMinutes')} betalas under ${say.number('year')}, och de är redan betalda.`,
  'day-amount-cut': (say) =>
    `Högst ${say.kronor('capOre')} betalas för en dag; av ${say.kronor('computedOre')} återstår ${say.kronor('leftOre')}.`,
  'day-amount-used': (say) => `Högst ${say.kronor('capOre')} betalas för en dag, och de är redan betalda.`,
  'year-amount-cut': (say) =>
    `Högst ${say.kronor('capOre')} betalas under ${say.number('year')}; av ${say.kronor('computedOre')} återstår ${say.kronor('leftOre')}.`,
  'year-amount-used': (say) =>
    `Högst ${say.kronor('capOre')} betalas under ${say.number('year')}, och de är redan betalda.`,
  'day-count-reached': (say) =>
    say.number('most') === 1
      ? `Bara ett arvode av detta slag (${say.labels('fee')}) betalas för en dag, och det är redan betalt.`
      : `Högst ${say.words.neuter(say.number('most'))} arvoden av detta slag (${say.labels('fee')}) betalas för en dag, och så många är redan betalda.`,
  'kept-higher': (say) =>
    `${capital(say.labels('kinds'))} betalas inte på samma dag. Det högre betalas, och det är ${say.labels('kept')}.`,
  'kept-first': (say) =>
    `${capital(say.labels('kinds'))} betalas inte på samma dag. Det som började först betalas, och det är ${say.labels('kept')}.`,
  'kinds-silent': (say) =>
    `Arvodesreglerna säger inte vilket som betalas när ${say.labels('kinds')} kommer på samma dag.`,
  'other-kind-out': (say) =>
    `${capital(say.labels('kept'))} är det som ska betalas den dagen, men ett annat slags arvode är redan utbetalt. Någon behöver besluta om rättelse.`,
  'cap-held': () =>
    'Ett annat arvode som redan är utbetalt tar upp det som återstår under taket. Någon behöver besluta om rättelse innan detta betalas.',
  'amount-unknown': (say) => `Beloppet ${say.text('of')} har inget värde den dagen i arvodesreglerna.`,
  'rounding-silent': (say) => `Reglerna kräver ett avrundat belopp (${say.text('of')}) utan att säga hur det avrundas.`,
  'no-whole-ore': (say) =>
    `Beloppet (${say.text('of')}) blir inte hela ören, och reglerna säger inte hur det avrundas.`,
} satisfies Sentences

const english = {
  'gives-no-fee': (say) =>
    `By the guideline (${say.text('guidelineClause')}) the ${say.labels('fee')} is paid, but the fee rules give no fee for such an occasion. The fee rules prevail, and somebody needs to decide.`,
  'gives-no-fee-settled': (say) =>
    `The fee rules give no fee for such an occasion. They prevail over the guideline (${say.text('guidelineClause')}), as decided on ${say.day('decidedOn')}.`,
  'council-lower': (say) =>
    `The guideline (${say.text('guidelineClause')}) grants ${say.duration('granted')}, but the fee rules at most ${say.duration('capMinutes')}. The fee rules prevail, and somebody needs to decide.`,
  'council-lower-settled': (say) =>
    `The ${say.duration('capMinutes')} of the fee rules prevail over the guideline's ${say.duration('granted')} (${say.text('guidelineClause')}), as decided on ${say.day('decidedOn')}.`,
  'council-lower-amount': (say) =>
    `What the guideline (${say.text('guidelineClause')}) promises is ${say.kronor('computedOre')}, but the fee rules give at most ${say.kronor('capOre')} for a day. The fee rules prevail, and somebody needs to decide.`,
  'council-lower-amount-settled': (say) =>
    `The ${say.kronor('capOre')} that the fee rules give at most for a day prevail over the guideline (${say.text('guidelineClause')}), as decided on ${say.day('decidedOn')}.`,
  'council-no-substitutes': (say) =>
    `The guideline (${say.text('guidelineClause')}) lets substitutes make a placement, but the fee rules give ${say.name('person', 'person')}, a substitute, no fee. The fee rules prevail, and somebody needs to decide.`,
  'council-no-substitutes-settled': (say) =>
    `The fee rules give substitutes no fee. They prevail over the guideline (${say.text('guidelineClause')}), as decided on ${say.day('decidedOn')}.`,
  'category-excluded': (say) =>
    `${say.name('person', 'person')} is in the category ${category(say)}, for which this is in the fixed fee already.`,
  'category-rate': (say) =>
    `${say.name('person', 'person')} is in the category ${category(say)}, which has another rate.`,
  'category-rates-collide': (say) =>
    `${say.name('person', 'person')} is in several categories with different rates: ${category(say)}. Somebody needs to decide which applies.`,
  'serving-unknown': (say) =>
    `${say.name('person', 'person')} is a substitute, and it is not noted whether it was in a member's place. That decides the fee.`,
  'substitute-unpaid': (say) => `${say.name('person', 'person')} is a substitute, and substitutes get no fee for this.`,
  'substitute-share': (say) =>
    `${say.name('person', 'person')} is a substitute and gets ${percent(say)} of ${say.kronor('computedOre')}.`,
  'paid-work-unpaid': () => 'The time is work that an employer pays, and then no fee is paid.',
  'paid-work-cut': (say) =>
    `${say.duration('minutes')} are work that an employer pays and do not count; ${say.duration('leftMinutes')} are left.`,
  'paid-work-mixed': (say) =>
    `Only a part of the time, ${say.duration('minutes')}, is work that an employer pays, and the rules do not say how that is counted.`,
  'paid-work-share': (say) =>
    `The time is work that an employer pays, and then ${percent(say)} of ${say.kronor('computedOre')} are paid.`,
  'time-counted': (say) =>
    `Time that counts: ${say.duration('minutes')} (the visit ${say.duration('meetingMinutes')}, travel ${say.duration('travelMinutes')}, preparation ${say.duration('preparationMinutes')}, after-work ${say.duration('afterWorkMinutes')}).`,
  'distance-unknown': (say) =>
    `Travel counts from ${say.number('kilometres')} kilometres, and the claim does not state the distance.`,
  'travel-near': (say) =>
    `Travel counts from ${say.number('kilometres')} kilometres; here it is ${say.number('distance')}.`,
  'travel-silent': (say) =>
    `The rules do not say whether the travel, ${say.duration('travelMinutes')}, is within the time that is paid or beyond it.`,
  'least-time': (say) =>
    `At least ${say.duration('leastMinutes')} are paid for each occasion; the time was ${say.duration('minutes')}.`,
  'too-short': (say) => `For so short a time, ${say.duration('minutes')}, ${say.text('feeRules')} gives no fee.`,
  addition: (say) => `${say.text('titleEn')}: ${say.kronor('amountOre')} for ${say.duration('minutes')}.`,
  'same-day': (say) =>
    `The occasions of the day are counted as ${say.duration('minutes')}, which give ${say.kronor('computedOre')}; ${say.kronor('givenOre')} of that are counted already.`,
  'same-day-given': (say) =>
    `The occasions of the day are counted as ${say.duration('minutes')}, which give ${say.kronor('computedOre')}, and that is counted already.`,
  'shared-day-amount-cut': (say) =>
    `At most ${say.kronor('capOre')} are paid for a day, all kinds of fee together; of ${say.kronor('computedOre')} there are ${say.kronor('leftOre')} left.`,
  'shared-day-amount-used': (say) =>
    `At most ${say.kronor('capOre')} are paid for a day, all kinds of fee together, and they are paid already.`,
  'day-time-cut': (say) =>
    `At most ${say.duration('capMinutes')} are paid for a day; ${say.duration('leftMinutes')} are left.`,
  'day-time-used': (say) => `At most ${say.duration('capMinutes')} are paid for a day, and they are paid already.`,
  'year-time-cut': (say) =>
    `At most ${say.duration('capMinutes')} are paid in ${say.number('year')}; ${say.duration('leftMinutes')} are left.`,
  'year-time-used': (say) =>
    `At most ${say.duration('capMinutes')} are paid in ${say.number('year')}, and they are paid already.`,
  'day-amount-cut': (say) =>
    `At most ${say.kronor('capOre')} are paid for a day; of ${say.kronor('computedOre')} there are ${say.kronor('leftOre')} left.`,
  'day-amount-used': (say) => `At most ${say.kronor('capOre')} are paid for a day, and they are paid already.`,
  'year-amount-cut': (say) =>
    `At most ${say.kronor('capOre')} are paid in ${say.number('year')}; of ${say.kronor('computedOre')} there are ${say.kronor('leftOre')} left.`,
  'year-amount-used': (say) =>
    `At most ${say.kronor('capOre')} are paid in ${say.number('year')}, and they are paid already.`,
  'day-count-reached': (say) =>
    say.number('most') === 1
      ? `Only one fee of this kind (${say.labels('fee')}) is paid for a day, and it is paid already.`
      : `At most ${say.words.number(say.number('most'))} fees of this kind (${say.labels('fee')}) are paid for a day, and so many are paid already.`,
  'kept-higher': (say) =>
    `${capital(say.labels('kinds'))} are not paid on the same day. The higher is paid, which is ${say.labels('kept')}.`,
  'kept-first': (say) =>
    `${capital(say.labels('kinds'))} are not paid on the same day. What began first is paid, which is ${say.labels('kept')}.`,
  'kinds-silent': (say) => `The fee rules do not say which is paid when ${say.labels('kinds')} come on the same day.`,
  'other-kind-out': (say) =>
    `${capital(say.labels('kept'))} is what is to be paid that day, but another kind of fee is paid already. Somebody needs to decide about a correction.`,
  'cap-held': () =>
    'Another fee that is paid already takes what is left under the cap. Somebody needs to decide about a correction before this is paid.',
  'amount-unknown': (say) => `The amount ${say.text('of')} has no value on that day in the fee rules.`,
  'rounding-silent': (say) => `The rules demand a rounded amount (${say.text('of')}) without saying how it is rounded.`,
  'no-whole-ore': (say) =>
    `The amount (${say.text('of')}) is no whole öre, and the rules do not say how it is rounded.`,
} satisfies Readonly<Record<keyof typeof swedish, Sentences[string]>>

/** The sentences of reasons that rest on the fee rules. */
export const feeSentences: { readonly sv: Sentences; readonly en: Sentences } = { sv: swedish, en: english }
