import type { Asks } from './value-text.ts'

const period = {
  from: { sv: 'Från och med vilken dag?', en: 'From which day?' },
  until: {
    sv: 'Vilken är den första dagen då det inte längre gäller?',
    en: 'Which is the first day on which it no longer holds?',
  },
}

/** What a file of local interpretations says, by path. */
export const interpretationsAsks: Asks = {
  format: { sv: 'Vilket filformat är det?', en: 'Which file format is it?' },
  guideline: {
    sv: 'Vilken riktlinje tolkas?',
    en: 'Which guideline is interpreted?',
    help: { sv: 'Dess beteckning, id.', en: 'Its id.' },
  },
  adoption: {
    sv: 'När och hur har nämnden antagit riktlinjen?',
    en: 'When and how has the committee adopted the guideline?',
    help: {
      sv: 'Bara för en riktlinje vars fil är ett förslag.',
      en: 'Only for a guideline whose file is a proposal.',
    },
  },
  'adoption.on': { sv: 'Vilken dag antogs den?', en: 'On which day was it adopted?' },
  'adoption.paragraph': { sv: 'I vilken paragraf?', en: 'In which paragraph?' },
  'adoption.registrationNumber': { sv: 'Vilket diarienummer?', en: 'Which registration number?' },
  'adoption.from': { sv: 'Från och med vilken dag gäller den?', en: 'From which day does it hold?' },
  'adoption.invented': { sv: 'Är beslutet påhittat?', en: 'Is the decision made up?' },
  answers: { sv: 'Vilka svar har nämnden gett?', en: 'Which answers has the committee given?' },
  'answers.id': { sv: 'Vilken beteckning har svaret?', en: 'What is the answer called for short?' },
  'answers.silence': {
    sv: 'Vilken av riktlinjens frågor besvaras?',
    en: "Which of the guideline's questions is answered?",
  },
  'answers.answer': {
    sv: 'Hur lyder svaret?',
    en: 'What is the answer?',
    help: { sv: 'Ett av frågans värden.', en: "One of the question's values." },
  },
  'answers.decidedBy': { sv: 'Vem har beslutat?', en: 'Who has decided?' },
  'answers.on': { sv: 'Vilken dag?', en: 'On which day?' },
  'answers.paragraph': { sv: 'I vilken paragraf?', en: 'In which paragraph?' },
  'answers.from': period.from,
  'answers.until': period.until,
  'answers.invented': { sv: 'Är svaret påhittat?', en: 'Is the answer made up?' },
  'answers.note': { sv: 'Finns något att tillägga?', en: 'Is there anything to add?' },
}

