export type { Prisma } from './generated/prisma/client.ts';
