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
