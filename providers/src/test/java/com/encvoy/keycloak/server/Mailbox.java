package com.encvoy.keycloak.server;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;

import org.awaitility.Awaitility;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

/** The mail server of the tests: a real one, which accepts every mail and delivers none. One serves the whole run. */
public final class Mailbox {

    private static final GreenMail SERVER = start();

    private static final Pattern CODE = Pattern.compile("(?m)^(\\d{6,10})\\s*$");

    private Mailbox() {}

    private static GreenMail start() {
        GreenMail server = new GreenMail(new ServerSetup(0, "0.0.0.0", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return server;
    }

    static int port() {
        return SERVER.getSmtp().getPort();
    }

    /** A mail that has arrived. */
    public record Mail(String subject, String text, String html, String all) {

        /** The code in it. */
        public String code() {
            Matcher code = CODE.matcher(text);
            if (!code.find()) {
                throw new IllegalStateException("No code in the mail: " + text);
            }
            return code.group(1);
        }
    }

    public static List<Mail> of(String address) {
        return Arrays.stream(SERVER.getReceivedMessages())
                .filter(message -> isFor(message, address))
                .map(Mailbox::read)
                .toList();
    }

    /** Waits for the given number of mails to an address, and returns the last. */
    public static Mail await(String address, int number) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> of(address).size() >= number);
        return of(address).get(number - 1);
    }

    private static boolean isFor(MimeMessage message, String address) {
        try {
            return Arrays.stream(message.getAllRecipients())
                    .anyMatch(recipient -> recipient.toString().equals(address));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Mail read(MimeMessage message) {
        try {
            return new Mail(
                    message.getSubject(),
                    part(message, "text/plain"),
                    part(message, "text/html"),
                    message.getSubject() + "\n" + part(message, "text/plain") + "\n" + part(message, "text/html"));
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String part(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return ((String) part.getContent()).replace("\r\n", "\n");
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                String found = part(parts.getBodyPart(i), type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }
}
