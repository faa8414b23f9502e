import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startServer } from '../tests/journeys/support/a-server.ts'
import { linksOf } from '../tests/support/forms.ts'
import type { Row } from './rows.ts'

const committee = '/hedemora/omsorgsnamnden'
const opened = 200
const most = 100

/** Opens a final report of the demonstration over HTTP, as a politician does, one time after another. */
export async function benchReportPage(): Promise<readonly Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'))
  const server = await startServer(folder)
  try {
    const cookie = await signIn(server.address)
    const open = async (path: string) => {
      const answer = await fetch(`${server.address}${path}`, { headers: { cookie } })
      if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`)
      return answer.text()
    }
    const report = linksOf(await open(`${committee}/rapporter`)).find((link) =>
      /\/rapporter\/[0-9a-f-]{36}$/.test(link),
    )
    if (report === undefined) throw new Error('there is no final report to open')
    const rows: Row[] = []
    for (const [name, path] of [
      ['report page', report],
      ['report list', `${committee}/rapporter`],
    ] as const) {
      for (let warm = 0; warm < 20; warm++) await open(path)
      const times: number[] = []
      for (let time = 0; time < opened; time++) {
        const start = performance.now()
        await open(path)
        times.push(performance.now() - start)
      }
      const value = times.toSorted((one, other) => one - other)[Math.floor(opened * 0.95)] ?? Number.NaN
      rows.push({ name: `${name}, 95 of 100`, value, unit: 'ms', must: `< ${most} ms`, met: value < most })
    }
    return rows
  } finally {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Signs in as the first politician of the demonstration. Returns the cookie. */
async function signIn(address: string): Promise<string> {
  const page = await (await fetch(`${address}${committee}/prova`)).text()
  const form = /<form\b[^>]*action="([^"]+)"[^>]*>(?:(?!<\/form>).)*?name="personId" value="([^"]+)"/s.exec(page)
  if (form === null) throw new Error('the demonstration offers nobody to sign in as')
  const [, action = '', person = ''] = form
  const answer = await fetch(`${address}${action}`, {
    method: 'POST',
    headers: { origin: address },
    body: new URLSearchParams({ personId: person }),
    redirect: 'manual',
  })
  return answer.headers
    .getSetCookie()
    .map((it) => it.split(';')[0])
    .join('; ')
}
