package com.encvoy.keycloak.dashboard.application;

import java.util.List;

import jakarta.ws.rs.core.Response;

import com.encvoy.keycloak.application.editing.Refusal;
import com.encvoy.keycloak.dashboard.shell.Page;

/** Why nothing was changed, on a page: a sentence at each field, in the reader's language. */
public final class Refusals {

    private Refusals() {}

    /** @return the page, with status 400 */
    public static Page on(Page page, List<Refusal> refusals) {
        refusals.forEach(refusal -> page.problem(
                refusal.field(), "refusal." + refusal.code(), refusal.parameters(), refusal.description()));
        return page.textsOf("refusals").status(Response.Status.BAD_REQUEST);
    }
}
