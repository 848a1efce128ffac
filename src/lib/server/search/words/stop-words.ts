/** Words that say nothing by themselves, of the languages for which PostgreSQL brings no such list; unaccented. */
const lists: Record<string, string> = {
	lv: 'ar bet bez bija bijis bus but caur dala es gan ir ja jau ka kad kam kas kur kura kuras kuri kurs kuru lai mes mums musu ne nav no nu pa pac par pec pie pirms pret si sis so sos so tad tai tam tas ta te ti tie to tos tu un uz vai var vel viens vin vina vins visi',
	pl: 'a aby ale bo by byc byl byla bylo byly co czy dla do gdy gdzie go i ich ile im ja jak jako je jego jej jest jestesmy juz ktora ktore ktory ktorych lub ma moze my na nad nam nas nasz nie niz o od on ona one oni oraz po pod przed przez przy sa sie so ta tak taki tam te tego tej ten to tu tylko w we wam was wszystko z za ze zeby',
	lt: 'ar apie as be bei bet buti buvo dar del ir is i ja jau jei ji jie jis jo juos ka kad kai kaip kas kur kurie kuris labai mes musu ne nes nera no nuo o pagal per po prie su tai taip tas tik to tu uz yra',
	ca: 'a al als amb aquest aquesta aquests aquestes com d de del dels des el els em en entre es ha hem hi ho i l la les li lo m mes n ni no nosaltres o on per pero que qui s se sense si sobre son t tambe tot un una uns va'
};

const stopWords = new Map(Object.entries(lists).map(([lang, words]) => [lang, new Set(words.split(' '))]));

/** Whether a word says nothing by itself in this language, as far as our own lists know. */
export function isStopWord(lang: string, bareWord: string): boolean {
	return stopWords.get(lang)?.has(bareWord) ?? false;
}
