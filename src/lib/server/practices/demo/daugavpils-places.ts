import type { DemoPractice } from './demo-practice.ts';

export const daugavpilsPlaces: DemoPractice[] = [
	{
		by: 'vija.tiltakrasta',
		form: 'entry',
		daysBefore: 229,
		stage: 'published',
		values: {
			lang: 'lv',
			title: 'Logotips „Daugavpils ir daudzveidība”',
			pitch: 'Logotips, kas par pilsētu pasaka vienu domu.',
			summary:
				'Daugavpilij ir logotips „Daugavpils ir daudzveidība”. Tas par pilsētu pasaka vienu domu. Kā logotips tapa un kur to lieto, vēl jāpastāsta.',
			englishTitle: 'The “Daugavpils is diversity” logo',
			englishPitch: 'A logo that says one thing about the city.',
			englishSummary:
				'Daugavpils has a logo, “Daugavpils is diversity”. It says one thing about the city. How the logo was made and where it is used is still to be told.',
			themes: ['placemaking'],
			tags: ['logotips']
		}
	},
	{
		by: 'vija.tiltakrasta',
		form: 'entry',
		daysBefore: 205,
		stage: 'published',
		values: {
			lang: 'lv',
			title: 'Daugavpils cietokšņa attīstība: sasniegumi un izaicinājumi',
			pitch: 'Aptuveni 2 km² un 80 ēkas: kas cietoksnī ir sasniegts un kas joprojām ir grūti.',
			summary:
				'Daugavpils cietoksnis aizņem aptuveni 2 km², un tajā ir 80 ēkas. Tur atrodas Rotko centrs un Sikspārņu centrs. Tik lielas vietas attīstībā ir gan sasniegumi, gan izaicinājumi, un šis ieraksts ir par abiem.',
			englishTitle: 'Developing the Daugavpils fortress: achievements and challenges',
			englishPitch: 'About 2 km² and 80 buildings: what has been achieved in the fortress, and what is still hard.',
			englishSummary:
				'The Daugavpils fortress covers about 2 km² and has 80 buildings. The Rothko Centre and the Bat Centre are there. Developing a place of this size brings achievements and challenges, and this entry is about both.',
			themes: ['placemaking'],
			tags: ['cietoksnis'],
			place: 'Daugavpils cietoksnis'
		}
	},
	{
		by: 'vija.tiltakrasta',
		form: 'entry',
		daysBefore: 61,
		stage: 'published',
		values: {
			lang: 'lv',
			title: 'Vietu atzīmēšana apkaimju kartē',
			pitch: 'Jaunieši kartē atzīmē, kur pavada brīvo laiku ārā, un pieraksta, ko tur vajadzētu mainīt.',
			summary:
				'Karjeras izstādē jaunieši apkaimju kartē atzīmēja, kur viņi pavada brīvo laiku ārā. Viņi pierakstīja, ko uzlabot, ko attīstīt un kā pietrūkst. Tas notika tīklā Re-Gen (URBACT IV), kurā Daugavpils piedalās pēc Gen-Y City.',
			englishTitle: 'Marking places on the neighbourhood map',
			englishPitch: 'Young people mark on a map where they spend free time outdoors, and write what should change there.',
			englishSummary:
				'At a careers fair young people marked on a map of neighbourhoods where they spend their free time outdoors. They wrote what to improve, what to develop and what is missing. It was done in Re-Gen (URBACT IV), the network that Daugavpils takes part in after Gen-Y City.',
			themes: ['placemaking', 'leadership'],
			tags: ['Re-Gen', 'karte', 'jaunieši'],
			solution:
				'Karjeras izstādē 8.–12. klašu skolēniem bija 17 stendi. Tur jaunieši kartē atzīmēja vietas un pierakstīja trīs lietas:\n\n- ko uzlabot,\n- ko attīstīt,\n- kā pietrūkst.\n\nKartē bija Centrs, Esplanāde, Jaunbūve, Jaunā Forštadte, Grīva, Mežciems un Jaunie Stropi.',
			participation: 'Vietas kartē atzīmēja un vēlmes pierakstīja paši jaunieši.',
			impact: 'Pilsēta zina, ko jaunieši vēlas: sakoptu apkārtni, vairāk vietu aktīvai atpūtai, āra trenažierus, veloceliņus, vietas pastaigām un pasākumus, piemēram, nelielu tirdziņu ne tikai centrā. Tās ir vēlmes. Kuras no tām jau piepildītas, vēl jāpastāsta.',
			cost: { from: '78660.00', to: '78660.00', currency: 'EUR' },
			funding: 'Izmaksas ir visam Re-Gen Daugavpilī, ne tikai kartei. ERAF sedz 80 % jeb 62 928,00 EUR.',
			place: 'Daugavpils'
		}
	}
];
