import { cityMention, personMention, type SaidMention } from './mentions.ts';

/*
 * Where a text stands in a plain field, a mention is its words alone: nobody reads or types `swing:person/…`. What is
 * known of the mentions is put in again when the text is read.
 */

/** The same Markdown in which each mention has its address again: where its words stand first behind the mention before. */
export function addressed(text: string, mentions: readonly SaidMention[]): string {
	let done = 0;
	let written = '';
	for (const { kind, id, words } of mentions) {
		let at = text.indexOf(words, done);
		while (at !== -1 && /[\p{L}\p{N}]/u.test(text.charAt(at + words.length))) at = text.indexOf(words, at + 1);
		if (at === -1) continue;
		written += `${text.slice(done, at)}[${words}](${kind === 'person' ? personMention(id) : cityMention(id)})`;
		done = at + words.length;
	}
	return written + text.slice(done);
}
