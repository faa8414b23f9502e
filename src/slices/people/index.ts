export { registerPersons } from './people.commands.ts'
export { peopleFacts } from './people.facts.ts'
export { mailboxRoutes } from './mailbox.routes.tsx'
export { peopleRoutes } from './people.routes.tsx'
export {
  findSession,
  findVisitor,
  getPerson,
  type Holder,
  listHolders,
  listPersons,
  listRepresentatives,
  type Membership,
  namesOf,
  type PersonRow,
  type Representative,
  type Visitor,
} from './people.store.ts'
export { peopleTexts } from './people.texts.ts'
