import { writeFileSync } from 'node:fs';
import { onOwnNode } from './own-node.mjs';

await onOwnNode(import.meta.url);

const { icons } = await import('../src/lib/components/ui/icons.ts');
const { iconSheet } = await import('./icon-sheet.mjs');
writeFileSync(new URL('../src/lib/components/ui/icons.svg', import.meta.url), iconSheet(icons));
