import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type FeeRules, loadFeeRules } from '../../engine/index.ts'
import { addDays, type Day, dayFromIso } from '../../kernel/date.ts'
import { isAllowed, type Role, roles } from '../../kernel/permissions.ts'
import {
  type ApprovalChain,
  approversOf,
  delegableRoles,
  type DelegationFact,
  isInForce,
  mayApprove,
  roleName,
  wantedRoles,
} from './claims.approval.rules.ts'

const today = dayFromIso('2026-10-06')
const visitDay = dayFromIso('2026-05-04')

/** Fee rules that say this about approval, in force from the year of the visits on. */
function rulesSaying(approval: string): readonly FeeRules[] {
  const source = `
format: namndkontakt/fee-rules@1
id: attest
title: Attest
status: invented
source: { sv: Påhittat, en: Invented }
validity: { from: 2026-01-01 }
fees:
  - { kind: meeting, title: { sv: Arvode, en: Fee }, clause: § 1, rate: { form: flat, amount: 30000 } }
approval: ${approval}
`
  const loaded = loadFeeRules(source, 'attest.yaml')
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
  return [loaded.value]
}

const silent: readonly FeeRules[] = []
const stated = rulesSaying(
  '{ clause: § 2, by: { role: chair, title: { sv: Ordföranden, en: The chair } }, ownBy: { role: vice-chair, title: { sv: Förste vice ordföranden, en: First vice chair } } }',
)
const silentOfOwn = rulesSaying('{ clause: § 2, by: { role: chair, title: { sv: Ordföranden, en: The chair } } }')
const byOffice = rulesSaying(
  '{ clause: § 2, by: { role: head-of-office, title: { sv: Kanslichefen, en: The head of office } } }',
)

const held: Readonly<Record<string, readonly Role[]>> = {
  anna: ['politician'],
  bengt: ['politician'],
  karin: ['chair', 'politician'],
  erik: ['vice-chair', 'politician'],
  gustav: ['chair'],
  sara: ['secretary', 'approver'],
  dora: ['approver'],
}

function chainOf(
  feeRules: readonly FeeRules[],
  delegations: readonly Partial<DelegationFact>[] = [],
  without: readonly string[] = ['gustav'],
): ApprovalChain {
  const kept = Object.entries(held).filter(([name]) => !without.includes(name))
  return { today, feeRules, rolesOf: new Map(kept), delegations: delegations.map(aDelegation) }
}

function aDelegation(given: Partial<DelegationFact>, index: number): DelegationFact {
  return {
    id: `d${index}`,
    role: 'chair',
    fromPersonId: 'karin',
    toPersonId: 'dora',
    registeredById: 'sara',
    validFrom: today,
    validUntil: addDays(today, 30),
    isEnded: false,
    ...given,
  }
}

const claimOf = (claimantId: string, checkedById?: string) => ({ claimantId, visitDay, checkedById })
const said = (chain: ApprovalChain, claimantId: string, who: string, checkedById?: string) => {
  const answer = mayApprove(chain, claimOf(claimantId, checkedById), who)
  return answer.ok ? [answer.acting.as, answer.acting.delegationId ?? 'by role'].join(' ') : answer.code
}

