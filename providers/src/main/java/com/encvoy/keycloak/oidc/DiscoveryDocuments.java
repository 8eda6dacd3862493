package com.encvoy.keycloak.oidc;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.cors.Cors;

/**
 * The discovery documents of a server, each made once per realm and address and again when what it says of the realm has changed.
 *
 * <p>No state in the sense of the cluster: whether a document still holds is read from the realm at every request.
 */
public final class DiscoveryDocuments {

    /** Addresses may come from the request where no hostname is configured: nobody shall fill the memory with them. */
    private static final int MOST = 256;

    private static final int MAX_AGE_SECONDS = 60;

    private final Map<List<Object>, DiscoveryDocument> documents = Collections.synchronizedMap(
            new LinkedHashMap<>(16, 0.75f, true) {

                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<List<Object>, DiscoveryDocument> eldest) {
                    return size() > MOST;
                }
            });

    Response answer(KeycloakSession session, OidcAddress address) {
        DiscoveryDocument document = current(session, address);
        String known = session.getContext().getHttpRequest().getHttpHeaders().getHeaderString(HttpHeaders.IF_NONE_MATCH);
        Response.ResponseBuilder response = known != null && (known.contains(document.tag()) || known.strip().equals("*"))
                ? Response.notModified().type(MediaType.APPLICATION_JSON_TYPE)
                : Response.ok(document.json()).type(MediaType.APPLICATION_JSON_TYPE);
        return Cors.builder().allowAllOrigins().auth().add(
                response.tag(new EntityTag(document.tag())).cacheControl(cacheControl()).header(HttpHeaders.VARY, "Origin"));
    }

    private DiscoveryDocument current(KeycloakSession session, OidcAddress address) {
        RealmModel realm = session.getContext().getRealm();
        List<Object> key = List.of(realm.getId(), address.issuer(), address.backChannel(""));
        RealmFacts facts = RealmFacts.of(realm);
        DiscoveryDocument document = documents.get(key);
        if (document == null || !document.facts().equals(facts)) {
            document = DiscoveryDocument.of(facts, new Discovery(session, address).describe(facts));
            documents.put(key, document);
        }
        return document;
    }

    private static CacheControl cacheControl() {
        CacheControl control = new CacheControl();
        control.setNoTransform(false);
        control.setMaxAge(MAX_AGE_SECONDS);
        control.getCacheExtension().put("public", "");
        return control;
    }
}
