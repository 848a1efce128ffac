import { officeStyle } from './office-styles.ts';

/* Footnotes of Word, LibreOffice and Google: a sign in the text that leads to words at the end, which lead back. */

/** A footnote or an endnote: where it is called, and its words. */
export interface PastedNote {
	calls: Element[];
	/** What holds its words; null where they were not copied. */
	body: Element | null;
	/** What stands before its words, and leads back. */
	sign: Element | null;
}

const word = /^(?:ftn|edn)\d+$/;

/** The name of the note that a link leads to, and whether it calls it or leads back from it. */
function noteIn(link: Element): { name: string; calls: boolean } | null {
	const href = link.getAttribute('href') ?? '';
	const style = officeStyle(link);
	const name = style.get('mso-footnote-id') ?? style.get('mso-endnote-id');
	if (name && word.test(name)) return { name, calls: !/ref\d*$/.test(href) || href === '' };
	const [, ours, back] = /#_((?:ftn|edn)(?:ref)?\d+)$/.exec(href) ? [null, href.replace(/^.*#_/, ''), /ref\d+$/.test(href)] : [];
	if (typeof ours === 'string') return { name: ours.replace('ref', ''), calls: back !== true };
	const [, sd, kind] = /#(sd(?:foot|end)note\d+)(anc|sym)$/.exec(href) ?? [];
	if (sd) return { name: sd, calls: kind === 'sym' };
	const [, google, number] = /#ftnt(_ref)?(\d+)$/.exec(href) ?? [];
	return number ? { name: `ftnt${number}`, calls: !google } : null;
}

/** What holds the words of a note whose sign this is. */
function bodyOf(sign: Element): Element | null {
	const own = sign.closest('[style*="mso-element"]');
	if (own && /^(?:foot|end)note$/.test(officeStyle(own).get('mso-element') ?? '')) return own;
	return (
		sign.closest('div[id^="sdfootnote"], div[id^="sdendnote"]') ?? sign.closest('div[id^="ftn"], div[id^="edn"]') ?? sign.closest('p')
	);
}

export function notesIn(content: DocumentFragment): PastedNote[] {
	const notes = new Map<string, PastedNote>();
	for (const link of content.querySelectorAll('a')) {
		const found = noteIn(link);
		if (!found) continue;
		const note = notes.get(found.name) ?? { calls: [], body: null, sign: null };
		if (found.calls) note.calls.push(link.closest('sup') ?? link);
		else Object.assign(note, { sign: link, body: bodyOf(link) });
		notes.set(found.name, note);
	}
	return [...notes.values()];
}

/** The words of a note in one line. */
export function noteWords({ body, sign }: PastedNote): string {
	sign?.remove();
	const said: string[] = [];
	for (const part of body?.querySelectorAll('p').length ? body.querySelectorAll('p') : body ? [body] : [])
		said.push(part.textContent ?? '');
	return said.join(' ').replace(/\s+/g, ' ').trim();
}

/** Rules and boxes that parted the notes from the text, and hold nothing now. */
export function withoutNoteRests(content: DocumentFragment): void {
	for (const list of content.querySelectorAll('[style*="mso-element"]'))
		if (/^(?:foot|end)note-list$/.test(officeStyle(list).get('mso-element') ?? '') && (list.textContent ?? '').trim() === '')
			list.remove();
}

/** Notes as words: a number in brackets where they are called, and before their words. */
export function notesAsWords(content: DocumentFragment): void {
	for (const [n, { calls, sign }] of notesIn(content).entries()) {
		for (const call of calls) call.replaceWith(document.createTextNode(`[${n + 1}]`));
		sign?.replaceWith(document.createTextNode(`[${n + 1}] `));
	}
}
