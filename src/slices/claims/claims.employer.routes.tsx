import { wordsOf } from '../../engine/rules/words.ts'
import { minutes } from '../../kernel/clock-time.ts'
import { type Day, isoFromDay, parseDay, yearOf, yearPeriod } from '../../kernel/date.ts'
import { ore, type Ore, printedKronor, sumOre } from '../../kernel/money.ts'
import { withQuery } from '../../kernel/place.ts'
import { longDay } from '../../platform/documents/day-text.ts'
import { get, type PageRequest } from '../../platform/http/page.ts'
import { formatDay, formatTimeOfDay } from '../../ui/index.ts'
import { getMunicipality, typesetterInLook } from '../municipalities/index.ts'
import { visitCertificatePath } from '../visits/visits.paths.ts'
import { type Assignment, listAssignments } from './claims.employer.store.ts'
import { employerTexts } from './claims.employer.texts.ts'
import { EmployerPage } from './claims.employer.views.tsx'
import { isFrozen } from './claims.rules.ts'
import { latestDecisions, listClaims } from './claims.store.ts'
import { employerPdfPath } from './claims.year.paths.ts'
import { yearPdf } from './claims.year.pdf.ts'
import { yearTexts } from './claims.year.texts.ts'

/** What an employer is shown of several visits: days and times, and no more than the person chooses. */
export const employerPages = [
  get('/arvoden/arbetsgivarintyg', 'claims:read-own', (request) => employerPage(request)),
  get('/arvoden/arbetsgivarintyg.pdf', 'claims:read-own', (request) => employerPdf(request)),
]

type Asked = {
  readonly from: Day
  readonly until: Day
  readonly employer: string
  readonly units: boolean
  readonly amounts: boolean
  readonly errors: readonly { readonly field: string; readonly message: string }[]
}

/** Returns what the address asks for: this year so far unless it says days that can be read. */
function asked({ url, scope, language }: PageRequest): Asked {
  const { errors } = employerTexts(language)
  const query = (name: string) => (url.searchParams.get(name) ?? '').trim()
  const day = (name: string, otherwise: Day) => (query(name) === '' ? otherwise : parseDay(query(name)))
  const usual = { from: yearPeriod(yearOf(scope.today)).from, until: scope.today }
  const [from, until] = [day('fran', usual.from), day('till', usual.until)]
  const chosen = url.searchParams.getAll('med')
  const found = [
    ...(from === undefined ? [{ field: 'fran', message: errors['day-form'] }] : []),
    ...(until === undefined ? [{ field: 'till', message: errors['day-form'] }] : []),
    ...(from !== undefined && until !== undefined && until < from ? [{ field: 'till', message: errors.order }] : []),
  ]
  return {
    ...(found.length > 0 || from === undefined || until === undefined ? usual : { from, until }),
    employer: query('arbetsgivare').slice(0, 100),
    units: chosen.includes('enheter'),
    amounts: chosen.includes('belopp'),
    errors: found,
  }
}

async function employerPage(request: PageRequest): Promise<Response> {
  const { language, place, scope, url } = request
  const choice = asked(request)
  const found = await request.read((tx) => listAssignments(tx, scope, choice.from, choice.until))
  const values = {
    fran: url.searchParams.get('fran') ?? isoFromDay(choice.from),
    till: url.searchParams.get('till') ?? isoFromDay(choice.until),
    arbetsgivare: choice.employer,
    med: url.searchParams.getAll('med'),
  }
  const query = {
    fran: isoFromDay(choice.from),
    till: isoFromDay(choice.until),
    arbetsgivare: choice.employer === '' ? undefined : choice.employer,
  }
  const chosen = [...(choice.units ? ['enheter'] : []), ...(choice.amounts ? ['belopp'] : [])]
  const pdfHref = chosen.reduce((href, it) => `${href}&med=${it}`, withQuery(employerPdfPath(place), query))
  const props = {
    language,
    place,
    form: { values, errors: choice.errors },
    visits: found.map((it) => ({
      key: it.visitId,
      ...timesOf(it, request),
      day: formatDay(it.day, language),
      certificateHref: visitCertificatePath(place, it.visitId),
    })),
    pdfHref: found.length === 0 ? undefined : pdfHref,
  }
  const title = employerTexts(language).title
  return request.page(title, <EmployerPage {...props} />, choice.errors.length > 0 ? 422 : 200)
}

