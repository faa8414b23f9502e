import type { Writing } from '../writing.ts'

export const aboutMeals: Writing = {
  texts: {
    fritt:
      'Vi möttes av ett lugnt hus och fick äta lunch tillsammans med de boende. Samtalet kom att handla om måltiderna: valfriheten uppskattas, och de gemensamma frukostarna har blivit en samlingspunkt.\n\nAnhöriga berättade att de känner sig välkomna och att det är lätt att få svar på frågor.',
  },
  proposals: ['Låt boenderådet vara med när matsedeln planeras för nästa år.'],
}

export const aboutFamilies: Writing = {
  texts: {
    fritt:
      'Verksamheten når många som inte har sökt hjälp tidigare. Öppettiderna på kvällen är en viktig förklaring.\n\nDe vi talade med beskrev ett varmt bemötande. Det som efterfrågas är mer information om stödet på andra ställen än kommunens webbplats, till exempel på bibliotek och vårdcentral.',
  },
  proposals: ['Lägg ut information om stödet på bibliotek och vårdcentral.'],
  questions: ['Hur kan nämnden hjälpa till att göra stödet mer känt?'],
}

export const aboutDays: Writing = {
  texts: {
    fritt:
      'Vi fick följa en vanlig dag. Det syns att alla vet vad som ska hända, och att det finns utrymme att ändra sig.\n\nFlera ville visa sina rum och berätta om sina intressen. Utflykterna i somras är fortfarande ett samtalsämne, och planeringen för nästa sommar har redan börjat.',
  },
  questions: ['Finns det möjlighet att låna en större buss för sommarens utflykter?'],
}
