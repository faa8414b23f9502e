import { z } from 'zod'
import type { GuidelineShape, Silence } from './guideline.ts'
import { combinationProblems } from './guideline-combinations.ts'
import { issuerProblems } from './issuer.ts'
import { kindsByName, type Rule, valuesOn } from './rule.ts'
import { isKnownCode } from './rules/words.ts'
import { openCodesIn } from './terms.ts'

/** Tells of a mistake at a place in the file; what to write instead stands after the semicolon. */
type Issue = (path: (string | number)[], message: string) => void

/** Tells of what a guideline says that cannot be: periods, values, rules and questions that do not go together. */
export function checkGuideline(guideline: GuidelineShape, issue: Issue): void {
  for (const { key, message } of issuerProblems(guideline.issuer)) issue(['issuer', key], message)
  checkValidity(guideline, issue)
  const seen = new Map<string, number>()
  guideline.rules.forEach((rule, index) => {
    const key = `${rule.id} ${rule.kind}`
    if (seen.has(key))
      issue(
        ['rules', index, 'id'],
        `the rule ${rule.id} of the kind ${rule.kind} stands twice; give this one an id of its own or take it away`,
      )
    seen.set(key, index)
    checkValues(rule, index, issue)
  })
  checkOnce(guideline.rules, issue)
  for (const { path, message, mend } of combinationProblems(guideline)) issue([...path], `${message}; ${mend}`)
  for (const [index, silence] of guideline.silences.entries()) {
    const earlier = guideline.silences.slice(0, index)
    if (earlier.some((it) => it.id === silence.id))
      issue(['silences', index, 'id'], `the question ${silence.id} stands twice; give this one an id of its own`)
    if (earlier.some((it) => it.rule === silence.rule && it.parameter === silence.parameter))
      issue(
        ['silences', index, 'parameter'],
        `another question asks about "${silence.parameter}" of ${silence.rule} already; take one of them away`,
      )
    checkSilence(silence, index, guideline.rules, issue)
  }
  checkEverySilenceIsAsked(guideline, issue)
  checkTerms(guideline, issue)
}

/** When it holds, whether it is a trial, and when it is to be reviewed. */
function checkValidity({ status, adoption, validity, document }: GuidelineShape, issue: Issue): void {
  if (status === 'adopted' && validity === undefined) {
    issue(['validity'], 'an adopted guideline says from which day it holds; add validity: { from: YYYY-MM-DD }')
  }
  if (validity?.until !== undefined && validity.until <= validity.from) {
    issue(
      ['validity', 'until'],
      '"until" comes after "from"; it is the first day on which the guideline no longer holds',
    )
  }
  if (validity?.trial !== undefined && validity.until === undefined) {
    issue(['validity', 'trial'], 'a trial has an end; add until: YYYY-MM-DD, the first day on which it no longer holds')
  }
  const evaluateBy = validity?.trial?.evaluateBy
  if (validity !== undefined && evaluateBy !== undefined && evaluateBy <= validity.from) {
    issue(['validity', 'trial', 'evaluateBy'], 'a trial is evaluated after it has begun; write a day after "from"')
  }
  if (status === 'proposal' && adoption !== undefined)
    issue(['status'], 'a proposal has not been adopted; write status: adopted, or take "adoption" away')
  const { when, on } = document.reviewBy
  if (when === 'date' && on === undefined) {
    issue(['document', 'reviewBy'], 'it is not said which day; write reviewBy: { when: date, on: YYYY-MM-DD }')
  }
  if (when === 'after-trial' && status === 'adopted' && validity?.trial === undefined) {
    issue(
      ['document', 'reviewBy', 'when'],
      'the guideline is no trial; add validity: { from: …, until: …, trial: {} }, or write another time',
    )
  }
}

/** Of these a guideline may have several, each about forms of visit of its own. */
const onceForEachForm: ReadonlySet<string> = new Set([
  'fee.kind',
  'visits.attendance',
  'visits.initiator',
  'visits.length',
  'visits.notice',
])

/** Of two rules that can only be one, the second would be passed over without a word. */
function checkOnce(rules: readonly Rule[], issue: Issue): void {
  const first = new Map<string, string>()
  rules.forEach((rule, index) => {
    const forms = onceForEachForm.has(rule.kind) ? (rule.values.forms as readonly string[]) : ['']
    for (const form of kindsByName.get(rule.kind)?.once === true || rule.kind === 'fee.kind' ? forms : []) {
      const key = `${rule.kind} ${form}`
      const earlier = first.get(key)
      if (earlier !== undefined)
        issue(
          ['rules', index, 'kind'],
          rule.kind !== 'fee.kind'
            ? `${earlier} is a rule of the kind ${rule.kind} already, and a guideline has one; write this one's values there, or under its "changes" when they begin later`
            : `${earlier} says which fee is paid for the form ${form} already; name each form in one rule`,
        )
      else first.set(key, rule.id)
    }
  })
}

