import type { Rewordings } from './rewordings.ts';

export const siliconValley: Rewordings = {
	'events[satellite-1972].summary.en': [
		[
			'Weeks ahead of President Nixon’s trip to Beijing, the United States places a new satellite over the Pacific',
			'A few weeks before Nixon, the American president, goes to Beijing in 1972, the US places a new satellite over the Pacific'
		]
	],
	'events[satellite-1972].summary.zh-Hans': [['尼克松总统动身去北京之前', '在尼克松访问北京的几个星期以前']],
	'events[cable].title.en': ['Six channels only: China’s largest link abroad'],
	'events[cable].title.zh-Hans': ['中国最大国际线路只有六个通道'],
	'events[cable].summary.en': [
		[
			'a cable of six channels between Harbin and Pyongyang',
			'a cable between Harbin and Pyongyang, which has 6 channels'
		],
		'Installed under Japanese occupation, a six-channel cable from Harbin to Pyongyang is all that China has.'
	],
	'events[cable].summary.zh-Hans': [['一条只有6个通道的电缆', '一条仅有六个通道的电缆']],
	'events[ground-stations].title.en': ['Four ground stations imported by China'],
	'events[ground-stations].summary.en': [
		['four satellite ground stations', '4 satellite ground stations'],
		['China imports four satellite ground stations', 'four satellite ground stations are imported by China'],
		[
			'As relations with the United States warm, China imports four satellite ground stations.',
			'China buys four satellite ground stations abroad while its relations with America are warm.'
		]
	],
	'events[ground-stations].summary.zh-Hans': [['中国从国外购入4个卫星地面站', '四个卫星地面站由中国从国外购入']],
	'events[circuits-1977].title.en': ['Forty-six satellite circuits to link China with America'],
	'events[circuits-1977].title.zh-Hans': ['46条卫星电路即将联通中美'],
	'events[circuits-1977].summary.en': [
		'Of over 200 satellite circuits 25 are meant for Japan and 46 for the United States.',
		['more than 200 satellite circuits', 'over 200 satellite circuits'],
		[
			'Nearly a quarter of them, 46, lead to the United States, and an eighth, 25, to Japan',
			'46 of them, nearly a quarter, go to America, 25 or an eighth to Japan'
		],
		[
			'China is about to open more than 200 satellite circuits.',
			'More than two hundred satellite circuits are about to be opened in China.'
		],
		[
			'Nearly a quarter of them, 46, lead to the United States, and an eighth, 25, to Japan.',
			'One in eight, 25, leads to Japan, and nearly a quarter, 46, to the US.'
		],
		[
			'Nearly a quarter of them, 46, lead to the United States, and an eighth, 25, to Japan.',
			'The United States gets 46 of them, just under a quarter, Japan 25, an eighth.'
		]
	],
	'events[circuits-1977].summary.zh-Hans': [
		'200多条卫星电路即将开通，其中近四分之一即46条通往美国，八分之一即25条通往日本。',
		['200多条卫星电路', '超过200条卫星电路'],
		[
			'通往美国的46条，接近总数的四分之一；通往日本的25条，占八分之一',
			'46条通往美国，接近总数的四分之一，25条通往日本，占八分之一'
		],
		[
			'通往美国的46条，接近总数的四分之一；通往日本的25条，占八分之一',
			'其中四十六条通美国，近四分之一；二十五条通日本，八分之一'
		],
		['中国有200多条卫星电路即将启用', '即将启用的卫星电路超过二百条']
	],
	'events[chatgpt].title.en': ['ChatGPT is released by OpenAI'],
	'events[chatgpt].summary.en': [['OpenAI releases its chatbot.', 'On 30 November OpenAI’s chatbot is released.']],
	'events[chatgpt].summary.zh-Hans': [['OpenAI推出聊天机器人。', '11月30日，OpenAI的聊天机器人发布。']],
	'events[downloads-2024].title.en': ['Qwen trails far behind Llama in downloads'],
	'events[downloads-2024].title.zh-Hans': ['Qwen下载量远不及Llama'],
	'events[downloads-2024].summary.en': [
		'Meta’s Llama has 10.6 million downloads on Hugging Face, as against half a million for Alibaba’s Qwen.',
		['stands at 10.6 million downloads', 'stands at 10,600,000 downloads'],
		['at half a million', 'at 500,000'],
		'Alibaba’s Qwen has been downloaded half a million times from Hugging Face, Meta’s Llama 10.6 million times.',
		'With 10.6 million downloads on Hugging Face, Meta’s Llama is far ahead of Alibaba’s Qwen, which has only 500,000.'
	],
	'events[downloads-2024].summary.zh-Hans': [
		['1060万次', '1,060万次'],
		['Meta的Llama已被下载1060万次，阿里巴巴的Qwen为50万次', '阿里巴巴的Qwen已被下载50万次，Meta的Llama为1060万次'],
		'阿里巴巴的Qwen此时只有五十万次下载，Meta的Llama有1060万次。',
		'Meta的Llama下载量超过1000万次，阿里巴巴的Qwen只有50万次。'
	],
	'events[visa-entries].title.en': [
		['17.4 million visa-free entries', 'Over 17 million visa-free entries'],
		'China counts 17.4m visa-free entries'
	],
	'events[visa-entries].title.zh-Hans': ['免签入境超过1700万人次'],
	'events[visa-entries].summary.en': [
		'Of all entries of foreigners close to 60%, 17.446 million, need no visa.',
		['17.446 million times', '17,446,000 times'],
		['nearly 60% of all their entries', 'almost 60 per cent of all their entries'],
		[
			'Between January and November foreigners enter China visa-free 17.446 million times, nearly 60% of all their entries',
			'17.446 million entries of foreigners into China from January to November, almost 60% of all, are visa-free'
		],
		['nearly 60% of all their entries', 'not quite three fifths of all their entries'],
		['nearly 60% of all their entries', 'close to 60 per cent of the total']
	],
	'events[visa-entries].summary.zh-Hans': [
		'前11个月免签入境的外国人达1744.6万人次，占全部外国人入境的近60%。',
		['将近六成', '近60%'],
		['在全部外国人入境中将近六成', '接近全部外国人入境的60%'],
		['1月至11月，外国人免签进入中国1744.6万人次', '从1月到11月，免签进入中国的外国人有1744.6万人次'],
		['1744.6万人次，在全部外国人入境中将近六成', '约1745万人次，占外国人入境总数的近六成']
	],
	'events[visa-policy].title.en': ['240 hours in China without a visa for travellers in transit'],
	'events[visa-policy].title.zh-Hans': ['240小时内过境免签'],
	'events[visa-policy].summary.en': [
		[
			'China begins to let travellers in transit stay for 240 hours without a visa',
			'Travellers in transit may now stay in China for 240 hours without a visa'
		],
		[
			'China begins to let travellers in transit stay for 240 hours without a visa.',
			'Since the end of 2024 travellers in transit have had 240 hours in China without a visa.'
		],
		['stay for 240 hours without a visa', 'stay for 240 hours, or ten days, without a visa']
	],
	'events[visa-policy].summary.zh-Hans': [
		['过境旅客免签停留240小时', '过境旅客停留240小时，无须签证'],
		['中国开始允许过境旅客免签停留240小时。', '过境旅客在中国可免签停留二百四十小时。']
	],
	'events[deepseek].summary.en': [
		['The Chinese company DeepSeek brings out its AI application', 'China’s DeepSeek brings out its AI application']
	],
	'events[altman-letter].title.en': ['Ban Chinese AI, Altman urges Washington'],
	'events[altman-letter].summary.en': [
		[
			'Sam Altman of OpenAI writes to the White House Office of Science and Technology Policy and asks for Chinese AI to be banned.',
			'Chinese AI should be banned, OpenAI’s chief executive Sam Altman writes to the White House Office of Science and Technology Policy.'
		]
	],
	'events[altman-letter].summary.zh-Hans': [
		['OpenAI的山姆·奥特曼致函美国科学技术政策办公室', 'OpenAI首席执行官奥特曼写信给美国科学技术政策办公室']
	],
	'events[huang-may].title.en': ['No open model better than Qwen, says Huang'],
	'events[huang-may].title.zh-Hans': ['黄仁勋称通义千问为最好的开源模型'],
	'events[huang-may].summary.en': [
		['Jensen Huang', 'Huang, of Nvidia,'],
		[
			'On an earnings call, Nvidia’s chief executive Jensen Huang names Alibaba’s Qwen as the best',
			'Alibaba’s Qwen is named by Nvidia’s chief executive Huang, on an earnings call, as the best'
		],
		'Huang, Nvidia’s chief, calls Alibaba’s Qwen the best of the large open-source models on an earnings call.'
	],
	'events[dorsey].summary.en': ['Twitter’s founder Dorsey gives Alibaba’s Qwen3-Coder a thumbs up in a post.'],
	'events[musk-wan].summary.en': [
		[
			'Elon Musk sees pictures made by Alibaba’s Wan2.2 and says',
			'Musk has been shown pictures made by Alibaba’s Wan2.2. He says'
		]
	],
	'events[oppo].summary.en': [
		[
			'At its developer conference in Shenzhen the phone maker OPPO sets out',
			'In Shenzhen, at its developer conference of 15 October, OPPO sets out'
		]
	],
	'events[oppo].summary.zh-Hans': [
		['手机厂商OPPO在深圳的开发者大会上公布AI布局', '10月15日，OPPO在深圳举行的开发者大会上公布AI布局']
	],
	'events[downloads-2025].title.en': ['Qwen overtakes Llama'],
	'events[downloads-2025].summary.en': [
		'Qwen now leads with 385.3 million cumulative downloads on Hugging Face, ahead of Llama’s 346.2 million.',
		['reach 385.3 million, Llama’s 346.2 million', 'stand at 385.3 million, those of Llama at 346.2 million'],
		[
			'Qwen’s cumulative downloads on Hugging Face reach 385.3 million, Llama’s 346.2 million.',
			'Llama, with 346.2 million cumulative downloads on Hugging Face, has been overtaken by Qwen, with 385.3 million.'
		],
		[
			'Qwen’s cumulative downloads on Hugging Face reach 385.3 million, Llama’s 346.2 million.',
			'Qwen has been downloaded more than 385 million times from Hugging Face, Llama some 346 million times.'
		],
		[
			'China’s open models as a group have passed America’s, too.',
			'America’s open models, taken together, are behind China’s as well.'
		]
	],
	'events[downloads-2025].summary.zh-Hans': [
		'按累计下载量，Qwen（3.853亿次）已超过Llama（3.462亿次）。',
		['达到3.853亿次', '为38530万次'],
		['Qwen达到3.853亿次，Llama为3.462亿次', 'Llama为3.462亿次，Qwen达到3.853亿次'],
		['Qwen达到3.853亿次，Llama为3.462亿次', 'Qwen以3.853亿次领先Llama的3.462亿次'],
		['Qwen达到3.853亿次，Llama为3.462亿次', 'Llama有3.46亿次，Qwen有3.85亿次']
	],
	'events[derivatives].title.en': ['Qwen behind more than two in five new models'],
	'events[derivatives].title.zh-Hans': ['新模型四成以上出自Qwen'],
	'events[derivatives].summary.en': [
		'Qwen accounts for more than 40% of the new language models on Hugging Face, Meta for just 15%.',
		['More than 40%', 'Over 40 per cent'],
		['has shrunk to 15%', 'is down to 15%'],
		[
			'More than 40% of the new language models on Hugging Face are derived from Qwen',
			'Of the new language models on Hugging Face over 40% derive from Qwen'
		],
		'While over two fifths of the new language models on Hugging Face derive from Qwen, Meta’s share is no more than 15%.',
		['Meta’s share has shrunk to 15%.', 'Meta has seen its share drop to 15 per cent.']
	],
	'events[derivatives].summary.zh-Hans': [
		['有四成多衍生自Qwen，Meta一方则缩减到15%', '衍生自Qwen的超过40%，Meta的份额跌至一成半']
	],
	'events[kimi].title.en': ['Kimi K2 Thinking released by Moonshot AI'],
	'events[kimi].summary.en': [
		[
			'Moonshot AI releases an open-source reasoning model',
			'An open-source reasoning model is released by Moonshot AI'
		],
		'The open-source reasoning model that Moonshot AI releases on 6 November comes first in the world in the ranking of Artificial Analysis, ahead of Sonnet 4.5, Grok 4 and GPT-5.'
	],
	'events[kimi].summary.zh-Hans': [
		['月之暗面发布一款开源思考模型。', '11月6日，月之暗面推出了一款开源的思考模型。'],
		[
			'给它的综合名次是全球第一，排在GPT-5、Grok 4和Sonnet 4.5之前',
			'在综合排名中把它列为世界第一，GPT-5、Grok 4、Sonnet 4.5都在它之后'
		]
	],
	'events[chamath].summary.en': [
		'A company that the investor Chamath Palihapitiya works with now runs its computing on Moonshot AI’s Kimi K2, he tells David Sacks on the All-In podcast.'
	],
	'events[airbnb].summary.en': [
		['Brian Chesky, chief executive of Airbnb,', 'Chesky of Airbnb'],
		'Alibaba’s Qwen is what Airbnb’s travel app uses, its chief executive Brian Chesky says.'
	],
	'events[cognition].summary.en': [
		'The Z.ai used by Cognition AI is a model of China’s Zhipu, which has confirmed it on social media.'
	],
	'events[huang-race].summary.en': [
		['Jensen Huang', 'Huang, of Nvidia,'],
		['Jensen Huang says that China will win the race in AI.', 'The AI race will be won by China, says Nvidia’s Huang.']
	],
	'events[musk-agi].title.en': ['Ten per cent: Musk on Grok 5’s chance of AGI'],
	'events[musk-agi].title.zh-Hans': [['一成机会', '10%的机会']],
	'events[musk-agi].summary.en': [
		'Musk puts the probability that Grok 5 reaches artificial general intelligence at 10 per cent.',
		['a one-in-ten chance', 'a chance of 10%'],
		['a one-in-ten chance of reaching', 'one chance in ten of reaching']
	],
	'events[musk-agi].summary.zh-Hans': [
		['一成机会', '10%的机会'],
		['马斯克认为Grok 5有一成机会达到通用人工智能', '马斯克认为Grok 5实现通用人工智能的概率有十分之一']
	],
	'events[schmidt].summary.en': [
		[
			'Eric Schmidt, a former chairman of Google, urges Silicon Valley',
			'Google’s former chairman Schmidt urges Silicon Valley'
		]
	],
	'figures[downloads].summary.en': [
		['at half a million', 'at 500,000'],
		[
			'In early 2024 Llama stood at 10.6 million and Qwen at half a million',
			'At the beginning of 2024 Qwen stood at 0.5 million and Llama at 10.6 million'
		],
		[
			'by October 2025 the cumulative counts were 385.3 million for Qwen and 346.2 million for Llama',
			'as of October 2025 Qwen had 385,300,000 and Llama 346,200,000'
		]
	],
	'figures[downloads].summary.zh-Hans': [
		['1060万次', '1,060万次'],
		['2024年初，前者为1060万次，后者为50万次', '2024年年初，前者为1,060万次，后者仅50万次']
	],
	'figures[derivatives].summary.zh-Hans': [['占四成以上，Meta则降到15%', '超过四成，Meta则只剩百分之十五']],
	'figures[cost].summary.en': [
		[
			'China’s large models cost less than a third of comparable American ones',
			'comparable American models cost more than three times as much as China’s large ones'
		]
	],
	'figures[cost].summary.zh-Hans': [['成本却不到三分之一', '成本却低于三分之一']],
	'figures[training].summary.en': [
		'At $4.6 million, training Kimi K2 Thinking took about a hundredth of the sum that OpenAI or xAI spend on a leading closed model.',
		[
			'cost $4.6 million, the article says, about 1% of what',
			'cost 4.6 million dollars, the article says, roughly one hundredth of what'
		]
	],
	'figures[training].summary.zh-Hans': [
		'Kimi K2 Thinking的训练费用是460万美元，OpenAI或xAI同类模型的约百分之一。',
		[
			'用了460万美元，相当于OpenAI或xAI一款顶级闭源模型的1%左右',
			'只花了460万美元，约为OpenAI或xAI一款顶级闭源模型的百分之一'
		]
	],
	'figures[circuits].summary.en': [
		['more than 200 satellite circuits', 'over 200 satellite circuits'],
		[
			'Of the more than 200 satellite circuits about to open at the end of 1977, 46 led to the United States and 25 to Japan.',
			'In the closing weeks of 1977 over 200 satellite circuits were about to open: 25 to Japan, 46 to the United States.'
		]
	],
	'figures[circuits].summary.zh-Hans': [
		[
			'1977年底即将开通的卫星电路有200多条，通往美国46条，通往日本25条。',
			'1977年末，200多条卫星电路即将开通，通往日本的25条，通往美国的46条。'
		]
	],
	'figures[visa].summary.en': [
		['17.446 million times', '17,446,000 times'],
		[
			'From January to November 2024 foreigners entered China without a visa 17.446 million times',
			'In 2024, from January to November, there were 17.446 million visa-free entries of foreigners into China'
		]
	],
	'figures[visa].summary.zh-Hans': [
		['将近六成', '近60%'],
		['在全部外国人入境中将近六成', '接近全部外国人入境的60%'],
		['2024年1月到11月', '2024年前11个月']
	],
	'figures[valuations].summary.en': [
		'Both Cursor and Cognition AI are valued at around US$10 billion.',
		'Cursor and Cognition AI are each worth some ten billion dollars by the article’s account.'
	],
	'figures[valuations].summary.zh-Hans': [
		['Cursor与Cognition AI各为100亿美元左右', 'Cursor约100亿美元，Cognition AI也是约一百亿美元']
	],
	'scenes[downloads].prose.en': [
		[
			'had been downloaded about twenty times as often as Alibaba’s Qwen',
			'had about 20 times the downloads of Alibaba’s Qwen'
		]
	],
	'scenes[downloads].prose.zh-Hans': [
		[
			'[四成以上](#event-derivatives)衍生自Qwen，Meta的份额退到15%',
			'衍生自Qwen的有[40%以上](#event-derivatives)，Meta只占15%'
		]
	],
	'scenes[praise].prose.en': [
		['Jensen Huang', 'Huang, of Nvidia,'],
		[
			'some China’s 996: nine to nine, six days a week',
			'some China’s 996: from nine in the morning to nine at night on six days a week'
		],
		['let in [for 240 hours without a visa]', 'who may stay [for 240 hours without a visa]']
	],
	'scenes[kimi].prose.en': [
		[
			'Beyond 100 million monthly users or $20 million in monthly revenue, a product must [show the name](#figure-licence).',
			'A product must [show the name](#figure-licence) once it has over 100,000,000 monthly users or more than 20 million dollars of monthly revenue.'
		],
		[
			'On 6 November 2025 Moonshot AI releases [Kimi K2 Thinking](#event-kimi)',
			'On November 6 Moonshot AI’s [Kimi K2 Thinking](#event-kimi) comes out'
		],
		[
			'Its large models cost [under a third](#figure-cost) of comparable American ones.',
			'The cost of its large models is [less than one third](#figure-cost) of that of comparable American ones.'
		]
	],
	'scenes[kimi].prose.zh-Hans': [
		['只是月活用户超过1亿，或者月收入超过2000万美元的产品', '只是产品的月活用户一旦超过一亿，或者月收入超过两千万美元']
	],
	'scenes[satellite].prose.en': [
		[
			'By the end of 1977 [over 200 satellite circuits](#event-circuits-1977) were about to open:',
			'[More than 200 satellite circuits](#event-circuits-1977) were about to open in late 1977:'
		]
	],
	'scenes[satellite].prose.zh-Hans': [
		['200多条卫星电路', '超过200条卫星电路'],
		[
			'到1977年底，[200多条卫星电路](#event-circuits-1977)即将开通：',
			'截至1977年底，即将开通的卫星电路有[200多条](#event-circuits-1977)：'
		]
	],
	'scenes[moments].prose.en': [
		[
			'On 30 November 2022 OpenAI releases [ChatGPT](#event-chatgpt).',
			'[ChatGPT](#event-chatgpt) is released by OpenAI on November 30th, 2022.'
		]
	],
	'scenes[moments].prose.zh-Hans': [
		[
			'2022年11月30日，OpenAI发布[ChatGPT](#event-chatgpt)。',
			'OpenAI发布[ChatGPT](#event-chatgpt)，是在2022年11月30日。'
		]
	]
};
