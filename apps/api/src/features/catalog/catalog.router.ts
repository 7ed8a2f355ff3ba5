import { importRef, importsInput, previewInput } from '@jeoul/shared/catalog/import-contract';
import { isScopedToStores } from '@jeoul/shared/access/permissions';
import { permitted, router } from '../../lib/trpc.ts';
import { catalogFigures } from './catalog-figures.queries.ts';
import { listImports, reportImport } from './import-list.queries.ts';
import { previewImport } from './import-preview.ts';
import { cancelImport } from './import.service.ts';

export const catalogRouter = router({
  figures: permitted('catalog:read').query(({ ctx }) =>
    catalogFigures(ctx.app, { scopedTo: isScopedToStores(ctx.user.role) ? ctx.user.id : null }),
  ),
  imports: permitted('catalog:import')
    .input(importsInput)
    .query(({ ctx, input }) => listImports(ctx.app, input)),
  import: permitted('catalog:import')
    .input(importRef)
    .query(({ ctx, input }) => reportImport(ctx.app, input.id)),
  // Changes nothing: a mutation because a file's beginning does not fit into a URL.
  preview: permitted('catalog:import')
    .input(previewInput)
    .mutation(({ input }) => previewImport(input)),
  cancelImport: permitted('catalog:import')
    .input(importRef)
    .mutation(({ ctx, input }) => cancelImport(ctx.app, ctx.actor, input.id)),
});
