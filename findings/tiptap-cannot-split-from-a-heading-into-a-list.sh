#!/bin/sh
# @tiptap/core 3.32.0: `splitBlock`, which Enter runs, throws a RangeError where the selection begins at the first letter of a
# heading and ends within an item of the list behind it, a thing that one does with the mouse. After the deletion the command
# makes a paragraph of what it believes to be the emptied heading (`setNodeMarkup`); by then the item of the list stands in its
# place, which cannot be one. The key is swallowed and nothing is deleted. From the second letter on it works, and from a
# paragraph too. `deleteSelection` first and the split after it is a way out.
# Seen: "Invalid content for node type paragraph" from the heading; from its second letter, and from a paragraph, true.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "name": "repro", "private": true, "type": "module" }' >package.json
npm install --silent --no-audit --no-fund --save-exact @tiptap/core@3.32.0 @tiptap/pm@3.32.0 @tiptap/starter-kit@3.32.0 happy-dom@21.0.4 >/dev/null
cat >split.js <<'JS'
import { Window } from 'happy-dom';
const window = new Window();
for (const name of ['document', 'Node', 'Element', 'HTMLElement', 'MutationObserver', 'DOMParser', 'getComputedStyle', 'navigator'])
	Object.defineProperty(globalThis, name, { value: window[name], configurable: true });
globalThis.window = window;
const { Editor } = await import('@tiptap/core');
const { StarterKit } = await import('@tiptap/starter-kit');

function split(first, from) {
	const words = (text) => [{ type: 'text', text }];
	const item = (text) => ({ type: 'listItem', content: [{ type: 'paragraph', content: words(text) }] });
	const editor = new Editor({
		element: document.createElement('div'),
		extensions: [StarterKit],
		content: { type: 'doc', content: [{ ...first, content: words('Aims') }, { type: 'bulletList', content: [item('One'), item('Two')] }] }
	});
	let to = 0;
	editor.state.doc.descendants((node, pos) => void (node.text === 'One' && (to = pos + 2)));
	editor.commands.setTextSelection({ from, to });
	try {
		return `${editor.commands.splitBlock()}, ${editor.state.doc.textBetween(0, editor.state.doc.content.size, '/')}`;
	} catch (error) {
		return `${error.name}: ${error.message.split('\n')[0].slice(0, 60)}`;
	}
}
const heading = { type: 'heading', attrs: { level: 1 } };
const seen = { heading: split(heading, 1), 'its second letter': split(heading, 2), paragraph: split({ type: 'paragraph' }, 1) };
console.log(seen);
process.exit(seen.heading.startsWith('RangeError') && !/Error/.test(seen['its second letter'] + seen.paragraph) ? 0 : 1);
JS
node split.js
