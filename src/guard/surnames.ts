/** Surnames that are hardly ever anything else. Those in -sson are known by their ending. */
export const surnames: ReadonlySet<string> = new Set(
  `
  abdallah abdi abdullahi abdulle abukar ahlberg ahlgren ahlin ahlm ahlqvist ahlström ahmadi ahmadzai ahmed ahonen akbari alami alavi
  albayati aljabri aljubouri alkhatib almasri almgren almqvist alsaadi altun andrén aslan asplund awad axén aydin aziz backlund backman
  backström bajramovic begic begovic bengtson berggren bergkvist berglund bergman bergmark bergqvist bergstedt bergsten bergstrand bergström
  bergvall bergwall berisha björck björklund björkman björkqvist björling blomberg blomgren blomkvist blomqvist blomstrand bodin bohlin
  bohman bolin boman boström brattström broberg brodin brolin broman broström bruun burman byström bytyci bäcklund bäckman bäckström
  börjeson carlberg carlbom carlgren carlson carlström cederberg cedergren cederlund celik chaudhry christensen clase clausen coelho
  dahlberg dahlbom dahlgren dahlin dahlman dahlqvist dahlstrand dahlström dahlén delic demir dervisevic diaz dogan duong duran edberg edholm
  edlund edman edström ekberg ekblad ekblom ekdahl ekegren eketorp ekholm eklund ekman ekstrand ekström ekvall ekwall elander elfström
  elmqvist engberg engdahl englund engman engqvist engstrand engström enqvist enström ericson eriksen erikson erixon fahlgren fahlström
  farah farhan fernandez fernlund fernström ferreira flodin forsberg forsell forsgren forslund forsman forssell forsström frankl franzén
  fredin fredlund friberg fridh fridlund fridén frykman frösén garcia gashi gerdin ghebremedhin ghorbani gomez gonzales gonzalez granath
  granberg grandin granlund granqvist granström grönberg grönlund grönqvist grönvall guled gullberg gullstrand gustafson gutierrez göthberg
  haddad haddadi hagberg haglund hagman hagström haile hajdari haji halilovic hallberg halldin hallgren hallin hallström hamad hamidi
  hammarberg hammarlund hammarström hansen hashemi hassani hasselgren hedberg hedenström hedin hedlund hedman hedqvist hedström heikkinen
  heinonen hellberg hellgren hellman hellqvist hellström hernandez hillström hjorth hodzic hoffman hofmann holmberg holmgren holmlund
  holmqvist holmstedt holmsten holmstrand holmström holmér hosseini hoti huang hultberg hultgren hultman hultqvist hultén hussain hussaini
  hussein hägglund häggström hällgren hällström hämäläinen håkanson högberg höglund högström höök ibrahimi ibrahimovic iqbal jacobson jafari
  jama janson jensen jernberg jimenez johanson johnson jokinen jonson jovanovic julin järvinen jörgensen karimi karjalainen karlberg
  karlgren karlson karlström kaya khalaf khalil khan kihlberg kihlström kinnunen kjellberg kjellgren kjellin kjellman kjellström klingberg
  korhonen koskinen kovac kovacevic kovalenko kowalska kowalski krasniqi kristensen kronberg kullberg källberg källström kärkkäinen köhler
  lagerberg lagercrantz lagergren lagerqvist lagerström lahtinen laitinen landgren landin landström larsen larson lehtinen lehtonen
  lewandowski liberg lidberg lidström lidén liljeblad liljegren liljekvist lindahl lindberg lindblad lindblom lindbom lindeberg lindell
  linderoth lindfors lindgren lindh lindholm lindkvist lindman lindmark lindqvist lindros lindskog lindstedt lindstrand lindström lindvall
  lindén ljungberg ljungdahl ljunggren ljungkvist ljungqvist ljungström lopez lundahl lundberg lundblad lundell lundgren lundholm lundin
  lundkvist lundmark lundquist lundqvist lundstedt lundsten lundström lundvall lundén löf löfberg löfgren löfqvist löfstedt löfström löfving
  lönnberg lönngren lönnqvist lövgren lövström magnussen mahamud malmberg malmgren malmqvist malmros malmsten malmström markström martinez
  mattila mehmedovic mehmeti melander melin mellberg mellgren moberg modin mohammadi mohammadzadeh mohamud molander molin montelius moradi
  morina morén mossberg mousavi murtaza mustafic mäkelä mäkinen möller mörck nazari nguyen nielsen nieminen nikolic nilson nilssen norberg
  nordberg nordgren nordin nordlander nordlund nordqvist nordstrand nordström nordvall norell norgren norlin norling normark norrby norrman
  norén novak nowak nowakowski nyberg nyblom nydahl nygren nyholm nylander nylund nylén nyman nyqvist nyström näslund näsström odeh olsen
  olson omeragic osmanovic osterman ozturk palmberg palmgren palmqvist pavlovic perez persdotter petersen peterson petrovic petterson pham
  popov popovic qureshi rahimi rahman ramadani ramberg ramirez ramström rantanen rasmussen rehn rehnberg renström rezaei ringdahl risberg
  rodriguez rojas rosander rosell rosenberg rosengren rosenlund rosenqvist roslund rostami rosén rudberg rundgren rundqvist rydberg rydell
  rydström rydén rådberg rönn rönnberg rönnqvist saarinen sadeghi sahlberg sahlin sahlström saleh salihovic salman salminen salonen sanchez
  sandahl sandberg sandell sandgren sandin sandman sandqvist sandström santos savic savolainen schmidt segerström selander selin sellberg
  setterlund sharif sharifi shevchenko siddiqui sjöberg sjöblom sjödahl sjödin sjögren sjöholm sjölander sjölin sjölund sjöqvist sjöstedt
  sjöstrand sjöström skoglund skogsberg sokolov stankovic stenberg stengren stenlund stenman stenmark stenqvist stenström stenvall
  stojanovic strandberg strandh stridh strindlund strömberg strömbäck strömgren strömqvist strömstedt stålberg suljic sultani sundberg
  sundell sundgren sundin sundkvist sundman sundqvist sundström sundvall sundén svanberg svanström svedberg svedin svedlund swärd syed szabo
  szymanski söderberg söderblom södergren söderholm söderlind söderlund söderman söderqvist söderström sörensen tahiri tekle teklu tengberg
  tesfai thelin thorell thorsell thorén thulin thunberg thörn tillberg tingström tjernberg todorovic torell tornberg torres tsegaye tuominen
  turan turunen törnblom törngren törnkvist törnqvist törnroos uddén uhlin ullberg vallgren vargas vasquez vestberg viberg vidovic vikander
  viklund vikström vinberg virtanen vu wadström wahlberg wahlgren wahlin wahlström wahlund wallberg wallgren wallin wallström wallén wendel
  wennberg wennerberg wennerström wennström wessman westberg westerberg westergren westerlind westerlund westerman westin westling westlund
  westman wiberg wibom wickman wigren wikberg wiklund wikman wiksten wikström winberg winther wirén wisniewski wiström wojcik ydén yildirim
  yilmaz yusufi yıldız zetterberg zetterlund zetterqvist zetterström zhang zieliński ziółkowski älvgren åberg ågren åhlander åhlén åhman
  åkerberg åkerblom åkerlund åkerman åkerström ålander åsberg åslund åström öberg öhlin öhlund öhman öhrn östberg österberg östergren
  österlund österman östling östlund östman öztürk
`
    .trim()
    .split(/\s+/),
)

/** Surnames that are words or places too (Björk, Lund, Frisk): a person only beside a first name or a title. */
export const wordySurnames: ReadonlySet<string> = new Set(
  `
  alm asp berg björk blixt blom blomster borg brandt bäck chen dahl dang do dufva duva ek falk flink fors frisk fritzon fält glad grahn gran
  gren grund hall hammar hed hellsten hill hjelm hjort hjärpe holgersson holm holmen hult hägg hård isberg islam jarl kask klang klint krans
  kurt kvist käck lagerlöf laine lans leander leijon levin lilja lind linder ljung lorentzon lund lustig lönn löv malm mark modig mörk niemi
  norman näs palm phan pihl rapp rask roos ros rosen sabel sand silva singh sjö skarin skog skoog skytt sköld snell spjut stark sten stern
  sterner strand strid ström stål sund svan svärd tapper toma torp tran trygg törn unger vall varg vass vik vinge vinter wall walter wang
  werner wester åker örn
`
    .trim()
    .split(/\s+/),
)
