import { defineTexts } from '../../kernel/language.ts'

/** The requests to correct what is kept, as the committee's office sees them, and their letters. */
export const correctionTexts = defineTexts(
  {
    title: 'Rättelser',
    lead: 'Här står vad personer har bett att få rättat i det som är registrerat om dem. Rätta i registret eller i ärendet, och svara sedan här. Personen får svaret i ett brev.',
    none: 'Ingen har bett om rättelse.',
    columns: { who: 'Vem', when: 'När', wrong: 'Vad är fel', should: 'Ska vara', answer: 'Besked' },
    waiting: 'Väntar på svar',
    outcomes: { corrected: 'Rättat', refused: 'Inte rättat' },
    answered: (outcome: string, who: string, when: string) => `${outcome} av ${who}, ${when}`,
    answerHeading: (name: string) => `Svara ${name}`,
    outcome: 'Vad blev det?',
    corrected: 'Det är rättat',
    refused: 'Det rättas inte',
    answer: 'Skriv till personen',
    answerHint: 'Behövs när något inte rättas: varför. Skriv inget personnummer.',
    send: 'Spara och skicka brev',
    aboutRegistered: 'Gäller något som registrerades efter ett telefonsamtal.',
    errors: {
      'outcome-missing': 'Välj vad det blev.',
      'reason-missing': 'Skriv varför det inte rättas.',
      'too-long': 'Skriv högst 1 000 tecken.',
      'corrections.own-request': 'Någon annan behöver svara på din egen begäran.',
      'corrections.answered-already': 'Någon har redan svarat. Ladda om sidan.',
      'corrections.personal-number': 'Det här ser ut som ett personnummer. Ta bort det.',
    } as Readonly<Record<string, string>>,
    askedSubject: 'Någon har bett om en rättelse',
    askedText: (name: string) =>
      `Hej!\n\n${name} har bett om att få något rättat i det som är registrerat. Begäran står i Nämndkontakt, under Rättelser.\n\nVänliga hälsningar\nNämndkontakt`,
    answeredSubject: 'Svar på din begäran om rättelse',
    answeredText: (outcome: 'corrected' | 'refused', answer: string) =>
      `Hej!\n\n${outcome === 'corrected' ? 'Det du bad om är rättat.' : 'Det du bad om har inte rättats.'}${answer === '' ? '' : `\n\n${answer}`}\n\n${outcome === 'corrected' ? '' : 'Är du inte nöjd kan du fråga dataskyddsombudet eller klaga hos Integritetsskyddsmyndigheten, imy.se.\n\n'}Vänliga hälsningar\nNämndkontakt`,
  },
  {
    title: 'Corrections',
    lead: 'Here is what persons have asked to have corrected in what is registered about them. Correct it in the register or the matter, then answer here. The person gets the answer by letter.',
    none: 'Nobody has asked for a correction.',
    columns: { who: 'Who', when: 'When', wrong: 'What is wrong', should: 'Should be', answer: 'Answer' },
    waiting: 'Waits for an answer',
    outcomes: { corrected: 'Corrected', refused: 'Not corrected' },
    answered: (outcome, who, when) => `${outcome} by ${who}, ${when}`,
    answerHeading: (name) => `Answer ${name}`,
    outcome: 'What came of it?',
    corrected: 'It has been corrected',
    refused: 'It is not corrected',
    answer: 'Write to the person',
    answerHint: 'Needed when something is not corrected: why. Write no personal number.',
    send: 'Save and send the letter',
    aboutRegistered: 'About something registered after a phone call.',
    errors: {
      'outcome-missing': 'Choose what came of it.',
      'reason-missing': 'Write why it is not corrected.',
      'too-long': 'Write at most 1,000 characters.',
      'corrections.own-request': 'Somebody else needs to answer your own request.',
      'corrections.answered-already': 'Somebody has answered already. Reload the page.',
      'corrections.personal-number': 'This looks like a personal number. Take it away.',
    } as Readonly<Record<string, string>>,
    askedSubject: 'Somebody has asked for a correction',
    askedText: (name) =>
      `Hello!\n\n${name} has asked to have something corrected in what is registered. The request stands in Nämndkontakt, under Corrections.\n\nKind regards\nNämndkontakt`,
    answeredSubject: 'Answer to your request for a correction',
    answeredText: (outcome, answer) =>
      `Hello!\n\n${outcome === 'corrected' ? 'What you asked for has been corrected.' : 'What you asked for has not been corrected.'}${answer === '' ? '' : `\n\n${answer}`}\n\n${outcome === 'corrected' ? '' : 'If you are not content you can ask the data protection officer, or complain to the Swedish Authority for Privacy Protection, imy.se.\n\n'}Kind regards\nNämndkontakt`,
  },
)
