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

/** One person who is met, cared for, taught or who is kin to one: who a sentence can reveal something of. */
export const onePerson = `brukaren/brukarens/kvinnan/kvinnans/mannen/mannens/pojken/pojkens/flickan/flickans/barnet/barnets/eleven/elevens/deltagaren/deltagarens/sonen/sonens/dottern/dotterns
  patienten/patientens/klienten/klientens/damen/damens/herrn/herrns/makan/maken/makens/hustrun/hustruns/mamman/mammans/pappan/pappans/praktikanten/praktikantens/hyresgästen/personen/personens
  en/ett boende/brukare/kvinna/man/pojke/flicka/barn/elev/deltagare/patient/klient/dam/herre/person/hyresgäst/son/dotter/bebis
  en/ett/den/det/åldrig/äldre/ung/yngre äldre/ung/yngre/gammal/liten/dement/sjuk/annan/annat boende/brukare/brukaren/kvinna/kvinnan/man/mannen/pojke/flicka/barn/elev/deltagare/dam/damen/person/herre/herrn
  den boende/boendes/äldre/åldriga/sjuka/dementa
  en/ett/någon/ena/två av de/våra boende/äldre
  en/ett/någon/ena/två av brukarna/barnen/eleverna/deltagarna/kvinnorna/männen/pojkarna/flickorna
  fadern/moderns/fadern/faderns/modern/styvfar/styvfadern/farmor/mormor/morfar/farfar`

/** Words that point at one person who was named before. */
export const onePronoun = 'hon/han/hen/hennes/hans/hens/henne/honom'

/** One person who works there. */
export const oneWorker = `chefen/chefens/enhetschefen/enhetschefens/rektorn/rektorns/kocken/kockens/kökschefen/kokerskan/undersköterskan/undersköterskans/sjuksköterskan/sjuksköterskans/vikarien/vikariens
  läraren/lärarens/pedagogen/pedagogens/förskolläraren/barnskötaren/vaktmästaren/vaktmästarens/bibliotekarien/bibliotekariens/handläggaren/vårdaren/föreståndaren/föreståndarens/handledaren/handledarens
  kuratorn/läkaren/assistenten/arbetsledaren/samordnaren/städaren/lokalvårdaren/chauffören/måltidsbiträdet/köksbiträdet/nattsköterskan/områdeschefen/socialsekreteraren/medarbetaren/kollegan
  en/den/ny/nya nya/ny/ung/äldre/av chef/chefen/kock/vikarie/vikarien/rektor/undersköterska/lärare/kockarna/vikarierna/undersköterskorna/lärarna/pedagogerna/vårdarna/medarbetarna/sjuksköterskorna
  en/ena/två/tre/någon undersköterska/sjuksköterska/kock/lärare/pedagog/vikarie/vårdare/medarbetare/anställd/chef/vaktmästare/handläggare/barnskötare/kollegor/anställda/assistent
  en/ena/två/tre/någon/några i/av personalen/personalgruppen/arbetslaget/medarbetarna/kockarna/undersköterskorna/lärarna/vikarierna/de anställda
  nattpersonalen/dagpersonalen/kvällspersonalen`

/** Those who work there, together. */
export const workers = `personal/personalen/personalens/medarbetare/medarbetarna/medarbetarnas/anställda/arbetslaget/arbetsgruppen/personalgruppen/nattpersonalen/undersköterskorna/undersköterskor/vårdarna
  lärarna/pedagogerna/kockarna/sjuksköterskorna/vikarierna/kollegorna/arbetskamrater/förskollärarna`
