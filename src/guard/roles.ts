const set = (words: string) => new Set(words.trim().split(/\s+/))

/** Words that stand right before a person's name and nothing else. */
export const titles: ReadonlySet<string> = set(
  'fru herr fröken tant farbror doktor dr familjen systrarna bröderna makarna paret herrarna fruarna syster broder hr',
)

/** Roles, definite or as titles, that a person's name may follow. */
export const roles: ReadonlySet<string> = set(
  `enhetschef enhetschefen chef chefen rektor rektorn biträdande kock kocken kökschef kökschefen köksmästare köksmästaren kokerska kokerskan föreståndare föreståndaren
  handledare handledaren undersköterska undersköterskan sjuksköterska sjuksköterskan lärare läraren pedagog pedagogen förskollärare förskolläraren barnskötare barnskötaren
  vaktmästare vaktmästaren vikarien bibliotekarie bibliotekarien handläggare handläggaren praktikant praktikanten deltagaren brukaren eleven pojken flickan mannen kvinnan
  damen maken makan hustrun sonen dottern mamman pappan brodern systern grannen kollegan ordförande ordföranden ledamot ledamoten vårdare vårdaren kontaktpersonen kurator
  kuratorn psykolog psykologen läkare läkaren arbetsterapeut arbetsterapeuten fysioterapeuten samordnare samordnaren städaren lokalvårdaren chauffören barnet patienten klienten
  områdeschef områdeschefen verksamhetschef verksamhetschefen förvaltningschef förvaltningschefen socialchef socialchefen arbetsledare arbetsledaren assistenten`,
)

const determiner = 'en/ett/den/det/någon/en/vår/min/hans/hennes/deras/sin/ena'

/** One person who is met, cared for, taught or who is kin to one: who a sentence can reveal something of. */
export const onePerson = `@the-person, ${determiner} @person, ${determiner} @adj @person, ${determiner} @adj @adj @person, den/någon boende/boendes/äldre/åldriga/sjuka/dementa/gamle/gamla,
  en/ett/någon/ena/två/tre av, hans/hennes/sin/deras mor/far/son/sons/dotter/dotters/make/maka/fru/man/syster/bror/mamma/pappa/barn`

/** Words that point at one person who was named before. */
export const onePronoun = 'hon/han/hen/hennes/hans/hens/henne/honom/denne/dennes/vederbörande'

/** One person who works there. */
export const oneWorker = `@the-worker, en/ett/den/ny/ung/äldre/ena/någon/vår/två/tre/biträdande/tillförordnad @worker, en/ett/den/någon @adj @worker,
  en/ena/två/tre/någon/några i/av @workers, en/ena/två/tre/någon/några av/i de anställda, nattpersonalen/dagpersonalen/kvällspersonalen, två/tre @workers, som är/varit @worker, den/han/hon/hen som anställdes/anställts/jobbar/arbetar/leder/vikarierar`

/** Those who work there, together. */
export const workers = '@workers, de som jobbar/arbetar'
