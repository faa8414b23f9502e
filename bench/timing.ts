/** Returns how many items per second a piece of work does: the best of five rounds of at least half a second, after warming up. */
export async function perSecond(items: number, work: () => unknown): Promise<number> {
  await lasting(0.5, work)
  let best = 0
  for (let round = 0; round < 5; round++) {
    const { times, seconds } = await lasting(0.5, work)
    best = Math.max(best, (items * times) / seconds)
  }
  return best
}

async function lasting(
  atLeast: number,
  work: () => unknown,
): Promise<{ readonly times: number; readonly seconds: number }> {
  const start = performance.now()
  let times = 0
  let seconds = 0
  while (seconds < atLeast) {
    await work()
    times += 1
    seconds = (performance.now() - start) / 1000
  }
  return { times, seconds }
}
