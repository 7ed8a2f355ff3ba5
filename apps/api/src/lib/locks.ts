/** Keys of Postgres advisory locks; one list, so that no two mean different things. */

/** Held shared by whoever adds or revokes resolutions, exclusively by whoever freezes a data set. */
export const resolutionsLock = 72_707_371;

/** Held by the one sealer of the audit chain. */
export const auditSealLock = 72_707_370;

/** Held by the one rescore of a slot; the second key is the hash of the slot's name. */
export const rescoreLock = 72_707_372;

/** Held by the one count of a queue's days that are over; the second key is the hash of the queue's id. */
export const dayCountLock = 72_707_373;

/** Held while a batch is planned; the second key is the hash of its id. */
export const batchLock = 72_707_374;
