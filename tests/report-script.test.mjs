import { describe, expect, it } from 'vitest'
import { aField, tagsWith } from '../src/assets/report/field.mjs'
import { unsentOf } from '../src/assets/report/unsent.mjs'
import { textTag } from '../src/kernel/text-tag.ts'

/** A browser's storage in memory; with `room`, one that is full after as many entries. */
function aStorage(room = Number.POSITIVE_INFINITY) {
  const kept = new Map()
  return {
    kept,
    get length() {
      return kept.size
    },
    key: (at) => [...kept.keys()][at] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => {
      if (!kept.has(key) && kept.size >= room) throw new DOMException('full', 'QuotaExceededError')
      kept.set(key, value)
    },
    removeItem: (key) => kept.delete(key),
  }
}

const anna = { report: 'r1', person: 'anna', page: 'p1' }

describe('what a device keeps of a report', () => {
  it('is the person’s own, a text for each field, until the server has it', () => {
    const storage = aStorage()
    const unsent = unsentOf(storage, anna)
    expect(unsent.keep('text.mat', 'Maten är god', ['a'])).toBe(true)
    expect(unsent.keep('text.mat', 'Maten är god.', ['a'])).toBe(true)
    expect(unsentOf(storage, { ...anna, person: 'bengt' }).all()).toEqual([])
    expect(unsentOf(storage, { ...anna, report: 'r2' }).all()).toEqual([])
    const [entry, ...more] = unsentOf(storage, { ...anna, page: 'p2' }).all()
    expect(more).toEqual([])
    expect(entry).toMatchObject({ field: 'text.mat', text: 'Maten är god.', was: ['a'] })
    unsent.drop('text.mat')
    expect(storage.kept.size).toBe(0)
  })

  it('of two pages beside each other is kept apart, and only what was read is taken away', () => {
    const storage = aStorage()
    const [one, other] = [unsentOf(storage, anna), unsentOf(storage, { ...anna, page: 'p2' })]
    one.keep('text.mat', 'ett', ['a'])
    other.keep('text.mat', 'två', ['a'])
    const [first] = one.all()
    one.keep('text.mat', 'ett och mer', ['a'])
    other.dropEntry(first)
    expect(
      one
        .all()
        .map(({ text }) => text)
        .toSorted(),
    ).toEqual(['ett och mer', 'två'])
  })

  it('goes when the report is handed in, another’s too, and no other report’s', () => {
    const storage = aStorage()
    for (const whose of [anna, { ...anna, person: 'bengt' }, { ...anna, report: 'r2' }])
      unsentOf(storage, whose).keep('text.mat', 'hej', [])
    unsentOf(storage, anna).dropOthers()
    expect(storage.kept.size).toBe(2)
    unsentOf(storage, anna).clear()
    expect([...storage.kept.keys()]).toEqual([expect.stringContaining('r2')])
  })

  it('is told not to be kept where the storage is full, blocked or written over by something else', () => {
    expect(unsentOf(aStorage(0), anna).keep('text.mat', 'hej', [])).toBe(false)
    const blocked = unsentOf(undefined, anna)
    expect([blocked.keep('text.mat', 'hej', []), blocked.all()]).toEqual([false, []])
    blocked.drop('text.mat')
    blocked.clear()
    const storage = aStorage()
    unsentOf(storage, anna).keep('text.mat', 'hej', [])
    for (const key of storage.kept.keys()) storage.kept.set(key, '{"text":7')
    expect(unsentOf(storage, anna).all()).toEqual([])
  })
})

/** A field in which `write` types, before a server that `answers` answers for in turn. */
function aWriter(answers, { letters = [], storage = aStorage() } = {}) {
  const sent = []
  const waiting = []
  const told = []
  let value = 'från början'
  const store = unsentOf(storage, anna)
  const field = aField({
    name: 'text.mat',
    read: () => value,
    shown: value,
    tags: ['was'],
    letters,
    store,
    onStored: (name, tag) => told.push([name, tag]),
    send: async (name, text, tags) => {
      sent.push({ name, text, tags })
      const answer = answers.shift() ?? { kind: 'stored', tag: textTag(text) }
      if (answer.after) await new Promise((resolve) => waiting.push(resolve))
      return answer
    },
  })
  return {
    field,
    sent,
    told,
    storage,
    write: (text) => {
      value = text
      field.keep()
    },
    answer: () => waiting.shift()(),
  }
}