describe('RAT-25 who approves, and in which role', () => {
  it.each([
    ['the chair, where rules are silent', silent, 'anna', 'karin', 'chair by role'],
    ['the vice chair, for the chair where rules are silent', silent, 'karin', 'erik', 'vice-chair by role'],
    ['the chair, for the vice chair', silent, 'erik', 'karin', 'chair by role'],
    ['not the chair, for herself', silent, 'karin', 'karin', 'claims.own-claim'],
    ['not the vice chair, for himself', silent, 'erik', 'erik', 'claims.own-claim'],
    ['not the vice chair, for a member', silent, 'anna', 'erik', 'claims.not-approver'],
    ['not a delegate without a delegation', silent, 'anna', 'dora', 'claims.not-approver'],
    ['the vice chair, whom the rules name for the chair', stated, 'karin', 'erik', 'vice-chair by role'],
    ['not the chair, where the rules name an office', byOffice, 'anna', 'karin', 'claims.not-approver'],
  ])('%s', (_, rules, claimant, who, outcome) => {
    expect(said(chainOf(rules), claimant, who)).toBe(outcome)
  })

  it('another in the chair approves the chair’s own where rules do not say who, and not where they do', () => {
    const of = (rules: readonly FeeRules[]) => said(chainOf(rules, [], []), 'karin', 'gustav')
    expect([of(silent), of(silentOfOwn), of(stated)]).toEqual(['chair by role', 'chair by role', 'claims.chairs-own'])
  })

  it('holds the rules in force on the visit’s day', () => {
    const chain = chainOf(byOffice)
    const earlier = { claimantId: 'anna', visitDay: dayFromIso('2025-12-31') }
    expect(wantedRoles(chain, earlier).map(({ role }) => role)).toEqual(['chair'])
    expect(wantedRoles(chain, claimOf('anna')).map(({ role }) => role)).toEqual(['head-of-office'])
  })

  it('whoever checked does not approve, not by a delegation either', () => {
    const chain = chainOf(silent, [{ toPersonId: 'sara' }])
    expect(said(chain, 'anna', 'sara')).toBe('chair d0')
    expect(said(chain, 'anna', 'sara', 'sara')).toBe('claims.checked-by-you')
    expect(said(chain, 'anna', 'karin', 'karin')).toBe('claims.checked-by-you')
  })
})

describe('RAT-25 by delegation', () => {
  it.each<[string, Partial<DelegationFact>, string, string]>([
    ['of the chair', {}, 'anna', 'chair d0'],
    ['that the committee decided', { fromPersonId: null }, 'anna', 'chair d0'],
    ['on its first day', { validFrom: today }, 'anna', 'chair d0'],
    ['the day before its first', { validFrom: addDays(today, 1) }, 'anna', 'claims.delegation-ahead'],
    ['on its last day', { validFrom: addDays(today, -9), validUntil: addDays(today, 1) }, 'anna', 'chair d0'],
    ['the day after its last', { validFrom: addDays(today, -9), validUntil: today }, 'anna', 'claims.delegation-over'],
    ['that has been ended', { isEnded: true }, 'anna', 'claims.delegation-over'],
    ['from somebody who has left the chair', { fromPersonId: 'bengt' }, 'anna', 'claims.delegation-lapsed'],
    [
      'from the one whose claim it is',
      { role: 'vice-chair', fromPersonId: 'karin' },
      'karin',
      'claims.delegation-from-claimant',
    ],
    [
      'that the claimant has registered',
      { role: 'vice-chair', fromPersonId: null, registeredById: 'karin' },
      'karin',
      'claims.delegation-from-claimant',
    ],
    ['of the chair, for the chair’s own', { fromPersonId: null }, 'karin', 'claims.chairs-own'],
    ['of the vice chair, for the chair’s own', { role: 'vice-chair', fromPersonId: 'erik' }, 'karin', 'vice-chair d0'],
    ['of the vice chair, for a member', { role: 'vice-chair', fromPersonId: 'erik' }, 'anna', 'claims.not-approver'],
    ['for the delegate’s own', {}, 'dora', 'claims.own-claim'],
  ])('%s', (_, delegation, claimant, outcome) => {
    expect(said(chainOf(silent, [delegation]), claimant, 'dora')).toBe(outcome)
  })

  it('the deputy’s own are the chair’s to approve', () => {
    expect(said(chainOf(silent, [{ toPersonId: 'bengt' }]), 'bengt', 'karin')).toBe('chair by role')
  })

  it('a good delegation is used where another has run out', () => {
    const chain = chainOf(silent, [{ isEnded: true }, { fromPersonId: null }])
    expect(said(chain, 'anna', 'dora')).toBe('chair d1')
  })

  it('what fee rules name and the product has no role for is held by delegation alone', () => {
    const chain = chainOf(byOffice, [{ role: 'head-of-office', fromPersonId: null }])
    expect(said(chain, 'anna', 'dora')).toBe('head-of-office d0')
    expect(approversOf(chain, claimOf('anna')).map(({ personId }) => personId)).toEqual(['dora'])
    expect(delegableRoles(byOffice).map(({ role }) => role)).toEqual(['chair', 'vice-chair', 'head-of-office'])
    expect(roleName('head-of-office', byOffice, 'sv')).toBe('Kanslichefen')
    expect(roleName('vice-chair', byOffice, 'sv')).toBe('Vice ordföranden')
  })

  it('fee rules that call theirs what delegates are called let no delegate in by that', () => {
    const chain = chainOf(
      rulesSaying('{ clause: § 2, by: { role: approver, title: { sv: Attestanten, en: The approver } } }'),
    )
    expect(said(chain, 'anna', 'dora')).toBe('claims.not-approver')
  })
})

