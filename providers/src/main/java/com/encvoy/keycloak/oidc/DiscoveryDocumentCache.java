package com.encvoy.keycloak.oidc;

import java.util.List;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.cors.Cors;

import com.encvoy.keycloak.application.option.LruCache;
import com.encvoy.keycloak.oidc.issuer.IssuerAddress;

/**
 * Caches discovery documents by realm and address. A document is created again when the inputs from the realm have
 * changed.
 *
 * <p>Needs no synchronisation across the cluster: whether a document is current is determined from the realm.
 */
public final class DiscoveryDocumentCache {

    private static final String CACHE_CONTROL = "public, max-age=60";

    /** Without a configured hostname, addresses come from the request, so their number must be limited. */
    private static final int MAX_DOCUMENTS = 256;

    private final LruCache<List<String>, DiscoveryDocument> documents = new LruCache<>(MAX_DOCUMENTS);

    Response answer(KeycloakSession session, IssuerAddress address) {
        if (HttpsRequirement.isViolated(session)) {
            return OAuthErrors.httpsRequired();
        }
        DiscoveryDocument document = current(session, address);
        HttpHeaders request = session.getContext().getHttpRequest().getHttpHeaders();
        String known = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        Response.ResponseBuilder response = known != null
                        && (known.contains(document.tag()) || known.strip().equals("*"))
                ? Response.notModified()
                : Response.ok(document.json());
        response.type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.ETAG, document.tag())
                .header(HttpHeaders.CACHE_CONTROL, CACHE_CONTROL)
                .header(HttpHeaders.VARY, "Origin");
        return request.getHeaderString("Origin") == null
                ? response.build()
                : Cors.builder().allowAllOrigins().auth().add(response);
    }

    private DiscoveryDocument current(KeycloakSession session, IssuerAddress address) {
        RealmModel realm = session.getContext().getRealm();
        List<String> key = List.of(realm.getId(), address.issuer());
        DiscoveryInputs facts = DiscoveryInputs.of(realm, address);
        DiscoveryDocument document = documents.get(key);
        if (document == null || !document.facts().equals(facts)) {
            document = DiscoveryDocument.of(facts, new ProviderMetadata(session, address).describe(facts));
            documents.put(key, document);
        }
        return document;
    }
}
