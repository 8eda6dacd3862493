package com.encvoy.keycloak.look;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import freemarker.template.SimpleScalar;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateScalarModel;

/** Keycloak's template method {@code msg}, with parameters that cannot contain markup. */
final class InertParameters implements TemplateMethodModelEx {

    /** Messages whose parameter is intentional markup written by an administrator: the realm's HTML display name. */
    private static final Set<String> MARKUP = Set.of("loginTitleHtml");

    private final TemplateMethodModelEx message;

    InertParameters(TemplateMethodModelEx message) {
        this.message = message;
    }

    @Override
    @SuppressWarnings("rawtypes") // The raw type of FreeMarker's interface.
    public Object exec(List arguments) throws TemplateModelException {
        if (arguments.size() < 2 || MARKUP.contains(String.valueOf(arguments.get(0)))) {
            return message.exec(arguments);
        }
        List<Object> inert = new ArrayList<>();
        inert.add(arguments.get(0));
        for (Object argument : arguments.subList(1, arguments.size())) {
            inert.add(
                    argument instanceof TemplateScalarModel text
                            ? new SimpleScalar(Markup.inert(text.getAsString()))
                            : argument);
        }
        return message.exec(inert);
    }
}
