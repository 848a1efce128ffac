import type { Localized } from '#lib/model/localized.ts';
import type { MeetingKind } from '#lib/model/meetings/meeting.ts';
import type { Precision } from '#lib/model/quantities/precision.ts';

export interface DemoMeeting {
	slug: string;
	kind: MeetingKind;
	number: number | null;
	host: string;
	startsOn: string;
	endsOn: string;
	precision: Precision;
	/** Wall clock at the host. */
	opensAt: string | null;
	theme: Localized;
	illustrative?: true;
}

/** The eight meetings that took place. Opening hours are not told by the sources. */
export const heldMeetings: DemoMeeting[] = [
	{
		slug: 'torun-2016',
		kind: 'opening',
		number: null,
		host: 'to',
		startsOn: '2016-06-22',
		endsOn: '2016-06-24',
		precision: 'day',
		opensAt: null,
		theme: {
			en: 'Why creative and technical talent matters, and what a coordinator does',
			lv: 'Kāpēc svarīgi ir radošie un tehniskie talanti un ko dara koordinators'
		}
	},
	{
		slug: 'wolverhampton-2016',
		kind: 'exchange',
		number: 1,
		host: 'wo',
		startsOn: '2016-09-27',
		endsOn: '2016-09-28',
		precision: 'day',
		opensAt: null,
		theme: {
			en: 'Developing and keeping talent, seen in an education centre and a shared workspace',
			lv: 'Talantu attīstīšana un noturēšana: viesos izglītības centrā un kopstrādes telpā'
		}
	},
	{
		slug: 'genoa-2016',
		kind: 'exchange',
		number: 2,
		host: 'ge',
		startsOn: '2016-11-07',
		endsOn: '2016-11-08',
		precision: 'day',
		opensAt: null,
		theme: {
			en: 'Creativity makes a city attractive: music and makers’ labs',
			lv: 'Radošums dara pilsētu pievilcīgu: mūzika un darinātāju darbnīcas'
		}
	},
	{
		slug: 'coimbra-2017',
		kind: 'exchange',
		number: 3,
		host: 'co',
		startsOn: '2017-03-30',
		endsOn: '2017-03-31',
		precision: 'day',
		opensAt: null,
		theme: {
			en: 'Smart specialisation and tech hubs; the draft plans reviewed by peers',
			lv: 'Viedā specializācija un tehnoloģiju centri; plānu melnrakstu savstarpējā vērtēšana'
		}
	},
	{
		slug: 'bologna-2017',
		kind: 'exchange',
		number: 4,
		host: 'bo',
		startsOn: '2017-07-11',
		endsOn: '2017-07-12',
		precision: 'day',
		opensAt: null,
		theme: {
			en: 'Frameworks in which talent grows; how Incredibol! helps young creative firms',
			lv: 'Vide, kurā aug talanti; kā „Incredibol!” palīdz jauniem radošajiem uzņēmumiem'
		}
	},
	{
		slug: 'nantes-2017',
		kind: 'exchange',
		number: 5,
		host: 'na',
		startsOn: '2017-09-21',
		endsOn: '2017-09-22',
		precision: 'day',
		opensAt: null,
		theme: {
			en: 'Attracting talent, during the city’s Digital Week',
			lv: 'Talantu piesaistīšana pilsētas Digitālās nedēļas laikā'
		}
	},
	{
		slug: 'poznan-2017',
		kind: 'exchange',
		number: 6,
		host: 'po',
		startsOn: '2017-12-01',
		endsOn: '2017-12-31',
		precision: 'month',
		opensAt: null,
		theme: {
			en: 'City for residents, residents for the city: a forum and a workshop',
			lv: 'Pilsēta iedzīvotājiem, iedzīvotāji pilsētai: forums un darbnīca'
		}
	},
	{
		slug: 'poznan-2018',
		kind: 'final',
		number: null,
		host: 'po',
		startsOn: '2018-04-01',
		endsOn: '2018-04-30',
		precision: 'month',
		opensAt: null,
		theme: {
			en: 'What the twelve cities have done and what stays',
			lv: 'Ko divpadsmit pilsētas ir paveikušas un kas paliek'
		}
	}
];

/** A made-up meeting that is always ahead: the Thursday after the next, counted from the day of seeding. */
export function followUp(today: Date): DemoMeeting {
	const day = new Date(today);
	day.setUTCDate(day.getUTCDate() + ((4 - day.getUTCDay() + 7) % 7) + 7);
	const on = day.toISOString().slice(0, 10);
	return {
		slug: `follow-up-${on.slice(0, 4)}`,
		kind: 'online',
		number: null,
		host: 'da',
		startsOn: on,
		endsOn: on,
		precision: 'day',
		opensAt: `${on} 10:00:00`,
		theme: {
			en: 'What became of the plans: each city tells one thing that still works',
			lv: 'Kas noticis ar plāniem: katra pilsēta stāsta par vienu lietu, kas joprojām darbojas'
		},
		illustrative: true
	};
}
