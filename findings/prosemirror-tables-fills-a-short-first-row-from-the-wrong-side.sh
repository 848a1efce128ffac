#!/bin/sh
# prosemirror-tables 1.8.5 (as @tiptap/pm 3.32.0 brings it): a table whose first row has fewer cells than the others, as
# spreadsheets copy a title, is filled up before the cells that are there. `fixTable` puts missing cells at the start of a row
# when it is the first (`i == 0`) and the last that lacks any; at the end of every other. So words of the first column stand
# under the last one afterwards, and nothing tells of it.
# Seen: "Year" over the first of three columns becomes the third cell of its row; the same short row in second place keeps its
# column.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "name": "repro", "private": true, "type": "module" }' >package.json
npm install --silent --no-audit --no-fund --save-exact @tiptap/pm@3.32.0 >/dev/null
cat >fix.js <<'JS'
import { Schema } from '@tiptap/pm/model';
import { EditorState } from '@tiptap/pm/state';
import { fixTables, tableNodes } from '@tiptap/pm/tables';

const schema = new Schema({
	nodes: {
		doc: { content: 'block+' },
		paragraph: { group: 'block', content: 'text*' },
		text: {},
		...tableNodes({ tableGroup: 'block', cellContent: 'block+', cellAttributes: {} })
	}
});
const row = (...words) => schema.node('table_row', null, words.map((word) =>
	schema.node('table_cell', null, [schema.node('paragraph', null, word ? [schema.text(word)] : [])])));
const fixed = (...rows) => {
	const state = EditorState.create({ doc: schema.node('doc', null, [schema.node('table', null, rows)]) });
	return (fixTables(state)?.doc ?? state.doc).firstChild.children.map((one) => one.children.map((cell) => cell.textContent));
};
const [first] = fixed(row('Year'), row('2026', '85', '10'));
const [, second] = fixed(row('2026', '85', '10'), row('Year'));
console.log('short row first: ', JSON.stringify(first), ' second: ', JSON.stringify(second));
process.exit(first.indexOf('Year') === 2 && second.indexOf('Year') === 0 ? 0 : 1);
JS
node fix.js
