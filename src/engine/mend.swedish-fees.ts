import type { Messages } from './mend.swedish.ts'

/** What is said about fee rules and about what is claimed by them. */
export const feeMessages: Messages = [
  ['the kind {0} stands twice', 'slaget {0} står två gånger'],
  ['keep one', 'behåll ett av dem'],
  ['half a day is paid more than a whole', 'en halv dag betalas mer än en hel'],
  ['exchange the two amounts', 'byt plats på beloppen'],
  ['the name {0} stands twice among bases and amounts', 'namnet {0} står två gånger bland bases och amounts'],
  ['give this one another', 'ge den här ett annat'],
  ['two amounts begin on {0}', 'två belopp börjar gälla {0}'],
  ['there is no amount or base named {0}', 'det finns inget belopp och ingen bas med namnet {0}'],
  ['add it under bases or amounts', 'lägg till det under bases eller amounts'],
  ['write "{0}"', 'skriv "{0}"'],
  ['{0} is for neither a month nor a year', '{0} gäller varken månad eller år'],
  ['add per: to {0}, or take it away here', 'lägg till per: i {0}, eller ta bort det här'],
  ['the amounts refer to each other in a circle: {0}', 'beloppen hänvisar till varandra i en cirkel: {0}'],
  ['give one of them an amount of its own', 'ge ett av dem ett eget belopp'],
  [
    'the amount is no whole öre from {0}, or above 100 million kronor',
    'beloppet är inte hela öre från {0}, eller mer än 100 miljoner kronor',
  ],
  ['add rounding: { to: …, by: … }, or correct it', 'lägg till rounding: { to: …, by: … }, eller rätta det'],
  [
    'an hourly rate counted by half-hours is an even number of öre, or half of it is no whole öre',
    'ett timbelopp som räknas per halvtimme är ett jämnt antal ören, annars blir hälften inte hela öre',
  ],
  ['write an even number', 'skriv ett jämnt tal'],
  [
    '{0} minutes at this hourly rate are no whole öre from {1}',
    '{0} minuter till det här timbeloppet blir inte hela öre från {1}',
  ],
  [
    'add rounding: { to: …, by: … } beside it, or correct it',
    'lägg till rounding: { to: …, by: … } bredvid, eller rätta det',
  ],
  ['{0} percent of some fees is no whole öre from {1}', '{0} procent av något arvode blir inte hela öre från {1}'],
  ['add rounding: { to: …, by: … } beside it', 'lägg till rounding: { to: …, by: … } bredvid'],
  ['an amount is taken once in each step', 'ett belopp räknas om en gång i varje steg'],
  [
    'keep one of percent, fraction and times, or write several steps',
    'behåll en av percent, fraction och times, eller skriv flera steg',
  ],
  [
    'an amount is not below zero and at most 100 million kronor',
    'ett belopp är inte under noll och högst 100 miljoner kronor',
  ],
  ['a number here has at most four decimals', 'ett tal har här högst fyra decimaler'],
  ['write for example 1.75', 'skriv till exempel 1.75'],
  ['a fraction is two whole numbers with a stroke between', 'ett bråk är två heltal med snedstreck emellan'],
  ['write it as "1/2"', 'skriv det som "1/2"'],
  [
    'it is not said whether travel is within the hours that are paid at most',
    'det är inte sagt om restiden ingår i de timmar som betalas som mest',
  ],
  ['add travel: inside-cap, beyond-cap, or silent', 'lägg till travel: inside-cap, beyond-cap eller silent'],
  ['travel is not among the time that counts', 'restid hör inte till den tid som räknas'],
  ['add travel to counts, or take this away', 'lägg till travel under counts, eller ta bort det här'],
  ['the category {0} stands twice', 'kategorin {0} står två gånger'],
  ['the category has no share', 'kategorin har ingen andel'],
  ['add from: or below:, in percent', 'lägg till from: eller below:, i procent'],
  ['nobody is in the category', 'ingen hör till kategorin'],
  ['write more than "from"', 'skriv mer än "from"'],
  [
    'lost earnings and costs may be refused only those with an office of full or considerable part time, and no share is stated',
    'förlorad arbetsinkomst och kostnader får vägras bara den som har uppdrag på heltid eller betydande del av heltid, och ingen andel är angiven',
  ],
  [
    'add considerableOffice: with the share, or keep fee alone',
    'lägg till considerableOffice: med andelen, eller behåll bara fee',
  ],
  [
    'nobody in the category has an office of {0} percent, so lost earnings and costs are never refused them',
    'ingen i kategorin har uppdrag på {0} procent, så förlorad arbetsinkomst och kostnader vägras dem aldrig',
  ],
  ['keep fee alone', 'behåll bara fee'],
  [
    'there is no fee of the kind {0} to pay at another rate',
    'det finns inget arvode av slaget {0} att betala med ett annat belopp',
  ],
  ['a cap has a number', 'ett tak har ett tal'],
  ['add minutes: or amount:', 'lägg till minutes: eller amount:'],
  ['{0} stands twice', '{0} står två gånger'],
]
