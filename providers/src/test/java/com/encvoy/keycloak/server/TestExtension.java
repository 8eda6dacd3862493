package com.encvoy.keycloak.server;

import java.nio.file.Path;

import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.keycloak.models.SingleUseObjectProviderFactory;
import org.keycloak.services.resource.RealmResourceProviderFactory;
import org.keycloak.storage.UserStorageProviderFactory;

import com.encvoy.keycloak.server.clock.ClockResourceProviderFactory;
import com.encvoy.keycloak.server.cost.CostResourceProviderFactory;
import com.encvoy.keycloak.server.directory.ReadOnlyDirectoryFactory;
import com.encvoy.keycloak.server.editing.EditingResourceProviderFactory;
import com.encvoy.keycloak.server.insight.InsightResourceProviderFactory;
import com.encvoy.keycloak.server.members.MembersResourceProviderFactory;
import com.encvoy.keycloak.server.pages.PagesResourceProviderFactory;
import com.encvoy.keycloak.server.work.CountedStoreFactory;
import com.encvoy.keycloak.server.work.WorkResourceProviderFactory;

/**
 * The JAR that lets tests move the server's clock, look at its pages, ask what it knows of an application, count its
 * work and its cost, connect a directory and call use cases. It is installed beside the pack, never shipped with it.
 */
public final class TestExtension {

    private TestExtension() {}

    private static final class Written {

        private static final Path JAR = write();
    }

    /** Written once per run. */
    public static Path jar() {
        return Written.JAR;
    }

    private static Path write() {
        Path jar = Pack.target().resolve("test-extension.jar");
        ShrinkWrap.create(JavaArchive.class, "test-extension.jar")
                .addClass(TestResourceFactory.class)
                .addPackages(
                        true,
                        ClockResourceProviderFactory.class.getPackage(),
                        CostResourceProviderFactory.class.getPackage(),
                        EditingResourceProviderFactory.class.getPackage(),
                        InsightResourceProviderFactory.class.getPackage(),
                        PagesResourceProviderFactory.class.getPackage(),
                        ReadOnlyDirectoryFactory.class.getPackage(),
                        MembersResourceProviderFactory.class.getPackage(),
                        WorkResourceProviderFactory.class.getPackage())
                .addAsServiceProvider(
                        RealmResourceProviderFactory.class,
                        ClockResourceProviderFactory.class,
                        CostResourceProviderFactory.class,
                        EditingResourceProviderFactory.class,
                        MembersResourceProviderFactory.class,
                        InsightResourceProviderFactory.class,
                        PagesResourceProviderFactory.class,
                        WorkResourceProviderFactory.class)
                .addAsServiceProvider(SingleUseObjectProviderFactory.class, CountedStoreFactory.class)
                .addAsServiceProvider(UserStorageProviderFactory.class, ReadOnlyDirectoryFactory.class)
                .addAsManifestResource(EmptyAsset.INSTANCE, "beans.xml")
                .as(ZipExporter.class)
                .exportTo(jar.toFile(), true);
        return jar;
    }
}
