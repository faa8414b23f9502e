/** Every key that some phrase names a word by. It is filled while the rules are loaded, and a word keeps no other keys. */
export const vocabulary = new Set<string>()
