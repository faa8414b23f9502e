import { z } from 'zod'
import { broken, defineRule, localised } from './kind.ts'

/** What to read before a visit, and whether reading it is noted. */
export const conversationPreparation = defineRule({
  kind: 'conversation.preparation',
  title: { sv: 'Inläsning inför besöket', en: 'Reading up before the visit' },
  ask: {
    materials: { sv: 'Vad ska man ha läst inför ett besök?', en: 'What is to be read before a visit?' },
    'materials.id': { sv: 'Vad kallas underlaget i filen?', en: 'What is the material called in the file?' },
    'materials.material': { sv: 'Vad är det för underlag?', en: 'What kind of material is it?' },
    noted: { sv: 'Ska var och en anteckna att det är läst?', en: 'Does each note having read it?' },
  },
  values: z.strictObject({
    materials: z.array(z.strictObject({ id: z.string().min(1).max(50), material: localised })).min(1),
    /** Each participant notes having read it; otherwise it is only offered. */
    noted: z.boolean(),
  }),
  visit(run, rule, visit) {
    if (!rule.values.noted || (!visit.happened && !visit.ahead)) return
    const unread = visit.expected.filter(
      (person) => !visit.visit.prepared.some((it) => it.person === person && it.on <= visit.day),
    )
    const code = unread.length === 0 ? 'read' : visit.ahead ? 'to-read' : 'not-read'
    run.emit(rule, code === 'read' ? 'satisfied' : code === 'to-read' ? 'due' : broken(rule), code, {
      subject: visit.subject,
      related: visit.related,
      day: visit.day,
      values: { unread },
    })
  },
  describe: {
    sv: ({ materials }, words) => `Inför besöket: ${words.list(materials.map((it) => it.material.sv.toLowerCase()))}.`,
    en: ({ materials }, words) =>
      `Before the visit: ${words.list(materials.map((it) => it.material.en.toLowerCase()))}.`,
  },
  sentences: {
    sv: {
      read: () => 'Alla har läst in sig inför besöket.',
      'to-read': (say) => `Läs in er inför besöket: ${say.names('person', 'unread')}.`,
      'not-read': (say) => `Har inte antecknat att de läste in sig inför besöket: ${say.names('person', 'unread')}.`,
    },
    en: {
      read: () => 'Everyone has read up before the visit.',
      'to-read': (say) => `Please read up before the visit: ${say.names('person', 'unread')}.`,
      'not-read': (say) => `Have not noted that they read up before the visit: ${say.names('person', 'unread')}.`,
    },
  },
})
