/**
 * What the two documents say, in Swedish: they are the authority's own documents (språklagen 10 §). What stands under
 * `prefilled` is a proposal that the committee makes its own or writes anew; what nobody can know is left empty.
 */
export const documentTexts = {
  record: {
    title: 'Förteckning över behandling av personuppgifter',
    kind: 'Registerförteckning',
    lead: (committee: string) =>
      `${committee} är personuppgiftsansvarig för behandlingen i Nämndkontakt. Förteckningen förs enligt artikel 30 i dataskyddsförordningen.`,
    fields: {
      contact: 'Den ansvariges kontaktuppgifter',
      officer: 'Dataskyddsombud',
      purposeAssignment: 'Ändamål och laglig grund: uppdraget som kontaktpolitiker',
      purposeFee: 'Ändamål och laglig grund: arvoden',
      purposeRegister: 'Ändamål och laglig grund: personregistret',
      purposeAccount: 'Ändamål och laglig grund: inloggning och logg',
      purposePublic: 'Ändamål och laglig grund: allmänhetens insyn',
      recipients: 'Mottagare av uppgifterna',
      operator: 'Personuppgiftsbiträde: drift',
      mailHost: 'Personuppgiftsbiträde: e-post',
      thirdCountries: 'Överföring utanför EU och EES',
      retention: 'Bevarande och gallring',
      security: 'Säkerhetsåtgärder',
      adopted: 'Fastställd (dag, av vem, paragraf)',
    },
    prefilled: {
      purposeAssignment:
        'Planera, genomföra och redovisa verksamhetsbesök. Uppgift av allmänt intresse (artikel 6.1 e) med stöd av kommunallagen (2017:725) och nämndens riktlinje.',
      purposeFee:
        'Räkna ut, kontrollera, attestera och betala arvode. Rättslig förpliktelse (artikel 6.1 c): kommunallagen 4 kap. 12–18 §§, fullmäktiges arvodesregler och lagen (2018:597) om kommunal bokföring och redovisning.',
      purposeRegister:
        'Veta vilka som har plats, roll eller uppdrag och kunna nå dem. Uppgift av allmänt intresse (artikel 6.1 e). Förtroendevaldas parti är en känslig uppgift som den valde själv har offentliggjort (artikel 9.2 e). Personnummer behandlas bara där säker identifiering vid inloggning eller lön kräver det (3 kap. 10 § lagen 2018:218).',
      purposeAccount:
        'Släppa in rätt person och kunna visa vem som har gjort vad. Uppgift av allmänt intresse (artikel 6.1 e) och skyldigheten att skydda uppgifterna (artikel 5.2 och 32).',
      purposePublic:
        'Lämna ut allmänna handlingar och visa vem som är kontaktpolitiker. Rättslig förpliktelse (artikel 6.1 c): tryckfrihetsförordningen 2 kap. och offentlighets- och sekretesslagen (2009:400).',
      recipients:
        'Nämndens ledamöter och ersättare, enhetschefer för den egna enheten, nämndens tjänstepersoner, kommunens löneenhet (anställningsnummer, löneart och belopp) och den som begär ut allmänna handlingar efter prövning.',
      retention:
        'Det som har en gallringsregel gallras när två personer har sagt ja. Det som saknar regel bevaras. Reglerna i dag står under Fakta.',
      security:
        'Inloggning med engångskod, passnyckel eller kommunens egen inloggning. Behörighet per nämnd, roll och tid. Databasen skiljer kommuner och nämnder åt genom regler på radnivå. Personnummer, hemligheter och verkliga namn på skyddade personer är krypterade. Loggen är en kedja där varje ändring märks. Åtgärderna beskrivs med fil och prov i docs/security.md.',
    },
  },
  assessment: {
    title: 'Konsekvensbedömning avseende dataskydd',
    kind: 'Konsekvensbedömning',
    lead: (committee: string) =>
      `${committee} bedömer riskerna för dem vars uppgifter behandlas i Nämndkontakt, enligt artikel 35 i dataskyddsförordningen. Fri text om verksamheter för utsatta personer, och uppföljning av förtroendevalda, är skäl nog att göra bedömningen.`,
    fields: {
      description: 'Beskrivning av behandlingen',
      necessity: 'Behov och proportionalitet',
      individuals: 'Risk: text om enskilda i rapporter',
      smallUnits: 'Risk: små enheter där någon kan kännas igen',
      protected: 'Risk: skyddade personuppgifter röjs',
      recipients: 'Risk: fel mottagare',
      access: 'Risk: någon ser mer än sitt uppdrag kräver',
      monitoring: 'Risk: förtroendevalda kartläggs',
      views: 'Synpunkter från dem som berörs',
      officerAdvice: 'Dataskyddsombudets råd',
      decision: 'Beslut (dag, av vem, paragraf)',
    },
    /** What the product does about each risk, and what the municipality must decide itself. */
    risks: {
      individuals: {
        measures:
          'Rapporten frågar efter verksamheten och inte efter personer. Personnummer i en text stoppar rapporten. Vilka slags personer ett besök nådde noteras, aldrig vilka de var. En rapport kan sekretessmarkeras, och delar maskas vid utlämnande. Ett utkast ses bara av författarna och nämndsekreteraren.',
        decide: 'Vem som läser en rapport innan den blir färdig, och hur författarna utbildas i sekretess.',
      },
      smallUnits: {
        measures:
          'Sammanställningar visar enheter och besök, aldrig personer. Utlämnande prövas handling för handling, och ett ord kan maskas överallt där det står.',
        decide:
          'Om rapporter från enheter med få brukare ska sekretessmarkeras, och vilka sammanställningar som publiceras.',
      },
      protected: {
        measures:
          'Den som har skyddade personuppgifter visas med ett alias överallt. Det verkliga namnet ligger krypterat, och den som öppnar det syns i loggen. Personen visas inte på allmänna sidor.',
        decide: 'Vilka som får se det verkliga namnet, och hur personen nås.',
      },
      recipients: {
        measures:
          'Brev innehåller länk, enhet och dag och inga uppgifter om andra personer eller belopp. Innan något lämnar nämnden sägs vart det går. Den som något registreras åt får själv ett brev.',
        decide: 'Hur e-postadresser kontrolleras, och vad som görs när ett brev har gått fel.',
      },
      access: {
        measures:
          'Varje sida och åtgärd kräver en behörighet. Enhetschefen ser bara den egna enheten och inga belopp. Nämnderna är åtskilda också i databasen. Roller gäller för en tid. Läsning av sekretessmarkerade rapporter loggas.',
        decide: 'Vem som ger och avslutar roller, och hur ofta behörigheter och logg gås igenom.',
      },
      monitoring: {
        measures:
          'Det som följs upp är det som riktlinjen kräver: besök, rapporter och arvoden. Var och en ser allt om sig själv, och vem som har sett det. Anknytningar anges med ja eller nej och datum, aldrig vem.',
        decide: 'Hur jämförelser mellan förtroendevalda får användas.',
      },
    },
    prefilled: {
      description:
        'Nämnden utser kontaktpolitiker till enheter. Besök bokas, genomförs, rapporteras och ersätts. Uppgifterna gäller förtroendevalda, chefer och tjänstepersoner, och i fri text kan uppgifter om brukare och anhöriga förekomma fast de inte ska stå där.',
      necessity:
        'Utan namn, uppdrag, närvaro och rapporter kan besöken varken genomföras, redovisas eller ersättas. Uppgifter som inte behövs efterfrågas inte: personnummer bara där inloggning eller lön kräver det, inga namn på brukare, inga skäl till frånvaro.',
    },
  },
  measures: 'Vad programmet gör',
  decide: 'Vad kommunen behöver besluta',
  judgement: 'Nämndens bedömning',
  facts: 'Fakta ur systemet',
  missing: 'Inte ifyllt ännu',
  version: 'Version',
  unsaved: 'Ej sparad',
  date: 'Datum',
  savedBy: 'Sparad av',
  page: 'Sida',
  of: 'av',
  fictional: 'Fiktiva uppgifter',
  yes: 'Ja',
  no: 'Nej',
  none: 'Inga',
  headings: {
    about: 'Om dokumentet',
    persons: 'Kategorier av registrerade',
    data: 'Kategorier av uppgifter',
    access: 'Vem som har åtkomst',
    signIn: 'Sätt att logga in',
    retention: 'Regler för bevarande och gallring i dag',
    sensitive: 'Uppgifter med särskilt skydd',
  },
  persons: {
    representatives: 'Förtroendevalda i nämnden',
    managers: 'Enhetschefer',
    officers: 'Tjänstepersoner och övriga roller',
    users: 'Brukare, anhöriga och medarbetare',
    usersNote: 'Inga registreras. Kan förekomma i fri text.',
  },
  data: {
    identity: ['Namn, e-post, anställningsnummer, parti, block', 'Platser, roller, uppdrag'],
    relations: 'Anmälda anknytningar (ja eller nej och datum)',
    visits: 'Besök, kallelser, svar, närvaro',
    reports: 'Rapporter',
    claims: 'Arvodesunderlag',
    letters: 'Skickade brev',
    log: 'Loggrader',
  },
  signIn: {
    codes: 'Engångskod med e-post',
    codesFor: { everybody: 'Alla', 'without-provider': 'De som saknar kommunens inloggning', nobody: 'Avstängt' },
    passkeys: 'Passnyckel',
    emergency: 'Nödinloggning för systemförvaltare (antal)',
    on: 'Påslagen',
  },
  sensitive: {
    hasProtected: 'Finns personer med skyddade personuppgifter',
    numbersForSignIn: 'Personnummer för inloggning (antal)',
    numbersForPayroll: 'Personnummer för lön (antal)',
    party: 'Parti (politisk åsikt, offentliggjord av den valde)',
  },
} as const
