import { z } from 'zod'
import {
  adopt,
  adoptedBy,
  type Guideline,
  loadFeeRules,
  loadGuideline,
  parseAnswer,
  placed,
  versionProblems,
} from '../../engine/index.ts'
import type { Day } from '../../kernel/date.ts'
import { done, refuse } from '../../kernel/result.ts'
import { command } from '../../platform/command.ts'
import { newId } from '../../platform/ids.ts'
import { announce as announceTo } from '../../platform/outbox.ts'
import { getMeeting } from '../directory/index.ts'
import { adoptionForm, answerForm, reviewForm } from './guidelines.forms.ts'
import {
  addAdoption,
  addFeeRules,
  addInterpretation,
  addReview,
  addVersion,
  committeeIds,
  getVersion,
  isAnswered,
  lockVersion,
} from './guidelines.store.ts'
import { guidelineOf, type Rulebook, rulesInForce } from './rulebook.store.ts'

const file = z.strictObject({ source: z.string().min(1).max(200_000), name: z.string().min(1).max(200) })

/** Other rules hold in the committee, perhaps from a day that has been: what rests on them is seen to. */
const rulesChanged = { name: 'guidelines.rules-changed', ids: {} } as const

/** Saves a guideline file as a version of the committee's. A file with a mistake is refused whole, with every problem. */
export const saveGuideline = command({
  name: 'guidelines.save',
  allow: 'system',
  input: file,
  run: async ({ tx, scope, now, note, announce }, { source, name }) => {
    const loaded = loadGuideline(source, name)
    if (!loaded.ok) return refuse('guidelines.file-has-mistakes', { problems: loaded.problems })
    const overlaps = overlapsOf(await rulesInForce(tx, scope), loaded.value)
    if (overlaps.length > 0) return refuse('guidelines.file-has-mistakes', { problems: placed(source, name, overlaps) })
    const id = newId()
    await addVersion(tx, {
      id,
      municipalityId: scope.municipalityId,
      committeeId: scope.committeeId,
      key: loaded.value.id,
      title: loaded.value.title,
      source,
      savedAt: now,
    })
    note({ type: 'guideline', id }, { key: loaded.value.id })
    announce(rulesChanged)
    return done({ id })
  },
})

/** Saves a fee-rules file of the municipality. A file with a mistake is refused whole, with every problem. */
export const saveFeeRules = command({
  name: 'guidelines.save-fee-rules',
  allow: 'system',
  input: file,
  run: async ({ tx, scope, now, note }, { source, name }) => {
    const loaded = loadFeeRules(source, name)
    if (!loaded.ok) return refuse('guidelines.file-has-mistakes', { problems: loaded.problems })
    const id = newId()
    await addFeeRules(tx, {
      id,
      municipalityId: scope.municipalityId,
      key: loaded.value.id,
      title: loaded.value.title,
      source,
      savedAt: now,
    })
    note({ type: 'fee-rules', id }, { key: loaded.value.id })
    const { municipalityId } = scope
    for (const committeeId of await committeeIds(tx))
      await announceTo(tx, { ...rulesChanged, municipalityId, committeeId })
    return done({ id })
  },
})

/** Registers that the committee has adopted a proposal. From the day it holds, visits can be booked under it. */
export const adoptGuideline = command({
  name: 'guidelines.adopt',
  allow: 'guideline:adopt',
  input: adoptionForm,
  run: async ({ tx, scope, now, note, announce }, input) => {
    const { versionId, meetingId, paragraph, registrationNumber, validFrom } = input
    await lockVersion(tx, scope, versionId)
    const version = await getVersion(tx, scope, versionId)
    if (version.adoption !== undefined || (await guidelineOf(tx, version)).status === 'adopted') {
      return refuse('guidelines.already-adopted', {})
    }
    const meeting = meetingId === undefined ? undefined : await getMeeting(tx, scope, meetingId)
    const decidedOn = meeting?.day ?? input.decidedOn
    if (decidedOn === undefined) throw new Error('The form asks for the meeting or its day')
    if (input.decidedOn !== undefined && input.decidedOn !== decidedOn)
      return refuse('guidelines.other-day-than-meeting', {}, 'decidedOn')
    if (decidedOn > scope.today)
      return refuse('guidelines.decided-in-the-future', {}, meeting === undefined ? 'decidedOn' : 'meetingId')
    if (validFrom < decidedOn) return refuse('guidelines.holds-before-decision', {}, 'validFrom')
    const rules = await rulesInForce(tx, scope)
    const overlap = overlapOf(rules, version.key, { on: decidedOn, paragraph, from: validFrom })
    if (overlap !== undefined) return refuse(overlap.code, { other: overlap.other }, 'validFrom')
    await addAdoption(tx, {
      municipalityId: scope.municipalityId,
      guidelineVersionId: versionId,
      decidedOn,
      meetingId,
      paragraph,
      registrationNumber,
      validFrom,
      registeredAt: now,
      registeredBy: actor(scope.personId),
    })
    note({ type: 'guideline', id: versionId }, { decidedOn, meetingId, paragraph, registrationNumber, validFrom })
    announce(rulesChanged)
    return done({ id: versionId })
  },
})

