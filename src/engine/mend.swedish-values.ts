import type { Messages } from './mend.swedish.ts'

/** What the kinds of rules say about values that do not go together. */
export const valueMessages: Messages = [
  ['at least {0} is more than at most {1}', 'minst {0} är mer än högst {1}'],
  ['exchange the two', 'byt plats på de två'],
  ['the report goes to nobody', 'rapporten går inte till någon'],
  [
    'write committee: information or notification, manager: true, or somebody under others',
    'skriv committee: information eller notification, manager: true, eller någon under others',
  ],
  [
    'days are given, but the report is due by a meeting',
    'ett antal dagar är angivet, men rapporten ska lämnas till ett sammanträde',
  ],
  ['write by: days, or take days away', 'skriv by: days, eller ta bort days'],
  ['it is not said within how many days the report is made', 'det är inte sagt inom hur många dagar rapporten lämnas'],
  ['add days: with a whole number, for example days: 14', 'lägg till days: med ett heltal, till exempel days: 14'],
  ['days are counted from the visit', 'dagar räknas från besöket'],
  ['write countsFrom: visit, or take countsFrom away', 'skriv countsFrom: visit, eller ta bort countsFrom'],
  ['it is not said by which day', 'det är inte sagt senast vilken dag'],
  ['add on: YYYY-MM-DD', 'lägg till on: ÅÅÅÅ-MM-DD'],
  ['it is not said after how many years', 'det är inte sagt efter hur många år'],
  ['add years: with a whole number, for example years: 4', 'lägg till years: med ett heltal, till exempel years: 4'],
  ['a day is given, but the review is not by a day', 'en dag är angiven, men uppföljningen gäller ingen viss dag'],
  ['write every: date, or take on away', 'skriv every: date, eller ta bort on'],
  [
    'years are given, but the review is not counted in years',
    'ett antal år är angivet, men uppföljningen räknas inte i år',
  ],
  ['write every: years, or take years away', 'skriv every: years, eller ta bort years'],
  ['"{0}" stands twice among what is kept', '"{0}" står två gånger bland det som bevaras eller gallras'],
  ['keep one line for each record', 'behåll en rad för varje handling'],
]
