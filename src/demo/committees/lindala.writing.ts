import type { Writing } from '../writing.ts'

export const aboutKitchen: Writing = {
  texts: {
    'VSN-06-unit-news': 'Köket har bytt till fler rätter från grunden och minskat svinnet med en fjärdedel på ett år.',
    'VSN-06-strengths': 'Samarbetet med skolorna om önskeveckor fungerar fint, och eleverna märker att de påverkar.',
    'VSN-06-challenges':
      'Transporterna är en svag punkt när någon bil står still. Det finns en plan för lån av bil, men den är inte prövad.',
  },
  proposals: ['Pröva planen för lån av bil innan vintern.'],
}

export const aboutLearning: Writing = {
  texts: {
    'VSN-06-committee-news': 'Vi berättade om nämndens arbete med nästa års budget och hur besöken används.',
    'VSN-06-unit-news': 'En ny kurs i yrkessvenska har startat tillsammans med företag på orten.',
    'VSN-06-units-own': 'Enheten ville särskilt visa hur de följer upp vart deltagarna går vidare.',
    'VSN-06-strengths': 'Personalen känner deltagarna väl och hittar lösningar för var och en.',
  },
  questions: ['Kan fler kurser ges på kvällstid?'],
}

export const aboutCulture: Writing = {
  texts: {
    'VSN-06-unit-news': 'Besöken har ökat sedan öppettiderna blev längre på lördagar.',
    'VSN-06-strengths': 'Programmet för barn drar fullt hus, och nya grupper hittar dit.',
    'VSN-06-challenges': 'Ljudet i stora salen gör det svårt att ha flera saker på gång samtidigt.',
  },
  proposals: ['Undersök om stora salen kan delas av med ljuddämpande väggar.'],
}
