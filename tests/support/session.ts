import { aForm, type TestApp } from './app.ts'

/** Returns the token of a new session of one of the cast. */
export async function aSession(town: TestApp, name: 'anna' | 'secretary' | 'administrator'): Promise<string> {
  const answer = await town.app.request('/ekby/namnden/prova', aForm({ personId: town.cast.people[name] }))
  return /nk_session=([^;]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[1] ?? ''
}
