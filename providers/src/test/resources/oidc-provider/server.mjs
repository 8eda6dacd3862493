// The library that Encvoy ID is built on, set up as in its quick start: adapter in memory, development keys, an account
// for every name. Passwords are bcrypt hashes of cost 10, as in Encvoy ID; no consent is asked for.
// Usage: node server.mjs <port> <client id> <client secret> <redirect URI> <password>
import { createServer } from 'node:http';
import { hash, verify } from '@node-rs/bcrypt';
import Provider from 'oidc-provider';

const [port, clientId, clientSecret, redirectUri, password] = process.argv.slice(2);
const stored = await hash(password, 10);

const provider = new Provider(`http://localhost:${port}`, {
  clients: [{
    client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri], response_types: ['code'],
    grant_types: ['authorization_code'], token_endpoint_auth_method: 'client_secret_post',
  }],
  claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'given_name', 'family_name'] },
  conformIdTokenClaims: false,
  pkce: { required: () => false },
  features: { devInteractions: { enabled: false }, introspection: { enabled: true } },
  interactions: { url: (ctx, interaction) => `/login/${interaction.uid}` },
  cookies: { keys: [clientSecret] },
  findAccount: (ctx, id) => ({
    accountId: id,
    claims: () => ({
      sub: id, email: `${id}@example.com`, email_verified: true,
      name: 'Ada Lovelace', given_name: 'Ada', family_name: 'Lovelace',
    }),
  }),
  async loadExistingGrant(ctx) {
    const known = ctx.oidc.session.grantIdFor(ctx.oidc.client.clientId);
    if (known) {
      return ctx.oidc.provider.Grant.find(known);
    }
    const grant = new ctx.oidc.provider.Grant({
      clientId: ctx.oidc.client.clientId, accountId: ctx.oidc.session.accountId,
    });
    grant.addOIDCScope('openid email profile');
    await grant.save();
    return grant;
  },
});

const library = provider.callback();

async function login(request, response) {
  const { uid } = await provider.interactionDetails(request, response);
  if (request.method === 'GET') {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end('<!DOCTYPE html><title>Sign in</title>'
      + `<form method="post" action="/login/${uid}"><input name="username"><input type="password" name="password">`
      + '<button>Sign in</button></form>');
    return;
  }
  let body = '';
  for await (const chunk of request) {
    body += chunk;
  }
  const form = new URLSearchParams(body);
  if (!await verify(form.get('password'), stored)) {
    response.writeHead(403).end();
    return;
  }
  await provider.interactionFinished(request, response, { login: { accountId: form.get('username') } });
}

createServer((request, response) => {
  if (request.url.startsWith('/login/')) {
    login(request, response).catch(() => response.writeHead(400).end());
  } else {
    library(request, response);
  }
}).listen(Number(port), 'localhost');
