import type { Block, Doc } from '../documents/doc.ts';
import type { AttachedFile } from '../files/attached.ts';
import type { Post } from './posts.ts';
import type { Reaction } from './reactions.ts';
import type { PersonTag } from '../people/tags.ts';
import type { Thread } from './thread.ts';

/** A paragraph of plain words is its words; most posts are nothing else. */
type PackedDoc = 0 | string | (string | Block)[];

/** What most posts have alike, at the end, so that it can be left away. */
type Rest = [
	lang: number,
	root: number,
	replies: number,
	revision: number,
	editedAt: number,
	reactions: 0 | Reaction[],
	hiddenAt: number,
	deletedAt: number,
	files: 0 | AttachedFile[],
	about: 0 | string
];
const usual: Rest = [0, 0, 0, 1, 0, 0, 0, 0, 0, 0];

type PackedPost = [id: string, seqAhead: number, author: number, millisecondsAhead: number, doc: PackedDoc, ...rest: Partial<Rest>];

/** A thread as it travels in a page: two hundred posts say once what they have in common. */
export interface PackedThread extends Omit<Thread, 'posts'> {
	authors: PersonTag[];
	languages: string[];
	posts: PackedPost[];
}

/** A thread among the data of a page; on its way to the browser it is packed (hooks.ts). */
export class ThreadInPage {
	readonly thread: Thread;
	constructor(thread: Thread) {
		this.thread = thread;
	}
}

export function pack({ posts, ...thread }: Thread): PackedThread {
	const authors: PersonTag[] = [];
	const places = new Map<string, number>();
	const placeOf = (author: PersonTag): number => {
		const key = keyOf(author);
		const known = places.get(key);
		if (known !== undefined) return known;
		places.set(key, authors.length);
		return authors.push(author) - 1;
	};
	const languages = [...new Set(posts.map(({ lang }) => lang))];
	let [seq, at] = [0, 0];
	const packed = posts.map((post): PackedPost => {
		const written = Date.parse(post.at);
		const ahead = [post.seq - seq, written - at] as const;
		[seq, at] = [post.seq, written];
		const rest: Rest = [
			languages.indexOf(post.lang),
			post.root ?? 0,
			post.replies,
			post.revision,
			milliseconds(post.editedAt),
			post.reactions.length > 0 ? post.reactions : 0,
			milliseconds(post.hiddenAt),
			milliseconds(post.deletedAt),
			post.files ?? 0,
			post.about ?? 0
		];
		const said = rest.findLastIndex((value, place) => value !== usual[place]) + 1;
		return [post.id, ahead[0], placeOf(post.author), ahead[1], packedDoc(post.doc), ...(rest.slice(0, said) as Partial<Rest>)];
	});
	return { ...thread, authors, languages, posts: packed };
}

export function unpack({ authors, languages, posts, ...thread }: PackedThread): Thread {
	let [seq, at] = [0, 0];
	return {
		...thread,
		posts: posts.map(([id, seqAhead, author, millisecondsAhead, doc, ...said]): Post => {
			seq += seqAhead;
			at += millisecondsAhead;
			const [lang, root, replies, revision, editedAt, reactions, hiddenAt, deletedAt, files, about] = [
				...said,
				...usual.slice(said.length)
			] as Rest;
			return {
				id,
				seq,
				root: root || null,
				replies,
				author: authors[author] as PersonTag,
				at: new Date(at).toISOString(),
				lang: languages[lang] ?? '',
				revision,
				editedAt: moment(editedAt),
				deletedAt: moment(deletedAt),
				hiddenAt: moment(hiddenAt),
				reactions: reactions || [],
				doc: unpackedDoc(doc),
				...(files && { files }),
				...(about && { about })
			};
		})
	};
}

function keyOf({ id, name, city, role, expertKind }: PersonTag): string {
	return `${id} ${city} ${role} ${expertKind} ${name}`;
}

function milliseconds(at: string | null): number {
	return at === null ? 0 : Date.parse(at);
}

function moment(at: number): string | null {
	return at === 0 ? null : new Date(at).toISOString();
}

/** The words of a paragraph that is nothing but words; null for anything else. */
export function plainWords(block: Block): string | null {
	if (block.type !== 'paragraph' || block.content?.length !== 1) return null;
	const [only] = block.content;
	return only?.type === 'text' && !only.marks?.length ? only.text : null;
}

function packedDoc(doc: Doc | null): PackedDoc {
	if (doc === null) return 0;
	const blocks = doc.content.map((block) => plainWords(block) ?? block);
	return blocks.length === 1 && typeof blocks[0] === 'string' ? blocks[0] : blocks;
}

function unpackedDoc(doc: PackedDoc): Doc | null {
	if (doc === 0) return null;
	const blocks = typeof doc === 'string' ? [doc] : doc;
	return {
		type: 'doc',
		content: blocks.map((block) =>
			typeof block === 'string' ? { type: 'paragraph', content: [{ type: 'text', text: block }] } : block
		)
	};
}
