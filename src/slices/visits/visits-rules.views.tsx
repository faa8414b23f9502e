import type { Language } from '../../kernel/language.ts'
import { FindingList, WhyNote } from '../../ui/index.ts'
import type { RuleLine, Why } from './visits.guideline-page.ts'

/** Findings one by one, each with its “Varför?”. */
export function RuleLines({ language, lines }: { readonly language: Language; readonly lines: readonly RuleLine[] }) {
  return (
    <>
      {lines.map(({ key, shown, why }) => (
        <div key={key}>
          <FindingList items={[shown]} />
          <Whys language={language} whys={[why]} />
        </div>
      ))}
    </>
  )
}

/** The rules that something rests on, folded. */
export function Whys({ language, whys }: { readonly language: Language; readonly whys: readonly Why[] }) {
  return (
    <>
      {whys.map(({ key, clause, source, text }) => (
        <WhyNote key={key} language={language} clause={clause} source={source}>
          {text}
        </WhyNote>
      ))}
    </>
  )
}
