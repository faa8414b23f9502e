export { gatherProgramme, judgeProgramme } from './summaries.basis.ts'
export { summariesRoutes } from './summaries.routes.tsx'
