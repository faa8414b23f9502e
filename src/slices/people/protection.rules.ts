/** Returns «A» for 0, «Z» for 25, «AA» for 26: the letters of an alias, as a spreadsheet names its columns. */
export function aliasLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : aliasLetters(Math.floor(index / 26) - 1) + letter
}

/** Returns the first alias that is not among those given out. The alias is Swedish in every language: it is a name. */
export function nextAlias(taken: readonly string[]): string {
  for (let index = 0; ; index++) {
    const alias = `Skyddad person ${aliasLetters(index)}`
    if (!taken.includes(alias)) return alias
  }
}
