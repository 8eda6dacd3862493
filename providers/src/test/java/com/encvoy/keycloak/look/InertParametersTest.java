package com.encvoy.keycloak.look;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import freemarker.template.SimpleNumber;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModelException;

import static org.assertj.core.api.Assertions.assertThat;

class InertParametersTest {

    private final List<Object> received = new ArrayList<>();

    private final TemplateMethodModelEx message = new TemplateMethodModelEx() {
        @Override
        @SuppressWarnings({"rawtypes", "unchecked"}) // As FreeMarker declares it.
        public Object exec(List arguments) {
            received.addAll(arguments);
            return "text";
        }
    };

    private List<String> passedOn(Object... arguments) throws TemplateModelException {
        received.clear();
        assertThat(new InertParameters(message).exec(List.of(arguments))).isEqualTo("text");
        return received.stream().map(String::valueOf).toList();
    }

    @Test
    void aParameterIsNoMarkup() throws TemplateModelException {
        assertThat(passedOn(new SimpleScalar("doLogIn"), new SimpleScalar("<b>"), new SimpleScalar("Sentry")))
                .containsExactly("doLogIn", Markup.inert("<b>"), "Sentry");
    }

    @Test
    void theOnlyParameterIsNoMarkupEither() throws TemplateModelException {
        assertThat(passedOn(new SimpleScalar("doLogIn"), new SimpleScalar("<b>")))
                .containsExactly("doLogIn", Markup.inert("<b>"));
    }

    @Test
    void theKeyIsLeftAsItIs() throws TemplateModelException {
        assertThat(passedOn(new SimpleScalar("<key>"))).containsExactly("<key>");
        assertThat(passedOn(new SimpleScalar("<key>"), new SimpleScalar("a"))).containsExactly("<key>", "a");
        assertThat(passedOn()).isEmpty();
    }

    @Test
    void aParameterThatIsNoTextIsLeftAsItIs() throws TemplateModelException {
        SimpleNumber number = new SimpleNumber(5);
        passedOn(new SimpleScalar("expires"), number);

        assertThat(received.get(1)).isSameAs(number);
    }

    @Test
    void theHtmlNameOfTheRealmIsMarkupOfAnAdministrator() throws TemplateModelException {
        assertThat(passedOn(new SimpleScalar("loginTitleHtml"), new SimpleScalar("<b>Encvoy</b>")))
                .containsExactly("loginTitleHtml", "<b>Encvoy</b>");
    }
}
