const waiting: (() => Promise<void>)[] = []

/** Has this done when the test file that is running is done. */
export function whenDone(cleanUp: () => Promise<void>): void {
  waiting.push(cleanUp)
}

/** Does all that waits. */
export async function cleanUp(): Promise<void> {
  await Promise.all(waiting.splice(0).map((it) => it()))
}
