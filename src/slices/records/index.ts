export { disclosureRoutes } from './disclosure.routes.tsx'
export { logRoutes } from './log.routes.tsx'
export { retentionRoutes } from './retention.routes.tsx'
