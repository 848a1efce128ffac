import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileTypes } from '#lib/model/files/kinds.ts';
import { cleanFileName, namedType } from '#lib/model/files/names.ts';

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
	['.htaccess', 'txt', 'htaccess.txt'],
	['Sanāksme Rīgā.ics', 'txt', 'Sanāksme Rīgā.ics'],
	['kontakti.vcf', 'txt', 'kontakti.vcf'],
	['Re: līgums.eml', 'txt', 'Re- līgums.eml'],
	['districts.json', 'txt', 'districts.json'],
	['districts.geojson', 'txt', 'districts.geojson'],
	['notes.MD', 'txt', 'notes.md'],
	['settings.yaml', 'txt', 'settings.yaml'],
	['subtitles.srt', 'txt', 'subtitles.srt'],
	['table.tsv', 'csv', 'table.tsv'],
	['picture.svg', 'txt', 'picture.txt'],
	['page.xhtml', 'txt', 'page.txt'],
	['link.url', 'txt', 'link.url.txt'],
	['start.ps1', 'txt', 'start.ps1.txt'],
	['districts.json', 'pdf', 'districts.json.pdf'],
	['Photo.jfif', 'jpeg', 'Photo.jfif'],
	['form.dotx', 'docx', 'form.dotx'],
	['book.epub', 'zip', 'book.epub']
] as const)('%j as %s is %j', (given, type, clean) => {
	expect(cleanFileName(given, fileTypes[type])).toBe(clean);
});

test.each([
	['letter.txt', 'csv', 'txt'],
	['notes.md', 'csv', 'txt'],
	['one column.csv', 'txt', 'csv'],
	['no ending', 'csv', 'csv'],
	['table.pdf', 'csv', 'csv'],
	['plan.csv', 'pdf', 'pdf']
] as const)('%s that looks like %s is taken for %s', (given, seen, type) => {
	expect(namedType(given, fileTypes[seen])).toBe(fileTypes[type]);
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
