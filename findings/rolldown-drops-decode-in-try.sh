#!/bin/sh
# Rolldown, the bundler of Vite 8.3.8: a call of `decodeURIComponent` whose answer nobody looks at is left out of the bundle, also
# within `try`, where it stands for the error that it throws. Unbundled the code refuses a broken address; bundled it takes it.
# Looking at the answer (`decodeURIComponent(text).isWellFormed()`) keeps the call.
# Seen: the source says "refused", the bundle of it "taken".
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >package.json <<'JSON'
{ "name": "repro", "private": true, "type": "module" }
JSON
npm install --silent --no-audit --no-fund --save-exact vite@8.3.8 >/dev/null
cat >check.js <<'JS'
export function check(text) {
	try {
		decodeURIComponent(text);
		return 'taken';
	} catch {
		return 'refused';
	}
}
console.log(check(process.argv[2]));
JS
cat >vite.config.js <<'JS'
export default { logLevel: 'error', build: { ssr: 'check.js', outDir: 'out' } };
JS
npx vite build
source=$(node check.js '%FF')
bundle=$(node out/check.js '%FF')
echo "the source says: $source, the bundle says: $bundle"
[ "$source" = refused ] && [ "$bundle" = taken ]
