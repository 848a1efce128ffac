import { randomUUID } from 'node:crypto';
import { measured, type DemoPractice } from './demo-practice.ts';

const source = 'Public pages of URBACT and of the city';

/** What the other cities tell. */
export const otherCities: DemoPractice[] = [
	{
		by: 'kalina.brukowa',
		form: 'entry',
		daysBefore: 294,
		stage: 'published',
		values: {
			lang: 'en',
			title: 'Apartments for graduates',
			pitch: 'Apartments in the city for people who have finished their studies.',
			summary:
				'Poznań has apartments for graduates. The practice holds the URBACT good practice label. Who can have one, for how long and on what terms is still to be told.',
			themes: ['retaining'],
			tags: ['URBACT good practice', 'housing']
		}
	},
	{
		by: 'agne.rudeniute',
		form: 'entry',
		daysBefore: 272,
		stage: 'published',
		values: {
			lang: 'en',
			title: 'Youth policy after the plan',
			pitch: 'The plan was finished, and the work for young people went on.',
			summary:
				'When its plan was finished, Klaipėda went on with its youth policy. How the city did that is the part that others will ask about.',
			themes: ['leadership', 'developing'],
			tags: ['youth policy']
		},
		later: {
			pitch: 'The plan was finished, and the work went on with more money and more measures for young people.',
			summary:
				'When its plan was finished, Klaipėda went on with its youth policy. The youth budget rose from 34,800 to 124,400 euros, and the measures from 6 to 14. How the city did that is the part that others will ask about.',
			evidence: [
				measured({ what: 'Youth budget of the city', before: '34800', amount: '124400', unit: 'euros', source }),
				measured({ what: 'Measures for young people', before: '6', amount: '14', unit: 'measures', source })
			]
		}
	},
	{
		by: 'paolo.porticato',
		form: 'entry',
		daysBefore: 236,
		stage: 'published',
		values: {
			lang: 'it',
			title: 'Incredibol!',
			pitch: 'Una buona pratica di Bologna, tra i temi dell’incontro di luglio 2017.',
			summary:
				'Incredibol! è una buona pratica di Bologna. Era tra i temi dell’incontro che la rete ha tenuto in città l’11 e il 12 luglio 2017. Che cosa offre e a chi, è ancora da raccontare.',
			englishTitle: 'Incredibol!',
			englishPitch: 'A good practice of Bologna, among the themes of the meeting of July 2017.',
			englishSummary:
				'Incredibol! is a good practice of Bologna. It was among the themes of the meeting that the network held in the city on 11 and 12 July 2017. What it offers and to whom is still to be told.',
			themes: ['leadership']
		}
	},
	{
		by: 'ines.salgueiral',
		form: 'entry',
		daysBefore: 214,
		stage: 'published',
		values: {
			lang: 'en',
			title: 'Creative firms in the old centre',
			pitch: 'Creative firms have their place in the old centre of the city.',
			summary:
				'In Coimbra there are creative firms in the old centre. The practice is about the firms and about the place at once. How the firms came there and what keeps them is still to be told.',
			themes: ['placemaking'],
			tags: ['creative firms'],
			place: 'The old centre of Coimbra'
		}
	},
	{
		by: 'sindre.havbris',
		form: 'entry',
		daysBefore: 196,
		stage: 'published',
		values: {
			lang: 'en',
			title: 'Coding for children',
			pitch: 'University, library and volunteers bring coding to children.',
			summary:
				'In Kristiansand children learn to code. The university, the library and volunteers make it possible together. How often they meet and who can come is still to be told.',
			themes: ['developing'],
			tags: ['coding', 'library', 'volunteers'],
			participation: 'The university, the library and volunteers take part.',
			modules: [
				{
					id: randomUUID(),
					kind: 'core',
					title: 'Volunteers',
					text: 'Volunteers help the children to code. What they know before they begin is still to be told.'
				}
			]
		}
	},
	{
		by: 'maelle.quaidor',
		form: 'entry',
		daysBefore: 141,
		stage: 'published',
		values: {
			lang: 'fr',
			title: 'Des talents pour le numérique',
			pitch: 'Plus de 1 000 postes vacants : le numérique cherche des talents.',
			summary:
				'À Nantes, le secteur du numérique a besoin de talents. Plus de 1 000 postes y étaient vacants. Ce chiffre montre le besoin et non un résultat. Ce que la ville a fait reste à raconter.',
			englishTitle: 'Talent for the digital sector',
			englishPitch: 'Over 1,000 vacant posts: the digital sector looks for talent.',
			englishSummary:
				'In Nantes the digital sector needs talent. Over 1,000 of its posts were vacant. That figure shows the need and not a result. What the city did is still to be told.',
			themes: ['attracting', 'developing'],
			tags: ['numérique']
		}
	},
	{
		by: 'laia.telerfina',
		form: 'entry',
		daysBefore: 103,
		stage: 'published',
		values: {
			lang: 'en',
			title: 'Attracting young entrepreneurs: Vapor Llonch',
			pitch: 'How Sabadell attracts young entrepreneurs, with Vapor Llonch.',
			summary:
				'Sabadell works to attract young entrepreneurs. Vapor Llonch is part of that work. What young entrepreneurs find there is still to be told.',
			themes: ['attracting'],
			tags: ['entrepreneurs'],
			place: 'Vapor Llonch'
		}
	},
	{
		by: 'nuria.alhamar',
		form: 'entry',
		daysBefore: 84,
		stage: 'published',
		values: {
			lang: 'en',
			title: 'Keeping young entrepreneurs',
			pitch: 'Granada works to keep its young entrepreneurs in the city.',
			summary:
				'Granada works to keep its young entrepreneurs. Keeping those who are there is another task than attracting new ones. What the city does for them is still to be told.',
			themes: ['retaining'],
			tags: ['entrepreneurs']
		}
	}
];
