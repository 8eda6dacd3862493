package com.encvoy.keycloak.movein.mapping;

import java.util.function.UnaryOperator;

/** Addresses of pictures, which Encvoy ID keeps as paths below {@code public/images}. */
public final class Pictures implements UnaryOperator<String> {

    private final String base;
    private final Tally tally;

    /** @param base address below which the folder {@code public/images} is served; null if it is not */
    public Pictures(String base, Tally tally) {
        this.base = base == null || base.endsWith("/") ? base : base + "/";
        this.tally = tally;
    }

    /** The absolute address of a picture; empty if there is none that the realm would accept. */
    @Override
    public String apply(String stored) {
        if (stored.isEmpty() || stored.startsWith("https://")) {
            return stored;
        }
        if (base == null || stored.contains(":")) {
            tally.note("pictures are not brought: name the https address at which they are served with --pictures");
            return "";
        }
        return base + stored.replaceFirst("^/?(?:public/images/)?", "");
    }
}
