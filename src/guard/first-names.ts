/** First names that are hardly ever anything else: of people in Sweden, whatever country the name comes from. */
export const firstNames: ReadonlySet<string> = new Set(
  `
  alvar gert hasse jeton pär ruth siw thore torborg ulla-maj viveca yvette abbas abdalla abdallah abdi abdifatah abdirahman abdul abdullah abdullahi adam adel aden adil adnan adrian afnan agda agnes agneta
  agnieszka ahmad ahmed aida aino aisha akram alaa albert albin alejandra alejandro aleksandar aleksander aleksandra alexander alexandra
  alfred algot alice alicia alina alireza allan alrik alvar alvin amalia amanda amani amar ameer amelia amin amina amir amira ammar anas
  anastasia anders andrea andreas andrej andrii andrzej anette anita anja anna anneli annelie annette annica annie annika annikki ante anton
  antonia antti anwar arash arif arne arnold arthur artur arvid asad ashraf aslaug asma asmaa astri astrid axel ayaan ayan ayse ayşe azad
  aziz babak bahar barbro  bashar bassam batoul beata beatrice behnaz bella bengt bengt-åke benjamin benny bente bernhard bernt bert
  bertil bibbi bilal birger birgit birgitta birgitte birthe bjarne bodil bogdan bojan boris bosse branka brita britt britt-marie britta
  burhan bushra börje camila camilla carin carina carl carlos carola carolin carolina caroline casper catalina catarina cecilia charles
  charlie charlotta charlotte christel christer christian christin christina christine christoffer claes clas claudia conny cornelia
  cristina curt dagmar dagny dalia daniel daniela danijel danuta daria dariusz darko david dejan denise dennis desirée diana didrik dilan
 dmitri dmitrij doris dorthe dragan dragana edit edith eduardo edvard edvin edward eero eeva einar ekaterina elena elham elias elif
  elin elina eline elis elisa elisabet elisabeth ella ellen ellinor elma elof elsa elsie elsy elvin elvira elvy emanuel emelie emil emilia
  emir emma emre enar engla enver erica erik erika erland erling esmeralda esra estelle ethel eugen eva evelina evert evy ewa fabian fadi
  fadumo fahad faisal fanny farah farhad fariba farid farida faris fatema fatemeh fatima fatimah fatma fatme fawzi felicia feras filip
  filippa firas folke francesca francesco fredrik fredrika frida fritiof fritz gabriel gabriela gabriella galina georg gerd gerda gerhard
  gerry gertrud ghada gilbert giovanni gisela giulia glenn goran gottfrid greger greta grethe grzegorz gudrun gull-britt gullan gullvi
  gunborg gunda gunhild gunilla gunn gunnar gunnel gunvor gustaf gustav göran gösta  göte göthe habib habiba hadi haider halima hamid
  hamida hampus hamza hana hani hania hanna hannah hannes hannu harald haris harriet harry hasan hassan hatice hawa haydar hedda hedvig hege
  heikki helen helena helene helga helge helmer henning henrietta henrik henry herbert herman hiba hilda hilding hillevi hilma hjalmar
  hjördis hodan holger hubert huda hugo husein hussein håkan hüseyin ibrahim ida idil idris ifrah igor ikram ilham imran inas ines    inga-britt inga-lill ingalill ingeborg ingegerd ingegärd ingela ingemar inger ingmar ingrid ingunn ingvar ingvor irene irina irma isabel
  isabell isabella isabelle isak ismael ismail israa ivan ivana ivar iwona izabela jaafar jacob jakob jalal jamal jamila jan-erik jan-olof
  jan-åke janet janne jannike jari jasmin jasmina jasmine javier jeanette jelena jenny jens jerker jerry jerzy jesper jessica jill jim
  jimmie jimmy joacim joakim joanna joar joel johan johanna johannes john johnny jon jonas jonathan jonna jonny jonte jorge jorunn josef
  josefin josefina josefine joseph josé jovana juan juha jukka julia julius jöran jörgen jørgen kaarina kadir kaj kajsa kalle kamal kamil
  kamila karim karima karin karl karl-erik karl-gustav karla karolin karolina kasper kaspian katarina katarzyna kate katja kennet kenneth
  kent kerstin kevin khadija khadra khaled khalid khalil kicki kirsten kirsti kjell kjell-åke klas knut konrad kristian kristin kristina
  kristine kristofer kristoffer krzysztof kurt lars lars-erik lars-göran lars-olof lars-åke lasse laura layla leif leila lena lennart leo
  leon leonard leopold levi leyla liam liban lidia liisa lilian lillemor lilly lina linn linnea linnéa linus lisa lisbet lisbeth lise
  liselott liselotte lisette livia ljubica lovis lovisa lubna luca lucas ludmila ludvig ludwig lukas luz lydia lyudmila maciej madeleine
  madelene magda magdalena magnhild magnus mahad mahdi mahmoud mahmud maj-britt maj-lis maja majid majida majken malgorzata malin malte
  malva manfred marco marcus marek margaret margareta margaretha margit margot maria mariam mariana marianne marie marielle marija marika
  marisol marit marita maritha mariusz marja marjatta marjo markus marlene marta martha martin martina marwa maryam masoud mathias matilda
  mats matteo matthias matti mattias maud maurits maximilian małgorzata mehdi mehmet mehran melissa melker melvin mersiha mette mia micael
  michael michaela mickael miguel mihai mikael mikaela mikko milica milla miranda miriam mirja mirjana miroslav mischa moa mohamad mohamed
  mohammad mohammed moira molly mona monica monika moustafa mubarak muhamed muhammad muhammed munir murad mustafa mykola märit märta märtha
  måns nabil nadia nadir nadja naima najib nancy nanna nanny nasir nasra nasrin natalia natalie natalja natalya nathalie nathan nawal
  nazanin neda negar nellie nelly nermin nguyen nicklas niclas nicolas nicole niels niklas nikola nikolaj niloofar nils nils-erik nimo nina
  ninni nisse nizar noah noel nora nura oksana ola olaf oleg oleksandr olena olga oliver olivia olle olof olov omar omid orvar oscar oskar
  osman osvald oswald ottilia otto ove pablo paolo parisa parvin paul paula paulina pauline pawel paweł peder pedro pehr pekka pelle
  per-erik per-olof per-åke pernilla pernille petar peter petra petronella petter phuong pia pierre piotr pirkko pontus povel preben päivi
  qasim radovan ragna ragnar ragnhild ragnvald rahim rahma raija ralf ramon rania rashid rasmus raul razan rebecca rebecka reidar reine
  reinhold reza ricardo richard rickard rida rigmor rikard rita ritva robert roberto roger roland rolf ronald ronja ronnie ronny rosario
  rose-marie rosita roy roza ruben rudolf rukia runar rune ruqaya rutger saad sabah sabina sabrina sadia safa safia sahar sahra said saida
  salah saleh salem salim salma salman samar samer samia samir samira samuel sandra sanna sara sarah sayed sebastian seija selma seppo
  sergei sergej sevda shadi shahad shahram shirin shukri sidsel sigbritt sigfrid signe signhild sigrid sigurd sigvard siham simon simone
  sinan siri sirpa sixten sofia sofie sohrab solbritt solfrid solvei solveig sonja sophia sophie soraya stefan stefania steffen stellan
  sten-åke stig-åke stina sture styrbjörn suleiman sulejman sumaya susann susanna susanne suzana suzanne svante sven sven-erik sven-olof
  sven-åke sverker svetlana svitlana sylvia synnöve sölve sören søren tahir tamara tapio tarek tareq tariq tarja tatiana tekla teodor terese
  teresia tesfay tesfaye teuvo thea theo theodor therese theresia thomas thor thorbjörn thorsten thorvald thure tilda timmy timo tina tindra
  tobias toivo  tomas tomasz tommy tony torbjörn tord tore torgny torkel torsten torun torunn torvald tova tove truls tsegay tuula tuva
  tuve tyko ubah ulf ulla ulla-britt ulla-britta ulla-carin ulla-karin ulrica ulrik ulrika umar uno ursula valdemar valter vanessa vanja
  vasil veikko vera veronica veronika vesna vibeke victor victoria vidar viggo viktor viktoria viktoriia vilgot vilhelm vincent vivan viveka
  vivianne vladimir volodymyr väinö wael wafa waleed walid warsame wilhelm wille william willy wilma winston wiveka wojciech yahya yara
  yasin yasir yasmin yasmine yasser ylva yngve yohannes yonas yosef yousef youssef yrsa yulia yuliia yusra yusuf yvonne zahra zaid zainab
  zaynab zeinab zeliha zeynep zlatko zoran zuhair zuzana åke åsa åse örjan östen øyvind željko
`
    .trim()
    .split(/\s+/),
)

/** First names that are words, places, brands or feast days too (Stig, Björn, Hans, Viola): a person only where more says so. */
export const wordyFirstNames: ReadonlySet<string> = new Set(
  `
  tom inga basel dina göta alf ali alia alma alva amal ana ann anne antonio asha asta august aurora aya björn bo boel bror carmen clara dag diego disa else ernst
  ester felix frank freja gro gun hala hanan hans hektor helmi hoa iman inge iris isa jack jan jane kari kim klara lage laila lan lea lene
  lill linda linh liv lo lotta lova love lucia lykke maha mai maj manne mari marina max mercedes milan milo milton minh minna mira morgan
  muna my mårten nada noor nour nova oda odd per petrus rana rasha reem regina rima robin rosa rut  saga sam sana sari satu selam seth
  siv sol staffan stella sten stig svea tage taha tanja thanh tilde tim tor tora ture tyra urban valborg vega vendela vilja ville vilma
  viola virginia
`
    .trim()
    .split(/\s+/),
)
