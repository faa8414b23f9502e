export {
  adopt,
  adoptedBy,
  type Answer,
  type Interpretations,
  interpretationsSchema,
  parseAnswer,
} from './interpretations.ts'
export { binds, issuerName } from './issuer.ts'
export { type Status, statusOn, versionProblems } from './status.ts'
export { type AppointInput, type Appointable, canAppoint } from './appointing.ts'
export {
  answerText,
  type DescribedRule,
  describeCollisions,
  describeGuideline,
  explain,
  type Names,
  sourceTitles,
  type SourceTitle,
  termsOf,
} from './explain.ts'
export { bookable } from './booking.ts'
export { type CoverageRow, yearCoverage } from './coverage.ts'
export type { ChangedPoint } from './diff-points.ts'
export {
  type ChangedRule,
  type DiffInput,
  type DiffedRule,
  type DiffedSilence,
  diffGuidelines,
  type GuidelineDiff,
  kindTitle,
} from './diff.ts'
export {
  aboutQuestions,
  describeDraftRule,
  describeValues,
  type DraftProblem,
  draftProblems,
  frameQuestions,
  type KindChoice,
  kindChoices,
  ruleQuestions,
  termsIn,
} from './draft.ts'
export { evaluate, type EvaluateInput } from './evaluate.ts'
export { type FeeKind, type FeeRules, feeRulesSchema } from './fee-rules.ts'
export { describeBlocks } from './fees/block-kinds.ts'
export { describeFees } from './fees/describe.ts'
export {
  type Block,
  editText,
  isBlock,
  isSame,
  lineOf,
  readText,
  type TextEdit,
  textOfValue,
  type TextPath,
  valueOfText,
} from './guideline-text.ts'
export { type Guideline, guidelineSchema, type Rule, type Silence } from './guideline.ts'
export { type FileKind, fileKinds, jsonSchemaOf } from './json-schema.ts'
export {
  type Loaded,
  loadFeeRules,
  loadGuideline,
  loadInterpretations,
  loadProgramme,
  placed,
  type Problem,
} from './load.ts'
export {
  addToSimulation,
  type SimulateInput,
  type SimulatedRule,
  type SimulatedSubject,
  type Simulation,
  type SimulationProgress,
  type SimulationRun,
  simulate,
  simulation,
  simulationOf,
  startSimulation,
} from './simulate.ts'
export type { Kept, SimulatedCommittee, SimulatedFee, SimulatedFinding } from './simulation-changes.ts'
export type { Difference, FeeDifference, OpenOutcome, SimulationTally } from './simulation-tally.ts'
export { committeeOf, type SyntheticInput, syntheticYear } from './synthetic.ts'
export { answersCarriedOver, type RuleSet, type TriedRules } from './tried-out.ts'
export type { AnswerForm, Question } from './questions.ts'
export { topicWeight } from './rules/conversation-topics.ts'
export { type Basis, type Item, type Setting, type Settings, settingsOn } from './settings.ts'
export { appointedTo, mayVisitAll, unitsOf } from './appointed.ts'
export type { Facts } from './facts.ts'
export { factsUnder } from './facts-under.ts'
export { type News, newsOf } from './rules/role-keeps-informed.ts'
export { holdsAny } from './rules/visits-unappointed.ts'
export { unreadBy } from './rules/report-read-by-others.ts'
export type { Localised } from './rules/kind.ts'
export { type Terms, wordsOf } from './rules/words.ts'
export * from './finding.ts'
export * from './programme.ts'
