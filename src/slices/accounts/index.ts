export { accountsRoutes } from './accounts.routes.tsx'
export { findVisitor, type Visitor } from './accounts.store.ts'
export { mailboxRoutes } from './mailbox.routes.tsx'
export { findSession, touchSession } from './sessions.store.ts'
