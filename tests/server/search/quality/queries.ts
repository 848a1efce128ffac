/** What is wrong with a query, compared with the words of the text it should find. */
export type Fault = 'diacritics' | 'typing' | 'ending';

export interface Asked {
	lang: string;
	fault: Fault;
	words: string;
	/** Name of the post in the corpus. */
	target: string;
	/** Kept aside: never looked at while the search was tuned. */
	aside: boolean;
}

/** Language, fault, words, target; a star keeps it aside. Written together with the corpus, before the search was tuned. */
const lines = `
en typing | tenancy agrement | coworking
en typing | bycicles | bikes
en typing | aproved budget | budgetline
en typing | interpretaton | translation *
en ending | retiring engineer | mentors
en ending | librarian | library
en ending | study visits | trams
en ending | employer childcare | childcare *
en ending | correcting minute | minutes
en ending | rent rise university | rent *
lv diacritics | lidzdalibas budzeta | budzets
lv diacritics | cietoksna kazarmas | cietoksnis
lv diacritics | skolotajiem pietrukst | skolotaji
lv diacritics | dzivokla ires | dzivokli *
lv typing | skeitpraku | budzets
lv typing | aptuajas | aptauja
lv ending | apkaime tumša iela | apkaimes
lv ending | galdniece | darbnica
lv ending | jauniešiem teātrī | teatris *
lv ending | pagarināt termiņu | termins *
pl diacritics | wskazniki zmiane | wskazniki
pl diacritics | ankiete uczniow | ankieta
pl diacritics | mlodych pomysly | budzet *
pl typing | stolrania | stolarnia
pl typing | absolwneci czynsze | czynsze
pl typing | przedskzola | przedszkola *
pl ending | twierdzę | twierdza
pl ending | rower | rowery
pl ending | ciemna ulica | osiedla
pl ending | praktykach przedsiębiorstwo | praktyki *
it diacritics | universita | affitti
it diacritics | attivita cambiamento | indicatori
it diacritics | meta studenti questionario | sondaggio *
it typing | falengameria | falegnameria
it typing | bicilcette | biciclette
it typing | asili nidio | asili *
it ending | assemblea quartiere | quartieri
it ending | caserma abbandonata | caserme
it ending | tirocinio impresa | tirocini
it ending | decisioni rinviate | verbale *
es diacritics | guarderias | guarderias
es diacritics | carpinteria mayoria | carpinteria
es diacritics | practicas empresas | practicas *
es typing | encuetsa alumnos | encuesta
es typing | alquielres | alquileres
es typing | bicicletes | bicicletas *
es ending | asamblea vecino | barrios
es ending | cuartel antiguo | cuarteles
es ending | presupuesto participativo | presupuesto
es ending | decisiones aplazadas | acta *
ca diacritics | practiques | practiques
ca diacritics | fabriques tancades | fabriques
ca diacritics | collaboracio textils | collaboracio *
ca typing | lloguesr | lloguers
ca typing | pressuposts participtaius | pressupost
ca typing | fustreia | fusteria *
ca ending | enginyer jubilat | mentors
ca ending | carrer fosc | barris
ca ending | indicador activitats | indicadors
ca ending | llar infant | llars *
lt diacritics | darzeliai | darzeliai
lt diacritics | dviraciu detaliu | dviraciai
lt diacritics | dirbtuvese merginos | dirbtuves *
lt typing | protkoolas | protokolas
lt typing | absolvnetai | nuoma
lt typing | apkluasos | apklausa *
lt ending | uoste sandėlis | uostas
lt ending | inžinierius pensininkas | mentoriai
lt ending | tamsi gatvė | rajonai
lt ending | biudžetas pasiūlymas | biudzetas *
pt diacritics | orcamento patio | orcamento
pt diacritics | estagios | estagios
pt diacritics | salarios familias | creches *
pt typing | inquertio | inquerito
pt typing | carpitnaria | carpintaria
pt typing | aprendzies | mentores *
pt ending | quartel antigo | quarteis
pt ending | renda universidade | rendas
pt ending | rua escura | bairros
pt ending | decisões adiadas | ata *
fr diacritics | velos repares | velos
fr diacritics | creches | creches
fr diacritics | ingenieurs retraites | mentors *
fr typing | menuisreie | menuiserie
fr typing | indciateurs | indicateurs
fr typing | hangras | hangars *
fr ending | loyer diplômé | loyers
fr ending | enseignant stage | stages
fr ending | rue sombre | quartiers
fr ending | décisions reportées | releve *
nb diacritics | morke gater | nabolag
nb diacritics | larlinger | mentorer
nb diacritics | lonnen familiene | barnehager *
nb typing | husleein | leie
nb typing | snekkervrekstedet | snekkerverksted
nb typing | reparsajonsverksted | budsjett *
nb ending | praksisplass bedrift | praksis
nb ending | barnehage arbeidsgiver | barnehager
nb ending | sykkel student | sykler
nb ending | beslutninger festival | referat *
`;

export const queries: Asked[] = lines
	.trim()
	.split('\n')
	.map((line) => {
		const [kind = '', words = '', target = ''] = line.split('|').map((part) => part.trim());
		const [lang = '', fault = ''] = kind.split(' ');
		return { lang, fault: fault as Fault, words, target: target.replace(' *', ''), aside: target.endsWith('*') };
	});

/** Nobody wrote of these, in any language. */
export const unanswered = [
	'submarine torpedo',
	'zemūdene',
	'astronomia kwantowa',
	'vulcano eruzione',
	'delfín',
	'xocolata amb xurros',
	'pingvinas',
	'girassol',
	'parapluie',
	'sjokoladekake'
];
