import type { WritingLanguage } from '#lib/i18n/locales.ts';

const languages: readonly WritingLanguage[] = ['en', 'lv', 'pl', 'it', 'es', 'ca', 'lt', 'pt', 'fr', 'nb'];

/** What the field calls one thing, in each language, short forms included. Words that say the same within one language stand together. */
const lines = `
	good practice | labā prakse | dobra praktyka | buona pratica | buena práctica | bona pràctica, bones pràctiques | geroji praktika, gerosios praktikos | boa prática, boas práticas | bonne pratique | god praksis
	local action plan, integrated action plan, LAP, IAP, integrated local action plan | vietējais rīcības plāns, integrētais rīcības plāns, VRP, IRP | lokalny plan działania, zintegrowany plan działania | piano d'azione locale, piano d'azione integrato, PAL, PAI | plan de acción local, plan de acción integrado, PAL, PAI | pla d'acció local, pla d'acció integrat, PAL | vietos veiksmų planas, integruotas veiksmų planas | plano de ação local, plano de ação integrado, PAL, PAI | plan d'action local, plan d'action intégré, PAL, PAI | lokal handlingsplan, integrert handlingsplan
	network | tīkls | sieć | rete | red | xarxa | tinklas | rede | réseau | nettverk
	partner city | partnerpilsēta | miasto partnerskie | città partner | ciudad socia | ciutat sòcia | miestas partneris | cidade parceira | ville partenaire | partnerby
	lead partner | vadošais partneris | partner wiodący | capofila | socio líder | soci líder | pagrindinis partneris | parceiro líder | chef de file | hovedpartner
	expert | eksperts | ekspert | esperto | experto | expert | ekspertas | perito | expert | ekspert
	moderator | moderators | moderator | moderatore | moderador | moderador | moderatorius | moderador | modérateur | moderator
	stakeholder | ieinteresētā persona | interesariusz | portatore di interesse | parte interesada | part interessada | suinteresuotoji šalis | parte interessada | partie prenante | interessent
	transnational meeting, TNM | starptautiskā sanāksme | spotkanie ponadnarodowe | incontro transnazionale | encuentro transnacional | trobada transnacional | tarptautinis susitikimas | encontro transnacional | réunion transnationale | transnasjonalt møte
	local action group, ULG, LAG, URBACT local group, local group, local support group, LSG | vietējā rīcības grupa | Lokalna Grupa URBACT | gruppo locale URBACT | grupo local URBACT | grup local URBACT | URBACT vietos grupė | grupo local URBACT | groupe local URBACT | lokal URBACT-gruppe
	comment | komentārs | komentarz | commento | comentario | comentari | komentaras | comentário | commentaire | kommentar
	suggestion | ierosinājums | sugestia | suggerimento | sugerencia | suggeriment | pasiūlymas | sugestão | suggestion | forslag
	version | versija | wersja | versione | versión | versió | versija | versão | version | versjon
	draft | melnraksts | wersja robocza | bozza | borrador | esborrany | juodraštis | rascunho | brouillon | utkast
	report | atskaite | raport | relazione | informe | informe | ataskaita | relatório | rapport | rapport
	thematic report | tematiskā atskaite | raport tematyczny | relazione tematica | informe temático | informe temàtic | teminė ataskaita | relatório temático | rapport thématique | temarapport
	meeting | sanāksme | spotkanie | riunione | reunión | reunió | susitikimas | reunião | réunion | møte
	agenda | darba kārtība | porządek obrad | ordine del giorno | orden del día | ordre del dia | darbotvarkė | ordem de trabalhos | ordre du jour | dagsorden
	minutes | protokols | protokół | verbale | acta | acta | protokolas | ata | compte rendu | referat
	decision | lēmums | decyzja | decisione | decisión | decisió | sprendimas | decisão | décision | beslutning
	action item | uzdevums | zadanie | compito | tarea | tasca | užduotis | tarefa | tâche | oppgave
	action | rīcība | działanie | azione | acción | acció | veiksmas | ação | action | tiltak
	activity | aktivitāte | aktywność | attività | actividad | activitat | veikla | atividade | activité | aktivitet
	deadline | termiņš | termin | scadenza | fecha límite | data límit | terminas | prazo | échéance | frist
	vision | vīzija | wizja | visione | visión | visió | vizija | visão | vision | visjon
	challenge | izaicinājums | wyzwanie | sfida | reto | repte | iššūkis | desafio | défi | utfordring
	goal | mērķis | cel ogólny | obiettivo generale | objetivo general | objectiu general | tikslas | objetivo geral | objectif général | hovedmål
	objective | apakšmērķis | cel szczegółowy | obiettivo specifico | objetivo específico | objectiu específic | uždavinys | objetivo específico | objectif spécifique | delmål
	target group | mērķgrupa | grupa docelowa | gruppo destinatario | grupo destinatario | grup destinatari | tikslinė grupė | grupo-alvo | groupe cible | målgruppe
	indicator | rādītājs | wskaźnik | indicatore | indicador | indicador | rodiklis | indicador | indicateur | indikator
	baseline | sākotnējā vērtība | wartość bazowa | valore di base | valor inicial | valor inicial | pradinė reikšmė | valor de base | valeur de référence | utgangsverdi
	target | sasniedzamā vērtība | wartość docelowa | valore obiettivo | valor objetivo | valor objectiu | siektina reikšmė | valor-alvo | valeur cible | målverdi
	budget | budžets | budżet | budget | presupuesto | pressupost | biudžetas | orçamento | budget | budsjett
	co-financing | līdzfinansējums | współfinansowanie | cofinanziamento | cofinanciación | cofinançament | bendrasis finansavimas | cofinanciamento | cofinancement | medfinansiering
	political declaration | politiskā deklarācija | deklaracja polityczna | dichiarazione politica | declaración política | declaració política | politinė deklaracija | declaração política | déclaration politique | politisk erklæring
	neighbourhood, neighborhood | apkaime | osiedle | quartiere | barrio | barri | gyvenamasis rajonas | bairro | quartier | nabolag
	attachment | pielikums | załącznik | allegato | archivo adjunto | fitxer adjunt | priedas | anexo | pièce jointe | vedlegg
	city | pilsēta | miasto | città | ciudad | ciutat | miestas | cidade | ville | by
	plan | plāns | plan | piano | plan | pla | planas | plano | plan | plan
	practice | prakse | praktyka | pratica | práctica | pràctica | praktika | prática | pratique | praksis
	message, post | ziņa | wiadomość, wpis | messaggio | mensaje | missatge | žinutė, pranešimas | mensagem | message | melding, innlegg
	young people, youth | jaunieši, jaunatne | młodzież, młodzi ludzie | giovani | jóvenes, juventud | joves, joventut | jaunimas | jovens, juventude | jeunes, jeunesse | unge, ungdom
	survey, questionnaire | aptauja, anketa | ankieta | sondaggio, questionario | encuesta, cuestionario | enquesta, qüestionari | apklausa, anketa | inquérito, questionário | enquête, questionnaire | undersøkelse, spørreskjema
`;

/** One thing, by the names it has in each language. */
export type Concept = { lang: WritingLanguage; name: string }[];

export const vocabulary: readonly Concept[] = lines
	.trim()
	.split('\n')
	.map((line) =>
		line.split('|').flatMap((names, n) => names.split(',').map((name) => ({ lang: languages[n] ?? 'en', name: name.trim() })))
	);
