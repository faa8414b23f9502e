import { dirname, join } from 'node:path'
import type { Language } from '../kernel/language.ts'
import { binds, type FeeRules, type Guideline, type Interpretations, type Programme } from '../engine/index.ts'
import { dataFilesIn, readFeeRules, readGuideline, readInterpretations } from './files.ts'

export type RuleFiles = {
  readonly guidelines: readonly Guideline[]
  readonly interpretations: readonly Interpretations[]
  readonly feeRules: readonly FeeRules[]
}

/**
 * Returns what a programme is tried against: of each kind what was named, or else what lies in the folders
 * `guidelines`, `interpretations` and `fee-rules` next to the programme's own folder and belongs to its committee or
 * municipality.
 */
export async function findBeside(
  file: string,
  programme: Programme,
  named: RuleFiles,
  language: Language,
): Promise<RuleFiles> {
  const beside = (name: string) => dataFilesIn(join(dirname(file), '..', name))
  const guidelines =
    named.guidelines.length > 0 ? named.guidelines : await guidelinesOf(programme, await beside('guidelines'), language)
  const namesRules = named.interpretations.length > 0 || named.guidelines.length > 0
  return {
    guidelines,
    interpretations: namesRules
      ? named.interpretations
      : await interpretationsOf(guidelines, await beside('interpretations'), language),
    feeRules:
      named.feeRules.length > 0 ? named.feeRules : await feeRulesOf(programme, await beside('fee-rules'), language),
  }
}

async function guidelinesOf(
  programme: Programme,
  files: readonly string[],
  language: Language,
): Promise<readonly Guideline[]> {
  const found: Guideline[] = []
  for (const file of files) {
    const guideline = await readGuideline(file, language)
    if (isIssuedFor(guideline, programme)) found.push(guideline)
  }
  return found
}

/** A committee's issuer without a municipality stands for any: the committee's name decides. A council's is its own municipality's. */
function isIssuedFor({ issuer }: Guideline, { municipality, committee }: Programme): boolean {
  const sameMunicipality =
    issuer.municipality === municipality.name || (issuer.municipality === undefined && issuer.committee !== undefined)
  return sameMunicipality && binds(issuer, committee)
}

async function interpretationsOf(
  guidelines: readonly Guideline[],
  files: readonly string[],
  language: Language,
): Promise<readonly Interpretations[]> {
  const found: Interpretations[] = []
  for (const file of files) {
    const interpretations = await readInterpretations(file, [], language)
    if (guidelines.some(({ id }) => id === interpretations.guideline)) found.push(interpretations)
  }
  return found
}

async function feeRulesOf(
  programme: Programme,
  files: readonly string[],
  language: Language,
): Promise<readonly FeeRules[]> {
  const all = await Promise.all(files.map((file) => readFeeRules(file, language)))
  return all.filter(({ municipality }) => municipality === undefined || municipality === programme.municipality.name)
}
