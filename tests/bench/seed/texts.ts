import type { Doc } from '#lib/model/documents/doc.ts';

/** Characters of a post in the mean. */
const mean = 300;
/** Different texts, more than a page holds; threads repeat them in turn. */
const texts = 211;

const sentences = [
	'The schools have asked for two more weeks before the survey closes.',
	'We can host the study visit in the second half of March, trams and all.',
	'Our council voted on the budget line yesterday; it passed with one change.',
	'Three of the twelve workshops found their mentors among last year’s students.',
	'Could somebody share the contract they used for the shared workspace?',
	'The local group meets on Thursday and would like to see your indicators first.',
	'What worked for us was to begin with the employers and not with the schools.',
	'I have put the numbers side by side; the difference is mostly how we count.',
	'Let us keep the session short and leave an hour for walking through the site.',
	'Jaunieši paši vadīja sarunu, un tas mainīja visu vakaru.'
];

/** Texts of one to three paragraphs, some short and some long, always the same ones. */
export function seedDocs(): Doc[] {
	return Array.from({ length: texts }, (_, n) => docOf(n, mean * (0.2 + (1.6 * ((n * 7) % texts)) / (texts - 1))));
}

function docOf(n: number, length: number): Doc {
	const words = [`Point ${n + 1}.`];
	let size = words.join('').length;
	for (let at = n; size < length; at += 3) {
		const sentence = sentences[at % sentences.length] ?? '';
		words.push(sentence);
		size += sentence.length + 1;
	}
	const text = words.join(' ').slice(0, Math.round(length));
	const cut = text.length > mean ? text.indexOf('. ', text.length / 2) + 1 : 0;
	const paragraphs = cut > 0 ? [text.slice(0, cut), text.slice(cut + 1)] : [text];
	return { type: 'doc', content: paragraphs.map((part) => ({ type: 'paragraph', content: [{ type: 'text', text: part }] })) };
}
