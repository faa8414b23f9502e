/** Does the work for each item, eight at a time, and returns what came of it in the items' order. */
export async function eightAtATime<I, O>(items: readonly I[], work: (item: I) => Promise<O>): Promise<readonly O[]> {
  const results: O[] = []
  const waiting = items.entries()
  const worker = async () => {
    for (const [index, item] of waiting) results[index] = await work(item)
  }
  await Promise.all(Array.from({ length: 8 }, worker))
  return results
}
