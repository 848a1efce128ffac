import { done, type DemoSection } from '../demo-plan.ts';
import { toCity, toPractice } from '../write/marked.ts';
import { sectionWriter } from '../write/section-writer.ts';

const { paragraph, heading, bullets, item, table, footnote, reworded } = sectionWriter('dacontext');
const source = 'Source documents of the project Gen-Y City in Daugavpils.';

const cityTitle = heading(1, 'The city');
const cityFirst = paragraph('About 78,000 people live in Daugavpils. The city took part in Gen-Y City.');
const city = reworded(
	cityFirst,
	'About 78,000 people live in Daugavpils.',
	footnote('Rounded.'),
	' The city took part in Gen-Y City, a network of twelve European cities in the URBACT III programme. ',
	'Each of them chose the field that was most urgent at home.',
	footnote('About the network: https://urbact.eu/networks/gen-y-city')
);

const originTitle = heading(1, 'What this plan stands on');
const origin = paragraph(
	'Two things are behind this plan: a study of the creative potential of the city, and the initiatives of the URBACT local group.',
	footnote(source),
	' The study is not attached yet. Whoever has the file can add it here once and cite it wherever the plan needs it.'
);

const doneTitle = heading(1, 'What was done during the project');
const doneThen = bullets([
	[toPractice('Heyday', 'Heyday: pasākums ar pilsētas radošajiem cilvēkiem'), ', an event together with the creative people of the city'],
	[toPractice('LAVKA', 'LAVKA'), ', another event'],
	[toPractice('Java training', 'Java apmācības topošajiem IT speciālistiem'), ' for future IT specialists'],
	[toPractice('Creative-thinking classes', 'Radošās domāšanas nodarbības ar „Radi!”'), ' with Radi!'],
	'International training, and study visits to partners'
]);

const meetingsTitle = heading(2, 'Meetings with the other cities');
const meetings = table(
	['Host', 'When', 'What it was about'],
	[
		['Toruń', '22–24 June 2016', 'Opening: why creative-tech matters, and what a coordinator does'],
		['Wolverhampton', '27–28 September 2016', 'Developing and retaining talent'],
		['Genoa', '7–8 November 2016', 'Creativity and attractiveness, music, makers’ labs'],
		['Coimbra', '30–31 March 2017', 'Smart specialisation and tech hubs; peers reviewed the draft plans'],
		['Bologna', '11–12 July 2017', 'Frameworks for a talent ecosystem'],
		['Nantes', '21–22 September 2017', 'Attracting talent, during the city’s Digital Week'],
		['Poznań', 'December 2017', 'City for residents, residents for the city'],
		['Poznań', 'April 2018', 'Final event']
	]
);

const groundTitle = heading(1, 'What the city can build on');
const fortress = paragraph(
	'The fortress covers about 2 km² and has 80 buildings. The Rothko Centre and the Bat Centre are there. Developing it brings ',
	toPractice('achievements and challenges', 'Daugavpils cietokšņa attīstība: sasniegumi un izaicinājumi'),
	', and both are told.'
);
const stories = paragraph(
	'There is a ',
	toPractice('logo', 'Logotips „Daugavpils ir daudzveidība”'),
	' that says one thing about the city: it is diversity. There are success stories: ',
	toPractice('Luna', 'Luna: no idejas līdz rezultātam'),
	', the ',
	toPractice('City of bats', 'Sikspārņu pilsēta: domubiedru grupa'),
	', ',
	toPractice('Imbir', 'Imbir'),
	' and ',
	toPractice('Solyanka', 'Solyanka: blogs ikvienam'),
	'. Of most of them little more than the name is written down so far.'
);
const jobs = paragraph(
	'The State Employment Agency carries out ',
	toPractice('measures of the Youth Guarantee', 'Nodarbinātības valsts aģentūras Jauniešu garantijas pasākumi'),
	'. The city counts them among its good practices.'
);

const mapTitle = heading(1, 'What young people wrote on a map');
const map = paragraph(
	'At a careers fair with 17 stands for grades 8 to 12, young people marked on a ',
	toPractice('map of neighbourhoods', 'Vietu atzīmēšana apkaimju kartē'),
	' where they spend their free time outdoors. They wrote what to improve, what to develop and what is missing. ',
	'It was done in Re-Gen, the URBACT IV network that follows in Daugavpils.'
);
const wishes = bullets([
	'The map showed seven neighbourhoods: Centrs, Esplanāde, Jaunbūve, Jaunā Forštadte, Grīva, Mežciems and Jaunie Stropi.',
	item(
		'What young people wish for:',
		bullets([
			'tidy surroundings',
			'more places for active recreation, and exercise equipment outdoors',
			'cycle paths, and places to walk',
			'events such as a small market, and not only in the centre'
		])
	)
]);
const wishesEnd = paragraph('A wish is no promise. Which of them this plan takes up is a question for the consultation.');

const openTitle = heading(1, 'What the sources do not say');
const openFirst = bullets(['How many talented young people leave', 'Where they go']);
const open = { ...openFirst, content: [...openFirst.content, item('What a creative firm needs first, and who asked')] };
const askedElsewhere = paragraph(
	toCity('Coimbra', 'co'),
	' hosted the review of the draft plans. What peers said of this one is not written down either.'
);

const began = [cityTitle, cityFirst, originTitle, origin];
const withMeetings = [cityTitle, city, originTitle, origin, doneTitle, doneThen, meetingsTitle, meetings];
const withGround = [...withMeetings, groundTitle, fortress, stories, jobs];
const withMap = [...withGround, mapTitle, map, wishes];

/** The longest section of the plan. */
export const contextOfDaugavpils: DemoSection = {
	part: 'context',
	saves: [
		{ ...done('vija.tiltakrasta', 236, '08:20'), blocks: began },
		{ ...done('ilze.ozolkalne', 171, '09:05'), blocks: withMeetings },
		{ ...done('ilze.ozolkalne', 122, '13:30'), blocks: withGround },
		{ ...done('vija.tiltakrasta', 38, '07:50'), blocks: [...withMap, openTitle, openFirst] },
		{ ...done('ilze.ozolkalne', 4, '10:10'), blocks: [...withMap, wishesEnd, openTitle, open, askedElsewhere] }
	]
};
