import { expect, test } from 'vitest';
import { testHouse } from '../../../testing/catalog.ts';
import { addReviewQueue, addReviews } from '../../../testing/reviews.ts';
import { reviewEvidence } from './evidence.queries.ts';

test('the evidence tells how many people reported a review and their commonest reasons, personal data masked', async () => {
  await using house = await testHouse();
  const { prisma } = house.db;
  await addReviews(house, ['별로', '좋아요']);
  await addReviewQueue(house);
  const [reported, other] = await prisma.task.findMany({ orderBy: { id: 'asc' } });
  if (!reported || !other) throw new Error('two reviews have two tasks');
  const reasons = ['욕설', '욕설', '광고', '전화번호 010-1234-5678', '가', '나', '다'];
  await prisma.reviewReport.createMany({
    data: reasons.map((reason, n) => {
      return { reviewId: reported.itemId, reporter: `u-${n}`, reason, reportedAt: new Date() };
    }),
  });
  const { reports } = (await reviewEvidence(prisma, { taskId: reported.id })) ?? {};
  expect(reports?.people).toBe(7);
  expect(reports?.reasons).toHaveLength(5);
  expect(reports?.reasons[0]).toEqual({ reason: '욕설', people: 2 });
  expect(JSON.stringify(reports)).not.toContain('1234');
  expect((await reviewEvidence(prisma, { taskId: other.id }))?.reports).toEqual({ people: 0, reasons: [] });
});
