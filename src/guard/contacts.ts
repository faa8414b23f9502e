import type { Found, HitKind } from './hit.ts'

const found = (kind: HitKind, start: number, length: number): Found => ({ kind, start, end: start + length })

/** Finds e-mail addresses in a folded text. */
export function findEmails(plain: string): readonly Found[] {
  return [
    ...plain.matchAll(
      /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64} ?(?:@|[([{<] ?(?:at|snabel-?a|a) ?[)\]}>]| snabel-?a ) ?[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,4}(?:\.| (?:punkt|dot) )\p{L}{2,24}/giu,
    ),
  ].map((it) => found('email', it.index, it[0].length))
}

const areas = new Set(
  `8 10 11 13 16 18 19 20 21 23 26 31 33 35 36 40 42 44 46 54 60 63 77 90 99 70 72 73 76 79
  120 121 122 123 125 140 141 142 143 144 150 151 152 155 156 157 158 159 171 173 174 175 176 200 220 221 222 223 224 225 226 227 240 241 243 246 247 248
  250 251 253 258 270 271 278 280 281 290 291 292 293 294 295 297 300 301 302 303 304 320 321 322 325 340 345 346 370 371 372 373 374 376 378 379 380 381 382 383 385 390 392 393
  410 411 413 414 415 416 417 418 430 431 433 435 440 441 451 454 455 456 457 459 470 471 472 474 476 477 478 479 480 481 485 486 490 491 492 493 494 495 496 498 499
  500 501 502 503 504 505 506 510 511 512 513 514 515 520 521 522 523 524 525 526 528 530 531 532 533 534 550 551 552 553 554 555 560 563 564 565 570 571 573 580 581 582 583 584 585 586 587 589 590 591
  611 612 613 620 621 622 623 624 640 642 643 644 645 647 650 651 652 653 657 660 661 662 663 670 671 672 680 682 684 687 690 691 692 693 695 696
  910 911 912 913 914 915 916 918 920 921 922 923 924 925 926 927 928 929 930 932 933 934 935 940 941 942 950 951 952 953 954 960 961 970 971 973 975 976 977 978 980 981`
    .trim()
    .split(/\s+/),
)

