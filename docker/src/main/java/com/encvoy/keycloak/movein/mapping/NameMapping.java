package com.encvoy.keycloak.movein.mapping;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import com.encvoy.keycloak.movein.decision.Conflict;
import com.encvoy.keycloak.movein.source.Person;

/** Maps the login and the e-mail address, which are unique in Keycloak. */
final class NameMapping {

    private static final Pattern UUID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private final Surroundings around;

    NameMapping(Surroundings around) {
        this.around = around;
    }

    /** @return empty if the person is to be left out */
    Optional<String> login(Person person) {
        String brought = person.text("login");
        String login = brought.toLowerCase(Locale.ROOT);
        if (!login.equals(brought)) {
            around.tally().note("logins become lower case; people can still type them as before");
        }
        if (UUID.matcher(login).matches()) {
            around.tally()
                    .note("logins are random, because people chose none: they sign in with their e-mail address or"
                            + " phone number");
        }
        Predicate<String> free = name -> isFree(name, person.number());
        if (around.here().hasLogin(login)) {
            return decided(person, login, taken(person, login, "another person in the realm has it"), free);
        }
        if (!around.logins().mayHave(login, person.number())) {
            return decided(person, login, taken(person, login, "it differs from another one only in case"), free);
        }
        Optional<String> problem = around.realm().profile().problem("username", login);
        if (problem.isEmpty() && login.contains("@") && !login.equals(email(person))) {
            problem = Optional.of("is an address that is not the person's own");
        }
        if (problem.isPresent()) {
            String decision = around.decisions()
                    .about(
                            Conflict.of(
                                    key(person, "login"),
                                    "The login " + login + " of person " + person.number() + " " + problem.get() + ".",
                                    "=" + another(login, person.number()),
                                    Conflict.VALUE,
                                    Conflict.KEEP,
                                    Conflict.LEAVE_OUT),
                            free);
            return decision.equals(Conflict.KEEP) ? Optional.of(login) : value(decision);
        }
        return Optional.of(login);
    }

    private static String taken(Person person, String login, String why) {
        return "The login " + login + " of person " + person.number() + " cannot be kept: " + why + ".";
    }

    private Optional<String> decided(Person person, String login, String sentence, Predicate<String> free) {
        String proposal = "=" + another(login, person.number());
        return value(around.decisions()
                .about(
                        Conflict.of(key(person, "login"), sentence, proposal, Conflict.VALUE, Conflict.LEAVE_OUT),
                        free));
    }

    private static Optional<String> value(String decision) {
        return decision.startsWith("=")
                ? Optional.of(decision.substring(1).toLowerCase(Locale.ROOT))
                : Optional.empty();
    }

    private boolean isFree(String name, int person) {
        String login = name.toLowerCase(Locale.ROOT);
        return !around.here().hasLogin(login)
                && around.realm().profile().problem("username", login).isEmpty()
                && around.logins().mayGet(login, person);
    }

    /** A login that is free. */
    private String another(String login, int person) {
        String cleaned = around.realm().profile().cleaned("username", login.replaceFirst("@.*", ""));
        String base = cleaned.length() > 240 ? cleaned.substring(0, 240) : cleaned;
        for (String proposal : new String[] {base + "-" + person, "user-" + person, "encvoy-user-" + person}) {
            if (isFree(proposal, person)) {
                return proposal;
            }
        }
        return "encvoy-" + person + "-" + Integer.toHexString(login.hashCode());
    }

    /** In lower case; empty if the person has none, or cannot keep it. */
    String address(Person person) {
        String email = email(person);
        if (email.isEmpty()) {
            around.tally().note("people have no e-mail address: they are asked for one when they sign in");
            return "";
        }
        String why = null;
        if (around.here().hasEmail(email)) {
            why = "another person in the realm has it";
        } else if (!around.emails().mayHave(email, person.number())) {
            why = "another person in Encvoy ID has it";
        } else if (around.realm().profile().problem("email", email).isPresent()) {
            why = "it " + around.realm().profile().problem("email", email).get();
        }
        if (why == null) {
            return email;
        }
        String decision = around.decisions()
                .about(
                        Conflict.of(
                                key(person, "email"),
                                "The address " + email + " of person " + person.number() + " cannot be kept: " + why
                                        + ". Without an address, the person is asked for one when signing in.",
                                Conflict.NONE,
                                Conflict.NONE,
                                Conflict.VALUE),
                        other -> !around.here().hasEmail(other)
                                && around.realm()
                                        .profile()
                                        .problem("email", other)
                                        .isEmpty()
                                && around.emails().mayGet(other, person.number()));
        return decision.startsWith("=") ? decision.substring(1) : "";
    }

    private static String email(Person person) {
        return person.text("email").toLowerCase(Locale.ROOT);
    }

    private static String key(Person person, String what) {
        return "person/" + person.number() + "/" + what;
    }
}
