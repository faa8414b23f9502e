import type { Writing } from '../writing.ts'

export const careHome: Writing = {
  texts: {
    'HED-09-safety':
      'De boende vi talade med känner sig trygga. Flera nämnde att det betyder mycket att känna igen dem som kommer på natten.',
    'HED-09-well-being':
      'Gemensamhetsrummet används flitigt och maten fick beröm. Några saknar utflykter under vinterhalvåret.',
    'HED-09-ideas': 'En odlingslåda på gården och fler eftermiddagar med musik stod högst på önskelistan.',
    'HED-09-mission': 'Uppdraget upplevs som tydligt. Verksamhetsplanen används på arbetsplatsträffarna.',
    'HED-09-support': 'Chefen önskar tidigare besked när nya system ska införas, så att utbildningen hinns med.',
  },
  proposals: ['Anlägg odlingslådor på gården inför nästa vår.'],
  questions: ['Kan nämnden få en genomgång av hur nya system införs i verksamheterna?'],
}

export const homeCare: Writing = {
  texts: {
    'HED-09-safety':
      'Brukarna vi mötte litar på att hjälpen kommer. Det som skapar oro är när tiden ändras utan att någon hör av sig.',
    'HED-09-well-being': 'Små saker gör skillnad: en kvarts samtal, en promenad till brevlådan.',
    'HED-09-mission': 'Personalen beskriver uppdraget på samma sätt som chefen. Det är ett gott tecken.',
    'HED-09-goals': 'Målet om ökad självständighet är känt, men det är inte alltid lätt att visa hur det följs upp.',
    'HED-09-improvements':
      'Ett förslag är att samla besöken i samma område under förmiddagen, så att restiden blir kortare.',
  },
  proposals: ['Pröva ett sms till brukaren när ett besök blir mer än en halvtimme försenat.'],
}

export const family: Writing = {
  texts: {
    'HED-09-mission': 'Avdelningen har formulerat om sitt uppdrag på en sida. Den sitter i varje samtalsrum.',
    'HED-09-goals': 'Kopplingen till kommunens mål om tidiga insatser är stark. Samarbetet med skolan lyftes särskilt.',
    'HED-09-support': 'Det finns önskemål om att nämnden följer hur väntetiderna utvecklas över året.',
    'HED-09-improvements': 'Fler samtalstider på kvällen skulle göra det lättare för föräldrar som arbetar.',
  },
  questions: ['Hur utvecklas väntetiderna till ett första samtal?'],
}

export const eveningVisit: Writing = {
  texts: {
    'HED-09-safety': 'Vi kom vid middagen och fick se hur kvällen börjar. Lugnt tempo och gott om tid vid borden.',
    'HED-09-well-being': 'Flera boende berättade om sångstunden på onsdagar, som många ser fram emot hela veckan.',
    'HED-09-ideas': 'Bättre belysning vid entrén skulle göra det lättare att gå ut en stund på kvällen.',
    'HED-09-improvements': 'Personalen vill pröva ett gemensamt schema med grannavdelningen.',
  },
  proposals: ['Se över belysningen vid entrén.'],
}
