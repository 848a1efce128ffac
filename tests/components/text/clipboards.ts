/* What programs put on the clipboard, as they write it. */

const word = (body: string, style = '') => `<html xmlns:v="urn:schemas-microsoft-com:vml"
xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word"
xmlns:m="http://schemas.microsoft.com/office/2004/12/omml"
xmlns="http://www.w3.org/TR/REC-html40">

<head>
<meta http-equiv=Content-Type content="text/html; charset=utf-8">
<meta name=ProgId content=Word.Document>
<meta name=Generator content="Microsoft Word 15">
<link rel=File-List href="file:///C:/Users/IOZOLK~1/AppData/Local/Temp/msohtmlclip1/01/clip_filelist.xml">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style>
<!--
 /* Style Definitions */
 p.MsoNormal, li.MsoNormal, div.MsoNormal
	{mso-style-unhide:no;
	mso-style-qformat:yes;
	margin:0cm;
	font-family:"Calibri",sans-serif;}
p.Nodala, li.Nodala, div.Nodala
	{mso-style-name:"Nodaļa";
	mso-outline-level:2;
	font-weight:bold;}
 /* List Definitions */
 @list l0
	{mso-list-id:52042;
	mso-list-type:hybrid;}
@list l0:level1
	{mso-level-number-format:bullet;
	mso-level-text:\\F0B7;}
${style}
-->
</style>
</head>

<body lang=LV style='tab-interval:36.0pt;word-wrap:break-word'>
<!--StartFragment-->
${body}
<!--EndFragment-->
</body>

</html>`;

const wordItem = (list: string, level: number, sign: string, words: string, place = 'Middle') =>
	`<p class=MsoListParagraphCxSp${place} style='margin-left:${level * 36}.0pt;mso-add-space:auto;text-indent:-18.0pt;mso-list:${list} level${level} lfo1'><![if !supportLists]><span
style='font-family:Symbol;mso-fareast-font-family:Symbol;mso-bidi-font-family:Symbol'><span style='mso-list:Ignore'>${sign}<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]><span lang=LV>${words}<o:p></o:p></span></p>

`;

const google = (body: string) =>
	`<meta charset='utf-8'><meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-6b2d1c0e-7fff-9a3b-1c1d-0f5ed0f0aa11">${body}</b><br class="Apple-interchange-newline">`;
const run = (words: string, style = 'font-weight:400;font-style:normal') =>
	`<span style="font-size:11pt;font-family:Arial,sans-serif;color:#000000;background-color:transparent;${style};font-variant:normal;text-decoration:none;vertical-align:baseline;white-space:pre;white-space:pre-wrap;">${words}</span>`;
const line = (words: string) => `<p dir="ltr" style="line-height:1.38;margin-top:0pt;margin-bottom:0pt;">${words}</p>`;

const excel = (rows: string, columns = "<col width=64 span=3 style='width:48pt'>") => `<html xmlns:v="urn:schemas-microsoft-com:vml"
xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:x="urn:schemas-microsoft-com:office:excel"
xmlns="http://www.w3.org/TR/REC-html40">
<head>
<meta http-equiv=Content-Type content="text/html; charset=utf-8">
<meta name=ProgId content=Excel.Sheet>
<style>
<!--table
	{mso-displayed-decimal-separator:"\\,";}
.xl65
	{font-weight:700;
	text-align:center;}
.xl66
	{display:none;}
-->
</style>
</head>
<body link="#0563C1" vlink="#954F72">
<table border=0 cellpadding=0 cellspacing=0 width=192 style='border-collapse:collapse;width:144pt'>
<!--StartFragment-->
 ${columns}
 ${rows}
<!--EndFragment-->
</table>
</body>
</html>`;

/** A paste and the outline of the blocks that it is to be. */
export interface Clipboard {
	from: string;
	html: string;
	/** As `outlineOf` says blocks. */
	outline: string[];
	/** What is told to have stayed behind. */
	left?: Record<string, number>;
}