async function employerPdf(request: PageRequest): Promise<Response> {
  const { language, scope, municipality, committee, person, now } = request
  const texts = employerTexts(language)
  const choice = asked(request)
  const { assignments, amounts, contact } = await request.read(async (tx) => {
    const found = await listAssignments(tx, scope, choice.from, choice.until)
    const ids = found.flatMap(({ claimId }) => claimId ?? [])
    const frozen = (await listClaims(tx, scope, { ids })).filter(({ state }) => isFrozen(state)).map(({ id }) => id)
    return {
      assignments: found,
      amounts: await latestDecisions(tx, scope, frozen),
      contact: (await getMunicipality(tx, municipality.id)).functionAddress,
    }
  })
  const lostFor = ({ claimId }: Assignment): Ore =>
    sumOre(
      (amounts.get(claimId ?? '')?.others ?? []).flatMap(({ component, amount }) =>
        component === 'lost-earnings' ? [amount] : [],
      ),
    )
  /** Where working time was lost, nothing is certified of what nobody has decided yet. */
  const compensationOf = (it: Assignment): string => {
    if (it.lostMinutes > 0 && !amounts.has(it.claimId ?? '')) return texts.undecided
    return it.lostMinutes === 0 && lostFor(it) === 0 ? '–' : printedKronor(lostFor(it), language)
  }
  const words = wordsOf(language)
  const optional = (isWanted: boolean, cell: string) => (isWanted ? [cell] : [])
  const lost = assignments.reduce((sum, it) => sum + it.lostMinutes, 0)
  const bytes = await yearPdf(await typesetterInLook(request), {
    language,
    municipality: municipality.name,
    committee: committee.name,
    kind: texts.kind,
    title: texts.paperTitle,
    statement: texts.statement(person.name, committee.name, municipality.name),
    facts: [
      { label: texts.name, value: person.name },
      ...(choice.employer === '' ? [] : [{ label: texts.employer, value: choice.employer }]),
      { label: texts.period, value: texts.periodOf(longDay(choice.from, language), longDay(choice.until, language)) },
      { label: texts.contact, value: contact },
    ],
    issued: scope.today,
    sections: [
      {
        heading: texts.visits,
        columns: [
          texts.day,
          texts.time,
          texts.travel,
          texts.lost,
          ...optional(choice.units, texts.unit),
          ...optional(choice.amounts, texts.amount),
        ],
        wide: choice.units ? 4 : 3,
        figures: choice.units ? 5 : 4,
        rows: assignments.map((it) => {
          const { time, travel, lost: hours } = timesOf(it, request)
          return [
            longDay(it.day, language),
            time,
            travel,
            hours,
            ...optional(choice.units, it.units.join(', ')),
            ...optional(choice.amounts, compensationOf(it)),
          ]
        }),
        total: [
          texts.total,
          words.duration(assignments.reduce((sum, { start, end }) => sum + end - start, 0)),
          '',
          lost === 0 ? '' : words.duration(lost),
          ...optional(choice.units, ''),
          ...optional(choice.amounts, printedKronor(sumOre([ore(0), ...assignments.map(lostFor)]), language)),
        ],
        empty: texts.none,
      },
    ],
    notes: [texts.noted, texts.law],
    createdAt: now,
    marks: municipality.isDemo ? [yearTexts(language).mark] : [],
  })
  const name = texts.file(isoFromDay(choice.from), isoFromDay(choice.until))
  return request.file(bytes, { type: 'application/pdf', name })
}

function timesOf({ start, end, travelMinutes, lostMinutes }: Assignment, { language }: PageRequest) {
  const words = wordsOf(language)
  const at = (time: number) => formatTimeOfDay(minutes(time), language)
  return {
    time: yearTexts(language).range(at(start), at(end)),
    travel: travelMinutes === null || travelMinutes === 0 ? '–' : words.duration(travelMinutes),
    lost: lostMinutes === 0 ? '–' : words.duration(lostMinutes),
  }
}
