package com.encvoy.keycloak.membership;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.encvoy.keycloak.access.Invitations;
import com.encvoy.keycloak.application.editing.Refusal;

/**
 * E-mail addresses in text that was pasted from a list, a table or the header of a mail: separated by lines, commas,
 * semicolons or spaces, alone or as {@code Name <address>}.
 *
 * @param addresses distinct and in lower case, in the order of the text; not validated, so that a typing error can be
 *     reported
 */
public record PastedAddresses(Set<String> addresses) {

    /** Names in quotes may contain separators. */
    private static final Pattern QUOTED = Pattern.compile("\"[^\"\\r\\n]*\"");

    private static final Pattern SEPARATOR = Pattern.compile("[,;\\r\\n]+");

    private static final Pattern BRACKETS = Pattern.compile("<([^<>]*)>");

    private static final Pattern WHITE_SPACE = Pattern.compile("[\\s\\p{Z}\\x{200B}\\x{FEFF}]+");

    private static final Pattern AROUND =
            Pattern.compile("^(?i:mailto:)|^[<>()\\[\\]\"']+|(?<![<>()\\[\\]\"'.:])[<>()\\[\\]\"'.:]++$");

    /** @param text null for none; the callers limit its length */
    public static PastedAddresses parse(String text) {
        Set<String> addresses = new LinkedHashSet<>();
        if (text != null) {
            SEPARATOR
                    .splitAsStream(QUOTED.matcher(text).replaceAll(" "))
                    .flatMap(PastedAddresses::inPiece)
                    .map(address -> Invitations.normalized(bare(address)))
                    .filter(address -> !address.isEmpty())
                    .forEach(addresses::add);
        }
        return new PastedAddresses(addresses);
    }

    /** Words beside an address in brackets are a name, unless they are addresses themselves. */
    private static Stream<String> inPiece(String piece) {
        Matcher brackets = BRACKETS.matcher(piece);
        if (!brackets.find()) {
            return WHITE_SPACE.splitAsStream(piece);
        }
        Stream<String> beside = WHITE_SPACE
                .splitAsStream(BRACKETS.matcher(piece).replaceAll(" "))
                .filter(word -> word.contains("@"));
        return Stream.concat(BRACKETS.matcher(piece).results().map(found -> found.group(1)), beside);
    }

    private static String bare(String address) {
        return AROUND.matcher(address.strip()).replaceAll("");
    }

    /** Why these addresses cannot be invited: {@code no_addresses} or {@code too_many_addresses}. */
    public Optional<Refusal> refusal() {
        if (addresses.isEmpty()) {
            return MemberRefusal.NO_ADDRESSES.asRefusal();
        }
        return addresses.size() > InvitationRequest.MAX_EMAILS
                ? MemberRefusal.TOO_MANY_ADDRESSES.asRefusal()
                : Optional.empty();
    }
}
