/** What a text of a language is made of: words that all texts have, and stems that take endings. */
export interface Language {
	common: string[];
	stems: string[];
	endings: string[];
	/** Expressions that cut a sentence where it does not end, or a word where it goes on. */
	turns: string[];
	quotes: [string, string];
}

const words = (text: string): string[] => text.split(' ');

/** The ten languages of the network's cities. Sentences made of them mean nothing; they look, sort and repeat as real ones do. */
export const languages: Record<string, Language> = {
	en: {
		common: words('the of and to in a for is on that with as are by it be at this from or have an will not their which more'),
		stems: words(
			'citi talent employ universit develop partner young graduat measur strateg invest cultur hous support council busines skill project region plan'
		),
		endings: words('es s er ing ed ment al ation'),
		turns: ['e.g.', 'the city’s', '“stay here”', '12,000 people', 'no. 3', 'well-being'],
		quotes: ['“', '”']
	},
	lv: {
		common: words('un ir ar no par kas uz lai arī tiek tā pie kā vai ir to pēc bet jau vairāk šis gan kuri līdz nav tiks'),
		stems: words(
			'pilsēt jaunieš uzņēm izglītīb attīstīb pašvaldīb kultūr nodarbināt darb augstskol iedzīvotāj atbalst rīcīb vid projekt talant pasāk sadarbīb mājok līdzek'
		),
		endings: words('a as u ai ām us iem ās'),
		turns: ['u. c.', 't. i.', 'Sk. 3. pielikumu', '2026. gada', '„paliec šeit”', '12 000 iedzīvotāju'],
		quotes: ['„', '”']
	},
	pl: {
		common: words('i w na z do się że o jest to dla nie po jak od przez oraz za są który przy ich tym może być także lub już'),
		stems: words(
			'miast młod pracodawc uczeln rozwoj partner absolwent działan strategi inwestycj kultur mieszkan wsparci rad przedsiębiorc umiejętnośc projekt region plan talent'
		),
		endings: words('a y ów ami om ach ie ego'),
		turns: ['m.in.', 'tj.', 'np. w Poznaniu', '„zostań tu”', '12 000 osób', 'nr 3'],
		quotes: ['„', '”']
	},
	it: {
		common: words('di e il la che in a per un è del con non una da le si i al sono dei nella come più anche della alla ha'),
		stems: words(
			'citt giovan lavor universit svilupp partn laureat misur strategi investiment cultur abitazion sostegn consigl impres competenz progett region pian talent'
		),
		endings: words('o a i e ari ale ione ità'),
		turns: ['l’azione', 'dell’università', 'ad es.', 'n. 3', '«resta qui»', '12.000 abitanti'],
		quotes: ['«', '»']
	},
	es: {
		common: words('de la que el en y a los se del las un por con no una su para es al lo como más o sus entre pero ha'),
		stems: words(
			'ciudad joven emple universidad desarroll soci graduad medid estrategi inversion cultur viviend apoy conse empres competenci proyect region plan talent'
		),
		endings: words('o a os as es al ción idad'),
		turns: ['p. ej.', 'n.º 3', '«quédate aquí»', '12.000 habitantes', 'EE. UU.'],
		quotes: ['«', '»']
	},
	ca: {
		common: words('de la i a el que en els les un per amb no una al del és més com són es o dels aquest seu també entre ha'),
		stems: words(
			'ciutat jov ocupaci universit desenvolup soci graduat mesur estratègi inversi cultur habitatg suport consell empres competènci project regi pla talent'
		),
		endings: words('o a s es ó ons ment al'),
		turns: ['col·laboració', 'l’excel·lència', 'intel·lectual', 'núm. 3', '«queda’t aquí»', '12.000 habitants'],
		quotes: ['«', '»']
	},
	lt: {
		common: words('ir yra su į iš kad tai kaip ar už bei per nuo taip pat buvo bus jau savo tik dėl iki prie kuri jų daugiau'),
		stems: words(
			'miest jaunim darb universitet plėtr partner absolvent priemon strategij investicij kultūr būst param taryb įmon gebėjim projekt region plan talent'
		),
		endings: words('as o ui ą ų ais ose ės'),
		turns: ['pvz.', 't. y.', 'žr. 3 priedą', '2026 m.', '„lik čia“', '12 000 gyventojų'],
		quotes: ['„', '“']
	},
	pt: {
		common: words('de a o que e do da em um para é com não uma os no se na por mais as dos como mas ao das à ou'),
		stems: words(
			'cidad jov empreg universidad desenvolviment parceir licenciad medid estratégi investiment cultur habita apoi conselh empres competênci project regi plan talent'
		),
		endings: words('o a os as es ção ções al'),
		turns: ['p. ex.', 'n.º 3', '«fica aqui»', '12 000 habitantes', 'bem-estar'],
		quotes: ['«', '»']
	},
	fr: {
		common: words('de la le et les des en un du une que est pour qui dans à par plus pas au sur ne se ce il sont avec'),
		stems: words(
			'vill jeun emplo universit développ partenair diplôm mesur stratégi investiss cultur logem souti consei entrepris compétenc proje régio pla talen'
		),
		endings: words('e es s t ment ion ions al'),
		turns: ['l’emploi', 'd’ici 2020', '12\u202f000 habitants', '«\u202frester ici\u202f»', 'n°\u00a03', 'c’est-à-dire\u202f:'],
		quotes: ['«\u202f', '\u202f»']
	},
	nb: {
		common: words('og i å er på som for av det en til med at de har ikke den om et vi kan fra eller så skal være ved også'),
		stems: words(
			'by ung arbeid universitet utvikl partner kandidat tiltak strategi investering kultur bolig støtt råd bedrift kompetanse prosjekt region plan talent'
		),
		endings: words('er en et ene ing s e lig'),
		turns: ['f.eks.', 'bl.a.', 'jf. vedlegg 3', '«bli her»', '12 000 innbyggere', 'nr. 3'],
		quotes: ['«', '»']
	}
};
