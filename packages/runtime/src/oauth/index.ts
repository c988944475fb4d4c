export {
  finishAuthorization,
  startAuthorization,
  type Authorization,
  type AuthorizationRequest,
} from './authorization.ts';
export { OAuthError } from './oauth-error.ts';
export type { OAuthApp } from './token-endpoint.ts';
export {
  clientCredentials,
  userTokens,
  type OAuthTokenSource,
  type TokenSourceOptions,
} from './token-source.ts';
export { memoryStore, type TokenSet, type TokenStore } from './token-store.ts';
