/** Other wordings that are as true, none of which may be called wrong: by story, what is written and what instead. */
import type { Story } from '#lib/story/model.ts';
import { seed, type Seed } from './changes.ts';
import { textsOf } from './seedsOfTexts.ts';

export const rewordings: Record<string, [from: string, to: string][]> = {
	'carrick-bridge': [
		['carry over 174,000 people', 'take more than 174 000 people across'],
		['carry over 174,000 people', 'carry over 170,000 people'],
		['carry over 174,000 people', 'carry well over a hundred thousand people'],
		[
			'take passengers, coal and sheep over the Orrin, at two pence each',
			'charge 2 pence for each of those they take over the Orrin'
		],
		['The company gives work to 85 men', 'Eighty-five men work for the company'],
		['Abernathy counts 312 letters', 'Ruth Abernathy has counted 312 complaints'],
		['gone up from two pence to five', 'climbed from 2 to 5 pence'],
		['have dropped by nearly 12%', 'have fallen by almost 12 per cent'],
		['have dropped by nearly 12%', 'are down by close to 12%'],
		['Nine in ten of those', '90% of those'],
		['asks for £40,000', 'wants 40,000 pounds'],
		['is offered half of the sum', 'is offered 50% of it'],
		['He travels to Norway, to find a young engineer', 'In Norway he finds a young engineer'],
		['At 29 she drills 46 holes', 'Whitcombe, aged 29, bores forty-six holes'],
		['within six weeks', 'in 6 weeks'],
		['nearly 60 feet', 'almost sixty feet'],
		['nearly 60 feet', 'about 60 feet'],
		['Alan Muir reckons with some 1,900 tons', 'Muir, its director, says that about 1,900 tons'],
		['Less than a third of the £86,500', 'Under one third of the 86,500 pounds'],
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
		['Work begins with 240 men', '240 men begin'],
		['A year later more than 400 are at work', 'In the second year over 400 work there'],
		['from ten hours to six', 'from 10 to 6 hours'],
		['from ten hours to six', 'to six hours, down from ten'],
		['Output falls by a fifth', 'Output drops by 20%'],
		['Output falls by a fifth', 'A fifth less gets done'],
		['It comes fifteen months late and costs £97,300', 'It costs £97,300 and is 15 months late'],
		['about 12% above what Muir had expected', 'roughly 12 per cent more than Muir had reckoned with'],
		['Around 60% of them walk', 'About six in ten of them go on foot'],
		['go up by 18%, in the east they go down by 4%', 'rise by 18 per cent; in the east they fall by 4'],
		['A storm shifts it by three inches', 'The pier is moved 3 inches by a storm'],
		['The repair takes eleven weeks', 'Repairs last 11 weeks'],
		['the company pays the £6,200', 'its £6,200 are paid by the company'],
		['The hall has room for 900, and thousands wait outside', 'Thousands stand outside a hall for nine hundred'],
		['the whole of its third page', 'all of page three, the third'],
		[
			'Crossings double within the year, from 2.1 to 4.2 million',
			'Within a year crossings grow from 2,100,000 to 4,200,000'
		],
		['rises by nine percentage points, to 31%', 'gains 9 percentage points and reaches 31 per cent'],
		['rises by nine percentage points, to 31%', 'grows from 22% to 31%'],
		['Fifteen](= 1885 - 1870) years on', '15](= 1885 - 1870) years on'],
		['agrees.', 'agrees with her. Tobias Grant had never doubted it.'],
		['Muir, asked in 1912,', 'Alan Muir, who was asked in 1912,'],
		['In 1892 Eleanor Whitcombe’s iron bridge', 'Whitcombe’s bridge of iron, in 1892,'],
		[
			'Josiah Keel’s eleven boats take passengers, coal and sheep over the Orrin, at two pence each',
			'Passengers, coal and sheep are taken over the Orrin by Josiah Keel’s 11 boats, each for two pence'
		],
		['The company gives work to 85 men', '85 men are employed by Keel & Sons'],
		[
			'Nine in ten of those who write to the Carrick Courier blame the ferry',
			'The ferry is blamed by nine out of ten of those who write to the Carrick Courier'
		],
		[
			'The grain merchant Tobias Grant asks for £40,000 and is offered half of the sum.',
			'The grain merchant Tobias Grant asks for £40,000. Half of the sum is offered to him.'
		],
		[
			'At 29 she drills 46 holes in the bed of the river within six weeks. At 25 of them',
			'Within six weeks 46 holes are drilled in the bed of the river by the engineer of 29; at 25 of them'
		],
		['and with 700 for the eastern', 'while 700 tons are enough for the eastern'],
		[
			'Less than a third of the £86,500 is to go on wages. Once his letter has been read out the council gives in.',
			'Wages are to take less than a third of the £86,500, and the council gives in once his letter has been read out.'
		],
		[
			'A bank in Bergen adds £20,000, and Canadian shipowners £30,000',
			'£20,000 is lent by a bank in Bergen. Shipowners in Canada lend £30,000'
		],
		[
			'It sells 8,000 shares at £5, not the 12,000 he had hoped for',
			'He had hoped to sell 12,000 shares; 8,000 are sold, at five pounds each'
		],
		['A year later more than 400 are at work', 'More than four hundred are at work a year later'],
		[
			'After four have died in the western caisson, Whitcombe shortens',
			'Four have died in the western caisson. Whitcombe then shortens'
		],
		['It comes fifteen months late and costs £97,300', 'Fifteen months late, it has cost some £97,000'],
		['Tobias Grant is the first to walk across', 'The first to walk across is Grant'],
		['Around 60% of them walk', 'Some sixty per cent of them walk'],
		[
			'The repair takes eleven weeks, and the company pays the £6,200',
			'Its repair, which costs the company £6,200, lasts eleven weeks'
		],
		['She is 49.', 'She dies at the age of forty-nine.'],
		['1.3 million people cross in a year', '1,300,000 people cross in a year'],
		['On 21 June 1892 [the bridge opens]', 'On June 21, 1892 [the bridge opens]'],
		['on 2 March 1903:', 'on March 2nd, 1903:'],
		[
			'and traffic grows from 2.1 million crossings to 4.2 million',
			'and traffic doubles from 2.1 million crossings to 4.2 million'
		],
		[
			'In March 1889 [work begins](#event-work); in the second year over 400 men are on it. Four die.',
			'[Work begins](#event-work) in March 1889. Over 400 men are on it in the second year, and four die.'
		],
		[
			'rises by nine percentage points, to 31%, and that of Millport falls to 14%',
			'is up by nine percentage points, at 31%; Millport’s is down to 14%'
		],
		[
			'In November 1885 [a new mayor](#event-mayor), Tobias Grant, wants £40,000 and gets a committee',
			'[A new mayor](#event-mayor), Grant, asks in November 1885 for forty thousand pounds and gets a committee'
		],
		[
			'312 letters](#event-letters) have reached the Carrick Courier',
			'More than 300 letters](#event-letters) have been sent to the Carrick Courier'
		]
	],
	'jiangkou-power': [
		['由3元提高到4.5元', '从3元涨到4.5元'],
		['少了一成多', '下跌一成多'],
		['涨价五成', '涨价50%'],
		['印了12000份传单', '印成1.2万份传单'],
		['他估算需要15万元', '按他的估计要花150000元'],
		['总数还不到4万元', '凑起来不足4万元'],
		['何伯庸不赞成', '永昌轮船公司的何伯庸反对'],
		['到会的63家店铺里有21家认股', '有21家店铺认股，到会的一共63家'],
		['26岁的林慕云', '林慕云年方二十六岁'],
		['她问的三个问题', '她提的3个问题'],
		['40天里她量了17处水位', '她在四十天内量过17处水位'],
		['只有夏天的八分之一', '仅为夏天的1/8'],
		['以11票对7票', '11票赞成、7票反对，'],
		['每台2.9万元', '一台2.9万元'],
		['两个月卖掉3200股', '头两个月售出3200股'],
		['裕丰银行借给它3万元，道胜银行借给它2万元', '道胜银行出2万元，裕丰银行出3万元'],
		['180人在工地上干活', '工地上雇了一百八十人'],
		['从12小时缩短到9小时', '由十二小时减为九小时'],
		['工期晚了六个星期', '工期推迟6个星期'],
		['共1060盏灯', '一共一千零六十盏灯'],
		['街上站了上万人', '街上有上万人'],
		['电费收入3.1万元', '收电费31000元'],
		['煤油销量减少了近45%', '煤油少卖了将近45%'],
		['停电23天', '有二十三天没有电'],
		['水位高出平常4米', '水比平常高4米'],
		['用户超过3000户', '用户有3000多户'],
		['由0.25元下降到0.16元', '从每度0.25元跌到0.16元'],
		['占全镇六成五', '占全镇的65%'],
		['股价升到68元', '股票涨到每股68元'],
		['她住了十九年', '她一住就是19年'],
		['终年71岁', '享年七十一岁'],
		['将近四成在码头谋生', '近四成人靠码头吃饭'],
		['主张买两台120千瓦的德国发电机', '要买两台德国造的120千瓦发电机'],
		['镇上2.6万人', '镇上有26000人'],
		['每桶煤油由3元提高到4.5元，码头工人的工钱却少了一成多', '码头工人的工钱少了一成多，煤油却由每桶3元涨到4.5元'],
		['他估算需要15万元。到会的', '按他的估算，要十五万元。到会的'],
		[
			'26岁的林慕云刚从德国回来，是江南制造局唯一的女工程师',
			'林慕云这年26岁，刚从德国回来。她是江南制造局唯一的女工程师'
		],
		['40天里她量了17处水位', '17处水位在40天里由她量完'],
		['商会以11票对7票同意买德国机器，每台2.9万元', '德国机器每台29000元，商会以11票对7票同意购买'],
		['裕丰银行借给它3万元，道胜银行借给它2万元', '它从裕丰银行借到3万元，从道胜银行借到2万元'],
		['四名工人受伤以后，林慕云把每班从12小时缩短到9小时', '有4名工人受伤。此后林慕云把每班从12小时减到9小时'],
		['头一批用户有214户，共1060盏灯', '第一批214户接上了电，一共亮起1060盏灯'],
		['电费收入3.1万元，超出预计两成', '电费收入比预计多20%，达到3.1万元'],
		['7600元的修理费里，裕丰银行垫付5000元', '修理花去7600元，有5000元由裕丰银行垫付'],
		['用户超过3000户，占全镇六成五', '占全镇65%的3000多户用上了电'],
		['电价由0.25元下降到0.16元，电灯公司的股价升到68元', '电灯公司的股价升到68元，电价则由0.25元降到0.16元'],
		['赵鸿儒死于1924年冬天，终年71岁', '赵鸿儒1924年冬天去世，享年71岁'],
		['1908年9月28日，[214户]', '一九〇八年九月二十八日，[214户]'],
		['电厂后来从240千瓦扩建到900千瓦', '电厂的装机后来由240千瓦扩大到900千瓦'],
		['镇上2.6万人，将近四成在码头谋生', '镇上住着两万六千人，近四成在码头谋生'],
		['63家店铺到会，21家认股', '到会的店铺有63家，其中21家认股'],
		['停电23天。赵鸿儒写信给银行', '停电二十三天。赵鸿儒给银行写信']
	],
	'silicon-valley-turns': [
		['17.4 million visa-free entries', 'Over 17 million visa-free entries'],
		['17.446 million times', '17,446,000 times'],
		['nearly 60% of all their entries', 'almost 60 per cent of all their entries'],
		['stands at 10.6 million downloads', 'stands at 10,600,000 downloads'],
		['at half a million', 'at 500,000'],
		['more than 200 satellite circuits', 'over 200 satellite circuits'],
		[
			'Nearly a quarter of them, 46, lead to the United States, and an eighth, 25, to Japan',
			'46 of them, nearly a quarter, go to America, 25 or an eighth to Japan'
		],
		['reach 385.3 million, Llama’s 346.2 million', 'stand at 385.3 million, those of Llama at 346.2 million'],
		['a one-in-ten chance', 'a chance of 10%'],
		['More than 40%', 'Over 40 per cent'],
		['has shrunk to 15%', 'is down to 15%'],
		['four satellite ground stations', '4 satellite ground stations'],
		['1060万次', '1,060万次'],
		['达到3.853亿次', '为38530万次'],
		['200多条卫星电路', '超过200条卫星电路'],
		['将近六成', '近60%'],
		['一成机会', '10%的机会'],
		['Jensen Huang', 'Huang, of Nvidia,'],
		['Brian Chesky, chief executive of Airbnb,', 'Chesky of Airbnb'],
		[
			'Between January and November foreigners enter China visa-free 17.446 million times, nearly 60% of all their entries',
			'17.446 million entries of foreigners into China from January to November, almost 60% of all, are visa-free'
		],
		[
			'On an earnings call, Nvidia’s chief executive Jensen Huang names Alibaba’s Qwen as the best',
			'Alibaba’s Qwen is named by Nvidia’s chief executive Huang, on an earnings call, as the best'
		],
		[
			'Elon Musk sees pictures made by Alibaba’s Wan2.2 and says',
			'Musk has been shown pictures made by Alibaba’s Wan2.2. He says'
		],
		[
			'China begins to let travellers in transit stay for 240 hours without a visa',
			'Travellers in transit may now stay in China for 240 hours without a visa'
		],
		[
			'More than 40% of the new language models on Hugging Face are derived from Qwen',
			'Of the new language models on Hugging Face over 40% derive from Qwen'
		],
		['China imports four satellite ground stations', 'four satellite ground stations are imported by China'],
		[
			'Moonshot AI releases an open-source reasoning model',
			'An open-source reasoning model is released by Moonshot AI'
		],
		[
			'通往美国的46条，接近总数的四分之一；通往日本的25条，占八分之一',
			'46条通往美国，接近总数的四分之一，25条通往日本，占八分之一'
		],
		['Meta的Llama已被下载1060万次，阿里巴巴的Qwen为50万次', '阿里巴巴的Qwen已被下载50万次，Meta的Llama为1060万次'],
		['Qwen达到3.853亿次，Llama为3.462亿次', 'Llama为3.462亿次，Qwen达到3.853亿次'],
		['在全部外国人入境中将近六成', '接近全部外国人入境的60%'],
		['过境旅客免签停留240小时', '过境旅客停留240小时，无须签证'],
		['一条只有6个通道的电缆', '一条仅有六个通道的电缆'],
		[
			'a cable of six channels between Harbin and Pyongyang',
			'a cable between Harbin and Pyongyang, which has 6 channels'
		]
	]
};

/** Every rewording, in each text of its story that contains the words. */
export function reworded(story: Story): Seed[] {
	return rewordings[story.slug].flatMap(([from, to]) => {
		const places = textsOf(story).filter(({ text }) => text.includes(from));
		if (places.length === 0) throw new Error(`${story.slug} says nowhere “${from}”`);
		return places.map(({ name, text, write }) =>
			seed('reworded', `${name}: ${from} → ${to}`, () => write(text.replace(from, to)))
		);
	});
}
