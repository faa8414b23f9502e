import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { audit, readAudit } from '../scripts/audit.mjs'

const cleanUps = []
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp()
})

/** What `npm audit --json` wrote of a package with a fault, and of one that needs it. */
const recorded = {
  auditReportVersion: 2,
  vulnerabilities: {
    inner: {
      name: 'inner',
      severity: 'high',
      isDirect: false,
      via: [
        {
          source: 1,
          name: 'inner',
          dependency: 'inner',
          title: 'Runs what it is sent',
          url: 'https://advisories.example/1',
          severity: 'high',
          cwe: ['CWE-94'],
          cvss: { score: 8.1, vectorString: 'CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:H' },
          range: '<1.2.0',
        },
      ],
      effects: ['outer'],
      range: '<1.2.0',
      nodes: ['node_modules/inner'],
      fixAvailable: true,
    },
    outer: {
      name: 'outer',
      severity: 'moderate',
      isDirect: true,
      via: ['inner'],
      effects: [],
      range: '*',
      nodes: ['node_modules/outer'],
      fixAvailable: false,
    },
  },
  metadata: { vulnerabilities: { info: 0, low: 0, moderate: 1, high: 1, critical: 0, total: 2 } },
}

describe('the answer of the registry', () => {
  it('names each package with a known vulnerability, those of weight apart', () => {
    expect(readAudit(JSON.stringify(recorded))).toEqual({
      answered: true,
      grave: ['high: inner <1.2.0 – Runs what it is sent (https://advisories.example/1)'],
      slight: ['moderate: outer * – through inner'],
    })
  })

  it('can be that nothing is known', () => {
    const output = JSON.stringify({ auditReportVersion: 2, vulnerabilities: {}, metadata: {} })
    expect(readAudit(output)).toEqual({ answered: true, grave: [], slight: [] })
  })

  it.each([
    [
      'a refusal',
      { message: '405 Method Not Allowed', method: 'POST', statusCode: 405, error: { summary: '' } },
      /405/,
    ],
    [
      'no way to it',
      { message: 'request failed', error: { code: 'ENOTFOUND', summary: 'no such host', detail: '' } },
      /no such host/,
    ],
    [
      'no lock file',
      { error: { code: 'ENOLOCK', summary: 'This command requires an existing lockfile.' } },
      /lockfile/,
    ],
    ['an empty object', {}, /no reason/],
    ['null', null, /no report/],
  ])('is no pass when it is %s', (_what, output, reason) => {
    expect(readAudit(JSON.stringify(output))).toEqual({ answered: false, reason: expect.stringMatching(reason) })
  })

  it.each([[''], ['<html>'], ['{"vulnerabilities":{']])('is no pass when it is %j', (output) => {
    expect(readAudit(output)).toMatchObject({ answered: false })
  })
})

/** A project that needs one package, and the computer's npm asking this registry. */
function aProject(registry) {
  const folder = mkdtempSync(join(tmpdir(), 'nk-audit-'))
  cleanUps.push(() => rmSync(folder, { recursive: true, force: true }))
  const packages = {
    '': { name: 'project', version: '1.0.0', dependencies: { needed: '1.0.0' } },
    'node_modules/needed': { version: '1.0.0', resolved: `${registry}needed/-/needed-1.0.0.tgz` },
  }
  writeFileSync(join(folder, 'package.json'), JSON.stringify(packages['']))
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ name: 'project', lockfileVersion: 3, packages }))
  const { npm_config_registry: _other, ...kept } = process.env
  return {
    folder,
    environment: {
      ...kept,
      npm_config_registry: registry,
      npm_config_cache: join(folder, 'cache'),
      npm_config_audit: '',
    },
  }
}

/** A registry on this computer that knows these faults of the package `needed`. */
async function aRegistry(advisories, status = 200) {
  const server = createServer((request, response) => {
    const versions = Object.fromEntries(['1.0.0', '2.0.0'].map((version) => [version, { name: 'needed', version }]))
    const answer = request.url.endsWith('/advisories/bulk')
      ? { needed: advisories }
      : { name: 'needed', 'dist-tags': { latest: '2.0.0' }, versions }
    request.resume().on('end', () => {
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(JSON.stringify(answer))
    })
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  cleanUps.push(() => new Promise((closed) => server.close(closed).closeAllConnections()))
  return `http://127.0.0.1:${server.address().port}/`
}

const advisory = {
  id: 7,
  url: 'https://advisories.example/7',
  title: 'Reads any file',
  severity: 'critical',
  vulnerable_versions: '<2.0.0',
}

describe('when a registry is asked', () => {
  it('a known vulnerability of weight is found', async () => {
    const found = await audit(aProject(await aRegistry([advisory])))
    expect(found).toEqual({
      answered: true,
      grave: [expect.stringMatching(/^critical: needed .*1\.\d.* – Reads any file/)],
      slight: [],
    })
  })

  it('one of less weight is told and is none of weight', async () => {
    const found = await audit(aProject(await aRegistry([{ ...advisory, severity: 'low' }])))
    expect(found).toMatchObject({ answered: true, grave: [], slight: [expect.stringContaining('low: needed')] })
  })

  it('nothing known is nothing found', async () => {
    expect(await audit(aProject(await aRegistry([])))).toEqual({ answered: true, grave: [], slight: [] })
  })

  it('one that refuses has not answered', async () => {
    const found = await audit(aProject(await aRegistry([], 403)))
    expect(found).toEqual({ answered: false, reason: 'the registry answered 403' })
  })

  it('one that nobody can reach has not answered', async () => {
    const address = await aRegistry([])
    await cleanUps.pop()()
    expect(await audit(aProject(address))).toMatchObject({ answered: false })
  })

  it('one that never says anything is given up', async () => {
    const server = createServer(() => undefined)
    await once(server.listen(0, '127.0.0.1'), 'listening')
    cleanUps.push(() => new Promise((closed) => server.close(closed).closeAllConnections()))
    const project = aProject(`http://127.0.0.1:${server.address().port}/`)
    expect(await audit({ ...project, within: 1500 })).toMatchObject({ answered: false })
  })
})
