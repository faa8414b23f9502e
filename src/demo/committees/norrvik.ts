import { formGroup } from '../../slices/appointments/index.ts'
import type { DemoCommittee } from '../committee.ts'

const secretary = 'Ann-Sofie Risberg'

/** Each has majority and opposition; the first of a group reports for it. */
const groups = {
  'Grupp 1': ['Marianne Ljung', 'Samir Haddad', 'Christer Boman'],
  'Grupp 2': ['Ove Hallin', 'Katarina Nyberg', 'Lisa Engdahl'],
  'Grupp 3': ['Elsa Rydén', 'Bo Fransson', 'Anders Tall'],
}

/** A routine that is only proposed: the first thing to do here is to adopt it. No fee is said. */
export const norrvik: DemoCommittee = {
  municipality: { slug: 'norrvik', name: 'Norrviks kommun' },
  committee: { slug: 'social-och-omsorgsnamnden', name: 'Social- och omsorgsnämnden' },
  about: 'Rutinen är ett förslag: anta det först, sedan kan de tre besöksgrupperna börja. Arvodet är inte bestämt.',
  guideline: 'social-och-omsorgsnamnden-forslag',
  interpretations: 'social-och-omsorgsnamnden-forslag',
  feeRules: 'upplands-bro-2019',
  meetsOn: 4,
  units: [
    {
      name: 'Äldreboendet Björkbacken',
      kind: 'äldreboende',
      location: 'Björkvägen 10',
      relativesCouncil: true,
      manager: 'Kristina Orre',
      missionDescription: 'Boende för äldre med tre avdelningar.',
    },
    {
      name: 'Hemtjänst Norrvik',
      kind: 'hemtjänst',
      location: 'Norra gatan 5',
      manager: 'Johannes Vester',
      missionDescription: 'Stöd i hemmet i hela kommunen.',
    },
    {
      name: 'Gruppbostaden Skutan',
      kind: 'gruppbostad',
      location: 'Skutgränd 2',
      manager: 'Amanda Rosell',
      missionDescription: 'Gruppbostad för vuxna.',
    },
    {
      name: 'Ungdomsmottagningen',
      kind: 'mottagning',
      location: 'Parkgatan 7',
      manager: 'Malin Grahn',
      missionDescription: 'Samtal, råd och provtagning för unga.',
    },
    {
      name: 'Träffpunkten Kajutan',
      kind: 'träffpunkt',
      location: 'Hamngatan 1',
      manager: 'Leif Dahl',
      missionDescription: 'Öppen mötesplats med aktiviteter och lunch.',
    },
    {
      name: 'Mottagningsenheten',
      kind: 'mottagning',
      location: 'Rådhusgatan 3',
      manager: 'Nour Saleh',
      missionDescription: 'Första kontakten med socialtjänsten.',
    },
  ],
  politicians: [
    { name: 'Marianne Ljung', bloc: 'majority', party: 'Norrviks väl', chairTitle: 'ordförande' },
    { name: 'Ove Hallin', bloc: 'majority', party: 'Kustens röst', chairTitle: 'förste vice ordförande' },
    { name: 'Samir Haddad', bloc: 'majority', party: 'Norrviks väl' },
    { name: 'Katarina Nyberg', bloc: 'majority', party: 'Kustens röst' },
    { name: 'Anders Tall', bloc: 'majority', party: 'Norrviks väl' },
    { name: 'Elsa Rydén', bloc: 'opposition', party: 'Nya Norrvik' },
    { name: 'Christer Boman', bloc: 'opposition', party: 'Nya Norrvik' },
    { name: 'Lisa Engdahl', bloc: 'opposition', party: 'Skogslänken' },
    { name: 'Bo Fransson', bloc: 'opposition', party: 'Skogslänken', seat: 'substitute' },
  ],
  officers: {
    secretary,
    'fee-officer': 'Ulf Sandin',
    'quality-officer': 'Teresa Lang',
    administrator: 'Henrik Mo',
    auditor: 'Gun Wester',
  },
  payTypes: [{ feeKind: 'meeting', payType: '4105', label: 'Arvode verksamhetsbesök', costCentre: '4800' }],
  appoint: async (town) => {
    for (const [name, members] of Object.entries(groups)) {
      const memberIds = members.map(town.idOf)
      await town.run(town.actor(secretary), formGroup, {
        name,
        memberIds,
        rapporteurId: memberIds[0],
        validFrom: town.from,
      })
    }
  },
  happenings: () => [],
}
