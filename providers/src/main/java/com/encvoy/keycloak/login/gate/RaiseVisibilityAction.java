package com.encvoy.keycloak.login.gate;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.events.Details;
import org.keycloak.events.EventType;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.services.validation.Validation;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.userprofile.ValidationException;

import com.encvoy.keycloak.application.Application;
import com.encvoy.keycloak.application.ReleasePolicy;
import com.encvoy.keycloak.ending.AccessDenied;
import com.encvoy.keycloak.login.flow.AccountSwitch;
import com.encvoy.keycloak.login.flow.BaseRequiredAction;
import com.encvoy.keycloak.login.flow.SupersededLogin;

/**
 * Asks users to make private fields public that an application requires ({@link Application#REQUIRED_FIELDS}), or to
 * cancel, and to fill in missing ones. No field is released without consent (Encvoy ID's screen <em>Increase public
 * visibility</em>).
 */
final class RaiseVisibilityAction extends BaseRequiredAction {

    static final RaiseVisibilityAction INSTANCE = new RaiseVisibilityAction();

    private static final String MISSING = "error-user-attribute-required";

    private static RequiredFields fields(RequiredActionContext context) {
        return new RequiredFields(
                context.getSession(), context.getAuthenticationSession().getClient(), context.getUser());
    }

    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        if (fields(context).isSatisfied()) {
            login.removeRequiredAction(RaiseVisibilityActionFactory.PROVIDER_ID);
        } else {
            login.addRequiredAction(RaiseVisibilityActionFactory.PROVIDER_ID);
        }
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        RequiredFields fields = fields(context);
        if (fields.isSatisfied()) {
            context.success();
        } else if (fields.isStorable()) {
            context.challenge(page(context, fields, List.of()));
        } else {
            context.challenge(AccessDenied.page(context, AccessDenied.READ_ONLY));
        }
    }

    private static Response page(RequiredActionContext context, RequiredFields fields, List<FormMessage> errors) {
        LoginFormsProvider form = context.form();
        errors.forEach(form::addError);
        MultivaluedMap<String, String> typed = context.getHttpRequest().getDecodedFormParameters();
        List<Map<String, Object>> missing = fields.missing().stream()
                .map(field -> FieldInput.shown(field, value(typed, RequiredFields.attribute(field))))
                .toList();
        Map<String, Object> shown = Map.of(
                "application",
                Application.of(context.getAuthenticationSession().getClient()).title(),
                "hidden",
                fields.hidden().stream().map(RequiredFields::label).toList(),
                "missing",
                missing);
        return form.setAttribute("encvoyVisibility", shown).createForm("encvoy-raise-visibility.ftl");
    }

    private static String value(MultivaluedMap<String, String> typed, String attribute) {
        String value = typed == null ? null : typed.getFirst(attribute);
        return value == null ? "" : value;
    }

    @Override
    public void processAction(RequiredActionContext context) {
        String choice = context.getHttpRequest().getDecodedFormParameters().getFirst(AccountSwitch.CHOICE);
        if (AccountSwitch.isChosen(context.getHttpRequest())) {
            context.challenge(AccountSwitch.redirect(context));
        } else if ("cancel".equals(choice)) {
            context.challenge(declined(context));
        } else if ("continue".equals(choice)) {
            proceed(context, fields(context));
        } else {
            requiredActionChallenge(context);
        }
    }

    /** Offers a way back to the form: people who look around first are not refused. */
    private static Response declined(RequiredActionContext context) {
        ClientModel client = context.getAuthenticationSession().getClient();
        AccessDenied.fire(context.getEvent(), client, context.getUser(), "required_fields", null);
        return context.form()
                .setAttribute(
                        "encvoyDeclined",
                        Map.of("application", Application.of(client).title()))
                .createForm("encvoy-data-declined.ftl");
    }

    private static void proceed(RequiredActionContext context, RequiredFields fields) {
        MultivaluedMap<String, String> typed = context.getHttpRequest().getDecodedFormParameters();
        List<String> asked = fields.missing();
        boolean stored = true;
        if (!asked.isEmpty()) {
            Map<String, String> values = asked.stream()
                    .collect(Collectors.toMap(
                            Function.identity(), field -> value(typed, RequiredFields.attribute(field))));
            try {
                stored = fields.save(values);
            } catch (ValidationException e) {
                context.challenge(page(context, fields, Validation.getFormErrorsFromValidation(e.getErrors())));
                return;
            }
            SupersededLogin.noteOwnChange(context.getAuthenticationSession(), context.getUser());
        }
        List<String> missing = fields.missing();
        if (stored && !missing.isEmpty()) {
            context.challenge(page(
                    context,
                    fields,
                    missing.stream()
                            .map(field -> new FormMessage(RequiredFields.attribute(field), MISSING))
                            .toList()));
        } else if (stored && fields.makePublic()) {
            succeed(context);
        } else {
            context.challenge(AccessDenied.page(context, AccessDenied.READ_ONLY));
        }
    }

    private static void succeed(RequiredActionContext context) {
        context.getEvent()
                .clone()
                .event(EventType.UPDATE_PROFILE)
                .user(context.getUser())
                .detail(Details.CONTEXT, RaiseVisibilityActionFactory.PROVIDER_ID)
                .detail(
                        Details.PREF_UPDATED + ReleasePolicy.ATTRIBUTE,
                        context.getUser().getAttributeStream(ReleasePolicy.ATTRIBUTE))
                .success();
        context.success();
    }
}
