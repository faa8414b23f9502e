export { summariesRoutes } from './summaries.routes.tsx'
