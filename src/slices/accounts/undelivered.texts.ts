import { defineTexts } from '../../kernel/language.ts'

/** The page about mails that have not arrived. */
export const undeliveredTexts = defineTexts(
  {
    title: 'Mejl som inte kom fram',
    lead: 'Här står de som inte har fått ett mejl. Är adressen fel, rätta den hos personen först. Mejlet skickas sedan till den rättade adressen.',
    none: 'Alla mejl har kommit i väg.',
    again: 'Mejlet skickas igen. Om det inte kommer fram syns det här igen om en stund.',
    person: 'Person',
    mail: 'Mejl',
    when: 'Senaste försöket',
    why: 'Varför',
    state: 'Läge',
    action: 'Åtgärd',
    resend: 'Försök igen',
    resendMail: (subject: string, name: string) => `Försök igen: ${subject}, till ${name}`,
    letsIn: 'Skickas inte igen. Personen kan be om en ny kod, eller bjudas in på nytt.',
    states: {
      failed: 'Försöks igen av sig självt',
      'given-up': 'Försöks inte längre',
      unsure: 'Osäkert',
    },
    reasons: {
      'address-refused': 'Mejlservern tog inte emot adressen. Kontrollera att den är rätt.',
      'mail-refused': 'Mejlservern tog inte emot mejlet. Be den som sköter driften att se efter varför.',
      'asked-to-wait': 'Mejlservern bad oss försöka senare.',
      'not-let-in': 'Mejlservern släppte inte in oss. Den som sköter driften behöver se över inloggningen till den.',
      'no-contact': 'Mejlservern svarade inte.',
      unsure:
        'Servern stannade medan mejlet skickades. Det kom troligen fram. Fråga gärna personen innan du skickar igen.',
      unknown: 'Något gick fel när mejlet skulle skickas. Be den som sköter driften att titta i serverns logg.',
    },
  },
  {
    title: 'Mail that did not arrive',
    lead: 'Here are those who have not received a mail. If the address is wrong, correct it on the person first. The mail then goes to the corrected address.',
    none: 'All mail has been sent.',
    again: 'The mail is being sent again. If it does not arrive it shows here again in a while.',
    person: 'Person',
    mail: 'Mail',
    when: 'Last attempt',
    why: 'Why',
    state: 'State',
    action: 'Action',
    resend: 'Try again',
    resendMail: (subject, name) => `Try again: ${subject}, to ${name}`,
    letsIn: 'Not sent again. The person can ask for a new code, or be invited anew.',
    states: {
      failed: 'Tried again by itself',
      'given-up': 'No longer tried',
      unsure: 'Not sure',
    },
    reasons: {
      'address-refused': 'The mail server did not take the address. Check that it is right.',
      'mail-refused': 'The mail server did not take the mail. Ask whoever runs the system to find out why.',
      'asked-to-wait': 'The mail server asked us to try later.',
      'not-let-in': 'The mail server did not let us in. Whoever runs the system has to look at the sign-in to it.',
      'no-contact': 'The mail server did not answer.',
      unsure:
        'The server stopped while the mail was being sent. It has probably arrived. Do ask the person before sending it again.',
      unknown:
        'Something went wrong when the mail was to be sent. Ask whoever runs the system to look in the server log.',
    },
  },
)
