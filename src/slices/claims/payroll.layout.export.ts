import { z } from 'zod'
import { holdsPersonalNumber } from './personal-number.rules.ts'
import {
  dateForms,
  decimalMarks,
  fileEncodings,
  fileForms,
  lackedCharacters,
  layoutFaults,
  lineEndings,
  moneyUnits,
  paddings,
  type PayrollLayout,
  quotings,
  rowFields,
  separatorNames,
  sides,
  signPlaces,
  wholeFields,
} from './payroll.layout.rules.ts'

const line = (most: number, code: string) =>
  z
    .string(code)
    .max(most, code)
    // Whoever reads the file reads it by rows: no line break, no control character in a layout.
    .regex(/^[^\p{Cc}\p{Cs}\u2028\u2029]*$/u, code)
    // What a layout says itself stands in every file that is made by it.
    .refine((text) => !holdsPersonalNumber(text), 'names-a-person')

const placing = {
  heading: line(40, 'heading-form').default('').describe('Rubriken i rubrikraden'),
  text: line(80, 'text-form').default('').describe('Fast text, för fältet text'),
  width: z
    .int('width-form')
    .min(1, 'width-form')
    .max(500, 'width-form')
    .optional()
    .describe('Antal tecken, för fast bredd'),
  align: z.enum(sides, 'choice').default('left').describe('Vänster- eller högerställt, för fast bredd'),
  pad: z.enum(paddings, 'choice').default('space').describe('Vad som fyller ut, för fast bredd'),
  cut: z.boolean('choice').default(false).describe('Om en text som inte får plats kortas av'),
}

const column = z.strictObject({ field: z.enum(rowFields, 'field-missing').describe('Vad kolumnen visar'), ...placing })
const whole = z.strictObject({ field: z.enum(wholeFields, 'field-missing').describe('Vad fältet visar'), ...placing })
const records = z
  .array(z.array(whole, 'unreadable').min(1, 'unreadable').max(40, 'columns-many'), 'unreadable')
  .max(3, 'records-many')

/** A layout as a form or a file says it; every fault has a code, and `layoutFaults` are among them. */
export const payrollLayoutSchema: z.ZodType<PayrollLayout> = z
  .strictObject({
    name: line(60, 'name-form').trim().min(1, 'name-missing').describe('Uppställningens namn'),
    form: z.enum(fileForms, 'choice').describe('Fält med skiljetecken, eller med fast bredd'),
    encoding: z.enum(fileEncodings, 'encoding-unknown').describe('Teckenkodning'),
    lackedCharacters: z
      .enum(lackedCharacters, 'choice')
      .default('refuse')
      .describe('Vad som sker med tecken som kodningen saknar'),
    lineEnding: z.enum(lineEndings, 'choice').default('crlf').describe('Radslut'),
    separator: z.enum(separatorNames, 'choice').default('semicolon').describe('Skiljetecken'),
    quoting: z.enum(quotings, 'choice').default('when-needed').describe('Citattecken om fälten'),
    headings: z.boolean('choice').default(true).describe('Om en rad med rubriker står före raderna'),
    date: z.enum(dateForms, 'choice').default('YYYY-MM-DD').describe('Hur datum skrivs'),
    decimalMark: z.enum(decimalMarks, 'choice').default('comma').describe('Tecken före decimalerna'),
    money: z.enum(moneyUnits, 'choice').default('kronor').describe('Belopp i kronor eller hela ören'),
    moneyDecimals: z
      .int('decimals-form')
      .min(2, 'decimals-form')
      .max(4, 'decimals-form')
      .default(2)
      .describe('Decimaler i belopp i kronor'),
    quantityDecimals: z
      .int('decimals-form')
      .min(0, 'decimals-form')
      .max(4, 'decimals-form')
      .default(2)
      .describe('Decimaler i antal'),
    sign: z.enum(signPlaces, 'choice').default('leading').describe('Var minus står'),
    plus: line(3, 'sign-form').min(1, 'sign-form').default('D').describe('Kolumnen för tecken, när något betalas'),
    minus: line(3, 'sign-form')
      .min(1, 'sign-form')
      .default('K')
      .describe('Kolumnen för tecken, när något tas tillbaka'),
    header: records.default([]).describe('Rader före rubrikerna'),
    columns: z
      .array(column, 'columns-missing')
      .min(1, 'columns-missing')
      .max(40, 'columns-many')
      .describe('Kolumnerna i ordning'),
    footer: records.default([]).describe('Rader efter de andra'),
  })
  .check((context) => {
    for (const { code, at } of layoutFaults(context.value as PayrollLayout))
      context.issues.push({ code: 'custom', message: code, path: at === '' ? [] : at.split('.'), input: context.value })
  })

/** Returns the schema that an editor tries a layout file by (JSON Schema 2020-12). What fields say together stands in `docs/payroll.md`. */
export function payrollLayoutJsonSchema(): object {
  return {
    title: 'Uppställning av lönefil / Layout of a payroll file',
    ...z.toJSONSchema(payrollLayoutSchema, { io: 'input', target: 'draft-2020-12' }),
  }
}
