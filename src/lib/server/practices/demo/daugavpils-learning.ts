import type { DemoPractice } from './demo-practice.ts';

export const daugavpilsLearning: DemoPractice[] = [
	{
		by: 'vija.tiltakrasta',
		form: 'entry',
		daysBefore: 264,
		stage: 'published',
		values: {
			lang: 'lv',
			title: 'Java apmācības topošajiem IT speciālistiem',
			pitch: 'Topošie IT speciālisti apgūst programmēšanas valodu Java.',
			summary:
				'Daugavpilī topošajiem IT speciālistiem notika Java apmācības. Tās bija daļa no tā, ko pilsēta paveica projekta Gen-Y City laikā. Cik ilgi tās notika un kas tās vadīja, vēl nav pierakstīts.',
			englishTitle: 'Java training for future IT specialists',
			englishPitch: 'Future IT specialists learn the programming language Java.',
			englishSummary:
				'In Daugavpils future IT specialists were trained in Java. The training was part of what the city did during the Gen-Y City project. How long it took and who taught is not written down yet.',
			themes: ['developing'],
			tags: ['IT', 'programmēšana']
		}
	},
	{
		by: 'ilze.ozolkalne',
		form: 'entry',
		daysBefore: 243,
		stage: 'published',
		values: {
			lang: 'lv',
			title: 'Radošās domāšanas nodarbības ar „Radi!”',
			pitch: 'Nodarbības, kurās attīsta radošo domāšanu.',
			summary:
				'Daugavpilī notika radošās domāšanas nodarbības ar „Radi!”. Tās bija daļa no tā, ko pilsēta paveica projekta Gen-Y City laikā. Ko nodarbībās darīja un kas uz tām nāca, vēl jāpastāsta.',
			englishTitle: 'Creative-thinking classes with Radi!',
			englishPitch: 'Classes that develop creative thinking.',
			englishSummary:
				'Creative-thinking classes with Radi! took place in Daugavpils. They were part of what the city did during the Gen-Y City project. What people did in the classes and who came is still to be told.',
			themes: ['developing'],
			tags: ['radošums']
		}
	},
	{
		by: 'ilze.ozolkalne',
		form: 'entry',
		daysBefore: 187,
		stage: 'published',
		values: {
			lang: 'lv',
			title: '„Kāpēc 5?” aktivitātes',
			pitch: 'Aktivitātes, kurām nosaukumā ir jautājums.',
			summary:
				'Starp Daugavpils labajām praksēm ir „Kāpēc 5?” aktivitātes. Pagaidām šeit ir tikai to nosaukums. Par ko ir jautājums un kas meklē atbildi, vēl jāpastāsta.',
			englishTitle: '“Kāpēc 5?” activities',
			englishPitch: 'Activities that have a question for a name: why 5?',
			englishSummary:
				'The “Kāpēc 5?” activities are among the good practices of Daugavpils. So far only their name stands here; it asks “Why 5?”. What the question is about and who looks for an answer is still to be told.',
			tags: ['aktivitātes']
		}
	},
	{
		by: 'vija.tiltakrasta',
		form: 'entry',
		daysBefore: 158,
		stage: 'published',
		values: {
			lang: 'lv',
			title: 'Nodarbinātības valsts aģentūras Jauniešu garantijas pasākumi',
			pitch: 'Jauniešu garantijas pasākumi, kurus īsteno Nodarbinātības valsts aģentūra.',
			summary:
				'Jauniešu garantijas pasākumus īsteno Nodarbinātības valsts aģentūra. Daugavpils tos min starp savām labajām praksēm. Kuri no pasākumiem jauniešiem pilsētā noderēja visvairāk, vēl nav pierakstīts.',
			englishTitle: 'Youth Guarantee measures of the State Employment Agency',
			englishPitch: 'Measures of the Youth Guarantee that the State Employment Agency carries out.',
			englishSummary:
				'The State Employment Agency of Latvia carries out the measures of the Youth Guarantee. Daugavpils names them among its good practices. Which of them helped young people in the city most is not written down yet.',
			themes: ['developing', 'retaining'],
			tags: ['nodarbinātība', 'jaunieši'],
			partners: 'Nodarbinātības valsts aģentūra'
		}
	}
];
