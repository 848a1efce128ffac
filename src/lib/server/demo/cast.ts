import type { Locale } from '#lib/i18n/locales.ts';
import type { ExpertKind, Role } from '#lib/model/access/roles.ts';

/** Somebody of the demo. All of them are invented; their addresses end in a name that no mail can reach. */
export interface CastMember {
	name: string;
	email: string;
	role: Role;
	/** Code of the city, null for those of no city. */
	city: string | null;
	expertKind: ExpertKind | null;
	locale: Locale;
	/** Where they live, when it is not their city. */
	timeZone?: string;
	/** Language they write in, when it is not their city's. */
	writes?: string;
}

function ofCity(
	city: string,
	role: 'lead' | 'coordinator' | 'officer' | 'local',
	name: string,
	email: string,
	locale: Locale = 'en'
): CastMember {
	return { name, email, role, city, expertKind: null, locale };
}

export const cast: CastMember[] = [
	ofCity('po', 'lead', 'Marek Wiosna', 'marek.wiosna@poznan.example'),
	ofCity('po', 'coordinator', 'Kalina Brukowa', 'kalina.brukowa@poznan.example'),
	ofCity('da', 'coordinator', 'Vija Tiltakrasta', 'vija.tiltakrasta@daugavpils.example', 'lv'),
	ofCity('da', 'officer', 'Ilze Ozolkalne', 'ilze.ozolkalne@daugavpils.example', 'lv'),
	ofCity('da', 'local', 'Artis Parkmalis', 'artis.parkmalis@daugavpils.example', 'lv'),
	ofCity('ge', 'coordinator', 'Chiara Lanterna', 'chiara.lanterna@genoa.example'),
	ofCity('ge', 'officer', 'Tullio Carruggi', 'tullio.carruggi@genoa.example'),
	ofCity('gr', 'coordinator', 'Nuria Alhamar', 'nuria.alhamar@granada.example'),
	ofCity('kl', 'coordinator', 'Agnė Rudeniūtė', 'agne.rudeniute@klaipeda.example'),
	ofCity('kl', 'officer', 'Tautvydas Marigalis', 'tautvydas.marigalis@klaipeda.example'),
	ofCity('wo', 'coordinator', 'Beth Canalside', 'beth.canalside@wolverhampton.example'),
	ofCity('wo', 'officer', 'Owen Lockgate', 'owen.lockgate@wolverhampton.example'),
	ofCity('co', 'coordinator', 'Rui Ponteclara', 'rui.ponteclara@coimbra.example'),
	ofCity('co', 'officer', 'Inês Salgueiral', 'ines.salgueiral@coimbra.example'),
	ofCity('to', 'coordinator', 'Zofia Piernikowska', 'zofia.piernikowska@torun.example'),
	ofCity('na', 'coordinator', 'Maëlle Quaidor', 'maelle.quaidor@nantes.example'),
	ofCity('bo', 'coordinator', 'Paolo Porticato', 'paolo.porticato@bologna.example'),
	ofCity('kr', 'coordinator', 'Sindre Havbris', 'sindre.havbris@kristiansand.example'),
	ofCity('sa', 'coordinator', 'Laia Telerfina', 'laia.telerfina@sabadell.example'),
	{
		name: 'Saskia Windebrug',
		email: 'saskia.windebrug@experts.example',
		role: 'expert',
		city: null,
		expertKind: 'lead',
		locale: 'en',
		timeZone: 'Europe/Brussels',
		writes: 'en'
	},
	{
		name: 'Elio Fontanella',
		email: 'elio.fontanella@experts.example',
		role: 'expert',
		city: null,
		expertKind: 'adhoc',
		locale: 'en',
		timeZone: 'Europe/Rome',
		writes: 'en'
	},
	{
		name: 'Claire Belvoisin',
		email: 'claire.belvoisin@secretariat.example',
		role: 'reader',
		city: null,
		expertKind: null,
		locale: 'en',
		timeZone: 'Europe/Paris',
		writes: 'fr'
	}
];

const called = (email: string): CastMember => {
	const member = cast.find((one) => one.email === email);
	if (!member) throw new Error(`Nobody of the cast is ${email}`);
	return member;
};

/** Whom to be first in a demo, in English; with whom to talk then; who writes in the fullest plan; and who may do most. */
export const tryFirst = called('beth.canalside@wolverhampton.example');
export const trySecond = called('rui.ponteclara@coimbra.example');
export const tryAsWriter = called('ilze.ozolkalne@daugavpils.example');
export const tryAsLead = called('marek.wiosna@poznan.example');
