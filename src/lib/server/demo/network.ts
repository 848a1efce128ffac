import type { Localized } from '#lib/model/localized.ts';

/** The network that the demo shows: an URBACT III network of 2015–2018, its facts from public sources. */
export const demoNetwork = {
	slug: 'gen-y-city',
	name: 'Gen-Y City',
	motto: {
		en: 'Get into the swing of the City!',
		lv: 'Iejūties pilsētas ritmā!'
	},
	fundingLine: {
		en: 'Gen-Y City is a network of the URBACT III programme, co-funded by the European Regional Development Fund.',
		lv: 'Gen-Y City ir programmas URBACT III tīkls, ko līdzfinansē Eiropas Reģionālās attīstības fonds.'
	},
	about: {
		en: 'Twelve European cities learn from each other how to keep, attract and develop the talent of generation Y, above all young people in creative and technical work. Science, city hall, entrepreneurs and residents work on it together, and every city chose the field that is most urgent at home.',
		lv: 'Divpadsmit Eiropas pilsētas cita no citas mācās, kā noturēt, piesaistīt un attīstīt Y paaudzes talantus, vispirms jauniešus radošajās un tehniskajās nozarēs. Kopā strādā zinātnieki, pašvaldība, uzņēmēji un iedzīvotāji, un katra pilsēta izvēlējusies jomu, kas tai ir vissteidzamākā.'
	}
} satisfies { slug: string; name: string; motto: Localized; fundingLine: Localized; about: Localized };

export const demoThemes: { slug: string; name: Localized }[] = [
	{
		slug: 'leadership',
		name: {
			en: 'Collaborative leadership and governance',
			lv: 'Kopīga vadība un pārvaldība'
		}
	},
	{ slug: 'placemaking', name: { en: 'Placemaking', lv: 'Vietas veidošana' } },
	{ slug: 'developing', name: { en: 'Developing talent', lv: 'Talantu attīstīšana' } },
	{ slug: 'retaining', name: { en: 'Retaining talent', lv: 'Talantu noturēšana' } },
	{
		slug: 'attracting',
		name: {
			en: 'Attracting and embedding talent',
			lv: 'Talantu piesaistīšana un iesaistīšana'
		}
	}
];
