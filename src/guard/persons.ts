import { type Match, phrases } from './phrases.ts'
import { onePerson, onePronoun, oneWorker, workers } from './roles.ts'
import type { Sentence } from './words.ts'

const findPersons = phrases(onePerson)
const findPronouns = phrases(onePronoun)
const findRooms = phrases('i/på rum _, i/på rummet _, i lägenhet _')
const findWorkers = phrases(oneWorker)
const findAllWorkers = phrases(workers)
const findGeneral =
  phrases(`utbild*, rutin*, kurs*, föreläs*, inriktning*, temadag*, tema, statistik*, riktlinje*, förebygg*, handlingsplan*, i allmänhet, generellt, många, flertalet,
  policy*, information*, broschyr*, vägledning*, program*, projekt*, forsk*`)

/** Who a sentence speaks of, gathered once for all that is asked of it. */
export type People = {
  /** One person who is met or cared for, or a name. */
  readonly persons: readonly Match[]
  /** The same, and pronouns. */
  readonly anyone: readonly Match[]
  readonly worker: readonly Match[]
  /** The same first, then those who work there together. */
  readonly workers: readonly Match[]
  /** Words that say that a matter is spoken of in general. */
  readonly general: readonly Match[]
}

/** Returns who the sentence speaks of. */
export function peopleIn({ words, names }: Sentence): People {
  const named = names.map((it) => ({ first: it, last: it }))
  const persons = [...findPersons(words), ...findRooms(words), ...named]
  const worker = findWorkers(words)
  return {
    persons,
    anyone: [...persons, ...findPronouns(words)],
    worker,
    workers: [...worker, ...findAllWorkers(words)],
    general: findGeneral(words),
  }
}
