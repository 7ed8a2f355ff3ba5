/** What stops the embedded Postgres from starting; the message says what to do about it. */
export class EmbeddedPostgresError extends Error {
  override name = 'EmbeddedPostgresError';
}

/** There are no Postgres binaries for this operating system or processor. */
export class UnsupportedPlatformError extends EmbeddedPostgresError {
  override name = 'UnsupportedPlatformError';
}

/** The port asked for belongs to another program. */
export class PortTakenError extends EmbeddedPostgresError {
  override name = 'PortTakenError';
  readonly port: number;

  constructor(port: number) {
    super(`Port ${port} on 127.0.0.1 is taken by another program. Choose another port, or stop that program.`);
    this.port = port;
  }
}

/** Another running process holds the data folder. */
export class DataFolderInUseError extends Error {
  override name = 'DataFolderInUseError';
  readonly dataDir: string;
  readonly pid: number;

  constructor(dataDir: string, pid: number) {
    super(`The data folder ${dataDir} is in use by process ${pid}. Stop that process, or choose another data folder.`);
    this.dataDir = dataDir;
    this.pid = pid;
  }
}

/** The data folder can't be made or written by this process. */
export class DataFolderError extends Error {
  override name = 'DataFolderError';
  readonly dataDir: string;

  constructor(dataDir: string, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(
      `The data folder ${dataDir} can't be used: ${reason}. Give it to the user who starts Jeoul (chown -R), start as its owner, or choose another data folder.`,
      { cause },
    );
    this.dataDir = dataDir;
  }
}
