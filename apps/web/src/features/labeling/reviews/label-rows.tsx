import { styled } from '@mui/material/styles';
import { useTranslation } from 'react-i18next';
import { Key } from '../../../components/key.tsx';
import { ModelBar } from '../../../components/model-bar.tsx';
import { keepFocus } from '../../../lib/keep-focus.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { percentText } from '../answer/percent-text.ts';
import { rowButton } from '../answer/row-button.ts';
import { type LabelIndex, nameOf } from '../labels/label-index.ts';
import type { ReviewDesk } from './use-review-desk.ts';
import { digitLabels } from './use-review-keys.ts';

const Row = styled('button')({
  ...rowButton,
  height: 32,
  gridTemplateColumns: '32px minmax(96px, 200px) minmax(24px, 1fr) 52px 92px',
  padding: '0 4px',
  '& > .severity': { textAlign: 'right', color: 'var(--jeoul-palette-celadon-main)', fontWeight: 600, fontSize: 12 },
  '&[data-chosen="model"]': {
    backgroundColor: 'var(--jeoul-palette-violet-soft)',
    boxShadow: 'inset 3px 0 var(--jeoul-palette-violet-main)',
    '& > .severity': { color: 'var(--jeoul-palette-violet-main)' },
  },
  '&[data-chosen="person"]': {
    backgroundColor: 'var(--jeoul-palette-celadon-soft)',
    boxShadow: 'inset 3px 0 var(--jeoul-palette-celadon-main)',
  },
  '&[data-focused="true"]': { outline: '1px solid var(--jeoul-palette-celadon-main)', outlineOffset: -1 },
  '& > .name': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', fontWeight: 600 },
});

type LabelRowsProps = { desk: ReviewDesk; index: LabelIndex };

/**
 * Every label in its own order, so that the same digit is the same label all day: violet how likely the model holds it,
 * celadon what the person chose and how bad it is. What is proposed is chosen already, in violet until it is touched.
 */
export function LabelRows({ desk, index }: LabelRowsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { draft, prediction, focus, press } = desk;
  return (
    <div role="group" aria-label={t('reviews.labels')}>
      {index.labels.map((label, place) => {
        const name = nameOf(label, format.locale);
        const chosen = draft.labels.find(({ labelKey }) => labelKey === label.key);
        const probability = prediction?.scores.find(({ labelKey }) => labelKey === label.key)?.probability;
        const severity = chosen?.severity;
        return (
          <Row
            key={label.key}
            type="button"
            aria-pressed={chosen !== undefined}
            data-chosen={chosen === undefined ? undefined : draft.untouched.includes(label.key) ? 'model' : 'person'}
            data-focused={place === focus}
            onClick={() => press(place)}
            // A press with the mouse must not take the focus away from the work.
            onMouseDown={keepFocus}
          >
            <span>{place < digitLabels ? <Key combo={`Digit${place + 1}`} /> : null}</span>
            <span className="name">{name}</span>
            {probability === undefined ? (
              <span />
            ) : (
              <span aria-hidden>
                <ModelBar probability={probability} label={name} />
              </span>
            )}
            <span className="share">{probability === undefined ? null : percentText(probability, format.percent)}</span>
            <span className="severity">
              {severity === undefined ? null : (
                <>
                  <span aria-hidden>{`${'●'.repeat(severity)}${'○'.repeat(3 - severity)} `}</span>
                  {t(`reviews.severity${severity}`)}
                </>
              )}
            </span>
          </Row>
        );
      })}
    </div>
  );
}
