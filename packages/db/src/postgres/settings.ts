/** `durable`: what is committed survives a crash. `throwaway`: faster, for data that no one would miss, as in tests. */
export type Durability = 'durable' | 'throwaway';

// For a laptop or one small server that runs other things too; a bigger database is a managed one, by DATABASE_URL.
const COMMON = {
  listen_addresses: '127.0.0.1',
  // In the cluster's folder, which only its owner may enter. Much cheaper a round trip than TCP is.
  unix_socket_directories: process.platform === 'win32' ? '' : '.',
  unix_socket_permissions: '0700',
  cluster_name: 'jeoul',
  max_connections: '100',
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  maintenance_work_mem: '128MB',
  work_mem: '16MB',
  // Solid-state disks: a random page costs hardly more than the next one.
  random_page_cost: '1.1',
  // The console's queries are short; compiling them takes longer than running them.
  jit: 'off',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  // Checkpoints are routine, and would be the only thing in the log.
  log_checkpoints: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
};

const THROWAWAY = {
  shared_buffers: '128MB',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
};

/** The settings of a server as command-line arguments; there they win over the cluster's own files. */
export function settingArguments(durability: Durability): string[] {
  const settings = durability === 'durable' ? COMMON : { ...COMMON, ...THROWAWAY };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
