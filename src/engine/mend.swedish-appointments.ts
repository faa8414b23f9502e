import type { Messages } from './mend.swedish.ts'

/** What checks say about who is contact politician and for what. */
export const appointmentMessages: Messages = [
  // Values of one rule
  [
    'where everyone in the committee is contact politician nobody is appointed by role',
    'när alla i nämnden är kontaktpolitiker utses ingen efter sin roll',
  ],
  ['take "roles" away, or write everyone: false', 'ta bort "roles", eller skriv everyone: false'],
  ['nobody could be appointed', 'ingen skulle kunna utses'],
  [
    'write seats: [member, substitute], name roles, or write everyone: true',
    'skriv seats: [member, substitute], ange roller, eller skriv everyone: true',
  ],
  ['no number is said', 'inget antal är angivet'],
  ['write least, most or both', 'skriv least, most eller båda'],
  ['it is not said how many years', 'det är inte sagt hur många år'],
  ['add years: and a number', 'lägg till years: och ett tal'],
  ['it is not said which day the end is', 'det är inte sagt vilken dag slutet är'],
  ['add until: YYYY-MM-DD', 'lägg till until: ÅÅÅÅ-MM-DD'],
  ['"years" says nothing with length: {0}', '"years" säger ingenting med length: {0}'],
  ['take it away, or write length: years', 'ta bort det, eller skriv length: years'],
  ['"until" says nothing with length: {0}', '"until" säger ingenting med length: {0}'],
  ['take it away, or write length: fixed-end', 'ta bort det, eller skriv length: fixed-end'],
  // Rules that cannot all be followed
  [
    '{0} asks for {1} persons or more for a unit, and here a unit has at most {2}',
    '{0} kräver minst {1} personer för en enhet, men här har en enhet högst {2}',
  ],
  ['write most: {0}, or ask for less in {1}', 'skriv most: {0}, eller kräv mindre i {1}'],
  ['{0} appoints pairs, and here a unit has at most {1}', '{0} utser par, men här har en enhet högst {1}'],
  ['write most: 2, or form: individual in {0}', 'skriv most: 2, eller form: individual i {0}'],
  ['{0} appoints pairs, and here a unit has at least {1}', '{0} utser par, men här har en enhet minst {1}'],
  ['write least: 2, or take {0} away', 'skriv least: 2, eller ta bort {0}'],
  [
    '{0} makes everyone contact politician for all units, and here each has a number of them',
    '{0} gör alla till kontaktpolitiker för alla enheter, men här har var och en ett visst antal',
  ],
  [
    '{0} makes everyone contact politician for all units, and here there is a limit for each',
    '{0} gör alla till kontaktpolitiker för alla enheter, men här finns en övre gräns för var och en',
  ],
  [
    '{0} makes everyone contact politician for all units, and here they are appointed in pairs',
    '{0} gör alla till kontaktpolitiker för alla enheter, men här utses de i par',
  ],
  ['take this rule away, or write everyone: false in {0}', 'ta bort den här regeln, eller skriv everyone: false i {0}'],
  ['take "most" away, or write everyone: false in {0}', 'ta bort "most", eller skriv everyone: false i {0}'],
  [
    'contact politicians are appointed to visiting groups alone, and no rule divides them into groups',
    'kontaktpolitiker utses bara till besöksgrupper, men ingen regel delar in dem i grupper',
  ],
  [
    'add a rule of the kind groups.division, or name another object',
    'lägg till en regel av slaget groups.division, eller ange något annat object',
  ],
  [
    '{0} divides the politicians into visiting groups, and here they are appointed one by one',
    '{0} delar in politikerna i besöksgrupper, men här utses de var för sig',
  ],
  ['write form: group, or take {0} away', 'skriv form: group, eller ta bort {0}'],
  [
    '{0} appoints nobody for "{1}", and here each is to have at least {2}',
    '{0} utser ingen för "{1}", men här ska var och en ha minst {2}',
  ],
  ['write object: {0}, or add {1} to {2}', 'skriv object: {0}, eller lägg till {1} i {2}'],
  [
    'private providers are excluded here, and {0} covers them',
    'privata utförare omfattas inte här, men {0} omfattar dem',
  ],
  [
    'private providers are covered here, and {0} leaves them out',
    'privata utförare omfattas här, men {0} utesluter dem',
  ],
  [
    'write the same in both, or take operatedBy away from {0}',
    'skriv samma sak i båda, eller ta bort operatedBy från {0}',
  ],
  [
    '{0} appoints only holders of these roles, and here they get no appointment',
    '{0} utser bara den som har någon av dessa roller, men här får de inget uppdrag',
  ],
  ['take a role away here, or add seats to {0}', 'ta bort en roll här, eller lägg till seats i {0}'],
  // References of a programme
  ['no unit has the {0} "{1}"', 'ingen enhet har {0} "{1}"'],
  ['write "{0}", or give a unit {1}: {2}', 'skriv "{0}", eller ge en enhet {1}: {2}'],
  ['give a unit {0}: {1}, or name one that is there', 'ge en enhet {0}: {1}, eller nämn något som finns'],
]
