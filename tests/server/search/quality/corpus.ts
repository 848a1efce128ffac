/** Posts of an invented network, a line each: a name to point at it, then its words. Written before the search was tuned. */
export const corpus: Record<string, string> = {
	en: `
mentors | We found mentors for eleven of the fourteen workshops, mostly retired engineers who miss having apprentices around.
trams | The study visit leaves from the tram depot at nine; please wear shoes you can walk over rails in.
survey | The survey of school leavers closes on Friday, and fewer than half of the vocational schools have answered so far.
budgetline | Our council approved the budget line for young entrepreneurs yesterday, with one amendment about evaluation.
coworking | Who can share the tenancy agreement of a shared workspace that is run by the city and a foundation together?
indicators | Two of our indicators measure activity and not change, so the expert advised us to drop them before the peer review.
bikes | Students repaired four hundred bicycles last spring and sold most of them to newcomers for the price of the spare parts.
library | The library stays open until midnight during examination weeks, and it is the librarians themselves who asked for it.
childcare | Three employers told us that childcare, not wages, decides whether graduates stay in our city.
minutes | I have corrected the minutes of the steering committee: the decision about the festival was postponed, not refused.
translation | Could we pay for interpretation at the local hearings? Half of the parents do not follow a discussion in the national language.
rent | Rents near the university rose by a fifth within two years, which empties the district of exactly those we want to keep.`,
	lv: `
mentori | Mentorus jaunajiem uzņēmējiem atradām vietējos uzņēmumos, un neviens no viņiem neprasīja samaksu.
apkaimes | Apkaimju sapulcēs iedzīvotāji visbiežāk runāja par tumšām ielām un par to, ka pusaudžiem vakaros nav kur palikt.
aptauja | Aptaujas anketu aizpildīja divi simti trīspadsmit vidusskolēni, un gandrīz puse no viņiem vēlas atgriezties pēc studijām.
budzets | Līdzdalības budžetā jaunieši paši izvēlējās trīs idejas: kino pagalmā, skeitparku un remontdarbnīcu.
darbnica | Koka darbnīcā meitenes ir vairākumā, kopš nodarbības vada divas galdnieces no Līvāniem.
skolotaji | Skolotājiem pietrūkst laika, lai ar uzņēmumiem sarunātu prakses vietas, tāpēc šo darbu uzņēmās pašvaldība.
cietoksnis | Cietokšņa kazarmās varētu ierīkot radošo kvartālu, bet vispirms jāsalabo jumti.
teatris | Jauniešu teātris izrādi par emigrāciju spēlēs arī Rēzeknē un Jēkabpilī.
termins | Pieteikumu iesniegšanas termiņš ir pagarināts līdz novembra beigām, jo tulkojumi kavējas.
tramvajs | Pusdienlaikā visi satiksimies pie tramvaja galapunkta un kopā iesim uz upmalu.
lemums | Domes lēmums paredz, ka rīcības plānu pārskata katru gadu kopā ar vietējo grupu.
dzivokli | Jaunajiem speciālistiem pilsēta trīs gadus maksā pusi no dzīvokļa īres.`,
	pl: `
mentorzy | Mentorów znaleźliśmy wśród emerytowanych inżynierów, którzy chętnie przekazują swoją wiedzę młodzieży.
osiedla | Na spotkaniach osiedlowych mieszkańcy najczęściej mówili o ciemnych ulicach i braku miejsc dla nastolatków.
ankieta | Ankietę wypełniło dwustu uczniów techników, a prawie połowa chce po studiach wrócić do miasta.
budzet | W budżecie obywatelskim wygrały trzy pomysły młodych ludzi: kino na podwórku, skatepark i pracownia napraw.
stolarnia | W stolarni najwięcej jest dziewcząt, odkąd zajęcia prowadzą dwie doświadczone stolarki.
praktyki | Nauczyciele nie mają czasu szukać praktyk w przedsiębiorstwach, dlatego zajął się tym urząd.
twierdza | W koszarach twierdzy mogłaby powstać dzielnica kreatywna, ale najpierw trzeba naprawić dachy.
czynsze | Czynsze w pobliżu uniwersytetu wzrosły o jedną piątą i absolwenci wyprowadzają się na przedmieścia.
wskazniki | Dwa wskaźniki mierzą aktywność, a nie zmianę, więc ekspert radzi je skreślić.
przedszkola | Pracodawcy mówią, że o pozostaniu rodzin decydują przedszkola, a nie wynagrodzenie.
protokol | Poprawiłem protokół: decyzję o festiwalu odłożono, a nie odrzucono.
rowery | Studenci naprawili czterysta rowerów i sprzedali je po cenie części.`,
	it: `
mentori | Abbiamo trovato i tutor tra gli ingegneri in pensione, felici di avere di nuovo degli apprendisti.
quartieri | Nelle assemblee di quartiere gli abitanti hanno parlato soprattutto di strade buie e di adolescenti senza un posto dove stare.
sondaggio | Il questionario è stato compilato da duecento studenti degli istituti tecnici; quasi la metà vorrebbe tornare dopo l'università.
bilancio | Con il bilancio partecipativo i ragazzi hanno scelto tre proposte: il cinema in cortile, la pista di pattinaggio e l'officina delle riparazioni.
falegnameria | In falegnameria le ragazze sono la maggioranza da quando i corsi li tengono due falegnami donne.
tirocini | Gli insegnanti non hanno il tempo di cercare tirocini nelle imprese, perciò se ne occupa il Comune.
caserme | Nelle caserme abbandonate potrebbe nascere un quartiere creativo, ma prima bisogna rifare i tetti.
affitti | Gli affitti vicino all'università sono aumentati di un quinto e i laureati se ne vanno in periferia.
indicatori | Due indicatori misurano l'attività e non il cambiamento: l'esperta consiglia di toglierli.
asili | Le imprese dicono che sono gli asili nido, e non gli stipendi, a trattenere le famiglie.
verbale | Ho corretto il verbale: la decisione sul festival è stata rinviata, non respinta.
biciclette | Gli studenti hanno riparato quattrocento biciclette e le hanno vendute al prezzo dei pezzi di ricambio.`,
	es: `
mentores | Encontramos mentores entre los ingenieros jubilados, que echaban de menos tener aprendices.
barrios | En las asambleas de barrio los vecinos hablaron sobre todo de calles oscuras y de adolescentes sin un lugar donde estar.
encuesta | La encuesta la respondieron doscientos alumnos de formación profesional, y casi la mitad quiere volver al acabar la carrera.
presupuesto | En los presupuestos participativos la juventud eligió tres propuestas: cine en el patio, pista de patinaje y taller de reparación.
carpinteria | En la carpintería las chicas son mayoría desde que las clases las dan dos carpinteras.
practicas | El profesorado no tiene tiempo de buscar prácticas en las empresas, así que lo hace el ayuntamiento.
cuarteles | En los antiguos cuarteles podría nacer un barrio creativo, pero antes hay que arreglar los tejados.
alquileres | Los alquileres cerca de la universidad han subido una quinta parte y los graduados se marchan a las afueras.
indicadores | Dos indicadores miden la actividad y no el cambio; la experta aconseja quitarlos antes de la evaluación.
guarderias | Las empresas dicen que son las guarderías, y no los sueldos, lo que retiene a las familias.
acta | He corregido el acta: la decisión sobre el festival se aplazó, no se rechazó.
bicicletas | El alumnado reparó cuatrocientas bicicletas y las vendió al precio de los recambios.`,
	ca: `
mentors | Hem trobat mentors entre els enginyers jubilats, que trobaven a faltar tenir aprenents.
barris | A les assemblees de barri els veïns van parlar sobretot de carrers foscos i d'adolescents sense cap lloc on estar.
enquesta | L'enquesta la van respondre dos-cents alumnes de formació professional, i gairebé la meitat vol tornar en acabar la carrera.
pressupost | En els pressupostos participatius el jovent va triar tres propostes: cinema al pati, pista de patinatge i taller de reparació.
fusteria | A la fusteria les noies són majoria des que les classes les fan dues fusteres.
practiques | El professorat no té temps de buscar pràctiques a les empreses, i per això ho fa l'ajuntament.
fabriques | A les fàbriques tancades hi podria néixer un barri creatiu, però abans cal arreglar les teulades.
lloguers | Els lloguers a prop de la universitat han pujat una cinquena part i els graduats marxen a la perifèria.
indicadors | Dos indicadors mesuren l'activitat i no el canvi; l'experta aconsella treure'ls abans de l'avaluació.
llars | Les empreses diuen que són les llars d'infants, i no els sous, el que reté les famílies.
acta | He corregit l'acta: la decisió sobre el festival es va ajornar, no es va rebutjar.
collaboracio | La col·laboració entre l'escola d'art i els tallers tèxtils ha començat amb vint alumnes.`,
	lt: `
mentoriai | Mentorius radome tarp pensininkų inžinierių, kurie pasiilgo mokinių.
rajonai | Gyvenamųjų rajonų susirinkimuose žmonės daugiausia kalbėjo apie tamsias gatves ir paauglius, kurie neturi kur būti.
apklausa | Apklausos anketą užpildė du šimtai profesinių mokyklų moksleivių, beveik pusė jų po studijų norėtų grįžti.
biudzetas | Dalyvaujamajame biudžete jaunimas pasirinko tris pasiūlymus: kiną kieme, riedučių aikštelę ir taisyklą.
dirbtuves | Medžio dirbtuvėse daugumą sudaro merginos, nes užsiėmimus veda dvi stalės.
praktika | Mokytojai neturi laiko ieškoti praktikos vietų įmonėse, todėl to ėmėsi savivaldybė.
uostas | Senuosiuose uosto sandėliuose galėtų atsirasti kūrybinis kvartalas, bet pirmiausia reikia sutvarkyti stogus.
nuoma | Būsto nuoma prie universiteto pabrango penktadaliu ir absolventai keliasi į priemiesčius.
rodikliai | Du rodikliai matuoja veiklą, o ne pokytį, todėl ekspertė pataria jų atsisakyti.
darzeliai | Darbdaviai sako, kad šeimas išlaiko vaikų darželiai, o ne atlyginimai.
protokolas | Pataisiau protokolą: sprendimas dėl festivalio buvo atidėtas, o ne atmestas.
dviraciai | Studentai sutaisė keturis šimtus dviračių ir pardavė juos už detalių kainą.`,
	pt: `
mentores | Encontrámos mentores entre os engenheiros reformados, que tinham saudades de ter aprendizes.
bairros | Nas assembleias de bairro os moradores falaram sobretudo de ruas escuras e de adolescentes sem um sítio para estar.
inquerito | O inquérito foi respondido por duzentos alunos do ensino profissional, e quase metade quer voltar depois do curso.
orcamento | No orçamento participativo os jovens escolheram três propostas: cinema no pátio, pista de patinagem e oficina de reparações.
carpintaria | Na carpintaria as raparigas são a maioria desde que as aulas são dadas por duas carpinteiras.
estagios | Os professores não têm tempo para procurar estágios nas empresas, por isso a câmara tratou do assunto.
quarteis | Nos antigos quartéis podia nascer um bairro criativo, mas primeiro é preciso arranjar os telhados.
rendas | As rendas perto da universidade subiram um quinto e os licenciados mudam-se para os arredores.
indicadores | Dois indicadores medem a atividade e não a mudança; a perita aconselha a retirá-los antes da avaliação.
creches | As empresas dizem que são as creches, e não os salários, que fixam as famílias.
ata | Corrigi a ata: a decisão sobre o festival foi adiada, não foi rejeitada.
bicicletas | Os estudantes arranjaram quatrocentas bicicletas e venderam-nas ao preço das peças.`,
	fr: `
mentors | Nous avons trouvé des mentors parmi les ingénieurs retraités, à qui les apprentis manquaient.
quartiers | Dans les réunions de quartier, les habitants ont surtout parlé de rues sombres et d'adolescents qui n'ont nulle part où aller.
enquete | L'enquête a été remplie par deux cents lycéens professionnels, et près de la moitié souhaite revenir après les études.
budget | Avec le budget participatif, les jeunes ont choisi trois propositions : cinéma dans la cour, piste de patinage et atelier de réparation.
menuiserie | À l'atelier de menuiserie, les filles sont majoritaires depuis que deux menuisières donnent les cours.
stages | Les enseignants n'ont pas le temps de chercher des stages dans les entreprises, c'est donc la mairie qui s'en charge.
hangars | Dans les anciens hangars du port pourrait naître un quartier créatif, mais il faut d'abord refaire les toitures.
loyers | Les loyers près de l'université ont augmenté d'un cinquième et les diplômés partent en banlieue.
indicateurs | Deux indicateurs mesurent l'activité et non le changement ; l'experte conseille de les supprimer avant l'évaluation.
creches | Les employeurs disent que ce sont les crèches, et non les salaires, qui retiennent les familles.
releve | J'ai corrigé le compte rendu : la décision sur le festival a été reportée, pas rejetée.
velos | Les étudiants ont réparé quatre cents vélos et les ont vendus au prix des pièces détachées.`,
	nb: `
mentorer | Vi fant mentorer blant pensjonerte ingeniører som savnet å ha lærlinger rundt seg.
nabolag | På nabolagsmøtene snakket beboerne mest om mørke gater og om ungdommer som ikke har noe sted å være.
undersokelse | Spørreundersøkelsen ble besvart av to hundre yrkesfagelever, og nesten halvparten vil flytte hjem etter studiene.
budsjett | I deltakerbudsjettet valgte ungdommen tre forslag: kino i bakgården, skatepark og reparasjonsverksted.
snekkerverksted | I snekkerverkstedet er jentene i flertall etter at to kvinnelige snekkere begynte å undervise.
praksis | Lærerne har ikke tid til å finne praksisplasser i bedriftene, så kommunen tok over jobben.
brygger | I de gamle sjøbodene kunne det bli et kreativt kvartal, men først må takene repareres.
leie | Husleien nær universitetet har steget med en femtedel, og kandidatene flytter til forstedene.
indikatorer | To indikatorer måler aktivitet og ikke endring; eksperten råder oss til å stryke dem.
barnehager | Arbeidsgiverne sier at det er barnehagene, ikke lønnen, som holder familiene her.
referat | Jeg har rettet referatet: beslutningen om festivalen ble utsatt, ikke avvist.
sykler | Studentene reparerte fire hundre sykler og solgte dem for prisen på delene.`
};