const people = ['a', 'b', 'c', 'd', 'e']
const someRoles = fc.uniqueArray(fc.constantFrom(...roles), { maxLength: 3 })
const near = (least: number, most: number) =>
  fc.integer({ min: least, max: most }).map((it) => addDays(today, it) as Day)
const arbitraryChain = fc.record({
  feeRules: fc.constantFrom(silent, stated, silentOfOwn, byOffice),
  rolesOf: fc.tuple(...people.map((name) => someRoles.map((it) => [name, it] as const))).map((all) => new Map(all)),
  delegations: fc.array(
    fc.record({
      id: fc.uuid(),
      role: fc.constantFrom('chair', 'vice-chair', 'head-of-office'),
      fromPersonId: fc.constantFrom(null, ...people),
      toPersonId: fc.constantFrom(...people),
      registeredById: fc.constantFrom(...people),
      validFrom: near(-3, 1),
      validUntil: near(0, 3),
      isEnded: fc.boolean(),
    }),
    { maxLength: 6 },
  ),
})
const arbitraryClaim = fc.record({
  claimantId: fc.constantFrom(...people),
  checkedById: fc.constantFrom(undefined, ...people),
  visitDay: fc.constant(visitDay),
})

describe('whatever roles and delegations there are', () => {
  it('RAT-25 nobody approves their own, nor what they checked, nor on the claimant’s own delegation', () => {
    fc.assert(
      fc.property(arbitraryChain, arbitraryClaim, fc.constantFrom(...people), (given, claim, who) => {
        const chain: ApprovalChain = { today, ...given }
        const answer = mayApprove(chain, claim, who)
        if (!answer.ok) return
        expect(who).not.toBe(claim.claimantId)
        expect(who).not.toBe(claim.checkedById)
        const { as, delegationId } = answer.acting
        expect(wantedRoles(chain, claim).map(({ role }) => role)).toContain(as)
        if (delegationId === undefined) {
          expect(given.rolesOf.get(who)).toContain(as)
          return
        }
        const used = given.delegations.find(({ id }) => id === delegationId)
        expect(used && isInForce(used, today)).toBe(true)
        expect(used).toMatchObject({ toPersonId: who, role: as })
        expect([used?.fromPersonId, used?.registeredById]).not.toContain(claim.claimantId)
      }),
      { numRuns: 2000 },
    )
  })

  it('RAT-25 a claim that somebody may approve has that one among its approvers, and nobody else', () => {
    fc.assert(
      fc.property(arbitraryChain, arbitraryClaim, (given, claim) => {
        const chain: ApprovalChain = { today, ...given }
        const able = people.filter(
          (who) => mayApprove(chain, claim, who).ok && isAllowed(given.rolesOf.get(who) ?? [], 'claims:approve'),
        )
        expect(approversOf(chain, claim).map(({ personId }) => personId)).toEqual(able)
        // The chair is there for everybody but themselves, whatever is delegated.
        const chairs = people.filter((who) => given.rolesOf.get(who)?.includes('chair'))
        const free = chairs.filter((who) => who !== claim.claimantId && who !== claim.checkedById)
        if (given.feeRules === silent && free.length > 0) expect(able).toEqual(expect.arrayContaining(free))
      }),
      { numRuns: 2000 },
    )
  })
})