/** What a programme holds, by path: its lists, and what is not said by the key itself. */
export const programmeAsks: Asks = {
  format: { sv: 'Vilket filformat är det?', en: 'Which file format is it?' },
  municipality: { sv: 'Vilken kommun?', en: 'Which municipality?' },
  'municipality.name': { sv: 'Vad heter kommunen?', en: 'What is the municipality called?' },
  'municipality.code': { sv: 'Vilken kommunkod har den?', en: 'Which municipality code does it have?' },
  committee: { sv: 'Vilken nämnd?', en: 'Which committee?' },
  synthetic: {
    sv: 'Är programmet påhittat för att pröva regler?',
    en: 'Is the programme made up, to try rules on?',
  },
  period: {
    sv: 'För vilka dagar berättar programmet allt som har hänt?',
    en: 'For which days does the programme tell all that happened?',
    help: {
      sv: 'Utan period: från det första besökets år till i dag.',
      en: "Without it: from the first visit's year to today.",
    },
  },
  term: { sv: 'Vilken mandatperiod gäller i dag?', en: 'Which term of office holds today?' },
  persons: { sv: 'Vilka förtroendevalda finns?', en: 'Which representatives are there?' },
  'persons.bloc': { sv: 'Hör personen till majoriteten?', en: 'Does the person belong to the majority?' },
  'persons.seats': { sv: 'Vilka platser i nämnden, och när?', en: 'Which seats in the committee, and when?' },
  'persons.roles': {
    sv: 'Vilka roller, och när?',
    en: 'Which roles, and when?',
    help: { sv: 'Till exempel chair, vice-chair.', en: 'For example chair, vice-chair.' },
  },
  'persons.otherSeats': { sv: 'Vilka platser på annat håll?', en: 'Which seats elsewhere?' },
  'persons.fixedFees': {
    sv: 'Vilka årsarvoden, i procent av ett helt?',
    en: 'Which fixed fees, in per cent of a full one?',
  },
  'persons.feeGroups': { sv: 'Vilken grupp i arvodesreglementet?', en: 'Which group of the fee rules?' },
  'persons.acknowledged': {
    sv: 'För vilka år har personen tagit del av reglerna?',
    en: 'For which years has the person acknowledged the rules?',
  },
  units: { sv: 'Vilka enheter kan besökas?', en: 'Which units can be visited?' },
  'units.kind': { sv: 'Vilken verksamhetstyp?', en: 'Which service type?' },
  'units.area': { sv: 'Vilket verksamhetsområde?', en: 'Which area?' },
  'units.locality': { sv: 'Vilken ort eller stadsdel?', en: 'Which locality or district?' },
  'units.operatedBy': { sv: 'Vem driver enheten?', en: 'Who runs the unit?' },
  'units.consent': {
    sv: 'När gick chefen med på att ta emot kontaktpolitiker?',
    en: 'When did the manager agree to receive contact politicians?',
  },
  'units.agreement': {
    sv: 'När gäller avtalet med den privata utföraren?',
    en: "When does the private provider's agreement hold?",
  },
  'units.blocked': {
    sv: 'Vilka dagar tar enheten inte emot besök?',
    en: 'On which days does the unit receive no visits?',
  },
  'units.relativesCouncil': { sv: 'Finns ett anhörigråd?', en: "Is there a relatives' council?" },
  'units.missionDescription': {
    sv: 'Vad står i verksamhetens uppdragsbeskrivning?',
    en: "What does the unit's mission description say?",
  },
  areas: { sv: 'Vilka verksamhetsområden finns?', en: 'Which areas are there?' },
  groups: { sv: 'Vilka besöksgrupper finns?', en: 'Which visiting groups are there?' },
  'groups.rapporteur': { sv: 'Vem är rapportör?', en: 'Who is rapporteur?' },
  'groups.units': { sv: 'Vilka enheter är gruppens egna?', en: "Which units are the group's own?" },
  appointments: {
    sv: 'Vilka kontaktuppdrag finns?',
    en: 'Which contact appointments are there?',
    help: {
      sv: 'Vart och ett gäller en enhet, flera enheter, ett område, en ort eller en verksamhetstyp.',
      en: 'Each is for a unit, several units, an area, a locality or a service type.',
    },
  },
  relations: {
    sv: 'Vilka anknytningar till enheter finns?',
    en: 'Which relations to units are there?',
    help: { sv: 'Andra personer nämns aldrig.', en: 'Third parties are never named.' },
  },
  visits: { sv: 'Vilka besök finns?', en: 'Which visits are there?' },
  'visits.form': { sv: 'Vilken form har besöket?', en: 'Which form does the visit have?' },
  'visits.series': {
    sv: 'Vilken av riktlinjens serier hör det till?',
    en: "Which of the guideline's series does it belong to?",
  },
  'visits.capacity': { sv: 'I vilken egenskap görs besöket?', en: 'In which capacity is the visit made?' },
  'visits.state': { sv: 'Hur långt har besöket kommit?', en: 'How far has the visit come?' },
  'visits.initiated': {
    sv: 'Vem tog initiativ till besöket, och när?',
    en: 'Who took the initiative to the visit, and when?',
  },
  'visits.notice': {
    sv: 'När meddelades enheten, och vad stod det?',
    en: 'When was the unit told, and what did the notice say?',
  },
  'visits.planned': { sv: 'Vem planerade innehållet, och när?', en: 'Who planned the content, and when?' },
  'visits.confirmed': { sv: 'När gick chefen med på besöket?', en: 'When did the manager agree to the visit?' },
  'visits.attendance': { sv: 'Vilka kom, och när?', en: 'Who came, and when?' },
  'visits.met': { sv: 'Vilka mötte man?', en: 'Who was met?' },
  'visits.specialReason': { sv: 'Varför behövdes ett extra besök?', en: 'Why was an extra visit needed?' },
  reports: { sv: 'Vilka rapporter finns?', en: 'Which reports are there?' },
  'reports.final': {
    sv: 'Vilken dag blev rapporten klar?',
    en: 'On which day was the report final?',
    help: { sv: 'Saknas för ett utkast.', en: 'Absent for a draft.' },
  },
  'reports.meeting': { sv: 'Vid vilket sammanträde är den med?', en: 'Which meeting is it in the papers of?' },
  meetings: { sv: 'Vilka sammanträden har nämnden?', en: 'Which meetings does the committee have?' },
  'meetings.papersDeadline': { sv: 'Vilken dag ska handlingarna vara inne?', en: 'On which day are the papers due?' },
  elections: { sv: 'Vilka dagar är det allmänna val?', en: 'On which days are there general elections?' },
  decisions: {
    sv: 'Vilka beslut har fattats om enskilda besök?',
    en: 'Which decisions have been taken about single visits?',
  },
  claims: { sv: 'Vilka arvodesunderlag finns?', en: 'Which fee claims are there?' },
  'claims.exported': { sv: 'Vad har gått till lön?', en: 'What has gone to payroll?' },
  'claims.closed': {
    sv: 'Har den som gjorde besöket avstått, eller har arvodet avslagits?',
    en: 'Has the claimant refrained, or was the fee refused?',
  },
  'claims.journeys': { sv: 'Vilka resor gäller underlaget?', en: 'Which journeys does the claim cover?' },
  'claims.costs': { sv: 'Vilka kostnader?', en: 'Which costs?' },
  'claims.lostEarnings': { sv: 'Vilken förlorad arbetsinkomst?', en: 'Which lost earnings?' },
  otherPaid: {
    sv: 'Vilken annan tid har personen fått betalt för i kommunen?',
    en: 'Which other time has the person been paid for in the municipality?',
    help: { sv: 'Så att dagens och årets tak räknas rätt.', en: 'So that caps by day and year are right.' },
  },
  'otherPaid.state': {
    sv: 'Är den betald, eller väntas den bli det?',
    en: 'Has it been paid, or is it expected to be?',
    help: {
      sv: 'Betald tid räknas före alla besök. Väntad tid, till exempel ett underlag i en annan nämnd, räknas i ordning efter dag och starttid.',
      en: 'Paid time counts before every visit. Expected time, such as a claim in another committee, counts in order of day and start.',
    },
  },
  'otherPaid.id': {
    sv: 'Vad särskiljer den?',
    en: 'What tells it apart?',
    help: { sv: 'Avgör ordningen när två börjar samtidigt.', en: 'Decides the order when two begin at the same time.' },
  },
  'otherPaid.minutes': {
    sv: 'Hur många minuter betalas?',
    en: 'How many minutes are paid?',
    help: { sv: 'Lämna tomt om hela tiden betalas.', en: 'Leave it out when all of the time is paid.' },
  },
}
