import type { App } from '../../../lib/app.ts';
import { appendAudit, type Actor } from '../../../lib/audit.ts';
import { JeoulError } from '../../../lib/errors.ts';
import type { ImportTally } from './import-tally.ts';
import type { FileDecision } from './read-task.ts';

/** The account of decisions by people who have none here. Nobody can sign in with it: it has no password and is disabled. */
export const importAccount = { email: 'label-studio@import.invalid', name: 'Label Studio' } as const;

/** Who of the file is whom here. */
export class People {
  readonly #db: App['db'];
  readonly #actor: Actor;
  readonly #stated: Readonly<Record<string, string>>;
  readonly #tally: ImportTally;
  readonly #byEmail = new Map<string, string | null>();
  #importAccountId: string | null = null;

  /** `stated` names accounts by e-mail address for ids and addresses of the file. */
  constructor(db: App['db'], input: { actor: Actor; stated: Readonly<Record<string, string>>; tally: ImportTally }) {
    this.#db = db;
    this.#actor = input.actor;
    this.#stated = input.stated;
    this.#tally = input.tally;
  }

  /** Throws NOT_FOUND when an address that was stated has no account. */
  async checkStated(): Promise<void> {
    for (const email of Object.values(this.#stated)) {
      if ((await this.#accountOf(email)) === null) throw new JeoulError('NOT_FOUND', { email });
    }
  }

  /** The account of whoever decided: the one stated, else the one with the same address; null where there is none. */
  async find({ id, email }: FileDecision['completedBy']): Promise<string | null> {
    const stated = (id === null ? undefined : this.#stated[id]) ?? (email === null ? undefined : this.#stated[email]);
    const wanted = stated ?? email;
    const known = wanted === null ? null : await this.#accountOf(wanted);
    if (known === null) this.#tally.notePerson(email ?? id ?? '');
    return known;
  }

  /** The account for everybody else, made when it is first needed. */
  async importAccountId(): Promise<string> {
    this.#importAccountId ??= (await this.#accountOf(importAccount.email)) ?? (await this.#makeImportAccount());
    return this.#importAccountId;
  }

  async #accountOf(address: string): Promise<string | null> {
    const email = address.trim().toLowerCase();
    const known = this.#byEmail.get(email);
    if (known !== undefined) return known;
    const user = await this.#db.prisma.user.findUnique({ where: { email }, select: { id: true } });
    this.#byEmail.set(email, user?.id ?? null);
    return user?.id ?? null;
  }

  async #makeImportAccount(): Promise<string> {
    return this.#db.prisma.$transaction(async (tx) => {
      const { id } = await tx.user.create({ data: { ...importAccount, role: 'operator', disabledAt: new Date() } });
      await appendAudit(tx, {
        actor: this.#actor,
        action: 'user.created',
        targetKind: 'user',
        targetId: id,
        after: { ...importAccount, role: 'operator', canSignIn: false },
      });
      return id;
    });
  }
}
