import { type PlaceSlugs, placePath } from '../../kernel/place.ts'

type Asked = { readonly year?: string | undefined; readonly unit?: string | undefined; readonly page?: number }

/** The committee's register of reports (diarium), all of it or what is asked for. */
export const registerPath = (place: PlaceSlugs, asked: Asked = {}) =>
  `${placePath(place, 'rapporter', 'diarium')}${queryOf(asked)}`
export const registerFilePath = (place: PlaceSlugs, asked: Asked = {}) =>
  `${placePath(place, 'rapporter', 'diarium', 'diarium.csv')}${queryOf(asked)}`

function queryOf({ year, unit, page }: Asked): string {
  const query = new URLSearchParams({
    ...(year ? { ar: year } : {}),
    ...(unit ? { enhet: unit } : {}),
    ...(page !== undefined && page > 1 ? { sida: String(page) } : {}),
  }).toString()
  return query === '' ? '' : `?${query}`
}
