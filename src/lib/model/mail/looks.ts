/** The token sheet (`styles/tokens.css`) as mail programs want it: inline and without variables. */
const [paper, ink, ink2, line, enamel, plate] = ['#f7f6f2', '#1b1e24', '#5d6067', '#dad9d3', '#20418f', '#20418f'];
const print = "Alegreya, 'Iowan Old Style', 'Palatino Linotype', Georgia, serif";
const talk = "'Schibsted Grotesk', 'Segoe UI', system-ui, -apple-system, Helvetica, Arial, sans-serif";
const stroke = `display:inline-block;height:3px;background:${ink};transform:skewX(-11deg);margin-right:5px;vertical-align:middle`;

export const looks = {
	body: `margin:0;padding:24px 16px 32px;background:${paper};color:${ink};font:400 16px/1.5 ${talk}`,
	sheet: 'max-width:560px;margin:0 auto',
	preview: 'display:none;max-height:0;overflow:hidden;font-size:1px;line-height:1px',
	brand: `margin:0 0 20px;color:${ink2};font:400 14px/1.4 ${talk}`,
	long: `${stroke};width:34px`,
	short: `${stroke};width:17px`,
	title: `margin:0 0 16px;color:${ink};font:500 26px/1.2 ${print}`,
	words: `margin:0 0 16px;color:${ink};font:400 16px/1.5 ${talk}`,
	heading: `margin:28px 0 12px;padding-top:16px;border-top:1px solid ${line};color:${ink};font:500 20px/1.25 ${print}`,
	headingLink: `color:${ink};text-decoration:underline;text-decoration-color:#7d8086;text-underline-offset:3px`,
	by: `margin:0 0 4px;color:${ink2};font:400 14px/1.45 ${talk}`,
	quotation: `margin:0 0 18px;padding:0 0 0 14px;border-left:3px solid ${line};color:${ink};font:400 16px/1.5 ${talk}`,
	with: `margin:-10px 0 18px;padding:0 0 0 17px;color:${ink2};font:400 14px/1.45 ${talk}`,
	door: `display:inline-block;padding:11px 20px;border-radius:6px;background:${plate};color:#ffffff;font:500 16px/1.4 ${talk};text-decoration:none`,
	link: `color:${enamel};text-underline-offset:3px`,
	foot: `margin-top:32px;padding-top:12px;border-top:1px solid ${line}`,
	small: `margin:0 0 6px;color:${ink2};font:400 13px/1.5 ${talk}`,
	smallLink: `color:${ink2};text-underline-offset:3px`
};

export const night = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
.paper { background: #161513 !important; }
.ink { color: #ebe8e1 !important; }
.ink2 { color: #a19e96 !important; }
.link { color: #a3bcfc !important; }
.stroke { background: #ebe8e1 !important; }
.door { background: #243a74 !important; color: #f4f6fd !important; border: 1px solid #5f78b8 !important; }
.head, .foot, .quote { border-color: #35332f !important; }
}
`;
