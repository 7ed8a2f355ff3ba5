import { Box, Typography } from '@mui/material';
import { Link } from '@tanstack/react-router';
import { Inbox } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/empty-state.tsx';
import { Figure } from '../../components/figure.tsx';
import { Page } from '../../components/page/page.tsx';
import { useIsPermitted, useMe } from '../../lib/me.tsx';
import type { HomeCard } from '../../shell/feature.ts';
import { useRailEntries } from '../../shell/rail.tsx';
import { useFeatures } from '../../shell/shell-context.tsx';

const sections = ['waiting', 'changed', 'asked'] as const;

function HomeSection({ title, cards }: { title: string; cards: readonly HomeCard[] }) {
  if (cards.length === 0) return null;
  return (
    <Box component="section">
      <Typography variant="h2" sx={{ mb: 3 }}>
        {title}
      </Typography>
      <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(320px, 1fr))', gap: 4 }}>
        {cards.map(({ id, Card }) => (
          <Card key={id} />
        ))}
      </Box>
    </Box>
  );
}

function Places() {
  const { t } = useTranslation();
  const places = useRailEntries().filter((entry) => entry.to !== '/');
  if (places.length === 0)
    return <EmptyState icon={Inbox} title={t('home.nothingTitle')} body={t('home.nothingBody')} />;
  return (
    <Box component="nav" aria-label={t('home.go')} sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
      {places.map(({ to, label, icon: Icon }) => (
        <Box
          key={to}
          component={Link}
          to={to}
          sx={{
            display: 'flex',
            alignItems: 'center',
            gap: 2,
            height: 32,
            px: 3,
            border: 1,
            borderColor: 'divider',
            borderRadius: 1,
            bgcolor: 'ground.surface',
            color: 'text.primary',
            textDecoration: 'none',
            '&:hover': { borderColor: 'fieldLine' },
          }}
        >
          <Icon size={16} strokeWidth={1.6} aria-hidden />
          {t(label)}
        </Box>
      ))}
    </Box>
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
        <Places />
      </Box>
    </Page>
  );
}
