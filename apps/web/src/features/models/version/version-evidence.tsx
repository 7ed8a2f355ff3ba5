import { Box, ButtonBase, Tooltip } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { notify } from '../../../lib/notices.ts';
import type { SlotView, VersionView } from '../model-types.ts';
import { EvidenceSection, Fact, Facts } from '../section.tsx';
import { useModelFormat } from '../use-model-format.ts';
import type { LabelNames } from '../use-slot-labels.ts';
import { ClassBalance } from './class-balance.tsx';
import { VersionEvents } from './version-events.tsx';

const shownHash = 10;

/** The start of a hash; a press copies all of it. */
function Hash({ hash }: { hash: string }) {
  const { t } = useTranslation();
  const copy = async () => {
    await navigator.clipboard.writeText(hash);
    notify({ text: t('models.learned.copied') });
  };
  return (
    <Tooltip title={`${t('models.learned.copyHash')} · ${hash.slice(0, 32)}…`}>
      <ButtonBase
        aria-label={`${hash.slice(0, shownHash)}, ${t('models.learned.copyHash')}`}
        onClick={() => void copy()}
        sx={{ fontFamily: 'monospace', fontSize: 12, borderRadius: '4px', '&:hover': { color: 'celadon.main' } }}
      >
        {hash.slice(0, shownHash)}
      </ButtonBase>
    </Tooltip>
  );
}

function DataSetFacts({ version }: { version: VersionView }) {
  const { t } = useTranslation();
  const format = useModelFormat();
  const { dataSet, learned } = version;
  if (!dataSet) return null;
  return (
    <>
      <Fact label={t('models.learned.dataSet')}>
        <Hash hash={dataSet.contentHash} />
      </Fact>
      <Fact label={t('models.learned.frozenAt')} hint={format.ago(dataSet.createdAt)}>
        {format.when(dataSet.createdAt)}
      </Fact>
      <Fact label={t('models.learned.counts')}>
        {format.count(dataSet.trainCount)} / {format.count(dataSet.testCount)}
      </Fact>
      {learned ? (
        <>
          <Fact label={t('models.learned.fresh')} tone="people" hint={t('models.learned.freshHint')}>
            {format.signed(learned.resolutions, 0)}
          </Fact>
          <Fact label={t('models.learned.corrections')} tone="people">
            {format.count(learned.corrections)}
          </Fact>
          <Fact label={t('models.learned.people')} tone="people">
            {t('models.learned.peopleUnit', { count: learned.people, shown: format.count(learned.people) })}
          </Fact>
        </>
      ) : null}
    </>
  );
}

type VersionEvidenceProps = { version: VersionView; slot: SlotView; labels: LabelNames };

/** Where the version comes from: what it learned, from whom, and what happened to it since. */
export function VersionEvidence({ version, slot, labels }: VersionEvidenceProps) {
  const { t } = useTranslation();
  const format = useModelFormat();
  const { dataSet, run } = version;
  const rows = dataSet ? dataSet.trainCount + dataSet.testCount : 0;
  return (
    <>
      <EvidenceSection title={t('models.evidence.history')}>
        <VersionEvents version={version} slot={slot} />
      </EvidenceSection>
      <EvidenceSection title={t('models.learned.title')}>
        <Facts>
          <DataSetFacts version={version} />
          <Fact label={t('models.learned.trainSeconds')}>{format.duration(version.trainSeconds)}</Fact>
          <Fact label={t('models.learned.size')}>{format.bytes(version.sizeBytes)}</Fact>
          {run && run.attempts > 1 ? (
            <Fact label={t('models.learned.attempts')} tone="attention">
              {t('models.learned.attemptsUnit', { count: run.attempts })}
            </Fact>
          ) : null}
          {run ? <Fact label={t('models.learned.seed')}>{run.seed}</Fact> : null}
          <Fact label={t('models.learned.code')}>{version.codeVersion}</Fact>
          <Fact label={t('models.learned.artifact')}>
            <Hash hash={version.artifactHash} />
          </Fact>
        </Facts>
      </EvidenceSection>
      {dataSet ? (
        <EvidenceSection
          title={t('models.learned.balance')}
          small={t('models.learned.balanceSmall', { count: rows, shown: format.count(rows) })}
        >
          <Box sx={{ mt: 1 }}>
            <ClassBalance counts={dataSet.labelCounts} labels={labels} />
          </Box>
        </EvidenceSection>
      ) : null}
    </>
  );
}
