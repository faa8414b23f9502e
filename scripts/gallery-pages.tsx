import { ore } from '../src/kernel/money.ts'
import {
  Actions,
  Alert,
  Breadcrumbs,
  ButtonLink,
  Card,
  CardGrid,
  Checkbox,
  CheckboxGroup,
  DateField,
  DefinitionList,
  Details,
  DownloadLink,
  EmptyState,
  ErrorSummary,
  Fieldset,
  FindingList,
  Form,
  type FormState,
  FormPage,
  Heading,
  Lead,
  List,
  Money,
  Note,
  PageDocument,
  type PageFrame,
  Pagination,
  Paragraph,
  Progress,
  RadioGroup,
  Section,
  SelectField,
  SimpleDocument,
  StatTiles,
  SubmitButton,
  Table,
  Tabs,
  Tag,
  TaskList,
  TextArea,
  TextField,
  TextLink,
  TimeField,
  Timeline,
  WhyNote,
  WrittenText,
  YesNoField,
} from '../src/ui/index.ts'

type Files = { readonly stylesheet: string; readonly icon: string }

const language = 'sv'

const footer = [
  { label: 'Tillgänglighet', href: '#tillganglighet' },
  { label: 'Om personuppgifter', href: '#personuppgifter' },
  { label: 'Hjälp', href: '#hjalp' },
]

const menu = [
  'Att göra',
  'Mina uppdrag',
  'Enheter',
  'Besök',
  'Rapporter',
  'Sammanträden',
  'Arvoden',
  'Sammanställning',
  'Riktlinje',
]

const frame: PageFrame = {
  language,
  stylesheet: '',
  municipality: 'Almviks kommun',
  committee: 'Humanistiska nämnden',
  homeHref: '#',
  switchHref: '#byt',
  navigation: menu.map((label, index) => ({
    label,
    href: `#${index}`,
    current: index === 0,
    count: index === 0 ? 3 : undefined,
  })),
  languageSwitch: { action: '#sprak', returnTo: '/' },
  person: { name: 'Birgitta Lindqvist', role: 'Kontaktpolitiker', signOutAction: '#ut' },
  demo: true,
  footer,
}

const form: FormState = {
  values: {
    unit: 'solgarden',
    day: '2026-13-04',
    note: 'Möt mig vid <entrén> & "ring" på klockan.',
    audiences: ['residents'],
  },
  errors: [
    { field: 'day', message: 'Skriv dagen som år, månad och dag, till exempel 2026-03-25.' },
    { field: 'audiences', message: 'Välj minst två grupper att träffa.' },
    { field: 'accept', message: 'Bekräfta att du har läst avsnittet om sekretess.' },
  ],
}

const field = { language, form } as const

const visits = [
  {
    unit: 'Solgårdens äldreboende',
    day: '25 mars 2026',
    who: 'Birgitta Lindqvist, Hassan Nouri',
    fee: ore(60650),
    status: <Tag tone="good">Rapporterat</Tag>,
  },
  {
    unit: 'Förskolan Blåklinten',
    day: '2 april 2026',
    who: 'Birgitta Lindqvist',
    fee: ore(34700),
    status: <Tag tone="warning">Rapport saknas</Tag>,
  },
  {
    unit: 'Daglig verksamhet Kvarnen',
    day: '14 maj 2026',
    who: 'Hassan Nouri',
    fee: ore(0),
    status: <Tag tone="info">Bokat</Tag>,
  },
]

