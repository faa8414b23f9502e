import { afterAll } from 'vitest'
import { cleanUp } from './clean-ups.ts'

// Test files share what they import, so a hook in an imported file would belong to the first of them alone.
afterAll(cleanUp)
