#!/bin/sh
# PostgreSQL 18.7 (as PGlite 0.5.17): the planner takes `words @@ query` over a stored tsvector for as cheap as any comparison, also where
# the vectors are long enough to lie apart from their rows (TOAST). Of a table that seems small it then reads everything although
# a GIN index on the vectors stands ready: each row costs the way to its vector. With sequential scans off the same question goes
# through the index and touches a small part of the blocks. `analyze` does not change it: the width of what lies
# apart is not in the price. A function with `set enable_seqscan = off` is a way out.
# Seen: of 3,000 texts of 250 words a scan touches 9,786 blocks, the way through the index 25.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >package.json <<'JSON'
{ "name": "repro", "private": true, "type": "module" }
JSON
npm install --silent --no-audit --no-fund --save-exact @electric-sql/pglite@0.5.17 >/dev/null
cat >check.js <<'JS'
import { PGlite } from '@electric-sql/pglite';
const db = new PGlite();
await db.exec(`
	create table entries (id int primary key, words tsvector not null);
	insert into entries select n, (select to_tsvector('simple', 'common ' || string_agg('w' || n * 7 % 911 || 'x' || w, ' '))
		from generate_series(1, 250) w) from generate_series(1, 3000) n;
	create index on entries using gin (words);`);
await db.exec('vacuum analyze entries');
const { rows: [{ version }] } = await db.query('select version()');
async function explained() {
	const { rows } = await db.query(`explain (analyze, buffers, format json) select id from entries where words @@ 'common'::tsquery`);
	const { Plan: plan } = rows[0]['QUERY PLAN'][0];
	return { way: plan['Node Type'], blocks: plan['Shared Hit Blocks'] + plan['Shared Read Blocks'] };
}
const chosen = await explained();
await db.exec('set enable_seqscan = off');
const other = await explained();
console.log(`${version.split(' ').slice(0, 2).join(' ')}: ${chosen.way}, ${chosen.blocks} blocks; else ${other.way}, ${other.blocks} blocks`);
process.exit(chosen.way === 'Seq Scan' && other.way === 'Bitmap Heap Scan' && chosen.blocks > 20 * other.blocks ? 0 : 1);
JS
node check.js
