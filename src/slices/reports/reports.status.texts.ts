import { defineTexts } from '../../kernel/language.ts'
import type { NextStep, Reader } from './reports.status.rules.ts'

/** What is said of a report as draft or official document. */
export const statusTexts = defineTexts(
  {
    heading: 'Utkast eller allmän handling',
    tags: {
      draft: 'Utkast',
      'in-check': 'Utkast hos chefen',
      dispatched: 'Expedierad, allmän handling',
      official: 'Allmän handling, färdig',
      delivered: 'Allmän handling, delgiven',
      oral: 'Muntlig rapport',
    },
    facts: {
      draft: 'Det här är ett utkast. Det är ingen allmän handling än.',
      'in-check':
        'Det här är ett utkast. Det är hos chefen, som hör till samma myndighet. Det är ingen allmän handling än.',
      dispatched:
        'Det som har skickats till den privata utföraren är en allmän handling och bevaras som det skickades.',
      official: 'Det här är en allmän handling.',
      delivered: 'Det här är en allmän handling, delgiven enhetens chef.',
      oral: 'Rapporten lämnas muntligt vid sammanträdet. Uppgifterna här är en allmän handling.',
    },
    dispatchedOn: (day: string, number: string) => `Skickat ${day}, diarienummer ${number}.`,
    dispatchedDraft: 'Det som skrivs efter det är ett utkast, tills rapporten färdigställs med samma nummer.',
    seenBy: 'Vem kan se det',
    readers: {
      authors: (names: string) => `De som skriver: ${names}`,
      secretary: () => 'Nämndsekreteraren',
      managers: (names: string) => `Chefen för den besökta enheten: ${names}`,
      providers: (names: string) => `Chefen hos den privata utföraren: ${names}`,
      committee: () => 'Nämnden, nämndsekreteraren och kvalitetsansvarig',
      auditor: () => 'Revisorn',
      anybody: () => 'Den som begär ut det, efter prövning av sekretess',
    } satisfies { readonly [W in Reader['who']]: (names: string) => string },
    next: 'Det här händer sedan',
    steps: {
      'send-inside':
        'Först skickas utkastet till chefen för sakgranskning. Det lämnar inte myndigheten, så det är fortfarande ett utkast.',
      'send-outside':
        'Först skickas utkastet till chefen för sakgranskning. Det går till en privat utförare: det som skickas blir en allmän handling då.',
      'may-send-inside':
        'Utkastet kan skickas till chefen för sakgranskning. Det lämnar inte myndigheten, så det är fortfarande ett utkast.',
      'may-send-outside':
        'Utkastet kan skickas till chefen för sakgranskning. Det går i så fall till en privat utförare: det som skickas blir en allmän handling då.',
      waits: 'Chefen svarar, eller så går tiden ut. Under tiden är utkastet låst.',
      answered: 'Chefen har svarat. Författarna kan ändra i utkastet.',
      silence: 'Chefen har inte svarat i tid. Rapporten går vidare ändå.',
      finalise: 'När rapporten färdigställs blir den en allmän handling, med diarienummer. Nämnden kan läsa den då.',
      'to-managers': 'Den färdiga rapporten går till enhetens chef. Den lämnar inte myndigheten.',
      'to-provider': 'Den färdiga rapporten går till en privat utförare.',
      stays: 'Rapporten ändras inte mer. Är något fel görs en rättelse, och den här versionen finns kvar.',
      spoken: 'Rapporten lämnas vid sammanträdet.',
    } satisfies { readonly [S in NextStep]: string },
  },
  {
    heading: 'Draft or official document',
    tags: {
      draft: 'Draft',
      'in-check': 'Draft with the manager',
      dispatched: 'Dispatched, official document',
      official: 'Final, official document',
      delivered: 'Official document, sent to the manager',
      oral: 'Oral report',
    },
    facts: {
      draft: 'This is a draft. It is no official document yet.',
      'in-check':
        'This is a draft. The manager has it, who belongs to the same authority. It is no official document yet.',
      dispatched: 'What was sent to the private provider is an official document and is kept as it was sent.',
      official: 'This is an official document.',
      delivered: 'This is an official document, sent to the unit’s manager.',
      oral: 'The report is given orally at the meeting. What stands here is an official document.',
    },
    dispatchedOn: (day, number) => `Sent on ${day}, registration number ${number}.`,
    dispatchedDraft: 'What is written after that is a draft, until the report becomes final with the same number.',
    seenBy: 'Who can see it',
    readers: {
      authors: (names) => `Those who write: ${names}`,
      secretary: () => 'The committee secretary',
      managers: (names) => `The manager of the visited unit: ${names}`,
      providers: (names) => `The manager at the private provider: ${names}`,
      committee: () => 'The committee, its secretary and the quality officer',
      auditor: () => 'The auditor',
      anybody: () => 'Whoever asks for it, after a test of secrecy',
    },
    next: 'What happens next',
    steps: {
      'send-inside':
        'First the draft is sent to the manager for a factual check. It does not leave the authority, so it is still a draft.',
      'send-outside':
        'First the draft is sent to the manager for a factual check. It goes to a private provider: what is sent becomes an official document then.',
      'may-send-inside':
        'The draft can be sent to the manager for a factual check. It does not leave the authority, so it is still a draft.',
      'may-send-outside':
        'The draft can be sent to the manager for a factual check. It would go to a private provider: what is sent becomes an official document then.',
      waits: 'The manager answers, or the time ends. Meanwhile the draft is locked.',
      answered: 'The manager has answered. The authors can change the draft.',
      silence: 'The manager has not answered in time. The report goes on all the same.',
      finalise:
        'When the report is made final it becomes an official document, with a registration number. The committee can read it then.',
      'to-managers': 'The final report goes to the unit’s manager. It does not leave the authority.',
      'to-provider': 'The final report goes to a private provider.',
      stays: 'The report is not changed any more. If something is wrong a correction is made, and this version stays.',
      spoken: 'The report is given at the meeting.',
    },
  },
)