export function GalleryPage({ stylesheet, icon }: Files) {
  return (
    <PageDocument
      frame={{ ...frame, stylesheet, icon }}
      title="Att göra"
      before={
        <Breadcrumbs
          language={language}
          items={[
            { label: 'Enheter', href: '#e' },
            { label: 'Solgårdens äldreboende', href: '#s' },
          ]}
        />
      }
    >
      <Heading level={1}>Att göra</Heading>
      <Lead>Det här väntar på dig, i den ordning det ska vara klart. Varje rad leder till det enda nästa steget.</Lead>
      <Alert tone="good" announce heading="Besöket är bokat">
        <Paragraph>Enhetschefen på Solgården har fått kallelsen. Du får ett mejl när hon har svarat.</Paragraph>
      </Alert>
      <TaskList
        language={language}
        label="Att göra"
        tasks={[
          {
            key: '1',
            title: 'Skriv rapporten från Förskolan Blåklinten',
            href: '#1',
            due: '9 april',
            status: { tone: 'danger', label: 'Försenad' },
            about: 'Besök den 2 april, tillsammans med Hassan Nouri',
          },
          {
            key: '2',
            title: 'Svara på kallelsen till Kvarnen',
            href: '#2',
            due: '30 april',
            status: { tone: 'warning', label: 'Snart' },
            about: 'Daglig verksamhet Kvarnen, 14 maj kl. 13.00',
          },
          {
            key: '3',
            title: 'Godkänn ditt arvodesunderlag för mars',
            href: '#3',
            status: { tone: 'neutral', label: 'Ingen brådska' },
          },
        ]}
      />
      <StatTiles
        items={[
          { label: 'Genomförda besök i år', value: '14', note: 'av 22 som riktlinjen kräver' },
          { label: 'Rapporter till nämnden', value: '12' },
          { label: 'Utbetalt arvode', value: <Money amount={ore(1243650)} /> },
          { label: 'Förslag som väntar svar', value: '3' },
        ]}
      />
      <Section heading="Besök">
        <Tabs
          label="Visa besök"
          items={[
            { label: 'Kommande', href: '#k', current: true, count: 4 },
            { label: 'Genomförda', href: '#g', current: false, count: 14 },
            { label: 'Inställda', href: '#i', current: false },
          ]}
        />
        <Table
          caption="Besök våren 2026"
          columns={[
            { heading: 'Enhet', cell: (row) => <TextLink href="#enhet">{row.unit}</TextLink>, rowHeading: true },
            { heading: 'Dag', cell: (row) => row.day },
            { heading: 'Deltagare', cell: (row) => row.who },
            { heading: 'Läge', cell: (row) => row.status },
            { heading: 'Arvode', cell: (row) => <Money amount={row.fee} />, align: 'number' },
          ]}
          rows={visits}
          rowKey={(row) => row.unit}
          footer={['Summa', '', '', '', <Money key="sum" amount={ore(95350)} />]}
        />
        <Pagination language={language} page={2} pages={5} hrefOf={(page) => `#sida-${page}`} />
      </Section>
      <Section heading="Vad riktlinjen säger om besöket">
        <FindingList
          items={[
            {
              tone: 'good',
              label: 'Uppfyllt',
              text: 'Kallelsen gick ut 21 dagar före besöket; minst 14 krävs.',
              clause: 'Avsnitt 4.2',
            },
            {
              tone: 'warning',
              label: 'Avvikelse',
              text: 'Bara majoriteten är företrädd. Paret bör ha en ledamot från vardera blocket.',
              clause: 'Avsnitt 2.1',
            },
            {
              tone: 'danger',
              label: 'Bryter mot',
              text: 'Rapporten lämnades efter manusstopp.',
              clause: 'Avsnitt 6.1',
            },
            {
              tone: 'neutral',
              label: 'Kan inte avgöras',
              text: 'Om arvode ska betalas för restiden framgår inte.',
              detail: 'Nämnden behöver ta ställning: räknas restid in i de tre timmarna?',
              clause: 'Avsnitt 7',
            },
          ]}
        />
        <WhyNote language={language} clause="4.2" source="Riktlinje för kontaktpolitiker" href="#riktlinje">
          Enheten ska hinna planera, och den som bor där ska kunna säga nej.
        </WhyNote>
      </Section>
      <Section heading="Enheter">
        <CardGrid>
          <Card heading="Solgårdens äldreboende" href="#solgarden" tag={<Tag tone="good">Besökt i år</Tag>}>
            <Progress language={language} label="Besök i år" done={2} expected={2} />
          </Card>
          <Card heading="Förskolan Blåklinten" href="#blaklinten" tag={<Tag tone="warning">Besök återstår</Tag>}>
            <Progress language={language} label="Besök i år" done={1} expected={3} />
          </Card>
          <Card heading="Nästa besök" tinted>
            <Paragraph>Torsdag 14 maj kl. 13.00–15.00</Paragraph>
            <ButtonLink href="#forbered" tone="secondary">
              Förbered dig
            </ButtonLink>
          </Card>
        </CardGrid>
        <EmptyState heading="Inga öppna förslag" action={<ButtonLink href="#nytt">Lämna ett förslag</ButtonLink>}>
          När en enhet föreslår något i ett besök följer vi det här tills nämnden har svarat.
        </EmptyState>
      </Section>
      <Section heading="Så gick besöket till">
        <DefinitionList
          items={[
            { term: 'Enhet', description: <TextLink href="#enhet">Solgårdens äldreboende</TextLink> },
            { term: 'Tid', description: 'Onsdag 25 mars 2026 kl. 15.00–17.20' },
            { term: 'Arvode', description: <Money amount={ore(60650)} /> },
            {
              term: 'Rapport',
              description: <DownloadLink href="#pdf" label="Besöksrapport Solgården" format="PDF/A, 120 kB" />,
            },
          ]}
        />
        <Timeline
          label="Besökets gång"
          entries={[
            {
              key: '1',
              when: '2 mars 2026',
              datetime: '2026-03-02',
              what: 'Kallelse skickad',
              who: 'av Anna Ek, enhetschef',
            },
            {
              key: '2',
              when: '25 mars 2026',
              datetime: '2026-03-25',
              what: 'Besöket genomfört',
              who: 'Birgitta Lindqvist, Hassan Nouri',
              detail: <Note>Två timmar och tjugo minuter</Note>,
            },
            {
              key: '3',
              when: '7 april 2026',
              datetime: '2026-04-07',
              what: 'Rapporten väntar på sakgranskning',
              state: 'current',
            },
            { key: '4', when: '21 april 2026', datetime: '2026-04-21', what: 'Sammanträde', state: 'coming' },
          ]}
        />
        <Details summary="Frågor att ta upp på besöket">
          <List
            items={[
              'Vad är ni stolta över?',
              'Vad behöver nämnden veta?',
              'Hur har det gått med förslagen från förra besöket?',
            ]}
          />
        </Details>
        <WrittenText>{'Vi möttes av personal som tog sig tid.\nMåltiderna var ett genomgående ämne.'}</WrittenText>
      </Section>
      <Section heading="Boka ett besök">
        <ErrorSummary language={language} form={form} />
        <Form action="#boka" version={3} label="Boka ett besök">
          <SelectField
            {...field}
            name="unit"
            label="Vilken enhet?"
            choices={[
              { value: 'solgarden', label: 'Solgårdens äldreboende' },
              { value: 'kvarnen', label: 'Kvarnen' },
            ]}
          />
          <DateField {...field} name="day" label="Vilken dag?" />
          <TimeField {...field} name="time" label="När börjar det?" />
          <CheckboxGroup
            {...field}
            name="audiences"
            label="Vilka vill ni träffa?"
            hint="Riktlinjen nämner alla tre."
            choices={[
              { value: 'residents', label: 'Boende' },
              { value: 'relatives', label: 'Anhöriga' },
              { value: 'staff', label: 'Medarbetare', hint: 'Utan chefen i rummet, om de vill' },
            ]}
          />
          <RadioGroup
            {...field}
            name="form"
            label="Hur ska rapporten lämnas?"
            optional
            choices={[
              { value: 'written', label: 'Skriftligt' },
              { value: 'oral', label: 'Muntligt på sammanträdet' },
            ]}
          />
          <YesNoField {...field} name="own" label="Arbetar någon närstående på enheten?" />
          <TextArea
            {...field}
            name="note"
            label="Meddelande till enhetschefen"
            hint="Skriv inga namn på boende."
            optional
          />
          <Fieldset legend="Resan" hint="Bara om du vill ha ersättning.">
            <TextField
              {...field}
              name="distance"
              label="Sträcka i kilometer"
              suffix="km"
              width="short"
              inputMode="decimal"
              optional
            />
          </Fieldset>
          <Checkbox {...field} name="accept" label="Jag har läst avsnittet om sekretess" />
          <Actions>
            <SubmitButton>Boka besöket</SubmitButton>
            <SubmitButton tone="secondary" name="save" value="draft">
              Spara utkast
            </SubmitButton>
            <SubmitButton tone="danger">Ställ in besöket</SubmitButton>
            <ButtonLink href="#avbryt" tone="quiet">
              Avbryt
            </ButtonLink>
          </Actions>
        </Form>
      </Section>
    </PageDocument>
  )
}

export function SignInExample({ stylesheet, icon }: Files) {
  return (
    <SimpleDocument
      frame={{
        language,
        stylesheet,
        icon,
        municipality: 'Almviks kommun',
        homeHref: '#',
        languageSwitch: { action: '#sprak', returnTo: '/' },
        demo: true,
        footer,
      }}
      title="Logga in"
    >
      <FormPage
        language={language}
        title="Logga in"
        lead="Skriv din e-postadress, så skickar vi en kod som gäller i tio minuter."
        form={{ values: {}, errors: [] }}
        action="#kod"
        submitLabel="Skicka koden"
        cancelHref="#hem"
      >
        <TextField
          language={language}
          form={{ values: {}, errors: [] }}
          name="email"
          label="E-postadress"
          type="email"
          autoComplete="email"
        />
      </FormPage>
    </SimpleDocument>
  )
}
