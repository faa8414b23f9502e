import { startOfJourneys } from './day.ts'

// Loaded into the server before it starts: its computer then shows the day of the journeys. Time goes on, so that what
// happens later is later, but slowly enough to stay within the same minute.
const slowness = 50
const start = startOfJourneys()
globalThis.Date.now = () => start + Math.floor(performance.now() / slowness)
