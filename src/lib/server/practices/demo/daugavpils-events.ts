import type { DemoPractice } from './demo-practice.ts';

export const daugavpilsEvents: DemoPractice[] = [
	{
		by: 'ilze.ozolkalne',
		form: 'entry',
		daysBefore: 286,
		stage: 'published',
		values: {
			lang: 'lv',
			title: 'Heyday: pasākums ar pilsētas radošajiem cilvēkiem',
			pitch: 'Pasākums kopā ar pilsētas radošajiem cilvēkiem.',
			summary:
				'„Heyday” ir Daugavpils pasākums kopā ar pilsētas radošajiem cilvēkiem. Tas notika projekta Gen-Y City laikā. Kā tas bija iecerēts un kas no tā palika, vēl jāpastāsta.',
			englishTitle: 'Heyday: an event with the city’s creative people',
			englishPitch: 'An event together with the creative people of the city.',
			englishSummary:
				'Heyday is an event of Daugavpils together with the city’s creative people. It took place during the Gen-Y City project. How it was planned and what stayed of it is still to be told.',
			themes: ['retaining'],
			tags: ['pasākums']
		}
	},
	{
		by: 'ilze.ozolkalne',
		form: 'entry',
		daysBefore: 281,
		stage: 'published',
		values: {
			lang: 'lv',
			title: 'LAVKA',
			pitch: 'Pasākums, kas Daugavpilī notika projekta Gen-Y City laikā.',
			summary:
				'LAVKA ir pasākums, kas Daugavpilī notika projekta Gen-Y City laikā, tāpat kā „Heyday”. Ko apmeklētāji tajā redzēja un kas to veidoja, vēl jāpastāsta.',
			englishTitle: 'LAVKA',
			englishPitch: 'An event that took place in Daugavpils during the Gen-Y City project.',
			englishSummary:
				'LAVKA is an event that took place in Daugavpils during the Gen-Y City project, as Heyday did. What visitors saw there and who made it is still to be told.',
			themes: ['retaining'],
			tags: ['pasākums']
		}
	}
];
