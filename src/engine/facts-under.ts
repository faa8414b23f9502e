import type { Day } from '../kernel/date.ts'
import { compile, type CompileInput } from './compile.ts'
import { type Facts, indexProgramme } from './facts.ts'
import { standingBy } from './meant.ts'
import type { Programme } from './programme.ts'

/**
 * Returns the programme's facts, indexed, under the rules of each day: those who are contact politicians without an
 * appointment, because everybody is, are among those appointed.
 */
export function factsUnder(
  { guidelines, interpretations }: Pick<CompileInput, 'guidelines' | 'interpretations'>,
  programme: Programme,
  today: Day,
): Facts {
  const timeline = compile({ guidelines, interpretations, committee: programme.committee })
  return indexProgramme(programme, today, [], standingBy(timeline))
}
