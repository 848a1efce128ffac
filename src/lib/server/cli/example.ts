import type { PlanInput } from './plan.ts';

/** A description to start from; `npm run admin -- init --example` prints it. */
export const example: PlanInput = {
	network: {
		name: 'Northern Rivers',
		motto: { en: 'Upstream together', lv: 'Kopā pret straumi' },
		fundingLine: 'Co-funded by the European Union.',
		about: 'Cities on rivers learn from each other.'
	},
	cities: [
		{
			name: { en: 'Jelgava', lv: 'Jelgava' },
			organisation: 'Jelgavas valstspilsētas pašvaldība',
			country: 'LV',
			timeZone: 'Europe/Riga',
			language: 'lv',
			leads: true,
			letters: 'je',
			shape: 'disc',
			colour: '#0f366d'
		},
		{
			code: 'tu',
			slug: 'turku',
			name: 'Turku',
			organisation: 'Turun kaupunki',
			country: 'FI',
			timeZone: 'Europe/Helsinki',
			language: 'fi',
			latitude: 60.45,
			longitude: 22.27,
			population: 200000
		}
	],
	themes: [{ slug: 'riverside', name: { en: 'Riverside', lv: 'Krastmala' } }, 'Bathing water']
};
