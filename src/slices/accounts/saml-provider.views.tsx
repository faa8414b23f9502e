import type { Language } from '../../kernel/language.ts'
import { Checkbox, CheckboxGroup, Fieldset, type FormState, RadioGroup, TextArea, TextField } from '../../ui/index.ts'
import { assuranceLevels, attributeSetNames } from './saml-provider.rules.ts'
import { samlTexts } from './saml-provider.texts.ts'

const ownNames = ['employmentNumber', 'personalNumber', 'email', 'name'] as const

type Filled = { readonly language: Language; readonly form: FormState }

/** The fields of a SAML provider, for the form that every kind of provider has. */
export function SamlFields({ language, form }: Filled) {
  const texts = samlTexts(language)
  const field = { language, form }
  return (
    <>
      <Fieldset legend={texts.theirs}>
        <TextArea {...field} name="metadata" label={texts.metadata} hint={texts.metadataHint} optional />
        <TextField {...field} name="entityId" label={texts.entityId} hint={texts.entityIdHint} optional="as-labelled" />
        <TextField
          {...field}
          name="signOnAddress"
          label={texts.signOnAddress}
          hint={texts.signOnAddressHint}
          optional="as-labelled"
        />
        <TextArea
          {...field}
          name="certificates"
          label={texts.certificates}
          hint={texts.certificatesHint}
          optional="as-labelled"
        />
      </Fieldset>
      <AttributeFields {...field} />
      <Fieldset legend={texts.security}>
        <CheckboxGroup
          {...field}
          name="levels"
          label={texts.levels}
          hint={texts.levelsHint}
          optional
          choices={assuranceLevels.map((level) => ({ value: level, label: texts.levelNames[level] }))}
        />
        <TextArea
          {...field}
          name="otherLevels"
          label={texts.otherLevels}
          hint={texts.otherLevelsHint}
          rows={2}
          optional
        />
        <Checkbox {...field} name="wantsResponseSigned" label={texts.wantsResponseSigned} />
        <TextField
          {...field}
          name="clockSkewSeconds"
          label={texts.clockSkewSeconds}
          hint={texts.clockSkewHint}
          inputMode="numeric"
          width="short"
        />
      </Fieldset>
      <Fieldset legend={texts.more}>
        <TextField {...field} name="ourEntityId" label={texts.ourEntityId} hint={texts.ourEntityIdHint} optional />
        <TextField {...field} name="audience" label={texts.audience} hint={texts.audienceHint} optional />
      </Fieldset>
    </>
  )
}

function AttributeFields({ language, form }: Filled) {
  const texts = samlTexts(language)
  const field = { language, form }
  return (
    <Fieldset legend={texts.attributes}>
      <RadioGroup
        {...field}
        name="attributeSet"
        label={texts.attributeSet}
        choices={attributeSetNames.map((set) => ({
          value: set,
          label: texts.sets[set],
          ...(texts.setHints[set] !== '' && { hint: texts.setHints[set] }),
        }))}
      />
      <Fieldset legend={texts.ownNames} look="inner">
        <TextField {...field} name="subject" label={texts.subject} hint={texts.subjectHint} optional />
        {ownNames.map((name) => (
          <TextField key={name} {...field} name={name} label={texts[name]} optional />
        ))}
      </Fieldset>
    </Fieldset>
  )
}
