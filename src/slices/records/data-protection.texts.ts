import { defineTexts } from '../../kernel/language.ts'

/** The pages round the record of processing and the impact assessment; the documents themselves are in Swedish. */
export const dataProtectionTexts = defineTexts(
  {
    title: 'Dataskydd',
    lead: 'Nämnden är personuppgiftsansvarig. Här finns förteckningen över behandlingen och konsekvensbedömningen, ifyllda med det som finns i systemet.',
    documents: { record: 'Registerförteckning', assessment: 'Konsekvensbedömning' },
    about: {
      record: 'Vilka uppgifter som behandlas, varför, hur länge och vem som får dem (artikel 30).',
      assessment:
        'Riskerna för dem det gäller, vad programmet gör åt dem och vad kommunen behöver besluta (artikel 35).',
    },
    open: 'Läs',
    openOf: (name: string) => `Läs: ${name}`,
    edit: 'Ändra texterna',
    editTitle: (name: string) => `Ändra: ${name}`,
    editLead:
      'Det som står i rutorna är förslag som nämnden gör till sina egna eller skriver om. Allt sparas som en ny version, och de tidigare finns kvar.',
    save: 'Spara som ny version',
    saved: 'Den nya versionen är sparad.',
    unsaved: 'Ingen version är sparad ännu',
    versionOf: (version: number, when: string) => `Version ${version}, ${when}`,
    versionBy: (version: number, when: string, who: string) => `Version ${version}, ${when}, ${who}`,
    versions: 'Versioner',
    showsOld: (version: number) => `Du läser version ${version}, som inte är den senaste. Fakta ur systemet är dagens.`,
    missingHeading: (count: number) =>
      count === 1 ? 'En uppgift är inte ifylld' : `${count} uppgifter är inte ifyllda`,
    complete: 'Allt är ifyllt.',
    files: 'Spara som fil',
    pdf: 'Dokumentet att skriva ut',
    markdown: 'Text att redigera',
    pdfFormat: 'PDF/A',
    markdownFormat: 'Markdown',
    optionalHint: 'Kan lämnas tomt. Då står det i dokumentet att uppgiften saknas.',
    corrections: 'Rättelser',
    correctionsAbout: 'Vad personer har bett att få rättat, och svaren.',
    language: 'Texterna skrivs på svenska.',
    errors: {
      'too-long': 'Texten är för lång. Korta den till högst 5 000 tecken.',
      stale: 'Formuläret är inte helt. Ladda om sidan.',
      'data-protection.stale': 'Någon annan har sparat under tiden. Ladda om sidan och jämför innan du sparar igen.',
    } as Readonly<Record<string, string>>,
    notice: 'Så behandlas dina uppgifter',
    noticeText:
      'Nämndkontakt sparar det som behövs för uppdraget. Du kan läsa vad och varför, och se allt som finns om dig.',
    noticeLink: 'Om personuppgifter',
    noticeOwn: 'Mina uppgifter',
    public: {
      contact: (committee: string) => `${committee}: ansvarig och kontakt`,
      responsible: (committee: string, address: string) =>
        `${committee} är personuppgiftsansvarig. Skriv till ${address}.`,
      officer: (contact: string) => `Dataskyddsombud: ${contact}`,
      noOfficer: 'Dataskyddsombudets kontakt är inte inlagd ännu. Fråga kommunen.',
      what: 'Vad som finns här',
      whatText: [
        'Om förtroendevalda: namn, e-postadress, anställningsnummer, parti, platser och uppdrag, kallelser och svar, närvaro, rapporter och arvoden. Om chefer och tjänstepersoner: namn, e-postadress, roll och vad de har gjort i systemet.',
        'I rapporter skrivs vilka slags personer ett besök nådde, aldrig vilka de var.',
        'För varje inloggning sparas när den skedde, på vilket sätt och med vilken webbläsare. En logg visar vem som har gjort vad.',
      ],
      numbers: {
        some: 'Personnummer finns för dem där inloggningen eller lönen kräver det. De är krypterade och visas aldrig i sin helhet.',
        none: 'Inga personnummer finns.',
      },
      why: 'Varför',
      whyText: [
        'Uppdraget ska kunna genomföras och redovisas, och arvodet betalas rätt. Det är en uppgift av allmänt intresse och, för arvoden och loggen, en skyldighet enligt lag (dataskyddsförordningen artikel 6.1 e och c).',
      ],
      howLong: (committee: string) => `Hur länge: ${committee}`,
      noRules: 'Nämnden har inte beslutat om någon gallring. Uppgifterna bevaras.',
      rights: 'Dina rättigheter',
      rightsText: [
        'Den som loggar in ser allt som finns om sig själv under Mina uppgifter, kan spara det som fil och be om rättelse där. Du kan också skriva eller ringa och be om samma sak.',
        'Du har rätt att invända mot behandlingen, och i vissa fall att få uppgifter raderade eller begränsade. Är du inte nöjd kan du klaga hos Integritetsskyddsmyndigheten, imy.se.',
      ],
    },
  },
  {
    title: 'Data protection',
    lead: 'The committee is the controller. Here are the record of processing and the impact assessment, filled with what is in the system. The documents are in Swedish, the language of the authority.',
    documents: { record: 'Record of processing', assessment: 'Impact assessment' },
    about: {
      record: 'Which data are processed, why, for how long and who receives them (article 30).',
      assessment:
        'The risks for those concerned, what the program does about them and what the municipality must decide (article 35).',
    },
    open: 'Read',
    openOf: (name) => `Read: ${name}`,
    edit: 'Change the texts',
    editTitle: (name) => `Change: ${name}`,
    editLead:
      'What stands in the boxes is a proposal that the committee makes its own or writes anew. Everything is saved as a new version, and the earlier ones remain.',
    save: 'Save as a new version',
    saved: 'The new version has been saved.',
    unsaved: 'No version has been saved yet',
    versionOf: (version, when) => `Version ${version}, ${when}`,
    versionBy: (version, when, who) => `Version ${version}, ${when}, ${who}`,
    versions: 'Versions',
    showsOld: (version) =>
      `You are reading version ${version}, which is not the latest. Facts from the system are today’s.`,
    missingHeading: (count) => (count === 1 ? 'One thing is not filled in' : `${count} things are not filled in`),
    complete: 'Everything is filled in.',
    files: 'Keep as a file',
    pdf: 'The document to print',
    markdown: 'Text to edit',
    pdfFormat: 'PDF/A',
    markdownFormat: 'Markdown',
    optionalHint: 'Can be left empty. The document then says that it is missing.',
    corrections: 'Corrections',
    correctionsAbout: 'What persons have asked to have corrected, and the answers.',
    language: 'The texts are written in Swedish.',
    errors: {
      'too-long': 'The text is too long. Shorten it to at most 5,000 characters.',
      stale: 'The form is incomplete. Reload the page.',
      'data-protection.stale':
        'Somebody else has saved in the meantime. Reload the page and compare before you save again.',
    } as Readonly<Record<string, string>>,
    notice: 'How your data are processed',
    noticeText:
      'Nämndkontakt keeps what the assignment needs. You can read what and why, and see everything that is kept about you.',
    noticeLink: 'About personal data',
    noticeOwn: 'My data',
    public: {
      contact: (committee) => `${committee}: controller and contact`,
      responsible: (committee, address) => `${committee} is the controller. Write to ${address}.`,
      officer: (contact) => `Data protection officer: ${contact}`,
      noOfficer: 'The data protection officer’s contact is not entered yet. Ask the municipality.',
      what: 'What is kept here',
      whatText: [
        'About elected members: name, e-mail address, employment number, party, seats and assignments, invitations and answers, attendance, reports and fees. About managers and officers: name, e-mail address, role and what they have done in the system.',
        'Reports say what kinds of people a visit reached, never who they were.',
        'For each sign-in it is kept when it happened, in what way and with which browser. A log shows who did what.',
      ],
      numbers: {
        some: 'Personal numbers are kept for those where sign-in or payroll demands it. They are encrypted and never shown in full.',
        none: 'No personal numbers are kept.',
      },
      why: 'Why',
      whyText: [
        'The assignment is to be carried out and accounted for, and the fee paid correctly. That is a task in the public interest and, for fees and the log, an obligation by law (GDPR article 6.1 e and c).',
      ],
      howLong: (committee) => `How long: ${committee}`,
      noRules: 'The committee has not decided on disposal. The data are kept.',
      rights: 'Your rights',
      rightsText: [
        'Whoever signs in sees everything kept about them under My data, can keep it as a file and ask for a correction there. You can also write or phone and ask for the same.',
        'You have the right to object to the processing, and in some cases to have data erased or restricted. If you are not content you can complain to the Swedish Authority for Privacy Protection, imy.se.',
      ],
    },
  },
)
