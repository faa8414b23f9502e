import { defineTexts } from '../../kernel/language.ts'

/** The page where the administration's subjects are chosen from. */
export const administrationTexts = defineTexts(
  {
    title: 'Förvaltning',
    lead: 'Det som görs mer sällan: vilka som är med, hur man loggar in och hur handlingar och uppgifter tas om hand.',
    names: {
      people: 'Personer',
      waysIn: 'Inloggning',
      look: 'Utseende',
      undelivered: 'Mejl som inte kom fram',
      disclosures: 'Utlämnande',
      retention: 'Bevarande och gallring',
      dataProtection: 'Dataskydd',
      corrections: 'Rättelser',
      log: 'Logg',
    },
    abouts: {
      people: 'Vilka som har en roll i nämnden och från när till när, inbjudningar och konton.',
      waysIn: 'Hur man loggar in i kommunen: tjänster, koder och passnycklar.',
      look: 'Kommunens färg och vapen på handlingar som blir PDF.',
      undelivered: 'Vilka som inte har fått ett mejl och varför. Här kan det skickas igen.',
      disclosures: 'Någon ber att få en allmän handling: hitta, maskera och lämna ut.',
      retention: 'Hur länge handlingar sparas, och gallring efter beslut.',
      dataProtection: 'Registerförteckning och konsekvensbedömning.',
      corrections: 'Vad personer har bett att få rättat, och svaren.',
      log: 'Vem som gjorde vad och när. Ingen rad kan ändras utan att det märks.',
    },
  },
  {
    title: 'Administration',
    lead: 'What is done more seldom: who takes part, how people sign in, and how documents and data are looked after.',
    names: {
      people: 'People',
      waysIn: 'Sign-in',
      look: 'Appearance',
      undelivered: 'Mail that did not arrive',
      disclosures: 'Disclosure',
      retention: 'Retention and disposal',
      dataProtection: 'Data protection',
      corrections: 'Corrections',
      log: 'Log',
    },
    abouts: {
      people: 'Who holds a role in the committee, from when to when, invitations and accounts.',
      waysIn: 'How people sign in to the municipality: services, codes and passkeys.',
      look: 'The municipality’s colour and coat of arms on documents that become PDF.',
      undelivered: 'Who has not received a mail, and why. Here it can be sent again.',
      disclosures: 'Somebody asks for an official document: find, mask and hand out.',
      retention: 'How long documents are kept, and disposal by decision.',
      dataProtection: 'The record of processing and the impact assessment.',
      corrections: 'What people have asked to have corrected, and the answers.',
      log: 'Who did what and when. No row can be changed without being noticed.',
    },
  },
)