export const clipboards: Clipboard[] = [
	{
		from: 'Word: headings, bold and a link',
		html: word(
			`<h1><a name="_Toc1">Vīzija</a><o:p></o:p></h1>

<p class=MsoNormal>Daugavpils ir <b>jauna</b> un <i style='mso-bidi-font-style:normal'>zaļa</i> pilsēta
pie <a href="https://www.daugavpils.lv/">upes</a>.<o:p></o:p></p>

<p class=MsoNormal><o:p>&nbsp;</o:p></p>

<h3>Mērķi<o:p></o:p></h3>

<p class=Nodala>Otrā nodaļa<o:p></o:p></p>

<p class=MsoNormal style='mso-outline-level:1'>Rīcības<o:p></o:p></p>`
		),
		outline: [
			'h1 Vīzija',
			'p Daugavpils ir *jauna* un /zaļa/ pilsēta pie [upes](https://www.daugavpils.lv/).',
			'h2 Mērķi',
			'h2 Otrā nodaļa',
			'h1 Rīcības'
		]
	},
	{
		from: 'Word: bullets of three levels, with letters that are bullets in their font',
		html: word(
			`<p class=MsoNormal>Mēs gribam:<o:p></o:p></p>` +
				wordItem('l0', 1, '·', 'Tiltu', 'First') +
				wordItem('l0', 2, 'o', 'gājējiem') +
				wordItem('l0', 3, '§', 'ar margām') +
				wordItem('l0', 2, 'o', 'velosipēdiem') +
				wordItem('l0', 1, '·', 'Parku', 'Last')
		),
		outline: ['p Mēs gribam:', '- Tiltu', '  - gājējiem', '    - ar margām', '  - velosipēdiem', '- Parku']
	},
	{
		from: 'Word: numbers, letters within, and a number that goes on behind a paragraph',
		html: word(
			wordItem('l1', 1, '1.', 'Analīze', 'First') +
				wordItem('l1', 2, 'a)', 'intervijas') +
				wordItem('l1', 2, 'b)', 'aptauja') +
				wordItem('l1', 1, '2.', 'Plāns', 'Last') +
				`<p class=MsoNormal>Starp tiem.<o:p></o:p></p>` +
				wordItem('l1', 1, '3.', 'Rīcība', 'First') +
				wordItem('l2', 1, '·', 'Piezīme', 'Last')
		),
		outline: ['1. Analīze', '  1. intervijas', '  2. aptauja', '2. Plāns', 'p Starp tiem.', '3. Rīcība', '- Piezīme'],
		left: { lettered: 1 }
	},
	{
		from: 'Word: letters past h, Roman numerals past iv, and a list that goes on at v',
		html: word(
			wordItem('l1', 1, 'h)', 'Hērbergs', 'First') +
				wordItem('l1', 1, 'i)', 'Ielas') +
				wordItem('l1', 1, 'j)', 'Jumti', 'Last') +
				`<p class=MsoNormal>Tad.<o:p></o:p></p>` +
				wordItem('l2', 1, 'iv.', 'Ceturtais', 'First') +
				wordItem('l2', 1, 'v.', 'Piektais') +
				wordItem('l2', 1, 'vi.', 'Sestais', 'Last') +
				`<p class=MsoNormal>Un.<o:p></o:p></p>` +
				wordItem('l2', 1, 'V.', 'Atkal', 'First')
		),
		outline: ['8. Hērbergs', '9. Ielas', '10. Jumti', 'p Tad.', '4. Ceturtais', '5. Piektais', '6. Sestais', 'p Un.', '5. Atkal'],
		left: { lettered: 3 }
	},
	{
		from: 'Word: numbers of several levels, a deep first item, and a numbered heading',
		html: word(
			`<h1 style='margin-left:18.0pt;text-indent:-18.0pt;mso-list:l3 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>2.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>Konteksts<o:p></o:p></h1>` +
				wordItem('l1', 2, '1.1.', 'Dziļš', 'First') +
				wordItem('l1', 3, '1.1.1.', 'Dziļāks') +
				wordItem('l1', 2, '1.2.', 'Otrais') +
				wordItem('l1', 1, '2.', 'Augšā', 'Last')
		),
		outline: ['h1 2. Konteksts', '1. Dziļš', '  1. Dziļāks', '2. Otrais', '2. Augšā']
	},
	{
		from: 'Word: tracked changes, a comment, hidden words',
		html: word(
			`<p class=MsoNormal>Budžets ir <del cite="mailto:Ilze" datetime="2026-01-12T10:00">10&nbsp;000</del><ins
cite="mailto:Ilze" datetime="2026-01-12T10:00">12&nbsp;000</ins> eiro<a style='mso-comment-reference:IO_1;
mso-comment-date:20260112T1000'> gadā</a><span class=MsoCommentReference><span style='font-size:8.0pt'><![if !supportAnnotations]><a
class=msocomanchor id="_anchor_1" onmouseover="msoCommentShow('_anchor_1','_com_1')" onmouseout="msoCommentHide('_com_1')" href="#_msocom_1"
language=JavaScript name="_msoanchor_1">[IO1]</a><![endif]><span style='mso-special-character:comment'>&nbsp;</span></span></span>.<span
style='display:none;mso-hide:all'> Iekšēji.</span><o:p></o:p></p>

<div style='mso-element:comment-list'><![if !supportAnnotations]>
<hr class=msocomoff align=left size=1 width="33%"><![endif]>
<div style='mso-element:comment'><![if !supportAnnotations]>
<div id="_com_1" class=msocomtxt language=JavaScript><![endif]><span style='mso-comment-author:"Ilze"'><![if !supportAnnotations]><a name="_msocom_1"></a><![endif]></span>
<p class=MsoCommentText><span class=MsoCommentReference><![if !supportAnnotations]><a href="#_msoanchor_1" class=msocomoff>[IO1]</a><![endif]></span>Vai tiešām?<o:p></o:p></p>
<![if !supportAnnotations]></div><![endif]></div></div>`
		),
		outline: ['p Budžets ir 12 000 eiro gadā.'],
		left: { comments: 1 }
	},
	{
		from: 'Word: footnotes and an endnote',
		html: word(
			`<p class=MsoNormal>Jaunieši aizbrauc<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1" title=""><span
class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]><span class=MsoFootnoteReference>[1]</span><![endif]></span></span></a>,
bet atgriežas<a style='mso-endnote-id:edn1' href="#_edn1" name="_ednref1" title=""><span class=MsoEndnoteReference>[i]</span></a>.<o:p></o:p></p>

<div style='mso-element:footnote-list'><![if !supportFootnotes]><br clear=all>

<hr align=left size=1 width="33%">

<![endif]>

<div style='mso-element:footnote' id=ftn1>

<p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href="#_ftnref1" name="_ftn1" title=""><span
class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]><span class=MsoFootnoteReference>[1]</span><![endif]></span></span></a> CSP,
2025. gada dati<o:p></o:p></p>

</div>

</div>

<div style='mso-element:endnote-list'><div style='mso-element:endnote' id=edn1><p class=MsoEndnoteText><a style='mso-endnote-id:edn1' href="#_ednref1" name="_edn1" title=""><span class=MsoEndnoteReference>[i]</span></a> Aptauja<o:p></o:p></p></div></div>`
		),
		outline: ['p Jaunieši aizbrauc{CSP, 2025. gada dati}, bet atgriežas{Aptauja}.']
	},
	{
		from: 'Word: a table with a title row, cells over rows, a row that begins later, and a heading row',
		html: word(
			`<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse;mso-yfti-tbllook:1184'>
 <thead><tr style='mso-yfti-irow:0;mso-yfti-firstrow:yes'>
  <td width=600 colspan=3 valign=top style='width:450.8pt'><p class=MsoNormal><b>Rīcības plāns<o:p></o:p></b></p></td>
 </tr></thead>
 <tr style='mso-yfti-irow:1'>
  <td width=200 rowspan=2 valign=top><p class=MsoNormal>Tilts<o:p></o:p></p></td>
  <td width=200 valign=top><p class=MsoNormal>2026<o:p></o:p></p></td>
  <td width=200 valign=top><p class=MsoNormal>pilsēta<o:p></o:p></p>` +
				wordItem('l0', 1, '·', 'dome', 'First') +
				`</td>
 </tr>
 <tr style='mso-yfti-irow:2'>
  <td width=200 valign=top><p class=MsoNormal>2027<o:p></o:p></p></td>
 </tr>
 <tr style='mso-yfti-irow:3;mso-yfti-lastrow:yes'>
  <td width=200 style='mso-cell-special:placeholder;border:none;padding:0cm'><p class='MsoNormal'>&nbsp;</td>
  <td width=400 colspan=2 valign=top><h2>Kopā<o:p></o:p></h2></td>
 </tr>
 <![if !supportMisalignedColumns]>
 <tr height=0>
  <td width=200 style='border:none'></td>
  <td width=200 style='border:none'></td>
  <td width=200 style='border:none'></td>
 </tr>
 <![endif]>
</table>`
		),
		outline: ['|# *Rīcības plāns* (3×1)', '| Tilts (1×2) | 2026 | pilsēta; - dome', '| 2027 | ', '|  | *Kopā* (2×1)']
	},
	{
		from: 'Word: pictures that only its own disk has, a text box, and a picture beside words',
		html: word(
			`<p class=MsoNormal><!--[if gte vml 1]><v:shape id="Text_x0020_Box_x0020_2" type="#_x0000_t202"><v:textbox><![if !mso]><table><tr><td><![endif]><div><p class=MsoNormal>Ierāmēts</p></div><![if !mso]></td></tr></table><![endif]></v:textbox></v:shape><![endif]--><![if !vml]><span style='mso-ignore:vglayout'><img width=202 height=80 src="file:///C:/Users/IOZOLK~1/AppData/Local/Temp/msohtmlclip1/01/clip_image001.gif" v:shapes="Text_x0020_Box_x0020_2"></span><![endif]>Teksts ar attēlu<o:p></o:p></p>
<p class=MsoNormal><!--[if gte vml 1]><v:shape id="Picture_x0020_1"><v:imagedata src="file:///C:/x/clip_image003.png" o:title=""/></v:shape><![endif]--><![if !vml]><img border=0 width=602 height=338 src="file:///C:/Users/IOZOLK~1/AppData/Local/Temp/msohtmlclip1/01/clip_image004.jpg" v:shapes="Picture_x0020_1"><![endif]><o:p></o:p></p>`
		),
		outline: ['p Teksts ar attēlu'],
		left: { boxes: 1, pictures: 1 }
	},
	{
		from: 'Word online: headings, and lists whose items say their levels',
		html:
			`<div class="OutlineElement Ltr SCXW1 BCX0"><p class="Paragraph SCXW1 BCX0" role="heading" aria-level="1" xml:lang="LV-LV"><span class="TextRun SCXW1"><span class="NormalTextRun SCXW1" data-ccp-parastyle="heading 1">Mērķi</span></span><span class="EOP SCXW1">&nbsp;</span></p></div>` +
			[
				['1', 'Viens'],
				['2', 'Divi'],
				['1', 'Trīs']
			]
				.map(
					([level, words], n) =>
						`<div class="ListContainerWrapper SCXW1 BCX0"><ul class="BulletListStyle1 SCXW1 BCX0" role="list"><li data-leveltext="" data-font="Symbol" data-listid="1" data-list-defn-props="{}" data-aria-posinset="${n}" data-aria-level="${level}" role="listitem" class="OutlineElement Ltr SCXW1"><p class="Paragraph SCXW1"><span class="TextRun SCXW1" style="font-weight: bold;"><span class="NormalTextRun">${words}</span></span><span class="EOP SCXW1">&nbsp;</span></p></li></ul></div>`
				)
				.join(''),
		outline: ['h1 Mērķi', '- *Viens*', '  - *Divi*', '- *Trīs*']
	},
	{
		from: 'Google Docs: headings, marks by style, a list with a level, a footnote as its export has it',
		html: google(
			`<h2 dir="ltr" style="line-height:1.38;margin-top:18pt;"><span style="font-size:16pt;font-weight:400;white-space:pre-wrap;">Izaicinājums</span></h2>` +
				line(
					run('Mēs ') +
						run('skrienam', 'font-weight:700;font-style:normal') +
						run(' un ') +
						run('peldam', 'font-weight:400;font-style:italic') +
						`<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup>`
				) +
				'<br />' +
				`<ul style="margin-top:0;margin-bottom:0;padding-inline-start:48px;"><li dir="ltr" style="list-style-type:disc;font-weight:400;" aria-level="1"><p dir="ltr" role="presentation">${run('Viens')}</p></li><ul><li dir="ltr" style="list-style-type:circle;" aria-level="2"><p dir="ltr" role="presentation">${run('Divi')}</p></li></ul><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation">${run('Trīs')}</p></li></ul>` +
				`<hr><div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a>${run('&nbsp;Dati')}</p></div>`
		),
		outline: ['h1 Izaicinājums', 'p Mēs *skrienam* un /peldam/{Dati}', '- Viens', '  - Divi', '- Trīs']
	},
	{
		from: 'Google Docs: a table and a picture from its server',
		html: google(
			`<div dir="ltr" style="margin-left:0pt;" align="left"><table style="border:none;border-collapse:collapse;table-layout:fixed;width:468pt"><colgroup><col /><col /></colgroup><tbody><tr style="height:0pt"><td style="border-left:solid #000000 1pt;">${line(run('Rādītājs'))}</td><td>${line(run('Mērķis'))}</td></tr><tr style="height:0pt"><td><br /></td><td>${line(run('85 %'))}</td></tr></tbody></table></div>` +
				line(
					`<span style="font-size:11pt;"><span style="border:none;display:inline-block;overflow:hidden;width:602px;height:338px;"><img src="https://lh7-rt.googleusercontent.com/docsz/AD_4nXd" width="602" height="338" /></span></span>`
				)
		),
		outline: ['| Rādītājs | Mērķis', '|  | 85 %'],
		left: { pictures: 1 }
	},
	{
		from: 'LibreOffice Writer: headings, lists, a footnote, a table with a cell over columns',
		html: `<!DOCTYPE html><html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/><title></title><meta name="generator" content="LibreOffice 7.4.7.2 (Linux)"/><style type="text/css">@page { size: 21cm 29.7cm; margin: 2cm } p { line-height: 115% } a.sdfootnoteanc { font-size: 57% }</style></head><body lang="lv-LV" dir="ltr"><h1 class="western">Konteksts</h1>
<p style="margin-bottom: 0cm">Vārdi<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a> un <font color="#000000"><b>trekni</b></font></p>
<ol><li><p style="margin-bottom: 0cm">Viens</p><ul><li><p>Divi</p></li></ul></li><li><p>Trīs</p></li></ol>
<table width="100%" cellpadding="4" cellspacing="0"><col width="128*"/><col width="128*"/><thead><tr valign="top"><th width="50%"><p>A</p></th><th><p>B</p></th></tr></thead><tbody><tr><td colspan="2"><p>C</p></td></tr></tbody></table>
<div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>Avots: <i>CSP</i></p></div></body></html>`,
		outline: ['h1 Konteksts', 'p Vārdi{Avots: CSP} un *trekni*', '1. Viens', '  - Divi', '2. Trīs', '|# A |# B', '| C (2×1)']
	},
	{
		from: 'Excel: a title row, and an empty cell in its column',
		html: excel(
			`<tr height=20><td colspan=3 height=20 class=xl65>Budžets</td></tr>
 <tr height=20><td height=20>Avots</td><td></td><td align=right>85</td></tr>
 <tr height=20><td height=20></td><td>ES</td><td></td></tr>`
		),
		outline: ['| Budžets (3×1)', '| Avots |  | 85', '|  | ES | ']
	},
	{
		from: 'Excel: an empty first row that is short, and a hidden column',
		html: excel(
			`<tr height=20></tr>
 <tr height=20><td>Viens</td><td class=xl66>slēpts</td><td>Trīs</td></tr>
 <tr height=20><td>a</td><td class=xl66>b</td><td>c</td></tr>`,
			`<col width=64><col width=0 style='display:none;mso-width-source:userset'><col width=64>`
		),
		outline: ['|  | ', '| Viens | Trīs', '| a | c'],
		left: { hidden: 1 }
	},
	{
		from: 'LibreOffice Calc: a short first row whose words stay in their column',
		html: `<!DOCTYPE html><html><body><table cellspacing="0" border="0"><colgroup span="3" width="85"></colgroup><tr><td height="17" align="left">Gads</td></tr><tr><td>2026</td><td align="right" sdval="85" sdnum="1033;">85</td><td>10</td></tr></table></body></html>`,
		outline: ['| Gads |  | ', '| 2026 | 85 | 10']
	},
	{
		from: 'Google Sheets: cells over rows and columns',
		html: `<google-sheets-html-origin><style type="text/css"><!--td {border: 1px solid #cccccc;}br {mso-data-placement:same-cell;}--></style><table xmlns="http://www.w3.org/1999/xhtml" cellspacing="0" cellpadding="0" dir="ltr" border="1" data-sheets-root="1"><colgroup><col width="100"/><col width="100"/><col width="100"/></colgroup><tbody><tr style="height:21px;"><td rowspan="2" colspan="1" style="vertical-align:bottom;font-weight:bold;">Pilsēta</td><td colspan="2">Gads</td></tr><tr style="height:21px;"><td>2025</td><td>2026</td></tr><tr><td>Rīga</td><td>1</td><td>2<br/>3</td></tr></tbody></table>`,
		outline: ['| Pilsēta (1×2) | Gads (2×1)', '| 2025 | 2026', '| Rīga | 1 | 2⏎3']
	},
	{
		// As LibreOffice 7.4.7 itself writes it, where deleted words of tracked changes are words like all others.
		from: 'LibreOffice Writer itself: notes of two paragraphs, lists, a heading that skips a level, a table',
		html: `<body lang="en-US" link="#000080" vlink="#800000" dir="ltr"><h1 class="western">
Konteksts</h1>
<p style="line-height: 100%; margin-bottom: 0in">Vārdi<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a>
un <b>trekni</b> beigas<a class="sdendnoteanc" name="sdendnote1anc" href="#sdendnote1sym"><sup>i</sup></a>.<!-- Komentārs --></p>
<ol>
	<li><p style="line-height: 100%; margin-bottom: 0in">Viens</p>
	<ul>
		<li><p style="line-height: 100%; margin-bottom: 0in">Divi</p>
	</ul>
	<li><p style="line-height: 100%; margin-bottom: 0in">Trīs</p>
	<p style="line-height: 100%; margin-bottom: 0in">turpinājums</p>
</ol>
<h3 class="western">Dziļš</h3>
<table width="100%" cellpadding="0" cellspacing="0">
	<col width="85*"/>

	<col width="85*"/>

	<col width="85*"/>

	<thead>
		<tr>
			<td colspan="3" width="100%" valign="top" style="border: none; padding: 0in"><p>
				Virsraksts</p>
			</td>
		</tr>
	</thead>
	<tbody>
		<tr valign="top">
			<td rowspan="2" width="33%" style="border: none; padding: 0in"><p>A</p>
			</td>
			<td width="33%" style="border: none; padding: 0in"><p>B</p>
			</td>
			<td width="33%" style="border: none; padding: 0in"><p><br/>

				</p>
			</td>
		</tr>
		<tr valign="top">
			<td width="33%" style="border: none; padding: 0in"><p>C</p>
			</td>
			<td width="33%" style="border: none; padding: 0in"><p>D</p>
			</td>
		</tr>
	</tbody>
</table>
<p style="line-height: 100%; margin-bottom: 0in"><br/>

</p>
<div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>Avots
	CSP</p>
	<p class="sdfootnote">Otra rinda</p>
</div>
<div id="sdendnote1"><p class="sdendnote"><a class="sdendnotesym" name="sdendnote1sym" href="#sdendnote1anc">i</a>Gala
	piezīme</p>
</div>
</body>`,
		outline: [
			'h1 Konteksts',
			'p Vārdi{Avots CSP Otra rinda} un *trekni* beigas{Gala piezīme}.',
			'1. Viens',
			'  - Divi',
			'2. Trīs',
			'  p turpinājums',
			'h2 Dziļš',
			'|# Virsraksts (3×1)',
			'| A (1×2) | B | ',
			'| C | D'
		]
	},
	{
		from: 'LibreOffice Calc itself: empty cells',
		html: `<body>
<table cellspacing="0" border="0">
	<colgroup width="46"></colgroup>
	<colgroup width="94"></colgroup>
	<colgroup width="28"></colgroup>
	<tr>
		<td height="17" align="left">Gads</td>
		<td align="left"><br></td>
		<td align="left"><br></td>
	</tr>
	<tr>
		<td height="17" align="left"><br></td>
		<td align="right" sdval="2026" sdnum="1033;">2026</td>
		<td align="right" sdval="10" sdnum="1033;">10</td>
	</tr>
	<tr>
		<td height="17" align="left">Rīga</td>
		<td align="right" sdval="0.85" sdnum="1033;0;0.00%">85.00%</td>
		<td align="left"><br></td>
	</tr>
</table>
<!-- ************************************************************************** -->
</body>`,
		outline: ['| Gads |  | ', '|  | 2026 | 10', '| Rīga | 85.00% | ']
	},
	{
		from: 'Google Docs: letters, and Roman numerals within, that begin at other numbers',
		html: google(
			`<ol style="margin-top:0;margin-bottom:0;padding-inline-start:48px;" start="3"><li dir="ltr" style="list-style-type:lower-alpha;font-size:11pt;" aria-level="1"><p dir="ltr" role="presentation">${run('Tilts')}</p></li><ol style="margin-top:0;"><li dir="ltr" style="list-style-type:lower-roman;" aria-level="2"><p dir="ltr" role="presentation">${run('Margas')}</p></li></ol></ol>` +
				`<ol start="5"><li dir="ltr" style="list-style-type:decimal;" aria-level="1"><p dir="ltr" role="presentation">${run('Piecas')}</p></li></ol>`
		),
		outline: ['3. Tilts', '  1. Margas', '5. Piecas'],
		left: { lettered: 2 }
	},
	{
		from: 'LibreOffice Writer: letters by type, a list from 5, and an item that says its number',
		html: `<body><ol type="a"><li><p style="margin-bottom: 0in">Viens</p></li><li><p>Divi</p><ol type="I" start="2"><li><p>Dziļi</p></li></ol></li></ol>
<p>Starp</p><ol start="5"><li><p>Piecas</p></li><li value="9"><p>Deviņas</p></li><li><p>Desmit</p></li></ol><p>Un</p><ol start="0"><li value="0"><p>Nulle</p></li></ol></body>`,
		outline: ['1. Viens', '2. Divi', '  2. Dziļi', 'p Starp', '5. Piecas', '9. Deviņas', '10. Desmit', 'p Un', '0. Nulle'],
		left: { lettered: 2 }
	},
	{
		from: 'a page whose style sheet numbers with letters',
		html: `<style>ol.burti {list-style: upper-latin inside}</style><ol class="burti"><li>Viens</li><li>Divi</li></ol><p>Un</p><ol><li>Trīs<ol type="i"><li>a</li></ol></li></ol>`,
		outline: ['1. Viens', '2. Divi', 'p Un', '1. Trīs', '  1. a'],
		left: { lettered: 2 }
	},
	{
		from: 'a page with a table within a table, a table in a list, and a quotation in a list',
		html: `<table><tr><td>Ārā</td><td><table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table></td></tr></table><ul><li>Punkts<table><tr><td>x</td><td>y</td></tr></table></li><li><blockquote><p>Citāts</p></blockquote></li></ul>`,
		outline: ['| Ārā | a\tb⏎c\td', '- Punkts', '- Citāts', '| x | y']
	}
];
