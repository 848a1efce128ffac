import type { DemoPractice } from './demo-practice.ts';

/** Entries that only their cities and the leads read so far: one is being written, one waits for a lead, one came back. */
export const inTheMaking: DemoPractice[] = [
	{
		by: 'tullio.carruggi',
		form: 'entry',
		daysBefore: 13,
		stage: 'changes',
		values: {
			lang: 'en',
			title: 'Young people’s jobs in digital and creative work',
			pitch: 'Jobs for young people in digital and creative work, and in music.',
			summary:
				'Genoa works on jobs for young people in digital and creative work. Music is a part of it. Who does what is not written down yet.',
			themes: ['retaining'],
			tags: ['music', 'digital']
		},
		reasons: [
			{ field: null, text: 'Thank you, Tullio. Other cities will want to read this, above all the part about music.' },
			{
				field: 'summary',
				text: 'Could you say in one more sentence whom it helps: those who look for a first job, or those who make one?'
			},
			{ field: 'solution', text: 'What do you do first? Two or three sentences are enough, the details can follow later.' }
		]
	},
	{
		by: 'vija.tiltakrasta',
		form: 'entry',
		daysBefore: 5,
		stage: 'submitted',
		values: {
			lang: 'lv',
			title: 'Bumbumba „Impulsa” ietvaros',
			pitch: 'Daugavpils labā prakse „Impulsa” ietvaros.',
			summary: 'Bumbumba ir Daugavpils labā prakse „Impulsa” ietvaros. Kas tajā notiek un kam tā domāta, vēl jāpastāsta.',
			englishTitle: 'Bumbumba, within Impulss',
			englishPitch: 'A good practice of Daugavpils within Impulss.',
			englishSummary: 'Bumbumba is a good practice of Daugavpils within Impulss. What happens in it and for whom is still to be told.'
		}
	},
	{
		by: 'ilze.ozolkalne',
		form: 'story',
		daysBefore: 2,
		stage: 'draft',
		values: {
			lang: 'lv',
			title: 'Createam',
			pitch: 'Viens no Daugavpils veiksmes stāstiem.',
			summary:
				'Createam ir viens no Daugavpils veiksmes stāstiem. Melnraksts vēl gaida pašu stāstu: kāda bija ideja, ko darīja un kas iznāca.',
			englishTitle: 'Createam',
			englishPitch: 'One of the success stories of Daugavpils.',
			englishSummary:
				'Createam is one of the success stories of Daugavpils. The draft still waits for the story itself: what the idea was, what was done and what came of it.'
		}
	}
];
