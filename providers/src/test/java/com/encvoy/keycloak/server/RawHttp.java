package com.encvoy.keycloak.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Sends a request byte by byte as given, including requests that no HTTP library would send. */
public final class RawHttp {

    private final URI server;

    public RawHttp(URI server) {
        this.server = server;
    }

    /**
     * An answer.
     *
     * @param status its status
     * @param headers the last value of each header, by its name in any case
     * @param body its text
     */
    public record Answer(int status, Map<String, String> headers, String body) {}

    /** @param target request target, such as {@code /path?query} */
    public Answer send(String method, String target, Map<String, String> headers, String body) {
        StringBuilder request = new StringBuilder(method)
                .append(' ')
                .append(target)
                .append(" HTTP/1.1\r\n")
                .append("Host: ")
                .append(headers.getOrDefault("Host", server.getAuthority()))
                .append("\r\nConnection: close\r\n");
        headers.forEach((name, value) -> {
            if (!name.equals("Host")) {
                request.append(name).append(": ").append(value).append("\r\n");
            }
        });
        byte[] content = body.getBytes(StandardCharsets.ISO_8859_1);
        if (content.length > 0) {
            request.append("Content-Length: ").append(content.length).append("\r\n");
        }
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().write(content);
            socket.getOutputStream().flush();
            return parse(read(socket.getInputStream()));
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + target, e);
        }
    }

    private static String read(InputStream input) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            input.transferTo(answer);
        } catch (IOException e) {
            // A server may answer and close while the request is still being sent: the part that has arrived is the
            // answer.
            if (answer.size() == 0) {
                throw e;
            }
        }
        return answer.toString(StandardCharsets.ISO_8859_1);
    }

    private static Answer parse(String answer) {
        int end = answer.indexOf("\r\n\r\n");
        String[] lines = answer.substring(0, end).split("\r\n");
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 1; i < lines.length; i++) {
            String[] header = lines[i].split(": *", 2);
            headers.put(header[0], header.length > 1 ? header[1] : "");
        }
        return new Answer(Integer.parseInt(lines[0].split(" ")[1]), headers, answer.substring(end + 4));
    }
}
