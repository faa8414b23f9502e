export { overviewHandlers } from './try-out.handlers.ts'
export { tryOutRoutes } from './try-out.routes.tsx'
export { overviewRoutes } from './overview.routes.tsx'
