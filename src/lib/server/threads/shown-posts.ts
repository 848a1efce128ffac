import { sql, type SQL } from 'drizzle-orm';
import { literal } from './literal.ts';
import { bytesBefore, contextBytes, pageBytes, weightOfPost, withinBytes } from './window-weight.ts';

/** So many posts make a page: what stands in the order of the window is shown until they are there. */
export const postsOnAPage = 200;
/** So many more around a wanted discussion: what stands before it. */
const beside = 10;
/** Answers of a discussion that are shown with it; earlier ones are folded away. */
const shownAnswers = 3;
/** Answers that are shown when the reader has not seen them: others have room beside the longest discussion. */
const mostFresh = 150;
/** Answers that are shown when the reader asks for more. */
const mostAsked = 200;
/** So many answers before the wanted one are shown with it. */
const answersBefore = 50;
const mostUnfolded = 1000;
/** So many answers are looked at to know which discussions have any. */
const lookedAt = 1000;

/**
 * Parts of a statement, up to `shown`: the numbers of the window's posts, of the discussions in `begun` in their turn. A
 * discussion is read when it is come to, so that a page costs what it shows, whatever else is in the thread; what the page
 * has no room for is folded away or stands before or after the window.
 */
export function shownPosts(stream: string, unfold: number | undefined): SQL {
	const answersFrom = (root: SQL, from: SQL, most: number) => sql`(select count(*)::int from (
		select from posts where posts.stream = ${stream} and posts.root = ${root} and posts.seq >= ${from} limit ${literal(most)}) answer)`;
	// Of the newest answers so many as lead back to the first that the reader has not seen.
	const fresh = sql`(select coalesce(max(nth), 0)::int from (
		select row_number() over (order by newest.seq desc) as nth, newest.seq from (
			select posts.seq from posts where posts.stream = ${stream} and posts.root = begun.seq and posts.seq > (select read from reading)
			order by posts.seq desc limit ${literal(mostFresh)}) newest) newest
		where not newest.seq <@ (select seen from reading))`;
	const few = sql`case when (select anything from fresh)
		then greatest(${literal(shownAnswers)}, ${fresh}) else ${literal(shownAnswers)} end`;
	const wanted = answersFrom(sql`start.seq`, sql`${unfold ?? null}::bigint`, mostUnfolded - answersBefore);
	const many = sql`(select case when start.seq = ${unfold ?? null}::bigint then ${literal(mostAsked)}
		else greatest(${literal(mostAsked)}, ${literal(answersBefore)} + ${wanted}) end from start)`;
	const ofEach = unfold === undefined ? few : sql`case when begun.seq = (select seq from start) then ${many} else ${few} end`;
	const unfolded = unfold === undefined ? sql`` : sql` + ${many} - ${literal(mostFresh)}`;
	const [cut, atStart, upToCut, always] =
		unfold === undefined
			? [sql``, sql``, sql``, sql``]
			: [
					sql`
		reach as materialized (${answersAround(stream, unfold)}),
		cut as materialized (${endWithin(unfold)}),`,
					sql`where begun.seq <= (select seq from start) or (select seq from cut) is null`,
					sql` and ${beforeCut(sql`begun.seq`, sql`posts.seq`)}`,
					sql` or (root = (select seq from start) and seq >= (select min(seq) from reach))`
				];
	return sql`${cut}
		fresh as materialized (
			select exists (select from gaps cross join lateral (
				select posts.seq from posts where posts.stream = ${stream} and root is not null and posts.seq >= gaps.first
					and posts.seq < gaps.after
				order by posts.stream, posts.seq limit 1) answer) as anything),
		answering as materialized (
			select root from posts, (select min(seq) as first, max(seq) as last from begun) reach
			where posts.stream = ${stream} and root between reach.first and reach.last limit ${literal(lookedAt)}),
		ranked as materialized (
			select shown.seq, shown.root, begun.turn, row_number() over (order by begun.turn, shown.root nulls first, shown.seq desc) as nth
			from (select * from begun ${atStart} order by turn) begun cross join lateral (
				select begun.seq, null::bigint as root
				union all
				(select posts.seq, posts.root from posts where posts.stream = ${stream} and posts.root = begun.seq${upToCut}
					and (begun.seq in (select root from answering) or (select count(*) from answering) = ${literal(lookedAt)})
					order by posts.seq desc
					limit ${ofEach})) shown
			order by nth
			limit (select case when seq is null then ${literal(postsOnAPage)} else ${literal(postsOnAPage + beside)} end
				from start)${unfolded}),
		shown as materialized (${withinBytes(stream, always)})`;
}

/** Part of a statement with `cut`: what stands before the end of the page. */
export function beforeCut(root: SQL, seq: SQL): SQL {
	return sql`(${root} <> (select seq from start) or (select seq from cut) is null or ${seq} <= (select seq from cut))`;
}

/** The answers from the context of the wanted one on, one more than a page takes; none where a discussion is wanted. */
function answersAround(stream: string, unfold: number): SQL {
	const answers = sql`from posts where posts.stream = ${stream} and posts.root = (select seq from start)
		and ${unfold}::bigint <> (select seq from start)`;
	const nearer = bytesBefore(sql`seq desc`, sql`seq < ${unfold}::bigint`);
	const first = sql`(select min(seq) from (select seq, ${nearer} as nearer
		from (select posts.seq, ${weightOfPost} as weight ${answers} and seq <= ${unfold}::bigint
			order by seq desc limit ${literal(answersBefore + 1)}) nearest) nearest
		where nearer < ${literal(contextBytes)})`;
	return sql`select posts.seq, ${weightOfPost} as weight ${answers} and seq >= ${first}
		order by seq limit ${literal(mostUnfolded + 1)}`;
}

/** Query over `reach`: the answer with which the page ends, where more follow the wanted one than it takes; none where all have room. */
function endWithin(unfold: number): SQL {
	return sql`
		select max(seq) filter (where fits) as seq from (
			select seq, nth <= ${literal(mostUnfolded)} and before < ${literal(pageBytes - contextBytes)} as fits
			from (select seq, row_number() over (order by seq) as nth,
				${bytesBefore(sql`seq`, sql`seq > ${unfold}::bigint`)} as before from reach) reach) reach
		having not bool_and(fits)`;
}
