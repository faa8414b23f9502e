import type { Asks } from './value-text.ts'

/** What a rule of any kind says beside its values, as the editor asks for it. */
export const ruleAsks = {
  id: {
    sv: 'Vilken beteckning har regeln?',
    en: 'What is the rule called for short?',
    help: { sv: 'Till exempel HED-03. Två regler av olika slag kan dela beteckning.', en: 'For example HED-03.' },
  },
  kind: { sv: 'Vilket slags regel är det?', en: 'Which kind of rule is it?' },
  force: {
    sv: 'Ska, bör eller får?',
    en: 'Must, should or may?',
    choices: {
      must: { sv: 'ska', en: 'must' },
      should: { sv: 'bör', en: 'should' },
      may: { sv: 'får', en: 'may' },
    },
  },
  bearer: { sv: 'Vem ska följa regeln?', en: 'Whose duty is it?' },
  clause: {
    sv: 'Var i dokumentet står det?',
    en: 'Where in the document does it stand?',
    help: {
      sv: 'Rubrik och stycke, till exempel Verksamhetsbesök, stycke 2.',
      en: 'Heading and paragraph, for example Visits, paragraph 2.',
    },
  },
  says: { sv: 'Vad säger regeln mer?', en: 'What more does the rule say?' },
  values: { sv: 'Vad gäller?', en: 'What holds?' },
  changes: {
    sv: 'Vilka värden ändras en bestämd dag?',
    en: 'Which values change on a day?',
    help: { sv: 'Det som inte nämns fortsätter att gälla.', en: 'What is not named stays.' },
  },
  'changes.from': { sv: 'Från och med vilken dag?', en: 'From which day?' },
  'changes.values': { sv: 'Vad gäller då?', en: 'What holds then?' },
  'changes.clause': { sv: 'Var står ändringen?', en: 'Where does the change stand?' },
} as const satisfies Asks

