package com.encvoy.keycloak.server;

import java.nio.file.Path;

import com.encvoy.keycloak.server.clock.ClockResource;
import com.encvoy.keycloak.server.clock.ClockResourceProvider;
import com.encvoy.keycloak.server.clock.ClockResourceProviderFactory;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** The JAR that lets tests move the server's clock. It is installed beside the pack, never shipped with it. */
final class TestClock {

    private TestClock() {
    }

    static Path jar() {
        Path jar = Pack.target().resolve("test-clock.jar");
        ShrinkWrap.create(JavaArchive.class, "test-clock.jar")
                .addClasses(ClockResource.class, ClockResourceProvider.class, ClockResourceProviderFactory.class)
                .addAsServiceProvider(RealmResourceProviderFactory.class, ClockResourceProviderFactory.class)
                .addAsManifestResource(EmptyAsset.INSTANCE, "beans.xml")
                .as(ZipExporter.class)
                .exportTo(jar.toFile(), true);
        return jar;
    }
}
