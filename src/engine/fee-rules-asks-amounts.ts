import type { Asks } from './value-text.ts'

export const from = { sv: 'Från och med vilken dag?', en: 'From which day?' }
export const notSaid = { sv: 'inte sagt', en: 'not said' }

/** The questions about how an amount is rounded. */
export const rounding: Asks = {
  to: {
    sv: 'Till vad avrundas beloppet?',
    en: 'To what is the amount rounded?',
    choices: {
      ore: { sv: 'hela ören', en: 'whole öre' },
      krona: { sv: 'hela kronor', en: 'whole kronor' },
      'ten-kronor': { sv: 'hela tiotal kronor', en: 'whole tens of kronor' },
      'hundred-kronor': { sv: 'hela hundratal kronor', en: 'whole hundreds of kronor' },
    },
  },
  by: {
    sv: 'Åt vilket håll avrundas det?',
    en: 'Which way is it rounded?',
    choices: {
      nearest: { sv: 'till närmaste, mitten uppåt', en: 'to the nearest, the middle upwards' },
      up: { sv: 'uppåt', en: 'up' },
      down: { sv: 'nedåt', en: 'down' },
      'half-even': { sv: 'till närmaste, mitten till jämnt', en: 'to the nearest, the middle to even' },
      silent: notSaid,
    },
  },
}

const step: Asks = {
  percent: { sv: 'Hur många procent av det?', en: 'How many per cent of it?' },
  fraction: {
    sv: 'Vilken andel av det?',
    en: 'Which fraction of it?',
    help: { sv: 'Skrivs "1/2".', en: 'Written "1/2".' },
  },
  times: { sv: 'Hur många gånger?', en: 'How many times?' },
  per: { sv: 'För en månad eller ett år?', en: 'For a month or a year?' },
  rounding: { sv: 'Hur avrundas det?', en: 'How is it rounded?' },
  ...under('rounding', rounding),
}

/** The questions about an amount: whole öre, a part of another, or amounts by date. */
export const amount: Asks = {
  of: { sv: 'Vilket belopp är det en del av?', en: 'Which amount is it a part of?' },
  ...step,
  steps: { sv: 'I vilka steg räknas det ut?', en: 'In which steps is it worked out?' },
  ...under('steps', step),
  values: { sv: 'Vilka belopp gäller från vilka dagar?', en: 'Which amounts hold from which days?' },
  'values.from': from,
  'values.amount': { sv: 'Vilket belopp?', en: 'Which amount?' },
  ...under('values.amount', {
    of: { sv: 'Vilket belopp är det en del av?', en: 'Which amount is it a part of?' },
    ...step,
  }),
}

/** The questions about how a fee is counted. */
export const rate: Asks = {
  form: {
    sv: 'På vilket sätt räknas arvodet?',
    en: 'In which way is the fee counted?',
    choices: {
      'first-hour-then-half-hours': {
        sv: 'ett belopp för första timmen, sedan per påbörjad halvtimme',
        en: 'an amount for the first hour, then by begun half-hours',
      },
      hourly: { sv: 'per timme', en: 'by the hour' },
      'half-full-day': { sv: 'halv eller hel dag', en: 'half or full day' },
      steps: { sv: 'ett belopp efter hur länge det varade', en: 'an amount by how long it lasted' },
      flat: { sv: 'ett fast belopp', en: 'a flat amount' },
    },
  },
  firstHour: { sv: 'Hur mycket för första timmen?', en: 'How much for the first hour?' },
  firstMinutes: {
    sv: 'Hur många minuter täcker det första beloppet?',
    en: 'How many minutes does the first amount cover?',
    help: { sv: 'Utan svar: en timme.', en: 'Without an answer: an hour.' },
  },
  perHour: { sv: 'Hur mycket per timme?', en: 'How much per hour?' },
  counted: {
    sv: 'Hur räknas tiden?',
    en: 'How is the time counted?',
    choices: {
      minute: { sv: 'på minuten', en: 'to the minute' },
      'begun-quarter': { sv: 'påbörjad kvart', en: 'begun quarters' },
      'begun-half-hour': { sv: 'påbörjad halvtimme', en: 'begun half-hours' },
      'begun-hour': { sv: 'påbörjad timme', en: 'begun hours' },
      'whole-quarter': { sv: 'hel kvart', en: 'whole quarters' },
      'whole-half-hour': { sv: 'hel halvtimme', en: 'whole half-hours' },
      'whole-hour': { sv: 'hel timme', en: 'whole hours' },
      'nearest-quarter': { sv: 'närmaste kvart', en: 'the nearest quarter' },
      'nearest-half-hour': { sv: 'närmaste halvtimme', en: 'the nearest half-hour' },
      'nearest-hour': { sv: 'närmaste timme', en: 'the nearest hour' },
    },
  },
  rounding: { sv: 'Hur avrundas beloppet?', en: 'How is the amount rounded?' },
  ...under('rounding', rounding),
  halfDay: { sv: 'Hur mycket för en halv dag?', en: 'How much for half a day?' },
  fullDay: { sv: 'Hur mycket för en hel dag?', en: 'How much for a full day?' },
  boundaryMinutes: { sv: 'Efter hur många minuter är det en hel dag?', en: 'After how many minutes is it a full day?' },
  atBoundary: {
    sv: 'Vad ger precis gränsen?',
    en: 'What does exactly the boundary give?',
    choices: {
      half: { sv: 'halv dag', en: 'half a day' },
      full: { sv: 'hel dag', en: 'a full day' },
      silent: notSaid,
    },
  },
  steps: { sv: 'Vilka belopp för hur lång tid?', en: 'Which amounts for how long a time?' },
  'steps.upTo': { sv: 'Högst hur många minuter?', en: 'At most how many minutes?' },
  'steps.below': { sv: 'Mindre än hur många minuter?', en: 'Less than how many minutes?' },
  'steps.amount': { sv: 'Vilket belopp?', en: 'Which amount?' },
  'steps.clause': {
    sv: 'Var i reglementet står det?',
    en: 'Where in the fee rules does it stand?',
    help: { sv: 'Lämna tomt om det är samma avsnitt.', en: 'Leave empty where it is the same clause.' },
  },
  amount: { sv: 'Vilket belopp?', en: 'Which amount?' },
  ...['firstHour', 'perHour', 'halfDay', 'fullDay', 'steps.amount', 'amount'].reduce<Asks>(
    (all, key) => Object.assign(all, under(key, amount)),
    {},
  ),
}

/** Returns the questions with their paths below another. */
export function under(path: string, asks: Asks): Asks {
  return Object.fromEntries(Object.entries(asks).map(([key, ask]) => [`${path}.${key}`, ask]))
}
