import { expect, test } from 'vitest'
import { anApp } from '../../../tests/support/app.ts'
import { must } from '../../../tests/support/cast.ts'
import { adoptRules } from '../../../tests/support/guideline-of.ts'
import { nothingAdopted } from '../../../tests/support/unseen.ts'
import { execute } from '../../platform/command.ts'
import { listMailbox } from '../../platform/mail.ts'
import { bookVisit } from './index.ts'

const textOf = async (answer: Response | Promise<Response>) =>
  (await (await answer).text()).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')

test('the pages lead from the request to the decision, with the year and the latest delegation', async () => {
  const town = await anApp({ slug: 'begaran', ...nothingAdopted })
  const { cast, database, clock } = town
  await adoptRules({ database, clock }, cast, [
    ['visits.initiator', 'by: politician'],
    ['visits.extra-decision', 'beyond: 1, decidedBy: chair'],
  ])
  const book = async (day: string) => {
    const booking = { units: cast.units.solgarden, day, start: '13.00', end: '15.00', seen: 'yes' }
    return (await must(execute({ database, clock }, cast.as('anna'), bookVisit, booking))).id
  }
  await book('2026-11-10')
  const [second, third] = [await book('2026-11-11'), await book('2026-11-12')]
  const { anna } = cast.people

  expect(await textOf(town.get('anna', `/besok/${second}`))).toContain('Inte begärt än')
  expect(await textOf(town.get('anna', '/'))).toContain('Be om beslut om besöket på Solgården')
  const asked = { about: 'extra-visit', person: anna, reason: 'Boenderådet vill träffas' }
  const empty = await town.post('anna', `/besok/${second}/begaran`, { ...asked, reason: '' })
  expect(empty.status).toBe(422)
  expect(await textOf(empty)).toContain('Skriv varför.')
  expect((await town.post('anna', `/besok/${second}/begaran`, asked)).status).toBe(303)
  // Those who can decide are told at once, and nobody else.
  await town.workOff()
  const letters = await database.read(cast, (tx) => listMailbox(tx))
  const told = letters.filter(({ subject }) => subject === 'Ett beslut behövs om besöket på Solgården')
  expect(told.map(({ personId }) => personId).sort()).toEqual([cast.people.chair, cast.people.viceChair].sort())
  // Whoever booked it asks for the others next; one for whom it takes no decision has nothing to ask for.
  expect(await textOf(town.get('anna', `/besok/${second}/begaran`))).toContain('för Bengt Exempel och behöver')
  expect(await textOf(town.get('cecilia', `/besok/${second}/begaran`))).toContain('Det finns inget att be om här.')

  const page = await textOf(town.get('chair', `/besok/${second}/beslut`))
  for (const shown of ['Boenderådet vill träffas', 'Begärt av Anna Exempel', 'Besök 2026: Anna Exempel', '§ 3'])
    expect(page).toContain(shown)
  expect(page).toContain('2 11 november 2026 Solgården Väntar på chefen (det här besöket)')
  const yes = { about: 'extra-visit', person: anna, granted: 'yes', delegation: 'Delegation 7.2', reason: 'Ja' }
  expect((await town.post('chair', `/besok/${second}/beslut`, { ...yes, version: '2' })).status).toBe(303)
  expect(await (await town.get('chair', `/besok/${third}/beslut`)).text()).toContain('Delegation 7.2')
  expect((await town.get('anna', `/besok/${second}/beslut`)).status).toBe(403)
})
