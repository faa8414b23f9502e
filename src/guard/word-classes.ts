/** Words that share an ending or a sense, by which phrases can name them all at once. */
const classes: Readonly<Record<string, RegExp>> = {
  '@worker':
    /^(?:.*(?:chef|sköterska|undersköterska|biträde|lärare|pedagog|mästare|skötare|bibliotekarie|handläggare|vårdare|föreståndare|handledare|ledare|assistent|sekreterare|städare|städerska|terapeut|vikarie|rektor|kock|kokerska|husmor|samordnare|kurator|läkare|psykolog|chaufför|konsulent|stödjare|värdinna|receptionist|administratör|planerare|föreståndarinna|coach|tekniker|vägledare|timmis|matmor|mattant|kanslist|kamrer|instruktör|controller)|medarbetare|kollega|anställd|timanställd|timvikarie|anställde|anställda|personal)$/,
  '@the-worker':
    /^(?:.*(?:chefen|sköterskan|biträdet|läraren|pedagogen|mästaren|skötaren|bibliotekarien|handläggaren|vårdaren|föreståndaren|handledaren|ledaren|assistenten|sekreteraren|städaren|terapeuten|vikarien|rektorn|kocken|kokerskan|samordnaren|kuratorn|läkaren|psykologen|chauffören|instruktören|konsulenten|stödjaren|värdinnan|receptionisten|administratören|planeraren|föreståndarinnan|coachen|vägledaren|städerskan|kontaktmannen|.*(?:mästarn|lärarn|ledarn|skötarn|vårdarn|städarn)|timmisen|matmor|mattanten|fröken|husmor)|medarbetaren|kollegan)s?$/,
  '@workers':
    /^(?:.*(?:cheferna|sköterskorna|sköterskor|biträdena|biträden|lärarna|pedagogerna|pedagoger|skötarna|bibliotekarierna|handläggarna|vårdarna|handledarna|assistenterna|städarna|terapeuterna|vikarierna|kockarna|kockar|personal|personalen|personalgruppen)|medarbetare|medarbetarna|kollegor|kollegorna|anställda|arbetslaget|arbetsgruppen|arbetskamrater)s?$/,
  '@person':
    /^(?:boende|brukare|kvinna|man|pojke|flicka|barn|elev|deltagare|patient|klient|dam|herre|person|hyresgäst|son|dotter|bebis|kille|tjej|grabb|gubbe|gumma|tant|farbror|pensionär|ungdom|tonåring|unge|låntagare|besökare|kund|gäst|praktikant|kursdeltagare|sökande|arbetssökande|förälder|mamma|pappa|anhörig|make|maka|änka|änkling|ensamstående|nyanländ|anhörige|syskon|tvilling|skolelev|granne|bordsgranne|kompis|kamrat|medlem|student|flykting|besökande|bekant|sambo|barnbarn|sonson|dotterdotter|dotterson|sondotter|svärmor|svärfar|bror|broder|syster|moder|fader|åldring|gamling|yngling|knatte|unge|kärring|karl|person|individ|vårdtagare|omsorgstagare|hemtjänsttagare|inneboende|mantalsskriven|gamlis|familj|.*(?:åring|elev|barn|pojke|flicka|deltagare|kvinna|brukare|dam|herre|gubbe|gumma|tant|pensionär|patient))s?$/,
  '@the-person':
    /^(?:brukaren|kvinnan|mannen|pojken|flickan|barnet|eleven|deltagaren|patienten|klienten|damen|herrn|personen|hyresgästen|sonen|dottern|killen|tjejen|grabben|gubben|gumman|tanten|pensionären|tonåringen|låntagaren|kunden|praktikanten|kursdeltagaren|mamman|pappan|maken|makan|hustrun|frun|änkan|änklingen|modern|fadern|farmor|mormor|morfar|farfar|styvfar|styvfadern|styvpappan|styvmor|lillebror|storasyster|brodern|systern|bebisen|tvillingen|herren|ynglingen|åldringen|gamlingen|sambon|barnbarnet|bordsgrannen|kompisen|kamraten|studenten|flyktingen|svärmodern|svärdottern|svärsonen|sökanden|klaganden|vårdtagaren|omsorgstagaren|hemtjänsttagaren|mostern|fastern|karln|ungen|.*(?:åringen|eleven|flickan|pojken|deltagaren|damen|herrn|herren|kvinnan|gubben|gumman|tanten|grabben|killen|tjejen|patienten|pensionären|änkan))s?$/,
  '@adj':
    /^(?:äldre|yngre|gammal|gamla|gamle|ung|unga|unge|liten|litet|lilla|lille|annan|annat|andra|första|stor|stora|nya|ny|nye|tidigare|förra|förre|enda|egen|.*(?:ig|iga|ige|igt|sk|ska|ad|ade|ande|ende|sam|bar|född|född|lös|löst|lösa))$/,
  '@illness':
    /(?:sjuk|sjuka|sjuke|sjukdom|sjukdomen|cancer|cancern|missbruk|missbruket|missbrukare|missbrukaren|allergi|allergin|infektion|infektionen|inflammation|inflammationen|syndrom|syndromet|intolerans|intoleransen|intolerant|demens|demensen|depression|depressionen|ångest|fobi|handikapp|nedsättning|nedsättningen|störning|störningen|reumatism|förlamning|blödning|blödningar|infarkt|medicin|mediciner|tabletter|tumör|skador|besvär|smärta|smärtor|opererad|opererats|allergisk|dement|diagnos|diagnoser|diagnosen|skörhet|burna?|sviktande|handikappad|invalidiserad)$/,
  '@injury': /^(?:.*(?:märken|märke|märkena|sår|såret|såren|svullnad|svullnader|blåtira|fläckar)|ärr)$/,
  '@home-aid':
    /^(?:hemtjänst|hemtjänsten|färdtjänst|färdtjänsten|riksfärdtjänst|skolskjuts|skolskjutsen|boendestöd|boendestödet|försörjningsstöd|försörjningsstödet|ledsagning|ledsagningen|avlösning|avlösningen|bistånd|biståndet|assistans|assistansen|assistanstimmar|växelvård|växelvården|ersättning|ersättningen|aktivitetsersättning|socialbidrag|bostadsbidrag|vårdbidrag|sjukpenning|hyra|hyran|hyresskuld|sanktion|sanktioner|sanktionerats|bostadsanpassning|matdistribution)$/,
  '@case':
    /(?:beslut|beslutet|ärende|ärendet|ansökan|ansökningen|avgift|avgiften|avgifter|skuld|skulden|faktura|fakturan|räkningen|placering|placeringen|överklagan|överklagandet|klagomål|klagomålet|indragning|indragningen|avslag|avslaget|utredningen|bedömningen|krav på|skolbyte|bidraget|bidrag)$/,
  '@body':
    /^(?:magen|lungan|lungorna|njurarna|levern|hjärtat|hjärnan|höften|höfterna|knät|knäna|lederna|synen|hörseln|minnet|balansen|tarmen|tarmarna|ryggen|axeln|axlarna|nacken|örat|öronen|ögat|ögonen|huden|blodet|kroppen|benet|benen|foten|fötterna|armen|ryggraden|skallen|halsen|underlivet|blåsan|tänderna|lungor|leder)$/,
  '@benefit':
    /^(?:hemtjänst|hemtjänsten|färdtjänst|färdtjänsten|skolskjuts|skolskjutsen|boendestöd|boendestödet|försörjningsstöd|försörjningsstödet|ledsagning|ledsagningen|avlösning|avlösningen|bistånd|biståndet|insats|insatsen|insatser|plats|platsen|korttidsplats|boendeplats|förskoleplats|omsorgstimmar|timmar|assistans|assistansen|assistanstimmar|kontaktperson|bostadsanpassning|bostadsanpassningen|växelvård|växelvården|omsorg|omsorgen|larm|matlådor|bidrag|bidraget|praktikplats|praktiken|stöd|stödet|dusch|duschar|avgift|avgiften)$/,
}

/** Returns the classes a word belongs to, as they are written in phrases. A word longer than any real one belongs to none. */
export function classesOf(lower: string): readonly string[] {
  if (lower.length > 40) return []
  return Object.entries(classes).flatMap(([name, pattern]) => (pattern.test(lower) ? [name] : []))
}
