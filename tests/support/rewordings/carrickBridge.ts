import type { Rewordings } from './rewordings.ts';

export const carrickBridge: Rewordings = {
	'events[ferries].title.en': [
		['carry over 174,000 people', 'take more than 174 000 people across'],
		['carry over 174,000 people', 'carry over 170,000 people'],
		['carry over 174,000 people', 'carry well over a hundred thousand people'],
		'174,000 and more cross the Orrin with Keel',
		'More than 174,000 people carried in a year'
	],
	'events[ferries].summary.en': [
		'For tuppence a head, Keel’s eleven boats carry passengers, coal and sheep; 85 men earn their living with him.',
		'In 1870 85 men and eleven boats took passengers, coal and sheep across the Orrin for two pence apiece.',
		[
			'take passengers, coal and sheep over the Orrin, at two pence each',
			'charge 2 pence for each of those they take over the Orrin'
		],
		['The company gives work to 85 men', 'Eighty-five men work for the company'],
		[
			'Josiah Keel’s eleven boats take passengers, coal and sheep over the Orrin, at two pence each',
			'Passengers, coal and sheep are taken over the Orrin by Josiah Keel’s 11 boats, each for two pence'
		],
		['The company gives work to 85 men', '85 men are employed by Keel & Sons'],
		['The company gives work to 85 men.', 'On its payroll are 85 men.'],
		'Two pence is what each pays on the eleven boats of Josiah Keel, whose company has 85 men.',
		['Josiah Keel’s eleven boats', 'The 11 boats owned by Keel & Sons'],
		['The company gives work to 85 men.', 'Founded by Keel and his brother, the firm employs eighty-five men.']
	],
	'events[letters].title.en': [
		'Ruth Abernathy has counted 312 complaints',
		'312 letters for Abernathy to count',
		'Three hundred and twelve letters on Abernathy’s desk'
	],
	'events[letters].summary.en': [
		'Fares more than doubled over fifteen years, to five pence, while pay in the shipyards slipped by almost 12%; 90 per cent of the letters blame the ferry.',
		['gone up from two pence to five', 'climbed from 2 to 5 pence'],
		['have dropped by nearly 12%', 'have fallen by almost 12 per cent'],
		['have dropped by nearly 12%', 'are down by close to 12%'],
		['Nine in ten of those', '90% of those'],
		[
			'Nine in ten of those who write to the Carrick Courier blame the ferry',
			'The ferry is blamed by nine out of ten of those who write to the Carrick Courier'
		],
		[
			'the fare has gone up from two pence to five, and wages in the yards have dropped by nearly 12%',
			'the yards’ wages have sunk by nearly 12%, while the fare has risen from two pence to five'
		],
		[
			'Nine in ten of those who write to the Carrick Courier blame the ferry',
			'Of every ten letter-writers to the Courier nine blame the ferry'
		],
		[
			'Over fifteen years the fare has gone up from two pence to five, and wages in the yards have dropped by nearly 12%.',
			'A rise in the fare from two pence to five over fifteen years goes with a drop in shipyard wages of nearly 12%.'
		],
		['wages in the yards have dropped by nearly 12%', 'shipyard wages are almost 12% lower'],
		[
			'Nine in ten of those who write to the Carrick Courier blame the ferry',
			'In nine letters out of ten to the Carrick Courier it is the ferry that gets the blame'
		]
	],
	'events[mayor].title.en': ['Carrick elects Tobias Grant its mayor', 'November 1885: Grant becomes mayor'],
	'events[mayor].summary.en': [
		'Instead of the £40,000 that he wanted, the new mayor got half, and a committee of seven. In Norway he heard of Eleanor Whitcombe.',
		['asks for £40,000', 'wants 40,000 pounds'],
		['is offered half of the sum', 'is offered 50% of it'],
		['He travels to Norway, to find a young engineer', 'In Norway he finds a young engineer'],
		[
			'The grain merchant Tobias Grant asks for £40,000 and is offered half of the sum.',
			'The grain merchant Tobias Grant asks for £40,000. Half of the sum is offered to him.'
		],
		[
			'asks for £40,000 and is offered half of the sum',
			'wants forty thousand pounds of the council, which offers one half of it'
		],
		[
			'He travels to Norway, to find a young engineer, Eleanor Whitcombe.',
			'He goes to Norway and comes upon Eleanor Whitcombe, a young engineer.'
		],
		[
			'The grain merchant Tobias Grant asks for £40,000 and is offered half of the sum.',
			'Grant, a grain merchant, is to have half of the £40,000 that he asks the council for.'
		]
	],
	'events[arrival].title.en': ['Arrival of Eleanor Whitcombe', 'On 3 May Whitcombe comes to Carrick'],
	'events[arrival].summary.en': [
		'Whitcombe was 29. She sank 46 boreholes in six weeks; 25 struck rock, and every one of the 25 lay on the eastern side. The western clay was nearly 60 feet deep.',
		['At 29 she drills 46 holes', 'Whitcombe, aged 29, bores forty-six holes'],
		['within six weeks', 'in 6 weeks'],
		['nearly 60 feet', 'almost sixty feet'],
		['nearly 60 feet', 'about 60 feet'],
		[
			'At 29 she drills 46 holes in the bed of the river within six weeks. At 25 of them',
			'Within six weeks 46 holes are drilled in the bed of the river by the engineer of 29; at 25 of them'
		],
		[
			'At 25 of them, all on the eastern side, she meets rock; in the west the clay goes down nearly 60 feet.',
			'Rock is found at twenty-five, none of them on the western side, where clay reaches down close to 60 feet.'
		],
		[
			'At 29 she drills 46 holes in the bed of the river within six weeks. At 25 of them, all on the eastern side, she meets rock',
			'Of the 46 holes that the twenty-nine-year-old bores in six weeks 25, all in the east, reach rock'
		],
		['in the west the clay goes down nearly 60 feet', 'the western side has no rock but clay, almost sixty feet deep'],
		['within six weeks', 'in less than two months'],
		['46 holes', 'nearly fifty holes'],
		['nearly 60 feet', 'just short of 60 feet']
	],
	'events[second-opinion].title.en': ['Northern Steel confirms her findings', 'Glasgow firm proves her right'],
	'events[second-opinion].summary.en': [
		'Muir’s reply came within a month: about 1,900 tons of iron in the west, 700 in the east, £86,500 in all, under a third of it wages.',
		['Alan Muir reckons with some 1,900 tons', 'Muir, its director, says that about 1,900 tons'],
		['Less than a third of the £86,500', 'Under one third of the 86,500 pounds'],
		['and with 700 for the eastern', 'while 700 tons are enough for the eastern'],
		[
			'Less than a third of the £86,500 is to go on wages. Once his letter has been read out the council gives in.',
			'Wages are to take less than a third of the £86,500, and the council gives in once his letter has been read out.'
		],
		[
			'Alan Muir reckons with some 1,900 tons of iron for the western pier, and with 700 for the eastern.',
			'The western pier will need roughly 1,900 tons of iron, the eastern just 700, Alan Muir answers.'
		],
		[
			'Alan Muir reckons with some 1,900 tons of iron for the western pier, and with 700 for the eastern.',
			'For the eastern pier 700 tons of iron will do, Muir writes; for the western it takes about 1,900.'
		],
		['Less than a third of the £86,500 is to go on wages.', 'Of a cost of £86,500 wages are to make up under a third.'],
		['Less than a third of the £86,500 is to go on wages.', 'Wages will take no more than a third of the £86,500.'],
		[
			'Once his letter has been read out the council gives in.',
			'His letter is read aloud on 14 September, and the council gives way.'
		]
	],
	'events[company].title.en': ['Bridge company founded by Grant', 'A bridge company is set up in February 1888'],
	'events[company].summary.en': [
		[
			'It sells 8,000 shares at £5, not the 12,000',
			'Eight thousand shares are sold at £5 apiece instead of the 12,000'
		],
		[
			'A bank in Bergen adds £20,000, and Canadian shipowners £30,000',
			'From shipowners in Canada come £30,000, from a bank in Bergen £20,000'
		],
		[
			'A bank in Bergen adds £20,000, and Canadian shipowners £30,000',
			'A Bergen bank lends £20,000; Canadians add £30,000'
		],
		[
			'A bank in Bergen adds £20,000, and Canadian shipowners £30,000',
			'£20,000 is lent by a bank in Bergen. Shipowners in Canada lend £30,000'
		],
		[
			'It sells 8,000 shares at £5, not the 12,000 he had hoped for',
			'He had hoped to sell 12,000 shares; 8,000 are sold, at five pounds each'
		],
		[
			'It sells 8,000 shares at £5, not the 12,000 he had hoped for.',
			'Only 8,000 of the 12,000 shares that he had hoped to sell find a buyer, at £5 each.'
		],
		[
			'It sells 8,000 shares at £5, not the 12,000 he had hoped for.',
			'At five pounds each, 8,000 shares are sold, well short of the 12,000 that Grant had hoped for.'
		],
		[
			'A bank in Bergen adds £20,000, and Canadian shipowners £30,000.',
			'Foreign money follows: £30,000 from shipowners in Canada and £20,000 from Bergen.'
		],
		[
			'A bank in Bergen adds £20,000, and Canadian shipowners £30,000.',
			'The rest comes from abroad, £20,000 of it from a Bergen bank and £30,000 from Canada.'
		],
		['It sells 8,000 shares at £5', 'Eight thousand of its shares go for £5 each']
	],
	'events[work].title.en': ['240 men begin', 'Two hundred and forty men start work', 'Start of work, with 240 men'],
	'events[work].summary.en': [
		'With the day in the caisson down to six hours from ten, output was a fifth lower, but nobody else was killed.',
		'The number of men grew from 240 in the first year to more than 400 in the second. Four died.',
		['A year later more than 400 are at work', 'In the second year over 400 work there'],
		['from ten hours to six', 'from 10 to 6 hours'],
		['from ten hours to six', 'to six hours, down from ten'],
		['Output falls by a fifth', 'Output drops by 20%'],
		['Output falls by a fifth', 'A fifth less gets done'],
		['A year later more than 400 are at work', 'More than four hundred are at work a year later'],
		[
			'After four have died in the western caisson, Whitcombe shortens',
			'Four have died in the western caisson. Whitcombe then shortens'
		],
		['A year later more than 400 are at work.', 'In the second year the workforce exceeds 400.'],
		['A year later more than 400 are at work.', 'The next year the number is above 400.'],
		[
			'After four have died in the western caisson, Whitcombe shortens the day there from ten hours to six. Output falls by a fifth.',
			'Four deaths in the western caisson lead Whitcombe to cut the working day there from ten hours to six, which costs a fifth of the output.'
		],
		['Output falls by a fifth.', 'A day yields 20 per cent less than before.'],
		[
			'Whitcombe shortens the day there from ten hours to six',
			'the day there is six hours long instead of ten, as Whitcombe wants'
		],
		['After four have died in the western caisson', 'When four men have lost their lives in the western caisson']
	],
	'events[opening].title.en': ['Opening of the bridge on 21 June 1892'],
	'events[opening].summary.en': [
		'Muir’s estimate was exceeded by some 12%: the bridge cost £97,300. It was also fifteen months late.',
		['It comes fifteen months late and costs £97,300', 'It costs £97,300 and is 15 months late'],
		['about 12% above what Muir had expected', 'roughly 12 per cent more than Muir had reckoned with'],
		['It comes fifteen months late and costs £97,300', 'Fifteen months late, it has cost some £97,000'],
		['Tobias Grant is the first to walk across', 'The first to walk across is Grant'],
		[
			'It comes fifteen months late and costs £97,300, about 12% above what Muir had expected.',
			'At £97,300, it has cost some 12% more than Muir’s reckoning, and it is a year and a quarter late.'
		],
		['Tobias Grant is the first to walk across.', 'No one walks across before Grant, the former mayor.'],
		['That evening Keel’s ferries make their last run.', 'For Keel’s ferries the evening of 21 June is the last.'],
		[
			'costs £97,300, about 12% above what Muir had expected',
			'costs nearly £100,000, an overrun of about 12% on Muir’s estimate'
		]
	],
	'events[first-year].title.en': [
		'1,300,000 people cross in a year',
		'1.3m people cross in the first full year',
		'More than a million people cross in the first full year'
	],
	'events[first-year].summary.en': [
		'Six in ten, or roughly that, were on foot. Two in three paid the penny toll. Rents: plus 18% in the west, minus 4% in the east.',
		['Around 60% of them walk', 'About six in ten of them go on foot'],
		['go up by 18%, in the east they go down by 4%', 'rise by 18 per cent; in the east they fall by 4'],
		['Around 60% of them walk', 'Some sixty per cent of them walk'],
		['Around 60% of them walk.', 'Roughly three in five of them walk.'],
		['Around 60% of them walk.', 'About three fifths of them go on foot.'],
		[
			'Rents in the west of the town go up by 18%, in the east they go down by 4%.',
			'House rents climb by 18% on the western side and slip by 4% on the eastern.'
		],
		[
			'Rents in the west of the town go up by 18%, in the east they go down by 4%.',
			'A fall of 4% in rents on the eastern side stands against a rise of 18% on the western.'
		],
		[
			'Rents in the west of the town go up by 18%, in the east they go down by 4%.',
			'In the east of the town rents are 4% lower within two years, in the west 18% higher.'
		]
	],
	'events[storm].title.en': ['Storm moves the western pier three inches'],
	'events[storm].summary.en': [
		'In eleven weeks, and for £6,200, the pier that the storm had shifted by three inches was repaired at the company’s expense.',
		['A storm shifts it by three inches', 'The pier is moved 3 inches by a storm'],
		['The repair takes eleven weeks', 'Repairs last 11 weeks'],
		['the company pays the £6,200', 'its £6,200 are paid by the company'],
		[
			'The repair takes eleven weeks, and the company pays the £6,200',
			'Its repair, which costs the company £6,200, lasts eleven weeks'
		],
		[
			'The repair takes eleven weeks, and the company pays the £6,200.',
			'Eleven weeks and £6,200 are needed for the repair; the company, not the council, foots the bill.'
		],
		[
			'Whitcombe, who lives in Canada now, finds that dredging has undermined the clay.',
			'The clay, Whitcombe finds on a visit from Canada, has been undermined by dredging.'
		],
		['A storm shifts it by three inches.', 'It is three inches out of place after the storm of 9 October.'],
		[
			'The repair takes eleven weeks, and the company pays the £6,200.',
			'It costs the bridge company £6,200 to have it repaired, and the work goes on for 11 weeks.'
		]
	],
	'events[speech].title.en': ['The last speech of Tobias Grant'],
	'events[speech].summary.en': [
		'Grant’s audience numbers 900, with thousands outside the hall.',
		['The hall has room for 900, and thousands wait outside', 'Thousands stand outside a hall for nine hundred'],
		['the whole of its third page', 'all of page three, the third'],
		[
			'The hall has room for 900, and thousands wait outside.',
			'Nine hundred people are in the hall; outside there are thousands.'
		],
		[
			'The Courier, edited by Abernathy, gives him the whole of its third page.',
			'Abernathy, now the Courier’s editor, gives it page three, all of it.'
		]
	],
	'events[death].title.en': ['Death of Eleanor Whitcombe in Halifax'],
	'events[death].summary.en': [
		'Not yet fifty, Whitcombe died in Halifax in April 1907.',
		['She is 49.', 'She dies at the age of forty-nine.'],
		['She is 49.', 'She lived to the age of forty-nine.'],
		[
			'The plate that the town puts up for her in 1931 has the wrong year.',
			'In 1931 a bronze plate goes up with a wrong year for her arrival, 1888.'
		]
	],
	'events[free].title.en': ['No more tolls from 1908 on'],
	'events[free].summary.en': [
		'In 1908 traffic doubled to 4.2 million crossings. Carrick had 31% of the county’s trade, Millport 14%.',
		[
			'Crossings double within the year, from 2.1 to 4.2 million',
			'Within a year crossings grow from 2,100,000 to 4,200,000'
		],
		['rises by nine percentage points, to 31%', 'gains 9 percentage points and reaches 31 per cent'],
		['rises by nine percentage points, to 31%', 'grows from 22% to 31%'],
		[
			'rises by nine percentage points, to 31%, and that of Millport falls to 14%',
			'is up by nine percentage points, at 31%; Millport’s is down to 14%'
		],
		[
			'Crossings double within the year, from 2.1 to 4.2 million.',
			'There are twice as many crossings that year: 4.2 million instead of 2.1 million.'
		],
		[
			'Carrick’s share of the county’s trade rises by nine percentage points, to 31%, and that of Millport falls to 14%.',
			'Millport is left with 14% of the county’s trade; Carrick, nine percentage points up, has 31%.'
		],
		[
			'Carrick’s share of the county’s trade rises by nine percentage points, to 31%, and that of Millport falls to 14%.',
			'Carrick now has 31% of the county’s trade, up from 22%, and Millport no more than 14%.'
		]
	],
	'quotes[committee].context.en': ['Grant, on the committee of 7 that the council gives him.'],
	'quotes[late].context.en': ['Said by Whitcombe when the inquest looked into the four deaths.'],
	'quotes[outlast].context.en': ['Muir, asked whether the bridge will last the century.'],
	'quotes[idea].context.en': ['Grant says that he has only ever had one good idea.'],
	'figures[rents].summary.en': ['They fell east of the river and rose west of it.'],
	'figures[trade].summary.en': [
		'Carrick’s climbed to 31 per cent, Millport’s slipped to 14.',
		'While the town’s grew to 31%, that of Millport shrank to 14%.'
	],
	'scenes[ferry].prose.en': [
		['Fifteen](= 1885 - 1870) years on', '15](= 1885 - 1870) years on'],
		[
			'312 letters](#event-letters) have reached the Carrick Courier',
			'More than 300 letters](#event-letters) have been sent to the Carrick Courier'
		],
		['a crossing takes twenty minutes', 'the crossing is one of 20 minutes'],
		[
			'In 1870 [his ferries](#event-ferries) carry more than 174,000 people; a crossing takes twenty minutes.',
			'The passage takes twenty minutes, and over 174,000 people make it with [his ferries](#event-ferries) in 1870.'
		],
		['the fare has more than doubled', 'the fare is more than twice what it was'],
		['Whoever wants to cross the Orrin pays Josiah Keel.', 'Nobody crosses the Orrin without paying Keel.']
	],
	'scenes[plan].prose.en': [
		['agrees.', 'agrees with her. Tobias Grant had never doubted it.'],
		[
			'In November 1885 [a new mayor](#event-mayor), Tobias Grant, wants £40,000 and gets a committee',
			'[A new mayor](#event-mayor), Grant, asks in November 1885 for forty thousand pounds and gets a committee'
		],
		[
			'She is 29, bores 46 holes, and says that stone would sink.',
			'The engineer, twenty-nine years old, bores forty-six holes. Stone, she says, would sink.'
		],
		[
			'In November 1885 [a new mayor](#event-mayor), Tobias Grant, wants £40,000 and gets a committee:',
			'[Tobias Grant](#event-mayor), mayor since November 1885, is offered half of the £40,000 that he wants, and a committee of seven:'
		]
	],
	'scenes[building].prose.en': [
		['On 21 June 1892 [the bridge opens]', 'On June 21, 1892 [the bridge opens]'],
		[
			'In March 1889 [work begins](#event-work); in the second year over 400 men are on it. Four die.',
			'[Work begins](#event-work) in March 1889. Over 400 men are on it in the second year, and four die.'
		],
		['[£20,000](#figure-money) comes from Bergen.', 'From Bergen comes [£20,000](#figure-money), from Canada £30,000.'],
		[
			'On 21 June 1892 [the bridge opens](#event-opening), fifteen months late.',
			'Fifteen months late, [the bridge is opened](#event-opening) on the 21st of June 1892.'
		],
		['Four die.', 'There are four deaths.']
	],
	'scenes[after].prose.en': [
		['Muir, asked in 1912,', 'Alan Muir, who was asked in 1912,'],
		['on 2 March 1903:', 'on March 2nd, 1903:'],
		[
			'and traffic grows from 2.1 million crossings to 4.2 million',
			'and traffic doubles from 2.1 million crossings to 4.2 million'
		],
		[
			'In October 1899 [a storm](#event-storm) moves the western pier by three inches.',
			'The western pier is three inches off after [a storm](#event-storm) in the autumn of 1899.'
		],
		['[Whitcombe](#event-death) dies in April 1907.', 'In the spring of 1907 [Whitcombe](#event-death) dies, aged 49.'],
		[
			'Grant makes [his last speech](#event-speech) on 2 March 1903:',
			'It is on 2 March 1903 that Grant makes [his last speech](#event-speech):'
		],
		[
			'[1.3 million people](#event-first-year) cross in the first full year',
			'The first full year sees [1.3 million people](#event-first-year) cross'
		]
	],
	'actors[keel-and-sons].role.en': ['Ferry company with 11 boats and 85 men'],
	'actors[tobias-grant].role.en': ['Mayor from November 1885, a grain merchant by trade'],
	'actors[bridge-company].role.en': ['Company founded by Grant in February 1888; it sold 8,000 shares at £5'],
	'story[carrick-bridge].dek.en': [['In 1892 Eleanor Whitcombe’s iron bridge', 'Whitcombe’s bridge of iron, in 1892,']]
};
