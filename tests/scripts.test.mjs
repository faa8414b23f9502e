import { describe, expect, it } from 'vitest'
import { isAccepted, licenceFaults } from '../scripts/licences.mjs'
import { coverage, idsOf } from '../scripts/requirements.mjs'

describe('the list of requirements', () => {
  it('is read from the first cell of each table row', () => {
    const page = '# Title\n| ID | What |\n|---|---|\n| HED-01 | Shown |\n| SON-06 | Learnt, see HED-09 |\n'
    expect(idsOf(page)).toEqual(['HED-01', 'SON-06'])
  })

  it('counts every test whose title, or a group around it, names the requirement', () => {
    const titles = ['HED-01 shows the owner', 'HED-01 and HED-02 together', 'visits > HED-02: HED-02 again']
    const { counts, untested, unknown } = coverage(['HED-01', 'HED-02'], titles)
    expect([...counts]).toEqual([
      ['HED-01', 2],
      ['HED-02', 2],
    ])
    expect({ untested, unknown }).toEqual({ untested: [], unknown: [] })
  })

  it('tells a requirement without a test, and a test for a requirement nobody has explained', () => {
    const { untested, unknown } = coverage(['HED-01', 'HED-02'], ['HED-02 holds', 'HED-99 holds'])
    expect({ untested, unknown }).toEqual({ untested: ['HED-01'], unknown: ['HED-99'] })
  })
})

describe('the licence of a package', () => {
  it.each([
    ['MIT', true],
    ['MIT License', true],
    ['My MIT License', false],
    ['(MIT OR GPL-3.0-only)', true],
    ['MIT AND OFL-1.1', true],
    ['MIT AND GPL-3.0-only', false],
    ['AGPL-3.0-only', false],
    ['SEE LICENSE IN LICENSE.md', false],
  ])('%s is accepted: %s', (licence, accepted) => {
    expect(isAccepted(licence)).toBe(accepted)
  })

  it('is named with the package when it is missing or not accepted', () => {
    const packages = {
      '': { version: '1.0.0' },
      'node_modules/good': { version: '1.0.0', license: 'MIT' },
      'node_modules/a/node_modules/bad': { version: '2.0.0', license: 'BUSL-1.1' },
      'node_modules/silent': { version: '3.0.0' },
    }
    expect(licenceFaults(packages)).toEqual(['bad@2.0.0: BUSL-1.1', 'silent@3.0.0: no licence'])
  })
})
