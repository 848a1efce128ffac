import type { MarkShape } from '#lib/model/network/network.ts';
import type { Localized } from '#lib/model/localized.ts';

export interface City {
	code: string;
	slug: string;
	name: Localized;
	organisation: string;
	country: string;
	place: [latitude: number, longitude: number];
	timeZone: string;
	language: string;
	population: number;
	leads?: true;
	mark: Mark;
}

interface Mark {
	shape: MarkShape;
	fill: string;
	edge: string;
	edgeDark: string;
	ink: string;
}

const white = '#ffffff';
const black = '#1a1d24';

function mark(shape: Mark['shape'], [fill, edge, edgeDark]: [string, string, string], ink = white): Mark {
	return { shape, fill, edge, edgeDark, ink };
}

/** The twelve partners in the network's order. */
export const demoCities: City[] = [
	{
		code: 'po',
		slug: 'poznan',
		name: { en: 'Poznań', lv: 'Poznaņa' },
		organisation: 'Miasto Poznań',
		country: 'PL',
		place: [52.4064, 16.9252],
		timeZone: 'Europe/Warsaw',
		language: 'pl',
		population: 540_000,
		leads: true,
		mark: mark('disc', ['#0f366d', '#0f366d', '#7ea4e6'])
	},
	{
		code: 'da',
		slug: 'daugavpils',
		name: { en: 'Daugavpils', lv: 'Daugavpils' },
		organisation: 'Daugavpils pilsētas dome',
		country: 'LV',
		place: [55.8747, 26.5362],
		timeZone: 'Europe/Riga',
		language: 'lv',
		population: 78_000,
		mark: mark('disc', ['#af452b', '#af452b', '#e58a70'])
	},
	{
		code: 'ge',
		slug: 'genoa',
		name: { en: 'Genoa', lv: 'Dženova' },
		organisation: 'Comune di Genova',
		country: 'IT',
		place: [44.4111, 8.9328],
		timeZone: 'Europe/Rome',
		language: 'it',
		population: 560_000,
		mark: mark('disc', ['#f7b69a', '#b5623c', '#f7b69a'], black)
	},
	{
		code: 'gr',
		slug: 'granada',
		name: { en: 'Granada', lv: 'Granada' },
		organisation: 'Ayuntamiento de Granada',
		country: 'ES',
		place: [37.1773, -3.5986],
		timeZone: 'Europe/Madrid',
		language: 'es',
		population: 230_000,
		mark: mark('block', ['#6c1029', '#6c1029', '#e07c93'])
	},
	{
		code: 'kl',
		slug: 'klaipeda',
		name: { en: 'Klaipėda', lv: 'Klaipēda' },
		organisation: 'Klaipėdos miesto savivaldybė',
		country: 'LT',
		place: [55.7033, 21.1443],
		timeZone: 'Europe/Vilnius',
		language: 'lt',
		population: 160_000,
		mark: mark('block', ['#177a83', '#177a83', '#55b8c1'])
	},
	{
		code: 'wo',
		slug: 'wolverhampton',
		name: { en: 'Wolverhampton', lv: 'Vulverhemptona' },
		organisation: 'City of Wolverhampton Council',
		country: 'GB',
		place: [52.5862, -2.1288],
		timeZone: 'Europe/London',
		language: 'en',
		population: 264_000,
		mark: mark('block', ['#efc558', '#8f6a05', '#efc558'], black)
	},
	{
		code: 'co',
		slug: 'coimbra',
		name: { en: 'Coimbra', lv: 'Koimbra' },
		organisation: 'Câmara Municipal de Coimbra',
		country: 'PT',
		place: [40.2056, -8.4196],
		timeZone: 'Europe/Lisbon',
		language: 'pt',
		population: 141_000,
		mark: mark('arch', ['#45216c', '#45216c', '#b596e3'])
	},
	{
		code: 'to',
		slug: 'torun',
		name: { en: 'Toruń', lv: 'Toruņa' },
		organisation: 'Gmina Miasta Toruń',
		country: 'PL',
		place: [53.0138, 18.5984],
		timeZone: 'Europe/Warsaw',
		language: 'pl',
		population: 196_000,
		mark: mark('arch', ['#5365b3', '#5365b3', '#93a3ec'])
	},
	{
		code: 'na',
		slug: 'nantes',
		name: { en: 'Nantes', lv: 'Nante' },
		organisation: 'Nantes Métropole',
		country: 'FR',
		place: [47.2184, -1.5536],
		timeZone: 'Europe/Paris',
		language: 'fr',
		population: 325_000,
		mark: mark('arch', ['#b6dfa0', '#4f7f38', '#b6dfa0'], black)
	},
	{
		code: 'bo',
		slug: 'bologna',
		name: { en: 'Bologna', lv: 'Boloņa' },
		organisation: 'Città metropolitana di Bologna',
		country: 'IT',
		place: [44.4949, 11.3426],
		timeZone: 'Europe/Rome',
		language: 'it',
		population: 390_000,
		mark: mark('shield', ['#0c3a26', '#0c3a26', '#6db492'])
	},
	{
		code: 'kr',
		slug: 'kristiansand',
		name: { en: 'Kristiansand', lv: 'Kristiansanna' },
		organisation: 'Kristiansand kommune',
		country: 'NO',
		place: [58.1467, 7.9956],
		timeZone: 'Europe/Oslo',
		language: 'nb',
		population: 116_000,
		mark: mark('shield', ['#9b4a83', '#9b4a83', '#dd90c6'])
	},
	{
		code: 'sa',
		slug: 'sabadell',
		name: { en: 'Sabadell', lv: 'Sabadela' },
		organisation: 'Promoció Econòmica de Sabadell',
		country: 'ES',
		place: [41.5433, 2.1094],
		timeZone: 'Europe/Madrid',
		language: 'ca',
		population: 218_000,
		mark: mark('shield', ['#d2bcef', '#7f5db3', '#d2bcef'], black)
	}
];
