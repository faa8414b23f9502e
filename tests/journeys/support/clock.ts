import { readFileSync } from 'node:fs'

// Loaded into the server before it starts: its computer then shows the time that the journey has set, whenever the test
// is run. Time goes on, so that what happens later is later, but slowly enough to stay within the same minute.
const file = process.env.JOURNEY_CLOCK ?? ''
const slowness = 50
globalThis.Date.now = () => Number(readFileSync(file, 'utf8')) + Math.floor(performance.now() / slowness)
