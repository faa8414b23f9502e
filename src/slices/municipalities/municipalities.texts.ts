import { defineTexts } from '../../kernel/language.ts'

type Part = { readonly heading: string; readonly paragraphs: readonly string[] }

const sv = {
  accessibilityTitle: 'Tillgänglighet',
  accessibilityLead: (name: string) => `Så arbetar ${name} för att alla ska kunna använda Nämndkontakt.`,
  personalDataTitle: 'Om personuppgifter',
  personalDataLead: (name: string) => `Vilka uppgifter om personer som ${name} behandlar i Nämndkontakt, och varför.`,
  helpTitle: 'Hjälp',
  helpLead: () => 'Det viktigaste, i den ordning arbetet görs.',
}

/** Titles of the pages that everybody may read. */
export const municipalitiesTexts = defineTexts(sv, {
  accessibilityTitle: 'Accessibility',
  accessibilityLead: (name) => `How ${name} works to let everybody use Nämndkontakt.`,
  personalDataTitle: 'About personal data',
  personalDataLead: (name) => `Which data about persons ${name} processes in Nämndkontakt, and why.`,
  helpTitle: 'Help',
  helpLead: () => 'What matters most, in the order of the work.',
})

type Parts = {
  readonly accessibility: readonly Part[]
  readonly help: readonly Part[]
}

/** Returns the running text of those pages. `address` is the municipality's function address. */
export function informationParts(language: 'sv' | 'en', address: string): Parts {
  return language === 'sv' ? swedishParts(address) : englishParts(address)
}

function swedishParts(address: string): Parts {
  return {
    accessibility: [
      {
        heading: 'Hur tillgänglig är tjänsten?',
        paragraphs: [
          'Sidorna är byggda för att följa WCAG 2.2 nivå AA och prövas automatiskt med axe mot den standard som lagen hänvisar till, EN 301 549. Någon bedömning av en utomstående har ännu inte gjorts, så vi kan inte lova att allt är uppfyllt.',
          'Allt går att göra utan skript i webbläsaren, med tangentbord, med skärmläsare och med texten förstorad till 200 procent.',
        ],
      },
      {
        heading: 'Säg till om något inte fungerar',
        paragraphs: [`Skriv till ${address} och berätta vad du ville göra. Vi svarar så snart vi kan.`],
      },
      {
        heading: 'Tillsyn',
        paragraphs: [
          'Myndigheten för digital förvaltning har tillsyn över lagen om tillgänglighet till digital offentlig service. Du kan anmäla brister på digg.se/tdosanmalan.',
        ],
      },
    ],
    help: [
      {
        heading: 'Kontaktpolitiker',
        paragraphs: [
          'Att göra visar ditt nästa steg. Öppna det översta och följ knapparna. Du kan inte göra fel: om något inte stämmer med riktlinjen får du veta det innan du skickar.',
          'Efter besöket skriver du rapporten. Arvodet räknas ut av sig självt och du bekräftar det med ett tryck.',
        ],
      },
      {
        heading: 'Enhetschef',
        paragraphs: [
          'Du får ett brev när någon vill komma. Öppna länken, skriv var ni ses och vad som ska hända, och bekräfta.',
        ],
      },
      {
        heading: 'Nämndsekreterare',
        paragraphs: [
          'Riktlinje visar nämndens regler i klartext och vad som återstår att besluta. Sammanträden ger handlingarna som ett paket.',
        ],
      },
      {
        heading: 'Orden',
        paragraphs: [
          '«Ska» är ett krav, «bör» en förväntan och «får» en möjlighet. Bredvid varje regel står var i riktlinjen den finns.',
        ],
      },
    ],
  }
}

function englishParts(address: string): Parts {
  return {
    accessibility: [
      {
        heading: 'How accessible is the service?',
        paragraphs: [
          'The pages are built to follow WCAG 2.2 level AA and are tried automatically with axe against the standard the law refers to, EN 301 549. No outside assessment has been made yet, so we cannot promise that all of it is met.',
          'Everything can be done without script in the browser, by keyboard, with a screen reader and with the text enlarged to 200 per cent.',
        ],
      },
      {
        heading: 'Tell us when something does not work',
        paragraphs: [`Write to ${address} and tell us what you wanted to do. We answer as soon as we can.`],
      },
      {
        heading: 'Supervision',
        paragraphs: [
          'The Swedish Agency for Digital Government supervises the act on accessibility to digital public services. Faults can be reported at digg.se/tdosanmalan.',
        ],
      },
    ],
    help: [
      {
        heading: 'Contact politician',
        paragraphs: [
          'To do shows your next step. Open the topmost one and follow the buttons. You cannot go wrong: if something is not as the guideline says, you are told before you send it.',
          'After the visit you write the report. The fee works itself out and you confirm it with one press.',
        ],
      },
      {
        heading: 'Unit manager',
        paragraphs: [
          'You get a letter when somebody wants to come. Open the link, write where you meet and what will happen, and confirm.',
        ],
      },
      {
        heading: 'Committee secretary',
        paragraphs: [
          'Guideline shows the committee’s rules in plain words and what remains to be decided. Meetings gives the papers as one package.',
        ],
      },
      {
        heading: 'The words',
        paragraphs: [
          '“Must” is a demand, “should” an expectation and “may” a possibility. Beside every rule stands where in the guideline it is found.',
        ],
      },
    ],
  }
}
