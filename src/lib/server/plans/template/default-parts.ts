import type { TemplatePart } from '#lib/model/plans/parts.ts';

/** What parts a plan begins with where the leads have shaped no template, titles in every language that plans are written in. */
export const defaultParts: readonly TemplatePart[] = [
	{
		part: 'context',
		title: {
			en: 'Context and evidence',
			lv: 'Konteksts un pierādījumi',
			pl: 'Kontekst i dane',
			it: 'Contesto e dati',
			es: 'Contexto y datos',
			ca: 'Context i dades',
			lt: 'Kontekstas ir duomenys',
			pt: 'Contexto e dados',
			fr: 'Contexte et données',
			nb: 'Bakgrunn og kunnskapsgrunnlag'
		},
		hint: {
			en: 'Where does your city stand, and how do you know? Attach a study once and cite it wherever you need it.',
			lv: 'Kāds ir stāvoklis jūsu pilsētā, un no kā jūs to zināt? Pievienojiet pētījumu vienreiz un atsaucieties uz to, kur vajag.'
		}
	},
	{
		part: 'challenge',
		title: {
			en: 'Challenge',
			lv: 'Izaicinājums',
			pl: 'Wyzwanie',
			it: 'Sfida',
			es: 'Reto',
			ca: 'Repte',
			lt: 'Iššūkis',
			pt: 'Desafio',
			fr: 'Défi',
			nb: 'Utfordring'
		},
		hint: {
			en: 'Which one problem does the plan answer? Say also what it cannot solve.',
			lv: 'Uz kuru problēmu plāns atbild? Pasakiet arī, ko tas nevar atrisināt.'
		}
	},
	{
		part: 'vision',
		title: {
			en: 'Vision',
			lv: 'Vīzija',
			pl: 'Wizja',
			it: 'Visione',
			es: 'Visión',
			ca: 'Visió',
			lt: 'Vizija',
			pt: 'Visão',
			fr: 'Vision',
			nb: 'Visjon'
		},
		hint: {
			en: 'How will the city be once the plan has worked? One or two sentences that people remember.',
			lv: 'Kāda būs pilsēta, kad plāns būs īstenots? Viens vai divi teikumi, ko cilvēki atceras.'
		}
	},
	{
		part: 'objectives',
		title: {
			en: 'Goal and objectives',
			lv: 'Mērķis un uzdevumi',
			pl: 'Cel główny i cele szczegółowe',
			it: 'Finalità e obiettivi',
			es: 'Meta y objetivos',
			ca: 'Fita i objectius',
			lt: 'Tikslas ir uždaviniai',
			pt: 'Meta e objetivos',
			fr: 'But et objectifs',
			nb: 'Mål og delmål'
		},
		hint: {
			en: 'What shall be different, by how much and by when? Objectives that can be measured come as rows below.',
			lv: 'Kam jāmainās, par cik un līdz kuram laikam? Izmērāmos uzdevumus rakstiet rindās zemāk.'
		}
	},
	{
		part: 'people',
		title: {
			en: 'People and partners',
			lv: 'Cilvēki un partneri',
			pl: 'Ludzie i partnerzy',
			it: 'Persone e partner',
			es: 'Personas y socios',
			ca: 'Persones i socis',
			lt: 'Žmonės ir partneriai',
			pt: 'Pessoas e parceiros',
			fr: 'Personnes et partenaires',
			nb: 'Mennesker og partnere'
		},
		hint: {
			en: 'For whom is the plan, who was heard, and who does the work with you?',
			lv: 'Kam plāns domāts, kas uzklausīts, un kas strādā kopā ar jums?'
		}
	},
	{
		part: 'actions',
		title: {
			en: 'Actions',
			lv: 'Rīcības',
			pl: 'Działania',
			it: 'Azioni',
			es: 'Acciones',
			ca: 'Accions',
			lt: 'Veiksmai',
			pt: 'Ações',
			fr: 'Actions',
			nb: 'Tiltak'
		},
		hint: {
			en: 'What will be done, by whom, with what money and when? Each action is a row; what is not known yet may wait.',
			lv: 'Ko darīs, kurš, par kādu naudu un kad? Katra rīcība ir rinda; kas vēl nav zināms, var pagaidīt.'
		}
	},
	{
		part: 'indicators',
		title: {
			en: 'Indicators',
			lv: 'Rādītāji',
			pl: 'Wskaźniki',
			it: 'Indicatori',
			es: 'Indicadores',
			ca: 'Indicadors',
			lt: 'Rodikliai',
			pt: 'Indicadores',
			fr: 'Indicateurs',
			nb: 'Indikatorer'
		},
		hint: {
			en: 'How will you see that it works? Say where you begin, where you want to be, and who counts.',
			lv: 'Kā redzēsiet, ka tas izdodas? Pasakiet, no kā sākat, kur gribat nonākt un kurš skaita.'
		}
	},
	{
		part: 'funding',
		title: {
			en: 'Funding',
			lv: 'Finansējums',
			pl: 'Finansowanie',
			it: 'Finanziamento',
			es: 'Financiación',
			ca: 'Finançament',
			lt: 'Finansavimas',
			pt: 'Financiamento',
			fr: 'Financement',
			nb: 'Finansiering'
		},
		hint: {
			en: 'What does it cost, and who pays which share?',
			lv: 'Cik tas maksā, un kurš sedz kādu daļu?'
		}
	},
	{
		part: 'risks',
		title: {
			en: 'Risks',
			lv: 'Riski',
			pl: 'Ryzyka',
			it: 'Rischi',
			es: 'Riesgos',
			ca: 'Riscos',
			lt: 'Rizikos',
			pt: 'Riscos',
			fr: 'Risques',
			nb: 'Risikoer'
		},
		hint: {
			en: 'What may go wrong, how likely is it, and what will you do then?',
			lv: 'Kas var neizdoties, cik tas ir ticami, un ko tad darīsiet?'
		}
	},
	{
		part: 'governance',
		title: {
			en: 'Governance and monitoring',
			lv: 'Pārvaldība un uzraudzība',
			pl: 'Zarządzanie i monitorowanie',
			it: 'Governance e monitoraggio',
			es: 'Gobernanza y seguimiento',
			ca: 'Governança i seguiment',
			lt: 'Valdysena ir stebėsena',
			pt: 'Governação e acompanhamento',
			fr: 'Gouvernance et suivi',
			nb: 'Styring og oppfølging'
		},
		hint: {
			en: 'Who decides, who looks after the plan, and how often is it looked at?',
			lv: 'Kas lemj, kas par plānu rūpējas, un cik bieži to pārskata?'
		}
	}
];
