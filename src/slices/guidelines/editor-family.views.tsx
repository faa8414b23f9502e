import type { Language } from '../../kernel/language.ts'
import {
  Actions,
  Breadcrumbs,
  ButtonLink,
  Card,
  Form,
  Heading,
  Lead,
  List,
  type NavigationItem,
  Note,
  Paragraph,
  Section,
  SubmitButton,
  Tabs,
  Tag,
  TextLink,
} from '../../ui/index.ts'
import type { ShownFamily, ShownKind, ShownRule } from './editor.page.ts'
import { editorTexts } from './editor.texts.ts'
import { type Notice, NoticeBox } from './editor.views.tsx'

type FamilyProps = {
  readonly language: Language
  readonly notice: Notice | undefined
  readonly draftTitle: string
  readonly draftHref: string
  readonly tabs: readonly NavigationItem[]
  readonly shown: ShownFamily
  readonly kinds: readonly ShownKind[]
  readonly version: number
  readonly next: { readonly label: string; readonly href: string } | undefined
}

/** One part of a draft: its rules in plain words, to change, take away or add to. */
export function FamilyPage(props: FamilyProps) {
  const { language, notice, draftTitle, draftHref, tabs, shown, kinds, version, next } = props
  const texts = editorTexts(language)
  return (
    <>
      <Breadcrumbs language={language} items={[{ label: draftTitle, href: draftHref }]} />
      <NoticeBox language={language} notice={notice} />
      <Heading level={1}>{texts.families[shown.family]}</Heading>
      <Lead>{texts.familyLeads[shown.family]}</Lead>
      <Tabs label={texts.parts} items={tabs} />
      {shown.rules.length === 0 && <Paragraph>{texts.nothingSaid}</Paragraph>}
      {shown.rules.map((rule) => (
        <RuleCard key={rule.number} language={language} rule={rule} version={version} />
      ))}
      <Section heading={texts.addRule} id="lagg-till">
        <Paragraph>{texts.addRuleLead}</Paragraph>
        <List
          items={kinds.map(({ title, help, href, isThere }) => (
            <>
              {isThere ? title : <TextLink href={href}>{title}</TextLink>}
              <Note>{isThere ? texts.isThere : help}</Note>
            </>
          ))}
        />
      </Section>
      <Actions>
        {next && <ButtonLink href={next.href}>{texts.nextPart(next.label)}</ButtonLink>}
        <ButtonLink href={draftHref} tone="secondary">
          {texts.overview}
        </ButtonLink>
      </Actions>
    </>
  )
}

type RuleCardProps = { readonly language: Language; readonly rule: ShownRule; readonly version: number }

function RuleCard({ language, rule, version }: RuleCardProps) {
  const texts = editorTexts(language)
  const { id, title, sentence, about, problems, editHref, removeAction } = rule
  const name = [title, id].filter(Boolean).join(', ')
  return (
    <Card heading={name} level={2} tag={problems > 0 ? <Tag tone="warning">{texts.toMend(problems)}</Tag> : undefined}>
      <Paragraph>{sentence ?? texts.unreadable}</Paragraph>
      {about !== '' && <Note>{about}</Note>}
      <Form action={removeAction} version={version} layout="inline">
        <ButtonLink href={editHref} tone="secondary" label={texts.changeRule(name)}>
          {texts.change}
        </ButtonLink>
        <SubmitButton tone="quiet" label={texts.removeRule(name)}>
          {texts.remove}
        </SubmitButton>
      </Form>
    </Card>
  )
}
