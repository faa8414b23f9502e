import { claimsCompareCommand } from './claims-compare.ts'
import type { Command } from './command.ts'
import { evaluateCommand } from './evaluate.ts'
import { feeRulesCheckCommand, feeRulesExplainCommand } from './fee-rules.ts'
import { guidelineCheckCommand, guidelineExplainCommand } from './guideline.ts'
import { guidelineDiffCommand } from './guideline-diff.ts'
import { schemaCommand } from './schema.ts'
import { migrateCommand, serveCommand } from './server.ts'
import { simulateCommand } from './simulate.ts'
import { verifyLogCommand } from './verify-log.ts'

/** Everything the program can do, in the order in which the help shows it. */
export const commands: readonly Command[] = [
  serveCommand,
  migrateCommand,
  verifyLogCommand,
  claimsCompareCommand,
  guidelineCheckCommand,
  guidelineExplainCommand,
  guidelineDiffCommand,
  feeRulesCheckCommand,
  feeRulesExplainCommand,
  evaluateCommand,
  simulateCommand,
  schemaCommand,
]
