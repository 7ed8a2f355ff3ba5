import { Box } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { HomeCardFrame } from '../../components/home-card.tsx';
import { useMe } from '../../lib/me.tsx';
import { rolesWithoutPages } from './roles-without-pages.ts';

/** For the roles this version has no pages for yet: says so, and what they can count on today. */
export function RoleCard() {
  const { t } = useTranslation();
  const { role } = useMe();
  const known = rolesWithoutPages.find((each) => each === role);
  if (known === undefined) return null;
  return (
    <HomeCardFrame title={t(`home.role.${known}.title`)}>
      <Box sx={{ px: 4, pb: 4, pt: 1, maxWidth: 560, color: 'text.secondary', lineHeight: 1.7 }}>
        {t(`home.role.${known}.body`)}
      </Box>
    </HomeCardFrame>
  );
}
