import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileTypes } from '#lib/model/files/kinds.ts';
import { cleanFileName } from '#lib/model/files/names.ts';

test.each([
	['Minutes.pdf', 'pdf', 'Minutes.pdf'],
	['Photo.JPEG', 'jpeg', 'Photo.jpeg'],
	['photo.png', 'jpeg', 'photo.jpg'],
	['../../etc/passwd', 'txt', 'passwd.txt'],
	['C:\\Users\\Ilze\\Plāns.docx', 'docx', 'Plāns.docx'],
	['two\r\nlines: "here".txt', 'txt', 'two lines- -here-.txt'],
	['invoice\u202Efdp.exe', 'pdf', 'invoicefdp.pdf'],
	['Plan v1.2', 'pdf', 'Plan v1.2.pdf'],
	['...', 'zip', 'file.zip'],
	['', 'jpeg', 'file.jpg'],
	['Ķīmija – ģimnāzija №5.odt', 'odt', 'Ķīmija – ģimnāzija №5.odt'],
	['.htaccess', 'txt', 'htaccess.txt']
] as const)('%j as %s is %j', (given, type, clean) => {
	expect(cleanFileName(given, fileTypes[type])).toBe(clean);
});

test('whatever a name is, it is one short line without path that ends as it is', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (given) => {
			const name = cleanFileName(given, fileTypes.pdf);
			expect(name).toMatch(/^[^/\\\p{Cc}\u202a-\u202e\u2066-\u2069<>:"|?*]+\.pdf$/u);
			expect(name.length).toBeLessThanOrEqual(120);
			expect(cleanFileName(name, fileTypes.pdf)).toBe(name);
		}),
		{ seed: 4 }
	);
});
