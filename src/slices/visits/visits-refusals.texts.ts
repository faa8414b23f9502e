import type { Minutes } from '../../kernel/clock-time.ts'
import type { Day } from '../../kernel/date.ts'
import { defineTexts, type Language } from '../../kernel/language.ts'
import type { Localised } from '../../engine/index.ts'
import { formatDay, formatTimeOfDay } from '../../ui/index.ts'

/** What a refusal's sentence can be made of. */
export type RefusalFacts = Readonly<Record<string, unknown>>

const text = (facts: RefusalFacts, key: string) => String(facts[key] ?? '')
/** An audience or initiator, which comes in words of both languages: the guideline may have a word of its own. */
const who = (facts: RefusalFacts, language: Language) => (facts.who as Localised | undefined)?.[language] ?? ''
const dayText = (facts: RefusalFacts, language: Language) => formatDay(facts.day as Day, language)
const timeText = (facts: RefusalFacts, key: string, language: Language) =>
  formatTimeOfDay(facts[key] as Minutes, language)

const refusals = defineTexts(
  {
    'visits.form-unreadable': () => 'Formuläret gick inte att läsa. Ladda om sidan och försök igen.',
    'visits.stale': () => 'Någon annan har ändrat besöket sedan du öppnade sidan. Läs det som står nu och försök igen.',
    'visits.unit-missing': () => 'Välj en enhet.',
    'visits.day-missing': () => 'Skriv vilken dag besöket är.',
    'visits.day-invalid': () => 'Skriv dagen som år, månad och dag, till exempel 2026-03-25.',
    'visits.start-missing': () => 'Skriv när besöket börjar.',
    'visits.end-missing': () => 'Skriv när besöket slutar.',
    'visits.time-invalid': () => 'Skriv tiden som timmar och minuter, till exempel 15.00.',
    'visits.end-before-start': () => 'Sluttiden behöver vara senare än starttiden.',
    'visits.form-missing': () => 'Välj vad det är för slags besök.',
    'visits.answer-missing': () => 'Svara ja eller nej.',
    'visits.person-missing': () => 'Välj en person.',
    'visits.about-missing': () => 'Välj vad beslutet gäller.',
    'visits.decision-missing': () => 'Välj ja eller nej.',
    'visits.delegation-missing': () => 'Skriv vilken delegation beslutet vilar på.',
    'visits.reason-missing': () => 'Skriv varför.',
    'visits.place-long': () => 'Platsen får vara högst 200 tecken.',
    'visits.reason-long': () => 'Texten är för lång. Korta den.',
    'visits.message-long': () => 'Meddelandet får vara högst 1 000 tecken.',
    'visits.programme-long': () => 'Programmet får vara högst 5 000 tecken.',
    'visits.delegation-long': () => 'Delegationen får vara högst 200 tecken.',
    'visits.explanation-long': () => 'Förklaringen får vara högst 1 000 tecken.',
    'visits.none-in-force': (facts: RefusalFacts) =>
      `Ingen riktlinje gäller den ${dayText(facts, 'sv')}, så inget besök kan bokas då. Nämnden behöver först anta en riktlinje som gäller den dagen.`,
    'visits.only-proposed': (facts: RefusalFacts) =>
      `Riktlinjen är bara ett förslag. Innan nämnden har antagit den kan inget besök bokas (${text(facts, 'clause')}).`,
    'visits.initiator-unanswered': (facts: RefusalFacts) =>
      `Riktlinjen säger inte vem som tar initiativ till besök. Nämnden behöver svara på det först (${text(facts, 'clause')}).`,
    'visits.not-initiator': (facts: RefusalFacts) =>
      `Enligt riktlinjen är det ${who(facts, 'sv')} som tar initiativ till besök (${text(facts, 'clause')}).`,
    'visits.outside-appointment': (facts: RefusalFacts) =>
      `${text(facts, 'name')} är inte utsedd till kontaktpolitiker för ${text(facts, 'unit')} den ${dayText(facts, 'sv')}. Välj en annan enhet eller dag.`,
    'visits.person-left': (facts: RefusalFacts) =>
      `${text(facts, 'name')} har inget uppdrag i nämnden den ${dayText(facts, 'sv')}.`,
    'visits.on-behalf-missing': () => 'Välj vem du registrerar besöket för.',
    'visits.not-for-others': () =>
      'Du kan bara göra detta för dig själv. Nämndsekreteraren kan registrera åt dem som hör till besöket.',
    'visits.no-consent': (facts: RefusalFacts) =>
      `${text(facts, 'unit')} har inte gått med på att ta emot kontaktpolitiker, och det krävs enligt riktlinjen (${text(facts, 'clause')}). När chefen har sagt ja kan besöket bokas.`,
    'visits.unit-closed': (facts: RefusalFacts) =>
      `${text(facts, 'unit')} finns inte som enhet den ${dayText(facts, 'sv')}.`,
    'visits.group-missing': () => 'Välj vilken besöksgrupp som gör besöket.',
    'visits.no-groups': () => 'Besöken görs inte av grupper i den här nämnden.',
    'visits.form-not-offered': () => 'Den sortens besök finns inte i nämndens riktlinje.',
    'visits.in-the-past': () =>
      'Tiden har redan varit. Välj en tid framåt. Ett besök som redan har gjorts kan nämndsekreteraren registrera i efterhand.',
    'visits.not-past': () => 'Besöket ligger framåt i tiden. Ta bort krysset för att besöket redan har varit.',
    'visits.too-far': () => 'Dagen ligger mer än två år framåt. Välj en tidigare dag.',
    'visits.read-first': () => 'Läs vad riktlinjen säger om det här besöket. Kryssa sedan för att du vill gå vidare.',
    'visits.special-reason-needed': () =>
      'Besöket är fler än riktlinjen räknar med. Skriv vilken särskild omständighet som gör att det behövs.',
    'visits.clash': (facts: RefusalFacts) =>
      `${text(facts, 'name')} har redan ett besök den ${dayText(facts, 'sv')} kl. ${timeText(facts, 'start', 'sv')}–${timeText(facts, 'end', 'sv')}. Välj en annan tid.`,
    'visits.unit-taken': (facts: RefusalFacts) =>
      `${text(facts, 'unit')} får redan ett besök den ${dayText(facts, 'sv')} kl. ${timeText(facts, 'start', 'sv')}–${timeText(facts, 'end', 'sv')}. Gör det till ett gemensamt besök, eller välj en annan tid.`,
    'visits.clock-changes': (facts: RefusalFacts) =>
      `Klockan ställs om natten till den ${dayText(facts, 'sv')}, så den tiden finns inte eller kommer två gånger. Välj en annan tid.`,
    'visits.same-time': () => 'Den tiden står redan bland förslagen. Välj en annan, eller lämna raden tom.',
    'visits.one-time-afterwards': () => 'Ett besök som redan har varit har en enda tid. Lämna de andra tiderna tomma.',
    'visits.old-invitation': () =>
      'Besöket har ändrats sedan du fick frågan, så svaret gäller inte längre. Läs det som står nu och svara på det.',
    'visits.answer-times': () => 'Flera tider är föreslagna. Svara på var och en av dem.',
    'visits.choose-first': () => 'Flera tider är föreslagna. Välj först vilken av dem det blir.',
    'visits.time-answer-missing': () => 'Svara ja, vid behov eller nej för den här tiden.',
    'visits.time-missing': () => 'Välj vilken tid det blir.',
    'visits.times-passed': () => 'Alla de föreslagna tiderna har varit. Någon behöver föreslå nya.',
    'visits.joint-already': () => 'Alla kontaktpolitiker för enheten är redan inbjudna till besöket.',
    'visits.not-possible': (facts: RefusalFacts) =>
      ({
        cancelled: 'Besöket är redan inställt.',
        declined: 'Besöket är redan avböjt.',
        missed: 'Det är redan antecknat att besöket inte blev av.',
        held: 'Besöket är redan genomfört.',
        reported: 'Besöket är redan genomfört och rapporterat.',
      })[text(facts, 'state')] ?? 'Det går inte att göra med besöket som det är nu.',
    'visits.same-as-now': () => 'Besöket ligger redan den tiden. Välj en annan.',
    'visits.not-begun': (facts: RefusalFacts) =>
      `Besöket har inte börjat än. Det går att anteckna från den ${dayText(facts, 'sv')} kl. ${timeText(facts, 'start', 'sv')}.`,
    'visits.already-begun': () => 'Besöket har redan börjat. Anteckna närvaron, eller att besöket inte blev av.',
    'visits.already-over': () => 'Dagen för besöket har passerat. Anteckna närvaron, eller att besöket inte blev av.',
    'visits.programme-missing': () => 'Skriv ett program innan du bekräftar besöket.',
    'visits.forum-long': () => 'Sammanhanget får vara högst 200 tecken.',
    'visits.to-meet-long': () => 'Texten om vilka ni träffar får vara högst 300 tecken.',
    'visits.cause-missing': () => 'Välj vad skälet är.',
    'visits.notice-ahead': () => 'Dagen ligger framåt i tiden. Skriv den dag då enheten fick veta det.',
    'visits.no-notice-rule': () => 'Riktlinjen säger inget om förvarning för det här besöket.',
    'visits.removal-reason-missing': () => 'Välj varför personen tas bort.',
    'visits.not-invited': () => 'Personen är inte längre kallad till besöket. Sidan visar vilka som är med nu.',
    'visits.last-invited': () =>
      'Personen är den enda som är kallad. Välj vem som kallas i stället, eller ställ in besöket.',
    'visits.not-choosable': () =>
      'Den personen går inte att kalla till besöket: hen är redan kallad, är ledig eller har inget uppdrag den dagen.',
    'visits.on-leave': (facts: RefusalFacts) =>
      `${text(facts, 'name')} är ledig från uppdraget den ${dayText(facts, 'sv')}. Välj en annan dag, eller låt någon annan ta initiativet.`,
    'visits.has-left': (facts: RefusalFacts) =>
      `${text(facts, 'name')} har inte längre det här uppdraget den ${dayText(facts, 'sv')}, så något svar behövs inte. Nämndsekreteraren tar bort kallelsen.`,
    'visits.nobody-came': () => 'Kryssa för minst en som deltog. Om ingen kom: anteckna att besöket inte blev av.',
    'visits.not-expected': (facts: RefusalFacts) => `${text(facts, 'name')} hör inte till besöket.`,
    'visits.met-missing': (facts: RefusalFacts) => `Svara om besöket nådde ${who(facts, 'sv')}.`,
    'visits.explanation-missing': (facts: RefusalFacts) =>
      `Skriv kort varför besöket inte nådde ${who(facts, 'sv')}. Riktlinjen vill att det framgår (${text(facts, 'clause')}).`,
    'visits.count-invalid': () => 'Skriv antalet med siffror, från 1 till 9 999, eller lämna tomt.',
    'visits.count-unmet': () => 'Du har svarat nej men skrivit ett antal. Ändra det ena.',
    'visits.serving-unsaid': (facts: RefusalFacts) =>
      `${text(facts, 'name')} är ersättare och inte kallad. Kryssa för att ${text(facts, 'name')} tjänstgjorde i en ledamots ställe, om det var så.`,
    'visits.broken-off-when': () => 'Skriv när besöket avbröts.',
    'visits.broken-off-outside': (facts: RefusalFacts) =>
      `Skriv en tid mellan ${timeText(facts, 'start', 'sv')} och ${timeText(facts, 'end', 'sv')}, som besöket var planerat.`,
    'visits.broken-off-ahead': () => 'Den tiden har inte kommit än. Skriv när besöket avbröts.',
    'visits.broken-off-why': () => 'Skriv kort varför besöket avbröts.',
    'visits.after-broken-off': (facts: RefusalFacts) =>
      `Besöket avbröts ${timeText(facts, 'until', 'sv')}. Skriv en tid som inte är senare.`,
    'visits.nothing-changed': () => 'Det här står redan så. Ändra det som blev fel, eller gå tillbaka till besöket.',
    'visits.correction-why': () => 'Skriv kort varför närvaron rättas.',
    'visits.correction-unread': () => 'Läs vad rättelsen ändrar innan du sparar den.',
    'visits.own-matter': () => 'Beslutet gäller dig själv. Någon annan på ordförandens plats behöver fatta det.',
    'visits.no-decision-needed': () => 'Riktlinjen säger inte att någon ska besluta om det.',
    'visits.already-decided': () => 'Det finns redan ett beslut i den frågan.',
    'visits.already-asked': () => 'Det finns redan en begäran om det.',
    'visits.too-late-for-visit': (facts: RefusalFacts) =>
      `Besöket har redan börjat. Beslutet om det behövde komma före besöket (${text(facts, 'clause')}).`,
    'visits.no-more-visits': (facts: RefusalFacts) =>
      `Fler besök görs inte under året enligt riktlinjen (${text(facts, 'clause')}).`,
    'visits.series-missing': () => 'Välj vilket slags besök det är.',
    'visits.one-time-unannounced': () =>
      'Ett oanmält besök har en enda tid, eftersom enheten inte tillfrågas. Ta bort de andra tiderna.',
    'visits.capacity-not-asked': () => 'I den här nämnden görs besöken för nämnden.',
    'visits.private-excluded': (facts: RefusalFacts) =>
      `${text(facts, 'unit')} drivs av en privat utförare, och sådana enheter omfattas inte av riktlinjen (${text(facts, 'clause')}).`,
    'visits.no-agreement': (facts: RefusalFacts) =>
      `${text(facts, 'unit')} drivs av en privat utförare som inte har någon överenskommelse om besök den ${dayText(facts, 'sv')}, och det krävs enligt riktlinjen (${text(facts, 'clause')}).`,
    'visits.not-unappointed': (facts: RefusalFacts) =>
      `${text(facts, 'name')} har inte uppdraget på ${text(facts, 'unit')}. ${who(facts, 'sv') === '' ? 'Ingen besöker en enhet utan att ha uppdraget där' : `Utan uppdrag är det bara ${who(facts, 'sv')} som besöker en enhet`} (${text(facts, 'clause')}).`,
  },
  {
    'visits.form-unreadable': () => 'The form could not be read. Reload the page and try again.',
    'visits.stale': () =>
      'Somebody else has changed the visit since you opened the page. Read what it says now and try again.',
    'visits.unit-missing': () => 'Choose a unit.',
    'visits.day-missing': () => 'Write which day the visit is.',
    'visits.day-invalid': () => 'Write the day as year, month and day, for example 2026-03-25.',
    'visits.start-missing': () => 'Write when the visit begins.',
    'visits.end-missing': () => 'Write when the visit ends.',
    'visits.time-invalid': () => 'Write the time as hours and minutes, for example 15:00.',
    'visits.end-before-start': () => 'The end must be later than the start.',
    'visits.form-missing': () => 'Choose what kind of visit it is.',
    'visits.answer-missing': () => 'Answer yes or no.',
    'visits.person-missing': () => 'Choose a person.',
    'visits.about-missing': () => 'Choose what the decision is about.',
    'visits.decision-missing': () => 'Choose yes or no.',
    'visits.delegation-missing': () => 'Write which delegation the decision rests on.',
    'visits.reason-missing': () => 'Write why.',
    'visits.place-long': () => 'The place can have at most 200 characters.',
    'visits.reason-long': () => 'The text is too long. Shorten it.',
    'visits.message-long': () => 'The message can have at most 1,000 characters.',
    'visits.programme-long': () => 'The programme can have at most 5,000 characters.',
    'visits.delegation-long': () => 'The delegation can have at most 200 characters.',
    'visits.explanation-long': () => 'The explanation can have at most 1,000 characters.',
    'visits.none-in-force': (facts) =>
      `No guideline is in force on ${dayText(facts, 'en')}, so no visit can be booked then. The committee must first adopt one that holds that day.`,
    'visits.only-proposed': (facts) =>
      `The guideline is only a proposal. Until the committee has adopted it no visit can be booked (${text(facts, 'clause')}).`,
    'visits.initiator-unanswered': (facts) =>
      `The guideline does not say who takes the initiative to visits. The committee must answer that first (${text(facts, 'clause')}).`,
    'visits.not-initiator': (facts) =>
      `By the guideline it is ${who(facts, 'en')} who takes the initiative to visits (${text(facts, 'clause')}).`,
    'visits.outside-appointment': (facts) =>
      `${text(facts, 'name')} is not appointed contact politician for ${text(facts, 'unit')} on ${dayText(facts, 'en')}. Choose another unit or day.`,
    'visits.person-left': (facts) =>
      `${text(facts, 'name')} has no office in the committee on ${dayText(facts, 'en')}.`,
    'visits.on-behalf-missing': () => 'Choose for whom you register the visit.',
    'visits.not-for-others': () =>
      'You can do this for yourself only. The committee secretary can register for those who belong to the visit.',
    'visits.no-consent': (facts) =>
      `${text(facts, 'unit')} has not agreed to receive contact politicians, which the guideline requires (${text(facts, 'clause')}). Once the manager has agreed the visit can be booked.`,
    'visits.unit-closed': (facts) => `${text(facts, 'unit')} is no unit on ${dayText(facts, 'en')}.`,
    'visits.group-missing': () => 'Choose which visiting group makes the visit.',
    'visits.no-groups': () => 'Visits are not made by groups in this committee.',
    'visits.form-not-offered': () => "That kind of visit is not in the committee's guideline.",
    'visits.in-the-past': () =>
      'The time has already been. Choose a time ahead. A visit that has already been made can be registered afterwards by the committee secretary.',
    'visits.not-past': () => 'The visit lies ahead. Take away the tick that says it has already been made.',
    'visits.too-far': () => 'The day lies more than two years ahead. Choose an earlier day.',
    'visits.read-first': () => 'Read what the guideline says about this visit. Then tick that you want to go on.',
    'visits.special-reason-needed': () =>
      'The visit is beyond those the guideline counts on. Write which special circumstance makes it needed.',
    'visits.clash': (facts) =>
      `${text(facts, 'name')} already has a visit on ${dayText(facts, 'en')} at ${timeText(facts, 'start', 'en')}–${timeText(facts, 'end', 'en')}. Choose another time.`,
    'visits.unit-taken': (facts) =>
      `${text(facts, 'unit')} already receives a visit on ${dayText(facts, 'en')} at ${timeText(facts, 'start', 'en')}–${timeText(facts, 'end', 'en')}. Make it a joint visit, or choose another time.`,
    'visits.clock-changes': (facts) =>
      `The clocks change in the night to ${dayText(facts, 'en')}, so that time does not exist or comes twice. Choose another time.`,
    'visits.same-time': () => 'That time is already among those proposed. Choose another, or leave the row empty.',
    'visits.one-time-afterwards': () => 'A visit that has been has one time only. Leave the other times empty.',
    'visits.old-invitation': () =>
      'The visit has changed since you were asked, so the answer no longer holds. Read what it says now and answer that.',
    'visits.answer-times': () => 'Several times are proposed. Answer each of them.',
    'visits.choose-first': () => 'Several times are proposed. First choose which of them it will be.',
    'visits.time-answer-missing': () => 'Answer yes, if need be or no for this time.',
    'visits.time-missing': () => 'Choose which time it will be.',
    'visits.times-passed': () => 'All the proposed times have been. Somebody needs to propose new ones.',
    'visits.joint-already': () => "All the unit's contact politicians are already invited to the visit.",
    'visits.not-possible': (facts) =>
      ({
        cancelled: 'The visit is already cancelled.',
        declined: 'The visit is already declined.',
        missed: 'It is already noted that the visit did not take place.',
        held: 'The visit has already been made.',
        reported: 'The visit has already been made and reported.',
      })[text(facts, 'state')] ?? 'That cannot be done with the visit as it stands.',
    'visits.same-as-now': () => 'The visit is already at that time. Choose another.',
    'visits.not-begun': (facts) =>
      `The visit has not begun. It can be noted from ${dayText(facts, 'en')} at ${timeText(facts, 'start', 'en')}.`,
    'visits.already-begun': () =>
      'The visit has already begun. Note the attendance, or that the visit did not take place.',
    'visits.already-over': () =>
      'The day of the visit has passed. Note the attendance, or that the visit did not take place.',
    'visits.programme-missing': () => 'Write a programme before you confirm the visit.',
    'visits.forum-long': () => 'The setting can have at most 200 characters.',
    'visits.to-meet-long': () => 'The text about whom you meet can have at most 300 characters.',
    'visits.cause-missing': () => 'Choose what the reason is.',
    'visits.notice-ahead': () => 'The day lies ahead. Write the day on which the unit was told.',
    'visits.no-notice-rule': () => 'The guideline says nothing of notice for this visit.',
    'visits.removal-reason-missing': () => 'Choose why the person is taken off.',
    'visits.not-invited': () => 'The person is no longer invited to the visit. The page shows who takes part now.',
    'visits.last-invited': () =>
      'The person is the only one invited. Choose who is invited instead, or cancel the visit.',
    'visits.not-choosable': () =>
      'That person cannot be invited to the visit: invited already, on leave, or without an office on that day.',
    'visits.on-leave': (facts) =>
      `${text(facts, 'name')} is on leave from the appointment on ${dayText(facts, 'en')}. Choose another day, or let somebody else take the initiative.`,
    'visits.has-left': (facts) =>
      `${text(facts, 'name')} no longer has this appointment on ${dayText(facts, 'en')}, so no answer is needed. The committee secretary takes the invitation back.`,
    'visits.nobody-came': () =>
      'Tick at least one who took part. If nobody came, note that the visit did not take place.',
    'visits.not-expected': (facts) => `${text(facts, 'name')} has no part in the visit.`,
    'visits.met-missing': (facts) => `Answer whether the visit reached ${who(facts, 'en')}.`,
    'visits.explanation-missing': (facts) =>
      `Write briefly why the visit did not reach ${who(facts, 'en')}. The guideline wants it shown (${text(facts, 'clause')}).`,
    'visits.count-invalid': () => 'Write the number in figures, from 1 to 9,999, or leave it empty.',
    'visits.count-unmet': () => 'You have answered no but written a number. Change one of them.',
    'visits.serving-unsaid': (facts) =>
      `${text(facts, 'name')} is a substitute and was not called. Tick that ${text(facts, 'name')} served in a member's place, if that is so.`,
    'visits.broken-off-when': () => 'Write when the visit was broken off.',
    'visits.broken-off-outside': (facts) =>
      `Write a time between ${timeText(facts, 'start', 'en')} and ${timeText(facts, 'end', 'en')}, as the visit was planned.`,
    'visits.broken-off-ahead': () => 'That time has not come yet. Write when the visit was broken off.',
    'visits.broken-off-why': () => 'Write briefly why the visit was broken off.',
    'visits.after-broken-off': (facts) =>
      `The visit was broken off at ${timeText(facts, 'until', 'en')}. Write a time that is no later.`,
    'visits.nothing-changed': () => 'It already says so. Change what went wrong, or go back to the visit.',
    'visits.correction-why': () => 'Write briefly why the attendance is corrected.',
    'visits.correction-unread': () => 'Read what the correction changes before you save it.',
    'visits.own-matter': () => "The decision is about yourself. Somebody else in the chair's place must take it.",
    'visits.no-decision-needed': () => 'The guideline does not say that anybody decides about it.',
    'visits.already-decided': () => 'There is already a decision on that.',
    'visits.already-asked': () => 'It has been asked for already.',
    'visits.too-late-for-visit': (facts) =>
      `The visit has already begun. The decision about it was to come before the visit (${text(facts, 'clause')}).`,
    'visits.no-more-visits': (facts) =>
      `No more visits are made in the year, by the guideline (${text(facts, 'clause')}).`,
    'visits.series-missing': () => 'Choose what kind of visit it is.',
    'visits.one-time-unannounced': () =>
      'An unannounced visit has a single time, since the unit is not asked. Take the other times away.',
    'visits.capacity-not-asked': () => 'In this committee visits are made for the committee.',
    'visits.private-excluded': (facts) =>
      `${text(facts, 'unit')} is run by a private provider, and such units are not covered by the guideline (${text(facts, 'clause')}).`,
    'visits.no-agreement': (facts) =>
      `${text(facts, 'unit')} is run by a private provider that has no agreement on visits on ${dayText(facts, 'en')}, which the guideline requires (${text(facts, 'clause')}).`,
    'visits.not-unappointed': (facts) =>
      `${text(facts, 'name')} is not appointed to ${text(facts, 'unit')}. ${who(facts, 'en') === '' ? 'Nobody visits a unit without being appointed to it' : `Without an appointment only ${who(facts, 'en')} visit a unit`} (${text(facts, 'clause')}).`,
  },
)

/** Returns the sentence for a refusal or an input fault; an unknown code means a form that is not ours. */
export function sayRefusal(language: Language, code: string, facts: RefusalFacts = {}): string {
  const sentences: Readonly<Record<string, (facts: RefusalFacts) => string>> = refusals(language)
  return (sentences[code] ?? sentences['visits.form-unreadable'])?.(facts) ?? code
}
