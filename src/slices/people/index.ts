export { chooseLanguage, registerPersons } from './people.commands.ts'
export { peopleFacts } from './people.facts.ts'
export {
  findByEmail,
  findPerson,
  getPerson,
  type Holder,
  listHolders,
  listPersons,
  listRepresentatives,
  namesOf,
  type PersonRow,
  type Representative,
} from './people.store.ts'
export { peopleTexts } from './people.texts.ts'
