import { Box, ButtonBase } from '@mui/material';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { visiblePieces } from '../../../../components/text/segments.ts';
import { VisiblePieces } from '../../../../components/text/visible-text.tsx';
import { useFormat } from '../../../../lib/use-format.ts';
import { Section } from '../../evidence/section.tsx';
import { ObjectionForms } from './objection-forms.tsx';
import type { Effect } from './use-effects.ts';

/** The review's words, veiled until somebody asks for them. */
function VeiledText({ text }: { text: string }) {
  const { t } = useTranslation();
  const [isVeiled, setVeiled] = useState(true);
  return (
    <>
      <Box
        aria-hidden={isVeiled}
        sx={{
          whiteSpace: 'pre-wrap',
          overflowWrap: 'anywhere',
          fontSize: 14,
          ...(isVeiled ? { filter: 'blur(6px) grayscale(1)', userSelect: 'none' } : {}),
        }}
      >
        <bdi>
          <VisiblePieces pieces={visiblePieces(text)} />
        </bdi>
      </Box>
      <ButtonBase
        onClick={() => setVeiled(!isVeiled)}
        aria-expanded={!isVeiled}
        sx={{ mt: 1, borderRadius: '4px', color: 'celadon.main', fontWeight: 600 }}
      >
        {t(isVeiled ? 'reviews.veilLift' : 'reviews.veilDrop')}
      </ButtonBase>
    </>
  );
}

function Notices({ notices }: { notices: Effect['notices'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
      {notices.map(({ recipient, kind, dueAt, leftAt, withdrawnAt }) => (
        <Box
          component="li"
          key={`${kind}-${recipient}-${dueAt}`}
          sx={{ display: 'flex', justifyContent: 'space-between', gap: 2, py: 0.5 }}
        >
          <span>{`${t(`reviews.recipient.${recipient}`)} · ${t(`reviews.notice.${kind}`)}`}</span>
          <Box component="span" sx={{ color: 'text.secondary' }}>
            {withdrawnAt !== null
              ? t('reviews.noticeWithdrawn')
              : leftAt !== null
                ? t('reviews.noticeLeft', { time: format.clock(leftAt) })
                : t('reviews.noticeWaits', { time: format.clock(dueAt) })}
          </Box>
        </Box>
      ))}
    </Box>
  );
}

/** All of one effect: the words it is on, its place, who was told, and what the author holds against it. */
export function EffectPanel({ effect }: { effect: Effect }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { text, shownText, place, reviewsOfStore, decidedBy, startedAt, endsAt, endedAt, objection } = effect;
  return (
    <Box sx={{ p: 5, pt: 4, pb: 4 }}>
      <Section title={t('reviews.review')}>
        <VeiledText key={effect.id} text={text} />
        {shownText === null ? null : (
          <Box sx={{ mt: 2, color: 'text.secondary' }}>
            {t('reviews.shownAs')}
            <VeiledText key={`${effect.id}-shown`} text={shownText} />
          </Box>
        )}
        <Box sx={{ mt: 2, color: 'text.secondary' }}>
          {t('reviews.place', { place: format.count(place), count: reviewsOfStore })}
        </Box>
        <Box sx={{ color: 'text.secondary' }}>
          {t('reviews.decidedBy', { name: decidedBy, moment: format.moment(startedAt) })}
        </Box>
        {endedAt === null && endsAt !== null ? (
          <Box sx={{ color: 'amber.main' }}>{t('reviews.endsAt', { moment: format.moment(endsAt) })}</Box>
        ) : null}
      </Section>
      <Section title={t('reviews.notices')}>
        <Notices notices={effect.notices} />
      </Section>
      {objection === null && endedAt !== null ? null : (
        <Section title={t('reviews.objection')}>
          <ObjectionForms key={effect.id} effect={effect} />
        </Section>
      )}
    </Box>
  );
}
