import { Box } from '@mui/material';
import { Link, type LinkProps } from '@tanstack/react-router';
import { createContext, type ReactNode, use, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';

/** One step of the way here. The last is the page itself and needs no link. */
export type Crumb = { label: string; link?: LinkProps };

type Slot = { node: HTMLElement | null; setNode: (node: HTMLElement | null) => void };
const SlotContext = createContext<Slot>({ node: null, setNode: () => undefined });

/** Lets a page deep below write into the top bar. */
export function CrumbsProvider({ children }: { children: ReactNode }) {
  const [node, setNode] = useState<HTMLElement | null>(null);
  return <SlotContext value={{ node, setNode }}>{children}</SlotContext>;
}

/** Where in the top bar the crumbs appear. */
export function CrumbsSlot() {
  const { t } = useTranslation();
  const { setNode } = use(SlotContext);
  return (
    <Box
      component="nav"
      ref={setNode}
      aria-label={t('shell.crumbs')}
      sx={{
        minWidth: 0,
        overflow: 'hidden',
        whiteSpace: 'nowrap',
        textOverflow: 'ellipsis',
        color: 'text.disabled',
        '& a': { color: 'inherit', textDecoration: 'none', '&:hover': { color: 'text.primary' } },
      }}
    />
  );
}

/** Writes the way to this page into the top bar and its name into the window's title. */
export function Crumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  const { node } = use(SlotContext);
  const { t } = useTranslation();
  const title = crumbs.at(-1)?.label ?? '';
  const product = t('common.product');
  useEffect(() => {
    document.title = title === '' ? product : `${title} · ${product}`;
  }, [title, product]);
  if (node === null) return null;
  return createPortal(
    crumbs.map((crumb, index) => {
      const isLast = index === crumbs.length - 1;
      return (
        <span key={crumb.label}>
          {index > 0 ? <span aria-hidden>{'\u2002▸\u2002'}</span> : null}
          {isLast || !crumb.link ? (
            <Box
              component="span"
              aria-current={isLast ? 'page' : undefined}
              sx={isLast ? { color: 'text.primary', fontWeight: 600 } : undefined}
            >
              {crumb.label}
            </Box>
          ) : (
            <Link {...crumb.link}>{crumb.label}</Link>
          )}
        </span>
      );
    }),
    node,
  );
}
