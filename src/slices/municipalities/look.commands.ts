import { done, refuse } from '../../kernel/result.ts'
import { command } from '../../platform/command.ts'
import { lookForm } from './look.forms.ts'
import { contrastToWhite, leastContrast } from './look.rules.ts'
import { findLook, saveLookRow } from './look.store.ts'

/** Settles colour and picture of the municipality's documents. A picture that is there stays unless it is taken away or another comes. */
export const saveLook = command({
  name: 'municipalities.save-look',
  allow: 'look:edit',
  input: lookForm,
  run: async ({ tx, scope, note }, { accent, alternative, removeLogo, logo }) => {
    const contrast = accent === '' ? leastContrast : contrastToWhite(accent)
    if (contrast < leastContrast) return refuse('municipalities.faint-colour', { contrast }, 'accent')
    const before = await findLook(tx)
    const png = logo ?? (removeLogo ? undefined : before.logo?.png)
    if (png && alternative === '') return refuse('municipalities.no-alternative', {}, 'alternative')
    await saveLookRow(tx, scope.municipalityId, {
      accent: accent === '' ? undefined : accent,
      logo: png && { png, alternative },
    })
    note(
      { type: 'municipality', id: scope.municipalityId },
      {
        accent: accent === '' ? null : accent,
        logo: png ? { alternative, bytes: png.length } : null,
      },
    )
    return done({})
  },
})
