import { defineTexts } from '../../kernel/language.ts'
import type { Advice } from './claims.stops-advice.rules.ts'

/** What stands in the way of a claim, and what to do about each thing. */
export const stopsTexts = defineTexts(
  {
    heading: 'Det här står i vägen för utbetalningen',
    nextHeading: 'Kvar att göra före utbetalningen',
    finding: 'Att känna till',
    toDo: (advice: string) => `Att göra: ${advice}`,
    span: (start: string, end: string) => `${start}–${end}`,
    sameOccasion: (at: string, unit: string, other: string) =>
      `Två besök på ${unit} är registrerade för samma person och tid: ${at} och ${other}. Ett tillfälle betalas en gång.`,
    sameTime: (at: string, unit: string) =>
      `Samma tid, ${at}, är registrerad som ett besök till, på ${unit}. En tid betalas en gång.`,
    overlap: (at: string, unit: string, other: string) =>
      `Tiden ${at} går in i besöket på ${unit}, som var ${other} samma dag. En tid betalas en gång.`,
    paidElsewhere: (at: string, body: string, other: string) =>
      `Tiden ${at} går in i annan tid med arvode samma dag: ${body}, ${other}. En tid betalas en gång.`,
    reportTimes: (at: string, said: string) => `Närvaron är ${at}, men rapporten säger ${said}.`,
    reportOtherDay: (at: string, day: string, said: string) =>
      `Närvaron är ${at}, men rapporten säger ${said} den ${day}.`,
    reportWithout: 'Rapporten nämner inte personen bland dem som var med.',
    unreported: 'Rapporten är inte klar. Här är den inget villkor för arvodet, som betalas ändå.',
    adjoining: (unit: string, other: string) =>
      `Besöket hänger ihop med ett annat besök på ${unit}, ${other} samma dag. Är det ett och samma tillfälle betalas det en gång.`,
    journeyTwice: (unit: string, other: string) =>
      `Samma resa är angiven för ett besök till samma dag: ${unit}, ${other}. En resa betalas en gång.`,
    lostTimeTwice: (unit: string, other: string) =>
      `Förlorad arbetsinkomst är begärd för ett besök till samma dag: ${unit}, ${other}. Samma timmar betalas en gång.`,
    receiptTwice: (unit: string, day: string) =>
      `Samma kvitto finns på ett annat underlag: ${unit}, ${day}. En kostnad betalas en gång.`,
    receiptTwiceElsewhere: 'Samma kvitto finns på ett underlag i en annan nämnd. En kostnad betalas en gång.',
    advice: {
      'write-report': 'Rapporten om besöket behöver skrivas och göras klar.',
      confirm: 'Den som gjorde besöket bekräftar tid och närvaro här på underlaget.',
      'fill-in': 'Den som gjorde besöket fyller i uppgifterna som saknas när underlaget bekräftas.',
      'hand-in-late':
        'Tiden för att begära detta är ute. Lämnades det i tid på annat sätt, tala med nämndsekreteraren.',
      answer:
        'Nämndsekreteraren tar frågan till nämnden och registrerar svaret. Sedan räknas beloppet ut av sig självt.',
      decide: 'Den som får besluta registrerar beslutet på besökets sida. Det går att göra även efter besöket.',
      'decide-council':
        'Reglerna säger olika. Den som får besluta om arvodet registrerar sitt beslut på besökets sida.',
      'was-decided': 'Beslutet är fattat. Den som vill få det prövat igen vänder sig till nämndsekreteraren.',
      'ask-for-guideline':
        'Nämndsekreteraren lägger in den riktlinje som gällde den dagen, eller nämndens svar om arvode.',
      'mend-fee-rules':
        'Arvodesreglerna behöver säga hur detta räknas. Nämndsekreteraren tar upp det med kommunen och lägger in svaret i reglerna.',
      'choose-fee-rules':
        'Nämndsekreteraren ser till att bara de regler som gäller finns kvar för den dagen. Sedan räknas beloppet ut av sig självt.',
      'nothing-more': 'Ingenting behöver göras. Mer än så betalas inte, men besöket räknas ändå.',
      'not-in-guideline':
        'Ingenting behöver göras. Är besöket registrerat på fel sätt kan nämndsekreteraren rätta det.',
      'correct-invitation': 'Gick det ut en kallelse kan nämndsekreteraren registrera den på besöket.',
      'correct-appointment': 'Var personen utsedd den dagen kan nämndsekreteraren registrera det.',
      'correct-group': 'Nämndsekreteraren registrerar vilken besöksgrupp besöket gjordes för.',
      'correct-attendance': 'Stämmer det inte kan närvaron rättas på besökets sida.',
      'note-serving': 'Tjänstgjorde ersättaren i en ledamots ställe noteras det i närvaron på besökets sida.',
      'open-again': 'Den som avstod kan ångra sig här på underlaget.',
      'was-refused': 'Underlaget är avslaget. Den som undrar varför vänder sig till den som attesterar.',
      'is-in-fixed-fee': 'Arbetet ingår i det fasta arvodet. Förlorad arbetsinkomst och barntillsyn kan begäras ändå.',
      'is-in-office':
        'Reglerna gäller den som har uppdrag på en stor del av heltid. Stämmer inte omfattningen kan nämndsekreteraren rätta den.',
      'correct-what-went-out':
        'Det som redan har gått till lön ändras inte här. Den som attesterar beslutar om en rättelse, som följer med nästa lönefil.',
      'add-distance': 'Den som gjorde besöket anger avståndet bland uppgifterna om resan.',
      'correct-journey': 'Stämmer inte resan eller avståndet kan den som gjorde besöket rätta det på underlaget.',
      'add-certificate': 'Den som gjorde besöket lägger till intyget om förlorad arbetsinkomst på underlaget.',
      'add-receipt': 'Den som gjorde besöket lägger till kvittot på underlaget.',
      'add-per-hour': 'Den som gjorde besöket anger på underlaget vad som förloras per timme.',
      'add-income': 'Den som gjorde besöket anger på underlaget vilken årsinkomst det räknas från.',
      'fee-first': 'Ersättningen följer arvodet. Gör först det som står om arvodet.',
      'earnings-first': 'Förmånen följer den förlorade arbetsinkomsten. Gör först det som står om den.',
      approve: 'Underlaget attesteras av den som reglerna säger.',
      'choose-one':
        'Är det samma tillfälle ställs det ena besöket in, eller så avstår personen från det ena arvodet. Är en tid fel rättas närvaron.',
      'move-or-refrain':
        'Är en tid fel rättas närvaron. Stämmer båda avstår personen från det ena arvodet, eller så avslås det vid attesten.',
      'correct-times':
        'Är närvaron fel rättas den på besökets sida. Är rapporten fel rättas den, så att båda säger samma tid.',
      'see-that-once':
        'Den som kontrollerar ser efter att det inte är begärt två gånger. Är det så lämnas det ena underlaget tillbaka.',
    } satisfies Readonly<Record<Advice, string>> as Readonly<Record<Advice, string>>,
    /** The same said to the one who made the visit. */
    ownAdvice: {
      'write-report': 'Skriv rapporten om besöket och gör den klar.',
      confirm: 'Bekräfta tid och närvaro här på underlaget.',
      'fill-in': 'Fyll i det som saknas när du bekräftar underlaget.',
      'open-again': 'Du kan ångra dig här på underlaget.',
      'add-distance': 'Ange avståndet bland uppgifterna om resan.',
      'correct-journey': 'Stämmer inte resan eller avståndet kan du rätta det på underlaget.',
      'add-certificate': 'Lägg till intyget om förlorad arbetsinkomst på underlaget.',
      'add-receipt': 'Lägg till kvittot på underlaget.',
      'add-per-hour': 'Ange på underlaget vad du förlorar per timme.',
      'add-income': 'Ange på underlaget vilken årsinkomst det ska räknas från.',
    } as Readonly<Partial<Record<Advice, string>>>,
    links: {
      report: 'Till rapporten',
      attendance: 'Till närvaron',
      claim: 'Till underlaget',
      additions: 'Till resor och kostnader',
      differences: 'Till skillnaderna',
      otherClaim: 'Till det andra underlaget',
      visit: 'Till besöket',
    },
  },
  {
    heading: 'This stands in the way of payment',
    nextHeading: 'Left to do before payment',
    finding: 'Worth knowing',
    toDo: (advice) => `To do: ${advice}`,
    span: (start, end) => `${start}–${end}`,
    sameOccasion: (at, unit, other) =>
      `Two visits to ${unit} are registered for the same person and time: ${at} and ${other}. An occasion is paid once.`,
    sameTime: (at, unit) => `The same time, ${at}, is registered as one more visit, to ${unit}. A time is paid once.`,
    overlap: (at, unit, other) =>
      `The time ${at} runs into the visit to ${unit}, which was ${other} on the same day. A time is paid once.`,
    paidElsewhere: (at, body, other) =>
      `The time ${at} runs into other time with a fee on the same day: ${body}, ${other}. A time is paid once.`,
    reportTimes: (at, said) => `The attendance is ${at}, but the report says ${said}.`,
    reportOtherDay: (at, day, said) => `The attendance is ${at}, but the report says ${said} on ${day}.`,
    reportWithout: 'The report does not name the person among those who came.',
    unreported: 'The report is not finished. It is no condition for the fee here, which is paid all the same.',
    adjoining: (unit, other) =>
      `The visit goes on from another visit to ${unit}, ${other} on the same day. If it is one occasion it is paid once.`,
    journeyTwice: (unit, other) =>
      `The same journey is stated for one more visit on the same day: ${unit}, ${other}. A journey is paid once.`,
    lostTimeTwice: (unit, other) =>
      `Lost earnings are claimed for one more visit on the same day: ${unit}, ${other}. The same hours are paid once.`,
    receiptTwice: (unit, day) => `The same receipt is in another claim: ${unit}, ${day}. A cost is paid once.`,
    receiptTwiceElsewhere: 'The same receipt is in a claim in another committee. A cost is paid once.',
    advice: {
      'write-report': 'The report of the visit needs to be written and made final.',
      confirm: 'Whoever made the visit confirms time and attendance here on the claim.',
      'fill-in': 'Whoever made the visit fills in what is missing when the claim is confirmed.',
      'hand-in-late':
        'The time to claim this is over. If it was handed in in time some other way, talk to the committee secretary.',
      answer:
        'The committee secretary takes the question to the committee and registers the answer. The amount then works itself out.',
      decide:
        'Whoever may decide registers the decision on the page of the visit. That can be done after the visit too.',
      'decide-council':
        'The rules say different things. Whoever may decide about the fee registers the decision on the page of the visit.',
      'was-decided': 'The decision has been taken. Whoever wants it tried again turns to the committee secretary.',
      'ask-for-guideline':
        'The committee secretary enters the guideline that held on that day, or what the committee answers about fees.',
      'mend-fee-rules':
        'The fee rules need to say how this is counted. The committee secretary takes it up with the municipality and enters the answer in the rules.',
      'choose-fee-rules':
        'The committee secretary sees to it that only the rules that hold are there for that day. The amount then works itself out.',
      'nothing-more': 'Nothing needs to be done. No more than that is paid, but the visit counts all the same.',
      'not-in-guideline':
        'Nothing needs to be done. If the visit is registered wrongly the committee secretary can put it right.',
      'correct-invitation': 'If an invitation was sent the committee secretary can register it on the visit.',
      'correct-appointment': 'If the person was appointed on that day the committee secretary can register it.',
      'correct-group': 'The committee secretary registers for which visiting group the visit was made.',
      'correct-attendance': 'If that is wrong the attendance can be corrected on the page of the visit.',
      'note-serving':
        "If the substitute served in a member's place it is noted in the attendance on the page of the visit.",
      'open-again': 'Whoever refrained can change their mind here on the claim.',
      'was-refused': 'The claim is refused. Whoever wonders why turns to the one who approves.',
      'is-in-fixed-fee': 'The work is in the fixed fee. Lost earnings and child-minding can be claimed all the same.',
      'is-in-office':
        'The rules are about those whose offices are a large part of full time. If the share is wrong the committee secretary can correct it.',
      'correct-what-went-out':
        'What has gone to payroll is not changed here. The one who approves decides about a correction, which goes with the next payroll file.',
      'add-distance': 'Whoever made the visit states the distance of the journey.',
      'correct-journey': 'If the journey or the distance is wrong whoever made the visit can correct it on the claim.',
      'add-certificate': 'Whoever made the visit adds the certificate of lost earnings to the claim.',
      'add-receipt': 'Whoever made the visit adds the receipt to the claim.',
      'add-per-hour': 'Whoever made the visit states on the claim what is lost per hour.',
      'add-income': 'Whoever made the visit states on the claim which yearly income it is counted from.',
      'fee-first': 'This goes with the fee. Do first what is said about the fee.',
      'earnings-first': 'The benefit goes with the lost earnings. Do first what is said about them.',
      approve: 'The claim is approved by whom the rules say.',
      'choose-one':
        'If it is the same occasion one of the visits is cancelled, or the person refrains from one of the fees. If a time is wrong the attendance is corrected.',
      'move-or-refrain':
        'If a time is wrong the attendance is corrected. If both are right the person refrains from one of the fees, or it is refused at approval.',
      'correct-times':
        'If the attendance is wrong it is corrected on the page of the visit. If the report is wrong it is corrected, so that both say the same time.',
      'see-that-once':
        'Whoever checks sees to it that it is not claimed twice. If it is, one of the claims is given back.',
    },
    ownAdvice: {
      'write-report': 'Write the report of the visit and make it final.',
      confirm: 'Confirm time and attendance here on the claim.',
      'fill-in': 'Fill in what is missing when you confirm the claim.',
      'open-again': 'You can change your mind here on the claim.',
      'add-distance': 'State the distance of the journey.',
      'correct-journey': 'If the journey or the distance is wrong you can correct it on the claim.',
      'add-certificate': 'Add the certificate of lost earnings to the claim.',
      'add-receipt': 'Add the receipt to the claim.',
      'add-per-hour': 'State on the claim what you lose per hour.',
      'add-income': 'State on the claim which yearly income it is counted from.',
    },
    links: {
      report: 'To the report',
      attendance: 'To the attendance',
      claim: 'To the claim',
      additions: 'To travel and costs',
      differences: 'To the differences',
      otherClaim: 'To the other claim',
      visit: 'To the visit',
    },
  },
)
