import type { LabelView, SkipReason } from '@jeoul/shared/labeling/contract';
import { Box, ButtonBase } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { Key } from '../../../components/key.tsx';
import type { Combo } from '../../../lib/hotkeys/combo.ts';
import { keepFocus } from '../../../lib/keep-focus.ts';
import { LabelPath } from '../labels/label-path.tsx';
import type { LabelIndex } from '../labels/label-index.ts';
import type { HeldTask } from '../work/work-state.ts';
import { answerRowHeight } from './answer-row.tsx';
import { ItemHead } from './item-head.tsx';
import { Proposals } from './proposals.tsx';
import { SearchBox } from './search-box.tsx';
import { hitId, SearchHits } from './search-hits.tsx';
import { SkipPanel } from './skip-panel.tsx';
import { TreePicker } from './tree-picker.tsx';
import type { AnswerDesk } from './use-answer-desk.ts';
import { columnRows, hasPages } from './work-view.ts';

const listId = 'label-hits';

/** A way out of what the caption names, pressed by mouse too. */
function CaptionKey({ combo, label, onPress }: { combo: Combo; label: string; onPress: () => void }) {
  return (
    <ButtonBase
      onClick={onPress}
      onMouseDown={keepFocus}
      sx={{ gap: 1.5, borderRadius: '4px', color: 'text.secondary', fontWeight: 400, whiteSpace: 'nowrap' }}
    >
      <Key combo={combo} />
      {label}
    </ButtonBase>
  );
}

/** What stands above the answers: whose they are, or where in the tree one is. */
function Caption({ held, desk, index }: { held: HeldTask; desk: AnswerDesk; index: LabelIndex }) {
  const { t } = useTranslation();
  const { view, isSearching, hits } = desk;
  const { prediction } = held.task;
  if (isSearching) return <Box sx={{ color: 'celadon.main' }}>{t('labeling.found', { count: hits.length })}</Box>;
  if (view.base === 'proposals') {
    return prediction ? (
      <Box sx={{ color: 'violet.main' }}>{t('labeling.modelSays', { number: prediction.modelNumber })}</Box>
    ) : null;
  }
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, minWidth: 0 }}>
      {view.parentKey === null ? (
        <span>{t('labeling.tree')}</span>
      ) : (
        <ButtonBase
          onClick={desk.back}
          onMouseDown={(event) => event.preventDefault()}
          sx={{ gap: 2, borderRadius: '4px' }}
        >
          <Key combo="Backspace" />
          <LabelPath index={index} labelKey={view.parentKey} />
        </ButtonBase>
      )}
      {hasPages(desk.count) ? (
        <CaptionKey combo="Digit0" label={t('labeling.treeMore')} onPress={desk.nextPage} />
      ) : null}
      {prediction === null ? (
        <Box component="span" sx={{ color: 'text.disabled', fontWeight: 400 }}>
          {t('labeling.noModel')}
        </Box>
      ) : (
        <CaptionKey combo="Escape" label={t('labeling.proposals')} onPress={desk.leaveTree} />
      )}
    </Box>
  );
}

function Answers({ held, desk, index }: { held: HeldTask; desk: AnswerDesk; index: LabelIndex }) {
  const { view, isSearching, hits, options, probabilities } = desk;
  const { prediction } = held.task;
  if (isSearching) {
    return (
      <SearchHits
        listId={listId}
        hits={hits}
        query={view.query}
        focus={view.hit}
        index={index}
        probabilities={probabilities}
        onPick={(hit) => desk.pick(hit.label)}
      />
    );
  }
  if (view.base === 'proposals' && prediction) {
    return <Proposals prediction={prediction} index={index} focus={view.focus} onChoose={desk.choose} />;
  }
  return (
    <TreePicker
      index={index}
      options={options}
      focus={view.focus}
      probabilities={probabilities}
      onPick={(label: LabelView) => desk.pick(label)}
    />
  );
}

type AnswerAreaProps = {
  held: HeldTask;
  desk: AnswerDesk;
  index: LabelIndex;
  onSkip: (reason: SkipReason) => void;
};

/** The item and the answers that can be given. Everything has its place and keeps it, whatever is shown there. */
export function AnswerArea({ held, desk, index, onSkip }: AnswerAreaProps) {
  const { view, isSearching, hits } = desk;
  return (
    <Box sx={{ position: 'relative', minHeight: 1, px: 9, pb: 6 }}>
      <Box sx={{ maxWidth: 880 }}>
        <ItemHead held={held} index={index} />
        <Box
          sx={{
            display: 'flex',
            alignItems: 'center',
            justifyContent: 'space-between',
            gap: 4,
            height: 38,
            mb: 1,
            fontSize: 12,
            fontWeight: 600,
          }}
        >
          <Caption held={held} desk={desk} index={index} />
          <SearchBox
            isOpen={view.overlay === 'search'}
            query={view.query}
            listId={listId}
            optionId={isSearching && hits.length > 0 ? hitId(listId, view.hit) : undefined}
            onOpen={desk.openSearch}
            onClose={desk.closeOverlay}
            onType={desk.type}
            onMove={desk.moveHit}
            onChoose={desk.chooseHit}
          />
        </Box>
        <Box sx={{ minHeight: columnRows * answerRowHeight + 1, borderTop: 1, borderColor: 'divider' }}>
          <Answers held={held} desk={desk} index={index} />
        </Box>
      </Box>
      {view.overlay === 'skip' ? <SkipPanel onSkip={onSkip} onClose={desk.closeOverlay} /> : null}
    </Box>
  );
}
