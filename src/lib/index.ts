/**
 * The core: a story’s files → a story → one language of it → what a View selects → marks and labels. Pure functions, for
 * browsers and Node alike.
 *
 * @module throughline
 */
export { formatProblem, parseStory, type ParsedStory, type Problem, type StoryFileText } from './story/parse.ts';
export type { Actor, Figure, Quote, Ref, Scene, Side, Source, Story, StoryEvent, Text } from './story/model.ts';
export { withoutDrafts } from './story/drafts.ts';
export { compareDates, parseDate, type DateSpan } from './story/date.ts';
export { wordDate, wordDateBriefly, wordRange } from './story/dateWords.ts';
export { jsonSchema, type FileName } from './story/schema.ts';
export { localise } from './view/localise.ts';
export type { EventItem, FigureItem, Item, LocalScene, LocalStory, QuoteItem } from './view/local.ts';
export { initialView, orders, quotePlaces, scales, type Order, type ScaleKind, type View } from './view/view.ts';
export { readUrl, writeUrl } from './view/url.ts';
export { select, type Selection } from './view/select.ts';
export { frames, type Frame } from './layout/frames.ts';
export { layoutTimeline } from './layout/timeline.ts';
export { layoutScene, type SceneLayout } from './layout/scene.ts';
export { layoutChart, type ChartFrame, type ChartLayout } from './layout/chart.ts';
export type { Label, Mark, TimelineLayout } from './layout/parts.ts';
export { pictureThemes, themeCss, themesOf, type SiteColours } from './layout/palettes.ts';
export { screen, type Theme } from './layout/theme.ts';
