import { done, type DemoRow, type DemoSection } from '../demo-plan.ts';
import { italic } from '../write/marked.ts';
import { sectionWriter } from '../write/section-writer.ts';

const vija = (daysBefore: number, time: string) => done('vija.tiltakrasta', daysBefore, time);
const ilze = (daysBefore: number, time: string) => done('ilze.ozolkalne', daysBefore, time);

const funding = sectionWriter('dafunding');
const shares = funding.paragraph(
	'The second phase of the project ran from 3 May 2016 to 3 May 2018. In Daugavpils three sources shared its cost.',
	funding.footnote('Source documents of the project Gen-Y City in Daugavpils. They give shares, and no amounts.'),
	' Who pays for the actions of this plan is not settled.'
);

function line(title: string, source: string, share: string, time: string): DemoRow {
	return { kind: 'budget', added: vija(96, time), values: { title, source, share } };
}

const governance = sectionWriter('dagovernan');
const horizon = governance.paragraph('The plan looks three to seven years ahead. From which year on we count is still to be decided.');
const road = governance.numbered([
	'A draft, written by the city and its local group',
	'A consultation with the other cities, the experts and the group',
	'A revised plan',
	'Adoption, with a political declaration',
	'Work on it, looked at again and again'
]);
const group = governance.paragraph('At least six meetings of the local group are among the outputs of the network.');
const groupNow = governance.reworded(
	group,
	'At least six meetings of the local group are among the outputs of the network. ',
	'Who looks after this plan when the project is over, and how often, is not said yet.'
);

const latvian = sectionWriter('dalatvian');
const inShort = latvian.paragraph(
	'No Daugavpils aizbrauc talantīgi jaunieši. Mēs gribam, lai pilsētā attīstās radoša uzņēmējdarbība, ',
	'lai jaunā paaudze piedalās pilsētas attīstībā un lai iedzīvotāju radošās prasmes te paliek, ierodas un aug.'
);
const centre = latvian.paragraph(
	'Vietējā rīcības grupa ierosina radošās uzņēmējdarbības centru: vietu, kur dzimst idejas un aug radošais potenciāls. ',
	'Rādītāji, izmaksas, atbildīgie un termiņi vēl nav zināmi.'
);
const motto = latvian.quotation(italic('Iejūties pilsētas ritmā!'));

/** How it is paid for and looked after, and the plan in short for residents. */
export const meansOfDaugavpils: readonly DemoSection[] = [
	{
		part: 'funding',
		saves: [{ ...vija(96, '08:00'), blocks: [shares] }],
		rows: [
			line('European Union', 'European Regional Development Fund', '85', '08:10'),
			line('State', 'State budget', '5', '08:12'),
			line('City', 'Budget of the city', '10', '08:14')
		]
	},
	{
		part: 'governance',
		saves: [
			{ ...ilze(93, '12:20'), blocks: [horizon, road, group] },
			{ ...vija(35, '09:00'), blocks: [horizon, road, groupNow] }
		]
	},
	{
		part: null,
		own: { title: 'In short, in Latvian', after: 'governance', added: ilze(41, '08:00') },
		saves: [{ ...ilze(41, '08:05'), title: 'Īsumā', lang: 'lv', blocks: [inShort, centre, motto] }]
	}
];
