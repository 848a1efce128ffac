import sharp from 'sharp';

/** A line of leaning strokes, of which every third is long. */
export interface StrokeLine {
	count: number;
	/** Red, green and blue, 0 to 255. */
	colour: readonly [number, number, number];
}

const [width, lineHeight, margin] = [1200, 240, 60];
/** Pixels from the left edge of a stroke to that of the next, and across one. */
const [step, thick] = [76, 26];
/** How far a stroke goes to the right on its way up, of its height. */
const lean = Math.tan((11 * Math.PI) / 180);
const sheet = [254, 253, 251];

/** Lines of strokes below one another, as PNG: drawn here, so that it is nobody's picture but ours. */
export function drawnStrokes(lines: readonly StrokeLine[]): Promise<Buffer> {
	const height = lines.length * lineHeight;
	const pixels = Buffer.from(Array.from({ length: width * height }, () => sheet).flat());
	for (const [place, { count, colour }] of lines.entries()) {
		const foot = (place + 1) * lineHeight - margin / 2;
		for (let stroke = 0; stroke < count; stroke += 1) {
			const high = stroke % 3 === 0 ? lineHeight - margin : (lineHeight - margin) * 0.62;
			for (let up = 0; up < high; up += 1) {
				const left = margin + stroke * step + up * lean;
				paint(pixels, Math.round(foot - up), left, colour);
			}
		}
	}
	return sharp(pixels, { raw: { width, height, channels: 3 } })
		.png()
		.toBuffer();
}

/** One row of a stroke, its edges as far as they cover a pixel. */
function paint(pixels: Buffer, y: number, left: number, colour: StrokeLine['colour']): void {
	for (let x = Math.floor(left); x < left + thick; x += 1) {
		const covered = Math.min(x + 1, left + thick) - Math.max(x, left);
		for (const [channel, value] of colour.entries()) {
			const at = (y * width + x) * 3 + channel;
			pixels[at] = Math.round((pixels[at] ?? 0) * (1 - covered) + value * covered);
		}
	}
}