/** What a guideline says about itself, as the editor asks for it, by path. */
export const guidelineAsks: Asks = {
  format: { sv: 'Vilket filformat är det?', en: 'Which file format is it?' },
  id: {
    sv: 'Vilken beteckning har filen?',
    en: 'What is the file called for short?',
    help: { sv: 'Små bokstäver, siffror och bindestreck.', en: 'Small letters, digits and hyphens.' },
  },
  title: { sv: 'Vad heter riktlinjen?', en: 'What is the guideline called?' },
  issuer: { sv: 'Vem har beslutat riktlinjen?', en: 'Who has decided the guideline?' },
  'issuer.municipality': { sv: 'Vilken kommun?', en: 'Which municipality?' },
  'issuer.committee': { sv: 'Vilken nämnd?', en: 'Which committee?' },
  'issuer.council': {
    sv: 'Vilket fullmäktige?',
    en: 'Which council?',
    help: {
      sv: 'För en policy som fullmäktige har beslutat. Då anges ingen nämnd.',
      en: 'For a policy decided by the council. No committee is then named.',
    },
  },
  'issuer.binds': {
    sv: 'Vilka nämnder gäller policyn för?',
    en: 'Which committees does the policy bind?',
    choices: { all: { sv: 'alla nämnder', en: 'all committees' } },
  },
  status: {
    sv: 'Är riktlinjen antagen?',
    en: 'Has the guideline been adopted?',
    choices: {
      proposal: { sv: 'förslag', en: 'proposal' },
      adopted: { sv: 'antagen', en: 'adopted' },
    },
  },
  adoption: { sv: 'När och hur antogs den?', en: 'When and how was it adopted?' },
  'adoption.on': { sv: 'Vilken dag antogs den?', en: 'On which day was it adopted?' },
  'adoption.paragraph': { sv: 'I vilken paragraf?', en: 'In which paragraph?' },
  'adoption.registrationNumber': { sv: 'Vilket diarienummer?', en: 'Which registration number?' },
  validity: { sv: 'När gäller den?', en: 'When does it hold?' },
  'validity.from': { sv: 'Från och med vilken dag gäller den?', en: 'From which day does it hold?' },
  'validity.until': {
    sv: 'Vilken är den första dagen då den inte längre gäller?',
    en: 'Which is the first day on which it no longer holds?',
  },
  'validity.assumed': {
    sv: 'Är dagen ett antagande, för att källan inte anger någon?',
    en: 'Is the day an assumption, because the source states none?',
  },
  'validity.trial': { sv: 'Gäller den på försök?', en: 'Is it a trial?' },
  'validity.trial.evaluateBy': {
    sv: 'Senast vilken dag ska försöket utvärderas?',
    en: 'By which day is the trial evaluated?',
    help: { sv: 'Utan dag: innan den slutar gälla.', en: 'Without a day: before it ends.' },
  },
  document: { sv: 'Vad säger dokumentet om sig självt?', en: 'What does the document say about itself?' },
  'document.rule': { sv: 'Enligt vilken regel ska uppgifterna finnas?', en: 'Which rule asks for these particulars?' },
  'document.category': { sv: 'Vilket slags dokument är det?', en: 'What sort of document is it?' },
  'document.owner': { sv: 'Vem äger dokumentet?', en: 'Who owns the document?' },
  'document.responsible': { sv: 'Vem ansvarar för det?', en: 'Who is responsible for it?' },
  'document.createdBy': { sv: 'Vem har skrivit det?', en: 'Who wrote it?' },
  'document.scope': { sv: 'För vilka gäller det?', en: 'For whom does it hold?' },
  'document.firstDecided': { sv: 'När beslutades det första gången?', en: 'When was it first decided?' },
  'document.firstRegistrationNumber': {
    sv: 'Vilket diarienummer hade det första beslutet?',
    en: 'Which registration number had the first decision?',
  },
  'document.revisions': { sv: 'Vilka ändringar har gjorts?', en: 'Which revisions have been made?' },
  'document.revisions.on': { sv: 'Vilken dag?', en: 'On which day?' },
  'document.revisions.paragraph': { sv: 'I vilken paragraf?', en: 'In which paragraph?' },
  'document.revisions.revised': { sv: 'Vad ändrades?', en: 'What was revised?' },
  'document.revisions.registrationNumber': { sv: 'Vilket diarienummer?', en: 'Which registration number?' },
  'document.revisions.by': { sv: 'Av vem?', en: 'By whom?' },
  'document.reviewBy': { sv: 'När ska den ses över?', en: 'When is it to be reviewed?' },
  'document.reviewBy.when': {
    sv: 'När ska den ses över?',
    en: 'When is it to be reviewed?',
    choices: {
      none: { sv: 'inte sagt', en: 'not said' },
      date: { sv: 'en bestämd dag', en: 'on a day' },
      'once-per-term': { sv: 'en gång per mandatperiod', en: 'once in each term of office' },
      'after-trial': { sv: 'när försöket är slut', en: 'when the trial ends' },
    },
  },
  'document.reviewBy.on': { sv: 'Vilken dag ska den ses över?', en: 'On which day is it to be reviewed?' },
  'document.reviews': { sv: 'Vilka översyner har gjorts?', en: 'Which reviews have been made?' },
  'document.reviews.on': { sv: 'Vilken dag?', en: 'On which day?' },
  'document.reviews.paragraph': { sv: 'I vilken paragraf?', en: 'In which paragraph?' },
  'document.reviews.outcome': { sv: 'Vad blev resultatet?', en: 'What came of it?' },
  'document.disposal': { sv: 'När ska dokumentet gallras?', en: 'When is the document disposed of?' },
  terms: {
    sv: 'Vilka egna ord använder riktlinjen?',
    en: 'Which words of its own does the guideline use?',
    help: {
      sv: 'Koder som produkten inte känner: målgrupper, roller, besöksformer, arvodesslag.',
      en: 'Codes that the product does not know: audiences, roles, forms of visit, kinds of fee.',
    },
  },
  'terms.id': { sv: 'Vilken kod?', en: 'Which code?' },
  'terms.sv': { sv: 'Vad heter det på svenska?', en: 'What is it called in Swedish?' },
  'terms.en': { sv: 'Vad heter det på engelska?', en: 'What is it called in English?' },
  rules: { sv: 'Vilka regler har riktlinjen?', en: 'Which rules does the guideline have?' },
  silences: {
    sv: 'Vilka frågor lämnar riktlinjen öppna?',
    en: 'Which questions does the guideline leave open?',
  },
  'silences.id': { sv: 'Vilken beteckning har frågan?', en: 'What is the question called for short?' },
  'silences.rule': { sv: 'Vilken regel gäller den?', en: 'Which rule is it about?' },
  'silences.parameter': { sv: 'Vilket värde saknas?', en: 'Which value is missing?' },
  'silences.question': { sv: 'Hur lyder frågan?', en: 'What is asked?' },
  'silences.choices': { sv: 'Vilka svar kan ges?', en: 'Which answers can be given?' },
  'silences.choices.value': { sv: 'Vilket värde får regeln?', en: 'Which value does the rule get?' },
  'silences.choices.label': { sv: 'Hur lyder svaret?', en: 'How does the answer read?' },
}
