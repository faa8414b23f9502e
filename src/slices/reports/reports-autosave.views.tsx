import type { ComponentChildren } from 'preact'
import type { Language } from '../../kernel/language.ts'
import { Heading, Paragraph, TextLink } from '../../ui/index.ts'
import { autosaveTexts } from './reports.autosave.texts.ts'

type AutosaveStatusProps = {
  readonly language: Language
  /** The page itself: whoever has been signed out is led to sign in from there, and back. */
  readonly here: string
}

/**
 * The line that says how it is with what somebody writes. Empty until the script of the page shows one of its parts;
 * what matters is read out, and not every saving.
 */
export function AutosaveStatus({ language, here }: AutosaveStatusProps) {
  const texts = autosaveTexts(language)
  const signIn = <TextLink href={here}>{texts.signIn}</TextLink>
  return (
    <div class="ui-autosave" data-autosave hidden>
      <State name="ready">{texts.ready}</State>
      <State name="saving">{texts.saving}</State>
      <State name="saved">
        {texts.saved} <span data-time />
      </State>
      <State name="offline">{texts.offline}</State>
      <State name="offline-unkept">{texts.offlineUnkept}</State>
      <State name="signed-out">
        {texts.signedOut} {signIn}
      </State>
      <State name="signed-out-unkept">
        {texts.signedOutUnkept} {signIn}
      </State>
      <State name="busy">{texts.busy}</State>
      <State name="other-person">
        {texts.otherPerson} <TextLink href={here}>{texts.openAgain}</TextLink>
      </State>
      <State name="refused">{texts.refused}</State>
      <State name="beside">{texts.beside}</State>
      <p class="ds-sr-only" role="status" />
      <span data-too-large hidden>
        {texts.tooLarge}
      </span>
      <span data-not-taken hidden>
        {texts.notTaken}
      </span>
    </div>
  )
}

function State({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <p class="ui-autosave__state" data-state={name} hidden>
      {children}
    </p>
  )
}

type DraftDoneProps = {
  readonly language: Language
  readonly reportId: string
  /** The one who looks. */
  readonly personId: string
}

/**
 * Stands on the page of a report that is handed in: its script takes what the device still had of the draft away. Shown
 * only to the one who wrote something there that was never sent, with those texts.
 */
export function DraftDone({ language, reportId, personId }: DraftDoneProps) {
  const texts = autosaveTexts(language)
  return (
    <section class="ds-alert ui-alert" data-color="warning" data-report-done={reportId} data-person={personId} hidden>
      <Heading level={2}>{texts.unsentHeading}</Heading>
      <Paragraph>{texts.unsentText}</Paragraph>
      <ul class="ds-list ui-text" data-unsent />
      <button class="ds-button" type="button" data-variant="secondary">
        {texts.unsentForget}
      </button>
    </section>
  )
}
