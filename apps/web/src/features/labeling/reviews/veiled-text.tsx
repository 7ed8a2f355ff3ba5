import { styled } from '@mui/material/styles';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HiddenText } from '../../../components/hidden-text.tsx';

const Veiled = styled('span')({
  // By itself it is one place to press, gaps between its lines included.
  '&[role="button"]': { display: 'block', position: 'relative', cursor: 'pointer' },
  '& > [aria-hidden]': { filter: 'blur(5px) grayscale(1)', userSelect: 'none' },
  // Pointing at it or having come to it by Tab is asking.
  '&:hover > [aria-hidden], &:focus-visible > [aria-hidden]': { filter: 'none' },
});

/** Text in a row of a list, veiled until pointed at. To those who hear the page it is said that it is veiled. */
export function VeiledCell({ isVeiled, children }: { isVeiled: boolean; children: ReactNode }) {
  const { t } = useTranslation();
  if (!isVeiled) return children;
  return (
    <Veiled data-veiled-text>
      <HiddenText>{t('reviews.veiled')}</HiddenText>
      <span aria-hidden>{children}</span>
    </Veiled>
  );
}

/** Text that stands by itself, veiled until pointed at, come to by Tab or pressed. Its key is what it is the text of. */
export function VeiledText({ isVeiled, children }: { isVeiled: boolean; children: ReactNode }) {
  const { t } = useTranslation();
  const [isRevealed, setIsRevealed] = useState(false);
  if (!isVeiled || isRevealed) return children;
  const reveal = () => setIsRevealed(true);
  return (
    <Veiled
      data-veiled-text
      role="button"
      tabIndex={0}
      onClick={reveal}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        reveal();
      }}
    >
      <HiddenText>{t('reviews.veilLift')}</HiddenText>
      <span aria-hidden>{children}</span>
    </Veiled>
  );
}