function checkValues(rule: Rule, index: number, issue: Issue): void {
  const kind = kindsByName.get(rule.kind)
  if (kind?.check === undefined) return
  for (const problem of kind.check(rule.values))
    issue(['rules', index, 'values', problem.parameter], `${problem.message}; ${problem.mend}`)
  rule.changes.forEach((change, at) => {
    const { values } = valuesOn(rule, change.from)
    for (const problem of kind.check?.(values) ?? [])
      issue(['rules', index, 'changes', at, 'values', problem.parameter], `${problem.message}; ${problem.mend}`)
  })
}

function checkSilence(silence: Silence, index: number, rules: readonly Rule[], issue: Issue): void {
  const named = rules.filter((rule) => rule.id === silence.rule)
  if (named.length === 0) {
    issue(['silences', index, 'rule'], `there is no rule ${silence.rule}; name one of the rules above`)
    return
  }
  const silent = named.filter((rule) => isSilent(rule, silence.parameter))
  if (silent.length > 1)
    issue(
      ['silences', index, 'rule'],
      `${silent.length} rules with the id ${silence.rule} are silent on "${silence.parameter}", and one answer cannot serve both; give one of the rules an id of its own`,
    )
  const [asked] = silent
  if (asked === undefined) {
    issue(
      ['silences', index, 'parameter'],
      `the rule ${silence.rule} is not silent on "${silence.parameter}"; write ${silence.parameter}: silent among its values, or take the question away`,
    )
    return
  }
  const schema = kindsByName.get(asked.kind)?.values.shape[silence.parameter] as z.ZodType | undefined
  silence.choices?.forEach((choice, at) => {
    if (choice.value === 'silent' || schema?.safeParse(choice.value).success !== true) {
      issue(
        ['silences', index, 'choices', at, 'value'],
        `"${String(choice.value)}" is no answer to ${silence.parameter}; ${answersTo(schema)}`,
      )
    }
  })
}

/** A code of an open list is one that the product knows or that the guideline names, or a slip of the pen would pass. */
function checkTerms(guideline: GuidelineShape, issue: Issue): void {
  const own = new Set<string>()
  guideline.terms.forEach((term, index) => {
    if (own.has(term.id)) issue(['terms', index, 'id'], `the term ${term.id} stands twice; keep one of them`)
    own.add(term.id)
  })
  guideline.rules.forEach((rule, index) => {
    const kind = kindsByName.get(rule.kind)
    if (kind === undefined) return
    const places = [
      { values: rule.values, path: ['rules', index, 'values'] },
      ...rule.changes.map((change, at) => ({ values: change.values, path: ['rules', index, 'changes', at, 'values'] })),
    ]
    for (const { values, path } of places) {
      for (const { code, at } of openCodesIn(kind.values, values)) {
        if (isKnownCode(code) || own.has(code)) continue
        issue(
          [...path, ...at],
          `nobody knows what "${code}" is called; correct it, or add it under terms: { id: ${code}, sv: …, en: … }`,
        )
      }
    }
  })
}

function answersTo(schema: z.ZodType | undefined): string {
  const allowed = schema instanceof z.ZodEnum ? schema.options.filter((it) => it !== 'silent') : []
  return allowed.length === 0 ? 'write a value that the rule can have' : `write one of ${allowed.join(', ')}`
}

function checkEverySilenceIsAsked(guideline: GuidelineShape, issue: Issue): void {
  guideline.rules.forEach((rule, index) => {
    for (const parameter of Object.keys(kindsByName.get(rule.kind)?.values.shape ?? {})) {
      if (!isSilent(rule, parameter)) continue
      if (guideline.silences.some((silence) => silence.rule === rule.id && silence.parameter === parameter)) continue
      issue(
        ['rules', index, 'values', parameter],
        `${rule.id} is silent on "${parameter}" but no question asks about it; add one under silences`,
      )
    }
  })
}

function isSilent(rule: Rule, parameter: string): boolean {
  return rule.values[parameter] === 'silent' || rule.changes.some((change) => change.values[parameter] === 'silent')
}
