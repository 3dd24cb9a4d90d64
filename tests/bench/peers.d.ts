// Installed by the commands that use them (package.json in this folder), not where types are checked.
declare module '@microsoft/recognizers-text-date-time';
declare module 'chrono-node';
declare module 'vis-data/esnext';
declare module 'vis-timeline/esnext';
