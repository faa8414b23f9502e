import { z } from 'zod'
import { feeRulesSchema, guidelineSchema, interpretationsSchema, programmeSchema } from '../engine/index.ts'
import { type Command, exitCodes, WrongUse } from './command.ts'

const schemas: Readonly<Record<string, z.ZodType>> = {
  guideline: guidelineSchema,
  'fee-rules': feeRulesSchema,
  interpretations: interpretationsSchema,
  programme: programmeSchema,
}

const names = Object.keys(schemas).join('|')

/** Prints the JSON Schema (draft 2020-12) of what a file of this kind may hold, for editors and other systems. */
export const schemaCommand: Command = {
  name: 'schema',
  summary: 'Print the JSON Schema of a kind of file.',
  operands: names,
  minimum: 1,
  maximum: 1,
  details: ['Editors that read JSON Schema then help with writing the file and mark mistakes.'],
  run: ({ files }) => {
    const [kind = ''] = files
    const schema = schemas[kind]
    if (schema === undefined) throw new WrongUse(`"${kind}" has no schema; choose ${names}`)
    console.log(JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), null, 2))
    return exitCodes.good
  },
}
