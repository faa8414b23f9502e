/** What a report says, by topic; the names of topics are those of the committee's guideline. */
export type Writing = {
  readonly texts: Readonly<Record<string, string>>
  readonly proposals?: readonly string[]
  readonly questions?: readonly string[]
}
