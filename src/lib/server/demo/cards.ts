import type { SeenBy } from '#lib/model/people/seen-by.ts';

/** What somebody of the cast tells on their card. */
export interface DemoCard {
	does: string;
	languages: string[];
	/** Numbers of nothing but noughts, which nobody has. */
	telephone?: string;
	telephoneSeenBy?: SeenBy;
	emailSeenBy?: SeenBy;
}

/** By the first part of the address; all of it is invented. Who is not here has told nothing yet. */
export const demoCards: Partial<Record<string, DemoCard>> = {
	'marek.wiosna': {
		does: 'Leads the network: meetings, reports, and who pays for what',
		languages: ['pl', 'en', 'de'],
		telephone: '+48 00 000 00 00',
		telephoneSeenBy: 'network'
	},
	'kalina.brukowa': { does: 'Graduates and employers of Poznań', languages: ['pl', 'en'] },
	'vija.tiltakrasta': {
		does: 'Youth policy, local group',
		languages: ['lv', 'ru', 'en'],
		telephone: '+371 00000000'
	},
	'ilze.ozolkalne': {
		does: 'Creative industries and the Mark Rothko quarter',
		languages: ['lv', 'en', 'ru'],
		telephone: '+371 00000001'
	},
	'artis.parkmalis': { does: 'Runs a makers’ workshop; speaks for young people in the local group', languages: ['lv', 'ru'] },
	'chiara.lanterna': { does: 'European projects, young companies in the old town', languages: ['it', 'en', 'fr'] },
	'tullio.carruggi': { does: 'Empty shops and who could use them', languages: ['it', 'en'], emailSeenBy: 'partners' },
	'nuria.alhamar': { does: 'University and city: keeping those who study here', languages: ['es', 'en'] },
	'agne.rudeniute': { does: 'Open data and the harbour’s young engineers', languages: ['lt', 'en', 'ru'] },
	'tautvydas.marigalis': { does: 'Local group, events, photographs', languages: ['lt', 'en'] },
	'beth.canalside': {
		does: 'Skills and apprenticeships along the canal',
		languages: ['en'],
		telephone: '+44 (0)0000 000000 ext. 12'
	},
	'owen.lockgate': { does: 'Budget and reports; ask me about first-level control', languages: ['en', 'cy'] },
	'rui.ponteclara': {
		does: 'Technology park and start-ups; host of the exchange meeting',
		languages: ['pt', 'en', 'es'],
		telephone: '+351 000 000 000'
	},
	'ines.salgueiral': { does: 'Local group, communication', languages: ['pt', 'en', 'fr'] },
	'zofia.piernikowska': { does: 'Social innovation and the old mill', languages: ['pl', 'en'] },
	'maelle.quaidor': { does: 'Creative quarter on the island', languages: ['fr', 'en', 'es'] },
	'saskia.windebrug': {
		does: 'Helps the cities to plan: from the first analysis to the action plan',
		languages: ['nl', 'en', 'fr'],
		telephone: '+32 00 000 00 00'
	},
	'elio.fontanella': { does: 'Measuring what a plan changes', languages: ['it', 'en'] },
	'claire.belvoisin': {
		does: 'Follows the network for the programme',
		languages: ['fr', 'en'],
		telephone: '+33 0 00 00 00 00',
		telephoneSeenBy: 'nobody'
	}
};
