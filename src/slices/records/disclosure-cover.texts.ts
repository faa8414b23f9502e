import { defineTexts } from '../../kernel/language.ts'

/** The cover page of what is handed out, and the right to a decision in plain words. */
export const coverTexts = defineTexts(
  {
    kind: 'Utlämnande av allmän handling',
    title: (number: number) => `Svar på begäran om allmänna handlingar, nr ${number}`,
    reference: (number: number) => `Begäran nr ${number}`,
    page: 'Sida',
    of: 'av',
    received: 'Begäran kom in',
    answered: 'Besvarad',
    documents: 'Handlingar',
    number: 'Nr',
    document: 'Handling',
    outcome: 'Utfall',
    grounds: 'Grund',
    decisions: { whole: 'Lämnas ut i sin helhet', masked: 'Lämnas ut med maskering', refused: 'Lämnas inte ut' },
    refusedTitle: (kind: string) => `${kind}, lämnas inte ut`,
    masked: (places: number, grounds: string) =>
      `${places} ${places === 1 ? 'ställe är maskerat' : 'ställen är maskerade'}: ${grounds}`,
    toldHeading: 'Varför något inte lämnas ut',
    rightsHeading: 'Du kan få ett skriftligt beslut',
    rights:
      'Det som är maskerat eller inte lämnas ut omfattas av sekretess. Du har rätt att få nämndens skriftliga beslut om det, med skälen. Säg bara till, du behöver inte tala om vem du är (offentlighets- och sekretesslagen 6 kap. 3 §).',
    appeal:
      'Beslutet går att överklaga till kammarrätten. Du lämnar överklagandet till nämnden inom tre veckor från det att du fick beslutet. Nämnden skickar det vidare. Hur man gör står i beslutet (offentlighets- och sekretesslagen 6 kap. 7 och 8 §§, förvaltningslagen 43 och 44 §§).',
  },
  {
    kind: 'Disclosure of official documents',
    title: (number) => `Answer to a request for official documents, no. ${number}`,
    reference: (number) => `Request no. ${number}`,
    page: 'Page',
    of: 'of',
    received: 'The request came in',
    answered: 'Answered',
    documents: 'Documents',
    number: 'No.',
    document: 'Document',
    outcome: 'Outcome',
    grounds: 'Ground',
    decisions: { whole: 'Handed out whole', masked: 'Handed out with masks', refused: 'Not handed out' },
    refusedTitle: (kind) => `${kind}, not handed out`,
    masked: (places, grounds) => `${places} ${places === 1 ? 'place is' : 'places are'} masked: ${grounds}`,
    toldHeading: 'Why something is not handed out',
    rightsHeading: 'You can get a written decision',
    rights:
      'What is masked or not handed out is secret. You have a right to the committee’s written decision about it, with the reasons. Just say so; you need not tell who you are (Public Access to Information and Secrecy Act, ch. 6 s. 3).',
    appeal:
      'The decision can be appealed to the administrative court of appeal (kammarrätten). You hand the appeal to the committee within three weeks from when you got the decision, and the committee passes it on. The decision says how (the same act, ch. 6 ss. 7 and 8; Administrative Procedure Act, ss. 43 and 44).',
  },
)
