import type { Day } from '../kernel/date.ts'
import { listItems, listMeetingRows, noteItemDone, noteNotification } from '../slices/meetings/index.ts'
import { at, monthlyMeetings, type Task } from './calendar.ts'
import type { Town } from './town.ts'

/**
 * Returns what the secretary notes after each meeting: papers notified (delgivna), and what was said. The latest one
 * is left for whoever tries the system.
 */
export function meetingTasks(
  town: Town,
  { secretary, meetsOn }: { readonly secretary: string; readonly meetsOn: number },
): readonly Task[] {
  const past = monthlyMeetings(town.from, town.today, meetsOn).filter(({ day }) => day < town.today)
  return past.slice(0, -1).map(({ day }) => at(day, '16:20', () => noteMeeting(town, secretary, day)))
}

async function noteMeeting(town: Town, secretary: string, day: Day): Promise<void> {
  const found = await town.read(async (tx, scope) => {
    const meeting = (await listMeetingRows(tx, scope)).find((it) => it.day === day)
    return meeting && { ...meeting, items: await listItems(tx, scope, meeting.id) }
  })
  if (found === undefined || found.items.length === 0) return
  const { id: meetingId, items } = found
  const by = town.actor(secretary)
  if (items.some(({ kind }) => kind === 'paper')) await town.run(by, noteNotification, { meetingId, paragraph: '§ 31' })
  const said = items.filter(({ kind }) => kind !== 'paper')
  for (const [index, { id }] of said.entries()) {
    await town.run(by, noteItemDone, { meetingId, itemId: id, paragraph: `§ ${32 + index}` })
  }
}
