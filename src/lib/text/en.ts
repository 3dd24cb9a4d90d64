import type { Plural } from './fill.ts';

/** The interface in English; its shape defines that of every language. fill.ts replaces `{name}`. */
const en = {
	languageName: 'English',
	product: 'Throughline',
	home: {
		title: 'Articles told along a line of time.',
		promise: 'Every claim can be traced.',
		lead: 'Dated, quoted articles, told as scrolling timelines whose every claim can be traced.',
		read: 'Read',
		readIn: 'Read in {language}',
		counts: '{counts}, {from}',
		fromOne: {
			article: 'from one article',
			book: 'from one book',
			dataset: 'from one data set',
			website: 'from one website',
			document: 'from one document'
		},
		inLanguage: '{from} in {language}',
		fromMany: { one: 'from {n} source', other: 'from {n} sources' },
		explore: { one: 'Explore {n} dated entry', other: 'Explore {n} dated entries' },
		licence: 'Licence: ',
		missing: {
			title: 'There is no page here.',
			lead: 'The address may be mistyped, or the story has moved.',
			stories: 'All stories'
		},
		offline: {
			title: 'This page is not kept for reading offline.',
			lead: 'The site cannot be reached. The stories that you read last on this device open without a connection:',
			again: 'Try again'
		},
		make: {
			title: 'Make one from your own article',
			lead: 'A story is a folder of plain text files: who acts, what happened when, who said what, and where the source says so. In a copy of this project, after npm install, two commands begin it:',
			begins: 'Writes the folder, with notes on what goes where.',
			shows: 'Shows the story and every change as you save it, or says what is to be corrected.'
		}
	},
	page: {
		skip: 'Skip to the story',
		skipTimeline: 'Skip the timeline',
		language: 'Language',
		place: '{n} of {total}',
		translated: 'translated',
		keys: 'Keys: J next scene, K previous scene',
		timeline: 'Timeline',
		timelineOf: 'Timeline: {window}',
		window: 'Time shown: {window}',
		windowAll: 'all of the story’s time',
		sceneEmpty: 'Nothing in this scene involves {actors}.',
		events: { one: '{n} event', other: '{n} events' },
		quotes: { one: '{n} quotation', other: '{n} quotations' },
		figures: { one: '{n} figure', other: '{n} figures' },
		sides: 'Sides',
		about: 'About this story',
		published: 'Story published {date}',
		view: 'View',
		jsNote:
			'This is the whole story as a plain page. With JavaScript the timeline follows the scroll and can be filtered and exported.'
	},
	notes: {
		title: 'Part of the link was ignored',
		actors: 'No actor “{value}” in this story.',
		order: 'No order “{value}”; there is told and time.',
		scale: 'No scale “{value}”; there is folded, true and even.',
		quotes: 'No place of quotations “{value}”; there is said and about.',
		theme: 'No theme “{value}”; there is auto, light and dark.',
		hash: 'No scene or card “{value}” in this story.',
		close: 'Close'
	},
	filter: {
		title: 'Actors',
		hint: 'Choose who to follow. A company takes in its people.',
		shown: '{shown} of {total} events shown',
		all: 'All {total} events',
		reset: 'Show all',
		active: '{shown} of {total} events: {actors}',
		skipped: {
			one: '{n} of {total} scenes has nothing of {actors}.',
			other: '{n} of {total} scenes have nothing of {actors}.'
		},
		open: 'Show what was left out',
		close: 'Done',
		named: 'Also named',
		uncounted: {
			one: '{n} actor cannot be followed here: the table has too many to count each one.',
			other: '{n} actors cannot be followed here: the table has too many to count each one.'
		}
	},
	quotes: { title: 'Quotations at', said: 'When said', about: 'What they speak of' },
	order: { title: 'Order', told: 'As told', time: 'By time' },
	scale: {
		toggle: 'True scale',
		showTrue: 'Show true scale',
		showFolded: 'Fold it again',
		isFolded: 'Folded: {gaps} left out.',
		isWorded: 'Time is as long as its words need.',
		isTrue: 'True scale.',
		isEven: 'One step for each date.',
		title: 'Scale',
		folded: 'Folded',
		true: 'True',
		even: 'Even',
		foldedHint:
			'Empty stretches are folded at a break that names their length; the stretches between breaks each have their own rate',
		trueHint: 'Every year is as long as every other',
		evenHint: 'One step for each date'
	},
	theme: { title: 'Theme', auto: 'As the device', light: 'Light', dark: 'Dark' },
	kind: { event: 'Event', quote: 'Quotation', figure: 'Figure' },
	quoteKind: {
		direct: 'Direct quotation',
		term: 'Quoted term',
		reported: 'Reported, in the source’s own words'
	},
	draft: 'Draft',
	card: {
		inferred: 'date inferred',
		stated: 'date stated',
		basisStated: 'The date is stated in the source.',
		basisInferred: 'The date is inferred: {from}',
		accordingTo: 'According to {source}.',
		translation: 'Our translation of the source’s {language}; not the speaker’s own words',
		original: 'In the source, in {language}',
		about: 'About',
		quotes: 'Quotations and figures',
		involved: 'Involved',
		show: 'Show on the timeline',
		row: 'What',
		value: 'Amount',
		group: 'When',
		note: 'Note',
		computed: 'computed',
		evidence: 'Evidence',
		translated:
			'As the source prints it, in {language}. The {own} is our translation of these words, not the speaker’s own words.',
		speaker: 'Speaker',
		context: 'Context',
		date: 'Date',
		disputed: 'Disputed',
		line: 'On the line',
		copy: 'Copy link',
		save: 'Save as image',
		previous: 'Previous',
		next: 'Next',
		close: 'Close'
	},
	claim: {
		accordingTo: {
			article: 'According to the article',
			book: 'According to the book',
			dataset: 'According to the data set',
			website: 'According to the website',
			document: 'According to the document'
		},
		sources: { one: '{n} source', other: '{n} sources' },
		disagree: 'sources disagree',
		disputes: '{source} says otherwise: {says}',
		excerpt: 'In the source’s words',
		checked: 'Checked by program on {date}: {n} names, dates, numbers and quoted words found in the source.',
		checkedOnly:
			'Checked by program on {date}: {n} names, dates, numbers and quoted words found in the source; sense not checked by a person.',
		open: { one: '{n} claim is not found in the source.', other: '{n} claims are not found in the source.' },
		reviewed: 'Checked by {by} on {date}: {why}',
		unchecked: 'Not checked against the source’s text.',
		corrected: 'Corrected {date}: {what} {why}',
		corrections: 'Corrections',
		claim: 'Claim',
		source: 'Source',
		check: 'Check',
		inSource: 'in the source',
		speaksOf: 'Speaks of {date}',
		said: 'Said {date}'
	},
	sources: {
		title: 'Sources',
		paragraph: 'paragraph {n}',
		paragraphs: 'paragraphs {n}',
		pages: 'pages {n}',
		published: 'Published {date}',
		accessed: 'Read {date}',
		archived: 'Archived copy',
		in: 'In {language}'
	},
	number: {
		exactly: '{n}',
		about: 'about {n}',
		over: 'over {n}',
		under: 'under {n}',
		nearly: 'nearly {n}',
		'down-to': 'down to {n}',
		usd: '${n}',
		percent: '{n}%'
	},
	chart: { unsaid: 'not said', part: '{label}, {amount}', counted: '{amount} {label}' },
	time: {
		bce: '{n} BCE',
		before: { one: '{n} earlier', other: '{n} earlier' },
		after: { one: '{n} later', other: '{n} later' },
		all: 'All time',
		more: '{n} more',
		moreShort: '+{n}',
		leftOut: 'left out'
	},
	key: {
		known: 'The month or year is known',
		within: 'Some time in this span',
		about: 'About: both ends uncertain',
		other: 'The other side it concerns',
		dots: '{n} more, not told here',
		fold: 'Time left out'
	},
	list: { separator: ', ', apposition: ', ', semicolon: '; ', colon: ': ', stop: '.' },
	data: {
		formats: {
			csv: 'CSV',
			json: 'JSON',
			timelinejs: 'TimelineJS',
			ics: 'iCalendar',
			jsonld: 'JSON-LD',
			md: 'Markdown'
		},
		uses: {
			csv: 'A table for a spreadsheet, a row for each event, quotation and figure',
			json: 'Everything shown, for programs',
			timelinejs: 'The events for TimelineJS',
			ics: 'The dates for a calendar',
			jsonld: 'The claims as linked data, in the words of schema.org',
			md: 'The story as a text document'
		},
		leftOut: '“{title}” ({date}) is left out: the format has no such date.',
		openEnd: '“{title}” ({date}) ends at the date that is known: the format has no open end.'
	},
	imported: {
		title: 'Imported timeline',
		dek: { one: '{n} event, {window}.', other: '{n} events, {window}.' },
		about: 'Its events, dates and words are those of the file {file}.',
		side: 'All',
		others: 'Others',
		nobody: 'Not named',
		place: 'Place: {place}',
		source: 'The file that this story was imported from.',
		said: 'A quotation of {speaker}.',
		inferred: 'The imported file marks the date as inferred and does not say from what.',
		among: { one: '{n} event, {window}:', other: '{n} events, {window}, among them:' }
	},
	line: {
		more: { one: '{n} more', other: '{n} more' },
		gap: { one: '{n} year without an event', other: '{n} years without an event' },
		ofYear: '{n} of the {total} events are of {year}',
		whole: 'The whole line',
		wholeNote: 'At true scale. One year is as long as any other.',
		wholeStory: 'The whole story at true scale',
		here: '{window}, this scene',
		goTo: '{heading} ({window})',
		oneOf: '{date}, {n} of {total}',
		previous: 'Previous event shown',
		next: 'Next event shown',
		touch: 'The line of time: touch a place, or move along it'
	},
	opening: {
		retold: {
			article: 'Retold from an article by {source}.',
			book: 'Retold from a book by {source}.',
			dataset: 'Told from a data set: {source}.',
			website: 'Told from a website: {source}.',
			document: 'Told from a document: {source}.'
		},
		retoldMany: { one: 'Told from {n} source.', other: 'Told from {n} sources.' },
		trace: 'Every claim can be traced',
		comma: ', ',
		/** Separator between sentences. */
		space: ' ',
		translated: {
			article: 'Translated from the article’s {language}.',
			book: 'Translated from the book’s {language}.',
			dataset: 'Translated from the {language} of the data.',
			website: 'Translated from the website’s {language}.',
			document: 'Translated from the document’s {language}.'
		},
		signs: {
			about: 'Soft ends: about.',
			known: 'Square ends: the date is known.',
			within: 'Hatched: some time within.',
			other: 'Rings: the other side it concerns.',
			dots: 'Small dots: other events of the story.',
			fold: 'Cut lines: time left out.'
		},
		scroll: 'Scroll: the line becomes the timeline',
		start: 'Start'
	},
	ending: {
		copy: 'Copy link',
		copied: 'The link is copied.',
		refused: 'The browser did not copy the link. Here it is, selected:',
		share: 'Share',
		picture: 'Save this picture',
		scene: 'Save this scene as an image',
		print: 'Print',
		more: 'Other sizes and formats',
		explore: { one: 'Explore the {n} event', other: 'Explore all {n} events' },
		evidence: 'The evidence for every sentence follows: {counts}'
	},
	part: {
		coming: '{part}: loading …',
		missing: '{part} did not load: the host cannot be reached. It loads by itself when the connection is back.',
		changed: '{part} did not load: the page seems to have changed since it was opened.',
		again: 'Try again',
		reload: 'Load the page again'
	},
	newer: { told: 'There is a newer version of this story.', show: 'Show it' },
	rest: {
		some: 'This part has {total} cards; this page and its pictures show {shown}.',
		all: 'See all {total}',
		range: 'Cards {from} to {to} of {total}',
		previous: 'Previous cards',
		next: 'Next cards'
	},
	share: { readStory: 'Read it in the story' },
	export: {
		open: 'Export',
		title: 'Export',
		what: 'Picture of',
		scene: 'This scene',
		shown: 'What is shown',
		whole: 'The whole story',
		size: 'Size',
		page: 'Page',
		slide: 'Slide 16:9',
		square: 'Square',
		phone: 'Phone',
		card: 'Link preview',
		poster: 'Poster A3',
		'poster-a2': 'Poster A2',
		leftOut: {
			one: '{n} of its {total} events, quotations and figures found no room here.',
			other: '{n} of its {total} events, quotations and figures found no room here.'
		},
		grey: 'Grey',
		ours: '(our translation: {words})',
		quote: 'A quotation',
		image: 'Image',
		data: 'Data',
		millimetres: '{width} × {height} mm',
		copyImage: 'Copy image',
		copyImageFailed: 'This browser cannot copy images; download it instead.',
		share: 'Share …',
		shareFailed: 'Sharing failed; copy the link instead.',
		losses: 'This format cannot hold everything:',
		link: 'Link',
		citation: 'Citation',
		cite: '',
		csl: 'Citation as CSL-JSON',
		embed: 'Embed code',
		frame: 'Embed code without a script',
		resolution: 'Resolution',
		theme: 'Colours',
		noCrowd: 'A link preview has no room for events that are counted together.',
		turned: 'Time runs across here: side by side the lanes have no room for counts.',
		countsCut: 'Not every count has room in this size.',
		preview: 'Preview',
		pixels: '{width} × {height} pixels',
		download: 'Download {format}',
		working: 'Drawing …',
		done: 'Saved {file}',
		failed: 'The image could not be made: {reason}',
		tooLarge: 'this browser cannot draw {width} × {height} pixels; choose a lower resolution',
		fontFailed: 'the font {file} could not be loaded; check the connection and try again',
		drawFailed: 'the browser could not draw it',
		partFailed: 'a part of the page could not be loaded; check the connection and try again',
		alt: 'Alternative text',
		copy: 'Copy',
		copied: 'Copied',
		copyFailed: 'Select the text and copy it with the keyboard.',
		close: 'Close',
		source: 'Source: {source}',
		altText: 'Timeline “{title}”, {window}, {scale}. {counts}. {items}',
		altItem: '{date}: {title}',
		altMore: { one: 'and {n} more', other: 'and {n} more' },
		legendCross: 'joins two sides',
		legendSoft: 'uncertain date'
	},
	explore: {
		title: 'Explore the timeline',
		open: 'Explore the timeline yourself',
		lead: 'The whole timeline in one window: move, zoom, search, filter.',
		back: 'Back to the story',
		search: 'Search',
		searchHint: 'Titles, texts, names',
		exportPart: '{n} of {total} events, the most important',
		exportSearch: 'Search: “{query}”',
		oneLanguage: 'Only the words of this language were searched; those of the others could not be loaded.',
		found: { one: '{n} match', other: '{n} matches' },
		inView: '{n} in view',
		allInView: 'all in view',
		noneInView: 'none in view',
		next: 'Next match (Enter)',
		previous: 'Previous match (Shift + Enter)',
		nearest: 'Show the nearest',
		show: 'Show',
		showHit: 'Show on the timeline: {title}',
		moreHits: { one: '{n} more match', other: '{n} more matches' },
		wheel: 'Click the timeline, or hold Ctrl, to zoom',
		axis: { title: 'Time runs', down: 'Down', across: 'Across' },
		order: { title: 'List', told: 'As told', time: 'By time' },
		lanes: { title: 'Lanes', side: 'By side', actor: 'By actor' },
		others: 'Others',
		zoomIn: 'Zoom in',
		zoomOut: 'Zoom out',
		all: 'All time',
		keys: 'Wheel: zooms once the timeline was clicked, or with Ctrl. Keys: arrows move; on a mark they go from mark to mark and Enter opens it; + and − zoom, 0 shows all.',
		overview: 'Time shown, of all time',
		from: 'Start',
		to: 'End',
		list: 'In this window',
		mostly: '{what}, mostly {actor}',
		openCluster: 'Zoom in on: {what}',
		read: 'Read it in the story',
		close: 'Close',
		nothing: 'Nothing here. Zoom out, or take back the filter or the search.',
		jsNote:
			'This is the whole timeline as a plain page. With JavaScript it can be moved, zoomed, searched and filtered.',
		badWindow: 'No window of time “{value}”; write two dates, as in from=2022-11-30&to=2025-11-06.',
		farWindow: 'Nothing of this timeline lies in {value}; all of its time is shown.',
		badLanes: 'No lanes “{value}”; there is side and actor.',
		badAxis: 'No axis “{value}”; there is down and across.',
		gap: { one: '{n} event, {from} – {to}', other: '{n} events, {from} – {to}' },
		coming: 'on the way',
		again: '{fault}; trying again',
		faults: {
			offline: 'no connection',
			unreachable: 'the host cannot be reached',
			slow: 'the host is slow to answer',
			missing: 'the host does not have them',
			broken: 'what came was damaged'
		},
		retry: 'Try now',
		more: { one: '{n} more event in the data', other: '{n} more events in the data' },
		elsewhere: 'Open its page',
		tableSearch: 'The search covers what the story tells, not the {n} events of its table.',
		searching: 'Searching the table’s {n} events …',
		searchFault: 'The table’s {n} events could not be searched: {fault}; trying again.',
		someOf: 'Of {total} events of the table with these words, the {n} most important are here.',
		someOfMany:
			'More events of the table have these words than are known by name; here are {n} of them. Rarer words find all.',
		wholeWords: 'In the table whole words of titles are looked for.',
		items: { one: 'The story has {n} entry', other: 'The story has {n} entries' },
		rows: { one: 'Its table has {n} event', other: 'Its table has {n} events' },
		itemsNote: '{rows}. The list has the {n} most important of them; this is how many there are when:',
		rowsNote:
			'{rows}. The list has the {n} most important of them, beside what the story tells; this is how many there are when:'
	}
};

/** A language may have fewer plural forms than English. */
type Loose<T> = T extends { one: string; other: string }
	? Plural
	: T extends string
		? string
		: { [K in keyof T]: Loose<T[K]> };
export type Strings = Loose<typeof en>;
export default en;
