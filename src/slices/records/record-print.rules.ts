/** One heading of a document with what stands under it, in words. */
export type PrintedSection = {
  readonly heading: string
  readonly paragraphs: readonly string[]
  /** Each group is one thing, as label and value. */
  readonly groups: readonly (readonly { readonly label: string; readonly value: string }[])[]
}
