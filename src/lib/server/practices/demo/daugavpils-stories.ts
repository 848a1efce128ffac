import type { DemoPractice } from './demo-practice.ts';

/** Success stories; of most of them little more than the name is known. */
export const daugavpilsStories: DemoPractice[] = [
	{
		by: 'ilze.ozolkalne',
		form: 'story',
		daysBefore: 172,
		stage: 'published',
		values: {
			lang: 'lv',
			title: 'Luna: no idejas līdz rezultātam',
			pitch: 'Stāsts par ceļu no idejas līdz rezultātam.',
			summary:
				'Luna ir Daugavpils veiksmes stāsts par ceļu no idejas līdz rezultātam. Kāda bija ideja un kāds ir rezultāts, lai pastāsta tie, kas šo ceļu gāja.',
			englishTitle: 'Luna: from idea to result',
			englishPitch: 'A story of the way from idea to result.',
			englishSummary:
				'Luna is a success story of Daugavpils about the way from idea to result. What the idea was and what the result is should be told by those who went that way.'
		}
	},
	{
		by: 'ilze.ozolkalne',
		form: 'story',
		daysBefore: 149,
		stage: 'published',
		values: {
			lang: 'lv',
			title: 'Sikspārņu pilsēta: domubiedru grupa',
			pitch: 'Domubiedru grupa Daugavpilī.',
			summary: '„Sikspārņu pilsēta” ir domubiedru grupa Daugavpilī. Kā viņi atrada cits citu un ko dara kopā, vēl jāpastāsta.',
			englishTitle: 'City of bats: a group of like-minded people',
			englishPitch: 'A group of like-minded people in Daugavpils.',
			englishSummary:
				'City of bats is a group of like-minded people in Daugavpils. How they found each other and what they do together is still to be told.'
		}
	},
	{
		by: 'ilze.ozolkalne',
		form: 'story',
		daysBefore: 128,
		stage: 'published',
		values: {
			lang: 'lv',
			title: 'Imbir',
			pitch: 'Viens no Daugavpils veiksmes stāstiem.',
			summary:
				'Imbir ir viens no Daugavpils veiksmes stāstiem. Pagaidām šeit ir tikai tā nosaukums. Kā viss sākās un kas no tā iznāca, vēl jāpastāsta.',
			englishTitle: 'Imbir',
			englishPitch: 'One of the success stories of Daugavpils.',
			englishSummary:
				'Imbir is one of the success stories of Daugavpils. So far only its name stands here. How it all began and what came of it is still to be told.'
		}
	},
	{
		by: 'vija.tiltakrasta',
		form: 'story',
		daysBefore: 112,
		stage: 'published',
		values: {
			lang: 'lv',
			title: 'Solyanka: blogs ikvienam',
			pitch: 'Blogs, kas domāts ikvienam.',
			summary: 'Solyanka ir blogs ikvienam un viens no Daugavpils veiksmes stāstiem. Kas to raksta un par ko, vēl jāpastāsta.',
			englishTitle: 'Solyanka: a blog for everyone',
			englishPitch: 'A blog that is meant for everyone.',
			englishSummary:
				'Solyanka is a blog for everyone and one of the success stories of Daugavpils. Who writes it and what about is still to be told.',
			tags: ['blogs']
		}
	}
];
