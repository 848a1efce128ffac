import { modelKinds } from '../noun-kinds.ts';
import { policyOf, type Ask } from '../policy-of.ts';
import { threadsPolicy, type ThreadSubjects } from './rules.ts';

/**
 * `can` for what is done in threads: the very same rules, without those of all other questions, which pages with a thread need not
 * load.
 */
export const canInThread: Ask<keyof ThreadSubjects> = policyOf([{ name: 'threads', policy: threadsPolicy }], modelKinds);
