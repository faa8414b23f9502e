import type { Day } from '../../kernel/date.ts'
import type { CommandContext } from '../../platform/command.ts'
import { registerFor } from '../people/index.ts'

/** Writes down that the secretary did this for a person who phoned in, and has the person told. */
export async function registerForVisit(
  context: CommandContext,
  visit: { readonly id: string; readonly day: Day; readonly units: readonly { readonly name: string }[] },
  done: { readonly personId: string; readonly kind: 'answer' | 'booking' | 'attendance' },
): Promise<void> {
  const about = visit.units.map(({ name }) => name).join(', ')
  await registerFor(context, { ...done, subject: { type: 'visit', id: visit.id }, about, aboutDay: visit.day })
}
