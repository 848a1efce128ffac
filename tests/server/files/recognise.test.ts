import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, onTestFinished, test } from 'vitest';
import type { FileTypeName } from '#lib/model/files/kinds.ts';
import { fileTypes } from '#lib/model/files/kinds.ts';
import { recognise } from '#lib/server/files/recognise.ts';
import { madeDocx, madeOpen, madePdf, madePhoto, madePptx, madeXlsx, madeZip } from '../../support/made-files.ts';

const blank = () => sharp({ create: { width: 20, height: 10, channels: 3, background: '#abc' } });

async function seen(content: Buffer | string): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), 'swing-file-'));
	onTestFinished(() => rm(folder, { recursive: true }));
	const path = join(folder, 'it');
	await writeFile(path, content);
	const type = await recognise(path).catch((error: { reason?: string }) => `refused: ${error.reason}`);
	return typeof type === 'string' ? type : (Object.entries(fileTypes).find(([, one]) => one === type)?.[0] ?? '?');
}

const taken: [FileTypeName, () => Promise<Buffer> | Buffer | string][] = [
	['jpeg', () => madePhoto()],
	['png', () => blank().png().toBuffer()],
	['webp', () => blank().webp().toBuffer()],
	['gif', () => blank().gif().toBuffer()],
	['avif', () => blank().avif().toBuffer()],
	['pdf', () => madePdf()],
	['docx', madeDocx],
	['xlsx', madeXlsx],
	['pptx', madePptx],
	['odt', () => madeOpen('text')],
	['ods', () => madeOpen('spreadsheet')],
	['odp', () => madeOpen('presentation')],
	['zip', () => madeZip({ 'minutes.txt': 'We agreed.' })],
	['csv', () => 'city;young people\nDaugavpils;12000\nCoimbra;21000\n'],
	['csv', () => 'a,b\n"one, two",3\n'],
	['txt', () => 'Labdien, kolēģi!\nŠeit ir mūsu domas.\n'],
	['txt', () => 'BEGIN:VCALENDAR\r\nX-ALT-DESC;FMTTYPE=text/html:<!DOCTYPE HTML><html><body>Rīga</body></html>\r\nEND:VCALENDAR\r\n'],
	['txt', () => 'From: Ilze <ilze@example.org>\r\nTo: Elio\r\nSubject: Plan\r\n\r\n<html><body>Labdien</body></html>\r\n'],
	['txt', () => Buffer.from('\ufeffHola', 'utf16le')],
	['txt', () => Buffer.from('Gda\xf1sk', 'latin1')]
];

test.each(taken)('%s is known by its content', async (type, make) => {
	expect(await seen(await make())).toBe(type);
});

const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
type Refusal = [string, string, () => Promise<Buffer> | Buffer | string];

const beginningOf = (content: Buffer, part: number) => content.subarray(0, Math.floor(content.length * part));

/** The last record of an archive without entries, before a remark of so many bytes. */
function endOfZip(remark: number): Buffer {
	const end = madeZip({});
	end.writeUInt16LE(remark, 20);
	return end;
}

const refusals: Refusal[] = [
	['nothing', 'empty', () => ''],
	['an SVG with script', 'markup', () => svg],
	['an SVG after a declaration and a comment', 'markup', () => `\ufeff<?xml version="1.0"?>\n<!-- x -->${svg}`],
	['a page', 'markup', () => '<!doctype html><script>alert(1)</script>'],
	['a page after some words', 'markup', () => 'Dear colleagues <script>alert(1)</script>'],
	['a page that begins as a letter might', 'markup', () => 'Subject: hello\n\n<html><script>alert(1)</script></html>'],
	['a program of Linux', 'program', () => Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01', 'latin1'), Buffer.alloc(200)])],
	['a program of Windows', 'program', () => Buffer.concat([Buffer.from('MZ\x90\0', 'latin1'), Buffer.alloc(200)])],
	['a shell script', 'program', () => '#!/bin/sh\nrm -rf /\n'],
	['a picture that is an archive', 'polyglot', async () => Buffer.concat([await madePhoto(), madeZip({ 'evil.html': svg })])],
	['a PDF that is an archive', 'polyglot', () => Buffer.concat([madePdf(), madeZip({ 'evil.html': svg })])],
	[
		'a GIF that is a page',
		'polyglot',
		() => Buffer.concat([Buffer.from('GIF89a/*'), Buffer.alloc(20), Buffer.from('*/=1;</script><script>alert(1)</script>')])
	],
	[
		'a picture with a page at its end',
		'polyglot',
		async () => Buffer.concat([await madePhoto(), Buffer.from('<html><script>alert(1)</script>')])
	],
	['text before a PDF', 'polyglot', () => Buffer.concat([Buffer.from('hello\n'), madePdf()])],
	['a document with macros', 'macros', () => madeZip({ '[Content_Types].xml': '', 'word/document.xml': '', 'word/vbaProject.bin': '' })],
	['an old office document', 'old_office', () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])],
	[
		'a film',
		'recording',
		() => Buffer.concat([Buffer.from('0000001866747970', 'hex'), Buffer.from('mp42\0\0\0\0mp42isom'), Buffer.alloc(50)])
	],
	[
		'a picture of an iPhone',
		'heic',
		() => Buffer.concat([Buffer.from('0000001866747970', 'hex'), Buffer.from('heic\0\0\0\0mif1heic'), Buffer.alloc(50)])
	],
	['a broken archive', 'broken', () => 'PK\x03\x04 and then nothing of the kind'],
	['an archive with nothing in it', 'empty', () => madeZip({})],
	['an archive of nothing but its end and a remark', 'empty', () => Buffer.concat([endOfZip(3), Buffer.from('hey')])],
	...[madeDocx, madeXlsx, madePptx, () => madeOpen('text'), () => madeZip({ 'minutes.txt': 'We agreed. '.repeat(99) })].flatMap(
		(make, at) => [
			...[0.2, 0.5, 0.9].map((part): Refusal => [
				`archive ${at}, cut off after ${part} of it,`,
				'broken',
				() => beginningOf(make(), part)
			]),
			[
				`archive ${at}, its middle missing,`,
				'broken',
				() => Buffer.concat([beginningOf(make(), 0.3), make().subarray(-90)])
			] as Refusal
		]
	),
	['an app', 'program', () => madeZip({ 'AndroidManifest.xml': '', 'classes.dex': '' })],
	['bytes', 'unknown', () => Buffer.from([1, 2, 3, 0, 5, 6])]
];

test.each(refusals)('%s is refused: %s', async (_what, reason, make) => {
	expect(await seen(await make())).toBe(`refused: ${reason}`);
});
