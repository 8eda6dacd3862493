package com.encvoy.keycloak.install;

import java.util.List;
import java.util.Set;

import com.encvoy.keycloak.install.thing.Part;
import com.encvoy.keycloak.install.thing.RealmFile;

/**
 * The installation that a command line asks for.
 *
 * @param file the realm file
 * @param version version of the pack
 * @param parts the parts; empty for those that were installed before, or all
 * @param clients client IDs of applications that get the scopes
 * @param isAllClients whether all applications get them
 * @param isSentryKnown whether the address of Sentry is known
 */
record InstallRequest(
        RealmFile file,
        String version,
        Set<Part> parts,
        List<String> clients,
        boolean isAllClients,
        boolean isSentryKnown) {}