/** Registers that a guideline has been reviewed, or a trial evaluated, and what came of it. */
export const registerReview = command({
  name: 'guidelines.register-review',
  allow: 'guideline:adopt',
  input: reviewForm,
  run: async ({ tx, scope, now, note }, { versionId, reviewedOn, paragraph, outcome }) => {
    await lockVersion(tx, scope, versionId)
    const version = await getVersion(tx, scope, versionId)
    const guideline = await guidelineOf(tx, version)
    if (version.adoption === undefined && guideline.status !== 'adopted')
      return refuse('guidelines.not-adopted-yet', {}, 'reviewedOn')
    if (reviewedOn > scope.today) return refuse('guidelines.reviewed-in-the-future', {}, 'reviewedOn')
    const others = [...guideline.document.reviews, ...version.reviews]
    if (others.some(({ on }) => on === reviewedOn)) return refuse('guidelines.already-reviewed', {}, 'reviewedOn')
    const id = newId()
    await addReview(tx, {
      id,
      municipalityId: scope.municipalityId,
      guidelineVersionId: versionId,
      reviewedOn,
      paragraph,
      outcome,
      registeredAt: now,
      registeredBy: actor(scope.personId),
    })
    note({ type: 'guideline', id: versionId }, { review: id, reviewedOn, paragraph })
    return done({ id })
  },
})

/** Returns how an adopted version overlaps with those there are. */
function overlapsOf({ guidelines, interpretations }: Rulebook, version: Guideline) {
  return versionProblems([...adoptedBy(guidelines, interpretations), version]).filter(
    (it) => it.guideline === version.id || it.other === version.id,
  )
}

/** Returns why the adoption cannot hold beside the versions there are: on a day one of them holds. */
function overlapOf({ guidelines, interpretations }: Rulebook, key: string, adoption: Parameters<typeof adopt>[1]) {
  const all = adoptedBy(guidelines, interpretations)
  const ends = all.find(({ id }) => id === key)?.validity?.until
  if (ends !== undefined && ends <= adoption.from) return { code: 'guidelines.ends-before-it-begins', other: key }
  const problem = versionProblems(all.map((it) => (it.id === key ? adopt(it, adoption) : it))).find(
    (it) => it.guideline === key || it.other === key,
  )
  if (problem === undefined) return undefined
  return {
    code: problem.path.includes('until') ? 'guidelines.overlaps' : 'guidelines.begins-with-another',
    other: problem.guideline === key ? problem.other : problem.guideline,
  }
}

/** Registers the committee's answer to what its guideline leaves open, from the day it begins to hold. */
export const answerSilence = command({
  name: 'guidelines.answer-silence',
  allow: 'guideline:interpret',
  input: answerForm,
  run: async ({ tx, scope, note, announce }, input) => {
    await lockVersion(tx, scope, input.versionId)
    const version = await getVersion(tx, scope, input.versionId)
    const answer = parseAnswer(await guidelineOf(tx, version), input.silenceId, typedAnswer(input.answer))
    if (!answer.ok) return refuse('guidelines.answer-not-allowed', answer.facts, 'answer')
    if (input.decidedOn > scope.today) return refuse('guidelines.decided-in-the-future', {}, 'decidedOn')
    if (isAnswered(version, input.silenceId, input.validFrom))
      return refuse('guidelines.already-answered', {}, 'validFrom')
    const id = newId()
    const { versionId, silenceId, decidedBy, decidedOn, paragraph, validFrom } = input
    await addInterpretation(tx, {
      id,
      municipalityId: scope.municipalityId,
      guidelineVersionId: versionId,
      silenceId,
      answer: answer.value,
      decidedBy,
      decidedOn,
      paragraph,
      validFrom,
    })
    note({ type: 'guideline', id: versionId }, { interpretation: id, silenceId, validFrom })
    announce(rulesChanged)
    return done({ id })
  },
})

const day = z.custom<Day>((value) => Number.isSafeInteger(value))

/** Registers answers that are made up for the demonstration; they are marked as such wherever they are used. */
export const inventAnswers = command({
  name: 'guidelines.invent-answers',
  allow: 'system',
  input: z.strictObject({
    versionId: z.uuid(),
    answers: z.array(
      z.strictObject({
        silence: z.string(),
        answer: z.union([z.string(), z.number(), z.boolean()]),
        decidedBy: z.string(),
        on: day,
        paragraph: z.string().default(''),
        from: day,
        note: z.string().default(''),
      }),
    ),
  }),
  run: async ({ tx, scope, note, announce }, { versionId, answers }) => {
    const version = await getVersion(tx, scope, versionId)
    for (const { silence, answer, decidedBy, on, paragraph, from, note: remark } of answers) {
      const parsed = parseAnswer(await guidelineOf(tx, version), silence, answer)
      if (!parsed.ok) return refuse('guidelines.answer-not-allowed', parsed.facts)
      await addInterpretation(tx, {
        municipalityId: scope.municipalityId,
        guidelineVersionId: versionId,
        silenceId: silence,
        answer: parsed.value,
        decidedBy,
        decidedOn: on,
        paragraph,
        validFrom: from,
        invented: true,
        note: remark,
      })
    }
    note({ type: 'guideline', id: versionId }, { invented: answers.map(({ silence }) => silence) })
    announce(rulesChanged)
    return done({ count: answers.length })
  },
})

/** A form sends text; yes, no and whole numbers are what they say. */
function typedAnswer(text: string): string | number | boolean {
  if (text === 'true' || text === 'false') return text === 'true'
  return /^-?\d{1,9}$/.test(text) ? Number(text) : text
}

function actor(personId: string | undefined): string {
  if (personId === undefined) throw new Error('A person registers an adoption')
  return personId
}
