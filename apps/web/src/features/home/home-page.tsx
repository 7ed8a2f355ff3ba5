import { Box, Typography } from '@mui/material';
import { Inbox } from 'lucide-react';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/empty-state.tsx';
import { Figure } from '../../components/figure.tsx';
import { HomeCardFrame, HomeCardSkeleton } from '../../components/home-card.tsx';
import { Page } from '../../components/page/page.tsx';
import { useIsPermitted, useMe } from '../../lib/me.tsx';
import type { HomeCard } from '../../shell/feature.ts';
import { useFeatures } from '../../shell/shell-context.tsx';

const sections = ['waiting', 'changed', 'asked'] as const;

function HomeSection({ title, cards }: { title: string; cards: readonly HomeCard[] }) {
  if (cards.length === 0) return null;
  return (
    <Box component="section">
      <Typography variant="h2" sx={{ mb: 3 }}>
        {title}
      </Typography>
      <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(min(520px, 100%), 1fr))', gap: 4 }}>
        {cards.map(({ id, Card }) => (
          <Suspense key={id} fallback={<CardOnItsWay />}>
            <Card />
          </Suspense>
        ))}
      </Box>
    </Box>
  );
}

function CardOnItsWay() {
  return (
    <HomeCardFrame title={'\u00A0'}>
      <HomeCardSkeleton rows={2} />
    </HomeCardFrame>
  );
}

/** A person's work: what waits for them, what their work changed, what others ask of them. Each feature adds cards. */
export function HomePage() {
  const { t } = useTranslation();
  const me = useMe();
  const isPermitted = useIsPermitted();
  const cards = useFeatures()
    .flatMap((feature) => feature.homeCards)
    .filter((card) => card.permission === undefined || isPermitted(card.permission));
  return (
    <Page
      crumbs={[{ label: t('home.title') }]}
      title={t('home.greeting', { name: me.name })}
      figures={<Figure label={t(`access.role.${me.role}`)} value="" />}
    >
      <Box sx={{ height: 1, overflow: 'auto', p: 8, display: 'grid', alignContent: 'start', gap: 10, maxWidth: 1400 }}>
        {sections.map((section) => (
          <HomeSection
            key={section}
            title={t(`home.${section}`)}
            cards={cards.filter((card) => card.section === section)}
          />
        ))}
        {cards.length === 0 ? (
          <EmptyState icon={Inbox} title={t('home.nothingTitle')} body={t('home.nothingBody')} />
        ) : null}
      </Box>
    </Page>
  );
}
