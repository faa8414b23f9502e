import type { Writing } from '../writing.ts'

export const fromWorkshop: Writing = {
  texts: {
    'SNB-01-views':
      'Deltagarna är stolta över det de gör och vill visa upp det för fler. Flera önskar en egen hylla i kommunhusets reception.',
    'SNB-01-reflections':
      'Det märks att arbetet ger struktur åt veckan. Resan dit är för några den svåraste delen av dagen.',
    'SNB-01-current-questions': 'Blir det någon marknad i vår, och får deltagarna vara med och sälja?',
  },
  proposals: ['Låna ut en hylla i kommunhusets reception.'],
}

export const fromMeals: Writing = {
  texts: {
    'SNB-01-views':
      'Maten är ett ständigt ämne, och mest får den beröm. Önskemålet är att kvällsmaten serveras lite senare.',
    'SNB-01-reflections': 'De som flyttat in under året beskriver att de snabbt blev hemmastadda.',
    'SNB-01-current-questions': 'Många undrar när den nya busslinjen börjar gå.',
  },
  questions: ['När börjar den nya busslinjen gå, och var blir hållplatsen?'],
}
