/** The usual names of columns in English, Chinese and other languages. */

/** Usual names. Messages use the first; an earlier name takes precedence over a later one. */
const usual = {
	date:
		'date,dates,start date,date start,start,starts,begin date,begin,begins,beginning,from,when,year,start year,datetime,date time,' +
		'timestamp,start time,time,datum,jahr,beginn,année,annee,début,debut,fecha,año,ano,inicio,data,inizio,anno,' +
		'日期,开始日期,起始日期,开始时间,起始时间,开始,起始,发生时间,发生日期,日期时间,年月日,年月,时间,年份,年代,年度,年',
	end:
		'end,end date,date end,ends,until,till,to,end year,finish,finish date,end time,through,bis,ende,fin,fine,hasta,' +
		'结束日期,结束时间,结束,截止日期,截止时间,截止,终止,终点,止,至',
	title:
		'title,event,headline,label,event title,event name,name,topic,heading,subject,what,happening,milestone,titel,' +
		'ereignis,titre,événement,evenement,título,titulo,evento,titolo,标题,事件,事件名称,名称,主题,题目,大事,事项',
	text:
		'text,description,summary,details,detail,body,content,notes,note,abstract,comment,comments,more,info,' +
		'information,explanation,event description,beschreibung,texte,descripción,descripcion,descrizione,' +
		'说明,描述,内容,正文,简介,详情,摘要,备注,文字,介绍,解释,事件描述,经过',
	actors:
		'actors,actor,people,person,persons,who,participants,participant,organisation,organization,organisations,' +
		'organizations,company,companies,personen,人物,参与者,参与方,相关人物,当事人,主体,机构,公司,谁',
	sides:
		'side,sides,group,groups,category,categories,type,track,lane,series,theme,tag,tags,era,period,section,country,' +
		'region,gruppe,kategorie,groupe,catégorie,grupo,categoría,分类,类别,类型,组别,分组,组,阵营,一方,标签,系列,时期,国家,地区',
	place: 'place,location,where,venue,city,country,region,ort,lieu,lugar,luogo,地点,位置,城市,场所,地方,国家,地区',
	importance: 'importance,weight,priority,重要性,重要程度,权重',
	sources:
		'source,sources,reference,references,citation,citations,ref,quelle,fuente,fonte,来源,出处,资料来源,参考,参考资料',
	link: 'link,url,website,web,web page,href,links,source url,source link,链接,网址,网站,网页',
	media: 'media,image,image url,picture,photo,video,thumbnail,图片,图像,媒体,视频,照片,配图',
	id: 'id,uid,key,identifier,编号',
	month: 'month,start month,月,月份',
	day: 'day,start day,日',
	time: 'start time,time,时刻',
	endTime: 'end time',
	kind: 'kind',
	when: 'date words,display date,date label,日期文字',
	basis: 'basis',
	speaker: 'speaker',
	quoteKind: 'quote kind',
	words: 'words',
	language: 'language',
	translation: 'translation',
	about: 'about'
} as const;
export type Column = keyof typeof usual;

export const neat = (name: string) =>
	name
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[_\-\s.:*#/()]+/g, ' ')
		.trim();
export const names = Object.fromEntries(Object.entries(usual).map(([key, list]) => [key, list.split(',')])) as Record<
	Column,
	string[]
>;
export const fields = Object.keys(names) as Column[];
/** The name that messages use for a column that a table does not have. */
export const nameOf = (column: Column) => names[column][0];

/** Names that `--columns` accepts. */
export const askable = 'date,end,title,text,actors,side,place,importance,source,link,media,id'.split(',');
/** The column that a name in `--columns` means; any usual name is accepted. */
export const askedField = (name: string): Column | undefined =>
	fields.find((column) => names[column][0] === neat(name)) ??
	fields.find((column) => names[column].includes(neat(name)));
