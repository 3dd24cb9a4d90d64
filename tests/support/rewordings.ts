/** The same said in other words, and as true: none of these may be called wrong. By story, what is written and what instead. */
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
		['In 1892 Eleanor Whitcombe’s iron bridge', 'Whitcombe’s bridge of iron, in 1892,']
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
		['镇上2.6万人', '镇上有26000人']
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
		['Brian Chesky, chief executive of Airbnb,', 'Chesky of Airbnb']
	]
};

/** Every rewording in every text of its story that has the words. */
export function reworded(story: Story): Seed[] {
	return rewordings[story.slug].flatMap(([from, to]) => {
		const places = textsOf(story).filter(({ text }) => text.includes(from));
		if (places.length === 0) throw new Error(`${story.slug} says nowhere “${from}”`);
		return places.map(({ name, text, write }) =>
			seed('reworded', `${name}: ${from} → ${to}`, () => write(text.replace(from, to)))
		);
	});
}
