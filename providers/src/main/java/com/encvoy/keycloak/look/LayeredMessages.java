package com.encvoy.keycloak.look;

import java.util.Map;
import java.util.Properties;

/** The messages of a page, which may reference its attributes as <code>${…}</code>, without copying all of them. */
final class LayeredMessages extends Properties {

    private static final long serialVersionUID = 1;

    private final Properties messages;

    LayeredMessages(Map<String, Object> attributes, Properties messages) {
        this.messages = messages;
        putAll(attributes);
    }

    @Override
    public synchronized Object getOrDefault(Object key, Object fallback) {
        Object message = messages.get(key);
        return message == null ? super.getOrDefault(key, fallback) : message;
    }

    @Override
    public String getProperty(String key) {
        String message = messages.getProperty(key);
        return message == null ? super.getProperty(key) : message;
    }
}
