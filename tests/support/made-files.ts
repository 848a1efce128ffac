import { deflateSync, crc32 } from 'node:zlib';
import sharp from 'sharp';

/** Files as tests need them, made here: what they hold can be read in a line. */

/** A picture of a field with a darker upper edge; `sideways` as a telephone held upright takes it, with the place where it was taken. */
export async function madePhoto({
	width = 1200,
	height = 800,
	sideways = false
}: { width?: number; height?: number; sideways?: boolean } = {}): Promise<Buffer> {
	const sky = await sharp({ create: { width, height: Math.round(height / 3), channels: 3, background: '#20418f' } })
		.png()
		.toBuffer();
	const plain = sharp({ create: { width, height, channels: 3, background: '#85ce9e' } }).composite([{ input: sky, top: 0, left: 0 }]);
	if (!sideways) return plain.jpeg().toBuffer();
	const lying = await sharp(await plain.png().toBuffer())
		.rotate(270)
		.jpeg()
		.toBuffer();
	return sharp(lying)
		.withExif({
			IFD0: { Orientation: '6', Make: 'Telephone', ImageDescription: 'where-i-live' },
			IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '55/1 52/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '26/1 32/1 0/1' }
		})
		.withMetadata({ orientation: 6 })
		.jpeg()
		.toBuffer();
}

/** A PDF of so many pages, each with a red field at the top. */
export function madePdf(pages = 2): Buffer {
	const kids = Array.from({ length: pages }, (_, n) => `${4 + n} 0 R`).join(' ');
	const stream = '1 0 0 rg 50 700 200 80 re f';
	const objects = [
		'<< /Type /Catalog /Pages 2 0 R >>',
		`<< /Type /Pages /Kids [${kids}] /Count ${pages} >>`,
		`<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
		...Array.from({ length: pages }, () => '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R >>')
	];
	let text = '%PDF-1.4\n';
	const places = objects.map((object, n) => {
		const at = text.length;
		text += `${n + 1} 0 obj\n${object}\nendobj\n`;
		return at;
	});
	const xref = text.length;
	const entries = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
	return Buffer.from(
		`${text}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`
	);
}

/** A ZIP of these entries, uncompressed. */
export function madeZip(entries: Record<string, string>): Buffer {
	const parts: Buffer[] = [];
	const directory: Buffer[] = [];
	let at = 0;
	for (const [name, content] of Object.entries(entries)) {
		const [bytes, title] = [Buffer.from(content), Buffer.from(name)];
		const local = Buffer.alloc(30);
		local.writeUInt32LE(0x04034b50, 0);
		local.writeUInt16LE(20, 4);
		local.writeUInt32LE(crc32(bytes), 14);
		local.writeUInt32LE(bytes.length, 18);
		local.writeUInt32LE(bytes.length, 22);
		local.writeUInt16LE(title.length, 26);
		const central = Buffer.alloc(46);
		central.writeUInt32LE(0x02014b50, 0);
		central.writeUInt16LE(20, 4);
		central.writeUInt16LE(20, 6);
		local.copy(central, 16, 14, 26);
		central.writeUInt16LE(title.length, 28);
		central.writeUInt32LE(at, 42);
		parts.push(local, title, bytes);
		directory.push(central, title);
		at += 30 + title.length + bytes.length;
	}
	const names = Buffer.concat(directory);
	const end = Buffer.alloc(22);
	end.writeUInt32LE(0x06054b50, 0);
	end.writeUInt16LE(directory.length / 2, 8);
	end.writeUInt16LE(directory.length / 2, 10);
	end.writeUInt32LE(names.length, 12);
	end.writeUInt32LE(at, 16);
	return Buffer.concat([...parts, names, end]);
}

export const madeDocx = () => madeZip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w:document/>' });
export const madeXlsx = () => madeZip({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<workbook/>' });
export const madePptx = () => madeZip({ '[Content_Types].xml': '<Types/>', 'ppt/presentation.xml': '<p/>' });
export const madeOpen = (kind: 'text' | 'spreadsheet' | 'presentation') =>
	madeZip({ mimetype: `application/vnd.oasis.opendocument.${kind}`, 'content.xml': '<office/>' });

/** A PNG that says it is so large, and is nothing but one colour: small to send, huge in memory. */
export function madeBomb(width = 30_000, height = 30_000): Buffer {
	const chunk = (name: string, data: Buffer) => {
		const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
		const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
		length.writeUInt32BE(data.length);
		sum.writeUInt32BE(crc32(body));
		return Buffer.concat([length, body, sum]);
	};
	const header = Buffer.alloc(13);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(height, 4);
	header.set([1, 0, 0, 0, 0], 8);
	const pixels = deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * height));
	return Buffer.concat([
		Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
		chunk('IHDR', header),
		chunk('IDAT', pixels),
		chunk('IEND', Buffer.alloc(0))
	]);
}
