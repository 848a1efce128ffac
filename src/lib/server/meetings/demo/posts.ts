import type { DemoPost } from '../../demo/seed-posts.ts';

// Invented, so that a first visitor finds people talking.

export const coimbraPosts: DemoPost[] = [
	{
		by: 'rui.ponteclara',
		lang: 'pt',
		at: '2017-03-27T09:12:00Z',
		text: 'Bem-vindos a Coimbra. Na quinta-feira começamos às 9h30. Tragam sapatos confortáveis: entre a câmara e as empresas da Baixa vamos a pé, e há muitas escadas.\n\nSe alguém chegar já na quarta-feira, diga aqui, para irmos juntos jantar.'
	},
	{
		by: 'beth.canalside',
		lang: 'en',
		at: '2017-03-27T13:40:00Z',
		text: 'We arrive on Wednesday evening, two of us. Could every city bring the one page of its draft that it likes **least**? Those are the pages where the others can help most.'
	},
	{
		by: 'elio.fontanella',
		lang: 'en',
		at: '2017-03-28T08:05:00Z',
		text: 'A good idea. When you choose that page, three questions may help:\n\n1. Would somebody who has never been to your city understand the problem from this page alone?\n2. How would you notice, two years from now, that the objective has been reached?\n3. Who has said yes to doing the work?\n\nAn empty answer is a fine answer. It is what we will work on.'
	},
	{
		by: 'vija.tiltakrasta',
		lang: 'lv',
		at: '2017-03-28T11:26:00Z',
		text: 'Mēs atvedīsim lappusi par apakšmērķiem. Jauniešu sapulcēs dzirdējām daudz labu domu, bet tās vēl nav pārvērstas skaitļos, un mums gribas saprast, kā to izdarīt, nepazaudējot pašas domas.'
	},
	{
		by: 'paolo.porticato',
		lang: 'it',
		at: '2017-03-28T15:51:00Z',
		text: 'Noi portiamo la pagina sulla governance. Chi decide, chi paga e chi racconta i risultati: tre risposte diverse, e per ora nel nostro piano se ne trova solo una.'
	},
	{
		by: 'agne.rudeniute',
		lang: 'lt',
		at: '2017-03-29T07:30:00Z',
		text: 'Iš Klaipėdos atvežame puslapį apie jaunimo biudžetą. Būtų įdomu išgirsti, kaip kiti miestai rodo, kad pinigai tikrai pasiekė jaunus žmones.'
	},
	{
		by: 'zofia.piernikowska',
		lang: 'pl',
		at: '2017-04-03T10:18:00Z',
		text: 'Dziękujemy za te dwa dni. Po rozmowie przy naszym stole skreśliliśmy cztery działania z dziewięciu. Te, które zostały, mają już kogoś, kto za nie odpowiada.'
	},
	{
		by: 'maelle.quaidor',
		lang: 'fr',
		at: '2017-04-04T08:47:00Z',
		text: 'Merci à Coimbra pour l’accueil. Une question pour la suite :\n\n> Qui a dit oui pour faire le travail ?\n\nNous l’avons affichée au mur de notre bureau. Elle est plus utile que tous nos tableaux.'
	}
];

export const followUpPosts: DemoPost[] = [
	{
		by: 'saskia.windebrug',
		lang: 'en',
		at: { daysBefore: 4, time: '08:30' },
		files: [{ at: inFolder('agenda.pdf') }],
		text: 'Each city has **five minutes** and tells one thing from its plan that still works. Not the nicest thing: the one that would be missed.\n\nPlease write here what yours will be, so that nobody tells the same story twice.'
	},
	{
		by: 'vija.tiltakrasta',
		lang: 'lv',
		at: { daysBefore: 4, time: '11:05' },
		files: [
			{
				at: inFolder('domu-siena.jpg'),
				alt: 'Siena nodarbību telpā: krāsainas lapiņas trijās rindās, uz katras jauniešu rakstīta doma'
			}
		],
		text: 'Daugavpils stāstīs par radošās domāšanas nodarbībām. Sākumā tās vadījām paši, tagad tās vada jaunieši, kuri toreiz uz tām nāca.'
	},
	{
		by: 'sindre.havbris',
		lang: 'nb',
		at: { daysBefore: 3, time: '07:52' },
		text: 'Kristiansand forteller om kodekvelder på biblioteket. Spørsmålet vårt til dere andre: Hva gjør dere når de frivillige flytter?'
	},
	{
		by: 'laia.telerfina',
		lang: 'ca',
		at: { daysBefore: 3, time: '14:20' },
		text: 'Nosaltres parlarem de les joves empreses que van arribar a les antigues fàbriques. No totes s’hi han quedat, i això també ho explicarem.'
	},
	{
		by: 'nuria.alhamar',
		lang: 'es',
		at: { daysBefore: 2, time: '09:41' },
		text: '[@Sindre Havbris](person:sindre.havbris): en Granada pedimos a cada persona voluntaria que, antes de irse, traiga a otra. No siempre funciona, pero la mitad de las veces sí.'
	},
	{
		by: 'marek.wiosna',
		lang: 'en',
		at: { daysBefore: 1, time: '10:15' },
		files: [{ at: inFolder('order-of-speaking.xlsx') }],
		text: 'The order of speaking follows the order of the network, so Poznań begins and Sabadell has the last word. If that hour is difficult for you, say so here and we will exchange places.'
	},
	{
		by: 'maelle.quaidor',
		lang: 'fr',
		at: { daysBefore: 1, time: '12:20' },
		answers: 1,
		text: 'Est-ce que ces jeunes sont payés pour animer les ateliers ? À Nantes, c’est la question qui revient à chaque fois.'
	},
	{
		by: 'elio.fontanella',
		lang: 'en',
		at: { daysBefore: 1, time: '15:40' },
		text: '[@Daugavpils](swing:city/da), could you bring the list of exercises from your first year? Three cities have asked me for it.'
	},
	{
		by: 'rui.ponteclara',
		lang: 'en',
		at: { daysBefore: 1, time: '16:55' },
		text: '[@Ilze Ozolkalne](person:ilze.ozolkalne), in Coimbra you told us at dinner how the first class nearly went wrong. Would you tell that to everybody? It takes two minutes, and it helped us more than any slide.'
	}
];

/** A file of the folder `files`, drawn or written for the demo. */
function inFolder(name: string): URL {
	return new URL(`files/${name}`, import.meta.url);
}
