import type { Journey } from './browser.ts'

type Approval = {
  readonly officer: string
  readonly chair: string
  /** The claim as the lists name it: `Roland Frid: Daglig verksamhet Verkstan`. */
  readonly claim: string
}

/** Has the fee officer check a claim among the others, and the chair approve it. */
export async function checkAndApprove(as: Journey['as'], { officer, chair, claim }: Approval): Promise<void> {
  const checking = await as(officer)
  await checking.open('/arvoden/kontroll')
  await checking.tick(new RegExp(claim))
  await checking.press('Kontrollerat: de valda stämmer')
  const approving = await as(chair)
  await approving.open('/arvoden/attest')
  await approving.tick(new RegExp(claim))
  await approving.press('Attestera de valda')
}

/** Has the officer make a payroll file, and returns it as PAXml and as CSV. */
export async function takeOutPayroll(
  as: Journey['as'],
  officer: string,
): Promise<{ readonly paxml: string; readonly csv: string }> {
  const { open, press, sees, download } = await as(officer)
  await open('/lon')
  await press('Skapa lönefil')
  await sees('Filen är låst.')
  const textOf = async (link: RegExp) => (await download(link)).bytes.toString('utf8')
  return { paxml: await textOf(/PAXml/), csv: await textOf(/CSV/) }
}

/** Returns what a PAXml file pays in all for the occasion that the comment names, in öre, by employment number. */
export function paidFor(paxml: string, comment: string): ReadonlyMap<string, number> {
  const paid = new Map<string, number>()
  for (const [row, employmentNumber = ''] of paxml.matchAll(
    /<lonetrans postid="\d+" anstid="(\w+)">.*?<\/lonetrans>/gs,
  )) {
    const [, kronor = '', ore = ''] = /<belopp>(-?\d+)\.(\d\d)<\/belopp>/.exec(row) ?? []
    if (row.includes(`<kommentar>${comment}</kommentar>`))
      paid.set(employmentNumber, (paid.get(employmentNumber) ?? 0) + Number(kronor + ore))
  }
  return paid
}

/** Returns what payroll answers when it has paid all rows of a PAXml file on that day. */
export function receiptOf(paxml: string, paidOn: string): Buffer {
  const rows = [...paxml.matchAll(/<lonetrans postid="(\d+)".*?<belopp>(-?\d+\.\d\d)<\/belopp>/gs)]
  return Buffer.from(['rad;belopp;utbetald', ...rows.map(([, row, amount]) => `${row};${amount};${paidOn}`)].join('\n'))
}
