import { Box, Typography } from '@mui/material';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Figure } from '../../components/figure.tsx';
import { HomeCardFrame, HomeCardSkeleton } from '../../components/home-card.tsx';
import { Page } from '../../components/page/page.tsx';
import { useIsPermitted, useMe } from '../../lib/me.tsx';
import { useFormat } from '../../lib/use-format.ts';
import { useNow } from '../../lib/use-now.ts';
import type { HomeCard } from '../../shell/feature.ts';
import { useFeatures } from '../../shell/shell-context.tsx';

/** What waits stands in the middle; what others ask, what came of one's work and what is live, beside it. */
const columns = [['waiting'], ['asked', 'changed', 'live']] as const;

type Section = HomeCard['section'];

function CardOnItsWay() {
  const { t } = useTranslation();
  return (
    <HomeCardFrame title={t('common.loading')}>
      <HomeCardSkeleton rows={1} />
    </HomeCardFrame>
  );
}

/** Hidden as long as none of its cards has anything to say. */
function HomeSection({ title, cards }: { title: string; cards: readonly HomeCard[] }) {
  if (cards.length === 0) return null;
  return (
    <Box component="section" sx={{ display: 'grid', gap: 3, '&:not(:has(article))': { display: 'none' } }}>
      <Typography variant="h2">{title}</Typography>
      {cards.map(({ id, Card }) => (
        <Suspense key={id} fallback={<CardOnItsWay />}>
          <Card />
        </Suspense>
      ))}
    </Box>
  );
}

/** A person's work: what waits for them, what their work changed, what others ask of them. Each feature adds cards. */
export function HomePage() {
  const { t } = useTranslation();
  const me = useMe();
  const format = useFormat();
  const isPermitted = useIsPermitted();
  const cards = useFeatures()
    .flatMap((feature) => feature.homeCards)
    .filter(({ permission }) => permission === undefined || isPermitted(permission))
    .filter(({ roles }) => roles === undefined || roles.includes(me.role));
  const filled = columns
    .map((sections) => sections.filter((section) => cards.some((card) => card.section === section)))
    .filter((sections) => sections.length > 0);
  const cardsOf = (section: Section) => cards.filter((card) => card.section === section);
  const role = t(`access.role.${me.role}`);
  return (
    <Page
      crumbs={[{ label: t('home.title') }]}
      figures={
        <>
          <Figure label={t('home.today')} value={format.day(useNow())} />
          <Figure label={role} value={me.name === role ? '' : me.name} />
        </>
      }
    >
      <Box
        sx={{
          height: 1,
          overflow: 'auto',
          p: 5,
          display: 'grid',
          alignContent: 'start',
          gap: 8,
          maxWidth: 1480,
          gridTemplateColumns: {
            xs: 'minmax(0, 1fr)',
            lg: filled.length > 1 ? 'minmax(0, 3fr) minmax(0, 2fr)' : 'minmax(0, 3fr) minmax(0, 1fr)',
          },
        }}
      >
        {filled.map((sections) => (
          <Box key={sections.join()} sx={{ display: 'grid', gap: 8, alignContent: 'start', minWidth: 0 }}>
            {sections.map((section) => (
              <HomeSection key={section} title={t(`home.${section}`)} cards={cardsOf(section)} />
            ))}
          </Box>
        ))}
      </Box>
    </Page>
  );
}
