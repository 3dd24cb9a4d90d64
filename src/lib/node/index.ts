/**
 * What needs Node: stories on disk, images without a browser, a whole site as files.
 *
 * @module throughline/node
 */
export { readStoryFolder, storyNames } from './stories.ts';
export { imageName, renderImage, type ImageRequest } from './render.ts';
export { drawSite, type Drawn } from './draw.ts';
export { folderAnswers, listen, type Listening, type Where } from './serve.ts';
export { useSite, type Site } from './site.ts';
export { parseSite, readSite } from './siteFile.ts';
export type { SiteFile } from './siteSchema.ts';
