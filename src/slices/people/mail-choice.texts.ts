import { defineTexts } from '../../kernel/language.ts'

/** The sentences about what one wants by mail. */
export const mailChoiceTexts = defineTexts(
  {
    title: 'Brev till dig',
    account: 'Mitt konto',
    lead: 'Här väljer du hur ofta Nämndkontakt skriver till dig och vad du vill bli påmind om.',
    gathered: 'När ska brev med upplysningar komma?',
    gatheredHint:
      'Det gäller till exempel när någon har svarat på en kallelse eller när en rapport är klar. Kallelser, ändrade tider, beslut som gäller dig och inloggning kommer alltid direkt.',
    gatherings: {
      each: 'Direkt, ett brev i taget',
      daily: 'I ett samlingsbrev varje morgon',
      weekly: 'I ett samlingsbrev varje måndag morgon',
    },
    visitReminders: 'När vill du bli påmind om ett besök?',
    visitRemindersHint: 'Lämna båda rutorna tomma om du inte vill ha några påminnelser före besök.',
    days: { 14: '14 dagar före', 1: 'Dagen före' },
    reportReminder: 'Påminn mig när en rapport ska lämnas',
    save: 'Spara',
    saved: 'Ditt val är sparat.',
    errors: {
      'people.form-unreadable': 'Formuläret gick inte att läsa. Öppna sidan igen och gör om valet.',
      'people.gathered-missing': 'Välj när breven ska komma.',
      'people.stale': 'Valet har ändrats i ett annat fönster. Titta igenom det här och spara igen.',
    },
  },
  {
    title: 'Mail to you',
    account: 'My account',
    lead: 'Here you choose how often Nämndkontakt writes to you and what you want to be reminded of.',
    gathered: 'When are mails that inform you to come?',
    gatheredHint:
      'For example when somebody has answered an invitation, or when a report is final. Invitations, changed times, decisions about you and sign-in always come at once.',
    gatherings: {
      each: 'At once, one mail at a time',
      daily: 'Gathered in one mail every morning',
      weekly: 'Gathered in one mail every Monday morning',
    },
    visitReminders: 'When do you want to be reminded of a visit?',
    visitRemindersHint: 'Leave both boxes empty if you want no reminders before visits.',
    days: { 14: '14 days before', 1: 'The day before' },
    reportReminder: 'Remind me when a report is due',
    save: 'Save',
    saved: 'Your choice is saved.',
    errors: {
      'people.form-unreadable': 'The form could not be read. Open the page again and choose anew.',
      'people.gathered-missing': 'Choose when the mails are to come.',
      'people.stale': 'The choice has been changed in another window. Look through this and save again.',
    },
  },
)
