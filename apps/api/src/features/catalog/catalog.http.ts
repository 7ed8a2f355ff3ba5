export async function registerCatalogHttp(_server: unknown, _app: unknown): Promise<void> {}
