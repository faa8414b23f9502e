import type { ReadTx, Tx } from '../../platform/db/database.ts'
import type { Look } from './look.rules.ts'
import { municipalityLook } from './municipalities.tables.ts'

/** Returns how the documents of the transaction's municipality look; nothing in it before anybody has chosen. */
export async function findLook(tx: ReadTx | Tx): Promise<Look> {
  const [row] = await tx.select().from(municipalityLook)
  if (!row) return {}
  const { accent, logo, logoAlternative } = row
  return {
    accent: accent ?? undefined,
    logo: logo && logoAlternative ? { png: new Uint8Array(logo), alternative: logoAlternative } : undefined,
  }
}

/** Keeps the look, in place of the one before. */
export async function saveLookRow(tx: Tx, municipalityId: string, { accent, logo }: Look): Promise<void> {
  const chosen = {
    accent: accent ?? null,
    logo: logo ? Buffer.from(logo.png) : null,
    logoAlternative: logo?.alternative ?? null,
  }
  await tx
    .insert(municipalityLook)
    .values({ municipalityId, ...chosen })
    .onConflictDoUpdate({ target: municipalityLook.municipalityId, set: chosen })
}
