import { defineTexts } from '../../kernel/language.ts'

/** The sentences of what would leave to payroll now, and of what waits for the next. */
export const payrollPreviewTexts = defineTexts(
  {
    nowHeading: 'Till den här månadens lön',
    allHeading: 'Till lön',
    cutOff: (day: string) =>
      `Det som är bekräftat och attesterat senast ${day} är förvalt. Det som har blivit klart senare hör till nästa månads lön.`,
    laterHeading: 'Till nästa månads lön',
    laterLead: 'Det här blev klart efter brytdagen. Det väntar till nästa lönefil om du inte väljer något annat.',
    laterLabel: 'Ta med redan nu',
    laterHint: 'Ingen är förvald.',
    kindsCaption: 'Summa för varje slag',
    kind: 'Slag',
    count: 'Antal',
    correction: 'Rättning',
    estate: (name: string) => `${name}, dödsbo`,
    toDifferences: 'Skillnader att rätta',
    batchCutOff: 'Bekräftat och attesterat senast',
  },
  {
    nowHeading: 'For this month’s pay',
    allHeading: 'For pay',
    cutOff: (day) =>
      `What is confirmed and approved by ${day} is chosen beforehand. What became ready later belongs to the next month’s pay.`,
    laterHeading: 'For next month’s pay',
    laterLead:
      'This became ready after the cut-off day. It waits for the next payroll file unless you choose otherwise.',
    laterLabel: 'Take it now already',
    laterHint: 'Nobody is chosen beforehand.',
    kindsCaption: 'Sum of each kind',
    kind: 'Kind',
    count: 'Count',
    correction: 'Correction',
    estate: (name) => `${name}, estate`,
    toDifferences: 'Differences to correct',
    batchCutOff: 'Confirmed and approved by',
  },
)
