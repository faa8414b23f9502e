/** Words that share an ending or a sense, by which phrases can name them all at once. */
const classes: Readonly<Record<string, RegExp>> = {
  '@worker':
    /^(?:.*(?:chef|sköterska|undersköterska|biträde|lärare|pedagog|mästare|skötare|bibliotekarie|handläggare|vårdare|föreståndare|handledare|ledare|assistent|sekreterare|städare|terapeut|vikarie|rektor|kock|kokerska|husmor|samordnare|kurator|läkare|psykolog|chaufför|konsulent|kanslist|kamrer|instruktör|controller)|medarbetare|kollega|anställd|timanställd|timvikarie|anställde|anställda|personal)$/,
  '@the-worker':
    /^(?:.*(?:chefen|sköterskan|biträdet|läraren|pedagogen|mästaren|skötaren|bibliotekarien|handläggaren|vårdaren|föreståndaren|handledaren|ledaren|assistenten|sekreteraren|städaren|terapeuten|vikarien|rektorn|kocken|kokerskan|samordnaren|kuratorn|läkaren|psykologen|chauffören|instruktören|vaktmästaren|husmor)|medarbetaren|kollegan)s?$/,
  '@workers':
    /^(?:.*(?:cheferna|sköterskorna|sköterskor|biträdena|biträden|lärarna|pedagogerna|pedagoger|skötarna|bibliotekarierna|handläggarna|vårdarna|handledarna|assistenterna|städarna|terapeuterna|vikarierna|kockarna|kockar|personal|personalen|personalgruppen)|medarbetare|medarbetarna|kollegor|kollegorna|anställda|arbetslaget|arbetsgruppen|arbetskamrater)s?$/,
  '@person':
    /^(?:boende|brukare|kvinna|man|pojke|flicka|barn|elev|deltagare|patient|klient|dam|herre|person|hyresgäst|son|dotter|bebis|kille|tjej|grabb|gubbe|gumma|tant|farbror|pensionär|ungdom|tonåring|unge|låntagare|besökare|kund|gäst|praktikant|kursdeltagare|sökande|arbetssökande|förälder|mamma|pappa|anhörig|make|maka|änka|änkling|ensamstående|nyanländ|anhörige|syskon|tvilling|skolelev|.*(?:åring|elev|barn|pojke|flicka|deltagare|kvinna|brukare))s?$/,
  '@the-person':
    /^(?:brukaren|kvinnan|mannen|pojken|flickan|barnet|eleven|deltagaren|patienten|klienten|damen|herrn|personen|hyresgästen|sonen|dottern|killen|tjejen|grabben|gubben|gumman|tanten|pensionären|tonåringen|låntagaren|kunden|praktikanten|kursdeltagaren|mamman|pappan|maken|makan|hustrun|frun|änkan|änklingen|modern|fadern|farmor|mormor|morfar|farfar|styvfar|styvfadern|styvpappan|styvmor|lillebror|storasyster|brodern|systern|bebisen|tvillingen|.*(?:åringen|eleven|flickan|pojken|deltagaren))s?$/,
  '@adj':
    /^(?:äldre|yngre|gammal|gamla|gamle|ung|unga|unge|liten|litet|lilla|lille|annan|annat|andra|första|stor|stora|nya|ny|nye|tidigare|förra|förre|enda|egen|.*(?:ig|iga|ige|igt|sk|ska|ad|ade|ande|ende|sam|bar|född|född|lös|löst|lösa))$/,
  '@illness':
    /(?:sjuk|sjuka|sjuke|sjukdom|sjukdomen|cancer|cancern|missbruk|missbruket|missbrukare|missbrukaren|allergi|allergin|infektion|infektionen|inflammation|inflammationen|syndrom|syndromet|intolerans|intoleransen|intolerant|demens|demensen|depression|depressionen|ångest|fobi|handikapp|nedsättning|nedsättningen|störning|störningen|reumatism|förlamning|blödning|blödningar|infarkt|medicin|mediciner|tabletter|tumör|skador|besvär|smärta|smärtor|opererad|opererats|allergisk|dement|diagnos|diagnoser|diagnosen|skörhet|burna?|sviktande|handikappad|invalidiserad)$/,
  '@injury': /^(?:.*(?:märken|märke|märkena|sår|såret|såren|svullnad|svullnader|blåtira|fläckar)|ärr)$/,
  '@home-aid':
    /^(?:hemtjänst|hemtjänsten|färdtjänst|färdtjänsten|riksfärdtjänst|skolskjuts|skolskjutsen|boendestöd|boendestödet|försörjningsstöd|försörjningsstödet|ledsagning|ledsagningen|avlösning|avlösningen|bistånd|biståndet|assistans|assistansen|assistanstimmar|växelvård|växelvården|ersättning|ersättningen|aktivitetsersättning|socialbidrag|bostadsbidrag|vårdbidrag|sjukpenning|hyra|hyran|hyresskuld|sanktion|sanktioner|sanktionerats|bostadsanpassning|matdistribution)$/,
  '@benefit':
    /^(?:hemtjänst|hemtjänsten|färdtjänst|färdtjänsten|skolskjuts|skolskjutsen|boendestöd|boendestödet|försörjningsstöd|försörjningsstödet|ledsagning|ledsagningen|avlösning|avlösningen|bistånd|biståndet|insats|insatsen|insatser|plats|platsen|korttidsplats|boendeplats|förskoleplats|omsorgstimmar|timmar|assistans|assistansen|assistanstimmar|kontaktperson|bostadsanpassning|bostadsanpassningen|växelvård|växelvården|omsorg|omsorgen|larm|matlådor|bidrag|bidraget|praktikplats|praktiken|stöd|stödet|dusch|duschar|avgift|avgiften)$/,
}

/** Returns the classes a word belongs to, as they are written in phrases. A word longer than any real one belongs to none. */
export function classesOf(lower: string): readonly string[] {
  if (lower.length > 40) return []
  return Object.entries(classes).flatMap(([name, pattern]) => (pattern.test(lower) ? [name] : []))
}
