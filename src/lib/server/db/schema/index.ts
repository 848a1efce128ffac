export * from './networks.ts';
export * from './people.ts';
export * from './streams.ts';
export * from './meetings.ts';
export * from './mail.ts';
export * from './search.ts';
export * from './inbox.ts';
export * from './files.ts';
