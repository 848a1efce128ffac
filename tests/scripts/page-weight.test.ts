import { expect, test } from 'vitest';
import { flat } from '../../scripts/vite/page-weight.mjs';

test('a page names all its pieces before what it may fetch later, and no other page', () => {
	const manifest = {
		'page.js': { isEntry: true, imports: ['shared'] },
		'other.js': { isEntry: true, imports: ['frame'] },
		shared: { imports: ['frame', 'styled'], css: ['shared.css'] },
		frame: { dynamicImports: ['page.js', 'other.js', 'palette.js'] },
		styled: { imports: ['frame'], css: ['styled.css'], dynamicImports: ['editor.js'] },
		'palette.js': { isDynamicEntry: true, imports: ['styled'], dynamicImports: ['editor.js'] },
		'editor.js': { isDynamicEntry: true, imports: [] }
	};
	expect(flat(manifest)).toEqual({
		'page.js': { isEntry: true, imports: ['shared', 'frame', 'styled'], dynamicImports: ['palette.js', 'editor.js'] },
		'other.js': { isEntry: true, imports: ['frame'], dynamicImports: ['palette.js'] },
		shared: { imports: [], dynamicImports: [], css: ['shared.css'] },
		frame: { imports: [], dynamicImports: [] },
		styled: { imports: [], dynamicImports: [], css: ['styled.css'] },
		'palette.js': { isDynamicEntry: true, imports: ['styled', 'frame'], dynamicImports: [] },
		'editor.js': { isDynamicEntry: true, imports: [], dynamicImports: [] }
	});
});
