import { fileTypes, type FileType } from '#lib/model/files/kinds.ts';
import { FileRefused } from './refused.ts';

/** A page, a picture made of text, or another program's markup: what browsers run when they are let. */
const markup = /^[\s\ufeff]*(<!--|<!doctype|<\?|<[a-z][\w:-]*[\s/>])/i;
const controls = /[\0-\x08\x0e-\x1a\x1c-\x1f\x7f]/;
const script = /<script[\s>]|<svg[\s>]|<html[\s>]|javascript:/i;

/** Whether there is nothing but letters, in a way of writing them that leaves no doubt. */
export function isText(head: Buffer): boolean {
	const text = widely(head) ?? strictly(head);
	return text !== null && !controls.test(text) && !text.startsWith('%PDF-');
}

/**
 * Words, or a table of them.
 * @throws FileRefused for markup, programs and what is no text
 */
export function recogniseText(head: Buffer): FileType {
	const text = textIn(head);
	if (/^\s*%PDF-/.test(text) || text.slice(0, 1024).includes('%PDF-')) throw new FileRefused('polyglot');
	if (!carriesPages(text) && (markup.test(text) || script.test(text))) throw new FileRefused('markup');
	if (text.startsWith('#!') || /^@echo off/i.test(text)) throw new FileRefused('program');
	return isTable(text) ? fileTypes.csv : fileTypes.txt;
}

const records = /^\ufeff?BEGIN:V(CALENDAR|CARD)\s/i;
const header = /^(Received|Return-Path|Delivered-To|From|To|Subject|Date|Message-ID|MIME-Version|Content-Type|DKIM-Signature):/i;

/** Whether it is a letter, an invitation or a card: programs put pages into them beside the words, which nobody is served as a page. */
function carriesPages(text: string): boolean {
	if (records.test(text)) return true;
	const [head = ''] = text.split(/\r?\n\r?\n/, 1);
	const lines = head.replace(/^\ufeff/, '').split(/\r?\n/);
	const isHead = lines.every((line, n) => /^[\w-]+:/.test(line) || (n > 0 && /^[ \t]/.test(line)));
	return isHead && lines.filter((line) => header.test(line)).length >= 3;
}

/** @throws FileRefused when there are bytes that no text has */
function textIn(head: Buffer): string {
	const text = widely(head) ?? strictly(head) ?? head.toString('latin1');
	if (controls.test(text)) throw new FileRefused('unknown');
	return text;
}

/** Two bytes a letter, as the first two say. */
function widely(head: Buffer): string | null {
	const order = head.subarray(0, 2).toString('hex');
	if (order === 'fffe') return new TextDecoder('utf-16le').decode(head);
	return order === 'feff' ? new TextDecoder('utf-16be').decode(head) : null;
}

/** The head may end in the middle of a letter. */
function strictly(head: Buffer): string | null {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
	} catch {
		return null;
	}
}

/** Whether every line has as many fields as the first, two at least. */
function isTable(text: string): boolean {
	const lines = text.split(/\r?\n|\r/).filter((line) => line.trim() !== '');
	const [first = '', second, ...others] = lines.slice(0, lines.length > 20 ? 20 : lines.length);
	if (second === undefined) return false;
	return [';', '\t', ','].some((sign) => {
		const fields = fieldsIn(first, sign);
		return fields > 1 && [second, ...others].every((line) => fieldsIn(line, sign) === fields);
	});
}

function fieldsIn(line: string, sign: string): number {
	return line.replace(/"[^"]*"/g, '').split(sign).length;
}
