/** api: what programs ask, at /api/v1. What it needs of the rooms below is `ApiDeps`; app/ plugs it in. */
export { type Api, apiPath, createApi } from './create-api.ts'
export type { ApiDeps } from './deps.ts'
