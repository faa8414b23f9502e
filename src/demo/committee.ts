import type { Day } from '../kernel/date.ts'
import type { Bloc } from '../engine/index.ts'
import type { Role } from '../kernel/permissions.ts'
import type { Task } from './calendar.ts'
import type { Town } from './town.ts'

export type DemoUnit = {
  readonly name: string
  readonly kind: string
  readonly area?: string
  readonly operatedBy?: 'private'
  readonly location: string
  /** Its manager has agreed to receive contact politicians. */
  readonly consent?: true
  readonly relativesCouncil?: true
  readonly missionDescription?: string
  readonly manager: string
}

export type DemoPolitician = {
  readonly name: string
  readonly bloc: Bloc
  readonly party: string
  readonly seat?: 'substitute'
  /** Holds the chair too, under this title. */
  readonly chairTitle?: string
  /** Approves as vice chair what is the chair's own, under this title. */
  readonly viceTitle?: string
}

/** A committee of the demonstration: everything is made up but the guideline. */
export type DemoCommittee = {
  readonly municipality: { readonly slug: string; readonly name: string }
  readonly committee: { readonly slug: string; readonly name: string }
  /** A line about it for the landing page. */
  readonly about: string
  /** Names of files in `guidelines/`, `interpretations/` and `fee-rules/`, without their ending. */
  readonly guideline: string
  readonly interpretations?: string
  readonly feeRules: string
  /** A second file of fee rules, for what is paid beside the fee. */
  readonly besideTheFee?: string
  /** No visit is older than this: an earlier guideline held then. */
  readonly notBefore?: Day
  /** Monday is 1. */
  readonly meetsOn: number
  readonly areas?: readonly string[]
  readonly units: readonly DemoUnit[]
  readonly politicians: readonly DemoPolitician[]
  readonly officers: {
    readonly [R in Extract<Role, 'secretary' | 'fee-officer' | 'quality-officer' | 'administrator' | 'auditor'>]: string
  }
  /** What payroll calls the kinds of fee. */
  readonly payTypes: readonly PayType[]
  /** Appoints the contact politicians. */
  readonly appoint: (town: Town) => Promise<void>
  /** Returns everything that is done in the two years, in any order. */
  readonly happenings: (town: Town) => readonly Task[]
}

export type PayType = {
  readonly feeKind: string
  readonly payType: string
  readonly label: string
  readonly costCentre: string
}
