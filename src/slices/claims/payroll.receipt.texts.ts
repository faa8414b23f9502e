import { defineTexts } from '../../kernel/language.ts'

/** The sentences of what payroll says of a batch. */
export const payrollReceiptTexts = defineTexts(
  {
    heading: 'Kvittens från lönesystemet',
    title: (number: number) => `Kvittens för lönefil ${number}`,
    lead: 'När lönen är utbetald talar kvittensen om vilka rader som har betalats. Läs in filen från lönesystemet, eller markera hela lönefilen som utbetald.',
    toReceipt: 'Läs in kvittens eller markera som utbetald',
    state: (paid: number, rows: number) =>
      paid === rows
        ? 'Alla rader är utbetalda.'
        : paid === 0
          ? 'Ingen rad är markerad som utbetald än.'
          : `${paid} av ${rows} rader är utbetalda.`,
    fileHeading: 'Läs in en fil',
    file: 'Kvittensfil',
    fileHint:
      'En tabell i text (CSV), högst 900 kB. Kolumnerna kan heta Rad, Belopp, Utbetald och Status; bara Rad behövs. Inget sparas förrän du har sett vad filen säger.',
    paidOn: 'Utbetalningsdag',
    paidOnFileHint: 'Behövs bara om filen inte säger vilken dag.',
    paidOnHint: 'Den dag lönen betalades ut.',
    read: 'Läs filen',
    handHeading: 'Markera för hand',
    handLead: 'Alla rader som inte redan är utbetalda markeras som utbetalda den dag du skriver.',
    mark: 'Markera hela lönefilen som utbetald',
    shownTitle: (number: number) => `Det här säger kvittensen för lönefil ${number}`,
    shownLead: 'Läs igenom. Inget är sparat än.',
    fileName: 'Fil',
    willBePaid: 'Blir utbetalda',
    already: 'Var redan utbetalda',
    wontBePaid: 'Blir inte utbetalda',
    notMentioned: 'Nämns inte i filen',
    rows: (count: number) => (count === 1 ? '1 rad' : `${count} rader`),
    save: 'Spara kvittensen',
    cancel: 'Avbryt',
    notPaidHeading: 'Rader som inte är utbetalda',
    notPaidCaption: 'Rader som lönesystemet inte har betalat',
    row: 'Rad',
    person: 'Person',
    ours: 'I lönefilen',
    why: 'Varför',
    saidNothing: 'Lönesystemet säger inte varför.',
    otherAmount: (amount: string) => `Beloppet i kvittensen är ${amount}.`,
    whatToDo:
      'Fråga löneenheten. När raden har betalats läser du in en ny kvittens, eller markerar den som utbetald för hand. Ska beloppet vara ett annat rättas underlaget, och motraderna kommer i nästa lönefil.',
    notRead: 'Inget är sparat. Rätta felen i filen och välj den igen, eller be löneenheten om en ny.',
    more: (count: number) => `Och ${count} rader till med fel.`,
    problems: {
      'no-rows': 'Filen har inga rader.',
      'no-row-number': 'Ingen kolumn heter Rad eller Radnummer.',
    } as Readonly<Record<string, string>>,
    tooMany: (most: string) => `Filen har mer än ${most} rader. Välj kvittensen för den här lönefilen.`,
    rowNumber: (line: number, value: string) => `Rad ${line} i filen: ”${value}” är inget radnummer.`,
    amount: (line: number, value: string) => `Rad ${line} i filen: ”${value}” är inget belopp.`,
    day: (line: number, value: string) =>
      `Rad ${line} i filen: ”${value}” är ingen dag. Skriv till exempel 2026-10-27.`,
    twice: (line: number, value: string) => `Rad ${line} i filen: radnummer ${value} står två gånger.`,
    notInBatch: (line: number, value: string) => `Rad ${line} i filen: radnummer ${value} finns inte i lönefilen.`,
    otherBatch: (line: number, rowId: string, number: string) =>
      `Rad ${line} i filen: radnummer ${rowId} hör till lönefil ${number}.`,
    dayMissing: (line: number) => `Rad ${line} i filen säger ingen dag. Skriv utbetalningsdagen nedan.`,
    dayAhead: (line: number, value: string) =>
      `Rad ${line} i filen: ${value} har inte varit än. Läs in kvittensen när lönen är utbetald.`,
    dayBefore: (line: number, value: string) => `Rad ${line} i filen: ${value} är före den dag lönefilen skapades.`,
    errors: {
      'file-missing': 'Välj en fil.',
      'file-large': 'Filen är större än 900 kB. Välj kvittensen för den här lönefilen.',
      'file-form': 'Filen är ingen tabell i text. Spara den som CSV och försök igen.',
      'paid-on-missing': 'Skriv utbetalningsdagen.',
      'paid-on-form': 'Skriv dagen som 2026-10-27.',
      'receipt-incomplete': 'Sidan var inte komplett. Läs in filen igen.',
      'claims.receipt-known': 'Den här filen är redan inläst. Inget har ändrats.',
      'claims.receipt-changed': 'Något har ändrats sedan du läste filen. Läs in den igen.',
      'claims.paid-ahead': 'Dagen har inte varit än. Markera när lönen är utbetald.',
      'claims.paid-before-batch': 'Dagen är före den dag lönefilen skapades.',
      'claims.all-paid': 'Alla rader är redan utbetalda.',
    },
  },
  {
    heading: 'Receipt from payroll',
    title: (number) => `Receipt for payroll file ${number}`,
    lead: 'When the pay has gone out the receipt tells which rows were paid. Read the file from payroll, or mark the whole payroll file as paid.',
    toReceipt: 'Read a receipt or mark as paid',
    state: (paid, rows) =>
      paid === rows
        ? 'All rows are paid.'
        : paid === 0
          ? 'No row is marked as paid yet.'
          : `${paid} of ${rows} rows are paid.`,
    fileHeading: 'Read a file',
    file: 'Receipt file',
    fileHint:
      'A table in text (CSV), at most 900 kB. The columns may be called Row, Amount, Paid and Status; only Row is needed. Nothing is saved until you have seen what the file says.',
    paidOn: 'Day of payment',
    paidOnFileHint: 'Needed only when the file does not say the day.',
    paidOnHint: 'The day the pay went out.',
    read: 'Read the file',
    handHeading: 'Mark by hand',
    handLead: 'All rows that are not paid already are marked as paid on the day you write.',
    mark: 'Mark the whole payroll file as paid',
    shownTitle: (number) => `This is what the receipt says of payroll file ${number}`,
    shownLead: 'Read it through. Nothing is saved yet.',
    fileName: 'File',
    willBePaid: 'Will be paid',
    already: 'Were paid already',
    wontBePaid: 'Will not be paid',
    notMentioned: 'Not mentioned in the file',
    rows: (count) => (count === 1 ? '1 row' : `${count} rows`),
    save: 'Save the receipt',
    cancel: 'Cancel',
    notPaidHeading: 'Rows that are not paid',
    notPaidCaption: 'Rows that payroll has not paid',
    row: 'Row',
    person: 'Person',
    ours: 'In the payroll file',
    why: 'Why',
    saidNothing: 'Payroll does not say why.',
    otherAmount: (amount) => `The amount in the receipt is ${amount}.`,
    whatToDo:
      'Ask the payroll office. When the row has been paid, read a new receipt or mark it as paid by hand. If the amount is to be another, the claim is corrected, and its counter-rows come in the next payroll file.',
    notRead: 'Nothing is saved. Correct the file and choose it again, or ask the payroll office for a new one.',
    more: (count) => `And ${count} more rows with faults.`,
    problems: {
      'no-rows': 'The file has no rows.',
      'no-row-number': 'No column is called Row or Row number.',
    } as Readonly<Record<string, string>>,
    tooMany: (most) => `The file has more than ${most} rows. Choose the receipt of this payroll file.`,
    rowNumber: (line, value) => `Line ${line} of the file: “${value}” is no row number.`,
    amount: (line, value) => `Line ${line} of the file: “${value}” is no amount.`,
    day: (line, value) => `Line ${line} of the file: “${value}” is no day. Write for example 2026-10-27.`,
    twice: (line, value) => `Line ${line} of the file: row number ${value} stands twice.`,
    notInBatch: (line, value) => `Line ${line} of the file: row number ${value} is not in the payroll file.`,
    otherBatch: (line, rowId, number) =>
      `Line ${line} of the file: row number ${rowId} belongs to payroll file ${number}.`,
    dayMissing: (line) => `Line ${line} of the file says no day. Write the day of payment below.`,
    dayAhead: (line, value) =>
      `Line ${line} of the file: ${value} has not been yet. Read the receipt when the pay has gone out.`,
    dayBefore: (line, value) => `Line ${line} of the file: ${value} is before the day the payroll file was made.`,
    errors: {
      'file-missing': 'Choose a file.',
      'file-large': 'The file is larger than 900 kB. Choose the receipt of this payroll file.',
      'file-form': 'The file is no table in text. Save it as CSV and try again.',
      'paid-on-missing': 'Write the day of payment.',
      'paid-on-form': 'Write the day as 2026-10-27.',
      'receipt-incomplete': 'The page was not complete. Read the file again.',
      'claims.receipt-known': 'This file has been read already. Nothing has changed.',
      'claims.receipt-changed': 'Something has changed since you read the file. Read it again.',
      'claims.paid-ahead': 'The day has not been yet. Mark it when the pay has gone out.',
      'claims.paid-before-batch': 'The day is before the day the payroll file was made.',
      'claims.all-paid': 'All rows are paid already.',
    },
  },
)

export type PayrollReceiptTexts = ReturnType<typeof payrollReceiptTexts>
