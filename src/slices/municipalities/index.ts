export { registerMunicipality } from './municipalities.commands.ts'
export {
  findMunicipality,
  getMunicipality,
  listDemoMunicipalities,
  type MunicipalityRow,
} from './municipalities.store.ts'
export { lookRoutes, typesetterInLook } from './look.routes.tsx'
export { findLook } from './look.store.ts'
export { municipalitiesRoutes } from './municipalities.routes.tsx'
