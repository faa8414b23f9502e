import { z } from 'zod'
import type { Day } from '../../kernel/date.ts'
import { done } from '../../kernel/result.ts'
import { command } from '../../platform/command.ts'
import { newId } from '../../platform/ids.ts'
import { addAreas, addCommittee, addMeetings, addUnits } from './directory.store.ts'

const day = z.custom<Day>((value) => Number.isSafeInteger(value))
const text = z.string().min(1).max(200)

/** Registers the committee whose id the scope names, with its term of office. */
export const registerCommittee = command({
  name: 'directory.register-committee',
  allow: 'system',
  input: z.strictObject({ slug: text, name: text, termFrom: day, termUntil: day }),
  run: async ({ tx, scope, note }, input) => {
    await addCommittee(tx, { ...input, id: scope.committeeId, municipalityId: scope.municipalityId })
    note({ type: 'committee', id: scope.committeeId })
    return done({ id: scope.committeeId })
  },
})

/** Registers areas, and units with the area they lie in by name. Returns the ids by name. */
export const registerUnits = command({
  name: 'directory.register-units',
  allow: 'system',
  input: z.strictObject({
    areas: z.array(text).default([]),
    units: z.array(
      z.strictObject({
        name: text,
        kind: text,
        area: text.optional(),
        operatedBy: z.enum(['municipality', 'private']).default('municipality'),
        location: z.string().max(200).default(''),
        consentOn: day.optional(),
        relativesCouncil: z.boolean().default(false),
        missionDescription: z.string().max(2000).default(''),
        validFrom: day,
      }),
    ),
  }),
  run: async ({ tx, scope, note }, { areas, units }) => {
    const areaIds = new Map(areas.map((name) => [name, newId()]))
    const unitIds = new Map(units.map(({ name }) => [name, newId()]))
    await addAreas(
      tx,
      scope,
      [...areaIds].map(([name, id]) => ({ id, name })),
    )
    await addUnits(
      tx,
      scope,
      units.map(({ area, ...unit }) => ({ ...unit, id: unitIds.get(unit.name), areaId: area && areaIds.get(area) })),
    )
    for (const id of unitIds.values()) note({ type: 'unit', id })
    return done({ areaIds, unitIds })
  },
})

/** Puts meetings with their papers deadlines in the committee's calendar. */
export const registerMeetings = command({
  name: 'directory.register-meetings',
  allow: 'system',
  input: z.strictObject({
    meetings: z.array(z.strictObject({ day, papersDeadline: day, place: z.string().max(200).default('') })),
  }),
  run: async ({ tx, scope, note, announce }, { meetings }) => {
    const rows = meetings.map((meeting) => ({ ...meeting, id: newId() }))
    await addMeetings(tx, scope, rows)
    for (const { id } of rows) note({ type: 'meeting', id })
    announce({ name: 'directory.meetings-registered', ids: {} })
    return done({ ids: rows.map(({ id }) => id) })
  },
})
