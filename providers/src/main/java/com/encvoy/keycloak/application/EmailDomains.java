package com.encvoy.keycloak.application;

import java.net.IDN;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import com.encvoy.keycloak.application.option.SettingsLog;

/**
 * The domains whose e-mail addresses an application admits, such as {@code example.com} (that domain alone) and
 * {@code *.example.com} (every domain below it, not itself).
 *
 * @param patterns in lower case and ASCII; empty means that every domain is admitted
 */
public record EmailDomains(List<String> patterns) {

    static final EmailDomains ALL = new EmailDomains(List.of());

    private static final Pattern DOMAIN = Pattern.compile("(?:\\*\\.)?[a-z0-9-]+(?:\\.[a-z0-9-]+)*");

    /** Whether a text names domains and nothing else. */
    static boolean isValid(String text) {
        return Arrays.stream(text.strip().split("[\\s,]+"))
                        .allMatch(word -> word.isEmpty() || domainOf(word).isPresent())
                && Arrays.stream(text.split("[\\s,]+")).anyMatch(word -> !word.isEmpty());
    }

    private static Optional<String> domainOf(String word) {
        return ascii(word).filter(name -> DOMAIN.matcher(name).matches());
    }

    /** @param text domains separated by white space or commas */
    static EmailDomains parse(String text, String where, String key) {
        List<String> patterns = new ArrayList<>();
        for (String word : text.strip().split("[\\s,]+")) {
            Optional<String> domain = domainOf(word);
            domain.ifPresent(patterns::add);
            if (domain.isEmpty() && !word.isEmpty()) {
                // Kept as a pattern that fits nothing: a typing error must not open the application to everybody.
                patterns.add("");
                SettingsLog.warn(
                        where, key, word, "domains such as example.com or *.example.com", "no domain for this entry");
            }
        }
        if (patterns.isEmpty() && !text.isBlank()) {
            // Something was set, and nothing of it is a domain.
            patterns.add("");
            SettingsLog.warn(where, key, text, "domains such as example.com or *.example.com", "no domain");
        }
        return new EmailDomains(List.copyOf(patterns));
    }

    public boolean admitsEveryone() {
        return patterns.isEmpty();
    }

    /** @param email an address; without a domain it is not admitted */
    public boolean admits(String email) {
        return admitsEveryone()
                || domain(email)
                        .map(domain -> patterns.stream().anyMatch(pattern -> fits(pattern, domain)))
                        .orElse(false);
    }

    private static boolean fits(String pattern, String domain) {
        return pattern.startsWith("*.")
                ? domain.endsWith(pattern.substring(1)) && domain.length() >= pattern.length()
                : pattern.equals(domain);
    }

    private static Optional<String> domain(String email) {
        int at = email == null ? -1 : email.lastIndexOf('@');
        return at < 0 ? Optional.empty() : ascii(email.substring(at + 1));
    }

    private static Optional<String> ascii(String domain) {
        try {
            String wildcard = domain.startsWith("*.") ? "*." : "";
            return Optional.of(
                    wildcard + IDN.toASCII(domain.substring(wildcard.length())).toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
