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
