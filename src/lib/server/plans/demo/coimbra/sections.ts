import { done, type DemoSection } from '../demo-plan.ts';
import { bold, toPractice } from '../write/marked.ts';
import { sectionWriter } from '../write/section-writer.ts';

const rui = (daysBefore: number, time: string) => done('rui.ponteclara', daysBefore, time);
const ines = (daysBefore: number, time: string) => done('ines.salgueiral', daysBefore, time);

const { paragraph, heading, bullets, footnote, reworded } = sectionWriter('cocontext');
const cityFirst = paragraph('Coimbra tem cerca de 141 000 habitantes.');
const city = reworded(
	cityFirst,
	'Coimbra tem cerca de 141 000 habitantes. A rede Gen-Y City reuniu-se aqui a 30 e 31 de março de 2017; ',
	'no encontro falou-se de especialização inteligente e de polos tecnológicos, e os parceiros apresentaram os rascunhos dos seus planos.'
);
const centreTitle = heading(1, 'O centro antigo');
const centre = paragraph(
	'No centro antigo há ',
	toPractice('empresas criativas', 'Creative firms in the old centre'),
	'. A cidade apresentou no encontro os seus projetos de reabilitação e um estudo sobre a Geração Y em Coimbra.',
	footnote('Notícia do encontro: https://centrotv.sapo.pt/representantes-de-12-paises-reunidos-em-coimbra/amp/')
);
const missing = bullets(['Falta juntar o estudo.', 'Falta contar as empresas.']);

const challenge = sectionWriter('cochalleng');
const ask = challenge.paragraph('Como trazer os jovens para os centros antigos, e a vida com eles?');

const objectives = sectionWriter('coobjectiv');
const example = objectives.paragraph(bold('Exemplo.'), ' Nenhuma fonte diz quais são os objetivos da cidade.');

const actions = sectionWriter('coactions');
const ideas = actions.paragraph(bold('Exemplo.'), ' São ideias para a primeira conversa com o grupo local URBACT.');

const funding = sectionWriter('cofunding');
const open = funding.paragraph(bold('Exemplo.'), ' Os valores não vêm de nenhuma fonte.');

/** A draft in which much is not begun. */
export const sectionsOfCoimbra: readonly DemoSection[] = [
	{
		part: 'context',
		saves: [
			{ ...rui(43, '09:30'), blocks: [cityFirst] },
			{ ...ines(40, '15:10'), blocks: [city] },
			{ ...ines(28, '10:05'), blocks: [city, centreTitle, centre] },
			{ ...rui(6, '17:20'), blocks: [city, centreTitle, centre, missing] }
		]
	},
	{ part: 'challenge', saves: [{ ...rui(42, '09:40'), blocks: [ask] }] },
	{
		part: 'objectives',
		illustrative: true,
		saves: [{ ...ines(27, '11:00'), blocks: [example] }],
		rows: [
			{
				kind: 'objective',
				key: 'open',
				added: ines(27, '11:05'),
				values: { title: 'Portas abertas', description: 'Espaços vazios do centro ganham quem os use.' }
			}
		]
	},
	{
		part: 'actions',
		illustrative: true,
		saves: [{ ...ines(26, '09:00'), blocks: [ideas] }],
		rows: [
			{
				kind: 'action',
				added: ines(26, '09:10'),
				values: {
					title: 'Um concurso de ideias para lojas vazias',
					description: 'A ideia vem de Bolonha; como lá se faz, ainda falta perguntar.',
					objective: 'open',
					practice: 'Incredibol!'
				},
				later: [
					{
						...rui(5, '16:45'),
						values: { lead: 'Câmara Municipal', costFrom: '8000', costTo: '12000', currency: 'EUR', state: 'planned' }
					}
				]
			},
			{
				kind: 'action',
				added: ines(25, '09:10'),
				values: { title: 'Uma noite por mês com as portas abertas', objective: 'open', partners: 'Empresas criativas' }
			}
		]
	},
	{
		part: 'funding',
		illustrative: true,
		saves: [{ ...rui(5, '17:00'), blocks: [open] }],
		rows: [
			{
				kind: 'budget',
				added: rui(5, '17:05'),
				values: { title: 'Obras pequenas', amount: '9000', currency: 'EUR', source: 'Orçamento municipal', share: '75' }
			}
		]
	}
];
