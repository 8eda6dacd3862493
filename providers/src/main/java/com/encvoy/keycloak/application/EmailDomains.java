package com.encvoy.keycloak.application;

import java.net.IDN;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import com.encvoy.keycloak.application.option.SettingsLog;
import com.encvoy.keycloak.application.option.ValueForm;

/**
 * The domains of e-mail addresses that an application accepts, such as {@code example.com} (that domain only) and
 * {@code *.example.com} (every subdomain, but not the domain itself).
 *
 * @param patterns in lower case and ASCII; empty if every domain is accepted
 */
public record EmailDomains(List<String> patterns) {

    static final EmailDomains ALL = new EmailDomains(List.of());

    private static final Pattern DOMAIN = Pattern.compile("(?:\\*\\.)?[a-z0-9-]+(?:\\.[a-z0-9-]+)*");

    /** A typo must not open an application to everyone, so every value is read. */
    static SettingType<EmailDomains> type() {
        return new SettingType<>("domains, separated by spaces or commas", ValueForm.of(ValueForm.Kind.DOMAINS)) {
            @Override
            Optional<EmailDomains> read(String value, String where, String key) {
                return Optional.of(parse(value, where, key));
            }

            @Override
            boolean accepts(String value) {
                return isValid(value);
            }
        };
    }

    /** Whether a text names domains and nothing else. */
    static boolean isValid(String text) {
        List<String> words = Arrays.stream(text.split("[\\s,]+"))
                .filter(word -> !word.isEmpty())
                .toList();
        return !words.isEmpty()
                && words.stream().allMatch(word -> domainOf(word).isPresent());
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
                // Kept as a pattern that matches no domain: a typo must not open the application to everyone.
                patterns.add("");
                SettingsLog.warn(
                        where, key, word, "domains such as example.com or *.example.com", "no domain for this entry");
            }
        }
        if (patterns.isEmpty() && !text.isBlank()) {
            // A value is set, but it contains no domain.
            patterns.add("");
            SettingsLog.warn(where, key, text, "domains such as example.com or *.example.com", "no domain");
        }
        return new EmailDomains(List.copyOf(patterns));
    }

    public boolean admitsEveryone() {
        return patterns.isEmpty();
    }

    /** @param email an address; rejected if it has no domain */
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