/** Finds Swedish telephone numbers in a folded text: mobile and area codes in their groupings, with +46 or 0046, or named as one. */
export function findTelephones(plain: string): readonly Found[] {
  const numbers = plain.matchAll(/(?<![\p{L}\d.,:§-])(?:\+\s?|\()?\d[\d ()\-./\u200b]{4,30}/gu)
  return [...numbers].flatMap((it) => {
    const run = upTo(it[0])
    const shown = run.replaceAll('\u200b', '')
    const before = plain.slice(Math.max(0, it.index - 24), it.index)
    return isTelephone(shown, before, plain.slice(it.index + run.length, it.index + run.length + 2))
      ? [found('telephone', it.index, run.length)]
      : []
  })
}

/** The number without what follows its last digit, and without what a full stop and a space cut off. */
const upTo = (run: string) => run.replace(/\. .*$/, '').replace(/[^\d]+$/, '')

function isTelephone(shown: string, before: string, after: string): boolean {
  if (/^[:,]\d|^ ?kr|^ ?%|^-?\p{L}/u.test(after)) return false
  const abroad = /^(?:\+\s?|00)46/.exec(shown)
  const digits = shown.slice(abroad?.[0].length ?? 0).replace(/\(0\)|\D/g, '')
  if (abroad !== null) return digits.length >= 7 && digits.length <= 10
  if (/^\+/.test(shown)) return digits.length >= 8
  if (
    /(?:tel|tfn|telefon|telefonnummer|mobil|mobilnummer|ring|ringa|nummer|nr)\.?:?\s*$/i.test(before) &&
    !shown.startsWith('0')
  )
    return /^[1-9]\d{1,3}(?: \d{2,3}){1,3}$/.test(shown)
  if (!digits.startsWith('0') || digits.length < 8 || digits.length > 11) return false
  if (/^07[02369]/.test(digits)) return digits.length === 10 && !/^\d{2}[.-]\d{2}-/.test(shown)
  if (!hasArea(digits)) return false
  if (/^\d+$/.test(shown)) return digits.length >= 9
  return isGrouped(shown)
}

const hasArea = (digits: string) => [2, 3, 4].some((length) => areas.has(digits.slice(1, length)))

/** Area code, one mark, then groups of two or three figures with the same mark between: not times and not days. */
function isGrouped(shown: string): boolean {
  const parts = /^\(?(0\d{1,3})\)?\s?[-/ .]\s?(\d{2,8}(?:([ .-])\d{2,4}(?:\3\d{2,4}){0,2})?)$/.exec(shown)
  if (parts === null || !areas.has((parts[1] ?? '').slice(1))) return false
  const rest = parts[2] ?? ''
  const isDay = /^\d{2}[-. ](?:19|20)\d{2}$/.test(rest)
  const areTimes = /^[01]\d(?:[.-][0-5]\d)+$/.test(rest) && (parts[1] ?? '').length === 2
  return !isDay && !areTimes && rest.replace(/\D/g, '').length >= 5
}

/** Finds Swedish registration numbers of cars in a folded text: three letters, two figures, a figure or letter. */
export function findCarRegistrations(plain: string): readonly Found[] {
  return [
    ...plain.matchAll(/(?<![\p{L}\p{N}§/-])([A-Za-z]{3})([ -]?)(\d{2}[\dA-Za-z])(?![\p{L}\p{N}]|[-/:.,]\d)/gu),
  ].flatMap((it) => {
    const [whole, letters = '', , rest = ''] = it
    const named = /(?:reg|bil|fordon|skylt|volvo|nummer|nr\b)/i.test(plain.slice(Math.max(0, it.index - 40), it.index))
    if (machines.test(plain.slice(Math.max(0, it.index - 40), it.index)) && !named) return []
    const isCapital = letters === letters.toUpperCase() && rest === rest.toUpperCase()
    if (/[iqv]/i.test(letters) || /[ioqv]$/i.test(rest)) return []
    if (!isCapital && (!named || notPlates.has(letters.toLowerCase()))) return []
    if (notPlates.has(letters.toLowerCase()) || (committees.has(letters) && !named)) return []
    return [found('car-registration', it.index, whole.length)]
  })
}

/** A thing whose model is named right before. */
const machines =
  /(?:ugnen|ugn|spisen|spis|maskinen|maskin|skrivaren|skrivare|liften|lift|datorn|dator|modellen|modell|frysen|frys|kylen|skåpet|fläkten|apparaten|sängen|telefonen|pannan|pumpen|mixern|blandaren|truck|trucken|gräsklipparen)(?: (?:är|heter|av|märke|märket|typ|typen|en|ett|den|gamla|nya|\(|–))*[ ("”:]*$/iu

const notPlates = new Set(
  `iso rum kap sfs afs lss sol hsl lvu lvm tel fax din sek eur usd kwh max min dnr avd hus sal ons tor fre lör sön mån tis jan feb mar apr maj jun jul aug sep okt nov dec
  pkt nej alla som och per con sis pdf usb led hpv ssk kor kom ank avg bus tåg lgh box ark art ess nya den det var har ett två tre sex sju rad sid not bes upp typ del kub plan`.split(
    /\s+/,
  ),
)
const committees = new Set(
  'BUN SBN KSN OSN VON SOC ONN KFN UBN AMN HSN SAN KUN SKN GYN FSN FGN TEN TFN BYN MHN NSN HOS KSS KSO KFS'.split(' '),
)

/** Finds home addresses in a folded text: a street with its number, the number of a flat, a postcode with its place. */
export function findAddresses(plain: string, not: ReadonlySet<string>): readonly Found[] {
  const streets = plain.matchAll(
    /(?<![\p{L}\p{N}-])(?:(?:Norra|Södra|Östra|Västra|Gamla|Nya|Stora|Lilla|Övre|Nedre|Inre|Yttre) )?((?:\p{L}[\p{L}-]{0,40})?(?:s (?:väg|gata|gränd|torg|plats|backe|allé|stig)|vägen|gatan|gränd(?:en)?|stigen|backen|allén|torget|platsen|esplanaden|kajen|höjden|liden|slingan|promenaden|leden|stråket|stranden|ringen|brinken|bergen))( \d{1,3}(?: ?[A-Ha-h](?![\p{L}\p{N}]))?)(?![\p{L}\p{N}]|[.,:]\d|-\d)/gu,
  )
  const flats = plain.matchAll(
    /(?<![\p{L}\p{N}])(?:lgh|lägenhet|lägenhetsnummer|lgh\.?nr)\.? ?(?:nr\.? ?)?\d{4}(?!\d)/giu,
  )
  const postcodes = plain.matchAll(/(?<![\p{L}\d.,:-]|\d )(?:S-|SE-)?[1-9]\d{2} ?\d{2} {1,2}\p{Lu}\p{L}{2,30}/gu)
  return [
    ...[...streets]
      .filter((it) => isStreet(it[1] ?? '', it[0], not))
      .filter((it) => !houses.test(plain.slice(Math.max(0, it.index - 60), it.index)))
      .map((it) => found('address', it.index, it[0].length)),
    ...[...flats, ...postcodes].map((it) => found('address', it.index, it[0].length)),
  ]
}

/** A house that nobody lives in, right before the street it stands in. */
const houses =
  /(?:biblioteket|filialen|skolan|förskolan|skolköket|köket|kontoret|museet|badhuset|simhallen|sporthallen|fritidsgården|vårdcentralen|kommunhuset|stadshuset|rådhuset|medborgarhuset|folkets hus|verkstaden|lokalen|lokalerna|caféet|kaféet|butiken|kyrkan|receptionen|hållplatsen|mottagningen|träffpunkten|arbetsmarknadsenheten|konsthallen|second hand|återbruket)(?: som)?(?: (?:ligger|finns|håller till|är belägen|är beläget|flyttar|flyttade|flyttat))?(?: nu| numera)? (?:på|vid|i|till|från|å)[ ]$/iu

function isStreet(street: string, whole: string, not: ReadonlySet<string>): boolean {
  const lower = street.toLowerCase()
  if (/^(?:gamla|norra|södra|östra|västra) landsvägen /i.test(whole)) return true
  if (
    /^(?:motor|riks|lands|läns|europa|gång|cykel|järn|ut|in|upp|om|av|på|under|om|höjd|arbets|sjuk|dis|lä|led|sprid|kring)?(?:vägen|stigen|backen|höjden|leden|ringen|platsen|stranden|torget|gatan|gränd|gränden|stråket|bergen|liden|kajen)$/.test(
      lower,
    )
  )
    return false
  if (not.has(lower)) return false
  const alone = /^(?:esplanaden|allén|slingan|promenaden|brinken)$/.test(lower)
  return /^\p{Lu}/u.test(whole) || (!alone && /(?:vägen|gatan|gränd|stigen)$/.test(lower))
}
