import { policyReasons, reviewActions, severities } from '@jeoul/shared/labeling/answers';
import { skipReasons, type ItemKind, type LabelSetKind, type LabelView } from '@jeoul/shared/labeling/contract';
import { answerable, hasPolarities } from '@jeoul/shared/labeling/polar-labels';
import { severityTag, tag } from './label-studio-format.ts';

export type ConfiguredQueue = { itemKind: ItemKind; kind: LabelSetKind; labels: readonly LabelView[] };

/**
 * The labeling config (XML) with which an exported queue opens in Label Studio: people read the Korean names, results hold
 * the labels' keys (`alias`).
 */
export function labelingConfig({ itemKind, kind, labels }: ConfiguredQueue): string {
  const isReview = itemKind === 'review';
  const textField = isReview ? 'text' : 'name';
  const aside = isReview ? ['store', 'stars', 'menu'] : ['store', 'price', 'options'];
  return [
    '<View>',
    '  <Style>.htx-text { white-space: pre-wrap; }</Style>',
    ...aside.map((field) => element('Header', { size: '5', value: `$${field}` }, 1)),
    ...evidence(labels),
    element('Text', { name: tag.text, value: `$${textField}` }, 1),
    ...(kind === 'tree' ? tree(labels) : flat(answerable(labels), kind === 'multi')),
    ...(isReview ? treatment(labels) : []),
    ...group(tag.skipReason, skipReasons),
    element('TextArea', { name: tag.comment, toName: tag.text, rows: '2', maxSubmissions: '1' }, 1),
    '</View>',
    '',
  ].join('\n');
}

/** What is done to a review. What has a polarity is no harm: it can only be passed up. */
function treatment(labels: readonly LabelView[]): string[] {
  if (hasPolarities(labels)) return group(tag.action, ['keep', 'escalate']);
  return [
    ...labels.flatMap((label) => severityChoices(label)),
    ...group(tag.action, reviewActions),
    ...group(tag.policyReason, policyReasons),
  ];
}

function evidence(labels: readonly LabelView[]): string[] {
  const leaves = labels.filter(({ isLeaf }) => isLeaf);
  return [
    open('Labels', { name: tag.evidence, toName: tag.text }, 1),
    ...leaves.map(({ key, nameKo }) => element('Label', { value: nameKo, alias: key }, 2)),
    '  </Labels>',
  ];
}

function flat(labels: readonly LabelView[], isMultiple: boolean): string[] {
  return [
    open('Choices', { name: tag.label, toName: tag.text, choice: isMultiple ? 'multiple' : 'single' }, 1),
    ...labels.map((label) => choice(label, 2)),
    '  </Choices>',
  ];
}

function tree(labels: readonly LabelView[]): string[] {
  const below = (parent: string | null, depth: number): string[] =>
    labels
      .filter(({ parentKey }) => parentKey === parent)
      .flatMap((label) =>
        label.isLeaf
          ? [choice(label, depth)]
          : [
              open('Choice', { value: label.nameKo, alias: label.key }, depth),
              ...below(label.key, depth + 1),
              `${'  '.repeat(depth)}</Choice>`,
            ],
      );
  return [
    open('Taxonomy', { name: tag.label, toName: tag.text, maxUsages: '1' }, 1),
    ...below(null, 2),
    '  </Taxonomy>',
  ];
}

function choice({ key, nameKo, guidelineKo }: LabelView, depth: number): string {
  return element(
    'Choice',
    { value: nameKo, alias: key, ...(guidelineKo === null ? {} : { hint: guidelineKo }) },
    depth,
  );
}

/** Asked for only once its label is chosen, whether that is told by its name or, as in results, by its key. */
function severityChoices({ key, nameKo }: LabelView): string[] {
  const shownWhen = { visibleWhen: 'choice-selected', whenTagName: tag.label, whenChoiceValue: `${nameKo},${key}` };
  return group(severityTag(key), severities.map(String), shownWhen);
}

function group(name: string, values: readonly string[], attributes: Record<string, string> = {}): string[] {
  return [
    open('Choices', { name, toName: tag.text, choice: 'single', showInline: 'true', ...attributes }, 1),
    ...values.map((value) => element('Choice', { value }, 2)),
    '  </Choices>',
  ];
}

function open(name: string, attributes: Record<string, string>, depth: number): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  return `${'  '.repeat(depth)}<${name}${written.join('')}>`;
}

function element(name: string, attributes: Record<string, string>, depth: number): string {
  return `${open(name, attributes, depth).slice(0, -1)}/>`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};

/** Text as an attribute's value. Control characters, most of which XML 1.0 can't hold, are left out. */
function escaped(text: string): string {
  return text.replace(/(?![\t\n\r])\p{Cc}/gu, '').replace(/[&<>"\n\r\t]/g, (one) => entities[one] ?? one);
}
