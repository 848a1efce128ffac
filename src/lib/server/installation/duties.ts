import { forgetExpired } from '../auth/forget-expired.ts';
import type { Job } from '../jobs/job.ts';
import { forgottenNotices } from '../notices/at-once.ts';
import { digests } from '../notices/digest.ts';

/** Everything that is done apart from requests. A noun that has such work adds its job here. */
export const duties: readonly Job[] = [forgetExpired, forgottenNotices, digests];
