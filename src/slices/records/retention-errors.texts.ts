const sv = {
  'kind-unknown': 'Välj bland handlingarna i listan.',
  'action-missing': 'Välj om handlingarna bevaras eller gallras.',
  'action-not-here': 'De här handlingarna kan bevaras eller gallras efter ett antal år.',
  'years-form': 'Skriv antalet år som en siffra mellan 1 och 100.',
  'counted-missing': 'Välj varifrån åren räknas.',
  'plan-missing': 'Skriv vilket beslut regeln vilar på, till exempel Dokumenthanteringsplan 2026.',
  'plan-too-long': 'Skriv högst 200 tecken.',
  'day-missing': 'Skriv en dag, till exempel 2026-03-25.',
  'day-form': 'Skriv dagen som 2026-03-25.',
  'paragraph-missing': 'Skriv paragrafen i protokollet, till exempel § 14.',
  'paragraph-too-long': 'Skriv högst 30 tecken.',
  'reason-missing': 'Skriv varför det ska undantas.',
  'reason-too-long': 'Skriv högst 500 tecken.',
  'what-missing': 'Välj vad som ska undantas.',
  missing: 'Fyll i fältet.',
  'retention.decided-ahead': 'Beslutet kan inte ha en dag som inte har varit.',
  'retention.same-day': 'Det finns redan en regel som börjar gälla den dagen. Välj en annan dag.',
  'retention.unknown-document': 'Handlingen finns inte i något förslag. Välj i listan.',
  'retention.nothing-due': 'Det finns ingenting att gallra i dag enligt reglerna.',
  'retention.already-decided': 'Förslaget är redan avgjort.',
  'retention.own-proposal': 'Du har själv lagt förslaget. Någon annan behöver godkänna det.',
  'retention.stale':
    'Regler eller handlingar har ändrats sedan förslaget lades. Ingenting har gallrats. Be den som lade förslaget att räkna fram det på nytt.',
}

const en: { readonly [C in keyof typeof sv]: string } = {
  'kind-unknown': 'Choose among the documents in the list.',
  'action-missing': 'Choose whether the documents are kept or disposed of.',
  'action-not-here': 'These documents can be kept, or disposed of after a number of years.',
  'years-form': 'Write the number of years as a figure between 1 and 100.',
  'counted-missing': 'Choose from when the years are counted.',
  'plan-missing': 'Write which decision the rule rests on, for example Dokumenthanteringsplan 2026.',
  'plan-too-long': 'Write 200 characters at the most.',
  'day-missing': 'Write a day, for example 2026-03-25.',
  'day-form': 'Write the day as 2026-03-25.',
  'paragraph-missing': 'Write the paragraph in the minutes, for example § 14.',
  'paragraph-too-long': 'Write 30 characters at the most.',
  'reason-missing': 'Write why it is to be excepted.',
  'reason-too-long': 'Write 500 characters at the most.',
  'what-missing': 'Choose what is to be excepted.',
  missing: 'Fill in the field.',
  'retention.decided-ahead': 'The decision cannot have a day that is still to come.',
  'retention.same-day': 'There is a rule that begins on that day already. Choose another day.',
  'retention.unknown-document': 'The document is in no proposal. Choose in the list.',
  'retention.nothing-due': 'By the rules there is nothing to dispose of today.',
  'retention.already-decided': 'The proposal is decided already.',
  'retention.own-proposal': 'You made the proposal yourself. Somebody else needs to approve it.',
  'retention.stale':
    'Rules or documents have changed since the proposal was made. Nothing has been disposed of. Ask whoever made it to count anew.',
}

/** The sentence for each fault of the forms and each refusal. */
export const retentionErrors = { sv, en }

/** Every refusal that has a sentence. */
export type RetentionRefusal = Extract<keyof typeof sv, `retention.${string}`>
