import type { Language } from '../kernel/language.ts'
import type { LogHead, LogOwner, LogsVerified } from '../platform/audit-verification.ts'
import type { Database } from '../platform/db/database.ts'
import { type Arguments, type Command, exitCodes, WrongUse } from './command.ts'
import { formatOf, formatOption, printJson } from './format.ts'
import { languageOf, languageOption } from './language.ts'
import { verifyLogWords } from './verify-log-words.ts'

/** Reads the log of one or every municipality and says whether anybody has touched it. */
export const verifyLogCommand: Command = {
  name: 'verify-log',
  summary: 'Look through the log for rows that were changed, removed, added or moved.',
  maximum: 0,
  options: [
    {
      name: 'expect',
      value: 'HEAD',
      repeatable: true,
      help: 'an end that was kept from an earlier run: it must be there',
    },
    { name: 'municipality', value: 'SLUG', help: 'the log of this municipality alone' },
    formatOption,
    languageOption,
  ],
  details: [
    'The database is the one that the settings name: DATABASE_URL with SECRET_KEY, or DATA_DIR (default ./data). A server\n' +
      'that runs on DATA_DIR may go on running. Nothing is changed.',
    'The end of each log is printed. Keep it where nobody who rules the database can reach it, and give it with --expect\n' +
      'the next time: a log whose end was cut off and covered up looks whole without it.',
    'Content that was disposed of is no fault. The exit code is 0 when every log is whole and 1 when not.',
  ],
  run: async (given) => {
    const asked = readAsked(given)
    const [{ openExisting }, { readSettings }] = await Promise.all([
      import('../platform/db/open-existing.ts'),
      import('../platform/settings.ts'),
    ])
    const database = await openExisting(readSettings(process.env))
    const { owners, verified } = await verify(database, asked).finally(() => database.close())
    if (asked.format === 'json') printJson(asJson(owners, verified, asked.language))
    else console.log(asText(owners, verified, asked.language))
    return isWhole(verified) ? exitCodes.good : exitCodes.findings
  },
}

type Asked = {
  readonly expected: readonly LogHead[]
  readonly slug: string | undefined
  readonly format: ReturnType<typeof formatOf>
  readonly language: Language
}

function readAsked(given: Arguments): Asked {
  const expected = given.all('expect')
  const wrong = expected.find((head) => !/^\d+:[0-9a-f]{64}$/.test(head))
  if (wrong !== undefined) throw new WrongUse(`--expect is a number, a colon and 64 signs as printed, not "${wrong}"`)
  return { expected, slug: given.one('municipality'), format: formatOf(given), language: languageOf(given) }
}

async function verify(database: Database, { expected, slug }: Asked) {
  const { logOwners, verifyLogs } = await import('../platform/audit-verification.ts')
  const owners = await logOwners(database)
  const owner = owners.find((it) => it.slug === slug)
  if (slug !== undefined && owner === undefined) throw new WrongUse(`no municipality is called "${slug}"`)
  const verified = await verifyLogs(database, { expected, ...(owner && { municipalityId: owner.municipalityId }) })
  return { owners, verified }
}

function isWhole({ logs, missingHeads }: LogsVerified): boolean {
  return missingHeads.length === 0 && logs.every(({ faults }) => faults.length === 0)
}

/** A log with thousands of faults is as broken as one with these. */
const shownFaults = 100

function asText(owners: readonly LogOwner[], { logs, missingHeads }: LogsVerified, language: Language): string {
  const words = verifyLogWords[language]
  if (logs.length === 0) return words.none
  const lines = logs.flatMap((log) => {
    const owner = owners.find(({ municipalityId }) => municipalityId === log.municipalityId)
    const name = owner === undefined ? log.municipalityId : `${owner.name} (${owner.slug})`
    if (log.faults.length === 0) return [words.whole(name, log), `  ${words.keep(log.head)}`]
    const faults = log.faults.slice(0, shownFaults).map((fault) => `  ${words.fault(fault)}`)
    const more = log.faults.length - faults.length
    return [words.broken(name, log), ...faults, ...(more > 0 ? [`  ${words.more(more)}`] : [])]
  })
  return [...lines, ...missingHeads.map(words.missingHead)].join('\n')
}

function asJson(owners: readonly LogOwner[], { logs, missingHeads }: LogsVerified, language: Language): object {
  const words = verifyLogWords[language]
  return {
    format: 'namndkontakt/log-verification@1',
    language,
    whole: isWhole({ logs, missingHeads }),
    logs: logs.map(({ municipalityId, entries, disposed, head, faults }) => ({
      municipality: owners.find((it) => it.municipalityId === municipalityId)?.slug ?? municipalityId,
      entries,
      disposed,
      head,
      faults: faults.map((fault) => ({ row: fault.seq, kind: fault.kind, sentence: words.fault(fault) })),
    })),
    missingHeads: missingHeads.map((head) => ({ head, sentence: words.missingHead(head) })),
  }
}
