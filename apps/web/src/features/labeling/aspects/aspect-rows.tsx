import type { TaskPrediction } from '@jeoul/shared/labeling/contract';
import { polarities, polarKey } from '@jeoul/shared/labeling/polarity';
import { Box } from '@mui/material';
import { styled } from '@mui/material/styles';
import { useTranslation } from 'react-i18next';
import { Key } from '../../../components/key.tsx';
import { keepFocus } from '../../../lib/keep-focus.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { rowButton } from '../answer/row-button.ts';
import { nameOf } from '../labels/label-index.ts';
import type { Aspect, AspectFamily } from './aspect-families.ts';
import { PolaritySign, polarityColors } from './polarity-sign.tsx';
import type { AspectDesk } from './use-aspect-desk.ts';

const rowHeight = 30;
/** Less likely than this says nothing of a label. */
const leastShown = 0.01;

const Row = styled('button')({
  ...rowButton,
  height: rowHeight,
  gridTemplateColumns: '26px minmax(0, 1fr) 40px 72px',
  padding: '0 4px',
  '&[data-chosen="model"]': {
    backgroundColor: 'var(--jeoul-palette-violet-soft)',
    boxShadow: 'inset 3px 0 var(--jeoul-palette-violet-main)',
  },
  '&[data-chosen="person"]': {
    backgroundColor: 'var(--jeoul-palette-celadon-soft)',
    boxShadow: 'inset 3px 0 var(--jeoul-palette-celadon-main)',
  },
  '&[data-focused="true"]': { outline: '1px solid var(--jeoul-palette-celadon-main)', outlineOffset: -1 },
  '& > .name': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', fontWeight: 600 },
  '& > .share': { ...rowButton['& > .share'], fontSize: 12 },
  '& > .polarity': { display: 'flex', gap: 6, fontWeight: 600, fontSize: 12, whiteSpace: 'nowrap' },
});

/** How likely the model holds it that the review speaks of this at all: as likely as of the likeliest polarity. */
function shareOf(prediction: TaskPrediction | null, labelKey: string): number | null {
  if (prediction === null) return null;
  const keys = polarities.map((polarity) => polarKey(labelKey, polarity));
  return Math.max(
    0,
    ...prediction.scores.filter((score) => keys.includes(score.labelKey)).map(({ probability }) => probability),
  );
}

function AspectRow({ aspect: { label, place, combo }, desk }: { aspect: Aspect; desk: AspectDesk }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { draft, prediction, focus, press } = desk;
  const chosen = draft.labels.find(({ labelKey }) => labelKey === label.key);
  const share = shareOf(prediction, label.key);
  return (
    <Row
      type="button"
      aria-pressed={chosen !== undefined}
      data-chosen={chosen === undefined ? undefined : draft.untouched.includes(label.key) ? 'model' : 'person'}
      data-focused={place === focus}
      onClick={() => press(place)}
      // A press with the mouse must not take the focus away from the work.
      onMouseDown={keepFocus}
    >
      <span>{combo === null ? null : <Key combo={combo} />}</span>
      <span className="name">{nameOf(label, format.locale)}</span>
      <span className="share">{share === null || share < leastShown ? null : format.percent(share)}</span>
      <span className="polarity">
        {chosen?.polarity === undefined ? null : (
          <>
            <PolaritySign polarity={chosen.polarity} />
            <span style={{ color: polarityColors[chosen.polarity] }}>{t(`aspects.polarity.${chosen.polarity}`)}</span>
          </>
        )}
      </span>
    </Row>
  );
}

type AspectRowsProps = { desk: AspectDesk; families: readonly AspectFamily[] };

/**
 * Every label in its own order, family beside family, so that the same key is the same label all day. What the model proposes
 * is violet until somebody accepts or touches it.
 */
export function AspectRows({ desk, families }: AspectRowsProps) {
  const { t } = useTranslation();
  const { locale } = useFormat();
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: `repeat(${families.length}, minmax(0, 1fr))`, columnGap: 6 }}>
      {families.map(({ top, aspects }) => {
        const name = top === null ? t('reviews.labels') : nameOf(top, locale);
        return (
          <div key={top?.key ?? ''} role="group" aria-label={name}>
            <Box
              aria-hidden
              sx={{ height: 26, fontSize: 11, color: 'text.disabled', borderBottom: 1, borderColor: 'divider', px: 1 }}
            >
              {name}
            </Box>
            {aspects.map((aspect) => (
              <AspectRow key={aspect.label.key} aspect={aspect} desk={desk} />
            ))}
          </div>
        );
      })}
    </Box>
  );
}
