export { logRoutes } from './log.routes.tsx'
