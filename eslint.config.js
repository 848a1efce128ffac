import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/** @type {import('eslint').Linter.RulesRecord} */
const correctness = {
	eqeqeq: ['error', 'always', { null: 'ignore' }],
	'no-console': 'error',
	'no-constant-binary-expression': 'error',
	'no-control-regex': 'off',
	'no-debugger': 'error',
	'no-eval': 'error',
	'no-implied-eval': 'error',
	'no-fallthrough': 'error',
	'no-promise-executor-return': 'error',
	'no-self-compare': 'error',
	'no-unmodified-loop-condition': 'error',
	'no-unreachable-loop': 'error',
	'no-var': 'error',
	'prefer-const': ['error', { destructuring: 'all' }]
};

/** @type {import('eslint').Linter.RulesRecord} */
const imports = {
	'no-restricted-imports': [
		'error',
		{
			patterns: [
				{ group: ['$lib', '$lib/*'], message: 'Import #lib/… with its extension.' },
				{ group: ['$app/stores'], message: 'Use $app/state.' }
			]
		}
	]
};

/** @type {import('eslint').Linter.RulesRecord} */
const types = {
	'@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
	// What a noun declares to an interface of all nouns has no line of its own.
	'@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
	'@typescript-eslint/no-explicit-any': 'error',
	'@typescript-eslint/no-non-null-assertion': 'off',
	'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }]
};

/**
 * What a test may not do: leave itself out, or wait for a time instead of for what a person would see.
 * @type {import('eslint').Linter.RulesRecord}
 */
const honestTests = {
	'no-restricted-syntax': [
		'error',
		{
			selector: 'MemberExpression[object.name=/^(test|it|describe|suite)$/][property.name=/^(skip|only|todo|fixme|skipIf|runIf)$/]',
			message: 'Every test runs.'
		},
		{ selector: 'MemberExpression[property.name="waitForTimeout"]', message: 'Wait for what a person would see.' },
		{ selector: 'Literal[value="networkidle"]', message: 'Wait for what a person would see.' }
	]
};

export default ts.config(
	{
		ignores: [
			'node_modules/',
			'build/',
			'.svelte-kit/',
			'data/',
			'src/lib/i18n/compiled/',
			'test-results/',
			'screens/',
			'project.inlang/'
		]
	},
	{ linterOptions: { noInlineConfig: true } },
	...ts.configs.recommended,
	...svelte.configs.recommended,
	{
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		rules: {
			...correctness,
			...imports,
			...types,
			// Links are plain addresses from the root: the product lives at the root of its host.
			'svelte/no-navigation-without-resolve': 'off'
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig } },
		rules: {
			'svelte/no-at-html-tags': 'error',
			'svelte/no-target-blank': 'error',
			// Maps and dates that nothing on the page depends on stay plain.
			'svelte/prefer-svelte-reactivity': 'off',
			// Knows of props and derived values, which the plain rule takes for constants.
			'prefer-const': 'off',
			'svelte/prefer-const': ['error', { destructuring: 'all' }]
		}
	},
	{
		files: ['src/**/*.ts', 'tests/**/*.ts'],
		ignores: ['**/*.svelte.ts'],
		languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
		rules: {
			'@typescript-eslint/await-thenable': 'error',
			'@typescript-eslint/no-floating-promises': 'error',
			'@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false, attributes: false } }]
		}
	},
	{
		// Here stand interfaces of all nouns, to which each noun declares its own.
		files: ['src/lib/model/{commands,events,policy,desk/panels,moderation/moderation,network/city-sections,search/results}.ts'],
		rules: { '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'always' }] }
	},
	{ files: ['tests/**/*.ts'], rules: honestTests },
	{ files: ['scripts/**', 'tests/**', 'src/lib/server/demo/**', 'src/server.ts', 'src/admin.ts'], rules: { 'no-console': 'off' } }
);
