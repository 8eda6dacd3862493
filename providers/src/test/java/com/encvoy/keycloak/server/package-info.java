/**
 * A real Keycloak with the packaged JARs for the server tests. One {@link com.encvoy.keycloak.server.TestServer} serves
 * every test class of a run; classes that change a realm work on a copy of their own.
 *
 * <pre>
 * a test  --asks for-->  TestServer          one interface, whatever runs below
 *                          |
 *            +-------------+-----------------+--------------------------+
 *            |             |                 |                          |
 *      ContainerServer  DistributionServer  OptimizedServer, Cluster   ImageServer
 *      official image   start-dev           start --optimized,         the pack's own
 *      with the JARs    with the JARs       PostgreSQL, TLS            image
 *            |             |                 |                          |
 *        an engine      KeycloakProcess     OptimizedNode            PackImage
 *                          |                 |
 *                       Distribution        OptimizedDistribution    in server.node
 *
 * StockServer         the distribution without the pack, to compare with
 * TestRealm           a realm: its people, clients, events; copied from the shipped file
 * Mailbox             the mail server of all of them
 * </pre>
 */
package com.encvoy.keycloak.server;
