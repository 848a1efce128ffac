#!/bin/sh
# csv-stringify 6.9.0: a cell is quoted for a line break only when it holds the very `record_delimiter`. With `windows` (CRLF) a
# cell with a plain line feed leaves without quotation marks, although RFC 4180 encloses line breaks, and readers that end a row at
# either of them, its own sister csv-parse among them, take one row for two. `quoted_match: /[\r\n]/` encloses them.
# Seen: without the option two rows are written and four are read, or the reading fails; with it two are read.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >package.json <<'JSON'
{ "name": "repro", "private": true, "type": "module" }
JSON
npm install --silent --no-audit --no-fund --save-exact csv-stringify@6.9.0 csv-parse@7.0.3 >/dev/null
cat >check.js <<'JS'
import { stringify } from 'csv-stringify/sync';
import { parse } from 'csv-parse/sync';
const rows = [['first\nsecond', 'x'], ['third', 'y']];
const read = (options) => {
	const text = stringify(rows, { record_delimiter: 'windows', ...options });
	try {
		// As a reader that takes either for the end of a row.
		return parse(text, { record_delimiter: ['\r\n', '\n'], relax_column_count: true }).length;
	} catch {
		return 'failed';
	}
};
const [plain, quoted] = [read({}), read({ quoted_match: /[\r\n]/ })];
console.log(`of 2 rows ${plain} are read, with quoted_match ${quoted}`);
process.exit(plain !== 2 && quoted === 2 ? 0 : 1);
JS
node check.js
