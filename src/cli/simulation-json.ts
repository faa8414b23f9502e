import { type Day, isoFromDay } from '../kernel/date.ts'
import type { Kept, Simulation } from '../engine/index.ts'
import type { Telling } from './simulation-telling.ts'

/** Returns the simulation as plain data for other programs: days as YYYY-MM-DD, amounts in whole öre. Described in docs/cli.md. */
export function simulationJson(simulation: Simulation, { data }: Telling, today: Day): object {
  const told = ({ count, items }: Kept<object>) => ({ count, items: items.map((item) => data.get(item)) })
  return {
    format: 'namndkontakt/simulation@1',
    today: isoFromDay(today),
    ...simulation,
    appeared: told(simulation.appeared),
    disappeared: told(simulation.disappeared),
    fees: told(simulation.fees),
  }
}
