import { startEmbedded } from '#lib/server/db/embedded/index.ts';

const embedded = await startEmbedded({ dir: process.argv[2] ?? '' });
process.once('SIGTERM', () => void embedded.stop());
console.log(embedded.url);
