package com.encvoy.keycloak.server.cost;

import org.infinispan.Cache;
import org.infinispan.notifications.Listener;
import org.infinispan.notifications.Listener.Observation;
import org.infinispan.notifications.cachelistener.annotation.CacheEntryCreated;
import org.infinispan.notifications.cachelistener.annotation.CacheEntryModified;
import org.infinispan.notifications.cachelistener.annotation.CacheEntryRemoved;
import org.infinispan.notifications.cachelistener.event.CacheEntryCreatedEvent;
import org.infinispan.notifications.cachelistener.event.CacheEntryEvent;
import org.infinispan.notifications.cachelistener.event.CacheEntryModifiedEvent;
import org.infinispan.notifications.cachelistener.event.CacheEntryRemovedEvent;

/** Writes to a cache. Infinispan wants listeners to be public. */
@Listener(observation = Observation.POST)
public final class CacheWrites {

    private CacheWrites() {}

    static void attach(Cache<?, ?> cache) {
        cache.addListener(new CacheWrites());
    }

    @CacheEntryCreated
    public void created(CacheEntryCreatedEvent<?, ?> event) {
        add("created", event);
    }

    @CacheEntryModified
    public void modified(CacheEntryModifiedEvent<?, ?> event) {
        add("modified", event);
    }

    @CacheEntryRemoved
    public void removed(CacheEntryRemovedEvent<?, ?> event) {
        add("removed", event);
    }

    private static void add(String what, CacheEntryEvent<?, ?> event) {
        Account.add("write " + event.getCache().getName() + " " + what);
    }
}
