import { afterEach, beforeEach, type MockInstance, vi } from 'vitest'

let errors: MockInstance

beforeEach(() => {
  errors = vi.spyOn(console, 'error')
})

// A page or a library that complains has a fault, even if everything the test looked at was right.
afterEach(() => {
  const [complaint] = errors.mock.calls
  errors.mockRestore()
  if (complaint) throw new Error(`Something was written with console.error: ${complaint.join(' ')}`)
})
