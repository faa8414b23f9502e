import { defineTexts } from '../../kernel/language.ts'

/** The sentences of what would leave to payroll now, and of what waits for the next. */
export const payrollPreviewTexts = defineTexts(
  {
    nowHeading: 'Till den här månadens lön',
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
    heldCaption: (name: string) => `Underlag för ${name}, kan inte lämnas än`,
    heldChoice: 'Kan inte lämnas än. Läs varför överst på sidan.',
    heldClaim: (name: string, day: string) => `${name}, ${day}`,
    changedHeld:
      'Beloppet har ändrats sedan attesten. Lämna tillbaka underlaget, så att det kontrolleras och attesteras på nytt:',
    stoppedHeld:
      'Något krockar, till exempel samma tid två gånger eller en rapport med andra tider. Underlaget visar vad som kan göras:',
    lockNote:
      'När du skapar filen låses den, och underlagen i den kan inte lämnas en gång till. På nästa sida hämtar du filen.',
    toDifferences: 'Skillnader att rätta',
    batchCutOff: 'Bekräftat och attesterat senast',
  },
  {
    nowHeading: 'For this month’s pay',
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
    heldCaption: (name) => `Claims of ${name}, cannot leave yet`,
    heldChoice: 'Cannot leave yet. The top of the page says why.',
    heldClaim: (name, day) => `${name}, ${day}`,
    changedHeld:
      'The amount has changed since it was approved. Return the claim, so that it is checked and approved again:',
    stoppedHeld:
      'Something is at odds, such as the same time twice or a report with other times. The claim shows what can be done:',
    lockNote:
      'When you make the file it is locked, and the claims in it cannot leave once more. You download it on the next page.',
    toDifferences: 'Differences to correct',
    batchCutOff: 'Confirmed and approved by',
  },
)
