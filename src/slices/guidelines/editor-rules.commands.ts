import type { Block, TextEdit } from '../../engine/index.ts'
import { done, refuse } from '../../kernel/result.ts'
import { command } from '../../platform/command.ts'
import { answerAbout, answerChange, answerRule } from './editor-answers.rules.ts'
import { change } from './editor.commands.ts'
import { aboutForm, changeForm, ruleForm, takeChangeForm, takeQuestionForm, takeRuleForm } from './editor.forms.ts'
import { changesOf, rulesOf, silencesOf, takeRule, textAt } from './editor.rules.ts'

/** Saves a rule as it was answered, however unfinished; without `rule` a new one. Gives its number from 1. */
export const saveRule = command({
  name: 'guidelines.save-rule',
  allow: 'guideline:edit',
  input: ruleForm,
  run: (context, { draftId, version, rule, kind, fields }) =>
    change(context, { draftId, version }, (data) => {
      const found = rule === undefined ? undefined : rulesOf(data)[rule - 1]
      if (rule !== undefined && found?.kind !== kind) return refuse('guidelines.rule-is-gone')
      const index = rule === undefined ? undefined : rule - 1
      const edits = answerRule({ data, fields }, { index, kind })
      return done({ edits, what: { rule: textAt(ruleIn(edits), 'id'), kind }, number: Number(edits[0]?.at[1]) + 1 })
    }),
})

/** Saves a dated change of a rule, however unfinished; without `change` a new one. */
export const saveChange = command({
  name: 'guidelines.save-change',
  allow: 'guideline:edit',
  input: changeForm,
  run: (context, { draftId, version, rule, change: at, fields }) =>
    change(context, { draftId, version }, (data) => {
      const found = rulesOf(data)[rule - 1]
      if (found === undefined) return refuse('guidelines.rule-is-gone')
      const edits = answerChange({ data, fields }, { index: rule - 1, at: at === undefined ? undefined : at - 1 })
      const number = at ?? changesOf(found.data).length + 1
      return done({ edits, what: { rule: found.id, kind: found.kind, change: number }, number })
    }),
})

/** Saves what the guideline says about itself. */
export const saveAbout = command({
  name: 'guidelines.save-about',
  allow: 'guideline:edit',
  input: aboutForm,
  run: (context, { draftId, version, fields }) =>
    change(context, { draftId, version }, (data) =>
      done({ edits: answerAbout({ data, fields }), what: { about: true } }),
    ),
})

/** Takes a rule away, with the questions that it alone leaves open. It can be undone. */
export const removeRule = command({
  name: 'guidelines.remove-rule',
  allow: 'guideline:edit',
  input: takeRuleForm,
  run: (context, { draftId, version, rule }) =>
    change(context, { draftId, version }, (data) => {
      const found = rulesOf(data)[rule - 1]
      if (found === undefined) return refuse('guidelines.rule-is-gone')
      return done({ edits: takeRule(data, rule - 1), what: { removed: found.id, kind: found.kind } })
    }),
})

/** Takes a dated change of a rule away. It can be undone. */
export const removeChange = command({
  name: 'guidelines.remove-change',
  allow: 'guideline:edit',
  input: takeChangeForm,
  run: (context, { draftId, version, rule, change: at }) =>
    change(context, { draftId, version }, (data) => {
      const found = rulesOf(data)[rule - 1]
      if (found === undefined || changesOf(found.data)[at - 1] === undefined) return refuse('guidelines.rule-is-gone')
      const edits: readonly TextEdit[] = [{ at: ['rules', rule - 1, 'changes', at - 1], value: undefined }]
      return done({ edits, what: { rule: found.id, removedChange: at } })
    }),
})

/** Takes away a question that no rule leaves open any more. It can be undone. */
export const removeQuestion = command({
  name: 'guidelines.remove-question',
  allow: 'guideline:edit',
  input: takeQuestionForm,
  run: (context, { draftId, version, question }) =>
    change(context, { draftId, version }, (data) => {
      const found = silencesOf(data)[question - 1]
      if (found === undefined) return refuse('guidelines.rule-is-gone')
      const edits: readonly TextEdit[] = [{ at: ['silences', question - 1], value: undefined }]
      return done({ edits, what: { removedQuestion: textAt(found, 'id') } })
    }),
})

function ruleIn(edits: readonly TextEdit[]): Block {
  const [edit] = edits
  return ((edit !== undefined && ('insert' in edit ? edit.insert : edit.value)) || {}) as Block
}
