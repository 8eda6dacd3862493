package com.encvoy.keycloak.product;

/** What a product does in its own way. */
enum Habit {
    /** The secret goes into a header instead of the body. */
    BASIC,
    /** RFC 7636. */
    PKCE,
    /** Names the claims that it wants (OpenID Connect Core 1.0, section 5.5). */
    CLAIMS,
    /** Looks up its addresses; the others have them written down by hand. */
    DISCOVERY,
    /** Validates the ID token, with a nonce, and the issuer of the response. */
    VALIDATES,
    /** Reads the claims of the ID token. */
    ID_TOKEN,
    /** Asks for userinfo, with the access token in a header. */
    USERINFO,
    /** Asks for offline access. */
    OFFLINE,
    REFRESHES,
    /** Sends people here when they log out, with its client ID alone. */
    LOGS_OUT_BY_CLIENT_ID,
    /** Sends people here when they log out, with the ID token. */
    LOGS_OUT_BY_ID_TOKEN,
    /** Revokes its tokens before it does so. */
    REVOKES,
    /** Takes logout tokens. */
    BACK_CHANNEL
}