describe('a field that is saved as somebody writes', () => {
  it('is not sent when nothing was written', async () => {
    const { field, sent } = aWriter([])
    expect([await field.save(), sent]).toEqual(['stored', []])
  })

  it('is on the device until the server has it, and is sent upon what the server has', async () => {
    const { field, sent, told, write, storage } = aWriter([])
    write('ett')
    expect(storage.kept.size).toBe(1)
    expect(await field.save()).toBe('stored')
    write('ett två')
    await field.save()
    expect(sent.map(({ text, tags }) => [text, tags])).toEqual([
      ['ett', ['was']],
      ['ett två', [textTag('ett')]],
    ])
    expect(told).toEqual([
      ['text.mat', textTag('ett')],
      ['text.mat', textTag('ett två')],
    ])
    expect(storage.kept.size).toBe(0)
  })

  it('has one request on its way at a time, and sends what was typed meanwhile after it', async () => {
    const { field, sent, write, answer } = aWriter([{ kind: 'stored', tag: 'first', after: true }])
    write('ett')
    const saving = Promise.all([field.save(), field.save()])
    write('ett två')
    expect(sent).toHaveLength(1)
    answer()
    await saving
    expect(sent.map(({ text }) => text)).toEqual(['ett', 'ett två'])
    expect(sent[1].tags).toEqual(['first'])
  })

  it('says which texts may have come through when nobody answered', async () => {
    const { field, sent, write, storage } = aWriter([{ kind: 'lost' }, { kind: 'lost' }])
    write('ett')
    expect(await field.save()).toBe('lost')
    write('ett två')
    expect(await field.save()).toBe('lost')
    expect([...storage.kept.values()].map((raw) => JSON.parse(raw).text)).toEqual(['ett två'])
    write('ett två tre')
    expect(await field.save()).toBe('stored')
    const known = (text) => [textTag(text), `v:${textTag(text)}`]
    expect(sent[2].tags).toEqual(['was', ...known('ett'), ...known('ett två')])
    expect(storage.kept.size).toBe(0)
  })

  it('keeps the first of many tags and the latest, within what a request takes', () => {
    let tags = ['first']
    for (let turn = 0; turn < 50; turn++) tags = tagsWith(tags, `text nummer ${turn}`)
    expect(tags[0]).toBe('first')
    expect(tags.at(-1)).toBe(`v:${textTag('text nummer 49')}`)
    expect(tags.join(' ').length).toBeLessThanOrEqual(400)
  })

  it('does not send again what was refused, and keeps it on the device', async () => {
    const { field, sent, write, storage } = aWriter([{ kind: 'refused' }])
    write('alldeles för lång')
    expect(await field.save()).toBe('stored')
    await field.save()
    expect([sent.length, field.isRefused(), storage.kept.size]).toEqual([1, true, 1])
    write('kortare')
    await field.save()
    expect([sent.length, field.isRefused(), storage.kept.size]).toEqual([2, false, 0])
  })

  it('sends what it had from before first, oldest first, and takes each away when the server has it', async () => {
    const storage = aStorage()
    const before = unsentOf(storage, { ...anna, page: 'p0' })
    before.keep('text.mat', 'från i går', ['then'])
    const { field, sent, write } = aWriter([], { letters: before.all(), storage })
    write('från i dag')
    await field.save()
    expect(sent.map(({ text }) => text)).toEqual(['från i går', 'från i dag'])
    expect(sent[0].tags[0]).toBe('then')
    expect(storage.kept.size).toBe(0)
  })

  it('knows that a text stands beside another’s until its author has chosen', async () => {
    const { field, write } = aWriter([{ kind: 'stored', tag: 'v:1' }])
    expect(field.isBeside()).toBe(false)
    write('mitt')
    await field.save()
    expect(field.isBeside()).toBe(true)
    write('vårt')
    await field.save()
    expect(field.isBeside()).toBe(false)
  })

  it('knows when a text is neither sent nor on the device', async () => {
    const { field, write } = aWriter([{ kind: 'lost' }], { storage: aStorage(0) })
    write('ett')
    await field.save()
    expect(field.isAtRisk()).toBe(true)
    await field.save()
    expect(field.isAtRisk()).toBe(false)
  })

  it('gives what is left when the page goes away, upon what may be there then', async () => {
    const { field, write, answer } = aWriter([{ kind: 'stored', tag: 'x', after: true }])
    expect(field.last()).toBeUndefined()
    write('ett')
    const saving = field.save()
    write('ett två')
    expect(field.last()).toEqual({
      field: 'text.mat',
      text: 'ett två',
      tags: ['was', textTag('ett'), `v:${textTag('ett')}`],
    })
    answer()
    await saving
  })
})
