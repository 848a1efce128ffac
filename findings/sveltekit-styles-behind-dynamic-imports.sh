#!/bin/sh
# SvelteKit 2.70.4 with Vite 8.3.8 (Rolldown): which styles a server-rendered page links to depends on the order in which its
# pieces name each other. `find_deps` walks the manifest of the client in depth and visits each piece once. When the piece that
# holds SvelteKit's own list of pages (`client-optimized/app.js`) is grouped with other shared code, as `codeSplitting.groups`
# allows, every page imports that piece, and the walk goes through all other pages by their `import()` before it comes to the
# page's own next piece. Styles that two pages share are then booked on the other page, and the page loses them: the build
# succeeds, with scripts they arrive late, and without scripts never.
# Seen: without the group both pages name the style sheet of the shared component; with it neither does.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >package.json <<'JSON'
{ "name": "repro", "private": true, "type": "module" }
JSON
npm install --silent --no-audit --no-fund --save-exact @sveltejs/kit@2.70.4 vite@8.3.8 svelte@5.57.3 @sveltejs/vite-plugin-svelte@7.3.1 >/dev/null
mkdir -p src/lib src/routes/a src/routes/b
cat >src/app.html <<'HTML'
<!doctype html><html lang="en"><head>%sveltekit.head%</head><body>%sveltekit.body%</body></html>
HTML
cat >svelte.config.js <<'JS'
export default { kit: { inlineStyleThreshold: 0, adapter: { name: 'none', adapt() {} } } };
JS
cat >vite.config.js <<'JS'
import { sveltekit } from '@sveltejs/kit/vite';
const groups = [
	{ name: 'frame', priority: 2, test: /client-optimized\/app\.js|node_modules/ },
	{ name: 'shared', priority: 1, test: /src\/lib\/Shared\.svelte/ }
];
export default {
	plugins: [sveltekit(), {
		name: 'grouped',
		config: (_, { isSsrBuild }) => isSsrBuild || !process.env.GROUPED ? null : { build: { rollupOptions: { output: { codeSplitting: { groups } } } } }
	}]
};
JS
echo '<p class="shared">shared</p><style>.shared { color: rebeccapurple; }</style>' >src/lib/Shared.svelte
for page in a b; do
	echo "<script>import Shared from '\$lib/Shared.svelte';</script><h1>$page</h1><Shared />" >"src/routes/$page/+page.svelte"
done
echo '<a href="/a">a</a>' >src/routes/+page.svelte

# Of how many of the two pages the list of styles is not empty.
styled() {
	npx vite build >build.log 2>&1 || { cat build.log; exit 1; }
	for node in .svelte-kit/output/server/nodes/*.js; do
		grep -q 'pages/[ab]/_page.svelte' "$node" && grep '^export const stylesheets' "$node"
	done | grep -c '\.css' || true
}
plain=$(styled)
grouped=$(GROUPED=1 styled)
echo "pages with the styles of what they share: $plain of 2 as SvelteKit cuts, $grouped of 2 with its list of pages in a shared piece"
[ "$plain" = 2 ] && [ "$grouped" = 0 ]
